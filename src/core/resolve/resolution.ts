import type { StatementCandidate } from "../extract/candidates.ts";
import type { Actor, Speaker } from "../record/record.ts";
import type { Span } from "../text/span.ts";

/** Who is who in one report. */
export interface Resolution {
  /** In order of first mention; ids "a1", "a2" … */
  readonly actors: readonly Actor[];
  /**
   * The actor behind a noun phrase or pronoun, by the head token of the phrase (report-wide index) and its words.
   * Abstains with `ambiguous` or `unnamed` rather than guess.
   */
  speakerOf(head: number, span: Span): Speaker;
  /** Actor id of the phrase with that head when it is certain, else null. */
  actorOf(head: number): string | null;
  /** Whom the words were said to, by the sentence or as the recipient of the letter that carries them; never the speaker. */
  addresseeOf(statement: StatementCandidate): string | null;
}

import type { Speaker, Statement } from "../record/record.ts";
import { contentWordsOf } from "./content-words.ts";
import type { ActorLinks } from "./link-actors.ts";
import { shingleHashes } from "./shingles.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";
import { type StoryWords, uniteBags, type WordBag } from "./story-words.ts";

/** A statement of one report with what comparing needs. */
export interface StatementNode {
  readonly source: StorySource;
  readonly statement: Statement;
  readonly speaker: Speaker;
  /** Story actor, or null. */
  readonly addressee: string | null;
  /** Content words of the content. */
  readonly words: WordBag;
  /** Content words of the sentence that holds the cue and of the content. */
  readonly context: WordBag;
  readonly numbers: WordBag;
  /** Runs of four words of the content. */
  readonly shingles: ReadonlySet<number>;
  /** Index of the sentence of the cue; -1 when it has none. */
  readonly sentence: number;
  /** The cue looks back on an utterance: "had asked", "his request". */
  readonly looksBack: boolean;
}

export function makeStatementNode(
  source: StorySource,
  statement: Statement,
  actors: ActorLinks,
  storyWords: StoryWords,
): StatementNode {
  const { text } = source.record.report;
  const content = statement.content.map((span) => text.slice(span.start, span.end)).join(" ");
  const found = contentWordsOf(content);
  const words = storyWords.bagOf(found);
  const anchor = statement.cue ?? statement.content[0] ?? statement.source;
  const sentence = anchor ? sentenceAt(source, anchor.start) : -1;
  const cue = statement.cue ? text.slice(statement.cue.start, statement.cue.end) : "";
  return {
    source,
    statement,
    speaker: actors.speaker(source, statement.speaker),
    addressee: actors.of(source, statement.addressee),
    words,
    context: uniteBags(words, storyWords.sentence(source, sentence)),
    numbers: storyWords.bagOf(found.filter((word) => /\p{N}/u.test(word))),
    shingles: shingleHashes(content, 4),
    sentence,
    looksBack: LOOKS_BACK.test(cue),
  };
}

const LOOKS_BACK =
  /\bhad\b|^(?:\w+ )?(?:request|call|plea|appeal|demand|invitation|refusal|denial|claim|warning|promise|offer|decision|letter)s?$/i;

import type { AnnotatedReport } from "../annotate/layers.ts";
import type { StatementCandidate } from "../extract/candidates.ts";
import type { Resolution } from "../resolve/resolution.ts";
import type { Speaker } from "./record.ts";
import { headWithin } from "./said-at.ts";

/**
 * Whom the words were said to: the addressee that the sentence names, or the recipient of the letter that carries them.
 * A letter keeps its recipient when it is quoted again later.
 */
export function findAddressee(
  annotated: AnnotatedReport,
  resolution: Resolution,
  statement: StatementCandidate,
  speaker: Speaker,
): string | null {
  const candidates: (string | null)[] = [];
  if (statement.addresseeHead !== null && statement.addressee !== null) {
    const addressed = resolution.speakerOf(statement.addresseeHead, statement.addressee);
    candidates.push(
      addressed.kind === "resolved" ? addressed.actor : null,
      resolution.recipientOf(statement.addresseeHead),
    );
  }
  if (statement.sourceHead !== null) candidates.push(resolution.recipientOf(statement.sourceHead));
  if (statement.cue !== null) {
    for (const child of annotated.children[headWithin(annotated, statement.cue)] ?? []) {
      if (annotated.deprels[child]!.startsWith("obl")) candidates.push(resolution.recipientOf(child));
    }
  }
  const isSpeaker = (actor: string) => speaker.kind === "resolved" && speaker.actor === actor;
  return candidates.find((actor) => actor !== null && !isSpeaker(actor)) ?? null;
}

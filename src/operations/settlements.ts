import type { Discrepancy, Evidence, StoryRecord } from "../core/link/story-record.ts";
import type { StoredDecision } from "../store/decision.ts";

/**
 * Puts what people settled beside the discrepancies of a story. A settlement finds its discrepancy by the words of its
 * sides, whatever ids linking has given since: all sides must be there, and no other, since a side that has come since
 * was not judged.
 */
export function applySettlements(story: StoryRecord, settlements: readonly StoredDecision[]): StoryRecord {
  const open = [...story.discrepancies];
  const settled = settlements.flatMap((decision) => {
    const at = open.findIndex((one) => isAbout(decision, one));
    const [found] = at < 0 ? [] : open.splice(at, 1);
    if (found === undefined) return [];
    const { key, reason, author, madeAt } = decision;
    return [{ discrepancy: found.id, decision: key, reason, by: author, at: madeAt }];
  });
  return { ...story, settled };
}

function isAbout({ evidence }: StoredDecision, { sides }: Discrepancy): boolean {
  return (
    evidence.length === sides.length && evidence.every((held) => sides.some((side) => isSameWords(held, side.evidence)))
  );
}

/** By place, or, where the text has shifted since, by the words and their neighbours (W3C Web Annotation). */
function isSameWords(a: Evidence, b: Evidence): boolean {
  if (a.report !== b.report || a.exact !== b.exact) return false;
  return JSON.stringify(a.spans) === JSON.stringify(b.spans) || (a.prefix === b.prefix && a.suffix === b.suffix);
}

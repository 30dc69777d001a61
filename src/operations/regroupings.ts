import { hash } from "node:crypto";
import { proposeRegrouping, type Regrouping } from "../core/link/propose-regrouping.ts";
import { signatureOf } from "../core/link/signature.ts";
import type { ProposalEntry, StoredDecision } from "../store/decision.ts";
import type { Store } from "../store/store.ts";

/** Reports that are looked at together at most: stories of more are left as they are. */
const MOST_REPORTS = 3000;

/**
 * Logs the merges and splits that the engine proposes for stories to which reports have come, each looked at with the
 * stories alike to it. What a person has decided is not proposed again.
 */
export async function logRegroupings(store: Store, stories: readonly string[], at: string): Promise<void> {
  if (stories.length === 0) return;
  const decided = await store.listRegroupings();
  for (const story of stories) {
    const among = [story, ...(await store.findAlike(story))];
    const placed = new Map<string, string>();
    const signatures = [];
    for (const one of among) {
      for (const record of (await store.getStoryRecords(one)).records) {
        placed.set(record.report.id, one);
        signatures.push(signatureOf(record));
      }
    }
    if (signatures.length < 2 || signatures.length > MOST_REPORTS) continue;
    const proposals = proposeRegrouping(signatures, placed)
      .map((one) => entryOf(one, placed, at))
      .filter((one) => one.stories.includes(story) && !isDecided(one, decided));
    await store.logProposals(story, among, proposals, at);
  }
}

function entryOf(one: Regrouping, placed: ReadonlyMap<string, string>, at: string): ProposalEntry {
  const stories = one.kind === "merge" ? one.stories : [one.story];
  const parts =
    one.kind === "split"
      ? one.parts
      : stories.map((story) => [...placed].flatMap(([report, held]) => (held === story ? [report] : [])).sort());
  const written = JSON.stringify([one.kind, stories, parts]);
  const id = `p-${hash("sha256", written, "hex").slice(0, 12)}`;
  return { id, kind: one.kind, stories, parts, reasons: one.reasons, proposedAt: at };
}

/**
 * Whether a person has said the contrary of reports on both sides: that they belong together, by a merge or by turning
 * a split down, or apart, by a split or by turning a merge down.
 */
export function isDecided(proposal: ProposalEntry, decisions: readonly StoredDecision[]): boolean {
  return decisions.some(({ kind, rejects, parts }) => {
    const says =
      kind === "reject" ? (rejects === "merge" ? "apart" : "together") : kind === "merge" ? "together" : "apart";
    if (says !== (proposal.kind === "merge" ? "apart" : "together")) return false;
    const partOf = new Map(parts.flatMap((part, index) => part.map((report) => [report, index] as const)));
    const held = proposal.parts.map((part) => new Set(part.flatMap((report) => partOf.get(report) ?? [])));
    // Two parts of the proposal hold reports of two parts that were decided on.
    return held.some((a, at) =>
      held.slice(at + 1).some((b) => [...a].some((one) => [...b].some((two) => one !== two))),
    );
  });
}

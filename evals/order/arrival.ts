import { storyIdOf } from "../../src/core/link/group-reports.ts";
import { linkStory } from "../../src/core/link/link-story.ts";
import { placeReport } from "../../src/core/link/place-report.ts";
import { proposeRegrouping, regroup } from "../../src/core/link/propose-regrouping.ts";
import { mergeSignatures, type StorySignature, signatureOf } from "../../src/core/link/signature.ts";
import type { Record } from "../../src/core/record/record.ts";
import { createRandom } from "../../training/random.ts";

/** What came of many orders of arrival. */
export interface ArrivalResult {
  readonly orders: number;
  /** Orders after which the stories, by their reports, stand as in the order of publication. */
  readonly sameStories: number;
  /** The rest: orders whose difference was proposed as a merge or a split, and is gone once accepted. */
  readonly sameOnceAccepted: number;
  /** Orders whose records, of the stories as they should stand, are the same byte for byte. */
  readonly sameRecord: number;
}

/** Places the reports one by one in many random orders, as a store does, and links what comes of it. */
export function replayArrivals(records: readonly Record[], orders: number): ArrivalResult {
  const signatures = new Map(records.map((record) => [record, signatureOf(record)]));
  const wanted = regroup([...signatures.values()]);
  const expected = recordsOf(records, wanted);
  const random = createRandom(20311122);
  let sameStories = 0;
  let sameOnceAccepted = 0;
  let sameRecord = 0;
  for (let at = 0; at < orders; at++) {
    const shuffled = shuffle(records, random);
    const placed = placeInTurn(shuffled.map((record) => signatures.get(record)!));
    if (partitionOf(placed) === partitionOf(wanted)) sameStories++;
    else if (proposeRegrouping([...signatures.values()], placed).length > 0) sameOnceAccepted++;
    if (recordsOf(shuffled, wanted) === expected) sameRecord++;
  }
  return { orders, sameStories, sameOnceAccepted, sameRecord };
}

function placeInTurn(reports: readonly StorySignature[]): Map<string, string> {
  const stories = new Map<string, StorySignature>();
  const counts = new Map<string, number>();
  const placed = new Map<string, string>();
  for (const report of reports) {
    const { story } = placeReport(report, [...stories.values()], { reports: placed.size, counts });
    const id = story ?? storyIdOf(report.id);
    const before = stories.get(id);
    stories.set(id, before ? mergeSignatures(before, report) : { ...report, id });
    for (const [term] of report.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    placed.set(report.id, id);
  }
  return placed;
}

/** Which reports stand together, whatever the stories are called. */
function partitionOf(placed: ReadonlyMap<string, string>): string {
  const groups = new Map<string, string[]>();
  for (const [report, story] of placed) groups.set(story, [...(groups.get(story) ?? []), report]);
  return [...groups.values()]
    .map((reports) => reports.sort().join(" "))
    .sort()
    .join("\n");
}

function recordsOf(records: readonly Record[], stories: ReadonlyMap<string, string>): string {
  const groups = new Map<string, Record[]>();
  for (const record of records) {
    const story = stories.get(record.report.id)!;
    groups.set(story, [...(groups.get(story) ?? []), record]);
  }
  return JSON.stringify([...groups.keys()].sort().map((story) => linkStory(story, groups.get(story)!)));
}

function shuffle<T>(values: readonly T[], random: () => number): T[] {
  const shuffled = [...values];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
  }
  return shuffled;
}

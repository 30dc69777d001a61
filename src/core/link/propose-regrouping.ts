import { groupReports } from "./group-reports.ts";
import { scoreStory } from "./place-report.ts";
import { mergeSignatures, type StorySignature } from "./signature.ts";

/** A change to which reports stand in one story, for a person to accept or turn down. Nothing is moved by itself. */
export type Regrouping =
  | { readonly kind: "merge"; readonly stories: readonly string[]; readonly reasons: readonly string[] }
  | {
      readonly kind: "split";
      readonly story: string;
      /** The reports of each part, the largest part first. */
      readonly parts: readonly (readonly string[])[];
      readonly reasons: readonly string[];
    };

/**
 * Compares how reports were placed as they came with how all of them stand when taken by day: what a late report, or
 * one that came before its story, leaves wrong. Once the proposals are accepted (`regroup`), any order of arrival ends
 * in the same stories. Near linear in the number of reports given; ask it for the stories that a new report touches.
 *
 * @param placed Story of every report, by report id.
 */
export function proposeRegrouping(
  reports: readonly StorySignature[],
  placed: ReadonlyMap<string, string>,
): Regrouping[] {
  const ordered = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1));
  const wanted = groupReports(ordered);
  const byId = new Map(ordered.map((report) => [report.id, report]));
  const storiesOf = new Map<string, Set<string>>();
  const partsOf = new Map<string, Map<string, string[]>>();
  for (const { id } of ordered) {
    const story = placed.get(id);
    const group = wanted.get(id);
    if (story === undefined || group === undefined) continue;
    storiesOf.set(group, (storiesOf.get(group) ?? new Set()).add(story));
    const parts = partsOf.get(story) ?? new Map<string, string[]>();
    parts.set(group, [...(parts.get(group) ?? []), id]);
    partsOf.set(story, parts);
  }
  const merges = [...storiesOf.entries()]
    .filter(([, stories]) => stories.size > 1)
    .map(([group, stories]): Regrouping => {
      const names = [...stories].sort();
      const [first, second] = names.map((story) => sumOf(partsOf.get(story)?.get(group) ?? [], byId));
      return { kind: "merge", stories: names, reasons: first && second ? reasonsToMerge(first, second) : [] };
    });
  const splits = [...partsOf.entries()]
    .filter(([, parts]) => parts.size > 1)
    .map(([story, parts]): Regrouping => {
      const lists = [...parts.values()].sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
      const [first, second] = lists.map((ids) => sumOf(ids, byId));
      return { kind: "split", story, parts: lists, reasons: first && second ? reasonsToSplit(first, second) : [] };
    });
  return [...merges, ...splits].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The stories once every proposal is accepted: each report with the first report of its story, by day and id. */
export function regroup(reports: readonly StorySignature[]): ReadonlyMap<string, string> {
  return groupReports(reports);
}

function keyOf(one: Regrouping): string {
  return one.kind === "merge" ? `merge ${one.stories.join(" ")}` : `split ${one.story}`;
}

function sumOf(ids: readonly string[], byId: ReadonlyMap<string, StorySignature>): StorySignature | null {
  let sum: StorySignature | null = null;
  for (const id of ids) {
    const report = byId.get(id);
    if (report) sum = sum === null ? report : mergeSignatures(sum, report);
  }
  return sum;
}

function reasonsToMerge(a: StorySignature, b: StorySignature): string[] {
  const { likeness, bar, gap, shared } = scoreStory(a, b);
  return [
    sharedWords("both tell of", shared),
    `likeness ${likeness.toFixed(2)}, ${bar.toFixed(2)} needed for one story`,
    daysBetween(gap),
  ];
}

/** Their likeness as wholes says little: a few reports that tell of both may have drawn them together. */
function reasonsToSplit(a: StorySignature, b: StorySignature): string[] {
  const { gap, shared } = scoreStory(a, b);
  return [
    "placed anew in the order of their days, they fall apart",
    daysBetween(gap),
    sharedWords("they share", shared),
  ];
}

function sharedWords(lead: string, shared: readonly string[]): string {
  return shared.length > 0 ? `${lead} (stems of words) ${shared.join(", ")}` : "they share no telling word";
}

function daysBetween(gap: number | null): string {
  return gap === null
    ? "no date to compare"
    : gap === 0
      ? "no day between them"
      : `${gap} ${gap === 1 ? "day" : "days"} between them`;
}

import { placeReport } from "./place-report.ts";
import { lookupTerms, mergeSignatures, type StorySignature } from "./signature.ts";

/** Stories that are scored for a report. */
export const MOST_CANDIDATES = 20;
/** Share of the best candidate's terms that another must hold to be scored: the rest cannot win. */
export const LEAST_OF_BEST = 0.4;

/** Id of the story that a report founds: the report's id with its mark changed. */
export function storyIdOf(report: string): string {
  return `st-${report.replace(/^r-/, "")}`;
}

/**
 * Groups reports into stories: the reference that incremental placing agrees with when reports arrive in order. Reports
 * are taken by day of publication, then by id, undated ones last, so the order of the input does not matter. Founded on
 * single-pass clustering (Allan, Papka and Lavrenko 1998) with an index of terms in place of a scan.
 *
 * @returns report id → story id, in that order.
 */
export function groupReports(reports: readonly StorySignature[]): Map<string, string> {
  const stories = new Map<string, StorySignature>();
  const index = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const placed = new Map<string, string>();
  for (const report of [...reports].sort(compareReports)) {
    const frequencies = { reports: placed.size, counts };
    const candidates = findCandidates(lookupTerms(report, frequencies), index).map((id) => stories.get(id)!);
    const { story } = placeReport(report, candidates, frequencies);
    const id = story ?? storyIdOf(report.id);
    const before = stories.get(id);
    const after = before ? mergeSignatures(before, report) : { ...report, id };
    stories.set(id, after);
    for (const [term] of report.terms) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      const holders = index.get(term);
      if (holders) holders.add(id);
      else index.set(term, new Set([id]));
    }
    placed.set(report.id, id);
  }
  return placed;
}

/** The stories that hold most of the terms, at most `MOST_CANDIDATES`; ties go to the lesser id. A store does the same. */
function findCandidates(terms: readonly string[], index: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const hits = new Map<string, number>();
  for (const term of terms) {
    for (const story of index.get(term) ?? []) hits.set(story, (hits.get(story) ?? 0) + 1);
  }
  const ranked = [...hits].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CANDIDATES);
  const most = ranked[0]?.[1] ?? 0;
  return ranked.filter(([, shared]) => shared >= most * LEAST_OF_BEST).map(([story]) => story);
}

function compareReports(a: StorySignature, b: StorySignature): number {
  const first = a.firstDay ?? "9999";
  const second = b.firstDay ?? "9999";
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

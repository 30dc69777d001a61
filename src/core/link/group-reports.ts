import { placeReport } from "./place-report.ts";
import { mergeSignatures, type StorySignature } from "./signature.ts";

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
    const found = new Set(report.terms.flatMap(([term]) => [...(index.get(term) ?? [])]));
    const candidates = [...found].map((id) => stories.get(id)!);
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

function compareReports(a: StorySignature, b: StorySignature): number {
  const first = a.firstDay ?? "9999";
  const second = b.firstDay ?? "9999";
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

import { formatShortDay } from "../format/dates.ts";
import type { StoryEvent, StoryReport } from "../records.ts";

/** What is known of when, of an event without a date: that it was told of on the day of a report. */
export function undatedWords(report: StoryReport | undefined): string {
  const at = report?.publishedAt;
  return at == null ? "no date" : `no date; told ${formatShortDay(at.slice(0, 10))}`;
}

/** The report that told of an event first; its evidence begins with the one that names it best. */
export function firstReport(
  event: StoryEvent | undefined,
  reports: ReadonlyMap<string, StoryReport>,
): StoryReport | undefined {
  return reports.get(event?.history[0]?.report ?? event?.evidence[0]?.report ?? "");
}

import { formatShortDay } from "../format/dates.ts";
import type { StoryReport } from "../records.ts";

/** What is known of when, of an event without a date: that it was told of on the day of a report. */
export function undatedWords(report: StoryReport | undefined): string {
  const at = report?.publishedAt;
  return at == null ? "no date" : `no date; told ${formatShortDay(at.slice(0, 10))}`;
}

import { count } from "../format/numbers.ts";
import type { StoryReport } from "../records.ts";

/** "16 reports, 1 of them a later version": a page that changed is no second witness. */
export function withVersions(reports: readonly StoryReport[]): string {
  const later = reports.filter(({ revision }) => revision > 1).length;
  const all = count(reports.length, "report");
  return later === 0 ? all : `${all}, ${later} of them ${later === 1 ? "a later version" : "later versions"}`;
}

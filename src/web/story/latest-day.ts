import type { StoryRecord } from "../records.ts";

/** The day of the latest report: the record knows nothing after it. Null when no report is dated. */
export function latestDay(story: StoryRecord): string | null {
  let latest: string | null = null;
  for (const { publishedAt, modifiedAt } of story.reports) {
    for (const at of [publishedAt, modifiedAt]) {
      if (at !== null && (latest === null || at.slice(0, 10) > latest)) latest = at.slice(0, 10);
    }
  }
  return latest;
}

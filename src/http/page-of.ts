import type { StoryRecord } from "../core/link/story-record.ts";
import { OnrecordError } from "../errors.ts";
import type { List, Page } from "../operations/operations.ts";

const DEFAULT_LIMIT = 100;

/** Rows of a story, and how many reports were read for them: what is not among them was not found in these. */
export interface StoryRows<T> extends List<T> {
  readonly reportsRead: number;
}

/**
 * One page of a story's rows, by their ids.
 *
 * @throws OnrecordError `usage` when no row has the id in `after`
 */
export function pageOf<T extends { readonly id: string }>(
  story: Pick<StoryRecord, "reports">,
  rows: readonly T[],
  page: Page,
): StoryRows<T> {
  const first = page.after === undefined ? 0 : rows.findIndex((row) => row.id === page.after) + 1;
  if (page.after !== undefined && first === 0) {
    throw new OnrecordError("usage", "after: no row of this list has that id.", {
      next: "Start again without `after`; rows may have changed since.",
    });
  }
  const end = first + (page.limit ?? DEFAULT_LIMIT);
  const items = rows.slice(first, end);
  return { items, next: end < rows.length ? (items.at(-1)?.id ?? null) : null, reportsRead: story.reports.length };
}

import { OnrecordError } from "../errors.ts";
import type { List, Page } from "../operations/operations.ts";

const DEFAULT_LIMIT = 100;

/**
 * One page of a list that is already in memory, by the ids of its rows.
 *
 * @throws OnrecordError `usage` when no row has the id in `after`
 */
export function pageOf<T extends { readonly id: string }>(rows: readonly T[], page: Page): List<T> {
  const first = page.after === undefined ? 0 : rows.findIndex((row) => row.id === page.after) + 1;
  if (page.after !== undefined && first === 0) {
    throw new OnrecordError("usage", "after: no row of this list has that id.", {
      next: "Start again without `after`; rows may have changed since.",
    });
  }
  const end = first + (page.limit ?? DEFAULT_LIMIT);
  const items = rows.slice(first, end);
  return { items, next: end < rows.length ? (items.at(-1)?.id ?? null) : null };
}

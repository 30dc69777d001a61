import { OnrecordError } from "../../errors.ts";
import type { StoreList } from "../store.ts";
import { numberIn, type Row } from "./rows.ts";

/** A page starts after the row at the cursor: "2026-01-02|17", day of publication and key. */
export function cursorAt(day: string | null, row: Row): string {
  return `${day ?? ""}|${numberIn(row, "key")}`;
}

export function cursorOf(after: string | undefined): { readonly day: string; readonly key: number } {
  if (after === undefined) return { day: "\u{10FFFF}", key: Number.MAX_SAFE_INTEGER };
  const written = /^([^|]*)\|(\d{1,15})$/.exec(after);
  if (!written) {
    throw noSuchPage(after);
  }
  return { day: written[1] ?? "", key: Number(written[2]) };
}

export function listFrom<T>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => T,
  cursor: (row: Row) => string,
): StoreList<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(present), next: rows.length > limit && last !== undefined ? cursor(last) : null };
}

/** For lists whose order changes under the reader's feet: "o50" is the page after the first fifty. */
export function offsetOf(after: string | undefined): number {
  const written = /^o(\d{1,9})$/.exec(after ?? "o0");
  if (!written) throw noSuchPage(after);
  return Number(written[1]);
}

function noSuchPage(after: string | undefined): OnrecordError {
  return new OnrecordError("usage", `There is no page after "${after}".`, {
    next: "Pass the `next` of the page before, as it was given.",
  });
}

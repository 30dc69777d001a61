import type { SQLOutputValue } from "node:sqlite";

/** A row as node:sqlite gives it, read column by column with its type checked. */
export type Row = { readonly [column: string]: SQLOutputValue };

export function numberIn(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value !== "number") throw new TypeError(`Column ${column} holds no number`);
  return value;
}

export function textIn(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value !== "string") throw new TypeError(`Column ${column} holds no text`);
  return value;
}

export function optionalTextIn(row: Row | undefined, column: string): string | null {
  const value = row?.[column];
  if (value === null || typeof value === "string") return value;
  throw new TypeError(`Column ${column} holds no text`);
}

export function bytesIn(row: Row | undefined, column: string): Uint8Array {
  const value = row?.[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`Column ${column} holds no bytes`);
  return value;
}

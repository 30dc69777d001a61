import type { FieldSource } from "../../core/read/report.ts";

/** One thing that a page says of its report, and where it says it. */
export interface Said<Value> {
  readonly value: Value;
  readonly from: FieldSource;
}

/** Letters and digits alone, in lower case: what two spellings of one title or name share. */
export function wordKey(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Equal words, or one the cut or lengthened other. */
export function isSameWords(a: string, b: string): boolean {
  const [x, y] = [wordKey(a), wordKey(b)];
  if (x === "" || y === "") return false;
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length >= 15 && long.includes(short);
}

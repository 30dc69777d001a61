import type { Figure } from "../../core/record/record.ts";
import { amountInWords } from "../../core/text/amount-words.ts";

type Amount = Pick<Figure, "min" | "max" | "quantity" | "unit"> & { readonly words: string };

/**
 * A figure's range as a reader would write it: "200 or more", "more than 1,000", "up to £1,000", "about 40%". Null where
 * the figure's own words say as much.
 */
export function describeFigure(amount: Amount): string | null {
  const range = amountInWords(amount, group) ?? "no number";
  return amount.words.toLowerCase().includes(range.toLowerCase()) ? null : range;
}

/** Grouped by commas whatever the machine's language, so that outputs can be compared. */
function group(value: number): string {
  const [whole = "", part] = String(value).split(".");
  const grouped = whole.includes("e") ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

import type { Figure } from "../../core/record/record.ts";
import { strictBound } from "../../core/text/strict-bound.ts";
import { unitWord } from "../../core/text/unit-word.ts";

type Amount = Pick<Figure, "min" | "max" | "quantity" | "unit"> & { readonly words: string };

/**
 * A figure's range as a reader would write it: "200 or more", "more than 1,000", "up to £1,000", "about 40%". Null where
 * the figure's own words say as much.
 */
export function describeFigure(amount: Amount): string | null {
  const range = describeRange(amount);
  return amount.words.toLowerCase().includes(range.toLowerCase()) ? null : range;
}

function describeRange({ min, max, quantity, unit, words }: Amount): string {
  const number = (value: number) => withUnit(value, unit);
  const strict = strictBound({ min, max, words, unit });
  if (strict !== null) {
    const less = unit === null || unit === "person" ? "fewer" : "less";
    return `${strict.kind === "over" ? "more" : less} than ${number(strict.than)}`;
  }
  if (min !== null && max !== null) {
    if (min === max) return quantity === "about" ? `about ${number(min)}` : number(min);
    return `${number(min)} to ${number(max)}`;
  }
  if (min !== null) return `${number(min)} or more`;
  return max === null ? "no number" : `up to ${number(max)}`;
}

const CURRENCIES: { readonly [code: string]: string } = { GBP: "£", USD: "$", EUR: "€" };

function withUnit(value: number, unit: string | null): string {
  const currency = unit === null ? undefined : CURRENCIES[unit];
  if (currency !== undefined) return `${currency}${group(value)}`;
  if (unit === null || unit === "person") return group(value);
  if (unit === "percent") return `${group(value)}%`;
  return unit === "magnitude" ? `${unit} ${group(value)}` : `${group(value)} ${unitWord(unit, value)}`;
}

/** Grouped by commas whatever the machine's language, so that outputs can be compared. */
function group(value: number): string {
  const [whole = "", part] = String(value).split(".");
  const grouped = whole.includes("e") ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

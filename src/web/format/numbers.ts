import { strictBound } from "../../core/text/strict-bound.ts";
import { unitWord } from "../../core/text/unit-word.ts";
import type { FigureValue } from "../records.ts";

const CURRENCIES: Readonly<Record<string, string>> = { GBP: "£", USD: "$", EUR: "€" };

/** 1200 → "1,200"; 1900000000 → "1.9bn", when nothing is lost by it. */
export function formatNumber(value: number): string {
  for (const [size, sign] of LARGE) {
    const scaled = value / size;
    if (Math.abs(scaled) >= 1 && Number.isInteger(Math.round(scaled * 1e6) / 1e4))
      return `${FORMAT.format(scaled)}${sign}`;
  }
  return FORMAT.format(value);
}

/** "one report", "2 reports" */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

// One for all: to make it costs more than to use it a thousand times.
const FORMAT = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

const LARGE = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
] as const;

type Amount = Pick<FigureValue, "min" | "max" | "quantity"> & { readonly words: string | null };

/** What a figure says as numbers: "at least a thousand" → "1,000 or more". Null when it holds none. */
export function formatAmount({ min, max, quantity, words }: Amount, unit: string | null): string | null {
  const number = (value: number) => withUnit(value, unit);
  const strict = strictBound({ min, max, words, unit });
  if (strict !== null)
    return `${strict.kind === "over" ? "more" : isCount(unit) ? "fewer" : "less"} than ${number(strict.than)}`;
  if (min === null && max === null) return null;
  if (min === null && max !== null) return `up to ${number(max)}`;
  if (max === null && min !== null) return `${number(min)} or more`;
  if (min === null || max === null) return null;
  if (min === max) return quantity === "about" ? `about ${number(min)}` : number(min);
  return `${number(min)} to ${number(max)}`;
}

function isCount(unit: string | null): boolean {
  return unit === null || unit === "person" || unit === "vote";
}

function withUnit(value: number, unit: string | null): string {
  const currency = unit === null ? undefined : CURRENCIES[unit];
  if (currency !== undefined) return `${currency}${formatNumber(value)}`;
  if (unit === "percent") return `${formatNumber(value)}%`;
  if (unit === null || unit === "person") return formatNumber(value);
  if (unit === "magnitude") return `${unit} ${formatNumber(value)}`;
  return `${formatNumber(value)} ${unitWord(unit, value)}`;
}

import { amountInWords } from "../../core/text/amount-words.ts";
import type { FigureValue } from "../records.ts";

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
export function formatAmount(amount: Amount, unit: string | null): string | null {
  return amountInWords({ ...amount, unit }, formatNumber);
}

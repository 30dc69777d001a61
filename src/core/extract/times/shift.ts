import type { TimeUnit } from "../../lexicons/time-words.ts";
import { formatDay, formatMonth, formatYear } from "./calendar.ts";
import { dayOfValue } from "./range.ts";

/** A value moved by so many units: years keep its shape, finer units need a value at least as fine. */
export function shiftValue(value: string, unit: TimeUnit, amount: number): string | null {
  if (!Number.isInteger(amount)) return null;
  if (unit === "decade") return shiftValue(value, "year", amount * 10);
  if (unit === "century") return shiftValue(value, "year", amount * 100);
  const date = value.split("T")[0]!;
  const match = /^(\d{4})(?:-(\d{2})(?:-\d{2})?|-Q([1-4])|-.*)?$/.exec(date);
  if (match === null) return null;
  const year = Number(match[1]);
  if (unit === "year") return formatYear(year + amount) + (date.includes("W") ? "" : date.slice(4));
  if (unit === "month") return match[2] === undefined ? null : shiftMonth(year, Number(match[2]), amount);
  if (unit === "quarter") return match[3] === undefined ? null : shiftQuarter(year, Number(match[3]), amount);
  const day = dayOfValue(date);
  if (day === null || (unit !== "day" && unit !== "week")) return null;
  return formatDay(day + amount * (unit === "week" ? 7 : 1));
}

export function shiftMonth(year: number, month: number, amount: number): string {
  const months = year * 12 + month - 1 + amount;
  return formatMonth(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
}

export function shiftQuarter(year: number, quarter: number, amount: number): string {
  const quarters = year * 4 + quarter - 1 + amount;
  return `${formatYear(Math.floor(quarters / 4))}-Q${(((quarters % 4) + 4) % 4) + 1}`;
}

import { dayNumber, daysInMonth, formatDay, mondayOfWeek } from "./calendar.ts";

/** First and last day that a TIMEX3 date or time covers, or null for a value that names no stretch of the calendar. */
export function rangeOfValue(value: string): { readonly first: string; readonly last: string } | null {
  const date = value.split("T")[0]!;
  const match = /^(\d{2,4})(?:-(\d{2}|W\d{2}|Q[1-4]|H[12]|SP|SU|FA|WI)(?:-(\d{2}|\d|WE))?)?$/.exec(date);
  if (match === null) return null;
  const [, digits = "", part, rest] = match;
  if (digits.length < 4) {
    if (part !== undefined) return null;
    const scale = digits.length === 3 ? 10 : 100;
    return days(dayNumber(Number(digits) * scale, 1, 1), dayNumber((Number(digits) + 1) * scale, 1, 1) - 1);
  }
  const year = Number(digits);
  if (part === undefined) return months(year, 1, 12);
  if (part.startsWith("W") && part !== "WI") {
    const monday = mondayOfWeek(year, Number(part.slice(1)));
    if (rest === undefined) return days(monday, monday + 6);
    if (rest === "WE") return days(monday + 5, monday + 6);
    return days(monday + Number(rest) - 1, monday + Number(rest) - 1);
  }
  if (part.startsWith("Q")) return months(year, Number(part[1]) * 3 - 2, 3);
  if (part.startsWith("H")) return months(year, Number(part[1]) * 6 - 5, 6);
  // Seasons of the northern hemisphere by whole months; a winter begins in its year and ends in the next.
  if (part === "SP") return months(year, 3, 3);
  if (part === "SU") return months(year, 6, 3);
  if (part === "FA") return months(year, 9, 3);
  if (part === "WI") return months(year, 12, 3);
  const month = Number(part);
  if (month < 1 || month > 12) return null;
  if (rest === undefined) return months(year, month, 1);
  const day = Number(rest);
  if (!(day >= 1 && day <= daysInMonth(year, month))) return null;
  return days(dayNumber(year, month, day), dayNumber(year, month, day));
}

function months(year: number, month: number, count: number): { first: string; last: string } {
  return days(dayNumber(year, month, 1), dayNumber(year, month + count, 1) - 1);
}

function days(first: number, last: number): { first: string; last: string } {
  return { first: formatDay(first), last: formatDay(last) };
}

/** The day number of a value that names one day, or null. */
export function dayOfValue(value: string | null): number | null {
  const match = value === null ? null : /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(value);
  return match === null ? null : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
}

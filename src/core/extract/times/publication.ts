import { dayNumber, formatDay, isRealDay, weekdayOf } from "./calendar.ts";

/** When a report was published, as far as it says. */
export interface Publication {
  readonly day: number;
  readonly year: number;
  readonly month: number;
  /** Minutes since midnight, as printed; null when only the day is known. */
  readonly minutes: number | null;
  /** "Friday 2025-09-05" */
  readonly words: string;
}

const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Null for a missing date, an impossible one, or one that is no whole day. */
export function readPublication(publishedAt: string | null): Publication | null {
  const match =
    publishedAt === null ? null : /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(publishedAt.trim());
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isRealDay(year, month, day)) return null;
  const number = dayNumber(year, month, day);
  return {
    day: number,
    year,
    month,
    minutes: match[4] === undefined ? null : Number(match[4]) * 60 + Number(match[5]),
    words: `${weekdayName(weekdayOf(number))} ${formatDay(number)}`,
  };
}

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? "";
}

export function weekdayName(weekday: number): string {
  return WEEKDAY_NAMES[weekday - 1] ?? "";
}

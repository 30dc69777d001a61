/** A day of the Gregorian calendar; `month` and `day` count from 1. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. Any month and day number is carried over, so that (2025, 14, 1) is 2026-02-01. */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  const carried = Math.floor(months / 12);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; a whole cycle of 400 years keeps clear of them.
  return Date.UTC(carried + 400, months - carried * 12, day) / DAY_MS - 146_097;
}

export function civilDay(number: number): CivilDay {
  // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** ISO 8601 week; its year differs from the calendar's around New Year. */
export function weekOf(number: number): { readonly year: number; readonly week: number } {
  const thursday = number - weekdayOf(number) + 4;
  const { year } = civilDay(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** Monday of an ISO week. */
export function mondayOfWeek(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** Western Easter Sunday (anonymous Gregorian computus). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The nth such weekday of a month, or the last for -1; null when the month has no such day. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number | null {
  if (nth < 0) {
    const last = dayNumber(year, month, daysInMonth(year, month));
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayNumber(year, month, 1);
  const day = 1 + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  return day <= daysInMonth(year, month) ? first + day - 1 : null;
}

export function formatYear(year: number): string {
  return String(year).padStart(4, "0");
}

export function formatMonth(year: number, month: number): string {
  return `${formatYear(year)}-${two(month)}`;
}

export function formatDay(number: number): string {
  const { year, month, day } = civilDay(number);
  return `${formatMonth(year, month)}-${two(day)}`;
}

export function formatWeek(number: number): string {
  const { year, week } = weekOf(number);
  return `${formatYear(year)}-W${two(week)}`;
}

export function two(number: number): string {
  return String(number).padStart(2, "0");
}

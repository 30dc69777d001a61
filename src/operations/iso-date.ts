import { OnrecordError } from "../errors.ts";

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * The date or date-time as given, once it is known to be one of ISO 8601 and of the calendar. A future date passes: an
 * embargoed report has one.
 *
 * @throws OnrecordError "bad-date"
 */
export function checkIsoDate(given: string): string {
  const written = given.trim();
  const time = DATE_TIME.exec(written);
  const date = DATE.exec(time?.[1] ?? written);
  const inDay = time === null || (Number(time[2]) < 24 && Number(time[3]) < 60 && Number(time[4] ?? 0) <= 60);
  if (date && inDay && isOnCalendar(Number(date[1]), Number(date[2] ?? 1), Number(date[3] ?? 1))) return written;
  throw new OnrecordError("bad-date", `"${given.slice(0, 60)}" is not a date.`, {
    next: "Write it as year-month-day, such as 2031-03-04, or with a time, such as 2031-03-04T09:30:00Z.",
  });
}

function isOnCalendar(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() || (year < 100 && day <= 31);
}

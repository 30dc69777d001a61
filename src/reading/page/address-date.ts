import { MONTH_NUMBERS } from "../../core/lexicons/month-names.ts";

const PARTED =
  /[/=_-](?<year>(?:19|20|21)\d{2})(?<mark>[/_-])(?<month>0?[1-9]|1[0-2]|[a-z]{3,9})\k<mark>(?<day>0?[1-9]|[12]\d|3[01])(?:[/_.-]|$)/i;
const COMPACT = /[/_-](?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?:[/_.-]|$)/;

/** The day that an address names ("/2031/05/03/", "/2031/may/03/", "-20310503."), as an ISO date; null where it names none. */
export function addressDate(url: string | null): string | null {
  const path = url === null ? "" : url.replace(/[?#].*$/s, "").slice(0, 500);
  const { year, month, day } = (PARTED.exec(path) ?? COMPACT.exec(path))?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  const number = /^\d/.test(month) ? Number(month) : MONTH_NUMBERS.get(month.toLowerCase());
  if (number === undefined) return null;
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

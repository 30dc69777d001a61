/** Parts of a day by their TIMEX3 codes: "2032-04-11TMO". */
export const PARTS_OF_DAY: { readonly [code: string]: string } = {
  MO: "morning",
  MI: "midday",
  AF: "afternoon",
  EV: "evening",
  NI: "night",
  DT: "daytime",
};
const SEASONS: { readonly [code: string]: string } = {
  SP: "spring",
  SU: "summer",
  FA: "autumn",
  AU: "autumn",
  WI: "winter",
};
const MONTHS = "January February March April May June July August September October November December".split(" ");
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const UNITS: { readonly [code: string]: string } = { Y: "year", M: "month", W: "week", D: "day", H: "hour" };
const UNDATED: { readonly [value: string]: string } = {
  PRESENT_REF: "now, no day given",
  PAST_REF: "past, no day given",
  FUTURE_REF: "to come, no day given",
};

/**
 * A TIMEX3 value that is no full day, month or year, in words: "week of 5 Apr 2032", "summer 2032", "April, year not known", "1990s", "3 days". `sayDay`
 * writes an ISO day. Null for days, months and years, and for what has no words.
 */
export function timexInWords(value: string, sayDay: (iso: string) => string): string | null {
  const open = /^XXXX-(?:(\d\d)(?:-(\d\d))?|WXX-([1-7]))$/.exec(value);
  if (open !== null) {
    const [, month, day, weekday] = open;
    if (weekday !== undefined) return `a ${WEEKDAYS[Number(weekday) - 1]}, not known which`;
    return `${day === undefined ? "" : `${Number(day)} `}${MONTHS[Number(month) - 1] ?? month}, year not known`;
  }
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week !== null) {
    const isEnd = week[3] !== undefined;
    return `${isEnd ? "weekend" : "week"} of ${sayDay(dayOfWeek(Number(week[1]), Number(week[2]), isEnd ? SATURDAY : 0))}`;
  }
  const season = /^(\d{4})-(SP|SU|FA|AU|WI)$/.exec(value);
  if (season !== null) return `${SEASONS[season[2]!]} ${season[1]}`;
  const part = /^(\d{4})-(Q[1-4]|H[12])$/.exec(value);
  if (part !== null) return `${part[2]} ${part[1]}`;
  if (/^\d{3}$/.test(value)) return `${value}0s`;
  const length = /^P(T?)(\d+(?:\.\d+)?|X)([YMWDH])$/.exec(value);
  if (length === null) return UNDATED[value] ?? null;
  const [, clock, count, code = ""] = length;
  const unit = clock === "T" && code === "M" ? "minute" : UNITS[code];
  return count === "X" ? `some ${unit}s` : `${count} ${unit}${count === "1" ? "" : "s"}`;
}

const SATURDAY = 5;
const DAY_MS = 86_400_000;

/** Day of an ISO 8601 week, counted from its Monday; week 1 is the one that holds 4 January. */
function dayOfWeek(year: number, week: number, day: number): string {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  return new Date(monday + ((week - 1) * 7 + day) * DAY_MS).toISOString().slice(0, 10);
}

import type { HolidayRule } from "../../lexicons/time-holidays.ts";
import type { TimeUnit } from "../../lexicons/time-words.ts";
import {
  dayNumber,
  easterSunday,
  formatDay,
  formatMonth,
  formatWeek,
  formatYear,
  isRealDay,
  nthWeekday,
  two,
  weekdayOf,
} from "./calendar.ts";
import type { Direction } from "./direction.ts";
import type { Meaning, YearPart } from "./meaning.ts";
import type { Mentions } from "./mentions.ts";
import { type Publication, weekdayName } from "./publication.ts";
import { rangeOfValue } from "./range.ts";

/** What a time expression is put on the calendar with. */
export interface Bearings {
  readonly publication: Publication | null;
  readonly mentions: Mentions;
  /** True when the report puts the month first in numeric dates, false for the day; null when it does not show. */
  readonly monthFirst: boolean | null;
  /** Asked only where the words leave the direction open. */
  readonly direction: () => Direction;
}

export interface Resolved {
  readonly value: string | null;
  /** How the value was found, for a reader; null when the words say it all. */
  readonly inferred: string | null;
}

const UNKNOWN: Resolved = { value: null, inferred: null };

/** The TIMEX3 value of a meaning. */
export function resolveMeaning(meaning: Meaning, bearings: Bearings): Resolved {
  switch (meaning.kind) {
    case "fixed":
    case "duration":
    case "set":
    case "reference":
      return { value: meaning.value, inferred: null };
    case "month":
      return resolveMonth(meaning, bearings);
    case "numeric":
      return resolveNumeric(meaning, bearings);
    case "mentioned":
      return bearings.mentions.near(meaning.unit, meaning.offset);
    case "week-of":
      return resolveWeekOf(meaning.day, bearings);
    case "nth":
      return resolveNth(meaning, bearings);
    case "clock":
    case "part":
      return resolveTimeOfDay(meaning, bearings);
    case "offset":
      return resolveOffset(meaning, bearings);
    case "ahead":
      return resolveAhead(meaning, bearings);
    case "comparison":
      return resolveComparison(bearings) ?? UNKNOWN;
    default:
      return bearings.publication === null
        ? resolveUndated(meaning)
        : resolveRelative(meaning, bearings, bearings.publication);
  }
}

type Relative = Extract<
  Meaning,
  { kind: "day-of-month" | "weekday" | "day" | "period" | "weekend" | "year-part" | "holiday" }
>;

/** Without a publication date only a stated year helps. */
function resolveUndated(meaning: Relative): Resolved {
  if (meaning.kind === "year-part" && meaning.year !== null && "year" in meaning.year) {
    return { value: `${formatYear(meaning.year.year)}-${meaning.part}`, inferred: null };
  }
  if (meaning.kind === "holiday" && meaning.year !== null && "year" in meaning.year) {
    return holidayValue(meaning.rule, meaning.year.year, meaning.as);
  }
  return UNKNOWN;
}

function resolveRelative(meaning: Relative, bearings: Bearings, publication: Publication): Resolved {
  switch (meaning.kind) {
    case "day":
      return {
        value: formatDay(publication.day + meaning.offset),
        inferred: `${dayOffsetWords(meaning.offset)} publication on ${publication.words}`,
      };
    case "weekday":
      return resolveWeekday(meaning, bearings, publication);
    case "weekend":
      return resolveWeekend(meaning, bearings, publication);
    case "period":
      return resolvePeriod(meaning.unit, meaning.offset, publication);
    case "year-part":
      return resolveYearPart(meaning, bearings, publication);
    case "holiday":
      return resolveHoliday(meaning, bearings, publication);
    case "day-of-month":
      return resolveDayOfMonth(meaning, bearings, publication);
  }
}

function resolveMonth(meaning: Extract<Meaning, { kind: "month" }>, bearings: Bearings): Resolved {
  const { month, day, relation } = meaning;
  const { publication } = bearings;
  const value = (year: number) => (day === null ? formatMonth(year, month) : `${formatMonth(year, month)}-${two(day)}`);
  const real = (year: number) => day === null || isRealDay(year, month, day);
  if (meaning.year !== null && "year" in meaning.year) {
    return real(meaning.year.year) ? { value: value(meaning.year.year), inferred: null } : UNKNOWN;
  }
  if (publication === null) return UNKNOWN;
  const resolved = (year: number, words: string): Resolved =>
    real(year) ? { value: value(year), inferred: `${words}, published ${publication.words}` } : UNKNOWN;
  if (meaning.year !== null) return resolved(publication.year + meaning.year.shift, shiftWords(meaning.year.shift));
  const before = month < publication.month ? publication.year : publication.year - 1;
  const after = month > publication.month ? publication.year : publication.year + 1;
  if (relation === "last" || relation === "previous") {
    // The month just gone is "last month": "last February", said in March, is a year further back.
    const gone = day === null && month === publication.month - 1;
    return resolved(gone ? before - 1 : before, "the last before publication");
  }
  if (relation === "next" || relation === "following") return resolved(after, "the next after publication");
  if (relation === "this") return resolved(publication.year, "the year of publication");
  if (meaning.weekday !== null && day !== null) {
    const years = [publication.year, publication.year - 1, publication.year + 1];
    const year = years.find((one) => real(one) && weekdayOf(dayNumber(one, month, day)) === meaning.weekday);
    if (year !== undefined) return resolved(year, "the nearest year in which the date falls on that weekday");
  }
  return openYear(meaning.month, day, bearings, publication, resolved);
}

/** The year of a month or a day that names none. */
function openYear(
  month: number,
  day: number | null,
  bearings: Bearings,
  publication: Publication,
  resolved: (year: number, words: string) => Resolved,
): Resolved {
  if (day === null && month === publication.month) return resolved(publication.year, "the month of publication");
  const distance = (year: number) =>
    day === null
      ? (year * 12 + month - publication.year * 12 - publication.month) * 30
      : dayNumber(year, month, day) - publication.day;
  const ahead = distance(publication.year) < 0 ? publication.year + 1 : publication.year;
  const back = distance(publication.year) > 0 ? publication.year - 1 : publication.year;
  if (ahead === back) return resolved(publication.year, "the day of publication");
  const direction = bearings.direction();
  const near = Math.min(distance(ahead), -distance(back));
  const nearest = distance(ahead) === near ? "future" : "past";
  // A day that is just over on one side and the best part of a year off on the other is the near one, whatever the tense:
  // "declared a dividend, payable Dec. 15". A month takes the tense of its clause.
  const trusted =
    day === null
      ? direction.strength === 2 || (direction.strength === 1 && direction.side === "past")
      : direction.strength === 2
        ? near > 45
        : near > 120;
  const side = trusted ? direction.side : nearest;
  return side === "future"
    ? resolved(ahead, "the first after publication")
    : resolved(back, "the last up to publication");
}

function resolveNumeric(meaning: Extract<Meaning, { kind: "numeric" }>, bearings: Bearings): Resolved {
  const { first, second, year } = meaning;
  if (year === null || !("year" in year)) return UNKNOWN;
  const dayFirst = isRealDay(year.year, second, first);
  const monthFirst = isRealDay(year.year, first, second);
  const read = (month: number, day: number, inferred: string | null): Resolved => ({
    value: `${formatMonth(year.year, month)}-${two(day)}`,
    inferred,
  });
  if (dayFirst && (!monthFirst || first === second)) return read(second, first, null);
  if (monthFirst && !dayFirst) return read(first, second, null);
  if (bearings.monthFirst === null) return UNKNOWN;
  return bearings.monthFirst
    ? read(first, second, "month first, as elsewhere in the report or in its language")
    : read(second, first, "day first, as elsewhere in the report or in its language");
}

function resolveWeekday(
  meaning: Extract<Meaning, { kind: "weekday" }>,
  bearings: Bearings,
  publication: Publication,
): Resolved {
  const { weekday, relation, weeks, plus } = meaning;
  const today = weekdayOf(publication.day);
  const monday = publication.day - today + 1;
  const back = (today - weekday + 7) % 7;
  const resolved = (day: number): Resolved => ({
    value: formatDay(day),
    inferred: weekdayWords(day, publication),
  });
  if (weeks !== null) return resolved(monday + weeks * 7 + weekday - 1);
  if (relation === "previous" || relation === "following") {
    const anchor = bearings.mentions.day();
    if (anchor === null) return UNKNOWN;
    const step =
      relation === "previous"
        ? -(((weekdayOf(anchor) - weekday + 6) % 7) + 1)
        : ((weekday - weekdayOf(anchor) + 6) % 7) + 1;
    return { value: formatDay(anchor + step), inferred: `counted from ${formatDay(anchor)}, mentioned before` };
  }
  if (relation === "past") return resolved(publication.day - (back === 0 ? 7 : back));
  if (relation === "coming") return resolved(publication.day + (back === 0 ? 7 : 7 - back) + plus);
  // A day of the week of publication goes by its bare name: "last Friday" and "next Friday" are those of other weeks.
  if (relation === "last") return resolved(monday + weekday - 1 - 7);
  if (relation === "next") return resolved(monday + weekday - 1 + 7);
  if (back === 0) return resolved(publication.day);
  if (relation === "this") {
    const day = monday + weekday - 1;
    return resolved(day < publication.day && bearings.direction().side === "future" ? day + 7 : day);
  }
  const direction = bearings.direction();
  // Yesterday and tomorrow need no more than the doubt of a weak sign against the other six days.
  const future =
    direction.side === "future" ? !(direction.strength < 2 && back === 1) : direction.strength < 1 && back === 6;
  return resolved(future ? publication.day + 7 - back : publication.day - back);
}

function resolveWeekend(
  meaning: Extract<Meaning, { kind: "weekend" }>,
  bearings: Bearings,
  publication: Publication,
): Resolved {
  const { relation } = meaning;
  const today = weekdayOf(publication.day);
  let weeks =
    relation === "last" || relation === "previous" ? -1 : relation === "next" || relation === "following" ? 1 : 0;
  if (relation === null && today < 6 && bearings.direction().side === "past") weeks = -1;
  if (relation === "this" && today < 3 && bearings.direction().side === "past" && bearings.direction().strength === 2)
    weeks = -1;
  const week = formatWeek(publication.day + weeks * 7);
  return {
    value: `${week}-WE`,
    inferred: `the weekend of ${weeks < 0 ? "the week before" : weeks > 0 ? "the week after" : "the week of"} publication on ${publication.words}`,
  };
}

function resolvePeriod(unit: TimeUnit, offset: number, publication: Publication): Resolved {
  const value = shiftPeriod(unit, offset, publication);
  const place = offset === 0 ? "of" : offset < 0 ? "before" : "after";
  return value === null ? UNKNOWN : { value, inferred: `the ${unit} ${place} publication on ${publication.words}` };
}

/** The whole unit that lies so many units from the one that holds publication. */
function shiftPeriod(unit: TimeUnit, offset: number, { day, year, month }: Publication): string | null {
  switch (unit) {
    case "day":
      return formatDay(day + offset);
    case "week":
      return formatWeek(day + offset * 7);
    case "month": {
      const months = year * 12 + month - 1 + offset;
      return formatMonth(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
    }
    case "quarter": {
      const quarters = year * 4 + Math.floor((month - 1) / 3) + offset;
      return `${formatYear(Math.floor(quarters / 4))}-Q${(quarters % 4) + 1}`;
    }
    case "year":
      return formatYear(year + offset);
    case "decade":
      return formatYear(year + offset * 10).slice(0, 3);
    case "century":
      return formatYear(year + offset * 100).slice(0, 2);
    default:
      return null;
  }
}

const FIRST_MONTH: Readonly<Record<YearPart, number>> = {
  Q1: 1,
  Q2: 4,
  Q3: 7,
  Q4: 10,
  H1: 1,
  H2: 7,
  SP: 3,
  SU: 6,
  FA: 9,
  WI: 12,
};

function resolveYearPart(
  meaning: Extract<Meaning, { kind: "year-part" }>,
  bearings: Bearings,
  publication: Publication,
): Resolved {
  const { part, year, relation } = meaning;
  const resolved = (of: number, words: string | null): Resolved => ({
    value: `${formatYear(of)}-${part}`,
    inferred: words === null ? null : `${words}, published ${publication.words}`,
  });
  if (year !== null && "year" in year) return resolved(year.year, null);
  if (year !== null) return resolved(publication.year + year.shift, shiftWords(year.shift));
  const start = FIRST_MONTH[part];
  const length = part.startsWith("H") ? 6 : 3;
  /** The year in which the part that is running or last ran began. */
  const latest = start <= publication.month ? publication.year : publication.year - 1;
  const running = (publication.year - latest) * 12 + publication.month - start < length;
  if (relation === "this")
    return resolved(running || part === "WI" ? latest : publication.year, "the year of publication");
  if (relation === "last" || relation === "previous")
    return resolved(running ? latest - 1 : latest, "the last before publication");
  if (relation === "next" || relation === "following") return resolved(latest + 1, "the next after publication");
  // Results of the quarter just over are announced after it: "will report third-quarter earnings".
  const justOver = part.startsWith("Q") && (publication.year - latest) * 12 + publication.month - start < 6;
  const direction = bearings.direction();
  if (direction.side === "future" && direction.strength > 0 && !running && !justOver)
    return resolved(latest + 1, "the first after publication");
  return resolved(latest, "the last that began before publication");
}

function resolveHoliday(
  meaning: Extract<Meaning, { kind: "holiday" }>,
  bearings: Bearings,
  publication: Publication,
): Resolved {
  const { rule, as, year, relation } = meaning;
  const of = (one: number, words: string | null): Resolved => {
    const { value } = holidayValue(rule, one, as);
    return { value, inferred: words === null ? null : `${words}, published ${publication.words}` };
  };
  if (year !== null)
    return "year" in year ? of(year.year, null) : of(publication.year + year.shift, shiftWords(year.shift));
  const distance = (one: number) => (holidayDay(rule, one) ?? Number.NaN) - publication.day;
  const ahead = distance(publication.year) < 0 ? publication.year + 1 : publication.year;
  const back = distance(publication.year) > 0 ? publication.year - 1 : publication.year;
  if (relation === "last" || relation === "previous")
    return of(distance(back) === 0 ? back - 1 : back, "the last before publication");
  if (relation === "next" || relation === "following")
    return of(distance(ahead) === 0 ? ahead + 1 : ahead, "the next after publication");
  if (relation === "this") return of(publication.year, "the year of publication");
  if (ahead === back) return of(publication.year, "the day of publication");
  const direction = bearings.direction();
  const nearest = distance(ahead) < -distance(back) ? "future" : "past";
  const side = direction.strength === 2 ? direction.side : nearest;
  return side === "future" ? of(ahead, "the first after publication") : of(back, "the last up to publication");
}

function holidayDay(rule: HolidayRule, year: number): number | null {
  if ("easter" in rule) return easterSunday(year) + rule.easter;
  if ("nth" in rule) {
    const day = nthWeekday(year, rule.month, rule.weekday, rule.nth);
    return day === null ? null : day + (rule.plus ?? 0);
  }
  return dayNumber(year, rule.month, rule.day);
}

function holidayValue(rule: HolidayRule, year: number, as: "day" | "week" | "weekend"): Resolved {
  const day = holidayDay(rule, year);
  if (day === null) return UNKNOWN;
  const value = as === "day" ? formatDay(day) : as === "week" ? formatWeek(day) : `${formatWeek(day)}-WE`;
  return { value, inferred: null };
}

function resolveDayOfMonth(
  meaning: Extract<Meaning, { kind: "day-of-month" }>,
  bearings: Bearings,
  publication: Publication,
): Resolved {
  const direction = bearings.direction();
  const months = direction.side === "future" ? [0, 1, 2] : [0, -1, -2];
  for (const shift of months) {
    const first = publication.year * 12 + publication.month - 1 + shift;
    const year = Math.floor(first / 12);
    const month = (first % 12) + 1;
    if (!isRealDay(year, month, meaning.day)) continue;
    const day = dayNumber(year, month, meaning.day);
    if (direction.side === "future" ? day < publication.day : day > publication.day) continue;
    if (meaning.weekday !== null && weekdayOf(day) !== meaning.weekday) continue;
    return { value: formatDay(day), inferred: `the nearest such day to publication on ${publication.words}` };
  }
  return UNKNOWN;
}

function resolveWeekOf(day: Meaning, bearings: Bearings): Resolved {
  const { value, inferred } = resolveMeaning(day, bearings);
  const number = dayOfValue(value);
  return number === null ? UNKNOWN : { value: formatWeek(number), inferred };
}

function resolveNth(meaning: Extract<Meaning, { kind: "nth" }>, bearings: Bearings): Resolved {
  const whole = resolveMeaning(meaning.of, bearings);
  const match = whole.value === null ? null : /^(\d{4})(?:-(\d{2}))?$/.exec(whole.value);
  if (match === null) return UNKNOWN;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const { nth, unit, weekday } = meaning;
  if (unit === "weekday" && weekday !== null) {
    const day = nth < 0 ? nthWeekday(year, month ?? 12, weekday, -1) : nthWeekday(year, month ?? 1, weekday, nth);
    return { value: day === null ? null : formatDay(day), inferred: whole.inferred };
  }
  const first = dayNumber(year, month ?? 1, 1);
  const end = month === null ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  const day = unit === "day" ? (nth < 0 ? end - 1 : first + nth - 1) : null;
  if (day !== null) return day < end ? { value: formatDay(day), inferred: whole.inferred } : UNKNOWN;
  // The first week of a month is the one that holds its first Thursday, as with ISO weeks of a year.
  const thursday = nth < 0 ? nthWeekday(year, month ?? 12, 4, -1) : nthWeekday(year, month ?? 1, 4, nth);
  return { value: thursday === null ? null : formatWeek(thursday), inferred: whole.inferred };
}

function resolveTimeOfDay(meaning: Extract<Meaning, { kind: "clock" | "part" }>, bearings: Bearings): Resolved {
  const tail = meaning.kind === "clock" ? meaning.time : meaning.part;
  if (meaning.day !== null) {
    const day = resolveMeaning(meaning.day, bearings);
    return day.value === null ? UNKNOWN : { value: `${day.value}T${tail}`, inferred: day.inferred };
  }
  const { publication, mentions } = bearings;
  const mentioned = mentions.dayInParagraph();
  if (mentioned !== null) {
    return { value: `${formatDay(mentioned)}T${tail}`, inferred: `on ${formatDay(mentioned)}, mentioned before` };
  }
  if (publication === null || (meaning.kind === "part" && meaning.part !== "NI")) return UNKNOWN;
  // What happened "overnight" happened in the night before the report.
  const before = meaning.kind === "part" && bearings.direction().side === "past";
  return {
    value: `${formatDay(publication.day - (before ? 1 : 0))}T${tail}`,
    inferred: `on the day ${before ? "before" : "of"} publication, ${publication.words}`,
  };
}

function resolveOffset(meaning: Extract<Meaning, { kind: "offset" }>, bearings: Bearings): Resolved {
  const { amount, unit, sign, from } = meaning;
  const { publication, mentions } = bearings;
  if (
    unit === "year" &&
    amount === 1 &&
    sign < 0 &&
    (from === "publication" || from === "mention") &&
    mentions.quarter() !== null
  ) {
    return resolveComparison(bearings) ?? UNKNOWN;
  }
  if (amount === null) {
    if (from !== "publication") return UNKNOWN;
    return { value: sign < 0 ? "PAST_REF" : "FUTURE_REF", inferred: null };
  }
  if (from === "publication") {
    if (publication === null) return UNKNOWN;
    const value = shiftFromPublication(unit, amount * sign, publication);
    const side = sign < 0 ? "before" : "after";
    return value === null ? UNKNOWN : { value, inferred: `counted ${side} publication on ${publication.words}` };
  }
  const anchor = from === "mention" ? mentions.last() : resolveMeaning(from, bearings).value;
  const value = anchor === null ? null : shiftValue(anchor, unit, amount * sign);
  return value === null
    ? UNKNOWN
    : { value, inferred: `counted from ${anchor}${from === "mention" ? ", mentioned before" : ""}` };
}

/** "in two weeks" counts from publication only where a verb of the future asks for it. */
function resolveAhead(meaning: Extract<Meaning, { kind: "ahead" }>, { publication, direction }: Bearings): Resolved {
  const length = { value: meaning.length, inferred: null };
  if (publication === null) return length;
  const { side, strength } = direction();
  if (side !== "future" || strength < 2) return length;
  const value = shiftFromPublication(meaning.unit, meaning.amount, publication);
  return value === null ? length : { value, inferred: `counted after publication on ${publication.words}` };
}

/** The quarter that is reported on, or the year of publication, a year back. */
function resolveComparison({ publication, mentions }: Bearings): Resolved | null {
  const quarter = mentions.quarter();
  if (quarter !== null) {
    return { value: shiftValue(quarter, "year", -1), inferred: `a year before ${quarter}, mentioned before` };
  }
  if (publication === null) return null;
  return { value: formatYear(publication.year - 1), inferred: `the year before publication on ${publication.words}` };
}

function shiftFromPublication(unit: TimeUnit, amount: number, publication: Publication): string | null {
  if (unit === "hour" || unit === "minute" || unit === "second") {
    if (publication.minutes === null || unit === "second") return null;
    const minutes = publication.minutes + Math.round(amount * (unit === "hour" ? 60 : 1));
    const day = publication.day + Math.floor(minutes / 1440);
    const rest = ((minutes % 1440) + 1440) % 1440;
    return `${formatDay(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
  }
  if (!Number.isInteger(amount)) {
    if (unit === "year") return shiftPeriod("month", Math.round(amount * 12), publication);
    if (unit === "week") return shiftPeriod("day", Math.round(amount * 7), publication);
    return shiftPeriod(unit, Math.round(amount), publication);
  }
  if (unit === "decade") return shiftPeriod("year", amount * 10, publication);
  if (unit === "century") return shiftPeriod("year", amount * 100, publication);
  return shiftPeriod(unit, amount, publication);
}

/** A value moved by so many units: years keep its shape, finer units need a value at least as fine. */
export function shiftValue(value: string, unit: TimeUnit, amount: number): string | null {
  if (!Number.isInteger(amount)) return null;
  if (unit === "decade") return shiftValue(value, "year", amount * 10);
  if (unit === "century") return shiftValue(value, "year", amount * 100);
  const date = value.split("T")[0]!;
  const year = /^\d{4}/.exec(date)?.[0];
  if (year === undefined) return null;
  if (unit === "year") {
    if (date.includes("W")) return formatYear(Number(year) + amount);
    return formatYear(Number(year) + amount) + date.slice(4);
  }
  const day = dayOfValue(date);
  if (unit === "day") return day === null ? null : formatDay(day + amount);
  if (unit === "week") return day === null ? null : formatDay(day + amount * 7);
  const months = /^\d{4}-(\d{2})/.exec(date)?.[1];
  if (unit === "month" && months !== undefined) {
    const total = Number(year) * 12 + Number(months) - 1 + amount;
    return formatMonth(Math.floor(total / 12), (total % 12) + 1);
  }
  const quarter = /^\d{4}-Q([1-4])$/.exec(date)?.[1];
  if (unit === "quarter" && quarter !== undefined) {
    const total = Number(year) * 4 + Number(quarter) - 1 + amount;
    return `${formatYear(Math.floor(total / 4))}-Q${(total % 4) + 1}`;
  }
  return null;
}

/** The day number of a value that names one day, or null. */
export function dayOfValue(value: string | null): number | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value)) return null;
  const range = rangeOfValue(value);
  return range === null
    ? null
    : dayNumber(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10)));
}

function weekdayWords(day: number, publication: Publication): string {
  const name = weekdayName(weekdayOf(day));
  const distance = day - publication.day;
  if (distance === 0) return `the day of publication, ${publication.words}`;
  const far = Math.abs(distance) > 7 ? ` (${Math.abs(distance)} days)` : "";
  return `the ${name} ${distance < 0 ? "before" : "after"} publication on ${publication.words}${far}`;
}

function dayOffsetWords(offset: number): string {
  if (offset === 0) return "the day of";
  if (offset === -1) return "the day before";
  if (offset === 1) return "the day after";
  return `${Math.abs(offset)} days ${offset < 0 ? "before" : "after"}`;
}

function shiftWords(shift: number): string {
  return shift === 0
    ? "the year of publication"
    : shift < 0
      ? "the year before publication"
      : "the year after publication";
}

import { type Bearings, type Resolved, UNRESOLVED } from "./bearings.ts";
import { dayNumber, formatDay, formatWeek, nthWeekday } from "./calendar.ts";
import type { Meaning } from "./meaning.ts";
import { dayOfValue } from "./range.ts";
import {
  resolveDayOfMonth,
  resolveHoliday,
  resolveMonth,
  resolveNumeric,
  resolveWeekday,
  resolveWeekend,
} from "./resolve-days.ts";
import {
  resolveAhead,
  resolveComparison,
  resolveFromPublication,
  resolvePeriod,
  resolveYearPart,
} from "./resolve-periods.ts";
import { shiftValue } from "./shift.ts";

/** The TIMEX3 value of a meaning; null when publication date, direction or an earlier date would be needed and is not known. */
export function resolveMeaning(meaning: Meaning, bearings: Bearings): Resolved {
  const { publication, mentions } = bearings;
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
    case "year-part":
      return resolveYearPart(meaning, bearings);
    case "holiday":
      return resolveHoliday(meaning, bearings, publication);
    case "mentioned":
      return mentions.near(meaning.unit, meaning.offset, () => bearings.direction().side);
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
      return resolveComparison(bearings);
    case "day":
      return publication === null ? UNRESOLVED : resolveRelativeDay(meaning.offset, publication.day, publication.words);
    case "period":
      return publication === null ? UNRESOLVED : resolvePeriod(meaning.unit, meaning.offset, publication);
    case "weekday":
      return publication === null ? UNRESOLVED : resolveWeekday(meaning, bearings, publication);
    case "weekend":
      return publication === null ? UNRESOLVED : resolveWeekend(meaning, bearings, publication);
    case "day-of-month":
      return publication === null ? UNRESOLVED : resolveDayOfMonth(meaning, bearings, publication);
  }
}

function resolveRelativeDay(offset: number, publicationDay: number, publicationWords: string): Resolved {
  const days = Math.abs(offset);
  const count = days === 1 ? "the day" : `${days} days`;
  return {
    value: formatDay(publicationDay + offset),
    inferred: `${offset === 0 ? "the day of" : `${count} ${offset < 0 ? "before" : "after"}`} publication on ${publicationWords}`,
  };
}

function resolveWeekOf(day: Meaning, bearings: Bearings): Resolved {
  const { value, inferred } = resolveMeaning(day, bearings);
  const number = dayOfValue(value);
  return number === null ? UNRESOLVED : { value: formatWeek(number), inferred };
}

/** "the first Monday of June", "the last week of 2024", "the 15th day of next month" */
function resolveNth({ nth, unit, weekday, of }: Extract<Meaning, { kind: "nth" }>, bearings: Bearings): Resolved {
  const whole = resolveMeaning(of, bearings);
  const match = whole.value === null ? null : /^(\d{4})(?:-(\d{2}))?$/.exec(whole.value);
  if (match === null) return UNRESOLVED;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  if (unit === "day") {
    const first = dayNumber(year, month ?? 1, 1);
    const end = month === null ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
    const day = nth < 0 ? end - 1 : first + nth - 1;
    return day < end ? { value: formatDay(day), inferred: whole.inferred } : UNRESOLVED;
  }
  // The first week of a month is the one that holds its first Thursday, as with ISO weeks of a year.
  const wanted = unit === "week" ? 4 : (weekday ?? 1);
  const day = nthWeekday(year, month ?? (nth < 0 ? 12 : 1), wanted, nth);
  if (day === null) return UNRESOLVED;
  return { value: unit === "week" ? formatWeek(day) : formatDay(day), inferred: whole.inferred };
}

/**
 * A time of the clock or part of the day: of its own day, else of the day last named on the side of its clause. Without
 * either, one ahead is of the day of publication and one past is left open, since reports often appear a day later.
 */
function resolveTimeOfDay(meaning: Extract<Meaning, { kind: "clock" | "part" }>, bearings: Bearings): Resolved {
  const tail = meaning.kind === "clock" ? meaning.time : meaning.part;
  if (meaning.day !== null) {
    const day = resolveMeaning(meaning.day, bearings);
    return day.value === null ? UNRESOLVED : { value: `${day.value}T${tail}`, inferred: day.inferred };
  }
  const { publication, mentions } = bearings;
  const { side } = bearings.direction();
  const named = mentions.dayOn(side);
  if (named !== null) {
    return { value: `${formatDay(named)}T${tail}`, inferred: `on ${formatDay(named)}, mentioned before` };
  }
  if (publication === null) return UNRESOLVED;
  const isNight = meaning.kind === "part" && meaning.part === "NI";
  if (side === "past" && !isNight) return UNRESOLVED;
  // What happened "overnight" happened in the night before the report.
  const before = side === "past" ? 1 : 0;
  return {
    value: `${formatDay(publication.day - before)}T${tail}`,
    inferred: `on the day ${before === 1 ? "before" : "of"} publication, ${publication.words}`,
  };
}

function resolveOffset(
  { amount, unit, sign, from }: Extract<Meaning, { kind: "offset" }>,
  bearings: Bearings,
): Resolved {
  const isYearBack = unit === "year" && amount === 1 && sign < 0;
  // In a report on results "a year ago" and "a year earlier" compare quarters.
  if (isYearBack && (from === "publication" || from === "mention") && bearings.mentions.quarter() !== null) {
    return resolveComparison(bearings);
  }
  if (from === "publication") return resolveFromPublication(amount, sign, unit, bearings);
  const anchor = from === "mention" ? bearings.mentions.last() : anchorOf(from, amount, unit, sign, bearings);
  const value = anchor === null || amount === null ? null : shiftValue(anchor, unit, amount * sign);
  if (value === null) return UNRESOLVED;
  return { value, inferred: `counted from ${anchor}${from === "mention" ? ", mentioned before" : ""}` };
}

/** "nine days before Christmas", told on 20 December, counts from the one ahead where that lies back already. */
function anchorOf(
  from: Meaning,
  amount: number | null,
  unit: Extract<Meaning, { kind: "offset" }>["unit"],
  sign: -1 | 1,
  bearings: Bearings,
): string | null {
  const { value } = resolveMeaning(from, bearings);
  const { publication } = bearings;
  const isOpen = from.kind === "holiday" && from.year === null && from.relation === null;
  if (!isOpen || value === null || amount === null || publication === null || sign > 0) return value;
  const next = shiftValue(value, "year", 1);
  const shifted = next === null ? null : dayOfValue(shiftValue(next, unit, -amount));
  return next !== null && shifted !== null && shifted <= publication.day ? next : value;
}

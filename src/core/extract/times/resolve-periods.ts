import type { TimeUnit } from "../../lexicons/time-words.ts";
import { type Bearings, type Resolved, UNRESOLVED } from "./bearings.ts";
import { formatDay, formatWeek, formatYear, two } from "./calendar.ts";
import { isClockUnit } from "./durations.ts";
import type { Meaning, YearPart } from "./meaning.ts";
import type { Publication } from "./publication.ts";
import { yearShiftWords } from "./resolve-days.ts";
import { shiftMonth, shiftQuarter, shiftValue } from "./shift.ts";

/** "this month", "last year" */
export function resolvePeriod(unit: TimeUnit, offset: number, publication: Publication): Resolved {
  const value = unitFrom(publication, unit, offset);
  const count = Math.abs(offset) > 1 ? `${Math.abs(offset)} ${unit}s` : `the ${unit}`;
  const place = offset === 0 ? "of" : offset < 0 ? "before" : "after";
  return value === null ? UNRESOLVED : { value, inferred: `${count} ${place} publication on ${publication.words}` };
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

/** Quarters, halves and seasons. */
export function resolveYearPart(
  { part, year, relation }: Extract<Meaning, { kind: "year-part" }>,
  bearings: Bearings,
): Resolved {
  const { publication } = bearings;
  const write = (of: number, inferred: string | null): Resolved => ({ value: `${formatYear(of)}-${part}`, inferred });
  if (year !== null && "year" in year) return write(year.year, null);
  if (publication === null) return UNRESOLVED;
  if (year !== null) return write(publication.year + year.shift, yearShiftWords(year.shift, publication));
  const start = FIRST_MONTH[part];
  /** The year in which the part that is running, or ran last, began. */
  const latest = start <= publication.month ? publication.year : publication.year - 1;
  const monthsSince = (publication.year - latest) * 12 + publication.month - start;
  const isRunning = monthsSince < (part.startsWith("H") ? 6 : 3);
  const on = `publication on ${publication.words}`;
  if (relation === "this") {
    return write(isRunning ? latest : publication.year, `the one of the year of ${on}`);
  }
  if (relation === "last" || relation === "previous") {
    return write(isRunning ? latest - 1 : latest, `the last before ${on}`);
  }
  if (relation === "next" || relation === "following") return write(latest + 1, `the next after ${on}`);
  // Results of the quarter just over are announced after it: "will report third-quarter earnings".
  const isJustOver = part.startsWith("Q") && monthsSince < 6;
  const { side, strength } = bearings.direction();
  if (side === "future" && strength > 0 && !isRunning && !isJustOver) return write(latest + 1, `the first after ${on}`);
  return write(latest, `the last that began before ${on}`);
}

/** A time so far from publication; `amount` is negative for what lies back, null for a vague length. */
export function resolveFromPublication(
  amount: number | null,
  sign: -1 | 1,
  unit: TimeUnit,
  bearings: Bearings,
): Resolved {
  const { publication } = bearings;
  if (amount === null) return { value: sign < 0 ? "PAST_REF" : "FUTURE_REF", inferred: null };
  if (publication === null) return UNRESOLVED;
  const value = timeFrom(publication, unit, amount * sign);
  const side = sign < 0 ? "before" : "after";
  return value === null ? UNRESOLVED : { value, inferred: `counted ${side} publication on ${publication.words}` };
}

/** "in two weeks" counts from publication only where a verb of the future asks for it. */
export function resolveAhead(meaning: Extract<Meaning, { kind: "ahead" }>, bearings: Bearings): Resolved {
  const length = { value: meaning.length, inferred: null };
  if (bearings.publication === null) return length;
  const { side, strength } = bearings.direction();
  if (side !== "future" || strength < 2) return length;
  const resolved = resolveFromPublication(meaning.amount, 1, meaning.unit, bearings);
  return resolved.value === null ? length : resolved;
}

/** The quarter that is reported on, or else the year of publication, a year back. */
export function resolveComparison({ publication, mentions }: Bearings): Resolved {
  const quarter = mentions.quarter();
  if (quarter !== null) {
    return { value: shiftValue(quarter, "year", -1), inferred: `a year before ${quarter}, mentioned before` };
  }
  if (publication === null) return UNRESOLVED;
  return { value: formatYear(publication.year - 1), inferred: yearShiftWords(-1, publication) };
}

/** The whole unit that lies so many units from the one that holds publication. */
function unitFrom({ day, year, month }: Publication, unit: TimeUnit, offset: number): string | null {
  switch (unit) {
    case "day":
      return formatDay(day + offset);
    case "week":
      return formatWeek(day + offset * 7);
    case "month":
      return shiftMonth(year, month, offset);
    case "quarter":
      return shiftQuarter(year, Math.floor((month - 1) / 3) + 1, offset);
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

/** The time so far from publication, as fine as its unit: "two hours ago" needs the hour of publication. */
function timeFrom(publication: Publication, unit: TimeUnit, amount: number): string | null {
  if (isClockUnit(unit)) {
    if (publication.minutes === null || unit === "second") return null;
    const minutes = publication.minutes + Math.round(amount * (unit === "hour" ? 60 : 1));
    const rest = ((minutes % 1440) + 1440) % 1440;
    const day = publication.day + Math.floor(minutes / 1440);
    return `${formatDay(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
  }
  if (unit === "decade") return unitFrom(publication, "year", Math.round(amount * 10));
  if (unit === "century" || unit === "millennium") {
    return unitFrom(publication, "year", Math.round(amount * (unit === "century" ? 100 : 1000)));
  }
  if (Number.isInteger(amount)) return unitFrom(publication, unit, amount);
  if (unit === "year") return unitFrom(publication, "month", Math.round(amount * 12));
  return unit === "week"
    ? unitFrom(publication, "day", Math.round(amount * 7))
    : unitFrom(publication, unit, Math.round(amount));
}

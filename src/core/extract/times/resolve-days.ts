import type { HolidayRule } from "../../lexicons/time-holidays.ts";
import { type Bearings, type Resolved, UNRESOLVED } from "./bearings.ts";
import {
  dayNumber,
  easterSunday,
  formatDay,
  formatMonth,
  formatWeek,
  isRealDay,
  nthWeekday,
  two,
  weekdayOf,
} from "./calendar.ts";
import type { Meaning } from "./meaning.ts";
import { monthName, type Publication, weekdayName } from "./publication.ts";

/** A month or a day of it. */
export function resolveMonth(meaning: Extract<Meaning, { kind: "month" }>, bearings: Bearings): Resolved {
  const { month, day, relation, weekday } = meaning;
  const { publication } = bearings;
  const write = (year: number, inferred: string | null): Resolved => {
    if (day === null) return { value: formatMonth(year, month), inferred };
    return isRealDay(year, month, day) ? { value: `${formatMonth(year, month)}-${two(day)}`, inferred } : UNRESOLVED;
  };
  if (meaning.year !== null && "year" in meaning.year) return write(meaning.year.year, null);
  if (publication === null) return UNRESOLVED;
  if (meaning.year !== null) {
    return write(publication.year + meaning.year.shift, yearShiftWords(meaning.year.shift, publication));
  }
  const name = day === null ? monthName(month) : `${day} ${monthName(month)}`;
  const before = month < publication.month ? publication.year : publication.year - 1;
  const after = month > publication.month ? publication.year : publication.year + 1;
  if (relation === "last" || relation === "previous") {
    // The month just gone is "last month": "last February", said in March, is a year further back.
    const gone = day === null && month === publication.month - 1;
    return write(gone ? before - 1 : before, `the ${name} before publication on ${publication.words}`);
  }
  if (relation === "next" || relation === "following") {
    return write(after, `the next ${name} after publication on ${publication.words}`);
  }
  if (relation === "this") return write(publication.year, yearShiftWords(0, publication));
  if (weekday !== null && day !== null) {
    const years = [publication.year, publication.year - 1, publication.year + 1];
    const year = years.find((one) => isRealDay(one, month, day) && weekdayOf(dayNumber(one, month, day)) === weekday);
    if (year !== undefined) {
      return write(
        year,
        `the ${name} nearest to publication on ${publication.words} that is a ${weekdayName(weekday)}`,
      );
    }
  }
  return write(...openYear(month, day, name, bearings, publication));
}

/** The year of a month or a day that names none, and why. */
function openYear(
  month: number,
  day: number | null,
  name: string,
  bearings: Bearings,
  publication: Publication,
): [year: number, inferred: string] {
  const distance = (year: number) =>
    day === null
      ? (year * 12 + month - publication.year * 12 - publication.month) * 30
      : dayNumber(year, month, day) - publication.day;
  if (distance(publication.year) === 0) {
    return [publication.year, `the ${day === null ? "month" : "day"} of publication, ${publication.words}`];
  }
  const ahead = distance(publication.year) < 0 ? publication.year + 1 : publication.year;
  const back = distance(publication.year) > 0 ? publication.year - 1 : publication.year;
  const { side, strength } = bearings.direction();
  const near = Math.min(distance(ahead), -distance(back));
  // A day that is just over on one side and the best part of a year off on the other is the near one, whatever the
  // tense: "declared a dividend, payable Dec. 15". A month takes the tense of its clause.
  const trusted =
    day === null ? strength === 2 || (strength === 1 && side === "past") : strength === 2 ? near > 25 : near > 120;
  const isAhead = trusted ? side === "future" : distance(ahead) === near;
  return isAhead
    ? [ahead, `the first ${name} after publication on ${publication.words}`]
    : [back, `the last ${name} before publication on ${publication.words}`];
}

/** A date in figures. One that could be read either way stays open unless the report shows its order. */
export function resolveNumeric(meaning: Extract<Meaning, { kind: "numeric" }>, bearings: Bearings): Resolved {
  const { first, second, year } = meaning;
  const dayFirst = isRealDay(year, second, first);
  const monthFirst = isRealDay(year, first, second);
  const write = (month: number, day: number, inferred: string | null): Resolved => ({
    value: `${formatMonth(year, month)}-${two(day)}`,
    inferred,
  });
  if (dayFirst && (!monthFirst || first === second)) return write(second, first, null);
  if (monthFirst && !dayFirst) return write(first, second, null);
  if (bearings.monthFirst === null) return UNRESOLVED;
  return bearings.monthFirst
    ? write(first, second, "month first, as elsewhere in the report or in its language")
    : write(second, first, "day first, as elsewhere in the report or in its language");
}

export function resolveWeekday(
  { weekday, relation, weeks, plus }: Extract<Meaning, { kind: "weekday" }>,
  bearings: Bearings,
  publication: Publication,
): Resolved {
  const today = weekdayOf(publication.day);
  const ofThisWeek = publication.day - today + weekday;
  const back = (today - weekday + 7) % 7;
  const write = (day: number): Resolved => ({ value: formatDay(day), inferred: weekdayWords(day, publication) });
  if (weeks !== null) return write(ofThisWeek + weeks * 7);
  switch (relation) {
    case "previous":
    case "following": {
      const anchor = bearings.mentions.day();
      if (anchor === null) return UNRESOLVED;
      const apart = weekdayOf(anchor) - weekday;
      const step = relation === "previous" ? -(((apart + 6) % 7) + 1) : ((6 - apart) % 7) + 1;
      return { value: formatDay(anchor + step), inferred: `counted from ${formatDay(anchor)}, mentioned before` };
    }
    case "past":
      return write(publication.day - (back === 0 ? 7 : back));
    case "coming":
      return write(publication.day + 7 - back + plus);
    // A day of the week of publication goes by its bare name: "last Friday" and "next Friday" are those of other weeks.
    case "last":
      return write(ofThisWeek - 7);
    case "next":
      return write(ofThisWeek + 7);
    case "this": {
      const passed = ofThisWeek < publication.day && bearings.direction().side === "future";
      return write(passed ? ofThisWeek + 7 : ofThisWeek);
    }
    case null: {
      if (back === 0) return write(publication.day);
      const { side, strength } = bearings.direction();
      // Yesterday and tomorrow take a weak sign to the contrary, the day before yesterday the weakest.
      const isAhead =
        side === "future" ? strength === 2 || back > (strength === 1 ? 1 : 2) : strength === 0 && back === 6;
      return write(isAhead ? publication.day + 7 - back : publication.day - back);
    }
  }
}

export function resolveWeekend(
  { relation, weeks: stated }: Extract<Meaning, { kind: "weekend" }>,
  bearings: Bearings,
  publication: Publication,
): Resolved {
  const today = weekdayOf(publication.day);
  const past = () => bearings.direction().side === "past";
  let weeks = 0;
  if (stated !== null) weeks = stated;
  else if (relation === "last" || relation === "previous") weeks = -1;
  else if (relation === "next" || relation === "following") weeks = 1;
  // "Over the weekend", told on Monday, is the one just gone; so is "this weekend", told as past early in the week.
  else if (relation === null ? today < 6 && past() : today < 3 && past() && bearings.direction().strength === 2)
    weeks = -1;
  const count = Math.abs(weeks) > 1 ? `${Math.abs(weeks)} weeks` : "of the week";
  const place = weeks === 0 ? "of the week of" : `${count} ${weeks < 0 ? "before" : "after"}`;
  return {
    value: `${formatWeek(publication.day + weeks * 7)}-WE`,
    inferred: `the weekend ${place} publication on ${publication.words}`,
  };
}

/** "the 20th", "Monday the 21st": the nearest such day on the side that the clause points to. */
export function resolveDayOfMonth(
  meaning: Extract<Meaning, { kind: "day-of-month" }>,
  bearings: Bearings,
  publication: Publication,
): Resolved {
  const isAhead = bearings.direction().side === "future";
  for (const shift of isAhead ? [0, 1, 2] : [0, -1, -2]) {
    const months = publication.year * 12 + publication.month - 1 + shift;
    const year = Math.floor(months / 12);
    const month = (months % 12) + 1;
    if (!isRealDay(year, month, meaning.day)) continue;
    const day = dayNumber(year, month, meaning.day);
    if (isAhead ? day < publication.day : day > publication.day) continue;
    if (meaning.weekday !== null && weekdayOf(day) !== meaning.weekday) continue;
    return {
      value: formatDay(day),
      inferred: `the ${isAhead ? "first" : "last"} such day ${isAhead ? "from" : "up to"} publication on ${publication.words}`,
    };
  }
  return UNRESOLVED;
}

export function resolveHoliday(
  meaning: Extract<Meaning, { kind: "holiday" }>,
  bearings: Bearings,
  publication: Publication | null,
): Resolved {
  const { rule, as, year, relation } = meaning;
  const write = (one: number, inferred: string | null): Resolved => {
    const day = holidayOf(rule, one);
    if (day === null) return UNRESOLVED;
    return { value: as === "day" ? formatDay(day) : `${formatWeek(day)}${as === "week" ? "" : "-WE"}`, inferred };
  };
  if (year !== null && "year" in year) return write(year.year, null);
  if (publication === null || meaning.isOpen === true) return UNRESOLVED;
  if (year !== null) {
    // "Two years ago on New Year's Eve", told in January, is two or three calendar years back.
    const turn = Math.abs(year.shift) > 1 && "month" in rule && rule.month === 12 && publication.month < 3;
    return turn ? UNRESOLVED : write(publication.year + year.shift, yearShiftWords(year.shift, publication));
  }
  if (relation === "this") return write(publication.year, yearShiftWords(0, publication));
  const distance = (one: number) => (holidayOf(rule, one) ?? publication.day) - publication.day;
  const here = distance(publication.year);
  const on = `publication on ${publication.words}`;
  if (relation === "last" || relation === "previous") {
    return write(here < 0 ? publication.year : publication.year - 1, `the last before ${on}`);
  }
  if (relation === "next" || relation === "following") {
    return write(here > 0 ? publication.year : publication.year + 1, `the next after ${on}`);
  }
  if (here === 0) return write(publication.year, `the day of publication, ${publication.words}`);
  const ahead = here < 0 ? publication.year + 1 : publication.year;
  const back = here > 0 ? publication.year - 1 : publication.year;
  const { side, strength } = bearings.direction();
  const isAhead = strength === 2 ? side === "future" : distance(ahead) < -distance(back);
  return isAhead ? write(ahead, `the first after ${on}`) : write(back, `the last before ${on}`);
}

function holidayOf(rule: HolidayRule, year: number): number | null {
  if ("easter" in rule) return easterSunday(year) + rule.easter;
  if (!("nth" in rule)) return dayNumber(year, rule.month, rule.day);
  const day = nthWeekday(year, rule.month, rule.weekday, rule.nth);
  return day === null ? null : day + (rule.plus ?? 0);
}

/** The words for "last year", "this year", "next year" of publication. */
export function yearShiftWords(shift: number, publication: Publication): string {
  const place = shift === 0 ? "of" : shift < 0 ? "before" : "after";
  return `the year ${place} publication on ${publication.words}`;
}

function weekdayWords(day: number, publication: Publication): string {
  const distance = day - publication.day;
  if (distance === 0) return `the day of publication, ${publication.words}`;
  const far = Math.abs(distance) > 7 ? ` (${Math.abs(distance)} days)` : "";
  const name = weekdayName(weekdayOf(day));
  return `the ${name} ${distance < 0 ? "before" : "after"} publication on ${publication.words}${far}`;
}

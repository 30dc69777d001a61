import { WEEKDAYS } from "../../lexicons/time-words.ts";
import { readMonthDates, readWeekdayName } from "./dates.ts";
import { readHoliday } from "./holidays.ts";
import type { Found, Meaning, Relation } from "./meaning.ts";
import { pieceAt, readOrdinal, readWords, wordAt } from "./numbers.ts";
import { readNumericDate } from "./numeric-dates.ts";
import type { Piece } from "./pieces.ts";

/** One day, however it is named: the forms that a part of the day or a time of the clock can be added to. */
export function readDay(pieces: readonly Piece[], at: number): Found | null {
  const dates = readMonthDates(pieces, at);
  if (dates !== null) {
    const only = dates.length === 1 ? dates[0]! : null;
    return only !== null && only.meaning.kind === "month" && only.meaning.day !== null ? only : null;
  }
  return (
    readNumericDate(pieces, at) ??
    readRelativeDay(pieces, at) ??
    readHoliday(pieces, at) ??
    readWeekday(pieces, at) ??
    readMentionedDay(pieces, at)
  );
}

/** "today", "yesterday", "the day before yesterday", "the day after tomorrow". */
function readRelativeDay(pieces: readonly Piece[], at: number): Found | null {
  const word = wordAt(pieces, at);
  if (word === "today") return found(at, at + 1, { kind: "day", offset: 0 });
  if (word === "yesterday") return found(at, at + 1, { kind: "day", offset: -1 });
  if (word === "tomorrow") return found(at, at + 1, { kind: "day", offset: 1 });
  const day = word === "the" ? at + 1 : at;
  if (wordAt(pieces, day) !== "day") return null;
  const before = readWords(pieces, day + 1, "before", "yesterday");
  if (before > 0) return found(at, before, { kind: "day", offset: -2 });
  const after = readWords(pieces, day + 1, "after", "tomorrow");
  return after > 0 ? found(at, after, { kind: "day", offset: 2 }) : null;
}

const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ["this", "this"],
  ["last", "last"],
  ["next", "next"],
  ["coming", "next"],
  ["upcoming", "next"],
  ["past", "last"],
  ["previous", "previous"],
  ["preceding", "previous"],
  ["following", "following"],
]);

/** "this", "last", "this coming", "the following" …: the word that places a unit, and the piece after it. */
export function readRelation(pieces: readonly Piece[], at: number): { end: number; relation: Relation } | null {
  let next = at;
  if (wordAt(pieces, next) === "the" || wordAt(pieces, next) === "this") {
    const inner = RELATIONS.get(wordAt(pieces, next + 1));
    if (inner !== undefined && inner !== "this") return { end: next + 2, relation: inner };
  }
  if (wordAt(pieces, next) === "the") next++;
  const relation = RELATIONS.get(wordAt(pieces, next));
  return relation === undefined ? null : { end: next + 1, relation };
}

/**
 * A weekday with what places it.
 *
 * > | a week on Monday
 *     ^^^^^^^^^^^^^^^^ the Monday after the next
 * > | Monday last week, next week Monday, last Monday, Monday week
 */
function readWeekday(pieces: readonly Piece[], at: number): Found | null {
  const away = readWeeksOn(pieces, at);
  if (away !== null) return away;
  const relation = readRelation(pieces, at);
  const nameAt = relation?.end ?? at;
  const name = readWeekdayName(pieces, nameAt);
  if (name === null) return relation === null ? null : readWeekThenDay(pieces, at, relation);
  const ordinal = relation === null ? readDayOfMonth(pieces, at, name) : null;
  if (ordinal !== null) return ordinal;
  const meaning = { kind: "weekday", weekday: name.value, relation: null, plus: 0 } as const;
  // "Following Wednesday’s leak" comes after it; the week after next is "the following Wednesday".
  const isPreposition =
    relation?.relation === "following" && wordAt(pieces, at) !== "the" && wordAt(pieces, name.end) === "'";
  if (isPreposition) return null;
  if (relation !== null) {
    const word = wordAt(pieces, relation.end - 1);
    const nearest = word === "past" ? "past" : word === "coming" || word === "upcoming" ? "coming" : null;
    return found(at, name.end, { ...meaning, relation: nearest ?? relation.relation, weeks: null });
  }
  if (wordAt(pieces, name.end) === "week" && !isWeekdayGenitive(pieces, name.end)) {
    return found(at, name.end + 1, { ...meaning, relation: "coming", weeks: null, plus: 7 });
  }
  let next = name.end;
  if (wordAt(pieces, next) === "of" || wordAt(pieces, next) === ",") next++;
  const week = readWeekShift(pieces, next);
  if (week !== null && (next === name.end || wordAt(pieces, name.end) === "of")) {
    return found(at, week.end, { ...meaning, weeks: week.shift });
  }
  return found(at, name.end, { ...meaning, weeks: null });
}

function isWeekdayGenitive(pieces: readonly Piece[], at: number): boolean {
  return wordAt(pieces, at + 1) === "-" || wordAt(pieces, at + 1) === "'";
}

/** "Monday the 21st" */
function readDayOfMonth(pieces: readonly Piece[], at: number, name: { end: number; value: number }): Found | null {
  let next = name.end;
  if (wordAt(pieces, next) === ",") next++;
  if (wordAt(pieces, next) !== "the") return null;
  const day = readOrdinal(pieces, next + 1);
  if (day?.value == null || day.value > 31 || pieceAt(pieces, day.end).kind === "word") return null;
  return found(at, day.end, { kind: "day-of-month", day: day.value, weekday: name.value });
}

/** "a week on Monday", "a fortnight today", "two weeks from Monday" */
function readWeeksOn(pieces: readonly Piece[], at: number): Found | null {
  const article = wordAt(pieces, at);
  if (article !== "a" && article !== "one" && article !== "two") return null;
  const unit = wordAt(pieces, at + 1);
  if (unit !== "week" && unit !== "weeks" && unit !== "fortnight") return null;
  const weeks = (article === "two" ? 2 : 1) * (unit === "fortnight" ? 2 : 1);
  let next = at + 2;
  const joint = wordAt(pieces, next);
  if (joint === "on" || joint === "from" || joint === "after") next++;
  if (wordAt(pieces, next) === "next") next++;
  const name = readWeekdayName(pieces, next);
  if (name !== null && next > at + 2) {
    return found(at, name.end, {
      kind: "weekday",
      weekday: name.value,
      relation: "coming",
      weeks: null,
      plus: weeks * 7,
    });
  }
  const day = wordAt(pieces, next);
  if (joint === "on") return null;
  if (day === "today") return found(at, next + 1, { kind: "day", offset: weeks * 7 });
  if (day === "tomorrow") return found(at, next + 1, { kind: "day", offset: weeks * 7 + 1 });
  return null;
}

/** "last week Monday", "next week's Thursday" */
function readWeekThenDay(
  pieces: readonly Piece[],
  at: number,
  relation: { end: number; relation: Relation },
): Found | null {
  if (wordAt(pieces, relation.end) !== "week") return null;
  let next = relation.end + 1;
  if (wordAt(pieces, next) === "'" && wordAt(pieces, next + 1) === "s") next += 2;
  if (wordAt(pieces, next) === "on") next++;
  const name = readWeekdayName(pieces, next);
  const weeks = weekShift(relation.relation);
  if (name === null || weeks === null) return null;
  return found(at, name.end, { kind: "weekday", weekday: name.value, relation: null, weeks, plus: 0 });
}

export function readWeekShift(pieces: readonly Piece[], at: number): { end: number; shift: number } | null {
  const relation = readRelation(pieces, at);
  if (relation === null || wordAt(pieces, relation.end) !== "week") return null;
  const shift = weekShift(relation.relation);
  return shift === null ? null : { end: relation.end + 1, shift };
}

function weekShift(relation: Relation): number | null {
  return relation === "this" ? 0 : relation === "last" ? -1 : relation === "next" ? 1 : null;
}

/** "that day", "the same day", "the next day", "the following day", "the day before", "the previous day". */
export function readMentionedDay(pieces: readonly Piece[], at: number): Found | null {
  const start = wordAt(pieces, at);
  const end = (next: number, offset: number) => found(at, next, { kind: "mentioned", unit: "day", offset });
  if (start === "that") {
    const next = wordAt(pieces, at + 1) === "same" || wordAt(pieces, at + 1) === "very" ? at + 2 : at + 1;
    return wordAt(pieces, next) === "day" ? end(next + 1, 0) : null;
  }
  if (start === "next" && wordAt(pieces, at + 1) === "day") return end(at + 2, 1);
  if (start !== "the") return null;
  if (wordAt(pieces, at + 2) === "day") {
    const word = wordAt(pieces, at + 1);
    if (word === "same") return end(at + 3, 0);
    if (word === "next" || word === "following") return end(at + 3, 1);
    if (word === "previous" || word === "preceding") return end(at + 3, -1);
    return null;
  }
  if (wordAt(pieces, at + 1) !== "day") return null;
  const word = wordAt(pieces, at + 2);
  // "the day before the vote" needs the event's date; "the day before." stands by itself.
  if (pieceAt(pieces, at + 3).kind === "word") return null;
  if (word === "before") return end(at + 3, -1);
  return word === "after" ? end(at + 3, 1) : null;
}

/** "the 20th" on its own, after "on". */
export function readBareDayOfMonth(pieces: readonly Piece[], at: number): Found | null {
  if (wordAt(pieces, at) !== "the") return null;
  const day = readOrdinal(pieces, at + 1);
  if (day?.value == null || day.value > 31 || day.value < 1) return null;
  let end = wordAt(pieces, day.end) === "day" ? day.end + 1 : day.end;
  if (wordAt(pieces, end) === "of" || wordAt(pieces, end) === "in") end++;
  const shift = ["this", "last", "next"].indexOf(wordAt(pieces, end));
  if (shift >= 0 && wordAt(pieces, end + 1) === "month") {
    const month: Meaning = { kind: "period", unit: "month", offset: [0, -1, 1][shift]! };
    return found(at, end + 2, { kind: "nth", nth: day.value, unit: "day", weekday: null, of: month });
  }
  if (wordAt(pieces, at - 1) !== "on" || pieceAt(pieces, at + 1).kind !== "digits") return null;
  const next = pieceAt(pieces, day.end);
  if (next.kind === "word" && next.word !== "at" && next.word !== "and" && next.word !== "to") return null;
  if (next.word === "-") return null;
  return found(at, day.end, { kind: "day-of-month", day: day.value, weekday: null });
}

/** True for a weekday in the plural ("Sundays"). */
export function pluralWeekday(word: string): number | null {
  return word.endsWith("s") ? (WEEKDAYS.get(word.slice(0, -1)) ?? null) : null;
}

/** "the first Monday of June", "the last Friday in May", "the third week of July 2025" */
export function readNthOf(
  pieces: readonly Piece[],
  at: number,
  readMonthOrYear: (pieces: readonly Piece[], at: number) => Found | null,
): Found | null {
  let next = at;
  if (wordAt(pieces, next) === "the") next++;
  const ordinal = readOrdinal(pieces, next);
  const isLast = wordAt(pieces, next) === "last" || wordAt(pieces, next) === "final";
  if (ordinal === null && !isLast) return null;
  const nth = isLast ? -1 : ordinal!.value!;
  next = isLast ? next + 1 : ordinal!.end;
  const weekday = readWeekdayName(pieces, next);
  const word = wordAt(pieces, next);
  const unit = weekday !== null ? "weekday" : word === "week" || word === "day" ? word : null;
  if (unit === null || nth > 31) return null;
  next = weekday?.end ?? next + 1;
  if (wordAt(pieces, next) !== "of" && wordAt(pieces, next) !== "in") return null;
  const whole = readMonthOrYear(pieces, next + 1) ?? null;
  if (whole === null) return null;
  return found(at, whole.end, { kind: "nth", nth, unit, weekday: weekday?.value ?? null, of: whole.meaning });
}

function found(start: number, end: number, meaning: Meaning): Found {
  return { start, end, meaning };
}

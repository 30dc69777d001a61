import { MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from "../../lexicons/time-words.ts";
import type { Found, Relation, StatedYear } from "./meaning.ts";
import { isTight, pieceAt, readOrdinal, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

/**
 * Dates that name a month, in either order, with or without weekday and year; a list of days of one month gives one
 * date each.
 *
 * > | on 20–21 June
 *        ^^          2025-06-20
 *           ^^^^^^^  2025-06-21
 */
export function readMonthDates(pieces: readonly Piece[], at: number): readonly Found[] | null {
  const weekday = readWeekdayName(pieces, at);
  if (weekday !== null) {
    let next = weekday.end;
    if (wordAt(pieces, next) === "," || wordAt(pieces, next) === ".") next++;
    if (wordAt(pieces, next) === "the" || wordAt(pieces, next) === "on") next++;
    const dates = readMonthFirst(pieces, next) ?? readDayFirst(pieces, next);
    const [first, ...rest] = dates ?? [];
    if (first === undefined || first.meaning.kind !== "month" || first.meaning.day === null) return null;
    return [{ ...first, start: at, meaning: { ...first.meaning, weekday: weekday.value } }, ...rest];
  }
  return readMonthFirst(pieces, at) ?? readDayFirst(pieces, at);
}

/** "Saturday", "Sat.", "Sat" before a date. */
export function readWeekdayName(pieces: readonly Piece[], at: number): { end: number; value: number } | null {
  const { word, capital } = pieceAt(pieces, at);
  const full = WEEKDAYS.get(word);
  if (full !== undefined) return { end: at + 1, value: full };
  const short = capital ? SHORT_WEEKDAYS.get(word) : undefined;
  if (short === undefined) return null;
  const stop = wordAt(pieces, at + 1) === "." ? 1 : 0;
  let next = at + 1 + stop;
  if (wordAt(pieces, next) === ",") next++;
  // "Sat 12 rows back": the short form needs a whole date behind it.
  const isDated =
    readMonthName(pieces, next) !== null ||
    readOrdinal(pieces, next) !== null ||
    (readDayFirst(pieces, next) !== null && pieceAt(pieces, next).kind === "digits") ||
    ["/", "-", "."].includes(wordAt(pieces, next + 1));
  return isDated ? { end: at + 1 + stop, value: short } : null;
}

/** "June", "June 20", "June 20th, 2025", "June 2025", "July 4, 5 and 6", "June the twentieth". */
function readMonthFirst(pieces: readonly Piece[], at: number): Found[] | null {
  const month = readMonthName(pieces, at);
  if (month === null) return null;
  let next = month.end;
  if (wordAt(pieces, next) === "the") next++;
  const day = readDayNumber(pieces, next);
  if (day === null || (day.bare && followsAsNumber(pieces, day.end))) {
    const year = readYearAfter(pieces, month.end);
    return [date(at, year?.end ?? month.end, year?.year ?? null, month.value, null, null)];
  }
  const days = [{ start: at, end: day.end, value: day.value }];
  for (let last = days.at(-1)!; ; last = days.at(-1)!) {
    const following = readDayInList(pieces, last.end, last.value);
    if (following === null) break;
    days.push(following);
  }
  const year = readYearAfter(pieces, days.at(-1)!.end);
  return days.map((one, index) =>
    date(
      one.start,
      index === days.length - 1 && year !== null ? year.end : one.end,
      year?.year ?? null,
      month.value,
      one.value,
      null,
    ),
  );
}

/** "20 June", "20–21 June 2025", "the 4th of July", "20, 21 and 22 June". */
function readDayFirst(pieces: readonly Piece[], at: number): Found[] | null {
  let start = at;
  if (wordAt(pieces, start) === "the") start++;
  const first = readDayNumber(pieces, start);
  if (first === null) return null;
  const days = [{ start: at, end: first.end, value: first.value }];
  for (let last = days.at(-1)!; ; last = days.at(-1)!) {
    const following = readDayInList(pieces, last.end, last.value);
    if (following === null) break;
    days.push(following);
  }
  let next = days.at(-1)!.end;
  if (wordAt(pieces, next) === "of") next++;
  else if (wordAt(pieces, next) === "-" && days.length === 1) next++;
  const month = readMonthName(pieces, next);
  // "between 10 May" needs the capital; "5 march" is left alone.
  if (month === null) return null;
  const year = readYearAfter(pieces, wordAt(pieces, month.end) === "-" ? month.end + 1 : month.end);
  return days.map((one, index) =>
    date(
      one.start,
      index === days.length - 1 ? (year?.end ?? month.end) : one.end,
      year?.year ?? null,
      month.value,
      one.value,
      null,
    ),
  );
}

export interface MonthName {
  readonly end: number;
  readonly value: number;
  readonly short: boolean;
}

/** A month with a capital, or a short form with or without its stop. */
export function readMonthName(pieces: readonly Piece[], at: number): MonthName | null {
  const { word, capital } = pieceAt(pieces, at);
  const value = capital ? MONTHS.get(word) : undefined;
  if (value === undefined) return null;
  const short = word.length <= 4 && word !== "may" && word !== "june" && word !== "july";
  const stop = short && wordAt(pieces, at + 1) === "." && !pieceAt(pieces, at + 1).blank;
  return { end: stop ? at + 2 : at + 1, value, short };
}

interface DayNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Digits without st, nd, rd or th. */
  readonly bare: boolean;
}

/** 1 to 31, as digits or an ordinal. */
function readDayNumber(pieces: readonly Piece[], at: number): DayNumber | null {
  const ordinal = readOrdinal(pieces, at);
  if (ordinal !== null) {
    return ordinal.value !== null && ordinal.value <= 31
      ? { start: at, end: ordinal.end, value: ordinal.value, bare: false }
      : null;
  }
  const { kind, word } = pieceAt(pieces, at);
  const value = kind === "digits" && word.length <= 2 ? Number(word) : 0;
  return value >= 1 && value <= 31 ? { start: at, end: at + 1, value, bare: true } : null;
}

/** The next day of "July 4, 5 and 6" or "20–21 June": a joint and a larger day number. */
function readDayInList(pieces: readonly Piece[], at: number, after: number): DayNumber | null {
  let next = at;
  const joint = wordAt(pieces, next);
  if (
    joint === "," ||
    joint === "-" ||
    joint === "to" ||
    joint === "and" ||
    joint === "or" ||
    joint === "&" ||
    joint === "/"
  )
    next++;
  else if (joint === "through" || joint === "until") next++;
  else return null;
  if (joint === "," && wordAt(pieces, next) === "and") next++;
  if (wordAt(pieces, next) === "the") next++;
  const day = readDayNumber(pieces, next);
  if (day === null || day.value <= after || followsAsNumber(pieces, day.end)) return null;
  if (day.bare && joint === "," && !isListEnd(pieces, day.end)) return null;
  return day;
}

/** After a bare number in a list of days: another joint, a month, or the end of the clause; not the noun it counts. */
function isListEnd(pieces: readonly Piece[], at: number): boolean {
  const { kind, word, capital } = pieceAt(pieces, at);
  return kind !== "word" || word === "and" || word === "or" || (capital && MONTHS.has(word));
}

/** True when the number before `at` is part of a larger number, a time, a share or a sum, and so no day. */
function followsAsNumber(pieces: readonly Piece[], at: number): boolean {
  const { word, kind, blank } = pieceAt(pieces, at);
  if (word === "%" || word === "percent" || word === "million" || word === "billion") return true;
  if (word === "am" || word === "pm" || word === "p" || word === "o") return true;
  if (word === "a" && wordAt(pieces, at + 1) === "." && wordAt(pieces, at + 2) === "m") return true;
  if (blank) return false;
  if (word === ":" || word === "." || word === ",")
    return isTight(pieces, at, 2) && pieceAt(pieces, at + 1).kind === "digits";
  return kind === "word";
}

/** ", 2025", " 2025", " last year", "'25": the year after a month or a day. */
export function readYearAfter(pieces: readonly Piece[], at: number): { end: number; year: StatedYear } | null {
  let next = at;
  if (wordAt(pieces, next) === ",") next++;
  if (wordAt(pieces, next) === "of" || wordAt(pieces, next) === "in") next++;
  const year = readYearNumber(pieces, next);
  if (year !== null && (next === at || wordAt(pieces, at) !== "in"))
    return { end: year.end, year: { year: year.value } };
  const shift = readYearShift(pieces, next);
  if (shift !== null) return shift;
  return null;
}

/** "this year", "last year", "next year". */
export function readYearShift(pieces: readonly Piece[], at: number): { end: number; year: StatedYear } | null {
  if (wordAt(pieces, at + 1) !== "year") return null;
  const word = wordAt(pieces, at);
  const shift = word === "this" ? 0 : word === "last" ? -1 : word === "next" ? 1 : null;
  return shift === null ? null : { end: at + 2, year: { shift } };
}

/** Four digits between 1000 and 2199 that are no part of a longer number. */
export function readYearNumber(pieces: readonly Piece[], at: number): { end: number; value: number } | null {
  const { kind, word } = pieceAt(pieces, at);
  if (kind !== "digits" || word.length !== 4) return null;
  const value = Number(word);
  if (value < 1000 || value > 2199) return null;
  const next = pieceAt(pieces, at + 1);
  if (!next.blank) {
    if (next.kind === "word") return null;
    if ((next.word === "," || next.word === "." || next.word === ":") && isTight(pieces, at + 1, 2)) {
      if (pieceAt(pieces, at + 2).kind === "digits") return null;
    }
    if (next.word === "%" || next.word === "°") return null;
  }
  return { end: at + 1, value };
}

function date(
  start: number,
  end: number,
  year: StatedYear,
  month: number,
  day: number | null,
  relation: Relation | null,
): Found {
  return { start, end, meaning: { kind: "month", year, month, day, weekday: null, relation } };
}

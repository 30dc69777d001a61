import { OPENERS, TIME_WORDS } from "../../lexicons/time-openers.ts";
import { UNITS } from "../../lexicons/time-words.ts";
import { readClockRange, readClockTime, readDayPart, readDayWithTime } from "./clock.ts";
import { readMonthDates } from "./dates.ts";
import { readBareDayOfMonth, readDay, readNthOf } from "./days.ts";
import { readLength } from "./lengths.ts";
import type { Found } from "./meaning.ts";
import { wordAt } from "./numbers.ts";
import {
  readComparison,
  readMentionedPeriod,
  readPeriodBeyond,
  readQuarterOrHalf,
  readRelativePeriod,
  readReportedPeriod,
  readSeason,
  readWeekend,
} from "./periods.ts";
import type { Piece } from "./pieces.ts";
import { readReference } from "./references.ts";
import { readSet } from "./sets.ts";
import { readCentury, readDecade, readFiscalYear, readShortYearRange, readSpokenYear, readYear } from "./years.ts";

type Rule = (pieces: readonly Piece[], at: number) => Found | null;

/** What names a stretch of the calendar or a moment; the forms that "early", "late" and "the end of" can stand before. */
const CALENDAR_RULES: readonly Rule[] = [
  readClockTime,
  readDayWithTime,
  readDayPart,
  (pieces, at) => readNthOf(pieces, at, readWhole),
  readDay,
  (pieces, at) => readMonthDates(pieces, at)?.[0] ?? null,
  readRelativePeriod,
  readPeriodBeyond,
  readMentionedPeriod,
  readQuarterOrHalf,
  readComparison,
  readReportedPeriod,
  readSeason,
  readWeekend,
  readWeekOf,
  readDecade,
  readCentury,
  readFiscalYear,
  readSpokenYear,
  readYear,
  readBareDayOfMonth,
];

/** Every rule. The longest reading wins; of equally long ones, the one that stands first here. */
const RULES: readonly Rule[] = [readModified, ...CALENDAR_RULES, readSet, readLength, readReference];

/** How many pieces after its first word an expression may have its first word of time ("no more than two hundred days"). */
const WINDOW = 7;

/** The time expressions of the pieces, in text order, none inside another. */
export function readTimes(pieces: readonly Piece[]): Found[] {
  const times: Found[] = [];
  const nextTimeWord = nextTimeWords(pieces);
  for (let at = 0; at < pieces.length; ) {
    if (nextTimeWord[at]! - at > WINDOW || !opens(pieces[at]!)) {
      at++;
      continue;
    }
    const range = readClockRange(pieces, at) ?? readShortYearRange(pieces, at);
    if (range !== null) {
      times.push(...range);
      at = range[1].end;
      continue;
    }
    const found = readLongest(pieces, at, RULES);
    if (found === null) {
      at++;
      continue;
    }
    const list = found.meaning.kind === "month" ? readMonthDates(pieces, at) : null;
    const last = list?.at(-1);
    if (list !== null && last !== undefined && list.length > 1 && last.end > found.end) {
      times.push(...list);
      at = last.end;
    } else {
      times.push(found);
      at = found.end;
    }
  }
  return times;
}

/** For each piece the index of the first one from it on that is a number or names a time: most of a text is skipped by it. */
function nextTimeWords(pieces: readonly Piece[]): Int32Array {
  const next = new Int32Array(pieces.length);
  let nearest = pieces.length + WINDOW;
  for (let at = pieces.length - 1; at >= 0; at--) {
    const { kind, word } = pieces[at]!;
    if (kind === "digits" || (kind === "word" && TIME_WORDS.has(word))) nearest = at;
    next[at] = nearest;
  }
  return next;
}

function opens({ kind, word }: Piece): boolean {
  return kind === "digits" || (kind === "word" ? TIME_WORDS.has(word) || OPENERS.has(word) : word === "'");
}

function readLongest(pieces: readonly Piece[], at: number, rules: readonly Rule[]): Found | null {
  let longest: Found | null = null;
  for (const rule of rules) {
    const found = rule(pieces, at);
    if (found !== null && (longest === null || found.end > longest.end)) longest = found;
  }
  return longest;
}

function readCalendar(pieces: readonly Piece[], at: number): Found | null {
  return readLongest(pieces, at, CALENDAR_RULES);
}

/** A month or a year, for "the first Monday of …". */
function readWhole(pieces: readonly Piece[], at: number): Found | null {
  const date = readMonthDates(pieces, at)?.[0];
  if (date !== undefined) return date.meaning.kind === "month" && date.meaning.day === null ? date : null;
  return readRelativePeriod(pieces, at) ?? readYear(pieces, at) ?? readTheUnit(pieces, at);
}

/** "the week of Nov. 6", "the week ending 5 June" */
function readWeekOf(pieces: readonly Piece[], at: number): Found | null {
  const start = wordAt(pieces, at) === "the" ? at + 1 : at;
  if (wordAt(pieces, start) !== "week" && wordAt(pieces, start) !== "weekend") return null;
  const joint = wordAt(pieces, start + 1);
  if (!["of", "beginning", "ending", "ended", "commencing", "starting"].includes(joint)) return null;
  const day = readDay(pieces, start + 2);
  return day === null ? null : { start: at, end: day.end, meaning: { kind: "week-of", day: day.meaning } };
}

/** Adverbs and nouns that narrow a time; their sense (TIMEX3 MOD) is not kept, their words are. */
const BEFORE_TIME: ReadonlySet<string> = new Set([
  "early",
  "late",
  "mid",
  "sometime",
  "earlier",
  "later",
  "around",
  "about",
]);
const PARTS: ReadonlySet<string> = new Set([
  "beginning",
  "start",
  "end",
  "middle",
  "close",
  "turn",
  "rest",
  "remainder",
  "eve",
  "latter",
]);

/** "early 1991", "mid-June", "later this year", "the end of March", "early in the week", "around noon", "year-end". */
function readModified(pieces: readonly Piece[], at: number): Found | null {
  const yearEnd = readYearEnd(pieces, at);
  if (yearEnd !== null) return yearEnd;
  let next = wordAt(pieces, at) === "the" ? at + 1 : at;
  const word = wordAt(pieces, next);
  if (BEFORE_TIME.has(word)) {
    next++;
    if (wordAt(pieces, next) === "-") next++;
    let joined = false;
    if (["in", "on", "of"].includes(wordAt(pieces, next)) && word !== "about" && word !== "around") {
      next++;
      joined = true;
    }
    const whole = readCalendar(pieces, next) ?? (joined ? readTheUnit(pieces, next) : null);
    return whole === null ? null : { ...whole, start: at };
  }
  if (word === "some" && wordAt(pieces, next + 1) === "time") {
    const inWhole = wordAt(pieces, next + 2) === "in" ? next + 3 : next + 2;
    const whole = readCalendar(pieces, inWhole);
    return whole === null ? null : { ...whole, start: at };
  }
  if (PARTS.has(word) && wordAt(pieces, next + 1) === "of") {
    const whole = readCalendar(pieces, next + 2) ?? readTheUnit(pieces, next + 2);
    return whole === null ? null : { ...whole, start: at };
  }
  return null;
}

/** "the year", "the month", where something before it asks for a stretch of time. */
function readTheUnit(pieces: readonly Piece[], at: number): Found | null {
  if (wordAt(pieces, at) !== "the") return null;
  const unit = UNITS.get(wordAt(pieces, at + 1));
  if (
    unit === undefined ||
    unit.plural ||
    !["day", "week", "month", "quarter", "year", "decade", "century"].includes(unit.unit)
  ) {
    return null;
  }
  return { start: at, end: at + 2, meaning: { kind: "period", unit: unit.unit, offset: 0 } };
}

/** "year-end", "year end", "the year's end", "month-end" */
function readYearEnd(pieces: readonly Piece[], at: number): Found | null {
  const start = wordAt(pieces, at) === "the" ? at + 1 : at;
  const word = wordAt(pieces, start);
  const unit = word === "year" || word === "month" ? word : null;
  if (unit === null) return null;
  let next = start + 1;
  if (wordAt(pieces, next) === "-") next++;
  else if (wordAt(pieces, next) === "'" && wordAt(pieces, next + 1) === "s") next += 2;
  if (wordAt(pieces, next) !== "end") return null;
  return { start: at, end: next + 1, meaning: { kind: "period", unit, offset: 0 } };
}

import { type TimeUnit, UNITS } from "../../lexicons/time-words.ts";
import { pieceAt, readAmount, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

/** A number of units: "14 years", "two-and-a-half hours", "six-month", "three hours and 20 minutes". */
export interface Measure {
  readonly end: number;
  readonly amount: number | null;
  readonly unit: TimeUnit;
  /** TIMEX3 value. */
  readonly value: string;
  /** The amount is no more than "a" or "an". */
  readonly article: boolean;
}

const LETTERS: Readonly<Record<TimeUnit, string>> = {
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  week: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "E",
  century: "C",
  millennium: "L",
};
/** What half of a unit is counted in. */
const SMALLER: Partial<Readonly<Record<TimeUnit, readonly [number, TimeUnit]>>> = {
  minute: [60, "second"],
  hour: [60, "minute"],
  day: [24, "hour"],
  year: [12, "month"],
};
const MONTHS_IN_QUARTER = 3;
const YEARS_IN: Partial<Readonly<Record<TimeUnit, number>>> = { decade: 10, century: 100, millennium: 1000 };
const ORDER: readonly TimeUnit[] = ["year", "month", "week", "day", "hour", "minute", "second"];
/** Words that may stand between the number and the unit. */
const FILLERS: ReadonlySet<string> = new Set(
  `more additional further full long whole consecutive straight successive solid other extra trading working business
  calendar school short hectic busy difficult tense bitter gruelling grueling turbulent bloody`.split(/\s+/),
);

export function readMeasure(pieces: readonly Piece[], at: number): Measure | null {
  const first = readSimpleMeasure(pieces, at);
  if (first === null || first.article || first.amount === null || wordAt(pieces, first.end - 2) === "-") return first;
  let next = first.end;
  if (wordAt(pieces, next) === ",") next++;
  if (wordAt(pieces, next) === "and") next++;
  const second = readSimpleMeasure(pieces, next);
  if (second === null || second.article || second.amount === null) return first;
  const rank = ORDER.indexOf(first.unit);
  if (rank < 0 || ORDER.indexOf(second.unit) <= rank) return first;
  return { ...first, end: second.end, value: joinDurations(first.value, second.value) };
}

function readSimpleMeasure(pieces: readonly Piece[], at: number): Measure | null {
  const amount = readAmount(pieces, at);
  if (amount === null) return null;
  const word = wordAt(pieces, at);
  const article = amount.value === 1 && (word === "a" || word === "an") && amount.end === at + 1;
  let end = amount.end;
  if (wordAt(pieces, end) === "-" && !pieceAt(pieces, end).blank) end++;
  if (
    article &&
    wordAt(pieces, end) === "year" &&
    wordAt(pieces, end + 1) === "or" &&
    wordAt(pieces, end + 2) === "two"
  ) {
    return { end: end + 3, amount: null, unit: "year", value: "PXY", article: false };
  }
  let fillers = 0;
  while (fillers < 2 && FILLERS.has(wordAt(pieces, end))) {
    end++;
    fillers++;
  }
  if (fillers > 0 && wordAt(pieces, end) === "-") end++;
  const unit = UNITS.get(wordAt(pieces, end));
  if (unit === undefined) return null;
  const value = amount.value === null ? null : amount.value * unit.size;
  end++;
  if (wordAt(pieces, end) === "-" && wordAt(pieces, end + 1) === "long") end += 2;
  // "a year and a half"
  const half = article || amount.value === 1 ? readAndAHalf(pieces, end) : -1;
  if (half > 0 && value !== null) {
    return {
      end: half,
      amount: value * 1.5,
      unit: unit.unit,
      value: formatDuration(value * 1.5, unit.unit),
      article: false,
    };
  }
  return {
    end,
    amount: value,
    unit: unit.unit,
    value: formatDuration(value, unit.unit),
    article: article && fillers === 0,
  };
}

function readAndAHalf(pieces: readonly Piece[], at: number): number {
  return wordAt(pieces, at) === "and" && wordAt(pieces, at + 1) === "a" && wordAt(pieces, at + 2) === "half"
    ? at + 3
    : -1;
}

/**
 * TIMEX3 value of a length of time; X for an amount that is not known. Counted quarters are given in months, and
 * decades, centuries and millennia in years, because ISO 8601 has letters for those.
 */
export function formatDuration(amount: number | null, unit: TimeUnit): string {
  if (amount === null) return `P${isClockUnit(unit) ? "T" : ""}X${LETTERS[unit]}`;
  const years = YEARS_IN[unit];
  if (years !== undefined) return formatDuration(amount * years, "year");
  if (unit === "quarter") return formatDuration(amount * MONTHS_IN_QUARTER, "month");
  const smaller = SMALLER[unit];
  const rest = amount - Math.floor(amount);
  if (rest === 0 || smaller === undefined)
    return `P${isClockUnit(unit) ? "T" : ""}${plainNumber(amount)}${LETTERS[unit]}`;
  const part = Math.round(rest * smaller[0] * 100) / 100;
  const small = formatDuration(part, smaller[1]);
  return amount < 1 ? small : joinDurations(formatDuration(Math.floor(amount), unit), small);
}

function joinDurations(large: string, small: string): string {
  const tail = small.slice(1);
  return large.includes("T") && tail.startsWith("T") ? large + tail.slice(1) : large + tail;
}

export function isClockUnit(unit: TimeUnit): boolean {
  return unit === "hour" || unit === "minute" || unit === "second";
}

function plainNumber(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}

import { DAY_PARTS, SEASONS, UNITS, WEEKDAYS } from "../../lexicons/time-words.ts";
import { two } from "./calendar.ts";
import { readClockTime } from "./clock.ts";
import { readMonthName, readWeekdayName } from "./dates.ts";
import { pluralWeekday } from "./days.ts";
import { formatDuration, readMeasure } from "./durations.ts";
import type { Found } from "./meaning.ts";
import { pieceAt, readCardinal, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ["daily", "P1D"],
  ["nightly", "P1D"],
  ["weekly", "P1W"],
  ["fortnightly", "P2W"],
  ["monthly", "P1M"],
  ["quarterly", "P3M"],
  ["annually", "P1Y"],
  ["yearly", "P1Y"],
  ["hourly", "PT1H"],
  ["biweekly", "P2W"],
]);

/** "every Sunday", "each year", "every two weeks", "twice a week", "$5 a month", "per day", "daily", "on Sundays". */
export function readSet(pieces: readonly Piece[], at: number): Found | null {
  const { word, capital } = pieceAt(pieces, at);
  if (word === "every" || word === "each") return readEvery(pieces, at);
  if (word === "once" || word === "twice") return readTimesA(pieces, at, at + 1);
  if (word === "a" || word === "an" || word === "per") return readRate(pieces, at);
  const adverb = ADVERBS.get(word);
  if (adverb !== undefined) return capital && !opensSentence(pieces, at) ? null : set(at, at + 1, adverb);
  if (word === "weekdays") return set(at, at + 1, "XXXX-WXX-WD");
  if (word === "weekends") return set(at, at + 1, "XXXX-WXX-WE");
  const weekday = pluralWeekday(word);
  const isSlogan = wordAt(pieces, at + 1) === "for" && pieceAt(pieces, at + 2).capital;
  if (weekday !== null && capital && !isSlogan) return withClock(pieces, set(at, at + 1, `XXXX-WXX-${weekday}`));
  const count = readCardinal(pieces, at);
  if (count !== null && wordAt(pieces, count.end) === "times") return readTimesA(pieces, at, count.end + 1);
  const day = WEEKDAYS.get(word);
  const part = day === undefined ? undefined : DAY_PARTS.get(wordAt(pieces, at + 1));
  if (part !== undefined && wordAt(pieces, at + 1).endsWith("s")) return set(at, at + 2, `XXXX-WXX-${day}T${part}`);
  return null;
}

function readEvery(pieces: readonly Piece[], at: number): Found | null {
  let next = at + 1;
  let step = 1;
  if (wordAt(pieces, next) === "single") next++;
  if (wordAt(pieces, next) === "other" || wordAt(pieces, next) === "second") {
    step = 2;
    next++;
  }
  const unit = UNITS.get(wordAt(pieces, next));
  if (unit !== undefined && !unit.plural) {
    return withClock(pieces, set(at, next + 1, formatDuration(step * unit.size, unit.unit)));
  }
  const weekday = readWeekdayName(pieces, next);
  if (weekday !== null) {
    const part = DAY_PARTS.get(wordAt(pieces, weekday.end));
    const value = `XXXX-WXX-${weekday.value}`;
    return part === undefined
      ? withClock(pieces, set(at, weekday.end, value))
      : set(at, weekday.end + 1, `${value}T${part}`);
  }
  const month = readMonthName(pieces, next);
  if (month !== null) return set(at, month.end, `XXXX-${two(month.value)}`);
  const word = wordAt(pieces, next);
  const season = SEASONS.get(word);
  if (season !== undefined) return set(at, next + 1, `XXXX-${season}`);
  const part = DAY_PARTS.get(word);
  if (part !== undefined) return set(at, next + 1, `XXXX-XX-XXT${part}`);
  if (word === "weekend") return set(at, next + 1, "XXXX-WXX-WE");
  if (word === "weekday") return set(at, next + 1, "XXXX-WXX-WD");
  if (wordAt(pieces, at) === "each") return null;
  const measure = readMeasure(pieces, next);
  return measure === null ? null : set(at, measure.end, measure.value);
}

/** "every Monday at 9am" */
function withClock(pieces: readonly Piece[], every: Found): Found {
  const { meaning } = every;
  if (meaning.kind !== "set" || wordAt(pieces, every.end) !== "at") return every;
  const clock = readClockTime(pieces, every.end + 1);
  if (clock?.meaning.kind !== "clock" || clock.meaning.day !== null) return every;
  const day = meaning.value === "P1D" ? "XXXX-XX-XX" : meaning.value;
  return day.startsWith("P") ? every : set(every.start, clock.end, `${day}T${clock.meaning.time}`);
}

/** "twice a week", "four times each year" */
function readTimesA(pieces: readonly Piece[], at: number, next: number): Found | null {
  const word = wordAt(pieces, next);
  if (word !== "a" && word !== "an" && word !== "per" && word !== "each" && word !== "every") return null;
  const unit = UNITS.get(wordAt(pieces, next + 1));
  return unit === undefined || unit.plural ? null : set(at, next + 2, formatDuration(unit.size, unit.unit));
}

/** "a month" after a sum or a count: "$5 a month", "30 tonnes per day", "three people a week" */
function readRate(pieces: readonly Piece[], at: number): Found | null {
  const unit = UNITS.get(wordAt(pieces, at + 1));
  if (unit === undefined || unit.plural || ["second", "minute", "hour"].includes(unit.unit)) return null;
  if (wordAt(pieces, at) !== "per") {
    const before = pieceAt(pieces, at - 1);
    const beforeThat = pieceAt(pieces, at - 2);
    const counted =
      before.kind === "digits" ||
      [
        "million",
        "billion",
        "m",
        "bn",
        "thousand",
        "hundred",
        "cents",
        "pence",
        "p",
        "dollars",
        "pounds",
        "euros",
      ].includes(before.word) ||
      (before.kind === "word" &&
        before.word.endsWith("s") &&
        (beforeThat.kind === "digits" || readCardinal(pieces, at - 2) !== null));
    if (!counted) return null;
    // "50 years a prisoner", "two days a week": the second is a rate, because the unit before is smaller.
    const after = wordAt(pieces, at + 2);
    if (["ago", "later", "earlier", "before", "after", "old", "from"].includes(after)) return null;
  }
  return set(at, at + 2, formatDuration(unit.size, unit.unit));
}

function opensSentence(pieces: readonly Piece[], at: number): boolean {
  const before = pieceAt(pieces, at - 1);
  return before.kind === "break" || before.word === "." || before.word === '"' || before.word === "“";
}

function set(start: number, end: number, value: string): Found {
  return { start, end, meaning: { kind: "set", value } };
}

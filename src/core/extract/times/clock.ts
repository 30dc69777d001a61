import { DAY_PARTS, type DayPart, SMALL_NUMBERS, UNITS_OF_TEN, ZONE_WORDS, ZONES } from "../../lexicons/time-words.ts";
import { two } from "./calendar.ts";
import { readDay, readWeekShift } from "./days.ts";
import type { Found, Meaning } from "./meaning.ts";
import { isTight, pieceAt, readWords, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

interface ClockReading {
  readonly end: number;
  /** "14:00", "09:30:15" */
  readonly time: string;
  readonly zone: string | null;
}

/** Words before a bare "9:30" or "half past nine" that make it a time. */
const BEFORE_TIME: ReadonlySet<string> = new Set(
  "at by from until till around about after before to and between since".split(" "),
);

/**
 * A time of the clock, with its day on either side.
 *
 * > | at 9.30pm on Thursday
 *        ^^^^^^^^^^^^^^^^^^
 * > | on Thursday at 14:00 GMT
 */
export function readClockTime(pieces: readonly Piece[], at: number): Found | null {
  const clock = readClock(pieces, at);
  if (clock === null) return null;
  const plain = found(at, clock.end, { kind: "clock", time: clock.time, day: null, zone: clock.zone });
  let next = clock.end;
  if (wordAt(pieces, next) === ",") next++;
  if (wordAt(pieces, next) === "on") next++;
  const day = readDay(pieces, next);
  // "8.10am this morning"
  const today = day === null ? readDayPart(pieces, next) : null;
  if (today?.meaning.kind === "part" && today.meaning.day !== null) {
    return found(at, today.end, { kind: "clock", time: clock.time, day: today.meaning.day, zone: clock.zone });
  }
  if (day === null) return plain;
  const part = readPartAfterDay(pieces, day.end);
  return found(at, part?.end ?? day.end, { kind: "clock", time: clock.time, day: day.meaning, zone: clock.zone });
}

/**
 * A span of hours whose second end says what the first leaves out: "from 5 to 6pm on Friday", "10.30am–noon".
 *
 * > | between 2 and 4.30pm tomorrow
 *             ^ T14:00
 *                   ^^^^^^^^^^^^^^^ T16:30
 */
export function readClockRange(pieces: readonly Piece[], at: number): readonly [Found, Found] | null {
  const { kind, word } = pieceAt(pieces, at);
  if (kind !== "digits" || word.length > 2) return null;
  let end = at + 1;
  const mark = wordAt(pieces, end);
  const hasMinutes = (mark === ":" || mark === ".") && isTight(pieces, end, 2) && wordAt(pieces, end + 1).length === 2;
  const minute = hasMinutes ? Number(wordAt(pieces, end + 1)) : 0;
  if (hasMinutes) end += 2;
  const own = readHalfOfDay(pieces, end);
  if (own !== null) end = own.end;
  if (!["to", "and", "-", "until", "till"].includes(wordAt(pieces, end))) return null;
  const second = readClockTime(pieces, end + 1);
  if (second?.meaning.kind !== "clock") return null;
  const hour = Number(word);
  if (hour < 1 || hour > 12 || !(minute < 60)) return null;
  const half = wordAt(pieces, end + 2);
  const marked = wordAt(pieces, end + 1).length <= 2 && /^(?:am|pm|a|p)$|^[.:]$/.test(half);
  if (own === null && !marked && wordAt(pieces, end + 1) !== "noon" && !hasMinutes) return null;
  const last = second.meaning.time;
  const afternoon = own === null ? Number(last.slice(0, 2)) >= 12 && hour % 12 < Number(last.slice(0, 2)) - 11 : own.pm;
  const time = formatTime(afternoon ? (hour % 12) + 12 : hour % 12 === 0 && own !== null ? 0 : hour, minute, -1);
  const first: Meaning = { ...second.meaning, time };
  return [found(at, own?.end ?? end, first), second];
}

/** "Thursday morning", "Thursday at 9.30pm", "June 5 at noon", "Monday, 9 a.m.", "Friday night at 10" */
export function readDayWithTime(pieces: readonly Piece[], at: number): Found | null {
  const day = readDay(pieces, at);
  if (day === null) return null;
  const part = readPartAfterDay(pieces, day.end);
  let next = part?.end ?? day.end;
  if (wordAt(pieces, next) === ",") next++;
  if (wordAt(pieces, next) === "at") next++;
  if (["about", "around", "approximately"].includes(wordAt(pieces, next))) next++;
  const clock =
    next === day.end && pieceAt(pieces, next).kind === "digits"
      ? readClock(pieces, next)
      : readClock(pieces, next, true);
  if (clock !== null) {
    const time = part === null ? clock.time : afterNoon(clock.time, part.part);
    return found(at, clock.end, { kind: "clock", time, day: day.meaning, zone: clock.zone });
  }
  if (part === null) return null;
  // "Wednesday evening next week"
  const week = day.meaning.kind === "weekday" && day.meaning.weeks === null ? readWeekShift(pieces, part.end) : null;
  if (week !== null && day.meaning.kind === "weekday") {
    return found(at, week.end, { kind: "part", part: part.part, day: { ...day.meaning, weeks: week.shift } });
  }
  return found(at, part.end, { kind: "part", part: part.part, day: day.meaning });
}

/** "this morning", "last night", "tonight", "that evening", "the next morning", "overnight", "the morning of June 5". */
export function readDayPart(pieces: readonly Piece[], at: number): Found | null {
  const word = wordAt(pieces, at);
  const today: Meaning = { kind: "day", offset: 0 };
  if (word === "tonight") return withClock(pieces, at, at + 1, "NI", today);
  if (word === "overnight") return found(at, at + 1, { kind: "part", part: "NI", day: null });
  if (word === "this" || word === "last") {
    let next = at + 1;
    if (wordAt(pieces, next) === "late" || wordAt(pieces, next) === "early") next++;
    const part = DAY_PARTS.get(wordAt(pieces, next));
    if (part === undefined || wordAt(pieces, next).endsWith("s")) return null;
    if (word === "last" && part !== "NI" && part !== "EV") return null;
    return withClock(pieces, at, next + 1, part, word === "this" ? today : { kind: "day", offset: -1 });
  }
  const mentioned = readNightBeforeLast(pieces, at) ?? readMentionedPart(pieces, at) ?? readBarePart(pieces, at);
  if (mentioned !== null) return mentioned;
  const next = word === "the" ? at + 1 : at;
  const early = wordAt(pieces, next) === "early" || wordAt(pieces, next) === "small" ? 1 : 0;
  const isHours = early === 1 && wordAt(pieces, next + 1) === "hours";
  const part = isHours ? "NI" : DAY_PARTS.get(wordAt(pieces, next + early));
  const of = wordAt(pieces, next + early + 1);
  if (part === undefined || (of !== "of" && of !== "on")) return null;
  const within = next + early + 2;
  const day = readDay(pieces, within);
  // "the early hours of this morning"
  const longer = isHours ? (readDayPart(pieces, within) ?? readDayWithTime(pieces, within)) : null;
  if (longer !== null && longer.end > (day?.end ?? 0)) return { ...longer, start: at };
  if (day === null) return null;
  // "the early hours of Friday" are Friday's, though it is still night.
  return isHours ? { ...day, start: at } : found(at, day.end, { kind: "part", part, day: day.meaning });
}

/** "(in) the morning", "(in the) early afternoon", "late evening": a part of a day that is not named. */
function readBarePart(pieces: readonly Piece[], at: number): Found | null {
  let next = at;
  if (wordAt(pieces, next) === "the") next++;
  const narrowed = ["early", "late", "mid"].includes(wordAt(pieces, next));
  if (narrowed) next++;
  if (narrowed && wordAt(pieces, next) === "-") next++;
  const word = wordAt(pieces, next);
  const part = DAY_PARTS.get(word);
  if (part === undefined || word.endsWith("s") || (!narrowed && next === at)) return null;
  // A title: "Mourning in the Morning".
  if (pieceAt(pieces, next).capital) return null;
  const before = wordAt(pieces, at - 1);
  if (before !== "in" && before !== "during" && !(narrowed && ["by", "until", "since"].includes(before))) return null;
  if (wordAt(pieces, next + 1) === "-") return null;
  return found(at, next + 1, { kind: "part", part, day: null });
}

/** "the night before last" */
function readNightBeforeLast(pieces: readonly Piece[], at: number): Found | null {
  const end = readWords(pieces, at, "the", "night", "before", "last");
  return end < 0 ? null : found(at, end, { kind: "part", part: "NI", day: { kind: "day", offset: -2 } });
}

/** "that night", "the next morning", "the following evening", "the previous night", "the same afternoon" */
function readMentionedPart(pieces: readonly Piece[], at: number): Found | null {
  let next = at;
  if (wordAt(pieces, next) === "the") next++;
  const word = wordAt(pieces, next);
  const offset =
    word === "that" || (word === "same" && next > at)
      ? 0
      : word === "next" || word === "following"
        ? 1
        : word === "previous"
          ? -1
          : null;
  if (offset === null) return null;
  if (word === "that" && wordAt(pieces, next + 1) === "same") next++;
  const part = DAY_PARTS.get(wordAt(pieces, next + 1));
  if (part === undefined || wordAt(pieces, next + 1).endsWith("s")) return null;
  return withClock(pieces, at, next + 2, part, { kind: "mentioned", unit: "day", offset });
}

function withClock(pieces: readonly Piece[], at: number, end: number, part: DayPart, day: Meaning): Found {
  let next = end;
  if (wordAt(pieces, next) === "at") next++;
  const clock = next > end ? readClock(pieces, next, true) : null;
  if (clock === null) return found(at, end, { kind: "part", part, day });
  return found(at, clock.end, { kind: "clock", time: afterNoon(clock.time, part), day, zone: clock.zone });
}

function readPartAfterDay(pieces: readonly Piece[], at: number): { end: number; part: DayPart } | null {
  let next = at;
  if (wordAt(pieces, next) === "'" && wordAt(pieces, next + 1) === "s") return null;
  if (["late", "early"].includes(wordAt(pieces, next))) next++;
  const part = DAY_PARTS.get(wordAt(pieces, next));
  if (part === undefined || wordAt(pieces, next).endsWith("s")) return null;
  return { end: next + 1, part };
}

/** A bare hour counts only with `bareHour`, where the words before make it a time. */
function readClock(pieces: readonly Piece[], at: number, bareHour = false): ClockReading | null {
  const word = wordAt(pieces, at);
  if ((word === "noon" || word === "midday") && wordAt(pieces, at - 1) !== "high")
    return { end: readZone(pieces, at + 1).end, time: "12:00", zone: null };
  if (word === "midnight") return { end: at + 1, time: "24:00", zone: null };
  if (word === "12" && ["noon", "midday"].includes(wordAt(pieces, at + 1)))
    return { end: at + 2, time: "12:00", zone: null };
  if (word === "12" && wordAt(pieces, at + 1) === "midnight") return { end: at + 2, time: "24:00", zone: null };
  const past = readPastHour(pieces, at);
  if (past !== null) return past;
  const isDigits = pieceAt(pieces, at).kind === "digits";
  // The middle of "2:05:45", "1.5.30".
  if (isDigits && !pieceAt(pieces, at).blank && [":", ".", ",", "/"].includes(wordAt(pieces, at - 1))) return null;
  const hour = isDigits ? (word.length <= 2 ? Number(word) : -1) : (SMALL_NUMBERS.get(word) ?? -1);
  if (isDigits && word.length === 4) return readFourDigits(pieces, at);
  if (hour < 0 || hour > 24) return null;
  let next = at + 1;
  let minute = -1;
  let second = -1;
  const mark = wordAt(pieces, next);
  if (isDigits && (mark === ":" || mark === ".") && isTight(pieces, next, 2) && wordAt(pieces, next + 1).length === 2) {
    minute = Number(wordAt(pieces, next + 1));
    if (!(minute < 60) || pieceAt(pieces, next + 1).kind !== "digits") return null;
    next += 2;
    if (wordAt(pieces, next) === ":" && isTight(pieces, next, 2) && wordAt(pieces, next + 1).length === 2) {
      second = Number(wordAt(pieces, next + 1));
      next += 2;
    }
    if (isTight(pieces, next, 1) && ["%", "m", "bn", "k"].includes(wordAt(pieces, next))) return null;
  } else if (!isDigits) {
    const spoken = readSpokenMinutes(pieces, next);
    if (spoken !== null) {
      minute = spoken.value;
      next = spoken.end;
    }
  }
  const half = readHalfOfDay(pieces, next);
  if (half !== null && hour <= 12) {
    const zone = readZone(pieces, half.end);
    const value = half.pm ? (hour % 12) + 12 : hour % 12;
    return { end: zone.end, time: formatTime(value, minute, second), zone: zone.zone };
  }
  if (!isDigits && minute >= 0) return null;
  if (wordAt(pieces, next) === "o" && wordAt(pieces, next + 1) === "'" && wordAt(pieces, next + 2) === "clock") {
    const inThe = readInThePart(pieces, next + 3);
    return {
      end: inThe?.end ?? next + 3,
      time: inThe === null ? two(hour) : afterNoon(two(hour), inThe.part),
      zone: null,
    };
  }
  const inThe = readInThePart(pieces, next);
  if (inThe !== null && hour >= 1 && hour <= 12 && !isCounted(pieces, at)) {
    return { end: inThe.end, time: afterNoon(formatTime(hour, minute, second), inThe.part), zone: null };
  }
  const zone = readZone(pieces, next);
  if (zone.zone !== null && (minute >= 0 || isDigits)) {
    return { end: zone.end, time: formatTime(hour, minute, second), zone: zone.zone };
  }
  const before = wordAt(pieces, at - 1);
  if (minute >= 0 && mark === ":") {
    // "won 2:10", "a 3:45 record": without a word of time before it, only a two-digit hour is a time of day.
    const isTime = bareHour || BEFORE_TIME.has(before) || word.length === 2;
    return isTime && hour < 24 ? { end: next, time: formatTime(hour, minute, second), zone: null } : null;
  }
  // "at 9.30 on Thursday", "Thursday at 9.30"; "at 6.45" alone may be a price.
  const isDated =
    bareHour || (wordAt(pieces, next) === "on" && readDay(pieces, next + 1) !== null) || readDay(pieces, next) !== null;
  if (minute >= 0 && mark === "." && isDated && before === "at")
    return { end: next, time: formatTime(hour, minute, second), zone: null };
  if (minute < 0 && bareHour && before === "at" && hour >= 1 && isClauseEnd(pieces, next))
    return { end: next, time: formatTime(hour, -1, -1), zone: null };
  return null;
}

function isClauseEnd(pieces: readonly Piece[], at: number): boolean {
  const { kind, blank } = pieceAt(pieces, at);
  return kind === "break" || (kind === "mark" && !blank && !isTight(pieces, at, 2));
}

/** True when a number before "in the morning" counts something or is a share: "won four in the morning session". */
function isCounted(pieces: readonly Piece[], at: number): boolean {
  return !["at", "until", "by", "about", "around", "from", "before", "after", "since", "till", "to"].includes(
    wordAt(pieces, at - 1),
  );
}

/** "1430 GMT", "0600 hours" */
function readFourDigits(pieces: readonly Piece[], at: number): ClockReading | null {
  const word = wordAt(pieces, at);
  const hour = Number(word.slice(0, 2));
  const minute = Number(word.slice(2));
  if (hour > 24 || minute > 59) return null;
  const zone = readZone(pieces, at + 1);
  const time = `${two(hour)}:${two(minute)}`;
  if (zone.zone !== null && zone.zone !== "et" && zone.zone !== "pt") return { end: zone.end, time, zone: zone.zone };
  const after = wordAt(pieces, at + 1);
  return (after === "hours" || after === "hrs") && (word.startsWith("0") || wordAt(pieces, at - 1) === "at")
    ? { end: at + 2, time, zone: null }
    : null;
}

/** "half past nine", "quarter to ten", "twenty past six" */
function readPastHour(pieces: readonly Piece[], at: number): ClockReading | null {
  let next = at;
  if (wordAt(pieces, next) === "a") next++;
  const word = wordAt(pieces, next);
  const minutes =
    word === "half" ? 30 : word === "quarter" ? 15 : (UNITS_OF_TEN.get(word) ?? SMALL_NUMBERS.get(word) ?? -1);
  if (minutes !== 30 && minutes !== 15 && minutes !== 20 && minutes !== 10 && minutes !== 5) return null;
  next++;
  if (wordAt(pieces, next) === "minutes") next++;
  const side = wordAt(pieces, next);
  if (side !== "past" && side !== "to") return null;
  if (side === "to" && word !== "quarter") return null;
  const hourWord = wordAt(pieces, next + 1);
  const hour = SMALL_NUMBERS.get(hourWord) ?? (pieceAt(pieces, next + 1).kind === "digits" ? Number(hourWord) : 0);
  if (hour < 1 || hour > 12) return null;
  const half = readHalfOfDay(pieces, next + 2);
  const inThe = half === null ? readInThePart(pieces, next + 2) : null;
  const base = side === "past" ? hour : hour === 1 ? 12 : hour - 1;
  const time = `${two(base)}:${two(side === "past" ? minutes : 60 - minutes)}`;
  if (half !== null) return { end: half.end, time: half.pm ? afterNoon(time, "AF") : time, zone: null };
  return { end: inThe?.end ?? next + 2, time: inThe === null ? time : afterNoon(time, inThe.part), zone: null };
}

/** "thirty", "fifteen", "forty-five" as minutes after a spoken hour. */
function readSpokenMinutes(pieces: readonly Piece[], at: number): { end: number; value: number } | null {
  const ten = UNITS_OF_TEN.get(wordAt(pieces, at));
  if (ten !== undefined && ten < 60) {
    const unitAt = wordAt(pieces, at + 1) === "-" ? at + 2 : at + 1;
    const unit = SMALL_NUMBERS.get(wordAt(pieces, unitAt)) ?? 0;
    return unit > 0 && unit < 10 ? { end: unitAt + 1, value: ten + unit } : { end: at + 1, value: ten };
  }
  const small = SMALL_NUMBERS.get(wordAt(pieces, at));
  return small !== undefined && small >= 10 ? { end: at + 1, value: small } : null;
}

/** "am", "p.m.", "pm" */
function readHalfOfDay(pieces: readonly Piece[], at: number): { end: number; pm: boolean } | null {
  const word = wordAt(pieces, at);
  if (word === "am" || word === "pm") return { end: at + 1, pm: word === "pm" };
  if (word !== "a" && word !== "p") return null;
  if (wordAt(pieces, at + 1) !== "." || wordAt(pieces, at + 2) !== "m" || !isTight(pieces, at + 1, 2)) return null;
  const stop = wordAt(pieces, at + 3) === "." && !pieceAt(pieces, at + 3).blank;
  return { end: stop ? at + 4 : at + 3, pm: word === "p" };
}

function readInThePart(pieces: readonly Piece[], at: number): { end: number; part: DayPart } | null {
  if (wordAt(pieces, at) === "at" && wordAt(pieces, at + 1) === "night") return { end: at + 2, part: "NI" };
  if (wordAt(pieces, at) !== "in" || wordAt(pieces, at + 1) !== "the") return null;
  const part = DAY_PARTS.get(wordAt(pieces, at + 2));
  return part === undefined || wordAt(pieces, at + 2).endsWith("s") ? null : { end: at + 3, part };
}

/** "GMT", "(GMT)", "Eastern time", "local time", "Eastern Standard Time" */
function readZone(pieces: readonly Piece[], at: number): { end: number; zone: string | null } {
  const open = wordAt(pieces, at) === "(" ? 1 : 0;
  const { word, capital } = pieceAt(pieces, at + open);
  if (capital && ZONES.has(word)) {
    const closed = open === 1 && wordAt(pieces, at + 2) === ")";
    return open === 0 ? { end: at + 1, zone: word } : { end: closed ? at + 3 : at, zone: closed ? word : null };
  }
  if (open === 0 && ZONE_WORDS.has(word)) {
    let next = at + 1;
    if (["standard", "daylight", "summer", "mean"].includes(wordAt(pieces, next))) next++;
    if (wordAt(pieces, next) === "time") return { end: next + 1, zone: word };
  }
  return { end: at, zone: null };
}

/** The 24-hour reading of an hour said with a part of the day. */
function afterNoon(time: string, part: DayPart): string {
  const hour = Number(time.slice(0, 2));
  const rest = time.slice(2);
  if (part === "MO" || hour > 12) return hour === 12 && part === "MO" ? `00${rest}` : time;
  if (part === "NI" && (hour < 5 || hour === 12)) return hour === 12 ? `00${rest}` : time;
  return hour === 12 ? time : `${two(hour + 12)}${rest}`;
}

function formatTime(hour: number, minute: number, second: number): string {
  return `${two(hour)}:${two(Math.max(minute, 0))}${second < 0 ? "" : `:${two(second)}`}`;
}

function found(start: number, end: number, meaning: Meaning): Found {
  return { start, end, meaning };
}

import { SEASONS, type TimeUnit, UNITS } from "../../lexicons/time-words.ts";
import { readMonthName, readYearAfter, readYearNumber, readYearShift } from "./dates.ts";
import { readRelation } from "./days.ts";
import { readHoliday } from "./holidays.ts";
import type { Found, Meaning, Relation, StatedYear, YearPart } from "./meaning.ts";
import { isTight, pieceAt, readOrdinal, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";
import { readSeasonEnd } from "./years.ts";

/** Sports that also have quarters and halves. */
const GAME_WORDS: ReadonlySet<string> = new Set(
  `goal goals touchdown touchdowns lead interception fumble drive field possession penalty substitute equaliser
  equalizer header strike finish score winner`.split(/\s+/),
);
const MONEY_WORDS: ReadonlySet<string> = new Set(
  `profit profits earnings net results revenue revenues sales loss losses income pretax figures operating growth gdp
  turnover dividend output`.split(/\s+/),
);

/** "this month", "last year", "next fiscal year", "this past spring", "last July", "the previous week", "this weekend". */
export function readRelativePeriod(pieces: readonly Piece[], at: number): Found | null {
  const relation = readRelation(pieces, at) ?? readCurrent(pieces, at);
  if (relation === null) return null;
  let next = relation.end;
  while (["fiscal", "financial", "calendar", "academic", "school", "whole", "entire"].includes(wordAt(pieces, next)))
    next++;
  const yearPart = readPartOfShiftedYear(pieces, at);
  if (yearPart !== null) return yearPart;
  const ordinal = readOrdinalPart(pieces, next);
  if (ordinal?.part.startsWith("Q")) {
    return found(at, ordinal.end, { kind: "year-part", part: ordinal.part, year: null, relation: relation.relation });
  }
  const { word } = pieceAt(pieces, next);
  const season = SEASONS.get(word);
  if (season !== undefined && !word.endsWith("s")) {
    return found(at, next + 1, { kind: "year-part", part: season, year: null, relation: relation.relation });
  }
  const month = readMonthName(pieces, next);
  if (month !== null) {
    const day = pieceAt(pieces, month.end);
    const dated = day.kind === "digits" && day.word.length <= 2 && Number(day.word) >= 1 && Number(day.word) <= 31;
    return found(at, dated ? month.end + 1 : month.end, {
      kind: "month",
      year: null,
      month: month.value,
      day: dated ? Number(day.word) : null,
      weekday: null,
      relation: relation.relation,
    });
  }
  const holiday = readHoliday(pieces, next);
  if (holiday !== null && holiday.meaning.kind === "holiday") {
    return { ...holiday, start: at, meaning: { ...holiday.meaning, relation: relation.relation } };
  }
  if (word === "weekend") {
    return found(at, next + 1, { kind: "weekend", relation: relation.relation, weeks: null });
  }
  const unit = UNITS.get(word);
  if (unit?.size === 2 && !unit.plural && relation.relation !== "this") {
    return found(at, next + 1, { kind: "duration", value: "P2W" });
  }
  if (unit === undefined || unit.plural || unit.size !== 1 || unit.unit === "second" || unit.unit === "minute")
    return null;
  return readRelatedUnit(pieces, at, next + 1, relation.relation, unit.unit);
}

function readRelatedUnit(
  pieces: readonly Piece[],
  at: number,
  end: number,
  relation: Relation,
  unit: TimeUnit,
): Found | null {
  const article = wordAt(pieces, at) === "the";
  const word = wordAt(pieces, article ? at + 1 : at);
  if (unit === "day" || unit === "hour") return null;
  if (relation === "previous") return found(at, end, { kind: "mentioned", unit, offset: -1 });
  if (relation === "following") return found(at, end, { kind: "mentioned", unit, offset: 1 });
  // "the past year" is twelve months, "last year" is a year of the calendar; so for "the next decade".
  if (unit !== "quarter" && (word === "past" || (article && (word === "last" || word === "next")))) {
    return found(at, end, { kind: "duration", value: unitDuration(unit) });
  }
  const offset = relation === "last" ? -1 : relation === "next" ? 1 : 0;
  return found(at, end, { kind: "period", unit, offset });
}

function unitDuration(unit: TimeUnit): string {
  return unit === "decade"
    ? "P10Y"
    : unit === "century"
      ? "P100Y"
      : unit === "millennium"
        ? "P1000Y"
        : `P1${unit[0]!.toUpperCase()}`;
}

/** "the current year", "the current fiscal quarter" */
function readCurrent(pieces: readonly Piece[], at: number): { end: number; relation: Relation } | null {
  const next = wordAt(pieces, at) === "the" ? at + 1 : at;
  return wordAt(pieces, next) === "current" ? { end: next + 1, relation: "this" } : null;
}

/** "the week before last", "the year after next" */
export function readPeriodBeyond(pieces: readonly Piece[], at: number): Found | null {
  if (wordAt(pieces, at) !== "the") return null;
  const word = wordAt(pieces, at + 1);
  const side = wordAt(pieces, at + 2);
  const far = wordAt(pieces, at + 3);
  const offset = side === "before" && far === "last" ? -2 : side === "after" && far === "next" ? 2 : null;
  if (offset === null) return null;
  if (word === "weekend") return found(at, at + 4, { kind: "weekend", relation: null, weeks: offset });
  const unit = UNITS.get(word);
  if (unit === undefined || !["week", "month", "quarter", "year"].includes(word)) return null;
  return found(at, at + 4, { kind: "period", unit: unit.unit, offset });
}

/** "that year", "the same month", "that week" */
export function readMentionedPeriod(pieces: readonly Piece[], at: number): Found | null {
  let next = at;
  if (wordAt(pieces, next) === "that") next++;
  else if (wordAt(pieces, next) === "the" && wordAt(pieces, next + 1) === "same") next++;
  else return null;
  if (wordAt(pieces, next) === "same") next++;
  const unit = UNITS.get(wordAt(pieces, next));
  if (unit === undefined || unit.plural || unit.size !== 1) return null;
  if (!["day", "week", "month", "quarter", "year", "decade", "century"].includes(unit.unit)) return null;
  return found(at, next + 1, { kind: "mentioned", unit: unit.unit, offset: 0 });
}

/** "last year's third quarter", "this year's first half", "next year's summer" */
function readPartOfShiftedYear(pieces: readonly Piece[], at: number): Found | null {
  const shift = readYearShift(pieces, at);
  if (shift === null || wordAt(pieces, shift.end) !== "'" || wordAt(pieces, shift.end + 1) !== "s") return null;
  let next = shift.end + 2;
  if (wordAt(pieces, next) === "fiscal") next++;
  const part = readOrdinalPart(pieces, next);
  return part === null
    ? null
    : found(at, part.end, { kind: "year-part", part: part.part, year: shift.year, relation: null });
}

/** "the third quarter", "third-quarter", "the second half of 2025", "Q3 2025", "the fiscal first quarter". */
export function readQuarterOrHalf(pieces: readonly Piece[], at: number): Found | null {
  const short = readShortQuarter(pieces, at);
  if (short !== null) return short;
  let next = at;
  if (wordAt(pieces, next) === "the") next++;
  let year: StatedYear = null;
  const stated = readYearNumber(pieces, next);
  if (stated !== null && next > at) {
    year = { year: stated.value };
    next = stated.end;
  }
  if (wordAt(pieces, next) === "fiscal") next++;
  if (wordAt(pieces, next) === "-") next++;
  if (wordAt(pieces, next) === "year" && wordAt(pieces, next + 1) === "-") return null;
  const part = readOrdinalPart(pieces, next);
  if (part === null) return null;
  const tail = readOfYear(pieces, part.end);
  const after = wordAt(pieces, part.end);
  if (tail === null && GAME_WORDS.has(after)) return null;
  if (tail === null && year === null && part.part.startsWith("H") && !MONEY_WORDS.has(after)) return null;
  return found(at, tail?.end ?? part.end, {
    kind: "year-part",
    part: part.part,
    year: tail?.year ?? year,
    relation: null,
  });
}

/** "Q3", "Q3 2025", "3Q", "H1 2025" */
function readShortQuarter(pieces: readonly Piece[], at: number): Found | null {
  const { word, capital, kind } = pieceAt(pieces, at);
  const next = pieceAt(pieces, at + 1);
  let part = "";
  if (capital && (word === "q" || word === "h") && next.kind === "digits" && !next.blank)
    part = `${word.toUpperCase()}${next.word}`;
  else if (kind === "digits" && next.word === "q" && next.capital && !next.blank) part = `Q${word}`;
  else if (kind === "digits") return readYearThenPart(pieces, at);
  const yearPart = asYearPart(part);
  if (yearPart === null) return null;
  const tail = readOfYear(pieces, at + 2) ?? readYearAfter(pieces, at + 2);
  if (tail === null && part.startsWith("H")) return null;
  return found(at, tail?.end ?? at + 2, {
    kind: "year-part",
    part: yearPart,
    year: tail?.year ?? null,
    relation: null,
  });
}

/** "2025 Q1", "2025-Q1", "2025 H2" */
function readYearThenPart(pieces: readonly Piece[], at: number): Found | null {
  const year = readYearNumber(pieces, at);
  if (year === null) return null;
  const next = wordAt(pieces, year.end) === "-" ? year.end + 1 : year.end;
  const letter = pieceAt(pieces, next);
  if (!letter.capital || (letter.word !== "q" && letter.word !== "h") || pieceAt(pieces, next + 1).blank) return null;
  // "2009 H1N1"
  if (pieceAt(pieces, next + 2).kind === "word" && !pieceAt(pieces, next + 2).blank) return null;
  const part = asYearPart(`${letter.word.toUpperCase()}${wordAt(pieces, next + 1)}`);
  return part === null
    ? null
    : found(at, next + 2, { kind: "year-part", part, year: { year: year.value }, relation: null });
}

function asYearPart(part: string): YearPart | null {
  return part === "Q1" || part === "Q2" || part === "Q3" || part === "Q4" || part === "H1" || part === "H2"
    ? part
    : null;
}

/** "third quarter", "second-half", "first two quarters" */
function readOrdinalPart(pieces: readonly Piece[], at: number): { end: number; part: YearPart } | null {
  const last = wordAt(pieces, at) === "last" || wordAt(pieces, at) === "final" || wordAt(pieces, at) === "latter";
  const ordinal = last ? { end: at + 1, value: -1 } : readOrdinal(pieces, at);
  if (ordinal === null) return null;
  let next = ordinal.end;
  if (wordAt(pieces, next) === "fiscal") next++;
  if (wordAt(pieces, next) === "-" && isTight(pieces, next, 2)) next++;
  const word = wordAt(pieces, next);
  if (word === "quarter") {
    const part = asYearPart(`Q${ordinal.value === -1 ? 4 : ordinal.value}`);
    return part === null || last ? null : { end: next + 1, part };
  }
  if (word === "half") {
    const part = asYearPart(`H${ordinal.value === -1 ? 2 : ordinal.value}`);
    return part === null ? null : { end: next + 1, part };
  }
  if (word === "two" && wordAt(pieces, next + 1) === "quarters") {
    return ordinal.value === 1 ? { end: next + 2, part: "H1" } : null;
  }
  return null;
}

/** " of 1990", " of fiscal 1990", " of this year", " of the year", ", 1990" */
function readOfYear(pieces: readonly Piece[], at: number): { end: number; year: StatedYear } | null {
  if (wordAt(pieces, at) !== "of" && wordAt(pieces, at) !== "in" && wordAt(pieces, at) !== "to") {
    const plain = readYearNumber(pieces, at);
    if (plain !== null) return { end: readSeasonEnd(pieces, plain) ?? plain.end, year: { year: plain.value } };
    return readYearShift(pieces, at);
  }
  let next = at + 1;
  if (wordAt(pieces, next) === "the" && wordAt(pieces, next + 1) === "year" && wordAt(pieces, at) === "of") {
    return { end: next + 2, year: null };
  }
  if (wordAt(pieces, next) === "fiscal") next++;
  if (wordAt(pieces, next) === "year" && wordAt(pieces, next - 1) === "fiscal") next++;
  const year = readYearNumber(pieces, next);
  if (year !== null) return { end: readSeasonEnd(pieces, year) ?? year.end, year: { year: year.value } };
  return readYearShift(pieces, next);
}

/** "year-ago", "the year-earlier quarter", "the comparable year-ago period", "the prior-year quarter" */
export function readComparison(pieces: readonly Piece[], at: number): Found | null {
  let next = wordAt(pieces, at) === "the" ? at + 1 : at;
  if (next > at && ["comparable", "corresponding", "same"].includes(wordAt(pieces, next))) next++;
  const first = wordAt(pieces, next);
  if (wordAt(pieces, next + 1) !== "-") return null;
  const second = wordAt(pieces, next + 2);
  const isComparison =
    (first === "year" && (second === "ago" || second === "earlier")) || (first === "prior" && second === "year");
  if (!isComparison) return null;
  next += 3;
  if (wordAt(pieces, next) === "fiscal") next++;
  const part = readOrdinalPart(pieces, next);
  const tail = part?.end ?? (["quarter", "period"].includes(wordAt(pieces, next)) ? next + 1 : null);
  // "The year-ago results": without its noun the comparison does not take the article.
  const start = tail === null && wordAt(pieces, at) === "the" ? at + 1 : at;
  if (start !== at && tail === null && pieceAt(pieces, next).kind !== "word") return null;
  return found(start, tail ?? next, { kind: "comparison" });
}

/** "the quarter", "the latest quarter", "the latest period" of a report on results; "the year ended", "for the full year". */
export function readReportedPeriod(pieces: readonly Piece[], at: number): Found | null {
  if (wordAt(pieces, at) !== "the") return null;
  let next = at + 1;
  const latest =
    wordAt(pieces, next) === "latest" || (wordAt(pieces, next) === "most" && wordAt(pieces, next + 1) === "recent");
  if (latest) next += wordAt(pieces, next) === "most" ? 2 : 1;
  const full = ["full", "fiscal", "financial", "whole"].includes(wordAt(pieces, next));
  if (full) next++;
  if (wordAt(pieces, next - 1) === "full" && wordAt(pieces, next) === "fiscal") next++;
  const unit = wordAt(pieces, next);
  const before = wordAt(pieces, at - 1);
  const after = wordAt(pieces, next + 1);
  const ended = ["ended", "ending", "to", "that"].includes(after) && after !== "to" && after !== "that";
  if (unit === "quarter" || (unit === "period" && latest)) {
    if (after === "of" || after === "final" || after === "-") return null;
    if (!latest && !ended && !["for", "in", "during", "of", "throughout", "over"].includes(before)) return null;
    return found(at, next + 1, { kind: "mentioned", unit: "quarter", offset: 0 });
  }
  if (unit !== "year" || wordAt(pieces, next + 1) === "-") return null;
  if (ended) return found(at, next + 1, { kind: "duration", value: "P1Y" });
  if (latest) return found(at, next + 1, { kind: "period", unit: "year", offset: full ? -1 : 0 });
  // "the first nine months of the year", but not "the player of the year"
  const partOf =
    before === "of" &&
    (UNITS.get(wordAt(pieces, at - 2))?.plural ?? ["half", "part", "most", "much"].includes(wordAt(pieces, at - 2)));
  const named = full || partOf || before === "for" || before === "during" || before === "throughout";
  // "the year of the flood", "for the year 2000"
  if (!named || after === "of" || after === "that" || pieceAt(pieces, next + 1).kind === "digits") return null;
  return found(at, next + 1, { kind: "period", unit: "year", offset: 0 });
}

/** Words before a bare season: "in the spring", "since summer". */
const BEFORE_SEASON: ReadonlySet<string> = new Set(
  "in during since by until till this over throughout early late mid into".split(" "),
);

/** "summer 2024", "the winter of 2010-11", "in the spring", "spring 2026"; plurals belong to sets and counts. */
export function readSeason(pieces: readonly Piece[], at: number): Found | null {
  const article = wordAt(pieces, at) === "the";
  const next = article ? at + 1 : at;
  const { word } = pieceAt(pieces, next);
  const season = SEASONS.get(word);
  if (season === undefined || word.endsWith("s")) return null;
  const end = next + 1;
  const tail = readOfYear(pieces, end);
  // "it will fall next year"
  const isVerb = !article && (word === "fall" || word === "spring") && !BEFORE_SEASON.has(wordAt(pieces, at - 1));
  if (isVerb && pieceAt(pieces, end).kind !== "digits") return null;
  const isPlain = tail === null || (tail.year === null && wordAt(pieces, end) === "of");
  if (!isPlain) return found(at, tail.end, { kind: "year-part", part: season, year: tail.year, relation: null });
  const before = wordAt(pieces, at - 1) === "-" ? wordAt(pieces, at - 2) : wordAt(pieces, at - 1);
  if (!BEFORE_SEASON.has(before)) return null;
  // "in the fall of the government", "a spring in his step"
  const after = wordAt(pieces, end);
  if (after === "of" || (season === "FA" && word === "fall" && after === "in")) return null;
  return found(at, end, { kind: "year-part", part: season, year: null, relation: null });
}

/** "over the weekend", "the weekend of June 7" has its own rule; "at the weekend". */
export function readWeekend(pieces: readonly Piece[], at: number): Found | null {
  const next = wordAt(pieces, at) === "the" ? at + 1 : at;
  if (next === at || wordAt(pieces, next) !== "weekend") return null;
  return found(at, next + 1, { kind: "weekend", relation: null, weeks: null });
}

function found(start: number, end: number, meaning: Meaning): Found {
  return { start, end, meaning };
}

import { DECADE_NAMES, SMALL_NUMBERS, UNITS_OF_TEN } from "../../lexicons/time-words.ts";
import { two } from "./calendar.ts";
import { readYearNumber } from "./dates.ts";
import type { Found, Meaning } from "./meaning.ts";
import { isTight, pieceAt, readOrdinal, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

/** Words before a four-digit number that make it a year. */
const BEFORE_YEAR: ReadonlySet<string> = new Set(
  `in since of by until till from before after during between for to through the early late mid and or year fiscal
  around about circa post pre throughout spring summer autumn winter fall season into both towards toward beyond than
  due starting beginning ending ended a an this that his her its their our s election elections`.split(/\s+/),
);
/** Of those, the ones that also stand before a plain count ("after 2000 people"). */
const AFTER_COUNT: ReadonlySet<string> = new Set(
  `people men women miles km kilometres kilometers metres meters feet ft yards pounds dollars euros tonnes tons troops
  soldiers homes houses jobs workers points votes times words members students pupils police officers protesters
  demonstrators voters respondents adults residents delegates hours gmt bst est hrs local calories`.split(/\s+/),
);

const HEAT: ReadonlySet<string> = new Set([
  "temperatures",
  "temperature",
  "highs",
  "lows",
  "high",
  "low",
  "degrees",
  "upper",
  "scored",
]);

/** "1984" where its neighbours say it is a year; "1984-85" and "2019/20" as the first of the two. */
export function readYear(pieces: readonly Piece[], at: number): Found | null {
  const year = readYearNumber(pieces, at);
  if (year === null) return null;
  const dashed =
    wordAt(pieces, at - 1) === "-" && ["mid", "early", "late", "post", "pre"].includes(wordAt(pieces, at - 2));
  const before = pieceAt(pieces, dashed ? at - 2 : at - 1);
  const tight = !dashed && !pieceAt(pieces, at).blank;
  if (tight && before.kind === "mark" && !"(-[/'\"".includes(before.word)) return null;
  if (tight && before.kind === "digits") return null;
  if (tight && before.word === "-" && pieceAt(pieces, at - 2).kind !== "word" && !isYearBefore(pieces, at - 2))
    return null;
  // The end of a telephone number: "138-2010-2015".
  if (tight && before.word === "-" && wordAt(pieces, at - 3) === "-" && !pieceAt(pieces, at - 2).blank) return null;
  const after = wordAt(pieces, year.end);
  // "a poll of 2047 registered voters"
  const counted = /^(?:registered|likely|eligible)$/.test(after) ? wordAt(pieces, year.end + 1) : after;
  if (AFTER_COUNT.has(counted)) return null;
  const named = BEFORE_YEAR.has(before.word) || before.word === "(" || isYearBefore(pieces, at - 1);
  if (!named && !isYearBefore(pieces, at - 2) && !isRangeStart(pieces, year)) return null;
  if (year.value < 1500 && before.word !== "in" && before.word !== "year") return null;
  // "a 1996 law", "his 2016 campaign": the determiner of a noun, which a round number would count.
  const isAdjective = ["a", "an", "this", "that", "his", "her", "its", "their", "our", "s"].includes(before.word);
  if (isAdjective && (pieceAt(pieces, year.end).kind !== "word" || (year.value % 100 === 0 && year.value !== 2000)))
    return null;
  if (before.word === "s" && wordAt(pieces, at - 2) !== "'") return null;
  // "for 2000", "to 1500", "about 1900": round counts more often than years.
  if (["for", "to", "about", "around", "or"].includes(before.word) && year.value % 100 === 0 && year.value !== 2000)
    return null;
  return {
    start: at,
    end: readSeasonEnd(pieces, year) ?? year.end,
    meaning: { kind: "fixed", value: wordAt(pieces, at) },
  };
}

/** "2014 to 2018", "2014-2018" */
function isRangeStart(pieces: readonly Piece[], year: { end: number; value: number }): boolean {
  const joint = wordAt(pieces, year.end);
  if (joint !== "to" && joint !== "-" && joint !== "until" && joint !== "through") return false;
  const second = readYearNumber(pieces, year.end + 1);
  return second !== null && second.value > year.value && second.value < year.value + 200;
}

function isYearBefore(pieces: readonly Piece[], at: number): boolean {
  const { word, kind } = pieceAt(pieces, at);
  return kind === "digits" && word.length === 4 && (word.startsWith("19") || word.startsWith("20"));
}

/** "-85" or "/20" after a year: a season or fiscal year over two. */
export function readSeasonEnd(pieces: readonly Piece[], year: { end: number; value: number }): number | null {
  const mark = wordAt(pieces, year.end);
  if ((mark !== "-" && mark !== "/") || !isTight(pieces, year.end, 2)) return null;
  const { word, kind } = pieceAt(pieces, year.end + 1);
  if (kind !== "digits" || word.length !== 2) return null;
  return Number(word) === (year.value + 1) % 100 ? year.end + 2 : null;
}

/** "2019–21": the years at both ends; "2019–20" is one season and stays with readYear. */
export function readShortYearRange(pieces: readonly Piece[], at: number): readonly [Found, Found] | null {
  const first = readYearNumber(pieces, at);
  if (first === null || first.value < 1800 || wordAt(pieces, at + 1) !== "-" || !isTight(pieces, at + 1, 2))
    return null;
  if (!pieceAt(pieces, at).blank && !["(", '"', "'"].includes(wordAt(pieces, at - 1))) return null;
  const { word, kind } = pieceAt(pieces, at + 2);
  const year = wordAt(pieces, at);
  if (kind !== "digits" || word.length !== 2 || Number(word) <= Number(year.slice(2)) || !isRangeEnd(pieces, at + 3))
    return null;
  return Number(word) === (first.value % 100) + 1
    ? null
    : [fixed(at, at + 1, year), fixed(at + 2, at + 3, year.slice(0, 2) + word)];
}

function isRangeEnd(pieces: readonly Piece[], at: number): boolean {
  const { kind, blank, word } = pieceAt(pieces, at);
  return blank || kind === "break" || (kind === "mark" && word !== "-" && word !== "/" && !isTight(pieces, at, 2));
}

/** "the 1990s", "the '80s", "the eighties", "1960s" */
export function readDecade(pieces: readonly Piece[], at: number): Found | null {
  let next = at;
  const article = wordAt(pieces, next) === "the";
  if (article) next++;
  const { word, kind } = pieceAt(pieces, next);
  if (kind === "digits" && (word.length === 4 || word.length === 2) && word.endsWith("0")) {
    const apostrophe = wordAt(pieces, next + 1) === "'";
    const plural = pieceAt(pieces, next + (apostrophe ? 2 : 1));
    if (plural.word !== "s" || plural.blank) return null;
    const end = next + (apostrophe ? 3 : 2);
    if (word.length === 4) {
      const isCentury = word.endsWith("00") && word !== "2000";
      return fixed(at, end, isCentury ? word.slice(0, 2) : word.slice(0, 3));
    }
    // "in his 30s", "temperatures in the 80s": a decade only with "the", and then more often heat than time.
    const named =
      article || ["early", "late", "mid"].includes(wordAt(pieces, wordAt(pieces, at - 1) === "-" ? at - 2 : at - 1));
    // "in the 70s" of temperatures
    const heat = [1, 2, 3, 4].some((back) => HEAT.has(wordAt(pieces, at - back)));
    return named && !heat && Number(word) >= 50 && wordAt(pieces, at - 1) !== "low"
      ? fixed(at, end, `19${word[0]}`)
      : null;
  }
  if (word === "'" && pieceAt(pieces, next + 1).kind === "digits" && wordAt(pieces, next + 2) === "s") {
    const tens = wordAt(pieces, next + 1);
    return tens.length === 2 && tens.endsWith("0") ? fixed(at, next + 3, `19${tens[0]}`) : null;
  }
  const ten =
    article || wordAt(pieces, at - 1) === "-" || wordAt(pieces, at - 1) === "early"
      ? DECADE_NAMES.get(word)
      : undefined;
  return ten === undefined ? null : fixed(at, next + 1, `19${ten}`);
}

/** "the 19th century", "twentieth-century", "the turn of the century" is none. */
export function readCentury(pieces: readonly Piece[], at: number): Found | null {
  let next = at;
  if (wordAt(pieces, next) === "the") next++;
  const ordinal = readOrdinal(pieces, next);
  if (ordinal?.value == null || ordinal.value > 30) return null;
  next = ordinal.end;
  if (wordAt(pieces, next) === "-") next++;
  if (wordAt(pieces, next) !== "century" && wordAt(pieces, next) !== "centuries") return null;
  return fixed(at, next + 1, two(ordinal.value - 1));
}

/** "fiscal 1989", "fiscal year 2020", "FY2024", "the year 2000", "the 2019 financial year" */
export function readFiscalYear(pieces: readonly Piece[], at: number): Found | null {
  let next = at;
  if (wordAt(pieces, next) === "the") next++;
  const word = wordAt(pieces, next);
  if (word === "fiscal" || word === "financial" || word === "calendar") {
    next++;
    if (wordAt(pieces, next) === "year") next++;
  } else if (word === "year" || (word === "fy" && pieceAt(pieces, next).capital)) next++;
  else return null;
  const year = readYearNumber(pieces, next);
  if (year === null) return null;
  return fixed(at, readSeasonEnd(pieces, year) ?? year.end, wordAt(pieces, next));
}

/** "nineteen ninety-seven", "nineteen eighty" */
export function readSpokenYear(pieces: readonly Piece[], at: number): Found | null {
  const century = SMALL_NUMBERS.get(wordAt(pieces, at)) ?? 0;
  if (century !== 18 && century !== 19) return null;
  let next = at + 1;
  if (wordAt(pieces, next) === "-") next++;
  const ten = UNITS_OF_TEN.get(wordAt(pieces, next));
  if (ten === undefined) return null;
  next++;
  const unitAt = wordAt(pieces, next) === "-" ? next + 1 : next;
  const unit = SMALL_NUMBERS.get(wordAt(pieces, unitAt)) ?? 0;
  const hasUnit = unit > 0 && unit < 10;
  return fixed(at, hasUnit ? unitAt + 1 : next, String(century * 100 + ten + (hasUnit ? unit : 0)));
}

function fixed(start: number, end: number, value: string): Found {
  const meaning: Meaning = { kind: "fixed", value };
  return { start, end, meaning };
}

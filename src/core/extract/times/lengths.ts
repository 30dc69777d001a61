import { UNITS } from "../../lexicons/time-words.ts";
import { readDay } from "./days.ts";
import { formatDuration, type Measure, readMeasure } from "./durations.ts";
import type { Found, Meaning } from "./meaning.ts";
import { pieceAt, readWords, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

/** Qualifiers of a length, kept in the span: "more than four hours", "at least 30 days"; "up to" and "within" are prepositions. */
const QUALIFIERS: readonly (readonly string[])[] = [
  ["more", "than"],
  ["less", "than"],
  ["fewer", "than"],
  ["no", "more", "than"],
  ["no", "less", "than"],
  ["not", "more", "than"],
  ["well", "over"],
  ["just", "over"],
  ["just", "under"],
  ["at", "least"],
  ["at", "most"],
  ["as", "long", "as"],
  ["as", "many", "as"],
  ["upwards", "of"],
  ["close", "to"],
  ["about"],
  ["around"],
  ["nearly"],
  ["almost"],
  ["over"],
  ["under"],
  ["approximately"],
  ["roughly"],
];
const QUALIFIERS_BY_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  QUALIFIERS.map((words) => [words[0]!, QUALIFIERS.filter((other) => other[0] === words[0])]),
);

/** Determiners and adjectives before a counted length: "the past three months", "another two weeks". */
const BEFORE_LENGTH: ReadonlySet<string> = new Set(
  `past last next first previous coming following final preceding latest prior initial opening closing remaining entire`.split(
    /\s+/,
  ),
);
/** Words before "a year", "an hour" or a bare "years" that make it a length of time. */
const BEFORE_ARTICLE: ReadonlySet<string> = new Set(
  `for in within after over than about nearly almost least under lasting lasts lasted last take takes took taken taking
  spent spend spends spending of another through throughout during until into just every over up to by around half once
  wait waited waiting served serving jailed sentenced`.split(/\s+/),
);
const BEFORE_BARE_PLURAL: ReadonlySet<string> = new Set(
  "for over after of in within through take takes took taken lasting last lasted lasts spent spending during".split(
    " ",
  ),
);

/** Words before "weeks of protest"; an adjective ("the busiest days of the year") makes it something else. */
const BEFORE_UNITS_OF: ReadonlySet<string> = new Set(
  `after before amid despite following follows followed follow during by for from and or but to with than ended ending
  spent caps capping marks marked of . , : ; - “ " (`
    .split(/\s+/)
    .concat(""),
);
const MODALS: ReadonlySet<string> = new Set(["will", "would", "could", "may", "might", "can", "to", "should"]);

/** A length of time, or a time that lies so far from another: "14 years", "two weeks ago", "three days later". */
export function readLength(pieces: readonly Piece[], at: number): Found | null {
  const qualified = skipQualifier(pieces, at);
  // "over" a length is "more than"; before "the past year" it is a preposition.
  const isPreposition = wordAt(pieces, at) === "over" || wordAt(pieces, at) === "under";
  const article = wordAt(pieces, qualified) === "a" || wordAt(pieces, qualified) === "an";
  if (isPreposition && (!article || ["few", "couple", "good"].includes(wordAt(pieces, qualified + 1)))) return null;
  const described = skipDescription(pieces, qualified);
  const measure = readMeasure(pieces, described);
  if (measure === null) return readUnitLong(pieces, at) ?? readBarePlural(pieces, at);
  if (isAge(pieces, measure.end) || isCompound(pieces, measure.end)) return null;
  const away =
    described === qualified || wordAt(pieces, qualified) === "another" ? readOffset(pieces, at, measure) : null;
  if (away !== null) return away;
  if (measure.unit === "quarter" && !isCountedQuarter(pieces, described)) return null;
  if (measure.unit === "second" && measure.article) return null;
  if (measure.article && described === at && !BEFORE_ARTICLE.has(wordAt(pieces, at - 1))) {
    const after = wordAt(pieces, measure.end);
    if (after !== "after" && after !== "before") return null;
  }
  // "will one day be": no length, but some day to come.
  if (measure.value === "P1D" && wordAt(pieces, at) === "one" && MODALS.has(wordAt(pieces, at - 1))) {
    return found(at, measure.end, { kind: "reference", value: "FUTURE_REF" });
  }
  const end = readTail(pieces, measure.end);
  if (described === at && isAhead(pieces, at, end) && measure.amount !== null) {
    return found(at, end, { kind: "ahead", amount: measure.amount, unit: measure.unit, length: measure.value });
  }
  // The article of "the two-week visit" belongs to the visit.
  const hyphenated = wordAt(pieces, measure.end - 2) === "-" && qualified === at && !isCounting(pieces, at);
  return found(hyphenated ? described : at, end, { kind: "duration", value: measure.value });
}

/** "in two weeks", but not "the first in two weeks" or "in two weeks of fighting". */
function isAhead(pieces: readonly Piece[], at: number, end: number): boolean {
  if (wordAt(pieces, at - 1) !== "in" || wordAt(pieces, end) === "of") return false;
  for (let back = at - 2; back >= at - 6; back--) {
    const { word, kind } = pieceAt(pieces, back);
    if (kind === "break") break;
    if (["first", "only", "last", "best", "worst", "most", "least", "time", "times"].includes(word)) return false;
    if (word.length > 5 && word.endsWith("est")) return false;
  }
  return true;
}

function isCounting(pieces: readonly Piece[], at: number): boolean {
  return BEFORE_LENGTH.has(wordAt(pieces, at)) || BEFORE_LENGTH.has(wordAt(pieces, at + 1));
}

function skipQualifier(pieces: readonly Piece[], at: number): number {
  for (const words of QUALIFIERS_BY_WORD.get(wordAt(pieces, at)) ?? []) {
    const end = readWords(pieces, at, ...words);
    if (end > 0) return end;
  }
  return at;
}

function skipDescription(pieces: readonly Piece[], at: number): number {
  let next = at;
  const word = wordAt(pieces, next);
  if (["the", "these", "those", "this"].includes(word)) next++;
  if (BEFORE_LENGTH.has(wordAt(pieces, next))) return next + 1;
  if (word === "another") return at + 1;
  if (word === "an" && wordAt(pieces, at + 1) === "estimated") return at + 2;
  if (word === "a" && wordAt(pieces, at + 1) === "total" && wordAt(pieces, at + 2) === "of") return at + 3;
  // "the nine months", "the four days"; "a three-year period" starts at its article too.
  if (next > at) return next;
  if (word === "a" && readMeasure(pieces, at) === null && readMeasure(pieces, at + 1) !== null) return at;
  return at;
}

/** "years old", "-year-old", "years of age" */
function isAge(pieces: readonly Piece[], at: number): boolean {
  const next = wordAt(pieces, at) === "-" || wordAt(pieces, at) === "'" ? at + 1 : at;
  return wordAt(pieces, next) === "old" || wordAt(pieces, next) === "olds" || readWords(pieces, next, "of", "age") > 0;
}

/** "one day-care centre": the unit belongs to the next word, not to the number. */
function isCompound(pieces: readonly Piece[], at: number): boolean {
  if (wordAt(pieces, at) !== "-" || pieceAt(pieces, at).blank || pieceAt(pieces, at + 1).blank) return false;
  return wordAt(pieces, at - 2) !== "-" && pieceAt(pieces, at + 1).kind === "word" && wordAt(pieces, at + 1) !== "long";
}

function isCountedQuarter(pieces: readonly Piece[], at: number): boolean {
  return (
    BEFORE_LENGTH.has(wordAt(pieces, at - 1)) ||
    /^(several|consecutive|straight|successive)$/.test(wordAt(pieces, at)) ||
    /^(consecutive|straight|successive)$/.test(wordAt(pieces, at + 1))
  );
}

/** "or so", "or more" */
function readTail(pieces: readonly Piece[], at: number): number {
  const tail = readWords(pieces, at, "or", "so");
  if (tail > 0) return tail;
  const more = readWords(pieces, at, "or", "more");
  return more > 0 ? more : at;
}

/** "… ago", "… later", "… earlier", "… from now", "… after Christmas" */
function readOffset(pieces: readonly Piece[], at: number, measure: Measure): Found | null {
  const { unit, amount } = measure;
  const next = readTail(pieces, measure.end);
  const word = wordAt(pieces, next);
  const offset = (end: number, sign: -1 | 1, from: "publication" | "mention" | Meaning) =>
    found(at, end, { kind: "offset", amount, unit, sign, from });
  if (word === "ago") return offset(next + 1, -1, "publication");
  if (word === "earlier" || word === "previously") return offset(next + 1, -1, "mention");
  if (word === "later" || word === "afterwards" || word === "afterward" || word === "hence")
    return offset(next + 1, 1, "mention");
  if (word === "from") {
    if (wordAt(pieces, next + 1) === "now") return offset(next + 2, 1, "publication");
    // "a hearing of two days from 5 October" opens on it.
    const isStretch =
      /^(?:of|for)$/.test(wordAt(pieces, at - 1)) && !/^(?:deadline|notice)$/.test(wordAt(pieces, at - 2));
    if (isStretch) return null;
    const day = readDay(pieces, next + 1);
    return day === null ? null : offset(day.end, 1, day.meaning);
  }
  if (word !== "before" && word !== "after") return null;
  const day = readDay(pieces, next + 1);
  if (day !== null) return offset(day.end, word === "before" ? -1 : 1, day.meaning);
  return null;
}

/** "day-long", "decades-long" */
function readUnitLong(pieces: readonly Piece[], at: number): Found | null {
  const unit = UNITS.get(wordAt(pieces, at));
  if (unit === undefined || wordAt(pieces, at + 1) !== "-" || wordAt(pieces, at + 2) !== "long") return null;
  return found(at, at + 3, { kind: "duration", value: formatDuration(unit.plural ? null : unit.size, unit.unit) });
}

/** "years", "for decades", "weeks ago", "months later": lengths that are not counted. */
function readBarePlural(pieces: readonly Piece[], at: number): Found | null {
  const unit = UNITS.get(wordAt(pieces, at));
  if (unit === undefined || !unit.plural || unit.size !== 1) return null;
  const measure: Measure = {
    end: at + 1,
    amount: null,
    unit: unit.unit,
    value: formatDuration(null, unit.unit),
    article: false,
  };
  const away = readOffset(pieces, at, measure);
  if (away !== null) return away;
  if (unit.unit === "second" || unit.unit === "quarter" || unit.unit === "minute") return null;
  const before = wordAt(pieces, at - 1);
  const after = wordAt(pieces, at + 1);
  const stands =
    BEFORE_BARE_PLURAL.has(before) ||
    (after === "of" && BEFORE_UNITS_OF.has(before)) ||
    after === "before" ||
    after === "after" ||
    (before === "the" && ["over", "through", "throughout"].includes(wordAt(pieces, at - 2)));
  if (!stands || isAge(pieces, at + 1)) return null;
  if (before === "in" && (unit.unit === "day" || unit.unit === "hour")) return null;
  return found(at, at + 1, { kind: "duration", value: measure.value });
}

function found(start: number, end: number, meaning: Meaning): Found {
  return { start, end, meaning };
}

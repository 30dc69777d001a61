import { type Bound, QUALIFIERS_AFTER, QUALIFIERS_BEFORE } from "../../lexicons/figure-qualifiers.ts";
import type { FigureQuantity } from "../candidates.ts";
import { type ReadNumber, readNumber } from "./numbers.ts";
import { isDash, type Piece } from "./pieces.ts";

/** A number or range with its qualifiers: pieces `first` to `end`, the number itself at `numberFirst` to `numberEnd`. */
export interface Amount {
  readonly first: number;
  readonly end: number;
  readonly numberFirst: number;
  readonly numberEnd: number;
  readonly low: ReadNumber;
  readonly high: ReadNumber | null;
  readonly bound: Bound | null;
}

/** The amount whose number starts at piece `at`, or null. Qualifiers before `at` are taken in down to `floor`. */
export function readAmount(pieces: readonly Piece[], at: number, floor: number): Amount | null {
  const low = readNumber(pieces, at);
  if (low === null) return null;
  const high = readHigh(pieces, low, at, floor);
  const numberEnd = high?.end ?? low.end;
  let first = currencyBefore(pieces, at, floor);
  if (high !== null) first = rangeOpening(pieces, first, floor) ?? first;
  const before = qualifierBefore(pieces, first, floor);
  const after = before === null && high === null ? qualifierAfter(pieces, numberEnd) : null;
  return {
    first: before?.first ?? first,
    end: after?.end ?? numberEnd,
    numberFirst: first,
    numberEnd,
    low,
    high,
    bound: before?.bound ?? after?.bound ?? null,
  };
}

/** Where "between", "from", "between the ages of" before piece `at` begins, or null. */
function rangeOpening(pieces: readonly Piece[], at: number, floor: number): number | null {
  for (const wording of [
    ["between"],
    ["from"],
    ["between", "the", "ages", "of"],
    ["from", "the", "ages", "of"],
    ["between", "ages"],
  ]) {
    const first = at - wording.length;
    if (first >= floor && wording.every((word, index) => pieces[first + index]!.text === word)) return first;
  }
  return null;
}

/** Where the currency sign before piece `at` begins, or `at`. */
export function currencyBefore(pieces: readonly Piece[], at: number, floor: number): number {
  let first = at;
  const sign = pieces[at - 1];
  if (sign === undefined || at - 1 < floor) return at;
  if (/^[$£€¥₹₽₪₩₿₺₴]$/.test(sign.text)) {
    first = at - 1;
    const letters = pieces[first - 1];
    if (
      letters !== undefined &&
      first - 1 >= floor &&
      sign.text === "$" &&
      sign.glued &&
      /^\p{L}{1,2}\.?$/u.test(letters.text)
    )
      first--;
  }
  return first;
}

const CHANGE =
  /^(?:rise|rose|risen|rising|increas\w*|gr[eo]w\w*|grown|fall\w*|fell|drop\w*|cut|cutting|rais\w*|reduc\w*|mov\w*|chang\w*|revis\w*|jump\w*|climb\w*|slash\w*|lower\w*|up|down|went|go|gone)$/;

/** The upper end of a range: "15 to 20", "between 36 and 40", "10–15", "two or three", "one-to-two hundred". */
function readHigh(pieces: readonly Piece[], low: ReadNumber, at: number, floor: number): ReadNumber | null {
  if (low.kind === "vague") return null;
  let next = low.end;
  // "45% to 60%"
  if (pieces[next]?.text === "%") next++;
  const link = pieces[next];
  if (link === undefined) return null;
  const start = rangeOpening(pieces, currencyBefore(pieces, at, floor), floor);
  const opening = start === null ? null : pieces[start]!.text;
  const dashed = isDash(link) || link.text === "—";
  let from = next + 1;
  // "51-to-49", "one-to-two"
  const hyphenated = dashed && pieces[from]?.text === "to" && isDash(pieces[from + 1]);
  if (hyphenated) from += 2;
  if (!(dashed || link.text === "to" || link.text === "or" || (opening === "between" && link.text === "and")))
    return null;
  // "rose from 14 to 31" tells two figures.
  if (opening === "from" && pieces.slice(Math.max(0, start! - 5), start!).some(({ text }) => CHANGE.test(text)))
    return null;
  while (/^[$£€¥₹]$/.test(pieces[from]?.text ?? "")) from++;
  const high = readNumber(pieces, from);
  if (high === null || high.kind === "vague" || (high.kind === "fraction") !== (low.kind === "fraction")) return null;
  if (high.value <= low.value) return null;
  if (link.text === "or" && high.value - low.value > Math.max(2, low.value)) return null;
  if (link.text === "to" && opening === null && pieces[next + 1]!.text === "a") return null;
  if (dashed && !hyphenated && low.digits !== high.digits) return null;
  return high;
}

/** The low end carries the high end's scale when only the high end has the word: "one-to-two hundred". */
export function scaledLow(amount: Amount, pieces: readonly Piece[]): number {
  const { low, high } = amount;
  if (high === null || low.kind !== "plain") return low.value;
  const lastWords = pieces.slice(high.first, high.end).map((piece) => piece.text);
  const scale = SCALE_WORDS.find(([word]) => lastWords.includes(word))?.[1] ?? 1;
  const lowHasScale = pieces
    .slice(low.first, low.end)
    .some((piece) => SCALE_WORDS.some(([word]) => word === piece.text));
  return !lowHasScale && scale > 1 && low.value < high.value / scale ? low.value * scale : low.value;
}

const SCALE_WORDS: readonly (readonly [string, number])[] = [
  ["trillion", 1e12],
  ["billion", 1e9],
  ["bn", 1e9],
  ["million", 1e6],
  ["m", 1e6],
  ["thousand", 1e3],
  ["hundred", 100],
];

function qualifierBefore(
  pieces: readonly Piece[],
  at: number,
  floor: number,
): { readonly first: number; readonly bound: Bound } | null {
  for (let length = 4; length >= 1; length--) {
    const first = at - length;
    if (first < floor) continue;
    const words = pieces
      .slice(first, at)
      .map((piece) => piece.text)
      .join(" ");
    const bound = isParticle(pieces, words, first, at) ? undefined : QUALIFIERS_BEFORE.get(words);
    if (bound !== undefined) {
      // "at least about 200", "an estimated more than": an outer qualifier bounds, the inner one only softens.
      const outer = length <= 2 ? qualifierBefore(pieces, first, floor) : null;
      if (outer !== null)
        return { first: outer.first, bound: bound === "about" || bound === "exact" ? outer.bound : bound };
      if (
        words === "some" &&
        (pieces[first - 1]?.text === "and" || pieces[first - 1]?.text === "for") &&
        pieces[at]?.text === "of"
      )
        return null;
      return { first, bound };
    }
  }
  return null;
}

/** "handed | over | £87,000": a part of the verb; "took over 12 hours" is none. */
function isParticle(pieces: readonly Piece[], words: string, first: number, at: number): boolean {
  const verb = pieces[first - 1]?.text ?? "";
  if (words !== "over") return false;
  const isTime = /^(?:hours?|minutes?|days?|weeks?|months?|years?|seconds?)$/.test(pieces[at + 1]?.text ?? "");
  // "fell by 26 per cent over 18 months", "suspended over three failures"
  if (isTime && !BEFORE_LENGTH.test(verb)) return true;
  if (!isTime && OVER_WHAT.test(verb)) return true;
  if (/^(?:tak(?:e|es|ing)|took|taken)$/.test(verb))
    return !/^(?:hours?|minutes?|days?|weeks?|months?|years?|seconds?)$/.test(pieces[at + 1]?.text ?? "");
  return /^(?:hand|sign|turn|pass|cede|mak|giv|bring|carr|transferr?|pa)(?:e|es|ed|s|ing|y|ying|ies|ied|id)?$|^(?:gave|given|made|brought|paid)$/.test(
    verb,
  );
}

/** What stands before a length that is more than so long; else "over" says during what. */
const BEFORE_LENGTH =
  /^(?:for|of|after|in|within|with|than|and|or|to|from|by|,|\(|at|is|was|are|were|be|been|took|takes?|taken|lasts?|lasted|lasting|spent|spends?|waited|waits?|jailed|served|serving|has|have|had|just|well|that|the|aged?|worked|lived)?$/;
/** What somebody is punished, sued or quarrelled with for. */
const OVER_WHAT =
  /^(?:suspend|arrest|sack|sue|charg|investigat|question|criticis|criticiz|fin|bann|jail|dismiss|fir|clash|resign|quit|fight|row|argu|protest|condemn|summon)(?:e|es|ed|ing|s)?$|^(?:rows?|dispute|protests?|anger|concerns?|fears?|outrage|inquiry|investigation|case|lawsuit|action|strike|questions|talks|battle|war|debate|controversy|scandal|him|her|them)$/;

export function qualifierAfter(
  pieces: readonly Piece[],
  at: number,
): { readonly end: number; readonly bound: Bound } | null {
  const dash = isDash(pieces[at]) ? 1 : 0;
  if (dash === 1 && pieces[at + 1]?.text === "odd") return { end: at + 2, bound: "about" };
  if (pieces[at]?.text === "+" && pieces[at]!.glued) return { end: at + 1, bound: "at-least" };
  for (const length of [2, 1]) {
    const words = pieces
      .slice(at, at + length)
      .map((piece) => piece.text)
      .join(" ");
    const bound = QUALIFIERS_AFTER.get(words);
    if (bound !== undefined && pieces[at + length - 1] !== undefined) return { end: at + length, bound };
  }
  return null;
}

/**
 * The one rule that turns words into a range (docs/reference/figures.md). Counts are whole numbers, so "more than
 * 1,000" starts at 1,001 and "fewer than 10" ends at 9; measures and shares keep the number itself as the open edge.
 */
export function boundsOf(
  amount: Amount,
  low: number,
  whole: boolean,
): { readonly min: number | null; readonly max: number | null; readonly quantity: FigureQuantity } {
  if (amount.high !== null) return { min: low, max: amount.high.value, quantity: "range" };
  const step = whole && Number.isInteger(low) ? 1 : 0;
  switch (amount.bound) {
    case "at-least":
      return { min: low, max: null, quantity: "min" };
    case "more-than":
      return { min: low + step, max: null, quantity: "min" };
    case "at-most":
      return { min: null, max: low, quantity: "max" };
    case "less-than":
      return { min: null, max: low - step, quantity: "max" };
    default:
      if (amount.low.kind === "vague") return { min: low, max: null, quantity: "vague" };
      if (amount.bound === "about" || amount.bound === "nearly") return { min: low, max: low, quantity: "about" };
      return { min: low, max: low, quantity: "exact" };
  }
}

import {
  FRACTIONS,
  PLURAL_SCALES,
  SCALE_SUFFIXES,
  SCALES,
  SMALL_NUMBERS,
  VAGUE_AMOUNTS,
} from "../../lexicons/figure-number-words.ts";
import { isDash, type Piece } from "./pieces.ts";

/** A number as read from pieces `first` (included) to `end` (excluded). */
export interface ReadNumber {
  readonly first: number;
  readonly end: number;
  readonly value: number;
  /** "plain": a number; "vague": at least `value`; "fraction": a part of one. */
  readonly kind: "plain" | "vague" | "fraction";
  /** True when it is written in digits. */
  readonly digits: boolean;
}

/** The number that starts at piece `at`, or null. Reads as far as it can. */
export function readNumber(pieces: readonly Piece[], at: number): ReadNumber | null {
  return (
    readVague(pieces, at) ??
    readRatio(pieces, at) ??
    readFraction(pieces, at) ??
    readDigits(pieces, at) ??
    readWords(pieces, at)
  );
}

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,2}(?:,\d{2})*,\d{3}$|^\d+(?:\.\d+)?$/;
const VULGAR: ReadonlyMap<string, number> = new Map([
  ["½", 0.5],
  ["¼", 0.25],
  ["¾", 0.75],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
]);

function readDigits(pieces: readonly Piece[], at: number): ReadNumber | null {
  const first = pieces[at];
  if (first === undefined || !/^\d/.test(first.text) || !GROUPED.test(first.text)) return null;
  let value = Number(first.text.replaceAll(",", ""));
  let end = at + 1;
  // "58 000": a blank or thin space between groups.
  if (/^\d{1,3}$/.test(first.text)) {
    let written = first.text;
    for (let next = pieces[end]; next !== undefined; next = pieces[end]) {
      if (!/^\d{3}$/.test(next.text) || next.start !== pieces[end - 1]!.end + 1) break;
      written += next.text;
      end++;
    }
    value = Number(written);
  }
  const vulgar = VULGAR.get(pieces[end]?.text ?? "");
  if (vulgar !== undefined) {
    value += vulgar;
    end++;
  }
  const suffix = pieces[end];
  const scale =
    suffix?.glued || /[$£€¥₹]/.test(pieces[at - 1]?.text ?? "") ? SCALE_SUFFIXES.get(suffix?.text ?? "") : undefined;
  // "7m people" is seven million, "300m" alone is a length: a lower-case m needs a decimal, a currency or a noun.
  if (
    scale !== undefined &&
    !isGluedWord(pieces[end + 1]) &&
    (suffix!.text !== "m" || readsAsMillions(pieces, at, end))
  ) {
    value = scaled(value, scale);
    end++;
  }
  return withScales(pieces, { first: at, end, value, kind: "plain", digits: true });
}

function isGluedWord(piece: Piece | undefined): boolean {
  return piece?.glued === true && /^[\p{L}\d]/u.test(piece.text);
}

function readsAsMillions(pieces: readonly Piece[], at: number, suffix: number): boolean {
  const before = pieces[at - 1]?.text ?? "";
  return /[$£€¥₹]/.test(before) || (pieces[at]!.text.includes(".") && /^[\p{L}]/u.test(pieces[suffix + 1]?.text ?? ""));
}

/** Multiplies by the scale words that follow: "2.9 million", "three-and-a-half million", "two hundred thousand". */
function withScales(pieces: readonly Piece[], number: ReadNumber): ReadNumber {
  let { end, value } = number;
  for (;;) {
    const from = isDash(pieces[end]) && pieces[end]!.glued ? end + 1 : end;
    const scale = SCALES.get(pieces[from]?.text ?? "");
    if (scale === undefined || (pieces[from]!.text === "score" && value > 20)) return { ...number, end, value };
    value = scaled(value, scale);
    end = from + 1;
  }
}

/** Keeps 3.3 × 10⁶ a whole number. */
function scaled(value: number, scale: number): number {
  return Math.round(value * scale * 1000) / 1000;
}

function readWords(pieces: readonly Piece[], at: number): ReadNumber | null {
  let end = at;
  let total = 0;
  let current = 0;
  let last = Number.POSITIVE_INFINITY;
  let read = false;
  const article = pieces[at]?.text === "a" || pieces[at]?.text === "an";
  if (article) {
    if (!SCALES.has(pieces[at + 1]?.text ?? "") || pieces[at + 1]!.text === "score") return null;
    current = 1;
    end = at + 1;
  }
  for (;;) {
    let from = end;
    if (read && isDash(pieces[from]) && pieces[from]!.glued) from++;
    if (read && pieces[from]?.text === "and") {
      const half = pieces[from + 1]?.text === "a" || isDash(pieces[from + 1]) ? halfAfter(pieces, from) : null;
      if (half !== null) {
        const scaleAfter = SCALES.get(pieces[half]?.text ?? "");
        const base = current === 0 ? total : current;
        current = current === 0 ? 0 : current + 0.5;
        if (current === 0) total += 0.5 * largestScale(base);
        end = half;
        if (scaleAfter !== undefined) {
          current *= scaleAfter;
          end++;
        }
        read = true;
        break;
      }
      if (last < 100 || !SMALL_NUMBERS.has(pieces[from + 1]?.text ?? "")) break;
      from++;
    }
    const word = pieces[from]?.text ?? "";
    const small = SMALL_NUMBERS.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined) {
      // "twenty one" joins, "three four" does not.
      const joins =
        !read || (last >= 100 && current % 100 === 0) || (last >= 20 && last < 100 && small < 10 && small > 0);
      if (!joins) break;
      current += small;
      last = small;
    } else if (scale !== undefined) {
      if (!read && !article) {
        // "Hundred" alone opens a number only before another: "Hundred and twenty".
        if (word === "dozen" || word === "score") break;
        current = 1;
      }
      if (word === "score") break;
      if (scale >= 1000) {
        total += (current === 0 ? 1 : current) * scale;
        current = 0;
      } else {
        current = (current === 0 ? 1 : current) * scale;
      }
      last = scale;
    } else {
      break;
    }
    read = true;
    end = from + 1;
  }
  if (!read) return null;
  return { first: at, end, value: total + current, kind: "plain", digits: false };
}

/** Index after "and a half" (with hyphens or blanks) that starts at `at`, or null. */
function halfAfter(pieces: readonly Piece[], at: number): number | null {
  const words: string[] = [];
  let index = at;
  while (index < pieces.length && words.length < 3) {
    if (!isDash(pieces[index])) words.push(pieces[index]!.text);
    index++;
  }
  return words.join(" ") === "and a half" ? index : null;
}

function largestScale(value: number): number {
  for (const scale of [1e12, 1e9, 1e6, 1e3, 100]) if (value >= scale) return scale;
  return 1;
}

/** "several", "hundreds", "tens of thousands", "a few hundred", "many thousands". */
function readVague(pieces: readonly Piece[], at: number): ReadNumber | null {
  for (const length of [3, 2, 1]) {
    const words = pieces.slice(at, at + length).map((piece) => piece.text);
    const least = words.length === length ? VAGUE_AMOUNTS.get(words.join(" ")) : undefined;
    if (least === undefined) continue;
    const end = at + length;
    const of = pieces[end]?.text === "of" ? end + 1 : end;
    const scale = SCALES.get(pieces[of]?.text ?? "");
    if (scale !== undefined) {
      const more = SCALES.get(pieces[of + 1]?.text ?? "");
      return {
        first: at,
        end: of + (more === undefined ? 1 : 2),
        value: least * scale * (more ?? 1),
        kind: "vague",
        digits: false,
      };
    }
    // "a number", "a couple" count only with "of" ("a couple married there" does not).
    if (length > 1 && words[0] !== "large" && words.at(-1) !== "few" && of === end) return null;
    return { first: at, end, value: least, kind: "vague", digits: false };
  }
  let first = at;
  if (pieces[at]?.text === "many" || pieces[at]?.text === "the") first++;
  const least = PLURAL_SCALES.get(pieces[first]?.text ?? "");
  if (least === undefined || (pieces[at]!.text === "the" && pieces[first]!.text === "tens")) return null;
  let end = first + 1;
  let value = least * 2;
  // "tens or hundreds of thousands", "thousands if not tens of thousands"
  if (pieces[end]?.text === "or" && PLURAL_SCALES.has(pieces[end + 1]?.text ?? "")) end += 2;
  if (pieces[end]?.text === "if" && pieces[end + 1]?.text === "not" && PLURAL_SCALES.has(pieces[end + 2]?.text ?? ""))
    end += 3;
  const greater = pieces[end]?.text === "of" ? PLURAL_SCALES.get(pieces[end + 1]?.text ?? "") : undefined;
  if (greater !== undefined && greater > least) {
    value = (end > first + 1 && pieces[first + 1]!.text === "if" ? 1 : value) * greater;
    end += 2;
  } else if (
    pieces[first]!.text === "tens" ||
    (pieces[first]!.text === "scores" && pieces[end]?.text !== "of" && pieces[end]?.text !== "more")
  ) {
    return null;
  }
  return { first: at, end, value, kind: "vague", digits: false };
}

/** "one in three", "7 out of 20". */
function readRatio(pieces: readonly Piece[], at: number): ReadNumber | null {
  const part = readDigits(pieces, at) ?? readWords(pieces, at);
  if (part === null || part.value <= 0) return null;
  let end = part.end;
  // "one bus in ten"
  const isOfThings =
    pieces[at]!.text === "one" && /^\p{Ll}{3,}$/u.test(pieces[end]?.text ?? "") && pieces[end + 1]?.text === "in";
  if (isOfThings) end++;
  const dashed = isDash(pieces[end]);
  if (dashed) end++;
  if (pieces[end]?.text === "in") end++;
  else if (pieces[end]?.text === "out" && pieces[end + 1]?.text === "of") end += 2;
  else return null;
  if (dashed && isDash(pieces[end])) end++;
  const whole = readDigits(pieces, end) ?? readWords(pieces, end);
  // "two in 2019" and "one in May" are no ratios.
  if (whole === null || whole.value <= part.value || whole.value > 1000) return null;
  // "one visit in ten years", "one stop in two rooms"
  if (isOfThings && /^\p{L}/u.test(pieces[whole.end]?.text ?? "") && !ENDS_RATIO.has(pieces[whole.end]!.text))
    return null;
  return { first: at, end: whole.end, value: part.value / whole.value, kind: "fraction", digits: part.digits };
}

const ENDS_RATIO: ReadonlySet<string> = new Set(
  "and or but was were is are had has ran while as because when that than".split(" "),
);

const AFTER_FRACTION = new Set([
  "of",
  ",",
  ".",
  ";",
  ":",
  ")",
  "”",
  '"',
  "more",
  "less",
  "and",
  "or",
  "to",
  "in",
  "were",
  "are",
  "said",
  "the",
]);

/** "half", "a third of", "two-thirds", "three quarters". */
function readFraction(pieces: readonly Piece[], at: number): ReadNumber | null {
  const word = pieces[at]?.text ?? "";
  let numerator = 1;
  let next = at;
  if (word === "a" || word === "an" || word === "one" || word === "the") next = at + 1;
  else if (SMALL_NUMBERS.has(word)) {
    numerator = SMALL_NUMBERS.get(word)!;
    next = at + 1;
  }
  if (next > at && isDash(pieces[next])) next++;
  const name = pieces[next]?.text ?? "";
  const part = FRACTIONS.get(name);
  if (part === undefined) return null;
  const after = pieces[next + 1]?.text;
  // "the first half", "the other half"
  if (/^(?:first|second|other|last|latter|former|every|each)$/.test(pieces[at - 1]?.text ?? "")) return null;
  if (name === "half") {
    if (word === "the") return null;
    const article = after === "a" || after === "an" ? 1 : isDash(pieces[next + 1]) ? 1 : 0;
    const scale = SCALES.get(pieces[next + 1 + article]?.text ?? "");
    if (scale !== undefined && word !== "one") {
      return { first: at, end: next + 2 + article, value: scale / 2, kind: "plain", digits: false };
    }
    if (after === "an" || after === "a" || isDash(pieces[next + 1])) return null;
    return { first: at, end: next + 1, value: numerator * part, kind: "fraction", digits: false };
  }
  // "a third, Nora Bell": the next of several
  if (word === "a" && /^(?:third|fifth|sixth|tenth)$/.test(name) && after === ",") return null;
  const plural = name.endsWith("s");
  if (plural ? numerator < 2 : next === at || word === "the" || numerator > 1) return null;
  if (!plural && after !== undefined && !AFTER_FRACTION.has(after)) return null;
  // "a quarter of a million"
  if (after === "of" && (pieces[next + 2]?.text === "a" || pieces[next + 2]?.text === "an")) {
    const scale = SCALES.get(pieces[next + 3]?.text ?? "");
    if (scale !== undefined)
      return { first: at, end: next + 4, value: numerator * part * scale, kind: "plain", digits: false };
  }
  return { first: at, end: next + 1, value: numerator * part, kind: "fraction", digits: false };
}

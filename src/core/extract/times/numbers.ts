import { ORDINALS, SMALL_NUMBERS, UNITS_OF_TEN } from "../../lexicons/time-words.ts";
import { NO_PIECE, type Piece } from "./pieces.ts";

/** A number and the piece after it. `value` is null for a vague one ("several", "dozens of", "two or three"). */
export interface Amount {
  readonly end: number;
  readonly value: number | null;
}

const VAGUE_WORDS: ReadonlySet<string> = new Set(["several", "few", "many", "numerous", "countless", "some"]);
const ROUND_NUMBERS: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
]);
const VAGUE_ROUND: ReadonlySet<string> = new Set(["dozens", "scores", "hundreds", "thousands", "millions", "tens"]);

export function pieceAt(pieces: readonly Piece[], at: number): Piece {
  return pieces[at] ?? NO_PIECE;
}

export function wordAt(pieces: readonly Piece[], at: number): string {
  return pieces[at]?.word ?? "";
}

/** Reads the words of `phrase` from `at`; the index after them, or -1. */
export function readWords(pieces: readonly Piece[], at: number, ...phrase: readonly string[]): number {
  for (let i = 0; i < phrase.length; i++) if (wordAt(pieces, at + i) !== phrase[i]) return -1;
  return at + phrase.length;
}

/** "14", "1,000", "2.5", "2 1/2", "twenty-one", "two and a half", "a dozen", "several", "12 to 18", "a". */
export function readAmount(pieces: readonly Piece[], at: number): Amount | null {
  const first = readOneAmount(pieces, at);
  if (first === null) return null;
  const joint = wordAt(pieces, first.end);
  if (joint !== "to" && joint !== "or" && joint !== "-") return first;
  const second = readCardinal(pieces, first.end + 1);
  // "two or three", "12 to 18", "5-10": a vague amount. "2024-25" and "one-two" do not come here with a unit after them.
  return second !== null && second.value !== null && first.value !== null && second.value > first.value
    ? { end: second.end, value: null }
    : first;
}

function readOneAmount(pieces: readonly Piece[], at: number): Amount | null {
  const word = wordAt(pieces, at);
  if (word === "a" || word === "an") return readAfterArticle(pieces, at);
  if (word === "half") {
    const article = wordAt(pieces, at + 1);
    if (article === "a" || article === "an") return { end: at + 2, value: 0.5 };
    return article === "-" ? null : { end: at + 1, value: 0.5 };
  }
  if (word === "couple" && wordAt(pieces, at + 1) === "of") return { end: at + 2, value: 2 };
  if (VAGUE_WORDS.has(word)) {
    const next = readCardinal(pieces, at + 1);
    if (word === "some" && next !== null) return next;
    return { end: wordAt(pieces, at + 1) === "of" ? at + 2 : at + 1, value: null };
  }
  if (VAGUE_ROUND.has(word)) {
    let end = at + 1;
    if (wordAt(pieces, end) === "of" && VAGUE_ROUND.has(wordAt(pieces, end + 1))) end += 2;
    return wordAt(pieces, end) === "of" ? { end: end + 1, value: null } : null;
  }
  return readCardinal(pieces, at);
}

function readAfterArticle(pieces: readonly Piece[], at: number): Amount | null {
  const next = wordAt(pieces, at + 1);
  if (next === "few") return { end: at + 2, value: null };
  if (next === "good" && wordAt(pieces, at + 2) === "few") return { end: at + 3, value: null };
  if (next === "couple") {
    if (wordAt(pieces, at + 2) === "of") return { end: at + 3, value: 2 };
    return { end: at + 2, value: 2 };
  }
  if (next === "dozen") return { end: wordAt(pieces, at + 2) === "of" ? at + 3 : at + 2, value: 12 };
  if (next === "half") return { end: wordAt(pieces, at + 2) === "-" ? at + 3 : at + 2, value: 0.5 };
  const round = ROUND_NUMBERS.get(next);
  if (round !== undefined) return { end: at + 2, value: round };
  const number = next === "further" || next === "additional" || next === "full" ? readCardinal(pieces, at + 2) : null;
  return number ?? { end: at + 1, value: 1 };
}

/** A number in digits or words, without articles. */
export function readCardinal(pieces: readonly Piece[], at: number): Amount | null {
  const whole = pieceAt(pieces, at).kind === "digits" ? readDigits(pieces, at) : readNumberWords(pieces, at);
  return whole === null ? null : readFraction(pieces, whole);
}

function readDigits(pieces: readonly Piece[], at: number): Amount | null {
  let digits = wordAt(pieces, at);
  let end = at + 1;
  if (digits.length > 9) return null;
  while (
    digits.length < 12 &&
    wordAt(pieces, end) === "," &&
    isTight(pieces, end, 2) &&
    /^\d{3}$/.test(wordAt(pieces, end + 1))
  ) {
    digits += wordAt(pieces, end + 1);
    end += 2;
  }
  if (wordAt(pieces, end) === "." && isTight(pieces, end, 2) && pieceAt(pieces, end + 1).kind === "digits") {
    return { end: end + 2, value: Number(`${digits}.${wordAt(pieces, end + 1)}`) };
  }
  if (wordAt(pieces, end) === "½") return { end: end + 1, value: Number(digits) + 0.5 };
  const round = ROUND_NUMBERS.get(wordAt(pieces, end));
  if (round !== undefined) return { end: end + 1, value: Number(digits) * round };
  const ratio = simpleFraction(pieces, end - 1);
  if (ratio !== null) return end - 1 === at ? { end: end + 2, value: ratio } : null;
  return { end, value: Number(digits) };
}

/** "two", "twenty-one", "two hundred and ten", "two thousand". */
function readNumberWords(pieces: readonly Piece[], at: number): Amount | null {
  let total = 0;
  let group = -1;
  let end = at;
  for (;;) {
    let next = end;
    if (group >= 0 && wordAt(pieces, next) === "and" && total + group >= 100) next++;
    const word = wordAt(pieces, next);
    const ten = UNITS_OF_TEN.get(word);
    const small = SMALL_NUMBERS.get(word);
    const round = ROUND_NUMBERS.get(word);
    if (ten !== undefined && (group < 0 || group % 100 === 0)) {
      group = Math.max(group, 0) + ten;
      end = next + 1;
      const unit = SMALL_NUMBERS.get(wordAt(pieces, wordAt(pieces, end) === "-" ? end + 1 : end));
      if (unit !== undefined && unit > 0 && unit < 10) {
        group += unit;
        end += wordAt(pieces, end) === "-" ? 2 : 1;
      }
    } else if (small !== undefined && (group < 0 || group % 100 === 0)) {
      group = Math.max(group, 0) + small;
      end = next + 1;
    } else if (round !== undefined && group > 0 && next === end) {
      if (round === 100) group *= 100;
      else {
        total += group * round;
        group = 0;
      }
      end = next + 1;
    } else break;
  }
  return group < 0 ? null : { end, value: total + group };
}

/** "… and a half", "… 1/2", "-and-a-half". */
function readFraction(pieces: readonly Piece[], whole: Amount): Amount {
  if (whole.value === null) return whole;
  const end = whole.end;
  const dash = wordAt(pieces, end) === "-" ? 1 : 0;
  const words = ["and", "a", "half"];
  let at = end + dash;
  for (const word of words) {
    if (wordAt(pieces, at) !== word) {
      at = -1;
      break;
    }
    at += wordAt(pieces, at + 1) === "-" && word !== "half" ? 2 : 1;
  }
  if (at > 0) return { end: at, value: whole.value + 0.5 };
  const ratio = Number.isInteger(whole.value) ? simpleFraction(pieces, end) : null;
  return ratio === null || !pieceAt(pieces, end).blank ? whole : { end: end + 3, value: whole.value + ratio };
}

/** "1/2" at `at`, as a number below 1. */
function simpleFraction(pieces: readonly Piece[], at: number): number | null {
  if (wordAt(pieces, at + 1) !== "/" || !isTight(pieces, at + 1, 2)) return null;
  const over = Number(wordAt(pieces, at));
  const under = Number(wordAt(pieces, at + 2));
  return over > 0 && over < under && under <= 8 ? over / under : null;
}

/** "first" … "thirty-first", "1st", "22nd"; a bare number is none. */
export function readOrdinal(pieces: readonly Piece[], at: number): Amount | null {
  const { kind, word } = pieceAt(pieces, at);
  if (kind === "digits") {
    const suffix = pieceAt(pieces, at + 1);
    const isSuffix =
      !suffix.blank && (suffix.word === "st" || suffix.word === "nd" || suffix.word === "rd" || suffix.word === "th");
    return isSuffix && word.length <= 3 ? { end: at + 2, value: Number(word) } : null;
  }
  const ten = UNITS_OF_TEN.get(word);
  if (ten !== undefined) {
    const unit = ORDINALS.get(wordAt(pieces, wordAt(pieces, at + 1) === "-" ? at + 2 : at + 1));
    return unit !== undefined && unit < 10
      ? { end: wordAt(pieces, at + 1) === "-" ? at + 3 : at + 2, value: ten + unit }
      : null;
  }
  const ordinal = ORDINALS.get(word);
  return ordinal === undefined ? null : { end: at + 1, value: ordinal };
}

/** True when no white space stands before any of the `count` pieces from `at`. */
export function isTight(pieces: readonly Piece[], at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (pieceAt(pieces, i).blank) return false;
  return true;
}

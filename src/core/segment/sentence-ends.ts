import {
  AFTER_CLOCK_TIME,
  LEADING_ABBREVIATIONS,
  NUMBER_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
} from "../lexicons/abbreviations.ts";
import { SENTENCE_STARTERS } from "../lexicons/sentence-starters.ts";
import { SPEECH_VERBS } from "../lexicons/speech-verbs.ts";
import { charClass, DIGIT, isLowerCase, isUpperCase, LETTER } from "../text/char-class.ts";
import type { Token } from "./segmented-report.ts";

/** Names and brands that open with a small letter. */
const SMALL_NAME = /^(?:[ie]\p{Lu}|al-\p{Lu}|el-\p{Lu})/u;
const ONLY_DOTS = /^(?:\.{2,}|…+)$/;
const ONLY_STOPS = /^[.!?…‼‽。！？؟।]+$/;

/** Whether a token can end a sentence: stops, runs of them, and abbreviations with theirs. */
export function isTerminator(word: string): boolean {
  switch (word.charCodeAt(word.length - 1)) {
    case 0x2e: // .
    case 0x21: // !
    case 0x3f: // ?
    case 0x2026: // …
    case 0x203c: // ‼
    case 0x203d: // ‽
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
    case 0x061f: // ؟
    case 0x0964: // ।
      return true;
    default:
      return false;
  }
}

/** Index after the stop at `index` with the stops, closing marks and brackets that stand against it. */
export function endOfStop(
  tokens: readonly Token[],
  index: number,
  endToken: number,
  closings: ReadonlySet<number>,
): number {
  let next = index + 1;
  for (; next < endToken; next++) {
    const token = tokens[next];
    const previous = tokens[next - 1];
    if (token === undefined || previous === undefined) break;
    if (closings.has(token.start)) continue;
    if (token.start !== previous.end) break;
    const isCloser = token.text === ")" || token.text === "]" || token.text === "}" || token.text === "”";
    if (!isCloser && !ONLY_STOPS.test(token.text)) break;
  }
  return next;
}

/** Whether a sentence that began at token `from` ends before `next`, its stop standing at `index`. */
export function isSentenceBoundary(
  text: string,
  tokens: readonly Token[],
  from: number,
  index: number,
  next: number,
  endToken: number,
  marks: { readonly openings: ReadonlyMap<number, number>; readonly closings: ReadonlySet<number> },
): boolean {
  let last = index;
  let closesQuotation = false;
  for (let at = index + 1; at < next; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (ONLY_STOPS.test(token.text)) {
      last = at;
      closesQuotation = false;
    } else if (marks.closings.has(token.start)) {
      closesQuotation = true;
    }
  }
  const stop = tokens[last];
  const following = tokens[next];
  if (stop === undefined || following === undefined) return true;

  let wordAt = next;
  while (wordAt < endToken && isOpener(tokens[wordAt], marks.openings)) wordAt++;
  const word = tokens[wordAt];
  if (word === undefined || wordAt >= endToken) return false;
  const opensQuotation = wordAt > next;
  if (!canOpen(text, word, stop.text === "." && !closesQuotation)) return false;
  if (following.start === tokens[next - 1]?.end && !isMissingBlank(text, tokens, last, next, opensQuotation))
    return false;
  if (closesQuotation && stop.text !== "." && startsSaidClause(text, tokens, wordAt, endToken)) return false;
  if (ONLY_DOTS.test(stop.text)) {
    return opensQuotation || stop.text.length > 3 || SENTENCE_STARTERS.has(word.text);
  }
  if (!ONLY_STOPS.test(stop.text)) return endsAfterAbbreviation(text, stop.text, word, opensQuotation);
  return !(stop.text === "." && isListNumber(text, tokens, from, last));
}

function isOpener(token: Token | undefined, openings: ReadonlyMap<number, number>): boolean {
  if (token === undefined) return false;
  return openings.has(token.start) || token.text === "(" || token.text === "[" || token.text === "•";
}

/** Whether a sentence can begin with this word. */
function canOpen(text: string, word: Token, afterPlainStop: boolean): boolean {
  const code = text.charCodeAt(word.start);
  const found = charClass(code);
  if (found === LETTER) return !isLowerCase(text, word.start) || (afterPlainStop && SMALL_NAME.test(word.text));
  if (found === DIGIT) return true;
  // Currency, tags, handles, symbols, odd marks and clipped words (’Twas) open sentences; other punctuation goes on.
  return !/^[.,;:!?…)\]}%&+=*/–—_-]/u.test(word.text);
}

/** "the end.The next": a blank left out, as against "node.Js". */
function isMissingBlank(
  text: string,
  tokens: readonly Token[],
  stop: number,
  next: number,
  opensQuotation: boolean,
): boolean {
  if (opensQuotation || next - stop > 1) return true;
  const before = tokens[stop - 1];
  const after = tokens[next];
  if (before === undefined || after === undefined || after.text.length < 2) return false;
  return isLowerCase(text, before.end - 1) && before.text.length > 1 && isUpperCase(text, after.start);
}

/** “Will you go?” Smith asked: a name and a verb of speech, not a sentence of its own. */
function startsSaidClause(text: string, tokens: readonly Token[], wordAt: number, endToken: number): boolean {
  const first = tokens[wordAt];
  if (first === undefined || !isUpperCase(text, first.start) || SENTENCE_STARTERS.has(first.text)) return false;
  for (let at = wordAt + 1; at < endToken && at <= wordAt + 6; at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (SPEECH_VERBS.has(token.text)) return true;
    if (!isUpperCase(text, token.start) && token.text !== "of" && token.text !== "the") return false;
  }
  return false;
}

function endsAfterAbbreviation(text: string, abbreviation: string, word: Token, opensQuotation: boolean): boolean {
  const letters = abbreviation.slice(0, -1);
  const isStarter = opensQuotation || SENTENCE_STARTERS.has(word.text);
  if (/^[ap]\.m$/i.test(letters)) {
    return charClass(text.charCodeAt(word.start)) === LETTER && !AFTER_CLOCK_TIME.has(word.text);
  }
  if (letters === "al") return isStarter;
  if (/^(?:e\.g|i\.e)$/i.test(letters) || LEADING_ABBREVIATIONS.has(letters.toLowerCase())) return false;
  if (TITLE_ABBREVIATIONS.has(letters.slice(0, 1) + letters.slice(1).toLowerCase())) return false;
  if (NUMBER_ABBREVIATIONS.has(letters)) return false;
  return isStarter;
}

/** "1. Open the gate": the number of a list, not a sentence. */
function isListNumber(text: string, tokens: readonly Token[], from: number, stop: number): boolean {
  const before = tokens[stop - 1];
  if (before === undefined || stop - 1 !== from || before.text.length > 3) return false;
  for (let at = before.start; at < before.end; at++) if (charClass(text.charCodeAt(at)) !== DIGIT) return false;
  return true;
}

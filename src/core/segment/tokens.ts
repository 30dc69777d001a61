import { BLANK, charClass, DIGIT, isUpperCase, isWordChar, LETTER, OTHER } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import { takesStop } from "./abbreviation-stops.ts";
import { readAddress, readTag } from "./addresses.ts";
import type { Token } from "./segmented-report.ts";
import { splitWord } from "./word-pieces.ts";

const DECADE_OR_CLIPPED = /^['’‘](?:\d\ds?|n['’]|em|tis|twas|til|cause|cos|bout|round)(?![\p{L}\p{N}])/iu;
const CLITIC = /^['’](?:s|ll|re|ve|d|m|t)(?![\p{L}\p{N}])/iu;

/**
 * Appends the tokens of a span to `tokens`, in text order. `isMark` tells quotation marks from apostrophes.
 *
 * The inventory is Universal Dependencies' for English ("do" "n't", "Yard" "’s", "$" "5", "50" "%"), but hyphenated
 * words stay whole. Linear in the span.
 */
export function segmentTokens(text: string, span: Span, isMark: (at: number) => boolean, tokens: Token[]): void {
  const { end } = span;
  let at = span.start;
  while (at < end) {
    const found = charClass(text.charCodeAt(at));
    if (found === BLANK) {
      at++;
      continue;
    }
    if (found === OTHER) {
      const code = text.charCodeAt(at);
      const tag = code === 0x23 || code === 0x40 ? readTag(text, at, end) : at;
      const next = tag > at ? tag : endOfMark(text, at, end, isMark);
      tokens.push({ start: at, end: next, text: text.slice(at, next) });
      at = next;
      continue;
    }
    const next = endOfWord(text, at, end, isMark);
    if (next < end && mayGoOn(text, next)) {
      const address = readAddress(text, at, end);
      if (address > next) {
        tokens.push({ start: at, end: address, text: text.slice(at, address) });
        at = address;
        continue;
      }
    }
    const stopped = next < end && text.charCodeAt(next) === 0x2e ? takesStop(text, span, at, next) : next;
    if (stopped > next) tokens.push({ start: at, end: stopped, text: text.slice(at, stopped) });
    else splitWord(text, at, next, tokens);
    at = Math.max(stopped, next);
  }
}

/** Whether the word before `at` may be the start of an address: a sign of one stands there, with no blank behind it. */
function mayGoOn(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x2e: // .
    case 0x3a: // :
    case 0x40: // @
    case 0x2b: // +
    case 0x25: // %
    case 0x5f: // _
      return at + 1 < text.length && charClass(text.charCodeAt(at + 1)) !== BLANK;
    default:
      return false;
  }
}

/** End of a word or number that starts at `at`: letters, digits, and what joins them inside. */
function endOfWord(text: string, at: number, end: number, isMark: (at: number) => boolean): number {
  let next = at + 1;
  for (; next < end; next++) {
    const code = text.charCodeAt(next);
    const found = charClass(code);
    if (found === LETTER || found === DIGIT) continue;
    if (found === BLANK || next + 1 >= end) break;
    const before = charClass(text.charCodeAt(next - 1));
    const after = charClass(text.charCodeAt(next + 1));
    if (!joins(code, before, after) || ((code === 0x27 || code === 0x2019) && isMark(next))) {
      // Dollars of a country: "US$5", "A$3m".
      if (code === 0x24 && next - at <= 3 && isAllUpper(text, at, next) && after === DIGIT) return next + 1;
      break;
    }
  }
  return next;
}

function joins(code: number, before: number, after: number): boolean {
  const isWordAfter = after === LETTER || after === DIGIT;
  switch (code) {
    case 0x2d: // -
    case 0x2010:
    case 0x2011:
    case 0x5f: // _
      return isWordAfter;
    case 0x26: // & of "R&D"
    case 0x27: // '
    case 0x2019: // ’
      return before === LETTER && after === LETTER;
    case 0x2e: // . , : / inside numbers, dates and clock times
    case 0x2c:
    case 0x3a:
    case 0x2f:
      return before === DIGIT && after === DIGIT;
    default:
      return false;
  }
}

/** End of a mark that starts at `at`: most are tokens by themselves; ellipses, dashes, emoji and clipped words are runs. */
function endOfMark(text: string, at: number, end: number, isMark: (at: number) => boolean): number {
  const code = text.charCodeAt(at);
  switch (code) {
    case 0x2e: // .
    case 0x2d: // -
    case 0x2026: // …
    case 0x5f: // _
    case 0x2a: // *
    case 0x3d: // =
    case 0x7e: // ~
      return endOfRun(text, at, end, code);
    case 0x21: // ! and ?, mixed
    case 0x3f:
      return endOfCry(text, at, end);
    case 0x60: // ``
      return at + (at + 1 < end && text.charCodeAt(at + 1) === code ? 2 : 1);
    case 0x27: // ' and ’
    case 0x2019:
    case 0x2018: {
      if (code === 0x27 && at + 1 < end && text.charCodeAt(at + 1) === code) return at + 2;
      if (isMark(at)) return at + 1;
      const rest = text.slice(at, Math.min(end, at + 8));
      const isLoose = at === 0 || !isWordChar(text.charCodeAt(at - 1));
      const whole = (isLoose ? DECADE_OR_CLIPPED.exec(rest) : null) ?? CLITIC.exec(rest);
      return at + (whole === null ? 1 : whole[0].length);
    }
    case 0xb0: // °C
      return at + (/^[CFK](?![\p{L}\p{N}])/u.test(text.slice(at + 1, Math.min(end, at + 3))) ? 2 : 1);
    case 0x23: // #1
      return at + 1 < end && charClass(text.charCodeAt(at + 1)) === DIGIT ? endOfDigits(text, at + 1, end) : at + 1;
    default:
      return endOfSymbol(text, at, end);
  }
}

function endOfRun(text: string, at: number, end: number, code: number): number {
  let next = at + 1;
  while (next < end && text.charCodeAt(next) === code) next++;
  return next;
}

function endOfCry(text: string, at: number, end: number): number {
  let next = at + 1;
  while (next < end && (text.charCodeAt(next) === 0x21 || text.charCodeAt(next) === 0x3f)) next++;
  return next;
}

function endOfDigits(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && charClass(text.charCodeAt(next)) === DIGIT) next++;
  return next;
}

/** End of a symbol with what modifies it: variation, skin tones, joined emoji, flags. */
function endOfSymbol(text: string, at: number, end: number): number {
  const isOutside = isSurrogate(text.charCodeAt(at));
  let next = at + 1;
  while (next < end) {
    const code = text.charCodeAt(next);
    const joins = code === 0x200d || code === 0xfe0f || code === 0x20e3;
    const isJoined = isSurrogate(code) && (isOutside || text.charCodeAt(next - 1) === 0x200d);
    if (!joins && !isJoined) break;
    next++;
  }
  return next;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function isAllUpper(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isUpperCase(text, at)) return false;
  return true;
}

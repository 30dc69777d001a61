import {
  COMMA_ABBREVIATIONS,
  LEADING_ABBREVIATIONS,
  NUMBER_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
  TRAILING_ABBREVIATIONS,
} from "../lexicons/abbreviations.ts";
import { BLANK, charClass, DIGIT, isLowerCase, isUpperCase, LETTER } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";

/**
 * End of the abbreviation whose letters are `start`–`end` and which a full stop follows at `end`; `end` when the stop
 * is not part of it. Takes in dotted letters ("U.S.", "a.m.", "Ph.D.").
 */
export function takesStop(text: string, within: Span, start: number, end: number): number {
  const dotted = endOfDotted(text, within, start, end);
  if (dotted > end) return dotted;
  const word = text.slice(start, end);
  if (word.length > 7) return end;
  const after = firstAfter(text, within, end + 1);
  if (word.length === 1) return isInitial(text, within, start, after) ? end + 1 : end;
  const isCapitalised = isUpperCase(text, start);
  if (isCapitalised && TITLE_ABBREVIATIONS.has(titleCase(word)) && isNameOrFigure(text, after)) return end + 1;
  if (LEADING_ABBREVIATIONS.has(word.toLowerCase()) && after >= 0) return end + 1;
  if (NUMBER_ABBREVIATIONS.has(word) && after >= 0 && charClass(text.charCodeAt(after)) === DIGIT) return end + 1;
  if (TRAILING_ABBREVIATIONS.has(word)) return end + 1;
  if (isCapitalised && COMMA_ABBREVIATIONS.has(word) && isBesideComma(text, within, start, after)) return end + 1;
  return end;
}

/** "U.S." and "a.m.": letters, each with its stop; "Ph.D." and "B.Sc." with two. */
function endOfDotted(text: string, within: Span, start: number, end: number): number {
  if (end - start > 2 || charClass(text.charCodeAt(start)) !== LETTER) return end;
  let next = end;
  let letters = end - start;
  let parts = 1;
  for (;;) {
    let to = next + 1;
    while (to < within.end && to - next <= 3 && charClass(text.charCodeAt(to)) === LETTER) to++;
    const length = to - next - 1;
    if (length < 1 || length > 2) break;
    if (text.charCodeAt(to) !== 0x2e || to >= within.end) {
      // "U.S" without its last stop, but not "a.It": two letters only where the case agrees.
      const isWhole = length === 1 && (to >= within.end || charClass(text.charCodeAt(to)) !== LETTER);
      return isWhole && isUpperCase(text, start) === isUpperCase(text, next + 1) ? to : parts > 1 ? next + 1 : end;
    }
    letters += length;
    parts++;
    next = to;
  }
  return parts > 1 && letters < parts * 2 ? next + 1 : end;
}

/** "J. K. Fox": a lone capital before a name or another initial, "I" only before one; the last "B." of a text is none. */
function isInitial(text: string, within: Span, start: number, after: number): boolean {
  if (after < 0) return false;
  if (text.charCodeAt(start) === 0x49) return isUpperCase(text, after) && text.charCodeAt(after + 1) === 0x2e;
  if (isUpperCase(text, start)) return isUpperCase(text, after);
  const code = text.charCodeAt(start);
  const before = start - 2 >= within.start ? text.charCodeAt(start - 2) : 0;
  // "Fox v. Marlbeck", "c. 1900", "p. 12"
  if (code === 0x76) return isUpperCase(text, after) && charClass(before) === LETTER;
  return (code === 0x63 || code === 0x70) && charClass(text.charCodeAt(after)) === DIGIT;
}

function isNameOrFigure(text: string, after: number): boolean {
  return (
    after >= 0 && (isUpperCase(text, after) || charClass(text.charCodeAt(after)) === DIGIT || isLowerName(text, after))
  );
}

function isLowerName(text: string, after: number): boolean {
  return isLowerCase(text, after) && /^(?:de|du|von|van|al|el|bin|ibn|la|le)\b/.test(text.slice(after, after + 5));
}

function isBesideComma(text: string, within: Span, start: number, after: number): boolean {
  let before = start - 1;
  while (before >= within.start && charClass(text.charCodeAt(before)) === BLANK) before--;
  if (before >= within.start && text.charCodeAt(before) === 0x2c) return true;
  if (after < 0) return false;
  const code = text.charCodeAt(after);
  return code === 0x2c || charClass(code) === DIGIT;
}

/** Index of the first character after blanks (opening marks are passed over), or -1 at the end of the paragraph. */
function firstAfter(text: string, within: Span, at: number): number {
  let next = at;
  while (next < within.end && charClass(text.charCodeAt(next)) === BLANK) next++;
  return next < within.end ? next : -1;
}

function titleCase(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}

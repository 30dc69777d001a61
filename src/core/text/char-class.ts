/** What a UTF-16 code unit is to the segmenter. Combining marks and joiners count as letters, so that they stay with theirs. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const BLANK = 3;

const UNKNOWN = 255;
const LETTERS = /[\p{L}\p{M}\p{Nl}\u00ad\u200c\u200d]/u;
const DIGITS = /\p{Nd}/u;
const BLANKS = /[\s\u0085\u200b\ufeff]/u;

/** Filled as code units are met: testing all 65,536 at start would cost more than most runs need. */
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

/** Class of one code unit; surrogates are `OTHER`. */
export function charClass(code: number): number {
  const known = classes[code] ?? OTHER;
  return known === UNKNOWN ? classify(code) : known;
}

export function isWordChar(code: number): boolean {
  const found = charClass(code);
  return found === LETTER || found === DIGIT;
}

/** True for a code unit that is the upper-case form of a letter; false for scripts without case. */
export function isUpperCase(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const char = String.fromCharCode(code);
  return char.toLowerCase() !== char && char.toUpperCase() === char;
}

export function isLowerCase(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  const char = String.fromCharCode(code);
  return char.toUpperCase() !== char && char.toLowerCase() === char;
}

function classify(code: number): number {
  const char = String.fromCharCode(code);
  const found = BLANKS.test(char) ? BLANK : LETTERS.test(char) ? LETTER : DIGITS.test(char) ? DIGIT : OTHER;
  classes[code] = found;
  return found;
}

import { isWordChar } from "../text/char-class.ts";

const URL = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”«»‹›|\\^`{}]+/y;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy;
const HANDLE = /[@#][\p{L}_][\p{L}\p{N}_]*/uy;
const DOMAIN =
  /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:com|org|net|edu|gov|int|info|news|io|co|uk|eu|ie|us|ca|au|nz|za|in|de|fr|ch|at|es|it|nl|be|tv|me|app|dev|ly)(?:\/[^\s<>"“”’|]*)?(?![\p{L}\p{N}-])/uy;
const TRAILING = /[.,;:!?'’)\]…*]+$/;

/** End of an @handle or #tag that starts at `at`, or `at` when none does. */
export function readTag(text: string, at: number, end: number): number {
  return at > 0 && isWordChar(text.charCodeAt(at - 1)) ? at : matchAt(HANDLE, text, at, end);
}

/** End of a web address or e-mail address whose first word starts at `at`, or `at` when none does. */
export function readAddress(text: string, at: number, end: number): number {
  if (at > 0 && isWordChar(text.charCodeAt(at - 1))) return at;
  const sign = firstSign(text, at, end);
  if (sign === 0x3a || sign === 0x77) return trimmed(text, at, matchAt(URL, text, at, end));
  if (sign === 0x40) return matchAt(EMAIL, text, at, end);
  if (sign === 0x2e) return trimmed(text, at, matchAt(DOMAIN, text, at, end));
  return at;
}

/**
 * What the word that starts here may be: ":" a URL with scheme, "w" one with "www.", "@" an e-mail address, "." a bare
 * domain, 0 none. Looks at the word only, so that the patterns run where they can match.
 */
function firstSign(text: string, at: number, end: number): number {
  let seen = 0;
  const limit = Math.min(end, at + 64);
  for (let next = at; next < limit; next++) {
    const code = text.charCodeAt(next);
    if (code === 0x3a && text.charCodeAt(next + 1) === 0x2f && text.charCodeAt(next + 2) === 0x2f) return code;
    if (code === 0x40) return code;
    if (code === 0x2e) {
      if (seen === 0 && next - at === 3 && /^www$/i.test(text.slice(at, next))) return 0x77;
      if (next + 1 < end && isWordChar(text.charCodeAt(next + 1))) seen = code;
      continue;
    }
    if (!isWordChar(code) && code !== 0x2d && code !== 0x5f && code !== 0x2b && code !== 0x25) break;
  }
  return seen;
}

function matchAt(pattern: RegExp, text: string, at: number, end: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? Math.min(pattern.lastIndex, end) : at;
}

function trimmed(text: string, at: number, to: number): number {
  if (to === at) return at;
  const address = text.slice(at, to);
  return at + address.replace(TRAILING, "").length;
}

import { BLANK, charClass, DIGIT, isWordChar, LETTER } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";

export type MarkFamily = "double" | "single" | "angle";

/** How a mark may be read from its shape and neighbours. `weak` closes only if no better mark follows (plural ’). */
export interface QuotationMark {
  readonly at: number;
  readonly end: number;
  readonly family: MarkFamily;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly weak: boolean;
  /** Shape alone tells that it opens (“ ‘ „ «), so a missing partner is worth a diagnostic. */
  readonly shaped: boolean;
}

const LEADING_APOSTROPHE =
  /^(?:tis|twas|twere|twill|em|til|cause|cos|cuz|bout|round|neath|fraid|tude|n)(?![\p{L}\p{N}])/iu;
const DROPPED_ENDING = /(?:^|[^\p{L}])(?:o|an|th|wi|ol|lil|mo|fo|\p{L}+in)$/iu;
const AFTER_CLOSING =
  /^\s+(?:and|or|but|nor|at|in|on|of|for|to|by|with|from|as|is|was|were|are|be|been|has|have|had|that|who|which|when|after|before|while|because|if|than|then|over|under|into|during|amid|against|among|he|she|it|they|we|i|you|the|a|an|this|his|her|their|its|will|would|could|should|may|might|can|said|says|told|not)(?![\p{L}\p{N}])/iu;
const INCHES = /\d['’]\s?\d{1,2}$/;

/** Lists the quotation marks of a paragraph in text order; apostrophes, feet and inches are left out. */
export function readQuotationMarks(text: string, paragraph: Span): QuotationMark[] {
  const marks: QuotationMark[] = [];
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x22 && code !== 0x27 && code !== 0x60 && code !== 0xab && code !== 0xbb) {
      if (code < 0x2018 || code > 0x203a || (code > 0x201f && code < 0x2039)) continue;
    }
    const mark = readMark(text, paragraph, at, code);
    if (mark === null) continue;
    marks.push(mark);
    at = mark.end - 1;
  }
  return marks;
}

function readMark(text: string, paragraph: Span, at: number, code: number): QuotationMark | null {
  switch (code) {
    case 0x22:
      return straightDouble(text, paragraph, at, at + 1);
    case 0x27:
      if (text.charCodeAt(at + 1) === 0x27 && at + 1 < paragraph.end)
        return straightDouble(text, paragraph, at, at + 2);
      return single(text, paragraph, at, code);
    case 0x60:
      if (text.charCodeAt(at + 1) !== 0x60 || at + 1 >= paragraph.end) return null;
      return { at, end: at + 2, family: "double", opens: true, closes: false, weak: false, shaped: true };
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
      return single(text, paragraph, at, code);
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
      return curlyDouble(text, paragraph, at, code);
    case 0xab:
    case 0xbb:
    case 0x2039:
    case 0x203a:
      return angle(text, paragraph, at, code);
    default:
      return null;
  }
}

function straightDouble(text: string, paragraph: Span, at: number, end: number): QuotationMark | null {
  const before = opensAfter(text, paragraph, at);
  const blankAfter = end >= paragraph.end || charClass(text.charCodeAt(end)) === BLANK;
  const blankBefore = at === paragraph.start || charClass(text.charCodeAt(at - 1)) === BLANK;
  if (INCHES.test(text.slice(Math.max(paragraph.start, at - 6), at))) return null;
  const opens = before && (!blankAfter || blankBefore);
  const closes = at > paragraph.start && (!blankBefore || blankAfter);
  return { at, end, family: "double", opens, closes, weak: false, shaped: false };
}

function curlyDouble(text: string, paragraph: Span, at: number, code: number): QuotationMark {
  const wordAfter = at + 1 < paragraph.end && isWordChar(text.charCodeAt(at + 1));
  if (code === 0x201d) {
    const opens = wordAfter && opensAfter(text, paragraph, at);
    return { at, end: at + 1, family: "double", opens, closes: true, weak: false, shaped: false };
  }
  const closes = code === 0x201c && at > paragraph.start && !wordAfter && !opensAfter(text, paragraph, at);
  return { at, end: at + 1, family: "double", opens: true, closes, weak: false, shaped: true };
}

function angle(text: string, paragraph: Span, at: number, code: number): QuotationMark {
  const shapedOpen = code === 0xab || code === 0x2039;
  const wordAfter = at + 1 < paragraph.end && isWordChar(text.charCodeAt(at + 1));
  const wordBefore = at > paragraph.start && charClass(text.charCodeAt(at - 1)) !== BLANK;
  // Danish and German print »so«: the shape is turned, the neighbours tell.
  const turned = shapedOpen ? wordBefore && !wordAfter : wordAfter && !wordBefore;
  const opens = shapedOpen !== turned;
  return { at, end: at + 1, family: "angle", opens, closes: !opens, weak: false, shaped: opens };
}

function single(text: string, paragraph: Span, at: number, code: number): QuotationMark | null {
  const beforeCode = at > paragraph.start ? text.charCodeAt(at - 1) : 0x20;
  const afterCode = at + 1 < paragraph.end ? text.charCodeAt(at + 1) : 0x20;
  const wordBefore = isWordChar(beforeCode);
  const wordAfter = isWordChar(afterCode);
  if (wordBefore && wordAfter) return null;
  const end = at + 1;
  if (!wordBefore && opensAfter(text, paragraph, at) && charClass(afterCode) !== BLANK) {
    // ’ before a word is the apostrophe of ’tis and ’90s; ‘ is so only where word processors turn it.
    if (code === 0x2019 && wordAfter) return null;
    const rest = text.slice(end, end + 8);
    if (/^\d\ds?(?![\p{L}\p{N}])/u.test(rest) && (code !== 0x27 || /^\d\ds/.test(rest))) return null;
    if (code !== 0x201a && LEADING_APOSTROPHE.test(rest) && (code === 0x27 || /^n['’]/i.test(rest))) return null;
    const shaped = code === 0x2018 || code === 0x201a;
    return { at, end, family: "single", opens: true, closes: false, weak: false, shaped };
  }
  if (charClass(beforeCode) === BLANK && code !== 0x2019) return null;
  if (charClass(beforeCode) === DIGIT && charClass(afterCode) === DIGIT) return null;
  return { at, end, family: "single", opens: false, closes: true, weak: isWeak(text, paragraph, at), shaped: false };
}

/** A ’ after a plural or a clipped word that reads on like "teachers’ strike" or "comin’ home". */
function isWeak(text: string, paragraph: Span, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (charClass(before) !== LETTER || at + 1 >= paragraph.end) return false;
  if (charClass(text.charCodeAt(at + 1)) !== BLANK) return false;
  const isPlural = before === 0x73 || before === 0x53 || before === 0x7a || before === 0x78;
  if (!isPlural) return DROPPED_ENDING.test(text.slice(Math.max(paragraph.start, at - 12), at));
  return !AFTER_CLOSING.test(text.slice(at + 1, Math.min(paragraph.end, at + 12)));
}

/** Whether a mark at `at` stands where quotations open: after a blank, an opening bracket, a dash or an opening mark. */
function opensAfter(text: string, paragraph: Span, at: number): boolean {
  let before = at;
  // Behind `"'` or ``"` the mark before the mark decides; four are enough, and a run of 10^5 must not be walked each time.
  while (before > paragraph.start && at - before < 4 && isStraight(text.charCodeAt(before - 1))) before--;
  if (before === paragraph.start) return true;
  const code = text.charCodeAt(before - 1);
  if (charClass(code) === BLANK) return true;
  switch (code) {
    case 0x28: // (
    case 0x5b: // [
    case 0x7b: // {
    case 0x2f: // /
    case 0x2d: // -
    case 0x2013: // –
    case 0x2014: // —
    case 0x2018: // ‘
    case 0x201a:
    case 0x201c: // “
    case 0x201e:
    case 0xab:
    case 0x2022: // •
      return true;
    default:
      return false;
  }
}

function isStraight(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x60;
}

import { isLowerCase } from "../text/char-class.ts";
import { type Span, trimSpan } from "../text/span.ts";

/** Columns up to which lines may have been broken by a program rather than by an author. */
const WIDEST_WRAP = 120;

interface Line extends Span {
  /** Whether a blank line stands before it. */
  readonly afterBlank: boolean;
  /** Blanks before its first word. */
  readonly indent: number;
}

/**
 * Finds the paragraphs of cleaned text, in order. Each line is one, but lines that a program broke at a fixed width are
 * joined: their span then holds line breaks.
 */
export function readParagraphs(text: string): Span[] {
  const lines = readLines(text);
  const width = wrapWidth(lines);
  const isWrapped = width > 0 && isHardWrapped(text, lines, width);
  const paragraphs: Span[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last !== undefined && previous !== undefined && goesOn(text, previous, line, width, isWrapped)) {
      paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    } else {
      paragraphs.push({ start: line.start, end: line.end });
    }
    previous = line;
  }
  return paragraphs;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let afterBlank = false;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) {
      lines.push({ ...span, afterBlank, indent: span.start - start });
      afterBlank = false;
    } else {
      afterBlank = true;
    }
    start = end + 1;
  }
  return lines;
}

/** Length of the longest line that has a neighbour without a blank line between, or 0 when that is too long for a wrap. */
function wrapWidth(lines: readonly Line[]): number {
  let width = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const isJoined = (index > 0 && !line.afterBlank) || (next !== undefined && !next.afterBlank);
    if (isJoined) width = Math.max(width, line.indent + line.end - line.start);
  });
  return width <= WIDEST_WRAP ? width : 0;
}

/** A wrapped text: most lines are as full as their first neighbour's word allows, and many go on with a small letter. */
function isHardWrapped(text: string, lines: readonly Line[], width: number): boolean {
  let breaks = 0;
  let full = 0;
  let small = 0;
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    if (previous === undefined || line.afterBlank) return;
    breaks++;
    if (isFull(text, previous, line, width)) full++;
    if (isLowerCase(text, line.start)) small++;
  });
  return breaks >= 2 && full >= breaks * 0.6 && small >= breaks * 0.3;
}

function goesOn(text: string, line: Line, next: Line, width: number, isWrapped: boolean): boolean {
  if (next.afterBlank || width === 0 || /[•*·–—-]/.test(text[next.start] ?? "")) return false;
  const last = text[line.end - 1] ?? "";
  if (isLowerCase(text, next.start) && !".?!:;”’\"'".includes(last)) return true;
  return isWrapped && next.indent <= line.indent && isFull(text, line, next, width);
}

/** Whether the next line's first word would not have fitted on this one. */
function isFull(text: string, line: Line, next: Line, width: number): boolean {
  let wordEnd = next.start;
  while (wordEnd < next.end && text.charCodeAt(wordEnd) !== 0x20) wordEnd++;
  return line.indent + (line.end - line.start) + 1 + (wordEnd - next.start) > width;
}

import { isLowerCase } from "../text/char-class.ts";
import { type Span, textOf } from "../text/span.ts";
import { findLineFurniture, isMoreHeader } from "./furniture-lines.ts";
import type { Furniture } from "./report.ts";

const LONGEST_HEADLINE = 140;
const LONGEST_RUN = 12;
/** A paragraph that ends like running text: with a stop, or with what leads into another paragraph. */
const ENDS_LIKE_TEXT = /[.!…:;,—–][”’"')\]]*$|[.!?…,][”’"']+$/u;

type Line = Span & { readonly words: string };

/**
 * Finds the paragraphs that are no part of the report, in text order, each with its reason. Precise rather than
 * complete: a real paragraph taken for furniture would be lost to the record.
 *
 * Three kinds: lines that tell by their own words (captions, credits, sign-up lines); headlines under a header
 * ("Related"); and a run of headlines at the end of a report whose own paragraphs all end with stops.
 */
export function findFurniture(text: string, paragraphs: readonly Span[], taken: readonly Furniture[]): Furniture[] {
  const known = new Set(taken.flatMap((one) => ("start" in one ? [one.start] : [])));
  const lines: Line[] = paragraphs.map((span) => ({ ...span, words: textOf(text, span) }));
  const found: (Furniture | null)[] = lines.map((line) => {
    if (known.has(line.start)) return null;
    const finding = findLineFurniture(line.words);
    return finding === null ? null : { start: line.start, end: line.end, ...finding };
  });
  markUnderHeaders(lines, found);
  markFinalRun(lines, found);
  return found.flatMap((one) => (one === null ? [] : [one]));
}

/** Headlines that follow a header, as far as they look like headlines. A header without any is left alone. */
function markUnderHeaders(lines: readonly Line[], found: (Furniture | null)[]): void {
  for (let index = 1; index < lines.length; index++) {
    const header = lines[index];
    if (header === undefined || found[index] !== null || !isMoreHeader(header.words)) continue;
    let next = index + 1;
    while (next < lines.length && next <= index + LONGEST_RUN && isListedHeadline(lines[next], found[next])) next++;
    if (next === index + 1) continue;
    found[index] = {
      start: header.start,
      end: header.end,
      kind: "read-more",
      reason: "A header over other stories’ headlines.",
    };
    for (let at = index + 1; at < next; at++) {
      const line = lines[at];
      if (line === undefined || found[at] !== null) continue;
      found[at] = { start: line.start, end: line.end, kind: "related", reason: `A headline under “${header.words}”.` };
    }
    index = next - 1;
  }
}

function isListedHeadline(line: Line | undefined, found: Furniture | null | undefined): boolean {
  if (line === undefined) return false;
  if (found !== null && found !== undefined) return true;
  return line.words.length <= LONGEST_HEADLINE && !ENDS_LIKE_TEXT.test(line.words);
}

/** Two to twelve headlines at the very end, other furniture among them passed over. */
function markFinalRun(lines: readonly Line[], found: (Furniture | null)[]): void {
  const run: number[] = [];
  let index = lines.length - 1;
  for (; index >= 0; index--) {
    const line = lines[index];
    if (line === undefined) break;
    if (found[index] !== null) continue;
    if (line.words.length > LONGEST_HEADLINE || ENDS_LIKE_TEXT.test(line.words)) break;
    run.push(index);
    if (run.length > LONGEST_RUN) return;
  }
  const last = lines[index];
  // A lone headline needs a neighbour that is furniture by its own words.
  const isBesideFurniture = run.length === 1 && index + 2 < lines.length;
  if ((run.length < 2 && !isBesideFurniture) || last === undefined || !isBodyBefore(lines, index)) return;
  const headlines = run.flatMap((at) => lines[at]?.words ?? []);
  if (headlines.filter(isHeadlinePhrase).length * 3 < headlines.length * 2) return;
  if (headlines.filter((words) => words.endsWith("?")).length * 2 > headlines.length && run.length > 1) return;
  if (headlines.filter((words) => /^(?:I|We|You|And|But|Our|My|Oh|O)\b/.test(words)).length * 3 > headlines.length)
    return;
  for (const at of run) {
    const line = lines[at];
    if (line === undefined) continue;
    const reason = "One of a run of headlines after the end of the report.";
    found[at] = { start: line.start, end: line.end, kind: "related", reason };
  }
}

/** The report before the run: at least three paragraphs that end like text, the last of them leading into nothing. */
function isBodyBefore(lines: readonly Line[], last: number): boolean {
  if (/[:;,—–]$/.test(lines[last]?.words ?? "")) return false;
  let ended = 0;
  let others = 0;
  for (let index = 0; index <= last; index++) {
    const words = lines[index]?.words ?? "";
    if (ENDS_LIKE_TEXT.test(words) || /\?$/.test(words)) ended++;
    else others++;
  }
  return ended >= 3 && others * 3 <= ended;
}

/** Four words or more that read like a headline, not like a row of a table, a list of names or a line of verse. */
function isHeadlinePhrase(words: string): boolean {
  const parts = words.split(/\s+/);
  if (parts.length < 4 || parts.length > 20) return false;
  const first = /[\p{L}\p{N}]/u.exec(words);
  if (first === null || isLowerCase(words, first.index)) return false;
  if (/^[•*·–—-]|,\s+(?:aged )?\d{1,3}$|\d\s*[-–:]\s*\d+$|\d%?$/u.test(words)) return false;
  const letters = parts.filter((part) => /^\P{L}*\p{L}/u.test(part));
  const small = letters.filter((part) => /^\P{L}*\p{Ll}/u.test(part));
  return letters.length * 3 >= parts.length * 2 && (small.length >= 2 || letters.length >= 4);
}

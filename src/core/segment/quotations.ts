import { isWordChar } from "../text/char-class.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import { type Span, trimSpan } from "../text/span.ts";
import { type MatchedMark, matchMarks, mayRunOn } from "./match-marks.ts";
import { attributesAfter, attributesAtEnd } from "./quotation-attribution.ts";
import { type MarkFamily, type QuotationMark, readQuotationMarks } from "./quotation-marks.ts";
import type { Quotation } from "./segmented-report.ts";

export interface QuotationsFound {
  /** By start, an outer quotation before what it holds. */
  readonly quotations: readonly Quotation[];
  /** Where the marks stand that open a part of a quotation, with its end, and those that close one. All others are apostrophes or odd. */
  readonly openings: ReadonlyMap<number, number>;
  readonly closings: ReadonlySet<number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A quotation that is open at the end of its paragraph. */
interface Run {
  readonly family: MarkFamily;
  readonly depth: number;
  /** Grows as paragraphs join, so that a thousand of them cost no copying. */
  readonly parts: Span[];
  /** Whether its words so far name who says them ("Ash said: “…"), so that a second name closes it off. */
  readonly attributed: boolean;
  readonly mayRunOn: boolean;
}

interface Collected {
  readonly quotations: Quotation[];
  readonly openings: Map<number, number>;
  readonly closings: Set<number>;
  readonly diagnostics: Diagnostic[];
}

/**
 * Pairs the quotation marks of consecutive body paragraphs, in linear time.
 *
 * A quotation goes on over paragraphs only if it is open at the end of one and the next begins with the same mark, and
 * not if both name a speaker of their own. A missing or odd mark costs its own paragraph.
 */
export function segmentQuotations(text: string, paragraphs: readonly Span[]): QuotationsFound {
  const collected: Collected = { quotations: [], openings: new Map(), closings: new Set(), diagnostics: [] };
  let carried: readonly Run[] = [];
  for (const paragraph of paragraphs) {
    const marks = readQuotationMarks(text, paragraph);
    if (marks.length > 0 || carried.length > 0) carried = collectParagraph(text, paragraph, marks, carried, collected);
  }
  leaveOpen(carried, collected);
  collected.quotations.sort((a, b) => a.start - b.start || b.end - a.end || a.depth - b.depth);
  return collected;
}

/** Adds what closes in this paragraph and returns what is still open at its end, outermost first. */
function collectParagraph(
  text: string,
  paragraph: Span,
  marks: readonly QuotationMark[],
  carried: readonly Run[],
  collected: Collected,
): Run[] {
  const matched = matchMarks(text, paragraph, marks);
  const reopened = countReopened(text, paragraph, marks, matched, carried);
  leaveOpen(carried.slice(reopened), collected);
  const running: Run[] = [];
  let depth = 0;
  let isOdd = false;
  for (const [index, mark] of marks.entries()) {
    const match = matched[index];
    if (match === undefined || match.kind === "apostrophe") continue;
    if (match.kind === "closes") {
      depth--;
      continue;
    }
    if (match.kind === "stray" || match.kind === "lost") {
      const span = match.kind === "lost" ? addLost(text, paragraph, marks, matched, index, depth, collected) : null;
      // One note a paragraph: a page of odd marks should not fill the record with them.
      if (!isOdd) collected.diagnostics.push(span === null ? unopened(mark) : unclosed(span));
      isOdd = true;
      continue;
    }
    const close = match.kind === "opens" ? marks[match.partner] : undefined;
    const part = close === undefined ? trimSpan(text, { start: mark.at, end: paragraph.end }) : endAt(mark, close);
    const previous = index < reopened ? carried[index] : undefined;
    const parts = previous?.parts ?? [];
    parts.push(part);
    const start = parts[0]?.start ?? mark.at;
    collected.openings.set(mark.at, part.end);
    if (close === undefined) {
      running.push({
        family: mark.family,
        depth,
        parts,
        attributed:
          previous?.attributed === true ||
          (index >= reopened && mark.at > paragraph.start && depth === 0) ||
          attributesAtEnd(text, part.start, part.end),
        mayRunOn: mayRunOn(text, paragraph, mark),
      });
    } else {
      collected.closings.add(close.at);
      if (close.at > mark.end) collected.quotations.push({ start, end: close.end, parts, depth, closed: true });
    }
    depth++;
  }
  return running;
}

/** How many carried quotations the paragraph's first marks open again, side by side and in order. */
function countReopened(
  text: string,
  paragraph: Span,
  marks: readonly QuotationMark[],
  matched: readonly MatchedMark[],
  carried: readonly Run[],
): number {
  let count = 0;
  let at = paragraph.start;
  for (const run of carried) {
    const mark = marks[count];
    const match = matched[count];
    if (mark === undefined || match === undefined || mark.at !== at || mark.family !== run.family) break;
    if (!run.mayRunOn || (match.kind !== "opens" && match.kind !== "runs-on")) break;
    const close = match.kind === "opens" ? marks[match.partner] : undefined;
    if (run.attributed && close !== undefined && attributesAfter(text, close.end, paragraph.end)) break;
    at = mark.end;
    count++;
  }
  return count;
}

/** A quotation whose closing mark is missing ends where the next of its kind opens. */
function addLost(
  text: string,
  paragraph: Span,
  marks: readonly QuotationMark[],
  matched: readonly MatchedMark[],
  index: number,
  depth: number,
  collected: Collected,
): Span {
  const mark = marks[index] ?? { at: paragraph.start, end: paragraph.end, family: "double" };
  let next = index + 1;
  while (next < marks.length && (marks[next]?.family !== mark.family || matched[next]?.kind === "apostrophe")) next++;
  const span = trimSpan(text, { start: mark.at, end: marks[next]?.at ?? paragraph.end });
  if (hasWord(text, { start: mark.end, end: span.end })) {
    collected.openings.set(mark.at, span.end);
    collected.quotations.push({ ...span, parts: [span], depth, closed: false });
  }
  return span;
}

function leaveOpen(runs: readonly Run[], collected: Collected): void {
  for (const run of runs) {
    const start = run.parts[0]?.start ?? 0;
    const end = run.parts.at(-1)?.end ?? start + 1;
    collected.quotations.push({ start, end, parts: run.parts, depth: run.depth, closed: false });
    collected.diagnostics.push(unclosed({ start, end }));
  }
}

function endAt(mark: QuotationMark, close: QuotationMark): Span {
  return { start: mark.at, end: close.end };
}

function hasWord(text: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) if (isWordChar(text.charCodeAt(at))) return true;
  return false;
}

function unclosed(span: Span): Diagnostic {
  return { code: "unclosed-quotation", span, message: "No mark closes this quotation." };
}

function unopened(mark: QuotationMark): Diagnostic {
  return {
    code: "unopened-quotation",
    span: { start: mark.at, end: mark.end },
    message: "This mark closes a quotation that no mark opens.",
  };
}

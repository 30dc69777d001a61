import { isLowerCase } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import type { MarkFamily, QuotationMark } from "./quotation-marks.ts";

/** What a mark turned out to be; `partner` is the index of the closing mark. */
export type MatchedMark =
  | { readonly kind: "opens"; readonly partner: number }
  /** Opens, and nothing closes it before the paragraph ends. */
  | { readonly kind: "runs-on" }
  /** Opens, but another mark of its family opens or closes after it: its own closing mark is missing. */
  | { readonly kind: "lost" }
  | { readonly kind: "closes" }
  /** A closing mark that nothing opened. */
  | { readonly kind: "stray" }
  | { readonly kind: "apostrophe" };

const CLOSES: MatchedMark = { kind: "closes" };
const RUNS_ON: MatchedMark = { kind: "runs-on" };
const LOST: MatchedMark = { kind: "lost" };
const STRAY: MatchedMark = { kind: "stray" };
const APOSTROPHE: MatchedMark = { kind: "apostrophe" };

/** Pairs the marks of one paragraph like brackets, nearest first. Linear: each mark is pushed and popped once. */
export function matchMarks(text: string, paragraph: Span, marks: readonly QuotationMark[]): MatchedMark[] {
  const matched: MatchedMark[] = marks.map(() => APOSTROPHE);
  const stack: number[] = [];
  const opened: { [family in MarkFamily]: number } = { double: 0, single: 0, angle: 0 };
  const closers = singleClosersAhead(marks);
  const lastDoubleCloser = marks.findLastIndex((mark) => mark.family === "double" && mark.closes);

  const popTo = (family: MarkFamily): number => {
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const popped = marks[top];
      if (popped === undefined) continue;
      opened[popped.family]--;
      if (popped.family === family) return top;
      matched[top] = popped.family === "single" ? APOSTROPHE : LOST;
    }
    return -1;
  };

  marks.forEach((mark, index) => {
    const opens = mark.opens && (!mark.closes || opened[mark.family] === 0);
    if (opens) {
      if (mark.family === "single" && closers.any[index] === 0 && !mayRunOn(text, paragraph, mark)) return;
      stack.push(index);
      opened[mark.family]++;
      return;
    }
    if (opened[mark.family] === 0) {
      if (mark.family !== "single") matched[index] = STRAY;
      return;
    }
    if (mark.family === "single") {
      if (mark.weak && closers.better[index] === 1) return;
      const top = marks[stack.at(-1) ?? -1];
      if (top !== undefined && top.family !== "single" && lastDoubleCloser > index) return;
    }
    const partner = popTo(mark.family);
    matched[partner] = { kind: "opens", partner: index };
    matched[index] = CLOSES;
  });

  const last: { [family in MarkFamily]: number } = { double: -1, single: -1, angle: -1 };
  marks.forEach((mark, index) => {
    if (matched[index]?.kind !== "apostrophe" && matched[index]?.kind !== "stray") last[mark.family] = index;
  });
  for (const index of stack) {
    const mark = marks[index];
    if (mark !== undefined) last[mark.family] = Math.max(last[mark.family], index);
  }
  for (const index of stack) {
    const mark = marks[index];
    if (mark === undefined) continue;
    if (last[mark.family] === index && (mark.family !== "single" || mayRunOn(text, paragraph, mark))) {
      matched[index] = RUNS_ON;
    } else {
      matched[index] = mark.family === "single" ? APOSTROPHE : LOST;
    }
  }
  return matched;
}

/**
 * Whether a quotation opened here may go on in the next paragraph: its mark opens the paragraph or follows ":" or ",",
 * or its first word is no lower-case fragment of the sentence around it. Single marks need the first or second reason.
 */
export function mayRunOn(text: string, paragraph: Span, mark: QuotationMark): boolean {
  let before = mark.at;
  while (before > paragraph.start && " \n“‘\"'«„".includes(text[before - 1] ?? "")) before--;
  if (before === paragraph.start || text[before - 1] === ":" || text[before - 1] === ",") return true;
  return mark.family !== "single" && mark.end < paragraph.end && !isLowerCase(text, mark.end);
}

/** For each mark whether a later single mark closes, and whether a better one than a weak ’ does before the next opens. */
function singleClosersAhead(marks: readonly QuotationMark[]): { any: Uint8Array; better: Uint8Array } {
  const any = new Uint8Array(marks.length);
  const better = new Uint8Array(marks.length);
  let seen = 0;
  let seenBetter = 0;
  for (let index = marks.length - 1; index >= 0; index--) {
    any[index] = seen;
    better[index] = seenBetter;
    const mark = marks[index];
    if (mark === undefined || mark.family !== "single") continue;
    if (mark.closes) {
      seen = 1;
      if (!mark.weak) seenBetter = 1;
    } else {
      seenBetter = 0;
    }
  }
  return { any, better };
}

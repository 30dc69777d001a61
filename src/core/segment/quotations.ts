import type { Span } from "../text/span.ts";
import type { Quotation } from "./segmented-report.ts";

interface Open {
  readonly kind: "double" | "single" | "angle";
  readonly start: number;
  readonly parts: Span[];
  readonly depth: number;
}

/** Finds quoted runs, in order of start; an outer quotation precedes what it holds. */
export function segmentQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const quotations: Quotation[] = [];
  let carried: Open | null = null;
  for (const paragraph of paragraphs) {
    const stack: Open[] = [];
    for (let at = paragraph.start; at < paragraph.end; at++) {
      const mark = text[at] ?? "";
      const kind = kindOf(mark);
      if (kind === null) continue;
      const before = at === paragraph.start ? " " : (text[at - 1] ?? " ");
      const after = at + 1 >= paragraph.end ? " " : (text[at + 1] ?? " ");
      const top = stack.findLastIndex((open) => open.kind === kind);
      const opens = /[\s([{—–“‘"'«-]/.test(before) && /\S/.test(after);
      if (kind === "single" && mark !== "‘") {
        if (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) continue;
        if (top < 0 && (mark === "’" || !opens)) continue;
      }
      const isOpening = "“‘«„".includes(mark)
        ? opens || top < 0
        : mark === '"' || mark === "'"
          ? opens && top < 0
          : false;
      if (isOpening) {
        if (at === paragraph.start && carried !== null && carried.kind === kind) {
          stack.push({ ...carried, parts: [...carried.parts] });
          carried = null;
        } else {
          stack.push({ kind, start: at, parts: [], depth: stack.length });
        }
        const opened = stack.at(-1);
        opened?.parts.push({ start: at, end: paragraph.end });
      } else if (top >= 0) {
        const open = stack[top];
        stack.length = top;
        if (open === undefined) continue;
        const last = open.parts.pop();
        const parts = [...open.parts, { start: last?.start ?? open.start, end: at + 1 }];
        quotations.push({ start: open.start, end: at + 1, parts, depth: open.depth, closed: true });
      }
    }
    if (carried !== null) quotations.push(unclosed(carried));
    carried = stack[0] ?? null;
  }
  if (carried !== null) quotations.push(unclosed(carried));
  return quotations.sort((a, b) => a.start - b.start || b.end - a.end);
}

function unclosed(open: Open): Quotation {
  return {
    start: open.start,
    end: open.parts.at(-1)?.end ?? open.start + 1,
    parts: open.parts,
    depth: open.depth,
    closed: false,
  };
}

function kindOf(mark: string): Open["kind"] | null {
  if ('“”"„'.includes(mark)) return "double";
  if ("‘’'".includes(mark)) return "single";
  return "«»".includes(mark) ? "angle" : null;
}

import type { Span } from "../../../src/core/text/span.ts";

export interface MarkedText {
  readonly text: string;
  /** Spans by their mark, in text order. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

/**
 * Reads text with marked words: `{s1.source|The mayor} {s1.cue|said}`. Marks may nest; a mark that stands several times
 * has several spans.
 */
export function readMarkedText(marked: string): MarkedText {
  const spans = new Map<string, Span[]>();
  const open: { mark: string; start: number }[] = [];
  let text = "";
  for (const [part, mark] of marked.matchAll(/\{([\w.]+)\||\}|[^{}]+/g)) {
    if (mark !== undefined) open.push({ mark, start: text.length });
    else if (part === "}") {
      const { mark, start } = open.pop() ?? missing(marked);
      spans.set(mark, [...(spans.get(mark) ?? []), { start, end: text.length }]);
    } else text += part;
  }
  return { text, spans };
}

function missing(marked: string): never {
  throw new RangeError(`A mark is closed that was never opened: ${marked.slice(0, 60)} …`);
}

import type { Span } from "./span.ts";

/**
 * The words of evidence as they may be quoted. A sign of omission stands only where words of the report lie between two
 * spans: a quotation that runs on over paragraphs leaves nothing out.
 */
export function quotableWords({
  exact,
  spans,
}: {
  /** The words of the spans, joined by " … ". */
  readonly exact: string;
  readonly spans: readonly Span[];
}): string {
  let words = "";
  let at = 0;
  for (const [index, { start, end }] of spans.entries()) {
    const before = spans[index - 1];
    if (before !== undefined) {
      words += start - before.end <= PARAGRAPH_BREAK ? " " : JOINT;
      at += JOINT.length;
    }
    words += exact.slice(at, at + end - start);
    at += end - start;
  }
  // Words that were not joined in this way stay as they are.
  return at === exact.length ? words : exact;
}

const JOINT = " … ";
const PARAGRAPH_BREAK = 2;

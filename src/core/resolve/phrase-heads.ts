import type { AnnotatedReport } from "../annotate/layers.ts";
import type { Span } from "../text/span.ts";

/** The token of the span that the rest of it hangs on. */
export function headWithin(annotated: AnnotatedReport, span: Span): number {
  const { tokens, heads, upos } = annotated;
  const first = tokenAt(annotated, span.start);
  let fallback = first;
  for (let i = first; i < tokens.length && tokens[i]!.start < span.end; i++) {
    const head = heads[i]!;
    const isTop = head < first || tokens[head] === undefined || tokens[head].start >= span.end;
    if (isTop && upos[i] !== "PUNCT") {
      if (upos[i] === "VERB" || upos[i] === "NOUN") return i;
      fallback = i;
    }
  }
  return fallback;
}

/** Index of the token that covers the offset, or the next one. */
export function tokenAt(annotated: AnnotatedReport, offset: number): number {
  const { tokens } = annotated;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, Math.max(0, tokens.length - 1));
}

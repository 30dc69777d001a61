import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Span } from "../../text/span.ts";

/** Indices of the tokens that lie in the span, in text order. */
export function tokensWithin({ tokens }: AnnotatedReport, span: Span): number[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let token = low; token < tokens.length && tokens[token]!.end <= span.end; token++) found.push(token);
  return found;
}

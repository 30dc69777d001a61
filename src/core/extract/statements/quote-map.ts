import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Quotation } from "../../segment/segmented-report.ts";
import type { Span } from "../../text/span.ts";

/** One outermost quotation in token indices: for each part the first and last token, marks included. */
export interface TokenQuotation {
  readonly index: number;
  readonly quotation: Quotation;
  readonly parts: readonly { readonly first: number; readonly last: number }[];
  readonly first: number;
  readonly last: number;
}

export interface QuoteMap {
  /** Outermost quotations in text order. */
  readonly outermost: readonly TokenQuotation[];
  /** For each token the index in `outermost` of the quotation that holds it, or -1. */
  readonly at: Int32Array;
}

export function mapQuotations({ tokens, quotations }: AnnotatedReport): QuoteMap {
  const at = new Int32Array(tokens.length).fill(-1);
  const outermost: TokenQuotation[] = [];
  let token = 0;
  for (const quotation of quotations) {
    if (quotation.depth > 0) continue;
    const parts: { first: number; last: number }[] = [];
    for (const part of quotation.parts) {
      while (token < tokens.length && tokens[token]!.start < part.start) token++;
      const first = token;
      while (token < tokens.length && tokens[token]!.end <= part.end) token++;
      if (token > first) parts.push({ first, last: token - 1 });
    }
    if (parts.length === 0) continue;
    const index = outermost.length;
    for (const { first, last } of parts) at.fill(index, first, last + 1);
    outermost.push({ index, quotation, parts, first: parts[0]!.first, last: parts.at(-1)!.last });
  }
  return { outermost, at };
}

/** Spans of the text for runs of tokens given as [first, last]. */
export function runSpan({ tokens }: AnnotatedReport, first: number, last: number): Span {
  return { start: tokens[first]!.start, end: tokens[last]!.end };
}

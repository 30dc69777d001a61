import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Span } from "../../text/span.ts";
import type { StatementCandidate } from "../candidates.ts";

/** Answers at once which statement's words a token belongs to. */
export interface StatementIndex {
  /** The innermost statement in whose content the span starts, or null. */
  around(span: Span): StatementCandidate | null;
}

/** Costs one pass over the contents, however many spans are then asked for. */
export function indexStatements(annotated: AnnotatedReport, statements: readonly StatementCandidate[]): StatementIndex {
  const { tokens } = annotated;
  const owner = new Int32Array(tokens.length).fill(-1);
  const parts = statements.flatMap(({ content }, index) => content.map((span) => ({ span, index })));
  // Longer parts first, so that what is nested in them writes over them.
  parts.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  for (const { span, index } of parts) {
    for (
      let token = tokenFrom(annotated, span.start);
      token < tokens.length && tokens[token]!.start < span.end;
      token++
    ) {
      owner[token] = index;
    }
  }
  return {
    around(span) {
      const index = owner[tokenFrom(annotated, span.start)] ?? -1;
      return index < 0 ? null : (statements[index] ?? null);
    },
  };
}

/** First token that ends after the offset. */
export function tokenFrom({ tokens }: AnnotatedReport, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

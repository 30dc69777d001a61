import type { Span } from "../src/core/text/span.ts";

/** Counts for exact and for overlap matching of two sets of spans, added up over reports. */
export interface SpanCounts {
  gold: number;
  predicted: number;
  exact: number;
  goldTouched: number;
  predictedTouched: number;
}

export function emptyCounts(): SpanCounts {
  return { gold: 0, predicted: 0, exact: 0, goldTouched: 0, predictedTouched: 0 };
}

/** Adds one report's spans; equal spans count once on each side. */
export function countSpans(counts: SpanCounts, gold: readonly Span[], predicted: readonly Span[]): void {
  const goldSet = uniqueSpans(gold);
  const predictedSet = uniqueSpans(predicted);
  const keys = new Set(goldSet.map(keyOf));
  counts.gold += goldSet.length;
  counts.predicted += predictedSet.length;
  counts.exact += predictedSet.filter((span) => keys.has(keyOf(span))).length;
  counts.goldTouched += goldSet.filter((span) => touchesAny(span, predictedSet)).length;
  counts.predictedTouched += predictedSet.filter((span) => touchesAny(span, goldSet)).length;
}

/** 0–100. */
export function exactF1({ gold, predicted, exact }: SpanCounts): number {
  return f1(exact / predicted, exact / gold);
}

/** F1 of the shares of spans on each side that touch one of the other. */
export function overlapF1(counts: SpanCounts): number {
  return f1(counts.predictedTouched / counts.predicted, counts.goldTouched / counts.gold);
}

export function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (200 * precision * recall) / (precision + recall) : 0;
}

function uniqueSpans(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((span) => [keyOf(span), span])).values()];
}

function touchesAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}

function keyOf(span: Span): string {
  return `${span.start}:${span.end}`;
}

import { extractEvents } from "../../src/core/extract/events/events.ts";
import { extractFigures } from "../../src/core/extract/figures/figures.ts";
import { extractTimes } from "../../src/core/extract/times/times.ts";
import { type GoldCase, readGoldCases } from "../events/bank-gold.ts";
import type { EvalResult } from "../result.ts";
import { countSpans, emptyCounts, exactF1, overlapF1 } from "../span-f1.ts";
import { scoreRecognizers } from "./recognizers.ts";

/** Figure spans, and what they count and how exactly on figures that overlap gold, against the bank's dev split. */
export async function scoreFigures(): Promise<EvalResult[]> {
  return [...scoreSet("bank", "dev", await readGoldCases("bank/dev.jsonl")), ...(await scoreRecognizers())];
}

export function scoreSet(dataset: string, split: string, cases: readonly GoldCase[]): EvalResult[] {
  if (cases.length === 0) return [];
  const spans = emptyCounts();
  const kinds = { of: 0, quantity: 0, n: 0 };
  for (const { annotated, statements, figures } of cases) {
    const events = extractEvents(annotated, statements, extractTimes(annotated));
    const predicted = extractFigures(annotated, statements, events);
    countSpans(
      spans,
      figures.map(({ span }) => span),
      predicted.map(({ span }) => span),
    );
    for (const figure of predicted) {
      const match = figures.find(({ span }) => span.start < figure.span.end && figure.span.start < span.end);
      if (match === undefined) continue;
      kinds.n++;
      if (match.of === figure.counts) kinds.of++;
      if (match.quantity === figure.quantity) kinds.quantity++;
    }
  }
  const base = { task: "figures", dataset, split };
  return [
    { ...base, metric: "exact F1", value: exactF1(spans), n: spans.gold },
    { ...base, metric: "overlap F1", value: overlapF1(spans), n: spans.gold },
    { ...base, metric: "counts accuracy", value: (100 * kinds.of) / Math.max(1, kinds.n), n: kinds.n },
    { ...base, metric: "quantity accuracy", value: (100 * kinds.quantity) / Math.max(1, kinds.n), n: kinds.n },
  ];
}

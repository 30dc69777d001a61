import type { AnnotatedReport } from "../../annotate/layers.ts";
import { READING_WEIGHTS } from "../../lexicons/reading-weights.ts";
import { indexWeights, WeightSum } from "../feature-weights.ts";
import { addFeatures, READING_TEMPLATES } from "./features.ts";
import type { Reading } from "./predicates.ts";
import type { QuoteMap } from "./quote-map.ts";

const WEIGHTS = indexWeights(READING_TEMPLATES, READING_WEIGHTS);

/** Kind of the name that holds each token, "" outside names. */
export function nameKinds(annotated: AnnotatedReport): (token: number) => string {
  const kinds: string[] = new Array(annotated.tokens.length).fill("");
  for (const { firstToken, endToken, kind } of annotated.names) kinds.fill(kind, firstToken, endToken);
  return (token) => kinds[token] ?? "";
}

/** Probability that the reading is a statement: logistic regression over binary features, trained on open data. */
export function scoreReading(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  reading: Reading,
  nameKindOf: (token: number) => string,
): number {
  const sum = new WeightSum(WEIGHTS);
  addFeatures(annotated, quotes, reading, nameKindOf, sum);
  return 1 / (1 + Math.exp(-sum.total));
}

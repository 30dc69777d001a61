import type { FeatureTemplates } from "./feature-hash.ts";

/** Adds up the weights of a decision's features. The arrays are the scorer's own, so that nothing is copied. */
export interface LinearScorer {
  /** Where the features of a decision are written before `score`. */
  readonly features: Int32Array;
  /** After `score`: a sum a class. */
  readonly scores: Int16Array | Float64Array;
  /** Scores `features[0…count)`. */
  score(count: number): void;
  /** Scores the features that the templates make of the parts, as `hashFeatures` does. */
  scoreParts(templates: FeatureTemplates, parts: Int32Array): void;
}

/** The lowest number among equals. */
export function bestClass(scores: Int16Array | Float64Array): number {
  let best = 0;
  let bestScore = scores[0]!;
  const { length } = scores;
  for (let i = 1; i < length; i++) {
    const score = scores[i]!;
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

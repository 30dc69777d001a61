/**
 * A logistic model over a pair of rows: how likely they are one thing. The weights are fitted on invented stories by
 * evals/stories/fit-weights.ts and written here rounded, so that a reader can see what counts and how much.
 */
export type PairWeights<Feature extends string> = { readonly [feature in Feature | "bias"]: number };

export type PairFeatures<Feature extends string> = { readonly [feature in Feature]: number };

/** 0 to 1. */
export function likelihoodOf<Feature extends string>(
  features: PairFeatures<Feature>,
  weights: PairWeights<Feature>,
): number {
  let sum = weights.bias;
  for (const feature in features) sum += features[feature] * weights[feature];
  return 1 / (1 + Math.exp(-sum));
}

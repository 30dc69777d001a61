/**
 * A logistic model over a pair of rows: how likely they are one thing, and from which likelihood they count as one.
 * The numbers stand in `link-models.ts`, so that a reader can see what counts and how much.
 */
export interface PairModel<Feature extends string> {
  readonly bar: number;
  readonly weights: { readonly [feature in Feature | "bias"]: number };
}

export type PairFeatures<Feature extends string> = { readonly [feature in Feature]: number };

/** 0 to 1. */
export function likelihoodOf<Feature extends string>(
  features: PairFeatures<Feature>,
  { weights }: PairModel<Feature>,
): number {
  let sum = weights.bias;
  for (const feature in features) sum += features[feature] * weights[feature];
  return 1 / (1 + Math.exp(-sum));
}

/** A row beside a whole group: halfway between its best likelihood and the average, so that no chain grows by one link. */
export function blendOf(likelihoods: readonly number[]): { readonly score: number; readonly best: number } {
  let best = 0;
  let sum = 0;
  for (const [index, one] of likelihoods.entries()) {
    if (one > likelihoods[best]!) best = index;
    sum += one;
  }
  return { score: (likelihoods[best]! + sum / likelihoods.length) / 2, best };
}

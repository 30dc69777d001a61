/** Adds the weights of `features[0…count)` to `scores`, one entry a class; the caller has cleared `scores`. */
export interface LinearScorer {
  score(features: Int32Array, count: number, scores: Float64Array): void;
}

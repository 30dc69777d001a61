/** One pair of rows with its gold verdict. */
export interface Example {
  readonly story: string;
  readonly features: readonly number[];
  readonly same: boolean;
}

/** Logistic regression by gradient descent with L2; deterministic. The first weight is the bias. */
export function fitLogistic(examples: readonly Example[], l2: number, positiveWeight = 1, rounds = 3000): number[] {
  const size = (examples[0]?.features.length ?? 0) + 1;
  const weights = new Array<number>(size).fill(0);
  const velocity = new Array<number>(size).fill(0);
  const total = examples.reduce((sum, one) => sum + (one.same ? positiveWeight : 1), 0);
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : l2 * weight));
    for (const { features, same } of examples) {
      let sum = weights[0]!;
      for (let index = 0; index < features.length; index++) sum += features[index]! * weights[index + 1]!;
      const error = (1 / (1 + Math.exp(-sum)) - (same ? 1 : 0)) * (same ? positiveWeight : 1);
      gradient[0]! += error;
      for (let index = 0; index < features.length; index++) gradient[index + 1]! += error * features[index]!;
    }
    for (let index = 0; index < size; index++) {
      velocity[index] = 0.9 * velocity[index]! + gradient[index]! / total;
      weights[index]! -= 2 * velocity[index]!;
    }
  }
  return weights;
}

export function predict(features: readonly number[], weights: readonly number[]): number {
  let sum = weights[0]!;
  for (let index = 0; index < features.length; index++) sum += features[index]! * weights[index + 1]!;
  return 1 / (1 + Math.exp(-sum));
}

/** One pair of rows with its gold verdict. */
export interface Example {
  readonly story: string;
  readonly features: readonly number[];
  readonly same: boolean;
}

/**
 * The same, but no weight may go against what its feature means: one of a sign that cannot be is held at 0 and the rest
 * fitted anew, the worst first. On few examples features that say nearly the same otherwise end with odd signs.
 */
export function fitWithSigns(examples: readonly Example[], l2: number, signs: readonly number[]): number[] {
  const held = new Set<number>();
  for (;;) {
    const free = signs.map((_, at) => at).filter((at) => !held.has(at));
    const reduced = examples.map((one) => ({ ...one, features: free.map((at) => one.features[at]!) }));
    const [bias = 0, ...fitted] = fitLogistic(reduced, l2);
    const weights = signs.map((_, at) => fitted[free.indexOf(at)] ?? 0);
    const worst = free
      .filter((at) => weights[at]! * signs[at]! < 0)
      .sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!))[0];
    if (worst === undefined) return [bias, ...weights];
    held.add(worst);
  }
}

/** Most steps of Newton's method; it ends before, once no weight moves. */
const ROUNDS = 12;
const STILL = 1e-5;

/** Logistic regression with L2 by Newton's method (IRLS); deterministic. The first weight is the bias, which is free. */
export function fitLogistic(examples: readonly Example[], l2: number): number[] {
  const size = (examples[0]?.features.length ?? 0) + 1;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : -l2 * weight));
    const curvature = weights.map((_, row) => weights.map((_, column) => (row === column && row > 0 ? l2 : 1e-9)));
    for (const { features, same } of examples) {
      const likelihood = predict(features, weights);
      const error = (same ? 1 : 0) - likelihood;
      const spread = Math.max(1e-6, likelihood * (1 - likelihood));
      for (let row = 0; row < size; row++) {
        const own = row === 0 ? 1 : features[row - 1]!;
        if (own === 0) continue;
        gradient[row]! += error * own;
        for (let column = 0; column <= row; column++) {
          const other = column === 0 ? 1 : features[column - 1]!;
          curvature[row]![column]! += spread * own * other;
        }
      }
    }
    for (let row = 0; row < size; row++)
      for (let column = row + 1; column < size; column++) curvature[row]![column] = curvature[column]![row]!;
    const step = solve(curvature, gradient);
    for (let index = 0; index < size; index++) weights[index]! += Math.max(-3, Math.min(3, step[index]!));
    if (step.every((move) => Math.abs(move) < STILL)) break;
  }
  return weights;
}

export function predict(features: readonly number[], weights: readonly number[]): number {
  let sum = weights[0]!;
  for (let index = 0; index < features.length; index++) sum += features[index]! * weights[index + 1]!;
  return 1 / (1 + Math.exp(-sum));
}

/** Gauss with pivots; a column that says nothing gets 0. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]![column]!;
    if (Math.abs(head) < 1e-9) continue;
    for (let row = 0; row < size; row++) {
      const factor = row === column ? 0 : rows[row]![column]! / head;
      if (factor !== 0) for (let at = column; at <= size; at++) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  return rows.map((row, index) => (Math.abs(row[index]!) < 1e-9 ? 0 : row[size]! / row[index]!));
}

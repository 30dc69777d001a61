/** The value below which `percent` of the samples lie, by nearest rank. @throws RangeError without samples. */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("A percentile needs at least one sample");
  return value;
}

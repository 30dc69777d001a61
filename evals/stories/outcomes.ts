import type { EvalResult } from "../result.ts";

/** What was told of rows that gold knows: `abstained` where it was left open. */
export interface Outcomes {
  right: number;
  abstained: number;
  wrong: number;
}

/** The share told rightly, and the share not told wrongly; `open` is what abstaining is called. */
export function outcomeRows(
  { task, dataset, measure, open }: { task: string; dataset: string; measure: string; open: string },
  outcomes: readonly Outcomes[],
): EvalResult[] {
  const sum = (of: keyof Outcomes) => outcomes.reduce((total, one) => total + one[of], 0);
  const n = sum("right") + sum("abstained") + sum("wrong");
  const row = (metric: string, part: number) => ({ task, dataset, split: "all", metric, value: (100 * part) / n, n });
  return [row(`${measure}: right`, sum("right")), row(`${measure}: right or ${open}`, sum("right") + sum("abstained"))];
}

/** One number of an evaluation. `value` is 0–100; `n` counts what it was measured on (gold spans, cases, pages …). */
export interface EvalResult {
  readonly task: string;
  readonly dataset: string;
  readonly split: string;
  readonly metric: string;
  readonly value: number;
  readonly n: number;
}

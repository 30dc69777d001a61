import type { EvalResult } from "../result.ts";

export function scoreSeedActors(): EvalResult[] {
  return [];
}

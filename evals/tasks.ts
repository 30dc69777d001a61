import type { EvalResult } from "./result.ts";
import { scoreStatements } from "./statements/statements.ts";

/** Every scored task by the name that `npm run eval -- NAME` takes. */
export const TASKS: { readonly [name: string]: () => Promise<EvalResult[]> } = {
  statements: scoreStatements,
};

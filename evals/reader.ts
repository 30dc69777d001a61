import { loadReader } from "../src/models/reader/load-reader.ts";
import { scoreNames } from "./names/names.ts";
import type { EvalResult } from "./result.ts";
import { scoreSyntax } from "./syntax/syntax.ts";

/** The language model's own syntax and names, which nothing uses yet. */
export async function scoreReader(): Promise<EvalResult[]> {
  const reader = loadReader();
  const rows = [...(await scoreSyntax(reader)), ...(await scoreNames(reader))];
  return rows.map((row) => ({ ...row, task: `reader: ${row.task}` }));
}

import { attributedBy } from "../src/models/attributed-by.ts";
import { loadReader } from "../src/models/reader/load-reader.ts";
import { scoreActors } from "./actors/actors.ts";
import { evalEngine } from "./engine.ts";
import { scoreNames } from "./names/names.ts";
import type { EvalResult } from "./result.ts";
import { scoreStatements } from "./statements/statements.ts";
import { scoreSyntax } from "./syntax/syntax.ts";

/**
 * What the language model does: statements and speakers with its attributions, as `ONRECORD_MODEL=reader` reads, and its
 * own syntax and names, which nothing uses yet.
 */
export async function scoreReader(): Promise<EvalResult[]> {
  const reader = loadReader();
  const joined = attributedBy(evalEngine.annotator, reader);
  const rows = [
    ...(await scoreSyntax(reader)),
    ...(await scoreNames(reader)),
    ...(await scoreStatements(joined)),
    ...(await scoreActors(joined)),
  ];
  return rows.map((row) => ({ ...row, task: `reader: ${row.task}` }));
}

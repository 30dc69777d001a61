import { loadAnnotator } from "../src/models/load.ts";
import { scoreActors } from "./actors/actors.ts";
import type { EvalResult } from "./result.ts";
import { scoreStatements } from "./statements/statements.ts";

/** Statements and speakers by rules over the light model alone (`ONRECORD_MODEL=light`). */
export async function scoreLight(): Promise<EvalResult[]> {
  const light = loadAnnotator();
  const rows = [...(await scoreStatements(light)), ...(await scoreActors(light))];
  return rows.map((row) => ({ ...row, task: `light: ${row.task}` }));
}

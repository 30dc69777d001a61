import { loadAnnotator } from "../src/models/load.ts";
import { scoreActors } from "./actors/actors.ts";
import { scoreEvents } from "./events/events.ts";
import { scoreNames } from "./names/names.ts";
import type { EvalResult } from "./result.ts";
import { scoreStatements } from "./statements/statements.ts";
import { scoreSyntax } from "./syntax/syntax.ts";

/** Syntax, names, statements, speakers and events by the light model and rules alone (`ONRECORD_MODEL=light`). */
export async function scoreLight(): Promise<EvalResult[]> {
  const light = loadAnnotator();
  const rows = [
    ...(await scoreSyntax(light)),
    ...(await scoreNames(light)),
    ...(await scoreStatements(light)),
    ...(await scoreActors(light)),
    ...(await scoreEvents(light)),
  ];
  return rows.map((row) => ({ ...row, task: `light: ${row.task}` }));
}

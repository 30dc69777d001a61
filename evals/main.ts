// `npm run eval`: scores every task on the development sets beside the checkout, prints a table and writes
// evals/results.json. `--gate` compares with the floors in evals/baseline.json and fails below one; `--update` raises
// the floors to today's scores (never lowers one without `--allow-regression`). Task names as arguments run those alone.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { EvalResult } from "./result.ts";
import { TASKS } from "./tasks.ts";

const flags = new Set(process.argv.slice(2).filter((argument) => argument.startsWith("--")));
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const baselinePath = new URL("baseline.json", import.meta.url);
const resultsPath = new URL("results.json", import.meta.url);
/** Scores move by rounding only; anything more is a change. */
const TOLERANCE = 0.05;

const results: EvalResult[] = [];
for (const [name, score] of Object.entries(TASKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`evals: ${name} …\n`);
  results.push(...(await score()));
}
printTable(results);
if (wanted.length === 0 && !flags.has("--gate"))
  writeFileSync(resultsPath, `${JSON.stringify(results.map(rounded), null, 1)}\n`);
if (flags.has("--update")) updateFloors();
if (flags.has("--gate")) process.exit(checkFloors());

function printTable(rows: readonly EvalResult[]): void {
  const lines = rows.map((row) => [row.task, row.dataset, row.split, row.metric, row.value.toFixed(1), String(row.n)]);
  const header = ["task", "dataset", "split", "metric", "value", "n"];
  const widths = header.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]!.length)));
  for (const line of [header, ...lines]) {
    process.stdout.write(
      `${line.map((cell, i) => (i > 3 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join("  ")}\n`,
    );
  }
}

function checkFloors(): number {
  const floors = readFloors();
  const below = results.filter((row) => row.value < (floors[keyOf(row)] ?? Number.NEGATIVE_INFINITY) - TOLERANCE);
  for (const row of below)
    process.stderr.write(`below the floor: ${keyOf(row)} is ${row.value.toFixed(2)}, floor ${floors[keyOf(row)]}\n`);
  process.stderr.write(`gate: ${results.length} scores, ${below.length} below their floors\n`);
  return below.length > 0 ? 1 : 0;
}

function updateFloors(): void {
  const floors = readFloors();
  for (const row of results) {
    const floor = Math.floor(row.value * 10) / 10;
    const earlier = floors[keyOf(row)];
    if (earlier === undefined || floor > earlier || flags.has("--allow-regression")) floors[keyOf(row)] = floor;
  }
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(baselinePath, `${JSON.stringify(sorted, null, 1)}\n`);
}

function readFloors(): Record<string, number> {
  return existsSync(baselinePath) ? JSON.parse(readFileSync(baselinePath, "utf8")) : {};
}

function keyOf({ task, dataset, split, metric }: EvalResult): string {
  return [task, dataset, split, metric].join(" / ");
}

function rounded(row: EvalResult): EvalResult {
  return { ...row, value: Math.round(row.value * 100) / 100 };
}

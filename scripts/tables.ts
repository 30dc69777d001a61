// Writes the accuracy and speed tables of the README from evals/results.json and bench/results.json.
// `--check` fails instead of writing when the README is behind them.
import { readFileSync, writeFileSync } from "node:fs";
import type { BenchResult } from "../bench/result.ts";
import type { EvalResult } from "../evals/result.ts";

const readme = new URL("../README.md", import.meta.url);

export function renderTables(source: string): string {
  const accuracy = readRows<EvalResult>("../evals/results.json");
  const speed = readRows<BenchResult>("../bench/results.json");
  return fill(fill(source, "accuracy", accuracyTable(accuracy)), "speed", speedTable(speed));
}

function accuracyTable(rows: readonly EvalResult[]): string {
  const lines = rows
    .filter(isTelling)
    .map(
      (row) =>
        `| ${row.task} | ${row.dataset} ${row.split} | ${row.metric} | ${row.value.toFixed(1)} | ${row.n.toLocaleString("en")} |`,
    );
  return ["| task | data | measure | value | n |", "|---|---|---|--:|--:|", ...lines].join("\n");
}

/** The README shows the numbers that stand for a task; evals/results.json has them all. */
function isTelling({ task, metric, dataset, split }: EvalResult): boolean {
  return (
    task !== "seeds" &&
    !/overlap|precision|recall|XPOS|UAS|type F1|pages read|, all: right$/.test(metric) &&
    !(dataset.includes("gold rows") && split === "held out")
  );
}

function speedTable(rows: readonly BenchResult[]): string {
  const lines = rows.map(
    (row) => `| ${row.bench} | ${row.metric} | ${round(row.value)} ${row.unit} | ${row.n.toLocaleString("en")} |`,
  );
  return ["| what | measure | value | n |", "|---|---|--:|--:|", ...lines].join("\n");
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

function fill(source: string, name: string, table: string): string {
  return source.replace(
    new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
    (_, open: string, close: string) => `${open}${table}\n${close}`,
  );
}

function readRows<Row>(path: string): Row[] {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

if (import.meta.main) {
  const before = readFileSync(readme, "utf8");
  const after = renderTables(before);
  if (!process.argv.includes("--check")) writeFileSync(readme, after);
  else if (before !== after) {
    process.stderr.write("README.md is behind evals/results.json or bench/results.json. Run: node scripts/tables.ts\n");
    process.exit(1);
  }
}

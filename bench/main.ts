// `npm run bench`: measures speed and memory, prints a table and writes bench/results.json. Names as arguments run
// those alone.
import { writeFileSync } from "node:fs";
import { benchAnalyze } from "./analyze.ts";
import type { BenchResult } from "./result.ts";
import { benchStore } from "./store.ts";
import { benchWeb } from "./web.ts";

const BENCHES: { readonly [name: string]: () => Promise<BenchResult[]> } = {
  analyze: benchAnalyze,
  store: benchStore,
  web: benchWeb,
};

const wanted = process.argv.slice(2);
const results: BenchResult[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`bench: ${name} …\n`);
  results.push(...(await bench()));
}
for (const { bench, metric, value, unit, n } of results) {
  process.stdout.write(
    `${bench.padEnd(10)} ${metric.padEnd(48)} ${value.toPrecision(4).padStart(8)} ${unit.padEnd(10)} n=${n}\n`,
  );
}
if (wanted.length === 0)
  writeFileSync(new URL("results.json", import.meta.url), `${JSON.stringify(results, null, 1)}\n`);

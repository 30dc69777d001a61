// `npm run bench`: measures speed and memory, prints a table and writes bench/results.json. Names as arguments run
// those alone; "store-large" (10⁵ reports, half an hour) runs only when named.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { benchAnalyze } from "./analyze.ts";
import { benchLinking } from "./linking.ts";
import { benchReading } from "./reading/reading.ts";
import type { BenchResult } from "./result.ts";
import { benchStore } from "./store.ts";
import { benchWeb } from "./web.ts";

const BENCHES: { readonly [name: string]: () => Promise<BenchResult[]> } = {
  analyze: benchAnalyze,
  reading: benchReading,
  store: benchStore,
  linking: benchLinking,
  web: benchWeb,
  "store-large": () => benchStore([100_000]),
};

const resultsPath = new URL("results.json", import.meta.url);
const wanted = process.argv.slice(2);
const results: BenchResult[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 ? !wanted.includes(name) : name === "store-large") continue;
  process.stderr.write(`bench: ${name} …\n`);
  results.push(...(await bench()));
}
for (const { bench, metric, value, unit, n } of results) {
  process.stdout.write(
    `${bench.padEnd(10)} ${metric.padEnd(48)} ${value.toPrecision(4).padStart(8)} ${unit.padEnd(10)} n=${n}\n`,
  );
}
writeFileSync(resultsPath, `${JSON.stringify(merge(readEarlier(), results), null, 1)}\n`);

/** The rows of benches that did not run now are kept. */
function merge(earlier: readonly BenchResult[], now: readonly BenchResult[]): BenchResult[] {
  const measured = new Set(now.map(({ bench }) => bench));
  return [...earlier.filter(({ bench }) => !measured.has(bench)), ...now].sort((a, b) =>
    a.bench < b.bench ? -1 : a.bench > b.bench ? 1 : 0,
  );
}

function readEarlier(): BenchResult[] {
  return existsSync(resultsPath) ? JSON.parse(readFileSync(resultsPath, "utf8")) : [];
}

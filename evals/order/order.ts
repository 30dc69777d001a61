import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyzeReport } from "../../src/core/pipeline.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import type { Record } from "../../src/core/record/record.ts";
import { analyzeDocument } from "../../src/operations/analyze.ts";
import { evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";
import { replayArrivals } from "./arrival.ts";

/** Orders that `npm run eval` tries; `node evals/order/permutations.ts` tries as many as it is told, 1,000 unless told. */
const ORDERS = 100;

/** Whether the order in which reports come changes what comes of them. */
export async function scoreOrder(orders = ORDERS): Promise<EvalResult[]> {
  const sets = { "demo story": await demoRecords(), seeds: await seedRecords() };
  return Object.entries(sets).flatMap(([dataset, records]) => {
    if (records.length === 0) return [];
    const { sameStories, sameOnceAccepted, sameRecord } = replayArrivals(records, orders);
    const row = (metric: string, right: number) => ({
      task: "order",
      dataset,
      split: "random orders",
      metric,
      value: (100 * right) / orders,
      n: orders,
    });
    return [
      row("same stories as they come", sameStories),
      row("same stories once proposals are accepted", sameStories + sameOnceAccepted),
      row("same record", sameRecord),
    ];
  });
}

/** The demo story's records, in the order of its files. */
export async function demoRecords(): Promise<Record[]> {
  const folder = new URL("../../examples/demo/", import.meta.url);
  const records: Record[] = [];
  for (const name of readdirSync(folder).sort()) {
    const bytes = readFileSync(new URL(name, folder));
    if (/\.(?:html|txt)$/.test(name)) records.push(await analyzeDocument(bytes, {}, evalEngine));
  }
  return records;
}

async function seedRecords(): Promise<Record[]> {
  const folder = fileURLToPath(new URL("../../../shared/", import.meta.url));
  if (!existsSync(`${folder}gold/seed-1.json`)) {
    process.stderr.write("evals: the seeds are not beside this checkout; their orders are left out.\n");
    return [];
  }
  const records: Record[] = [];
  for (const name of ["seed-1", "seed-2"]) {
    const { file, publishedAt } = JSON.parse(readFileSync(`${folder}gold/${name}.json`, "utf8"));
    const text = readFileSync(folder + file, "utf8");
    records.push(await analyzeReport(readPlainText(text, { publishedAt }), evalEngine));
  }
  return records;
}

import { readdirSync, readFileSync } from "node:fs";
import { linkOrigins } from "../../src/core/link/link-origins.ts";
import { orderReports } from "../../src/core/link/story-reports.ts";
import { analyzeReport } from "../../src/core/pipeline.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import type { Record } from "../../src/core/record/record.ts";
import { findData } from "../data.ts";
import { evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";

/** Pairs of reports judged by hand to be copies or not (see README.md). */
export async function scoreCopies(): Promise<EvalResult[]> {
  const folder = findData("stories/giveme5w1h-dev");
  if (folder === null) return [];
  const records: Record[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const { dId, text, title, date_publish, source_domain, url } = JSON.parse(
      readFileSync(`${folder}/${file}`, "utf8"),
    );
    const fields = { headline: title, publishedAt: date_publish, outlet: source_domain, url };
    const record = await analyzeReport(readPlainText(text ?? "", fields), evalEngine);
    records.push({ ...record, report: { ...record.report, id: `r-${String(dId).slice(0, 12)}` } });
  }
  const originOf = new Map(
    linkOrigins(orderReports(records)).flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)),
  );
  const tally = { right: 0, found: 0, wanted: 0, judged: 0 };
  for (const { a, b, verdict } of readVerdicts()) {
    const origin = originOf.get(`r-${a}`);
    if (verdict === "doubtful" || origin === undefined) continue;
    const found = origin === originOf.get(`r-${b}`);
    tally.judged++;
    if (found) tally.found++;
    if (verdict === "copy") tally.wanted++;
    if (found && verdict === "copy") tally.right++;
    if (found !== (verdict === "copy")) process.stderr.write(`copies: ${a} ${b} is ${verdict}\n`);
  }
  const { right, found, wanted, judged } = tally;
  const row = (metric: string, value: number) => ({
    task: "copies",
    dataset: "giveme5w1h, judged pairs",
    split: "dev",
    metric,
    value: 100 * value,
    n: judged,
  });
  return [
    row("pair precision", right / (found || 1)),
    row("pair recall", right / (wanted || 1)),
    row("pair F1", (2 * right) / (found + wanted || 1)),
  ];
}

function readVerdicts() {
  const lines = readFileSync(new URL("verdicts.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  return lines.map((line) => {
    const [a = "", b = "", verdict = ""] = line.split("\t");
    return { a, b, verdict };
  });
}

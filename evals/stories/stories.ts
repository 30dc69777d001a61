import { readdirSync, readFileSync } from "node:fs";
import { groupReports } from "../../src/core/link/group-reports.ts";
import { signatureOf } from "../../src/core/link/signature.ts";
import { analyzeReport } from "../../src/core/pipeline.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import type { Record } from "../../src/core/record/record.ts";
import { findData } from "../data.ts";
import { evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";
import { bankRecords } from "./bank-records.ts";
import { scoreAdjustedRand, scoreBCubed } from "./clustering.ts";
import { extractRows } from "./extracted-rows.ts";
import { alignByWords, rawRecords } from "./raw-records.ts";
import { ALIGN_BY_ROW, f1, LINKERS, scoreStory, type Tallies } from "./score-linkers.ts";
import { type BankStory, HELD_OUT, readStorybank } from "./storybank.ts";

/** Groups of reports, and every linker on the invented stories: from gold rows and from raw text. */
export async function scoreStories(): Promise<EvalResult[]> {
  const bank = readStorybank();
  return [
    ...(await scoreNewsClusters()),
    ...(bank === null ? [] : [...(await scoreBankGroups(bank)), ...(await scoreLinkers(bank))]),
  ];
}

async function scoreNewsClusters(): Promise<EvalResult[]> {
  const folder = findData("stories/giveme5w1h-dev");
  if (folder === null) return [];
  const gold = new Map<string, string>();
  const records: Record[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const article = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
    const record = await analyze(article.text ?? "", `r-${article.dId}`, article.title, article.date_publish);
    records.push(record);
    gold.set(record.report.id, String(article.newsCluster.EventId));
  }
  return clusterResults("giveme5w1h", records, gold);
}

async function scoreBankGroups(bank: readonly BankStory[]): Promise<EvalResult[]> {
  const gold = new Map<string, string>();
  const records: Record[] = [];
  for (const story of bank) {
    for (const report of story.reports) {
      gold.set(`r-${report.id}`, story.name);
      records.push(await analyze(report.text, `r-${report.id}`, report.headline, report.publishedAt || null));
    }
  }
  return clusterResults("storybank", records, gold);
}

async function analyze(text: string, id: string, headline: string, publishedAt: string | null): Promise<Record> {
  const record = await analyzeReport(readPlainText(text, { headline, publishedAt }), evalEngine);
  return { ...record, report: { ...record.report, id } };
}

function clusterResults(dataset: string, records: readonly Record[], gold: ReadonlyMap<string, string>): EvalResult[] {
  const grouping = groupReports(records.map(signatureOf));
  const bCubed = scoreBCubed(grouping, gold);
  const row = (metric: string, value: number) => ({
    task: "stories",
    dataset,
    split: "dev",
    metric,
    value: 100 * value,
    n: gold.size,
  });
  return [
    row("B-cubed F1", bCubed.f1),
    row("B-cubed precision", bCubed.precision),
    row("B-cubed recall", bCubed.recall),
    row("adjusted Rand index", scoreAdjustedRand(grouping, gold)),
  ];
}

async function scoreLinkers(bank: readonly BankStory[]): Promise<EvalResult[]> {
  const results: EvalResult[] = [];
  for (const held of [false, true]) {
    const stories = bank.filter(({ name }) => HELD_OUT.has(name) === held);
    const split = held ? "held out" : "dev";
    const gold: Tallies[] = [];
    const raw: Tallies[] = [];
    for (const story of stories) {
      gold.push(scoreStory(story, bankRecords(story, await extractRows(story)), ALIGN_BY_ROW).tallies);
      raw.push(scoreStory(story, await rawRecords(story), alignByWords(story)).tallies);
    }
    results.push(
      ...linkerResults("storybank, gold rows", split, gold),
      ...linkerResults("storybank, raw text", split, raw),
    );
  }
  return results;
}

function linkerResults(dataset: string, split: string, stories: readonly Tallies[]): EvalResult[] {
  return LINKERS.map((linker) => {
    const sum = { right: 0, found: 0, wanted: 0 };
    for (const { [linker]: tally } of stories) {
      sum.right += tally.right;
      sum.found += tally.found;
      sum.wanted += tally.wanted;
    }
    return { task: "links", dataset, split, metric: `${linker} F1`, value: 100 * f1(sum), n: Math.round(sum.wanted) };
  });
}

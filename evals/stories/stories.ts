import { readdirSync, readFileSync } from "node:fs";
import { groupReports } from "../../src/core/link/group-reports.ts";
import { LINK_MODELS, type LinkModels } from "../../src/core/link/link-models.ts";
import { signatureOf } from "../../src/core/link/signature.ts";
import { analyzeReport } from "../../src/core/pipeline.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import type { Record } from "../../src/core/record/record.ts";
import { findData } from "../data.ts";
import { evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";
import { scoreAdjustedRand, scoreBCubed } from "./clustering.ts";
import { fitLeftOut, type LinkInput, readLinkInputs } from "./left-out.ts";
import { outcomeRows } from "./outcomes.ts";
import type { AnswerKinds } from "./score-answer-kinds.ts";
import { scoreEventDays } from "./score-event-days.ts";
import { f1, LINKERS, scoreStory } from "./score-linkers.ts";
import { scoreSpeakers } from "./score-speakers.ts";
import { type BankStory, readStorybank } from "./storybank.ts";
import { readPracticeStories, readUnreadStories, readWrittenStories } from "./written-stories.ts";

/** Groups of reports, and every linker on the invented stories: from gold rows and from raw text. */
export async function scoreStories(): Promise<EvalResult[]> {
  const bank = readStorybank();
  return [
    ...(await scoreNewsClusters()),
    ...(bank === null ? [] : [...(await scoreBankGroups(bank)), ...(await scoreLinkers(bank))]),
    ...(await scoreHeldOut("written stories", readWrittenStories())),
    ...(await scoreHeldOut("unread stories", readUnreadStories())),
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

/** The stories that the weights are fitted on, each linked by models that other stories gave; the bank's also as shipped. */
async function scoreLinkers(bank: readonly BankStory[]): Promise<EvalResult[]> {
  const held = await readLinkInputs(bank);
  const practice = await readLinkInputs(readPracticeStories(), evalEngine);
  const leftOut = fitLeftOut(held, practice);
  const score = (name: string, inputs: readonly LinkInput[], split: string, modelsOf: (story: string) => LinkModels) =>
    (["gold", "raw"] as const).flatMap((kind) =>
      linkerResults(
        kind === "gold" ? `${name}, gold rows` : `${name}, raw text`,
        split,
        inputs
          .filter((one) => one.kind === kind)
          .map(({ story, records, align }) => scoreStory(story, records, align, modelsOf(story.name))),
      ),
    );
  return [
    ...score("storybank", held, "all", () => LINK_MODELS),
    ...score("storybank", held, "left out", (story) => leftOut.get(story)!),
    ...score("practice stories", practice, "left out", (story) => leftOut.get(story)!),
    ...outcomeResults("practice stories", practice),
  ];
}

/** Stories that neither the language model nor the linkers' weights have learnt from, as users get them linked. */
async function scoreHeldOut(name: string, stories: readonly BankStory[]): Promise<EvalResult[]> {
  const inputs = await readLinkInputs(stories, evalEngine);
  const links = (["gold", "raw"] as const).flatMap((kind) =>
    linkerResults(
      kind === "gold" ? `${name}, gold rows` : `${name}, raw text`,
      "all",
      inputs.filter((one) => one.kind === kind).map(({ story, records, align }) => scoreStory(story, records, align)),
    ),
  );
  return [...links, ...outcomeResults(name, inputs)];
}

/** Whose the statements are said to be that raw text gives, and on which day the events are said to have happened. */
function outcomeResults(dataset: string, inputs: readonly LinkInput[]): EvalResult[] {
  const raw = inputs.filter(({ kind }) => kind === "raw");
  return [
    ...outcomeRows(
      { task: "speakers", dataset, measure: "own sources", open: "abstained" },
      raw.map(({ story, records, align }) => scoreSpeakers(story, records, align)),
    ),
    ...outcomeRows(
      { task: "events", dataset, measure: "day told", open: "undated" },
      raw.map(({ story, records }) => scoreEventDays(story, records)),
    ),
  ];
}

type Scored = Pick<ReturnType<typeof scoreStory>, "tallies" | "answerKinds">;

function linkerResults(dataset: string, split: string, stories: readonly Scored[]): EvalResult[] {
  const row = (metric: string, value: number, n: number) => ({ task: "links", dataset, split, metric, value, n });
  const linkers = LINKERS.map((linker) => {
    const sum = { right: 0, found: 0, wanted: 0 };
    for (const {
      tallies: { [linker]: tally },
    } of stories) {
      sum.right += tally.right;
      sum.found += tally.found;
      sum.wanted += tally.wanted;
    }
    return row(`${linker} F1`, 100 * f1(sum), Math.round(sum.wanted));
  });
  const count = (key: keyof AnswerKinds) => stories.reduce((sum, { answerKinds }) => sum + answerKinds[key], 0);
  const linked = count("linked");
  const percent = (part: number) => (linked === 0 ? 100 : (100 * part) / linked);
  return [
    ...linkers,
    row("kinds of linked answers right", percent(count("right")), linked),
    row("linked answers not told as their opposite", percent(linked - count("opposed")), linked),
  ];
}

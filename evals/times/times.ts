import { findData } from "../data.ts";
import type { EvalResult } from "../result.ts";
import { scoreRecognizerCases } from "./recognizers.ts";
import { countTimes, findTimes, readTimeDocuments, type TimeCounts, timeF1 } from "./tempeval.ts";

/** Time expressions: spans and values on TempEval-3 dev, and the pass rate on Recognizers-Text cases. */
export async function scoreTimes(): Promise<EvalResult[]> {
  return [...(await scoreTempEval()), ...(await scoreRecognizerCases())];
}

async function scoreTempEval(): Promise<EvalResult[]> {
  const folder = findData("time/tempeval3-dev");
  if (folder === null) return [];
  const counts: TimeCounts = { gold: 0, system: 0, strict: 0, relaxed: 0, value: 0, type: 0 };
  for (const document of readTimeDocuments(folder)) countTimes(counts, document.times, await findTimes(document));
  const row = (metric: string, hits: number): EvalResult => ({
    task: "times",
    dataset: "tempeval3",
    split: "dev",
    metric,
    value: timeF1(hits, counts),
    n: counts.gold,
  });
  return [
    row("strict F1", counts.strict),
    row("relaxed F1", counts.relaxed),
    row("type F1", counts.type),
    row("value F1", counts.value),
  ];
}

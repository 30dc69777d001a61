import type { Annotator } from "../../src/core/annotate/layers.ts";
import type { EventCandidate } from "../../src/core/extract/candidates.ts";
import { extractEvents } from "../../src/core/extract/events/events.ts";
import { extractTimes } from "../../src/core/extract/times/times.ts";
import { evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";
import { countSpans, emptyCounts, exactF1, f1, overlapF1 } from "../span-f1.ts";
import { readWrittenStories } from "../stories/written-stories.ts";
import { type GoldCase, type GoldEvent, readGoldCases, readStoryCases } from "./bank-gold.ts";

/**
 * Trigger spans, spans with type, and status on triggers that match, against the bank's dev split and the written stories,
 * of which nobody's weights or words come.
 */
export async function scoreEvents(by: Annotator = evalEngine.annotator): Promise<EvalResult[]> {
  return [
    ...scoreSet("bank", "dev", await readGoldCases("bank/dev.jsonl", by)),
    ...scoreSet("written stories", "all", await readStoryCases(readWrittenStories(), by)),
  ];
}

export function scoreSet(dataset: string, split: string, cases: readonly GoldCase[]): EvalResult[] {
  if (cases.length === 0) return [];
  const triggers = emptyCounts();
  const typed = { gold: 0, predicted: 0, right: 0 };
  const status = { right: 0, n: 0 };
  for (const { annotated, statements, events } of cases) {
    const predicted = extractEvents(annotated, statements, extractTimes(annotated));
    countSpans(
      triggers,
      events.map(({ trigger }) => trigger),
      predicted.map(({ trigger }) => trigger),
    );
    typed.gold += events.length;
    // Letters are a type of our own: the bank has none, so they are neither right nor wrong.
    typed.predicted += predicted.filter(({ type }) => type !== "letter").length;
    for (const event of predicted) {
      const match = events.find((gold) => isSame(gold, event));
      if (match === undefined) continue;
      if (match.type === event.type) typed.right++;
      status.n++;
      if (statusOfBank(match.status) === event.status) status.right++;
    }
  }
  const base = { task: "events", dataset, split };
  return [
    { ...base, metric: "trigger exact F1", value: exactF1(triggers), n: triggers.gold },
    { ...base, metric: "trigger overlap F1", value: overlapF1(triggers), n: triggers.gold },
    {
      ...base,
      metric: "trigger and type F1",
      value: f1(typed.right / typed.predicted, typed.right / typed.gold),
      n: typed.gold,
    },
    { ...base, metric: "status accuracy", value: (100 * status.right) / Math.max(1, status.n), n: status.n },
  ];
}

function isSame(gold: GoldEvent, event: EventCandidate): boolean {
  return gold.trigger.start === event.trigger.start && gold.trigger.end === event.trigger.end;
}

function statusOfBank(status: string): string {
  return status === "happened" ? "occurred" : status;
}

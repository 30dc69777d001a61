import type { Event, Record } from "../../src/core/record/record.ts";
import { overlaps } from "../../src/core/text/span.ts";
import { bankReportId } from "./bank-records.ts";
import type { Outcomes } from "./outcomes.ts";
import { type BankStory, goldEventAt, reportNumber } from "./storybank.ts";

/**
 * Days of the events that a story's originals tell of as happened, against gold's; what was still to come may have been moved
 * since. What is told without a day is abstained from. A longer time that holds the day is right, and so is a bound ("before Friday").
 */
export function scoreEventDays(story: BankStory, records: readonly Record[]): Outcomes {
  const tally: Outcomes = { right: 0, abstained: 0, wrong: 0 };
  const dayOf = new Map(story.gold.events.map(({ id, when }) => [id, /^\d{4}-\d\d-\d\d/.exec(when ?? "")?.[0]]));
  for (const report of story.reports.filter(({ kind }) => kind === "original")) {
    const number = reportNumber(report);
    const record = records.find((one) => one.report.id === bankReportId(story.name, number));
    for (const event of record?.events ?? []) {
      const tagged = report.events.find(
        ({ trigger, status }) => status === "happened" && overlaps(trigger, event.trigger),
      );
      const day = tagged && dayOf.get(goldEventAt(story, number, tagged.trigger) ?? "");
      if (record === undefined || day === undefined) continue;
      tally[judge(event, record, day)]++;
    }
  }
  return tally;
}

function judge({ time, until, bound }: Event, { timeExpressions }: Record, day: string): keyof Outcomes {
  const rangeOf = (id: string | null) => timeExpressions.find((one) => one.id === id)?.range ?? null;
  const range = rangeOf(time);
  if (range === null) return "abstained";
  if (bound !== null && bound !== "about") return "right";
  const last = rangeOf(until)?.last ?? range.last;
  return range.first <= day && day <= last ? "right" : "wrong";
}

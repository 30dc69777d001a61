import type { Event, Record } from "../../src/core/record/record.ts";
import { overlaps } from "../../src/core/text/span.ts";
import { bankReportId } from "./bank-records.ts";
import { type BankStory, goldEventAt, reportNumber } from "./storybank.ts";

/** Of the mentions of events that gold dates to the day: the day that the report is read to give. */
export interface DayTally {
  right: number;
  undated: number;
  wrong: number;
}

export interface DayMiss {
  readonly outcome: "undated" | "wrong";
  readonly day: string;
  readonly event: Event;
  readonly record: Record;
}

/**
 * Days of the events that a story's originals tell of as happened, against gold's; what was still to come may have been moved
 * since. A longer time that holds the day is right, and so is a bound ("before Friday").
 */
export function scoreEventDays(
  story: BankStory,
  records: readonly Record[],
): { tally: DayTally; misses: readonly DayMiss[] } {
  const tally: DayTally = { right: 0, undated: 0, wrong: 0 };
  const misses: DayMiss[] = [];
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
      const outcome = judge(event, record, day);
      tally[outcome]++;
      if (outcome !== "right") misses.push({ outcome, day, event, record });
    }
  }
  return { tally, misses };
}

function judge({ time, until, bound }: Event, { timeExpressions }: Record, day: string): keyof DayTally {
  const rangeOf = (id: string | null) => timeExpressions.find((one) => one.id === id)?.range ?? null;
  const range = rangeOf(time);
  if (range === null) return "undated";
  if (bound !== null && bound !== "about") return "right";
  const last = rangeOf(until)?.last ?? range.last;
  return range.first <= day && day <= last ? "right" : "wrong";
}

import { dayOf } from "../../src/core/link/calendar.ts";
import { linkStory } from "../../src/core/link/link-story.ts";
import type { StoryRecord } from "../../src/core/link/story-record.ts";
import { analyzeReport } from "../../src/core/pipeline.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import type { Record } from "../../src/core/record/record.ts";
import { findData } from "../data.ts";
import { evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";
import { readTaskReports, readTaskTimelines, type TaskReport } from "./read-task.ts";
import { microF1, scoreTimeline, type TimelineEntry } from "./score-timeline.ts";

interface Read {
  readonly report: TaskReport;
  readonly record: Record;
}

/** Timelines of actors from raw text, by the task's micro F1 (see README.md). */
export async function scoreTimelines(): Promise<EvalResult[]> {
  const folder = findData("timelines/semeval2015-apple");
  if (folder === null) return [];
  const read: Read[] = [];
  for (const report of readTaskReports(`${folder}/Corpus-trial-data_task4`)) {
    const fields = { headline: report.headline, publishedAt: report.publishedAt };
    const record = await analyzeReport(readPlainText(report.text, fields), evalEngine);
    read.push({ report, record: { ...record, report: { ...record.report, id: `r-${report.id}` } } });
  }
  const story = linkStory(
    "st-apple",
    read.map(({ record }) => record),
  );
  const gold = readTaskTimelines(`${folder}/TimeLines_trial_data_task4_v1.2`);
  const counts = gold.map(({ entity, entries }) => scoreTimeline(timelineOf(entity, story, read), entries));
  const { precision, recall, f1 } = microF1(counts);
  const n = counts.reduce((sum, { wanted }) => sum + wanted, 0);
  const row = (metric: string, value: number) => ({
    task: "timelines",
    dataset: "SemEval-2015 task 4, Apple, raw text",
    split: "trial",
    metric,
    value: 100 * value,
    n,
  });
  return [row("micro precision", precision), row("micro recall", recall), row("micro F1", f1)];
}

interface Dated {
  readonly event: string;
  readonly date: string | null;
}

/** Places are given by date; what shares a date shares a place. */
export function timelineOf(entity: string, story: StoryRecord, read: readonly Read[]): TimelineEntry[] {
  const found = [...eventsOf(entity, story, read), ...statementsOf(entity, story, read)];
  const dated = new Map(found.flatMap(({ event, date }) => (date === null ? [] : [[event, date] as const])));
  const days = [...new Set(dated.values())].sort();
  return [...dated].map(([event, date]) => ({ event, date, place: days.indexOf(date) + 1 }));
}

function eventsOf(entity: string, story: StoryRecord, read: readonly Read[]): Dated[] {
  const actors = actorsNamed(entity, story);
  return story.timeline.flatMap(({ participants, when, evidence }) => {
    const takesPart = participants.some(({ actor }) => actors.has(actor));
    const date = when === null ? null : dateOf(when.value, when.first);
    return evidence.flatMap(({ report, spans }) => {
      const source = read.find(({ record }) => record.report.id === report)!;
      return spans.flatMap((span): Dated[] => {
        if (!takesPart && !(actors.size === 0 && namesIn(source.record, span.start, entity))) return [];
        const event = nameOf(source, span.start);
        return event === null ? [] : [{ event, date }];
      });
    });
  });
}

function statementsOf(entity: string, story: StoryRecord, read: readonly Read[]): Dated[] {
  const actors = actorsNamed(entity, story);
  return story.statements.flatMap(({ speaker, evidence, renderings }) => {
    if (speaker.kind !== "resolved" || !actors.has(speaker.actor)) return [];
    return [evidence, ...renderings].flatMap(({ report, row }): Dated[] => {
      const source = read.find(({ record }) => record.report.id === report)!;
      const statement = source.record.statements.find(({ id }) => id === row);
      const event = statement?.cue ? nameOf(source, statement.cue.start) : null;
      return event === null ? [] : [{ event, date: statement?.saidAt ?? dayOf(source.record.report.publishedAt) }];
    });
  });
}

function actorsNamed(entity: string, story: StoryRecord): ReadonlySet<string> {
  const wanted = entity.toLowerCase();
  const named = story.actors.filter(({ name, aliases }) =>
    [name, ...aliases].some(
      (one) =>
        one.toLowerCase() === wanted ||
        (wanted.includes(" ") && wanted.endsWith(one.toLowerCase()) && one.includes(" ")),
    ),
  );
  return new Set(named.map(({ id }) => id));
}

function namesIn({ report, sentences }: Record, at: number, entity: string): boolean {
  const sentence = sentences.find(({ start, end }) => at >= start && at < end);
  return (
    sentence !== undefined &&
    report.text.slice(sentence.start, sentence.end).toLowerCase().includes(entity.toLowerCase())
  );
}

/** The task writes a day, a month or a year; a week or a season is named by its first day's month. */
function dateOf(value: string, first: string): string {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(value)
    ? value
    : /^\d{4}-\d{2}-\d{2}/.test(value)
      ? value.slice(0, 10)
      : first.slice(0, 7);
}

function nameOf({ report, record }: Read, at: number): string | null {
  const token = report.tokenAt(at + offsetOf(record, report));
  return token === null ? null : `${report.id}-${token.sentence}-${token.word}`;
}

/** Reading keeps every character but blanks at the ends. */
function offsetOf(record: Record, report: TaskReport): number {
  return report.text.indexOf(record.report.text.slice(0, 20));
}

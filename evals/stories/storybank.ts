import { readdirSync, readFileSync } from "node:fs";
import { findData } from "../data.ts";

export interface BankSpan {
  readonly start: number;
  readonly end: number;
}

/** A report with its inline annotation in standoff form. Offsets are code points, as Python counts. */
export interface BankReport {
  readonly id: string;
  readonly publishedAt: string;
  readonly outlet: string;
  readonly headline: string;
  readonly kind: "original" | "copy" | "revision";
  readonly of: string | null;
  readonly text: string;
  readonly statements: readonly {
    readonly id: string;
    readonly source: BankSpan | null;
    readonly cue: BankSpan;
    readonly content: readonly BankSpan[];
    readonly addressee: BankSpan | null;
    readonly act: string;
    readonly medium: string | null;
    readonly within: string | null;
  }[];
  readonly events: readonly { readonly trigger: BankSpan; readonly type: string; readonly status: string }[];
  readonly figures: readonly { readonly span: BankSpan; readonly of: string; readonly quantity: string }[];
}

export interface BankFigure {
  readonly report: string;
  readonly text: string;
  readonly by: string | null;
  readonly min: number | null;
  readonly max: number | null;
}

interface BankSide {
  readonly report: string;
  readonly text: string;
}

/** Cross-report gold; statements are "03:5" and event mentions "05:rally#2". */
export interface BankGold {
  readonly actors: readonly {
    readonly id: string;
    readonly kind: "person" | "organisation" | "group" | "place";
    readonly name: string;
    readonly aliases: readonly string[];
  }[];
  readonly speakers: { readonly [statement: string]: string | null };
  readonly sameStatement: readonly (readonly string[])[];
  readonly requests: readonly {
    readonly ask: readonly string[];
    readonly asker: string | null;
    readonly asked: string | null;
    readonly about: string;
    readonly answers: readonly { readonly by: readonly string[]; readonly kind: string }[];
    readonly status: string;
  }[];
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly when: string | null;
    readonly place: string | null;
    readonly actors: readonly string[];
    readonly status: string;
    readonly mentions: readonly string[];
  }[];
  readonly matters: readonly { readonly id: string; readonly about: string; readonly steps: readonly string[] }[];
  readonly figures: readonly {
    readonly event: string | null;
    readonly counts: string;
    readonly series: readonly BankFigure[];
  }[];
  readonly discrepancies: readonly { readonly about: string; readonly sides: readonly BankSide[] }[];
  readonly updates: readonly { readonly about: string; readonly from: BankSide; readonly to: BankSide }[];
  readonly copies: readonly (readonly string[])[];
  readonly newIn: { readonly [report: string]: readonly string[] };
}

export interface BankStory {
  readonly name: string;
  readonly reports: readonly BankReport[];
  readonly gold: BankGold;
}

/** The stories in order of name, or null where the bank is absent. */
export function readStorybank(): BankStory[] | null {
  const folder = findData("storybank/");
  if (folder === null) return null;
  const reports = readFileSync(`${folder}standoff.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line): BankReport => JSON.parse(line));
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({
      name,
      reports: reports.filter(({ id }) => id.startsWith(`${name}/`)),
      gold: JSON.parse(readFileSync(`${folder}${name}/gold.json`, "utf8")),
    }));
}

/** "03" of "01-harbour-barrage/03". */
export function reportNumber(report: BankReport): string {
  return report.id.slice(-2);
}

/** The gold event of an event tag, by where its trigger stands in the report. */
export function goldEventAt(story: BankStory, number: string, trigger: BankSpan): string | null {
  return goldEvents(story).get(`${number}@${trigger.start}`) ?? null;
}

const known = new WeakMap<BankStory, Map<string, string>>();

/** "05@112" → event id. Gold names a mention "05:rally#2": the second tagged "rally" of report 05. */
function goldEvents(story: BankStory): Map<string, string> {
  let events = known.get(story);
  if (events) return events;
  events = new Map();
  known.set(story, events);
  const eventOf = new Map(
    story.gold.events.flatMap(({ id, mentions }) => mentions.map((mention) => [mention.replace(/#1$/, ""), id])),
  );
  for (const report of story.reports) {
    const seen = new Map<string, number>();
    for (const { trigger } of [...report.events].sort((a, b) => a.trigger.start - b.trigger.start)) {
      const words = report.text.slice(trigger.start, trigger.end);
      const nth = (seen.get(words) ?? 0) + 1;
      seen.set(words, nth);
      const id = eventOf.get(`${reportNumber(report)}:${words}${nth > 1 ? `#${nth}` : ""}`);
      if (id !== undefined) events.set(`${reportNumber(report)}@${trigger.start}`, id);
    }
  }
  return events;
}

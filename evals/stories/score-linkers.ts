import { assessNovelty } from "../../src/core/link/assess-novelty.ts";
import { LINK_MODELS, type LinkModels } from "../../src/core/link/link-models.ts";
import { linkStory } from "../../src/core/link/link-story.ts";
import type { Evidence, StoryActor, StoryRecord } from "../../src/core/link/story-record.ts";
import { orderReports } from "../../src/core/link/story-reports.ts";
import { weighWords } from "../../src/core/link/story-words.ts";
import type { Record, Speaker } from "../../src/core/record/record.ts";
import { bankReportId } from "./bank-records.ts";
import { scoreBCubed } from "./clustering.ts";
import { type AnswerKinds, scoreAnswerKinds } from "./score-answer-kinds.ts";
import { type BankSpan, type BankStory, goldEventAt, reportNumber } from "./storybank.ts";

/** Right, found and wanted links of one linker; summed over stories. */
export interface Tally {
  right: number;
  found: number;
  wanted: number;
}

export const LINKERS = [
  "sameStatement",
  "answers",
  "events",
  "matters",
  "figures",
  "discrepancies",
  "copies",
  "newSentences",
] as const;
export type Linker = (typeof LINKERS)[number];
export type Tallies = { [linker in Linker]: Tally };

export function f1(tally: Tally): number {
  return tally.found + tally.wanted === 0 ? 1 : (2 * tally.right) / (tally.found + tally.wanted);
}

/**
 * Scores the story record against a bank story's gold. `statementRefs` tells which gold statements ("03:5") a row of a
 * record stands for; from gold records it is the row itself, from raw text whatever overlaps it best.
 */
export function scoreStory(
  story: BankStory,
  records: readonly Record[],
  align: Alignment,
  models: LinkModels = LINK_MODELS,
): { tallies: Tallies; answerKinds: AnswerKinds; record: StoryRecord; wrong: string[] } {
  const record = linkStory(`st-${story.name}`, records, models);
  const context = makeContext(story, align);
  const wrong: string[] = [];
  return {
    tallies: {
      sameStatement: scoreStatements(story, record, context, wrong),
      answers: scoreAnswers(story, record, context, wrong),
      events: scoreEvents(story, record, context, wrong),
      matters: scoreMatters(story, record, context, wrong),
      figures: scoreFigures(story, record, context, wrong),
      discrepancies: scoreDiscrepancies(story, record, context, wrong),
      copies: scoreCopies(story, record, context, wrong),
      newSentences: scoreNew(story, records, context, wrong),
    },
    answerKinds: scoreAnswerKinds(story, record, context.statementRef),
    record,
    wrong,
  };
}

/** For records made from gold: "s5" and "q5" of report 03 are "03:5". */
export const ALIGN_BY_ROW: Alignment = {
  statement: (report, row) => (row !== null && /^[sq]\d/.test(row) ? `${report.slice(-2)}:${row.slice(1)}` : null),
};

/** Finds the gold rows that the words of evidence stand for. */
export interface Alignment {
  /** An asking is looked for among gold's askings first. */
  statement(report: string, row: string | null, spans: Evidence["spans"], kind?: "ask" | "answer"): string | null;
}

interface Context {
  readonly align: Alignment;
  readonly numberOf: ReadonlyMap<string, string>;
  /** Reports that repeat another: copies and revisions. */
  readonly derived: ReadonlySet<string>;
  statementRef(evidence: Evidence, kind?: "ask" | "answer"): string | null;
  eventOf(evidence: Evidence): string[];
  words(ref: string): string;
}

function makeContext(story: BankStory, align: Alignment): Context {
  const numberOf = new Map(
    story.reports.map((report) => [bankReportId(story.name, reportNumber(report)), reportNumber(report)]),
  );
  const mentions = new Map<string, { start: number; end: number; event: string }[]>();
  for (const report of story.reports) {
    const number = reportNumber(report);
    const tagged = report.events.flatMap(({ trigger }) => {
      const event = goldEventAt(story, number, trigger);
      return event === null ? [] : [{ start: trigger.start, end: trigger.end, event }];
    });
    mentions.set(number, tagged);
  }
  const texts = new Map(story.reports.map((report) => [reportNumber(report), report]));
  return {
    align,
    numberOf,
    derived: new Set(story.reports.filter(({ kind }) => kind !== "original").map(reportNumber)),
    statementRef: (evidence, kind) => align.statement(evidence.report, evidence.row, evidence.spans, kind),
    eventOf: (evidence) => {
      const held = mentions.get(numberOf.get(evidence.report) ?? "") ?? [];
      return held
        .filter((one) => evidence.spans.some((span) => span.start < one.end && one.start < span.end))
        .map((one) => `${numberOf.get(evidence.report)}@${one.start}=${one.event}`);
    },
    words: (ref) => {
      const [number = "", id] = ref.split(":");
      const report = texts.get(number);
      const statement = report?.statements.find((one) => one.id === id);
      return statement && report
        ? `${ref} ${[statement.cue, ...statement.content]
            .map((span) => report.text.slice(span.start, span.end))
            .join(" | ")
            .slice(0, 110)}`
        : ref;
    },
  };
}

function pairsOf(group: readonly string[]): string[] {
  const sorted = [...new Set(group)].sort();
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b) => `${a} ${b}`));
}

function compare(
  found: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  name: string,
  wrong: string[],
  show: (pair: string) => string = (pair) => pair,
): Tally {
  const right = [...found].filter((one) => wanted.has(one)).length;
  for (const one of found) if (!wanted.has(one)) wrong.push(`${name} + ${show(one)}`);
  for (const one of wanted) if (!found.has(one)) wrong.push(`${name} - ${show(one)}`);
  return { right, found: found.size, wanted: wanted.size };
}

function scoreStatements(story: BankStory, record: StoryRecord, context: Context, wrong: string[]): Tally {
  const wanted = new Set(story.gold.sameStatement.flatMap((group) => pairsOf(group)).filter(isAcross));
  const inGold = new Set(story.gold.sameStatement.flat());
  const found = new Set<string>();
  for (const statement of record.statements) {
    const refs = [statement.evidence, ...statement.renderings].flatMap((one) => {
      // Words that only ask ("had asked") are gold's asking, as for answers, and not the statement that they stand in.
      const isAsking = one.row === null || one.row.startsWith("q");
      return context.statementRef(one, isAsking ? "ask" : undefined) ?? [];
    });
    for (const pair of pairsOf(refs)) {
      if (!isAcross(pair)) continue;
      const [a = "", b = ""] = pair.split(" ");
      const idle = [a, b].some((ref) => context.derived.has(ref.slice(0, 2)) && !inGold.has(ref));
      if (wanted.has(pair) || !idle) found.add(pair);
    }
  }
  return compare(found, wanted, "same", wrong, (pair) => pair.split(" ").map(context.words).join("\n        "));
}

/** One utterance in two reports is what gold lists; a report that tells it twice says nothing about linking. */
function isAcross(pair: string): boolean {
  const [a = "", b = ""] = pair.split(" ");
  return a.slice(0, 2) !== b.slice(0, 2);
}

function scoreAnswers(story: BankStory, record: StoryRecord, context: Context, wrong: string[]): Tally {
  const wanted = new Set(
    story.gold.requests.flatMap(({ ask, answers }) =>
      ask.flatMap((one) => answers.flatMap(({ by }) => by.map((ref) => `${one} ${ref}`))),
    ),
  );
  const inGold = new Set(
    story.gold.requests.flatMap(({ ask, answers }) => [...ask, ...answers.flatMap(({ by }) => by)]),
  );
  const found = new Set<string>();
  for (const request of record.requests) {
    const asks = request.asks.flatMap((one) => context.statementRef(one, "ask") ?? []);
    const answers = request.answers.flatMap(({ evidence }) => context.statementRef(evidence, "answer") ?? []);
    for (const ask of asks) {
      for (const answer of answers) {
        const idle = [ask, answer].some((ref) => context.derived.has(ref.slice(0, 2)) && !inGold.has(ref));
        if (!idle) found.add(`${ask} ${answer}`);
      }
    }
  }
  return compare(found, wanted, "answer", wrong, (pair) => pair.split(" ").map(context.words).join("\n        "));
}

/** B-cubed F1 times the number of mentions, so that stories add up. */
function scoreEvents(story: BankStory, record: StoryRecord, context: Context, wrong: string[]): Tally {
  const gold = new Map<string, string>();
  for (const report of story.reports) {
    for (const { trigger } of report.events) {
      const id = bankReportId(story.name, reportNumber(report));
      for (const mention of context.eventOf({
        report: id,
        row: null,
        spans: [trigger],
        exact: "",
        prefix: "",
        suffix: "",
      })) {
        const [key = "", event = ""] = mention.split("=");
        gold.set(key, event);
      }
    }
  }
  const found = new Map<string, string>();
  for (const event of record.timeline) {
    for (const evidence of event.evidence) {
      for (const mention of context.eventOf(evidence)) found.set(mention.split("=")[0]!, event.id);
    }
  }
  const groups = new Map<string, string[]>();
  for (const [key, id] of found) groups.set(id, [...(groups.get(id) ?? []), `${key}=${gold.get(key)}`]);
  const nameOf = new Map(
    story.gold.events.map((event) => [event.id, `${event.type} ${event.when} ${event.mentions.join(",")}`]),
  );
  for (const members of groups.values()) {
    const kinds = new Set(members.map((one) => one.split("=")[1]));
    if (kinds.size > 1)
      wrong.push(`event mixed ${[...kinds].map((one) => `${one}: ${nameOf.get(one!)}`).join("\n        ")}`);
  }
  for (const event of story.gold.events) {
    const ids = new Set([...gold].filter(([, id]) => id === event.id).map(([key]) => found.get(key) ?? key));
    if (ids.size > 1) wrong.push(`event split ${ids.size} ${event.id} ${nameOf.get(event.id)}`);
  }
  const { f1: value } = scoreBCubed(found, gold);
  return { right: value * gold.size, found: gold.size, wanted: gold.size };
}

function scoreMatters(story: BankStory, record: StoryRecord, context: Context, wrong: string[]): Tally {
  const orderOf = new Map(record.reports.map(({ id }, order) => [id, order]));
  const goldOf = new Map(
    record.timeline.map((event) => [
      event.id,
      // In the order of the reports, where the earliest decides between equals.
      mostCommon(
        [...event.evidence]
          .sort((a, b) => (orderOf.get(a.report) ?? 0) - (orderOf.get(b.report) ?? 0))
          .flatMap((one) => context.eventOf(one).map((m) => m.split("=")[1]!)),
      ),
    ]),
  );
  const steps = (ids: readonly string[]) => ids.slice(1).map((id, index) => `${ids[index]} ${id}`);
  const wanted = new Set(story.gold.matters.flatMap(({ steps: ids }) => steps(ids)));
  const found = new Set(
    record.matters.flatMap(({ steps: ids }) => {
      const mapped = ids.map(({ event }) => goldOf.get(event) ?? event);
      return steps(mapped.filter((id, index) => id !== mapped[index - 1]));
    }),
  );
  const nameOf = new Map(
    story.gold.events.map((event) => [event.id, `${event.id} ${event.type} ${event.when} ${event.mentions.join(",")}`]),
  );
  return compare(found, wanted, "matter", wrong, (pair) =>
    pair
      .split(" ")
      .map((id) => nameOf.get(id) ?? id)
      .join("\n        "),
  );
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * A value is right when its range and giver are; it is looked for where its words stand in the report. Figures that gold
 * puts in no series do not count.
 */
function scoreFigures(story: BankStory, record: StoryRecord, context: Context, wrong: string[]): Tally {
  const gold = story.gold.figures.flatMap(({ series }) => series.map((one) => ({ one, spans: wordsAt(story, one) })));
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const names = new Map(story.gold.actors.map((actor) => [actor.id, [actor.name, ...actor.aliases].map(bareName)]));
  const tally = { right: 0, found: 0, wanted: gold.length };
  const values = record.figures.flatMap((series) => series.values);
  for (const { one, spans } of gold) {
    const held = values.filter(
      ({ report, evidence }) =>
        context.numberOf.get(report) === one.report && evidence.spans.some((span) => meets(span, spans)),
    );
    if (held.length === 0) {
      wrong.push(`figure - ${one.report} ${one.text} by ${one.by}`);
      continue;
    }
    tally.found++;
    const isRight = held.some(
      ({ min, max, giver }) =>
        min === one.min &&
        max === one.max &&
        isGiver(giver, one.by === null ? null : (names.get(one.by) ?? []), actors),
    );
    if (isRight) tally.right++;
    else
      wrong.push(
        `figure ${one.report} ${one.text} gold ${one.by} ${one.min}-${one.max} found ${held
          .map(({ words, min, max, giver }) => `${words} (${min}-${max}) by ${giverName(giver, actors)}`)
          .join(" | ")}`,
      );
  }
  return tally;
}

/** Where the words of a figure or a side stand in its report: at the figure tagged so, else wherever they are found. */
function wordsAt(story: BankStory, { report: number, text: words }: { report: string; text: string }): BankSpan[] {
  const report = story.reports.find((one) => reportNumber(one) === number);
  if (!report) return [];
  const tagged = report.figures
    .map(({ span }) => span)
    .filter(({ start, end }) => report.text.slice(start, end) === words);
  if (tagged.length > 0) return tagged;
  const spans: BankSpan[] = [];
  for (let at = report.text.indexOf(words); at >= 0; at = report.text.indexOf(words, at + 1)) {
    spans.push({ start: at, end: at + words.length });
  }
  return spans;
}

function meets(span: BankSpan, others: readonly BankSpan[]): boolean {
  return others.some(({ start, end }) => start < span.end && span.start < end);
}

/** Named as gold names the giver, or described in the same words where no actor stands behind them. */
function isGiver(
  giver: Speaker | null,
  names: readonly string[] | null,
  actors: ReadonlyMap<string, StoryActor>,
): boolean {
  if (giver === null || names === null) return giver === names;
  if (giver.kind === "unnamed") return names.includes(bareName(giver.description));
  const actor = giver.kind === "resolved" ? actors.get(giver.actor) : undefined;
  return actor !== undefined && [actor.name, ...actor.aliases].some((name) => names.includes(bareName(name)));
}

function giverName(giver: Speaker | null, actors: ReadonlyMap<string, StoryActor>): string {
  if (giver?.kind === "resolved") return actors.get(giver.actor)?.name ?? giver.actor;
  return giver?.kind === "unnamed" ? `unnamed ${giver.description}` : String(giver?.kind ?? null);
}

function bareName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(?:the|an?) /, "");
}

function scoreDiscrepancies(story: BankStory, record: StoryRecord, context: Context, wrong: string[]): Tally {
  const sideKey = (report: string, text: string) => `${report}:${text}`;
  const gold = story.gold.discrepancies.map(({ sides }) => sides.map(({ report, text }) => sideKey(report, text)));
  const places = new Map(
    story.gold.discrepancies.flatMap(({ sides }) =>
      sides.map((side) => [sideKey(side.report, side.text), wordsAt(story, side)] as const),
    ),
  );
  const wanted = new Set(gold.flatMap((sides) => pairs2(sides)));
  const found = new Set<string>();
  for (const { sides } of record.discrepancies) {
    const keys = sides.map(({ evidence, label }) => {
      const number = context.numberOf.get(evidence.report) ?? "";
      const held = [...places].find(
        ([key, spans]) => key.startsWith(`${number}:`) && evidence.spans.some((span) => meets(span, spans)),
      );
      return held?.[0] ?? sideKey(number, label);
    });
    for (const pair of pairs2(keys)) {
      if (!wanted.has(pair) && keys.some((key) => context.derived.has(key.slice(0, 2)))) continue;
      found.add(pair);
    }
  }
  return compare(found, wanted, "discrepancy", wrong);
}

function pairs2(group: readonly string[]): string[] {
  const sorted = [...new Set(group)].sort();
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b) => `${a} / ${b}`));
}

function scoreCopies(story: BankStory, record: StoryRecord, context: Context, wrong: string[]): Tally {
  const wanted = new Set(story.gold.copies.flatMap((group) => pairsOf(group)));
  const urls = new Map(record.reports.map(({ id, url }) => [id, url]));
  const found = new Set<string>();
  for (const { reports } of record.origins) {
    for (const a of reports) {
      for (const b of reports) {
        if (a < b && urls.get(a) !== urls.get(b))
          found.add([context.numberOf.get(a)!, context.numberOf.get(b)!].sort().join(" "));
      }
    }
  }
  return compare(found, wanted, "copy", wrong);
}

function scoreNew(story: BankStory, records: readonly Record[], context: Context, wrong: string[]): Tally {
  const tally = { right: 0, found: 0, wanted: 0 };
  const sources = orderReports(records);
  const novelty = assessNovelty(sources, weighWords(sources));
  for (const source of sources) {
    const number = context.numberOf.get(source.id) ?? "";
    const wanted = story.gold.newIn[number] ?? [];
    tally.wanted += wanted.length;
    for (const [index, { span }] of source.sentences.entries()) {
      const kind = novelty[source.order]![index]!;
      const sentence = source.record.report.text.slice(span.start, span.end);
      const isWanted = wanted.some((words) => sentence.includes(words));
      if (kind !== "repeats") tally.found++;
      if (kind !== "repeats" && isWanted) tally.right++;
      if ((kind !== "repeats") !== isWanted)
        wrong.push(`novelty ${isWanted ? "-" : "+"} ${number} ${kind} ${sentence.slice(0, 140)}`);
    }
  }
  return tally;
}

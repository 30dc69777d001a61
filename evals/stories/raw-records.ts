import { analyzeReport, type Engine } from "../../src/core/pipeline.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import type { Record } from "../../src/core/record/record.ts";
import type { Span } from "../../src/core/text/span.ts";
import { bankReportFields, bankReportId } from "./bank-records.ts";
import type { Alignment } from "./score-linkers.ts";
import { type BankReport, type BankStory, reportNumber } from "./storybank.ts";

/** Records of a bank story as the pipeline makes them from its texts. */
export function rawRecords(story: BankStory, engine: Engine): Promise<Record[]> {
  return Promise.all(
    story.reports.map(async (report) => {
      const record = await analyzeReport(readPlainText(report.text, bankReportFields(report, story)), engine);
      return { ...record, report: { ...record.report, id: bankReportId(story.name, reportNumber(report)) } };
    }),
  );
}

/**
 * Maps what was found to gold's statements: a statement to the one with its cue, else, and words that are no statement, to
 * the one that shares most of the words, if they share half of either.
 */
export function alignByWords(story: BankStory, records: readonly Record[]): Alignment {
  const byId = new Map(story.reports.map((report) => [bankReportId(story.name, reportNumber(report)), report]));
  const statements = new Map(
    records.flatMap(({ report, statements }) => statements.map((one) => [`${report.id} ${one.id}`, one] as const)),
  );
  const asks = new Set(story.gold.requests.flatMap(({ ask }) => ask));
  return {
    statement(report, row, spans, kind) {
      const held = byId.get(report);
      if (!held) return null;
      const asked = kind === "ask" ? askAtCue(held, spans, asks) : null;
      const { cue = null, content = [] } = statements.get(`${report} ${row}`) ?? {};
      return asked ?? (cue && statementAtCue(held, cue, content)) ?? bestStatement(held, spans);
    },
  };
}

function statementAtCue(report: BankReport, cue: Span, content: readonly Span[]): string | null {
  let best: { ref: string; share: number } | null = null;
  for (const statement of report.statements) {
    const shared = overlapOf([cue], [statement.cue]);
    if (shared === 0) continue;
    const share = shared + overlapOf(content, statement.content);
    if (best === null || share > best.share) best = { ref: `${reportNumber(report)}:${statement.id}`, share };
  }
  return best?.ref ?? null;
}

function bestStatement(report: BankReport, spans: readonly Span[]): string | null {
  const own = lengthOf(spans);
  let best: { ref: string; share: number } | null = null;
  for (const statement of report.statements) {
    const gold = [...statement.content, statement.cue];
    const shared = overlapOf(spans, gold);
    const share = shared / Math.max(1, Math.min(own, lengthOf(gold))) + shared / Math.max(own, lengthOf(gold));
    if (shared > 0 && share > (best?.share ?? 0.5)) best = { ref: `${reportNumber(report)}:${statement.id}`, share };
  }
  return best?.ref ?? null;
}

/** The gold asking whose cue the words hold, whatever else they hold. */
function askAtCue(report: BankReport, spans: readonly Span[], asks: ReadonlySet<string>): string | null {
  const held = report.statements.find(
    ({ id, cue }) => asks.has(`${reportNumber(report)}:${id}`) && overlapOf(spans, [cue]) > 0,
  );
  return held ? `${reportNumber(report)}:${held.id}` : null;
}

function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const one of a)
    for (const other of b) sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return sum;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

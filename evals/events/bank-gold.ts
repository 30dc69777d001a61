import type { AnnotatedReport, Annotator } from "../../src/core/annotate/layers.ts";
import type { Medium, StatementCandidate } from "../../src/core/extract/candidates.ts";
import type { Span } from "../../src/core/text/span.ts";
import { alignByCharacters } from "../align.ts";
import { BANK_ACTS } from "../bank-acts.ts";
import { findData, readJsonLines } from "../data.ts";
import { annotateText, lightEngine } from "../engine.ts";
import type { BankStory } from "../stories/storybank.ts";

export interface GoldEvent {
  readonly trigger: Span;
  readonly type: string;
  readonly status: string;
}

export interface GoldFigure {
  readonly span: Span;
  readonly of: string;
  readonly quantity: string;
}

/** A report of the bank or the storybank with its gold, offsets carried over to the report's own text. */
export interface GoldCase {
  readonly id: string;
  readonly annotated: AnnotatedReport;
  readonly statements: readonly StatementCandidate[];
  readonly events: readonly GoldEvent[];
  readonly figures: readonly GoldFigure[];
}

interface BankLine {
  readonly id: string;
  readonly publishedAt: string | null;
  readonly text: string;
  readonly statements: readonly {
    readonly id: string;
    readonly source: Span | null;
    readonly cue: Span | null;
    readonly content: readonly Span[];
    readonly addressee: Span | null;
    readonly act: string;
    readonly medium: string | null;
    readonly within: string | null;
  }[];
  readonly events: readonly GoldEvent[];
  readonly figures: readonly GoldFigure[];
}

/**
 * Reports of a `bank/*.jsonl` or `storybank/standoff.jsonl` file, read by the light model unless another is given, with gold
 * statements in the place of extracted ones.
 */
export async function readGoldCases(path: string, by: Annotator = lightEngine.annotator): Promise<GoldCase[]> {
  const full = findData(path);
  // The bank's files pass its own checker, so their shape is taken as given.
  return full === null ? [] : Promise.all(readJsonLines(full, (value) => toCase(value as BankLine, by)));
}

/** Reports of invented stories, in the same way. */
export function readStoryCases(stories: readonly BankStory[], by: Annotator): Promise<GoldCase[]> {
  return Promise.all(stories.flatMap(({ reports }) => reports.map((report) => toCase(report, by))));
}

async function toCase(line: BankLine, by: Annotator): Promise<GoldCase> {
  const annotated = await annotateText(line.text, line.publishedAt || null, by);
  const align = alignByCharacters(line.text, annotated.report.text);
  return {
    id: line.id,
    annotated,
    statements: line.statements.map((one) => ({
      id: one.id,
      content: one.content.map(align),
      cue: one.cue && align(one.cue),
      source: one.source && align(one.source),
      sourceHead: one.source && headToken(annotated, align(one.source)),
      form: "indirect",
      act: BANK_ACTS[one.act] ?? "assertion",
      medium: (one.medium === "press" ? "press-conference" : one.medium) as Medium | null,
      addressee: one.addressee && align(one.addressee),
      addresseeHead: one.addressee && headToken(annotated, align(one.addressee)),
      within: one.within,
      alleged: one.act === "allege",
      confidence: 1,
      producedBy: "gold",
    })),
    events: line.events.map((event) => ({ ...event, trigger: align(event.trigger) })),
    figures: line.figures.map((figure) => ({ ...figure, span: align(figure.span) })),
  };
}

/** The token of the span whose head lies outside it. */
function headToken({ tokens, heads }: AnnotatedReport, span: Span): number | null {
  const inside = tokens.flatMap(({ start, end }, token) => (start < span.end && end > span.start ? [token] : []));
  return inside.find((token) => !inside.includes(heads[token]!)) ?? inside[0] ?? null;
}

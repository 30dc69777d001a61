import type { Figure, Speaker } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import { contentWordsOf } from "./content-words.ts";
import { evidenceOf } from "./evidence.ts";
import { groupNodes } from "./group-nodes.ts";
import type { EventLinks } from "./link-events.ts";
import type { StatementLinks } from "./link-statements.ts";
import type { FigureSeries } from "./story-record.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";
import { coverageOf, sharedWords, type WordWeights } from "./word-weights.ts";

export interface FigureNode {
  readonly source: StorySource;
  readonly figure: Figure;
  /** Story event, or null. */
  readonly event: string | null;
  readonly giver: Speaker | null;
  readonly noun: ReadonlySet<string>;
  readonly context: ReadonlySet<string>;
}

export interface FigureLinks {
  readonly series: readonly FigureSeries[];
  readonly nodes: ReadonlyMap<string, readonly FigureNode[]>;
}

const SAME_THING = 0.35;

/** Figures of one thing counted, as a series in the order of publication, each with who gives it. */
export function linkFigures(
  sources: readonly StorySource[],
  events: EventLinks,
  statements: StatementLinks,
  weights: WordWeights,
): FigureLinks {
  const nodes = sources.flatMap((source) =>
    source.record.figures
      .filter(({ counts }) => counts !== "age" && counts !== "length")
      .map((figure) => makeNode(source, figure, events, statements)),
  );
  const groups = groupNodes(
    nodes,
    (node) => [
      `${node.figure.counts} ${node.event ?? ""}`,
      ...[...node.context, ...node.noun].map((word) => `${node.figure.counts} ${word}`),
    ],
    (node, group) => fitFigure(node, group, weights),
  );
  const byId = new Map<string, readonly FigureNode[]>();
  const series = groups.map(({ nodes: members }) => {
    const one = makeSeries(members);
    byId.set(one.id, members);
    return one;
  });
  return { series, nodes: byId };
}

function makeNode(source: StorySource, figure: Figure, events: EventLinks, statements: StatementLinks): FigureNode {
  const { text } = source.record.report;
  const giver = statements.node(source, figure.accordingTo);
  const words = contentWordsOf(text.slice(figure.span.start, figure.span.end));
  const sentence = source.sentences[sentenceAt(source, figure.span.start)]?.words ?? [];
  return {
    source,
    figure,
    event: events.of(source, figure.event),
    giver: giver?.speaker ?? null,
    noun: new Set(words.filter((word) => !/\p{N}/u.test(word))),
    context: new Set([...sentence].filter((word) => !/\p{N}/u.test(word))),
  };
}

function fitFigure(
  node: FigureNode,
  group: readonly FigureNode[],
  weights: WordWeights,
): { score: number; reason: string } | null {
  const first = group[0]!;
  if (node.figure.counts !== first.figure.counts || !unitsAgree(node.figure.unit, first.figure.unit)) return null;
  const context = Math.max(...group.slice(-8).map((other) => coverageOf(node.context, other.context, weights)));
  const noun = group.some((other) => sharedWords(node.noun, other.noun).length > 0);
  if (node.event !== null && group.some(({ event }) => event === node.event)) {
    return { score: 1 + context + (noun ? 0.5 : 0), reason: "same count of the same event" };
  }
  if (node.event !== null && group.some(({ event }) => event !== null)) return null;
  const score = context + (noun ? 0.15 : 0);
  return score >= SAME_THING ? { score, reason: "same count, same words around it" } : null;
}

function unitsAgree(a: string | null, b: string | null): boolean {
  return a === b || a === null || b === null;
}

function makeSeries(members: readonly FigureNode[]): FigureSeries {
  const first = members[0]!;
  return {
    id: `${first.figure.id}-${first.source.mark}`,
    counts: first.figure.counts,
    unit: members.find(({ figure }) => figure.unit !== null)?.figure.unit ?? null,
    event: members.find(({ event }) => event !== null)?.event ?? null,
    label: labelOf(members),
    values: members.map(({ source, figure, giver }) => ({
      min: figure.min,
      max: figure.max,
      quantity: figure.quantity,
      words: textOf(source, figure.span),
      giver,
      report: source.id,
      asOf: source.day,
      evidence: evidenceOf(source.record, figure.id, [figure.span]),
    })),
  };
}

function labelOf(members: readonly FigureNode[]): string {
  return members
    .map(({ source, figure }) => textOf(source, figure.span))
    .reduce((best, next) => (next.length > best.length ? next : best));
}

function textOf(source: StorySource, span: Span): string {
  return source.record.report.text.slice(span.start, span.end);
}

import type { Span } from "../text/span.ts";
import { countOtherPeople } from "./count-other-people.ts";
import { evidenceOf } from "./evidence.ts";
import {
  countsAgree,
  explainFigure,
  type FigureFeature,
  type FigureNode,
  familyOf,
  figureFeatures,
  isMovedFrom,
  isSameGiver,
  makeFigureNode,
  ratioOf,
} from "./figure-fit.ts";
import { type Fit, groupNodes } from "./group-nodes.ts";
import { makeKey } from "./key-index.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { EventLinks } from "./link-events.ts";
import type { StatementLinks } from "./link-statements.ts";
import { blendOf, likelihoodOf, type PairModel } from "./pair-model.ts";
import { sameMeasure } from "./same-measure.ts";
import { isElliptical, isSetAgainst, measureOf } from "./set-against.ts";
import type { FigureSeries } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";
import type { StoryWords } from "./story-words.ts";

export interface FigureLinks {
  readonly series: readonly FigureSeries[];
  readonly nodes: ReadonlyMap<string, readonly FigureNode[]>;
}

/** Members of a series that a figure is compared with: the latest. */
const COMPARED = 4;

/** Members of a series among which a rival figure, or an earlier one that is told again, is looked for. */
const MOST_SEARCHED = 16;

/** Figures of one thing counted, as a series in the order of publication, each with who gives it. */
export function linkFigures(
  sources: readonly StorySource[],
  actors: ActorLinks,
  events: EventLinks,
  statements: StatementLinks,
  words: StoryWords,
  model: PairModel<FigureFeature>,
): FigureLinks {
  const nodes = sources.flatMap((source) =>
    source.record.figures
      .filter(({ counts }) => counts !== "age" && counts !== "length")
      .map((figure) => makeFigureNode(source, figure, actors, events, statements, words))
      .sort(compareRestated),
  );
  const groups = groupNodes(
    nodes,
    (node) => keysOf(node, words),
    (node, group) => fitFigure(node, group, model),
  );
  const byId = new Map<string, readonly FigureNode[]>();
  const series = groups.map(({ nodes: found, reasons }) => {
    const members = [...found].sort(compareByText);
    const one = makeSeries(members, reasons);
    byId.set(one.id, members);
    return one;
  });
  return { series, nodes: byId };
}

/** What is told again finds its series first, and takes what now stands in its place along. */
function compareRestated(a: FigureNode, b: FigureNode): number {
  return Number(b.restates) - Number(a.restates) || a.figure.span.start - b.figure.span.start;
}

function compareByText(a: FigureNode, b: FigureNode): number {
  return a.source.order - b.source.order || a.figure.span.start - b.figure.span.start;
}

/** Figures in one sentence and the next share a key whatever they count; others must be of one family. */
function keysOf(node: FigureNode, words: StoryWords): number[] {
  const { counts, min, max } = node.figure;
  const family = words.numberOf(`family ${familyOf(counts)}`);
  const size = Math.round(Math.log10(Math.abs(min ?? max ?? 0) + 1));
  const names = [`size ${size}`, ...(node.event === null ? [] : [node.event])].map(words.numberOf);
  const places = [node.sentence, node.sentence - 1].map((at) => words.numberOf(`${node.source.id} ${at}`));
  return [
    family,
    words.numberOf(`value ${min} ${max}`),
    ...places,
    ...[...node.near.ids, ...node.noun.ids, ...names].map((id) => makeKey(family, id)),
  ];
}

function fitFigure(node: FigureNode, group: readonly FigureNode[], model: PairModel<FigureFeature>): Fit | null {
  if (group.slice(-MOST_SEARCHED).some((other) => isMovedFrom(other, node))) {
    return { score: 1, reason: "given in place of an earlier figure" };
  }
  const compared = group.slice(-COMPARED);
  // A rival's number takes on what the number counts that it is set against, whatever else the series holds.
  const rivals = group.slice(-MOST_SEARCHED).filter((other) => isRivalOf(other, node));
  if (rivals.length > 0) {
    // Of several numbers that it may stand against, the nearest in size of one measure.
    const apart = (other: FigureNode) =>
      ratioOf(other.figure, node.figure) + (measureOf(other.figure) === measureOf(node.figure) ? 0 : 2);
    return { score: 1 + 1 / (1 + Math.min(...rivals.map(apart))), reason: "set against each other in one report" };
  }
  if (!compared.every((other) => countsAgree(other, node) && !countOtherPeople(other, node))) return null;
  const pairs = compared.map((other) => figureFeatures(other, node));
  const likelihoods = pairs.map((features) => likelihoodOf(features, model));
  const { score: blended, best } = blendOf(likelihoods);
  // Set against a figure of the series in so many words, it need not resemble the others.
  const score = pairs[best]!.rivals > 0 || isSameGiver(compared[best]!, node) ? likelihoods[best]! : blended;
  return score < model.bar ? null : { score, reason: explainFigure(pairs[best]!) };
}

/** Two givers' figures for one thing, however far apart in size. */
function isRivalOf(a: FigureNode, b: FigureNode): boolean {
  if (!countsAgree(a, b) || countOtherPeople(a, b)) return false;
  return isElliptical(a, b) || (isSetAgainst(a, b) && sameMeasure(a, b));
}

function makeSeries(members: readonly FigureNode[], reasons: readonly string[]): FigureSeries {
  const first = members[0]!;
  return {
    id: `${first.figure.id}-${first.source.mark}`,
    counts: countsOf(members),
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
    reasons: [...new Set(reasons.filter((reason) => reason !== ""))],
  };
}

/** The most telling of what its values are said to count: "crowd" rather than "people" or "other". */
function countsOf(members: readonly FigureNode[]): string {
  const all = members.map(({ figure }) => figure.counts);
  return all.find((one) => one !== "other" && one !== "people") ?? all.find((one) => one !== "other") ?? "other";
}

function labelOf(members: readonly FigureNode[]): string {
  return members
    .map(({ source, figure }) => textOf(source, figure.span))
    .reduce((best, next) => (next.length > best.length ? next : best));
}

function textOf(source: StorySource, span: Span): string {
  return source.record.report.text.slice(span.start, span.end);
}

import { type FigureNode, giverKey, isBare } from "./figure-fit.ts";
import type { FigureLinks } from "./link-figures.ts";
import type { Discrepancy, FigureSeries } from "./story-record.ts";
import { sharedCount } from "./story-words.ts";

/**
 * Finds figures on one thing that cannot both hold: other givers, ranges that do not meet, reported on one day. The same
 * giver with another figure later is an update, not a discrepancy. What later reports repeat is not found again.
 */
export function findDiscrepancies(figures: FigureLinks): Discrepancy[] {
  return figures.series.flatMap((series) => {
    const nodes = figures.nodes.get(series.id) ?? [];
    const known = new Set<string>();
    return occasionsOf(nodes).flatMap((occasion) => {
      const sides = disagreeing(occasion, nodes).filter(
        (index, _, all) => !all.some((other) => isRestated(nodes[index]!, nodes[other]!, nodes)),
      );
      const keys = sides.map((index) => sideKey(nodes[index]!));
      if (sides.length < 2 || keys.every((key) => known.has(key))) return [];
      for (const key of keys) known.add(key);
      return [makeDiscrepancy(series, nodes, sides)];
    });
  });
}

/** Indices of the values reported on one day, or by one report where it is undated. */
function occasionsOf(nodes: readonly FigureNode[]): number[][] {
  const occasions = new Map<string, number[]>();
  for (const [index, { source }] of nodes.entries()) {
    const key = source.day ?? source.id;
    const held = occasions.get(key);
    if (held) held.push(index);
    else occasions.set(key, [index]);
  }
  return [...occasions.values()];
}

/** Of each giver the last value, if it cannot hold beside that of another. */
function disagreeing(occasion: readonly number[], nodes: readonly FigureNode[]): number[] {
  const latest = [...new Map(occasion.map((index) => [giverKey(nodes[index]!.giver), index])).values()];
  return latest.filter((index) => latest.some((other) => other !== index && disagree(nodes[index]!, nodes[other]!)));
}

/** "Down from the £400,000 it gave last week": an earlier figure of the other side's giver, told again. */
function isRestated(told: FigureNode, other: FigureNode, nodes: readonly FigureNode[]): boolean {
  if (told === other || told.giver?.kind === "resolved" || other.giver === null) return false;
  if (told.restates) return true;
  const { min, max } = told.figure;
  return nodes.some(
    ({ source, figure, giver }) =>
      source.order < told.source.order &&
      figure.min === min &&
      figure.max === max &&
      giverKey(giver) === giverKey(other.giver),
  );
}

/** One side at least is on somebody's word, and both are worded as the same measure. */
function disagree(a: FigureNode, b: FigureNode): boolean {
  if (isPosition(a) && isPosition(b)) return false;
  return (a.giver !== null || b.giver !== null) && sameMeasure(a, b) && !rangesMeet(a, b);
}

/** What a side offers or wants ("offered 4.2 per cent", "wants nine") is no claim about how things are. */
function isPosition({ source, figure: { span } }: FigureNode): boolean {
  return POSITION.test(source.record.report.text.slice(Math.max(0, span.start - 40), span.start));
}

const POSITION =
  /\b(?:offer(?:s|ed|ing)?|wants?|wanted|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|propos(?:es?|ed)|bid|went to|c[ao]me down(?: from)?)\b[^.;]{0,25}$/i;

/** Percentages, amounts in a unit and plain counts are different measures; so are counts whose nouns differ. */
function sameMeasure(a: FigureNode, b: FigureNode): boolean {
  if (a.figure.unit !== b.figure.unit && !isBare(a) && !isBare(b)) return false;
  if ((a.figure.unit === "percent") !== (b.figure.unit === "percent")) return false;
  if (isPart(a, b) || isPart(b, a)) return false;
  const nouns = a.noun.ids.length === 0 || b.noun.ids.length === 0 || sharedCount(a.noun, b.noun) > 0;
  return nouns || a.figure.counts !== "other" || b.figure.counts !== "other";
}

/** "729 of those", told beside the whole. */
function isPart(part: FigureNode, whole: FigureNode): boolean {
  if (part.source !== whole.source || Math.abs(part.sentence - whole.sentence) > 1) return false;
  if ((part.figure.min ?? part.figure.max ?? 0) > (whole.figure.min ?? whole.figure.max ?? 0)) return false;
  const { text } = part.source.record.report;
  const around = text.slice(part.figure.span.start, part.figure.span.end + 14);
  return /\bof (?:those|these|them|whom|which|its|his|her|their|the)\b/i.test(around);
}

function sideKey({ giver, figure }: FigureNode): string {
  return `${giverKey(giver)} ${figure.min} ${figure.max}`;
}

function rangesMeet(a: FigureNode, b: FigureNode): boolean {
  const [low, high] = rangeOf(a);
  const [otherLow, otherHigh] = rangeOf(b);
  return low <= otherHigh && otherLow <= high;
}

/** Share that "about" leaves on either side. */
const ABOUT = 0.1;

function rangeOf({ figure: { min, max, quantity } }: FigureNode): [number, number] {
  const slack = quantity === "about" ? ABOUT : 0;
  return [
    min === null ? Number.NEGATIVE_INFINITY : min - Math.abs(min) * slack,
    max === null ? Number.POSITIVE_INFINITY : max + Math.abs(max) * slack,
  ];
}

function makeDiscrepancy(series: FigureSeries, nodes: readonly FigureNode[], sides: readonly number[]): Discrepancy {
  const first = nodes[sides[0]!]!;
  return {
    id: `d-${first.figure.id}-${first.source.mark}`,
    kind: "figure",
    row: series.id,
    reason: "other givers on one day, the same thing counted, figures that cannot both hold",
    sides: sides.map((index) => ({
      label: series.values[index]!.words,
      giver: nodes[index]!.giver,
      evidence: series.values[index]!.evidence,
    })),
  };
}

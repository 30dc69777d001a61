import { type FigureNode, giverKey } from "./figure-fit.ts";
import type { FigureLinks } from "./link-figures.ts";
import { sameMeasure } from "./same-measure.ts";
import { isCountedAgain, isSetAgainst } from "./set-against.ts";
import type { Discrepancy, FigureSeries } from "./story-record.ts";

/**
 * Finds figures on one thing that cannot both hold: other givers, ranges that do not meet, reported on one day. The same
 * giver with another figure later is an update, not a discrepancy. What later reports repeat is not found again, and what one
 * report sets side by side stands though the giver moves on that day.
 */
export function findDiscrepancies(figures: FigureLinks): Discrepancy[] {
  const known = new Set<string>();
  return figures.series.flatMap((series) => {
    const nodes = figures.nodes.get(series.id) ?? [];
    const found = occasionsOf(nodes).flatMap((occasion) => {
      const sides = disagreeing(occasion, nodes).filter(
        (index, _, all) => !all.some((other) => isRestated(nodes[index]!, nodes[other]!, nodes)),
      );
      const keys = new Set(sides.map((index) => sideKey(nodes[index]!)));
      const key = [...keys].sort().join(" / ");
      if (sides.length < 2 || known.has(key)) return [];
      known.add(key);
      return [{ sides, keys }];
    });
    return found
      .filter(({ keys }) => !found.some((other) => other.keys.size > keys.size && isWithin(keys, other.keys)))
      .map(({ sides }) => makeDiscrepancy(series, nodes, sides));
  });
}

function isWithin(keys: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...keys].every((key) => others.has(key));
}

/** Indices of the values reported on one day, those of all its reports together and then of each by itself. */
function occasionsOf(nodes: readonly FigureNode[]): number[][] {
  const days = new Map<string, number[]>();
  const reports = new Map<string, number[]>();
  for (const [index, { source }] of nodes.entries()) {
    addTo(days, source.day ?? source.id, index);
    addTo(reports, source.id, index);
  }
  return [...days.values(), ...reports.values()];
}

function addTo(held: Map<string, number[]>, key: string, index: number): void {
  const all = held.get(key);
  if (all) all.push(index);
  else held.set(key, [index]);
}

/** Of each giver the last value, and those before it in its report that another's takes up, if they cannot hold side by side. */
function disagreeing(occasion: readonly number[], nodes: readonly FigureNode[]): number[] {
  const lastOf = new Map<string, number>();
  for (const index of occasion) {
    const { giver, restates } = nodes[index]!;
    // "900, having first spoken of 600": told last, given first.
    if (!restates || !lastOf.has(giverKey(giver))) lastOf.set(giverKey(giver), index);
  }
  const last = new Set(lastOf.values());
  const latest = occasion.filter(
    (index) => last.has(index) || occasion.some((other) => last.has(other) && takesUp(nodes[other]!, nodes[index]!)),
  );
  const told = [...new Set(latest.map((index) => firstToldOf(index, occasion, nodes)))].sort((a, b) => a - b);
  return told.filter((index) => told.some((other) => other !== index && disagree(nodes[index]!, nodes[other]!)));
}

/** "58 cases and 22 hospital stays. The center has confirmed 49": the first, though more is given behind it. */
function takesUp(second: FigureNode, first: FigureNode): boolean {
  return (
    !first.restates &&
    first.source === second.source &&
    isSetAgainst(first, second) &&
    sameMeasure(first, second) &&
    (second.alone || second.contrasts || first.contrasts || isCountedAgain(first, second))
  );
}

/** Where the giver is first reported with it that day, which a copy repeats. */
function firstToldOf(index: number, occasion: readonly number[], nodes: readonly FigureNode[]): number {
  const { giver, figure } = nodes[index]!;
  const isTold = ({ giver: other, figure: { min, max } }: FigureNode) =>
    min === figure.min && max === figure.max && giverKey(other) === giverKey(giver);
  return occasion.find((one) => isTold(nodes[one]!)) ?? index;
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
  if (giverKey(a.giver) === giverKey(b.giver) || (isPosition(a) && isPosition(b))) return false;
  if ([a, b].some((one) => isVague(one) || isWithdrawn(one))) return false;
  return (a.giver !== null || b.giver !== null) && sameMeasure(a, b) && !rangesMeet(a, b);
}

/** "Thousands of people", in the words of the report: no count that another's could be held against. */
function isVague({ giver, figure }: FigureNode): boolean {
  return giver === null && figure.quantity === "vague";
}

/** "Which had put the dead at four, withdrew that figure". */
function isWithdrawn({ source, figure: { span } }: FigureNode): boolean {
  return WITHDRAWN.test(source.record.report.text.slice(span.end, span.end + 60));
}

const WITHDRAWN =
  /^,?\s+(?:(?:later|since|then|has|had|have|now|but|and)\s+)*(?:withdrew|withdrawn|withdraws|retract(?:s|ed)|dropped|abandoned|disowned)\s+(?:that|the|this|its|his|her|their)\s+(?:figure|claim|number|count|estimate|toll)\b/iu;

/** What a side offers or wants ("offered 4.2 per cent", "wants nine") is no claim about how things are. */
function isPosition({ source, figure: { span } }: FigureNode): boolean {
  const { text } = source.record.report;
  return (
    POSITION.test(text.slice(Math.max(0, span.start - 40), span.start)) ||
    OFFERED.test(text.slice(span.end, span.end + 24))
  );
}

/** "its own $90 million offer". */
const OFFERED = /^\s+(?:\p{L}+ )?(?:offers?|bids?|proposals?|demands?|prices?)\b/iu;

const POSITION =
  /\b(?:offer(?:s|ed|ing)?|wants?|wanted|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|propos(?:es?|ed)|bid|went to|c[ao]me down(?: from)?)\b[^.;]{0,25}$/i;

/** By its value alone: a later report may name another giver, or none, of what it repeats. */
function sideKey({ figure }: FigureNode): string {
  return `${figure.unit ?? figure.counts} ${figure.min} ${figure.max}`;
}

function rangesMeet(a: FigureNode, b: FigureNode): boolean {
  // Side by side "at least nine" says that nobody knows of seventeen; a day's other reports may know of more.
  const isClosed = a.source === b.source && a.giver !== null && b.giver !== null;
  const [low, high] = rangeOf(a, isClosed);
  const [otherLow, otherHigh] = rangeOf(b, isClosed);
  return (low <= otherHigh && otherLow <= high) || isRounded(low, otherLow, a.figure.unit !== null);
}

/** Share by which a measure that was rounded or converted may differ from another. */
const ROUNDED = 0.02;

/** "5.13 million" and "5.1 million", "130 ft" and "40 metres (131 feet)": one number, written more or less closely. */
function isRounded(a: number, b: number, isMeasure: boolean): boolean {
  const apart = Math.abs(a - b);
  const most = Math.max(Math.abs(a), Math.abs(b));
  if (!Number.isFinite(most) || apart > most * ROUNDED) return false;
  return isMeasure ? apart <= Math.max(stepOf(a), stepOf(b)) : apart <= Math.max(stepOf(a), stepOf(b)) / 2;
}

/** The place of the last figure that is not 0: 100,000 of 5,100,000. */
function stepOf(value: number): number {
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  return 10 ** (Number(exponent) - (digits.split(".")[1]?.length ?? 0));
}

/** Share that "about" leaves on either side. */
const ABOUT = 0.1;
/** How many times itself "more than" a number may come to beside another giver's. */
const MOST_OPEN = 1.6;

function rangeOf({ figure: { min, max, quantity } }: FigureNode, isClosed: boolean): [number, number] {
  const slack = quantity === "about" ? ABOUT : 0;
  const most = isClosed && min !== null && max === null ? min * MOST_OPEN : Number.POSITIVE_INFINITY;
  return [
    min === null ? Number.NEGATIVE_INFINITY : min - Math.abs(min) * slack,
    max === null ? most : max + Math.abs(max) * slack,
  ];
}

function makeDiscrepancy(series: FigureSeries, nodes: readonly FigureNode[], sides: readonly number[]): Discrepancy {
  const first = nodes[sides[0]!]!;
  return {
    id: `d-${first.figure.id}-${first.source.mark}`,
    kind: "figure",
    row: series.id,
    reason:
      sides.length === 2
        ? "two givers, one day, one thing counted: the figures cannot both hold"
        : "several givers, one day, one thing counted: the figures cannot all hold",
    sides: sides.map((index) => ({
      label: series.values[index]!.words,
      giver: nodes[index]!.giver,
      evidence: series.values[index]!.evidence,
    })),
  };
}

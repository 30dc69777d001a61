import type { Speaker } from "../record/record.ts";
import type { FigureLinks, FigureNode } from "./link-figures.ts";
import type { Discrepancy, FigureSeries } from "./story-record.ts";

/**
 * Finds figures on one thing that cannot both hold: other givers, ranges that do not meet, said in one report or on one
 * day. The same giver with another figure later is an update, not a discrepancy.
 */
export function findDiscrepancies(figures: FigureLinks): Discrepancy[] {
  return figures.series.flatMap((series) => {
    const nodes = figures.nodes.get(series.id) ?? [];
    const sides = disagreeing(nodes);
    return sides.length < 2 ? [] : [makeDiscrepancy(series, nodes, sides)];
  });
}

/** Indices of the first values that disagree, one a giver. */
function disagreeing(nodes: readonly FigureNode[]): number[] {
  const latest = new Map<string, number>();
  const found = new Set<number>();
  nodes.forEach((node, index) => {
    const giver = giverKey(node.giver);
    for (const [other, at] of latest) {
      if (other !== giver && sameDay(node, nodes[at]!) && !rangesMeet(node, nodes[at]!)) {
        found.add(at);
        found.add(index);
      }
    }
    latest.set(giver, index);
  });
  const byGiver = new Map([...found].reverse().map((index) => [giverKey(nodes[index]!.giver), index]));
  return [...byGiver.values()].sort((a, b) => a - b);
}

function giverKey(giver: Speaker | null): string {
  if (giver === null) return "report";
  if (giver.kind === "resolved") return giver.actor;
  return giver.kind === "unnamed" ? giver.description.toLowerCase() : giver.candidates.join(" ");
}

function sameDay(a: FigureNode, b: FigureNode): boolean {
  return a.source === b.source || (a.source.day !== null && a.source.day === b.source.day);
}

function rangesMeet(a: FigureNode, b: FigureNode): boolean {
  const [low, high] = rangeOf(a);
  const [otherLow, otherHigh] = rangeOf(b);
  return low <= otherHigh && otherLow <= high;
}

/** "About 400" holds what rounds to it. */
function rangeOf({ figure }: FigureNode): [number, number] {
  const low = figure.min ?? Number.NEGATIVE_INFINITY;
  const high = figure.max ?? Number.POSITIVE_INFINITY;
  const slack = figure.quantity === "about" ? 0.1 : 0;
  return [low - Math.abs(low) * slack, high + Math.abs(high) * slack];
}

function makeDiscrepancy(series: FigureSeries, nodes: readonly FigureNode[], sides: readonly number[]): Discrepancy {
  return {
    id: `d-${series.id}`,
    kind: "figure",
    row: series.id,
    reason: "different givers, the same thing counted, figures that cannot both hold",
    sides: sides.map((index) => ({
      label: series.values[index]!.words,
      giver: nodes[index]!.giver,
      evidence: series.values[index]!.evidence,
    })),
  };
}

import { thingsIn } from "./figure-fit.ts";
import type { FigureSeries, FigureUpdate } from "./story-record.ts";
import { intersects } from "./story-words.ts";

/**
 * Figures that a giver who is known has moved from one report to a later one. Two values of one report are no move, nor
 * are the same bounds in other words, nor things counted by other nouns: "two side cores", "all three boosters".
 */
export function findUpdates(series: readonly FigureSeries[]): FigureUpdate[] {
  return series.flatMap(({ id, counts, unit, values }) => {
    const isOfThings = counts === "other" && unit === null;
    const byGiver = new Map<string, number[]>();
    for (const [at, { giver, min, max, report, words }] of values.entries()) {
      if (giver?.kind !== "resolved") continue;
      const held = byGiver.get(giver.actor);
      const last = held?.at(-1);
      if (held === undefined || last === undefined) byGiver.set(giver.actor, [at]);
      else {
        const before = values[last]!;
        if (isOfThings && countOther(before.words, words)) continue;
        if (before.report !== report && (before.min !== min || before.max !== max)) held.push(at);
      }
    }
    return [...byGiver.values()].flatMap((moved) => {
      const giver = values[moved[0]!]!.giver;
      return moved.length < 2 || giver === null ? [] : [{ series: id, giver, values: moved }];
    });
  });
}

function countOther(a: string, b: string): boolean {
  const [first, second] = [thingsIn(a), thingsIn(b)];
  return first.size > 0 && second.size > 0 && !intersects(first, second);
}

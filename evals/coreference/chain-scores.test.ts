import { describe, expect, it } from "vitest";
import { addBCubed, addCeaf, addMuc, bestPairing, type Chains, emptyTally, f1 } from "./chain-scores.ts";

const chains = (...words: string[]): Chains => words.map((word) => new Set(word));

describe("chain scores", () => {
  // The worked example of Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions".
  const gold = chains("abc", "defg");
  const found = chains("ab", "cd", "fghi");
  const score = (add: typeof addMuc) => {
    const tally = emptyTally();
    add(tally, gold, found);
    return tally;
  };

  it("counts the links that MUC counts", () => {
    expect(score(addMuc)).toEqual({ recalled: 2, gold: 5, precise: 2, found: 5 });
    expect(f1(score(addMuc))).toBeCloseTo(40);
  });

  it("shares out mentions as B-cubed does", () => {
    const { recalled, gold: all, precise, found: mine } = score(addBCubed);
    expect(recalled / all).toBeCloseTo(0.42, 2);
    expect(precise / mine).toBeCloseTo(0.5, 2);
    expect(f1(score(addBCubed))).toBeCloseTo(45.45, 1);
  });

  it("pairs chains as CEAF does", () => {
    const { recalled, gold: all, precise, found: mine } = score(addCeaf);
    expect(recalled / all).toBeCloseTo(0.65, 2);
    expect(precise / mine).toBeCloseTo(0.433, 2);
    expect(f1(score(addCeaf))).toBeCloseTo(52, 0);
  });

  it("scores nothing found as 0 and the gold itself as 100", () => {
    for (const add of [addMuc, addBCubed, addCeaf]) {
      const none = emptyTally();
      add(none, gold, []);
      expect(f1(none)).toBe(0);
      const same = emptyTally();
      add(same, gold, gold);
      expect(f1(same)).toBeCloseTo(100);
    }
  });
});

describe("bestPairing(values)", () => {
  it("finds the pairing with the greatest sum, also with more rows than columns", () => {
    expect(
      bestPairing([
        [4, 1, 3],
        [2, 0, 5],
        [3, 2, 2],
      ]),
    ).toBe(11);
    expect(bestPairing([[1], [3], [2]])).toBe(3);
    expect(bestPairing([])).toBe(0);
  });
});

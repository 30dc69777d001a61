import { describe, expect, it } from "vitest";
import { indexWeights, numberTemplates, WeightSum } from "./feature-weights.ts";

const TEMPLATE = numberTemplates(["bias", "k", "lk"]);
const WEIGHTS = indexWeights(TEMPLATE, { bias: 0.5, "k:clause": 1, "k:": -2, "lk:tell:clause:": 4, "lk:tell:of": 8 });

function sumOf(...features: readonly (readonly [name: keyof typeof TEMPLATE, ...words: string[]])[]): number {
  const sum = new WeightSum(WEIGHTS);
  for (const [name, ...words] of features) sum.add(TEMPLATE[name], ...words.map((word) => sum.word(word)));
  return sum.total;
}

describe("WeightSum", () => {
  it("adds up the weights of the table's features, also of those with an empty word", () => {
    expect(sumOf(["bias"], ["k", "clause"], ["lk", "tell", "clause", ""])).toBe(5.5);
    expect(sumOf(["k", ""])).toBe(-2);
    expect(sumOf(["lk", "tell", "of"])).toBe(8);
  });

  it("gives nothing for words and features that the table lacks", () => {
    expect(
      sumOf(["k", "quote"], ["k", "tell"], ["lk", "tell"], ["lk", "of", "tell"], ["lk", "tell", "clause", "of"]),
    ).toBe(0);
    expect(sumOf(["k"], ["bias", "clause"])).toBe(0);
  });
});

describe("indexWeights(templates, table)", () => {
  it.each(["x:clause", "lk:a:b:c:d"])("refuses %s, which no template makes", (feature) => {
    expect(() => indexWeights(TEMPLATE, { [feature]: 1 })).toThrow(RangeError);
  });
});

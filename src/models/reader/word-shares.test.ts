import { describe, expect, it } from "vitest";
import type { NameTag } from "./name-tags.ts";
import { agreeOnWords } from "./word-shares.ts";

const TAGS: NameTag[] = ["O", "B-person", "I-person", "B-place", "I-place"];
const logs = (...rows: number[][]) => Float32Array.from(rows.flat().map(Math.log));
const best = (shares: Float32Array, word: number) => {
  const row = [...shares.subarray(word * TAGS.length, (word + 1) * TAGS.length)];
  return TAGS[row.indexOf(Math.max(...row))];
};

describe("agreeOnWords(words, shares, tags)", () => {
  const doubtful = [0.02, 0.46, 0.02, 0.48, 0.02];
  const person = [0.02, 0.02, 0.94, 0.01, 0.01];

  it("counts a capitalised word in part as what it is elsewhere, first or not", () => {
    const agreed = agreeOnWords(["Hollin", "said", "Reed", "Hollin"], logs(doubtful, doubtful, doubtful, person), TAGS);
    expect(best(agreed, 0)).toBe("B-person");
    expect(best(agreed, 3)).toBe("I-person");
  });

  it("leaves a word alone that comes once, is small or is one letter", () => {
    const words = ["Hollin", "said", "A", "said", "A"];
    const agreed = agreeOnWords(words, logs(doubtful, doubtful, doubtful, person, person), TAGS);
    expect([0, 1, 2].map((word) => best(agreed, word))).toEqual(["B-place", "B-place", "B-place"]);
  });

  it("leaves a name out that is little likelier than none", () => {
    const even = [0.3, 0.5, 0.05, 0.1, 0.05];
    expect(best(agreeOnWords(["Hollin"], logs(even), TAGS), 0)).toBe("O");
    expect(agreeOnWords([], new Float32Array(0), TAGS)).toHaveLength(0);
  });
});

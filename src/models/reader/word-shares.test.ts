import { describe, expect, it } from "vitest";
import type { NameTag } from "./name-tags.ts";
import { agreeOnWords } from "./word-shares.ts";

const TAGS: NameTag[] = ["O", "B-person", "I-person", "B-place", "I-place"];
const sentence = (text: string) => ({ words: text.split(" "), paragraph: 0 });
const logs = (...rows: number[][]) => Float32Array.from(rows.flat().map(Math.log));
const best = (shares: Float32Array, word: number) => {
  const row = [...shares.subarray(word * TAGS.length, (word + 1) * TAGS.length)];
  return TAGS[row.indexOf(Math.max(...row))];
};

describe("agreeOnWords(sentences, shares, tags)", () => {
  const doubtful = [0.02, 0.46, 0.02, 0.48, 0.02];
  const person = [0.02, 0.02, 0.94, 0.01, 0.01];

  it("counts a capitalised word in part as what it is elsewhere, first of its name or not", () => {
    const text = ["near Hollin", "by Reed Hollin"].map(sentence);
    const agreed = agreeOnWords(text, logs(doubtful, doubtful, doubtful, doubtful, person), TAGS);
    expect(best(agreed, 1)).toBe("B-person");
    expect(best(agreed, 4)).toBe("I-person");
  });

  it("leaves a word alone that comes once, is small, is one letter or opens its sentence", () => {
    const text = ["by Hollin said A said A", "Reed met Reed"].map(sentence);
    const rows = [doubtful, doubtful, doubtful, doubtful, person, person, doubtful, person, person];
    const agreed = agreeOnWords(text, logs(...rows), TAGS);
    expect([1, 2, 3, 6].map((word) => best(agreed, word))).toEqual(["B-place", "B-place", "B-place", "B-place"]);
  });

  it("leaves a name out that is little likelier than none", () => {
    const even = [0.3, 0.5, 0.05, 0.1, 0.05];
    expect(best(agreeOnWords([sentence("Hollin")], logs(even), TAGS), 0)).toBe("O");
    expect(agreeOnWords([], new Float32Array(0), TAGS)).toHaveLength(0);
  });
});

import { describe, expect, it } from "vitest";
import { cutWindows } from "./windows.ts";

const vocabulary = { cls: 1, sep: 2, pieces: (word: string) => Array.from(word, () => 9) };
const sentence = (words: number, paragraph: number, length = 1) => ({
  words: Array.from({ length: words }, () => "x".repeat(length)),
  paragraph,
});

describe("cutWindows(sentences, vocabulary, limit)", () => {
  it("reads a short report at once, with a mark between paragraphs", () => {
    const [window, ...more] = cutWindows([sentence(2, 0), sentence(1, 1)], vocabulary, 20);
    expect(more).toEqual([]);
    expect(window).toMatchObject({ pieces: [1, 9, 9, 2, 9, 2], first: [1, 2, 4], sentenceOf: [0, 0, 1], firstWord: 0 });
  });

  it("ends a window with a paragraph where that leaves it half full", () => {
    const windows = cutWindows([sentence(6, 0), sentence(6, 0), sentence(3, 1), sentence(6, 1)], vocabulary, 20);
    expect(windows.map(({ first }) => first.length)).toEqual([12, 9]);
  });

  it("reads every word once, in order, whatever the sentences", () => {
    for (const shape of [[], [500], [0, 3, 0], [30, 1, 30, 1], Array.from({ length: 200 }, () => 7)]) {
      const windows = cutWindows(
        shape.map((words, i) => sentence(words, i >> 1, 1 + (i % 5))),
        vocabulary,
        32,
      );
      let next = 0;
      for (const { first, firstWord, pieces, cases, sentenceOf } of windows) {
        expect(firstWord).toBe(next);
        expect(cases).toHaveLength(pieces.length);
        expect(sentenceOf).toHaveLength(first.length);
        expect(pieces.length).toBeLessThanOrEqual(2 * 32);
        next += first.length;
      }
      expect(next).toBe(shape.reduce((sum, words) => sum + words, 0));
    }
  });
});

import { describe, expect, it } from "vitest";
import { caseOf, createVocabulary } from "./word-pieces.ts";

const PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##afford", "##able", "cafe", "road", "##s", "’", "-", "a"];
const vocabulary = createVocabulary(`${PIECES.join("\n")}\n`);
const spell = (word: string) => vocabulary.pieces(word).map((id) => PIECES[id]);

describe("createVocabulary(source)", () => {
  it("takes the longest pieces first", () => {
    expect(spell("unaffordable")).toEqual(["un", "##afford", "##able"]);
    expect(spell("roads")).toEqual(["road", "##s"]);
  });

  it("forgets capitals and accents", () => {
    expect(spell("CAFÉ")).toEqual(["cafe"]);
  });

  it("gives each mark its own piece", () => {
    expect(spell("a-road’s")).toEqual(["a", "-", "road", "’", "[UNK]"]);
  });

  it("gives a word that it cannot spell, or that has no letters, one unknown piece", () => {
    for (const odd of ["zzz", "", "\u0301", "\u200b", "\ud800", "x".repeat(200)]) expect(spell(odd)).toEqual(["[UNK]"]);
  });

  it("refuses a list without its marks", () => {
    expect(() => createVocabulary("a\nb\n")).toThrow(RangeError);
  });
});

describe("caseOf(word)", () => {
  it.each([
    ["road", 0],
    ["Road", 1],
    ["A", 1],
    ["NATO", 2],
    ["McRae", 3],
    ["iPhone", 3],
    ["G20", 4],
    ["—", 5],
    ["道", 5],
  ])("reads %s as %i", (word, expected) => {
    expect(caseOf(word)).toBe(expected);
  });
});

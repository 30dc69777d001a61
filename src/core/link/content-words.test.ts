import { describe, expect, it } from "vitest";
import { contentWordsOf, findContentWords, normaliseName } from "./content-words.ts";

describe("contentWordsOf(text)", () => {
  it("compares words without inflection, accents and function words", () => {
    expect(contentWordsOf("The council’s cafés were banning protests")).toEqual(
      contentWordsOf("council cafe banned protest"),
    );
  });

  it("reads 1,000 and 1000 as one", () => {
    expect(contentWordsOf("1,000")).toEqual(contentWordsOf("1000"));
  });

  it("survives odd characters", () => {
    expect(contentWordsOf("\u0000 \ud800 😀 — ’’’ ...")).toEqual([]);
  });
});

describe("findContentWords(text)", () => {
  it("marks names and numbers", () => {
    expect(findContentWords("Open Lathe blocked 12 lorries").map(({ marked }) => marked)).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe("normaliseName(name)", () => {
  it("drops article, possessive and accents", () => {
    expect(normaliseName("The Élysée’s Guard")).toBe("elysee guard");
  });
});

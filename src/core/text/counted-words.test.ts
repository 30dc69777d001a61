import { describe, expect, it } from "vitest";
import { countedWords, isCountedGroup } from "./counted-words.ts";

describe("countedWords(counts, words)", () => {
  it.each([
    ["crowd", "more than 2,000 people", "crowd"],
    ["money", "less than £90,000", "amount"],
    ["other", "Four streets", "streets"],
    ["other", "between 40 and 60 boats", "boats"],
    ["other", "three", "figure"],
    ["other", "twenty-one of the 30 signs", "signs"],
    ["people", "two Costa Rican pilots", "Costa Rican pilots"],
    ["people", "hundreds", "people"],
    ["other", "several hundred metres of sea wall", "metres of sea wall"],
  ])("names %s of “%s” by %s", (counts, words, name) => {
    expect(countedWords(counts, words)).toBe(name);
  });
});

describe("isCountedGroup(name)", () => {
  it.each(["fourteen people", "19 people", "more than ten people", "hundreds of people", "all 12 people", "both men"])(
    "takes “%s” for one",
    (name) => expect(isCountedGroup(name)).toBe(true),
  );

  it.each(["teachers", "Open Lathe", "Tena Holm", "a High Court judge", "First Group", "somebody", "The Ten Club"])(
    "leaves “%s”",
    (name) => expect(isCountedGroup(name)).toBe(false),
  );
});

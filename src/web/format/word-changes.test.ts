import { describe, expect, it } from "vitest";
import { isSameWording, markChanges } from "./word-changes.ts";

const shown = (text: string, other: string) =>
  markChanges(text, other)
    .map(({ words, shared }) => (shared ? words : `[${words}]`))
    .join(" ");

describe("markChanges(text, other)", () => {
  it.each([
    ["“We will not be moved,”", "We will not be moved", "“We will not be moved,”"],
    ["We will be moved soon", "We will not be moved", "We will be moved [soon]"],
    ["the sea was here", "", "[the sea was here]"],
    ["", "the sea", ""],
    ["a b a c", "a c", "a [b a] c"],
    ["damage of £310,000", "damage of £400,000", "damage of [£310,000]"],
  ])("marks what %j has and %j has not", (text, other, expected) => {
    expect(shown(text, other)).toBe(expected);
  });

  it("leaves texts of hundreds of words unmarked", () => {
    expect(markChanges("a ".repeat(301), "b")).toEqual([{ words: "a ".repeat(301), shared: true }]);
  });
});

describe("isSameWording(text, other)", () => {
  it("does not mind case and marks around words", () => {
    expect(isSameWording("“We sat,” she said", "we sat she said.")).toBe(true);
    expect(isSameWording("we sat", "we stood")).toBe(false);
  });
});

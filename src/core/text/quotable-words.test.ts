import { describe, expect, it } from "vitest";
import { quotableWords } from "./quotable-words.ts";

const TEXT = "“We wait.\n“We hope,” she said. “It will end.”";
const evidence = (...spans: readonly (readonly [number, number])[]) => ({
  exact: spans.map(([start, end]) => TEXT.slice(start, end)).join(" … "),
  spans: spans.map(([start, end]) => ({ start, end })),
});

describe("quotableWords(evidence)", () => {
  it("marks as left out only what is", () => {
    expect(quotableWords(evidence([0, 9], [10, 20]))).toBe("“We wait. “We hope,”");
    expect(quotableWords(evidence([10, 20], [31, 45]))).toBe("“We hope,” … “It will end.”");
    expect(quotableWords(evidence([0, 9], [10, 20], [31, 45]))).toBe("“We wait. “We hope,” … “It will end.”");
    expect(quotableWords(evidence([0, 9]))).toBe("“We wait.");
  });

  it("leaves words alone that are joined otherwise", () => {
    expect(quotableWords({ exact: "We wait", spans: [{ start: 0, end: 3 }] })).toBe("We wait");
  });
});

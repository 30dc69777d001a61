import { describe, expect, it } from "vitest";
import { describeFigure } from "./figure-words.ts";

describe("describeFigure(figure)", () => {
  it.each([
    [{ min: 200, max: null, quantity: "vague", unit: "person", words: "Hundreds of people" }, "200 or more"],
    [{ min: 1001, max: null, quantity: "min", unit: "person", words: "over a thousand people" }, "more than 1,000"],
    [{ min: null, max: 1500, quantity: "max", unit: "GBP", words: "no more than £1,500" }, "up to £1,500"],
    [{ min: 350, max: 400, quantity: "range", unit: null, words: "between 350 and 400 boats" }, "350 to 400"],
    [{ min: 6, max: 6, quantity: "exact", unit: "person", words: "six people" }, "6"],
    [{ min: 12.5, max: 12.5, quantity: "exact", unit: "percent", words: "12.5 per cent" }, "12.5%"],
    [{ min: 2, max: 2, quantity: "exact", unit: "year", words: "two years" }, "2 years"],
    [{ min: 400000, max: 400000, quantity: "exact", unit: "GBP", words: "£400,000" }, null],
    [{ min: null, max: 14, quantity: "max", unit: "person", words: "up to 14 people" }, null],
    [{ min: null, max: null, quantity: "vague", unit: null, words: "a figure" }, "no number"],
  ] as const)("says %j as %s", (figure, words) => {
    expect(describeFigure(figure)).toBe(words);
  });
});

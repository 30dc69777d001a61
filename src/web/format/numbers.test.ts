import { describe, expect, it } from "vitest";
import { formatAmount, formatNumber } from "./numbers.ts";

describe("formatNumber(value)", () => {
  it.each([
    [0, "0"],
    [1200, "1,200"],
    [0.5, "0.5"],
    [1_900_000_000, "1.9bn"],
    [2_400_000, "2.4m"],
    [-3_000_000, "-3m"],
    [1_234_567, "1,234,567"],
    [1e21, "1,000,000,000tn"],
  ])("writes %d as %s, without loss", (value, words) => {
    expect(formatNumber(value)).toBe(words);
  });
});

describe("formatAmount(figure, unit)", () => {
  it.each([
    [{ min: 200, max: null, quantity: "vague" }, "person", "200 or more"],
    [{ min: null, max: 1500, quantity: "max" }, "GBP", "up to £1,500"],
    [{ min: 350, max: 400, quantity: "range" }, null, "350 to 400"],
    [{ min: 60, max: 60, quantity: "about" }, null, "about 60"],
    [{ min: 500, max: 500, quantity: "exact" }, "metre", "500 metres"],
    [{ min: 20, max: 20, quantity: "exact" }, "square mile", "20 square miles"],
    [{ min: 1, max: null, quantity: "min" }, "day", "1 day or more"],
    [{ min: 75, max: 75, quantity: "exact" }, "mile per hour", "75 miles per hour"],
    [{ min: 25, max: 25, quantity: "about" }, "foot", "about 25 feet"],
    [{ min: 6.3, max: 6.3, quantity: "exact" }, "magnitude", "magnitude 6.3"],
    [{ min: 50, max: 50, quantity: "exact" }, "GBP-penny", "50 pence"],
    [{ min: 12.5, max: 12.5, quantity: "exact" }, "percent", "12.5%"],
    [{ min: null, max: null, quantity: "vague" }, null, null],
  ] as const)("says %j in %s as %s", (figure, unit, words) => {
    expect(formatAmount({ ...figure, words: null }, unit)).toBe(words);
  });

  it("gives the number that was given, and not the one it begins at", () => {
    const over = { min: 52_001, max: null, quantity: "min", words: "more than 52,000 people" } as const;
    expect(formatAmount(over, "person")).toBe("more than 52,000");
    const under = { min: null, max: 9, quantity: "max", words: "fewer than 10 ships" } as const;
    expect(formatAmount(under, null)).toBe("fewer than 10");
    const less = { min: null, max: 90_000, quantity: "max", words: "less than £90,000" } as const;
    expect(formatAmount(less, "GBP")).toBe("less than £90,000");
  });
});

import { describe, expect, it } from "vitest";
import { strictBound } from "./strict-bound.ts";

describe("strictBound(figure)", () => {
  it.each([
    ["more than 1,000 people", 1001, null, "person", { kind: "over", than: 1000 }],
    ["over two dozen homes", 25, null, null, { kind: "over", than: 24 }],
    ["more than three years", 4, null, "year", { kind: "over", than: 3 }],
    ["over £3m", 3_000_000, null, "GBP", { kind: "over", than: 3_000_000 }],
    ["more than five miles", 5, null, "mile", { kind: "over", than: 5 }],
    ["fewer than 200 seats", null, 199, null, { kind: "under", than: 200 }],
  ])("gives the number that is left out of %j", (words, min, max, unit, expected) => {
    expect(strictBound({ words, min, max, unit })).toEqual(expected);
  });

  it.each([
    ["at least eight people", 8, null, "person"],
    ["eight or more people", 8, null, "person"],
    ["no more than 14 people", null, 14, "person"],
    ["no fewer than 14 people", 14, null, "person"],
    ["hundreds of people", 200, null, "person"],
    ["about 50 people", 50, 50, "person"],
  ])("gives nothing for %j", (words, min, max, unit) => {
    expect(strictBound({ words, min, max, unit })).toBeNull();
  });
});

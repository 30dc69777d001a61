import { describe, expect, it } from "vitest";
import { formatEventTime, formatPrinted, formatRange, formatShortRange, formatStretch, formatTimex } from "./dates.ts";

describe("formatTimex(value)", () => {
  it.each([
    ["2032-04-11", "Sunday 11 April 2032"],
    ["2032-04-11TMO", "Sunday 11 April 2032, morning"],
    ["2032-04-11T21:30", "Sunday 11 April 2032, 21:30"],
    ["2032-04", "April 2032"],
    ["2032-W15", "week of 5 Apr 2032"],
    ["2026-W53", "week of 28 Dec 2026"],
    ["2025-W01", "week of 30 Dec 2024"],
    ["2032-W15-WE", "weekend of 10 Apr 2032"],
    ["2032-SU", "summer 2032"],
    ["2025-Q3", "Q3 2025"],
    ["199", "1990s"],
    ["P3D", "3 days"],
    ["P1Y", "1 year"],
    ["PT2H", "2 hours"],
    ["2032", "2032"],
    ["XXXX-WXX-6", "a Saturday, not known which"],
    ["2032-13-45", "2032-13-45"],
  ])("says %s as %s", (value, words) => {
    expect(formatTimex(value)).toBe(words);
  });
});

describe("formatPrinted(iso)", () => {
  it("keeps the time of day as printed, whatever the reader's time zone", () => {
    expect(formatPrinted("2032-04-09T23:50:00+11:00")).toBe("9 Apr 2032, 23:50");
  });

  it("takes midnight to the second for a date without a time", () => {
    expect(formatPrinted("2032-04-09T00:00:00Z")).toBe("9 Apr 2032");
    expect(formatPrinted("2032-04-09T00:00")).toBe("9 Apr 2032");
    expect(formatPrinted("2032-04-09T00:00:30Z")).toBe("9 Apr 2032, 00:00");
    expect(formatPrinted("2032-04-09T00:05:00Z")).toBe("9 Apr 2032, 00:05");
  });
});

describe("formatRange(first, last)", () => {
  it.each([
    ["2032-04-11", "2032-04-13", "11–13 April 2032"],
    ["2032-04-29", "2032-05-02", "29 April – 2 May 2032"],
    ["2031-12-30", "2032-01-02", "30 December 2031 – 2 January 2032"],
    ["2032-04-11", "2032-04-11", "11 Apr 2032"],
  ])("says %s to %s as %s", (first, last, words) => {
    expect(formatRange(first, last)).toBe(words);
  });
});

describe("formatShortRange(first, last)", () => {
  it.each([
    ["2032-04-04", "2032-04-06", "4–6 Apr 2032"],
    ["2032-04-29", "2032-05-02", "29 Apr – 2 May 2032"],
    ["2031-12-30", "2032-09-02", "30 Dec 2031 – 2 Sep 2032"],
    ["2032-04-11", "2032-04-11", "11 Apr 2032"],
  ])("says %s to %s as %s", (first, last, words) => {
    expect(formatShortRange(first, last)).toBe(words);
  });
});

describe("formatStretch(first, last)", () => {
  it("names the month only when the dates lie within one", () => {
    expect(formatStretch("2032-04-01", "2032-04-30")).toBe("April 2032");
    expect(formatStretch("2032-01-01", "2032-12-31")).toBe("2032");
    expect(formatStretch("1990-01-01", "1999-12-31")).toBe("1990–1999");
  });
});

describe("formatEventTime(when)", () => {
  it("says what bounds a time, and a stretch by its ends", () => {
    const day = { first: "2032-04-02", last: "2032-04-02", value: "2032-04-02" };
    expect(formatEventTime({ ...day, bound: "before" })).toBe("before Friday 2 April 2032");
    expect(formatEventTime({ ...day, bound: null })).toBe("Friday 2 April 2032");
    const stretch = { first: "2032-04-02", last: "2032-04-05", value: "2032-04-02/2032-04-05", bound: null };
    expect(formatEventTime(stretch)).toBe("2–5 April 2032");
  });
});

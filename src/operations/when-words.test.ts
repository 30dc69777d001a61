import { describe, expect, it } from "vitest";
import { describeEventTime, describePrinted, describeWhen } from "./when-words.ts";

describe("describeWhen(value)", () => {
  it.each([
    ["2031-10-04", "Sat 4 Oct 2031"],
    ["2031-10-04TNI", "Sat 4 Oct 2031, night"],
    ["2031-10-04T14:30", "Sat 4 Oct 2031"],
    ["2031-07", "Jul 2031"],
    ["2031-W01", "week of 30 Dec 2030"],
    ["2031-W40-WE", "weekend of 4 Oct 2031"],
    ["2031-SU", "summer 2031"],
    ["P30Y", "30 years"],
    ["PT1M", "1 minute"],
    ["PXY", "some years"],
    ["PRESENT_REF", "now, no day given"],
    ["2031", "2031"],
    ["XXXX-WXX-6", "a Saturday, not known which"],
    ["XXXX-04", "April, year not known"],
    ["XXXX-04-09", "9 April, year not known"],
    ["XXXX-WXX", "XXXX-WXX"],
  ])("says %s as %s", (value, words) => {
    expect(describeWhen(value)).toBe(words);
  });
});

describe("describePrinted(value)", () => {
  it("keeps the clock time as printed, and no midnight to the second", () => {
    expect(describePrinted("2031-10-04T14:30:10+02:00")).toBe("Sat 4 Oct 2031, 14:30");
    expect(describePrinted("2031-10-04T00:00:00Z")).toBe("Sat 4 Oct 2031");
    expect(describePrinted("2031-10-04")).toBe("Sat 4 Oct 2031");
  });
});

describe("describeEventTime(when)", () => {
  it.each([
    ["2031-05-02", "2031-05-02", "2031-05-02", "before", "before Fri 2 May 2031"],
    ["2031-03-01", "2031-03-31", "2031-03", "since", "since Mar 2031"],
    ["2031-05-02", "2031-05-02", "2031-05-02T14:00", "about", "Fri 2 May 2031"],
    ["2031-05-02", "2031-05-05", "2031-05-02/2031-05-05", null, "2–5 May 2031"],
  ] as const)("says %s to %s, %s, %s", (first, last, value, bound, words) => {
    expect(describeEventTime({ first, last, value, bound })).toBe(words);
  });
});

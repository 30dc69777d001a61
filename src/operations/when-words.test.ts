import { describe, expect, it } from "vitest";
import { describePrinted, describeWhen } from "./when-words.ts";

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
    ["XXXX-WXX-6", "XXXX-WXX-6"],
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

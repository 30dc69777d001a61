import { describe, expect, it } from "vitest";
import { checkIsoDate } from "./iso-date.ts";

describe("checkIsoDate(given)", () => {
  it.each([
    "2031-03-04",
    "2031-03",
    "2031",
    "2028-02-29",
    "2031-03-04T09:30",
    "2031-03-04T09:30:15Z",
    "2031-03-04T09:30:15.123+01:00",
    "2031-03-04 09:30",
    "9999-12-31",
    " 2031-03-04 ",
  ])("keeps %j", (given) => {
    expect(checkIsoDate(given)).toBe(given.trim());
  });

  it.each([
    "",
    "yesterday",
    "04/03/2031",
    "2031-3-4",
    "2031-02-29",
    "2031-13-01",
    "2031-00-10",
    "2031-04-31",
    "2031-03-04T25:00",
    "2031-03-04T09:61",
    "2031-03-04x",
    "20310304",
  ])("refuses %j", (given) => {
    expect(() => checkIsoDate(given)).toThrow("is not a date");
  });
});

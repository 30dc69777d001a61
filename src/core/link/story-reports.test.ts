import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordOfText } from "../../../test/records.ts";
import { orderReports } from "./story-reports.ts";

const report = (id: string, publishedAt: string | null, more: { url?: string; modifiedAt?: string } = {}) =>
  recordOfText(`Report ${id}.`, { id, publishedAt, url: more.url ?? null, modifiedAt: more.modifiedAt ?? null });

describe("orderReports(records)", () => {
  it("compares two outlets’ clocks by the instant, not by what they print", () => {
    const sources = orderReports([
      report("r-1", "2031-05-09T23:30:00-05:00"),
      report("r-2", "2031-05-10T01:00:00+02:00"),
      report("r-3", "2031-05-10T04:00:00Z"),
    ]);
    expect(sources.map(({ id, day }) => `${id} ${day}`)).toEqual([
      "r-2 2031-05-10",
      "r-3 2031-05-10",
      "r-1 2031-05-09",
    ]);
  });

  it("takes a version dated before the one it revises for the first", () => {
    const url = "https://courant.example/march";
    const sources = orderReports([
      report("r-1", "2031-05-10T12:00:00Z", { url }),
      report("r-2", "2031-05-10T12:00:00Z", { url, modifiedAt: "2031-05-09T08:00:00Z" }),
    ]);
    expect(sources.map(({ id, revision }) => `${id} ${revision}`)).toEqual(["r-2 1", "r-1 2"]);
  });

  it("puts undated reports last and late ones in their place, whatever the order", () => {
    const records = [
      report("r-1", "2031-05-09"),
      report("r-2", null),
      report("r-3", "2031-05-09T00:00:00+01:00"),
      report("r-4", "not a date"),
      report("r-5", "2031-04-30T12:00:00Z"),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(orderReports(shuffled).map(({ id }) => id)).toEqual(["r-5", "r-3", "r-1", "r-2", "r-4"]);
      }),
    );
  });
});

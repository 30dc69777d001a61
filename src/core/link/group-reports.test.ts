import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordOfText } from "../../../test/records.ts";
import { groupReports, storyIdOf } from "./group-reports.ts";
import { placeReport } from "./place-report.ts";
import { mergeSignatures, type StorySignature, signatureOf } from "./signature.ts";

const TEXTS: readonly (readonly [string, string | null, string])[] = [
  [
    "r-1",
    "2031-05-09",
    "Campaigners against the Lathe barrage sat down on Fish Quay and stopped the lorries of Tidegate Power.",
  ],
  ["r-2", "2031-05-10", "Drivers at Wolebus voted to strike after talks over pay at the Eastgate depot broke down."],
  [
    "r-3",
    "2031-05-12",
    "Police arrested three campaigners on Fish Quay as lorries of Tidegate Power reached the Lathe barrage.",
  ],
  ["r-4", "2031-05-14", "The Wolebus strike shut the Eastgate depot as drivers stayed at home over pay."],
  [
    "r-5",
    null,
    "Tidegate Power says the sit-in on Fish Quay will not stop the Lathe barrage, whatever campaigners do to its lorries.",
  ],
];
const SIGNATURES = TEXTS.map(([id, publishedAt, text]) => signatureOf(recordOfText(text, { id, publishedAt })));

describe("groupReports(signatures)", () => {
  it("parts two stories and places an undated report", () => {
    expect([...groupReports(SIGNATURES)]).toEqual([
      ["r-1", "st-1"],
      ["r-2", "st-2"],
      ["r-3", "st-1"],
      ["r-4", "st-2"],
      ["r-5", "st-1"],
    ]);
  });

  it("does not depend on the order of the input", () => {
    const expected = [...groupReports(SIGNATURES)];
    fc.assert(
      fc.property(fc.shuffledSubarray(SIGNATURES, { minLength: SIGNATURES.length }), (shuffled) => {
        expect([...groupReports(shuffled)]).toEqual(expected);
      }),
    );
  });

  it("agrees with placing reports one by one as they come", () => {
    const stories = new Map<string, StorySignature>();
    const counts = new Map<string, number>();
    const placed = SIGNATURES.map((report, reports) => {
      const { story } = placeReport(report, [...stories.values()], { reports, counts });
      const id = story ?? storyIdOf(report.id);
      const before = stories.get(id);
      stories.set(id, before ? mergeSignatures(before, report) : { ...report, id });
      for (const [term] of report.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      return [report.id, id];
    });
    expect(placed).toEqual([...groupReports(SIGNATURES)]);
  });
});

describe("placeReport(report, candidates)", () => {
  it("says what the report shares with its story", () => {
    const [first, , third] = SIGNATURES;
    const { story, reasons } = placeReport(third!, [{ ...first!, id: "st-1" }]);
    expect(story).toBe("st-1");
    expect(reasons[0]).toContain("tidegat");
  });

  it("founds a story where nothing is alike", () => {
    expect(placeReport(SIGNATURES[1]!, [{ ...SIGNATURES[0]!, id: "st-1" }]).story).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { readPlainText } from "../read/plain-text.ts";
import { segmentReport } from "../segment/segment-report.ts";
import { findPhrasalNames } from "./phrasal-names.ts";

function namesIn(text: string): string[] {
  const segmented = segmentReport(readPlainText(text, {}));
  return findPhrasalNames(segmented).map(({ firstToken, endToken }) =>
    segmented.report.text.slice(segmented.tokens[firstToken]!.start, segmented.tokens[endToken - 1]!.end),
  );
}

describe("findPhrasalNames(segmented)", () => {
  it("takes the words whose initials stand in brackets, everywhere in the report", () => {
    expect(namesIn("The group Keep the Steps (KTS) met on Monday. Keep the Steps called it a start.")).toEqual([
      "Keep the Steps",
      "Keep the Steps",
    ]);
  });

  it("takes capitals around a small word that come back in the midst of a sentence", () => {
    expect(namesIn("A march by Defend Our Rivers ended early. Defend Our Rivers said it was tired.")).toEqual([
      "Defend Our Rivers",
      "Defend Our Rivers",
    ]);
  });

  it("takes them at the start of a sentence when a finite verb follows", () => {
    expect(namesIn("Keep the Steps said 2,000 people came. Mind the Gap and go.")).toEqual(["Keep the Steps"]);
  });

  it("leaves the word that describes the body out", () => {
    expect(namesIn("Organisers Keep the Steps said no. Keep the Steps said so twice.")).toEqual([
      "Keep the Steps",
      "Keep the Steps",
    ]);
  });

  it("leaves single occurrences, lone capitals and dates alone", () => {
    expect(namesIn("On Monday the Council met. Ann Ray the Younger spoke. Visit the Tower today.")).toEqual([]);
  });

  it("does not read an acronym that is not the initials", () => {
    expect(namesIn("The harbour (RIVER) was shut. Save the Quay (STQX) was there.")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { recordOfText } from "../../../test/records.ts";
import { proposeRegrouping, regroup } from "./propose-regrouping.ts";
import { signatureOf } from "./signature.ts";

const TEXTS: readonly (readonly [string, string, string])[] = [
  [
    "r-1",
    "2031-05-09",
    "Campaigners against the Lathe barrage sat down on Fish Quay and stopped the lorries of Tidegate Power.",
  ],
  [
    "r-2",
    "2031-05-10",
    "Police arrested three campaigners on Fish Quay as lorries of Tidegate Power reached the Lathe barrage.",
  ],
  ["r-3", "2031-05-11", "Drivers at Wolebus voted to strike after talks over pay at the Eastgate depot broke down."],
];
const reports = TEXTS.map(([id, publishedAt, text]) => signatureOf(recordOfText(text, { id, publishedAt })));

describe("proposeRegrouping(reports, placed)", () => {
  it("proposes nothing where all stands as it should", () => {
    expect(proposeRegrouping(reports, regroup(reports))).toEqual([]);
  });

  it("proposes to merge what a late report shows to be one story, and says why", () => {
    const placed = new Map([
      ["r-1", "st-1"],
      ["r-2", "st-2"],
      ["r-3", "st-3"],
    ]);
    const [proposal, ...others] = proposeRegrouping(reports, placed);
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({ kind: "merge", stories: ["st-1", "st-2"] });
    expect(proposal?.reasons[0]).toContain("barrag");
  });

  it("proposes to split what only chance put together", () => {
    const placed = new Map(reports.map(({ id }) => [id, "st-1"]));
    expect(proposeRegrouping(reports, placed)).toMatchObject([
      { kind: "split", story: "st-1", parts: [["r-1", "r-2"], ["r-3"]] },
    ]);
  });

  it("gives no likeness that speaks against a split as its reason", () => {
    const placed = new Map(reports.map(({ id }) => [id, "st-1"]));
    const [proposal] = proposeRegrouping(reports, placed);
    expect(proposal?.reasons[0]).toContain("they fall apart");
    expect(proposal?.reasons.join("; ")).not.toContain("needed for one story");
  });

  it("does not depend on the order of the reports", () => {
    const placed = new Map(reports.map(({ id }) => [id, "st-1"]));
    expect(proposeRegrouping([...reports].reverse(), placed)).toEqual(proposeRegrouping(reports, placed));
  });
});

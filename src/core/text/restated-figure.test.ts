import { describe, expect, it } from "vitest";
import { foldRestated, type GivenValue } from "./restated-figure.ts";

const value = (report: string, giver: string | null, amount: number, prefix = "put it at "): GivenValue => ({
  report,
  giver,
  min: amount,
  max: amount,
  evidence: { prefix },
});
const givers = (values: readonly GivenValue[]) => foldRestated(values).map(({ giver }) => giver);

describe("foldRestated(values)", () => {
  const board = value("r-1", "board", 400_000);

  it("gives a figure that is looked back to its giver, where it now stands", () => {
    const back = value("r-2", null, 400_000, "repairs at £310,000, down from the ");
    expect(foldRestated([board, value("r-2", "board", 310_000), back])[2]).toMatchObject({
      giver: "board",
      report: "r-2",
      evidence: back.evidence,
    });
  });

  it("leaves what a report gives itself, what nobody gave before, and what two gave", () => {
    expect(givers([board, value("r-2", null, 400_000, "the damage came to ")])).toEqual(["board", null]);
    expect(givers([board, value("r-2", null, 390_000, "down from the ")])).toEqual(["board", null]);
    const firm = value("r-1", "firm", 400_000);
    expect(givers([board, firm, value("r-2", null, 400_000, "down from ")])).toEqual(["board", "firm", null]);
  });
});

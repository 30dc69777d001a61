import { describe, expect, it } from "vitest";
import { recordOfText, spanOf } from "../../../test/records.ts";
import { evidenceOf } from "./evidence.ts";

const text = "Before it, the council refused to publish the study, and that was that.";
const record = recordOfText(text, { id: "r-1" });

describe("evidenceOf(record, row, spans)", () => {
  it("keeps the words and what stands around them", () => {
    const evidence = evidenceOf(record, "s1", [spanOf(text, "the study"), spanOf(text, "refused")]);
    expect(evidence).toMatchObject({
      report: "r-1",
      row: "s1",
      exact: "refused … the study",
      suffix: ", and that was that.",
    });
    expect(evidence.prefix).toBe("Before it, the council ");
  });

  it("throws without a span, and for one outside the text", () => {
    expect(() => evidenceOf(record, "s1", [])).toThrow(RangeError);
    expect(() => evidenceOf(record, "s1", [{ start: 5, end: 500 }])).toThrow(RangeError);
  });

  it("does not part a surrogate pair", () => {
    const emoji = `${"😀".repeat(40)}word${"😀".repeat(40)}`;
    const { prefix, suffix } = evidenceOf(recordOfText(emoji, { id: "r-2" }), null, [spanOf(emoji, "word")]);
    expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { actUnlessDenied } from "./acts.ts";

const annotator = loadAnnotator();

describe("actUnlessDenied(annotated, act, draft)", () => {
  it.each([
    ["The board has not agreed to the sale.", "has", "agreed", "agreement", "refusal"],
    ["Ann Ray did not intend to resign.", "did", "intend", "agreement", "refusal"],
    ["Ann Ray never wanted to leave the port.", "never", "wanted", "agreement", "belief"],
    ["Ann Ray did not admit the theft.", "did", "admit", "admission", "denial"],
    ["The board has agreed to the sale.", "has", "agreed", "agreement", "agreement"],
    ["Campaigners have defied a ban.", "have", "defied", "ruling", "refusal"],
    ["Ann Ray did not say where she was.", "did", "say", "no-comment", "no-comment"],
  ] as const)("%s", async (text, first, last, act, expected) => {
    const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
    const tokenOf = (word: string) => annotated.tokens.findIndex((token) => token.text === word);
    const predicate = tokenOf(last);
    expect(actUnlessDenied(annotated, act, { cue: [tokenOf(first), predicate], predicate })).toBe(expected);
  });
});

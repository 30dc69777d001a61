import { describe, expect, it } from "vitest";
import { makeDraft } from "../../../../test/statement-drafts.ts";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { tidySources } from "./tidy-sources.ts";

const annotator = loadAnnotator();

/** The words of a source that runs from the start of the text to the word before its cue. */
async function tidy(text: string, cue: string): Promise<string> {
  const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
  const said = annotated.tokens.findIndex((token) => token.text === cue);
  const [first, last] = tidySources(annotated, [makeDraft(said, [0, said - 1])])[0]!.source!;
  return annotated.report.text.slice(annotated.tokens[first]!.start, annotated.tokens[last]!.end);
}

describe("tidySources(annotated, drafts)", () => {
  it.each([
    ["-- most of them said it was shut.", "said", "most of them"],
    ["“PELL: it was shut.", ":", "PELL"],
    ["Mr. Ray (a friend said it was shut.", "said", "Mr. Ray"],
  ])("leaves out marks of the text: %s", async (text, cue, expected) => {
    expect(await tidy(text, cue)).toBe(expected);
  });

  it.each([
    ["“Harbour Lights” star Ann Ray said it was shut.", "said", "“Harbour Lights” star Ann Ray"],
    ["Mr. Ray (Norwood) said it was shut.", "said", "Mr. Ray (Norwood)"],
  ])("keeps those that close: %s", async (text, cue, expected) => {
    expect(await tidy(text, cue)).toBe(expected);
  });
});

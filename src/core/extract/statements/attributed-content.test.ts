import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { textOf } from "../../text/span.ts";
import { withoutLeadIn } from "./attributed-content.ts";
import { mapQuotations } from "./quote-map.ts";

const annotator = loadAnnotator();

/** What stays of everything in the text but its source and cue as content. */
async function keep(text: string, source: string, cue: string): Promise<string[]> {
  const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
  const tokenOf = (word: string) => annotated.tokens.findIndex((token) => token.text === word);
  const [at, said] = [tokenOf(source), tokenOf(cue)];
  const content = [
    { start: 0, end: annotated.tokens[at - 1]!.start },
    { start: annotated.tokens[said + 2]!.start, end: text.length },
  ];
  const kept = withoutLeadIn(annotated, mapQuotations(annotated), content, [said, said], [at, at]);
  return kept.map((span) => textOf(annotated.report.text, span));
}

describe("withoutLeadIn(annotated, quotes, content, cue, source)", () => {
  it("leaves out what somebody did who then said a whole sentence", async () => {
    expect(await keep("Holding up the book, Ray said, “Who wrote this?”", "Ray", "said")).toEqual([
      "“Who wrote this?”",
    ]);
  });

  it("keeps the first half of what goes on after the cue", async () => {
    const halves = ["The pier is lost", "“and will not be built again.”"];
    expect(await keep("The pier is lost, Ray said, “and will not be built again.”", "Ray", "said")).toEqual(halves);
  });
});

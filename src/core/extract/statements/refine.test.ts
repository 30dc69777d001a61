import { describe, expect, it } from "vitest";
import { makeDraft } from "../../../../test/statement-drafts.ts";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { refineDrafts } from "./refine.ts";

const annotator = loadAnnotator();

describe("refineDrafts(annotated, drafts)", () => {
  it("keeps one draft of a cue, and none of its auxiliary alone", async () => {
    const annotated = await annotateReport(segmentReport(readPlainText("A poll has shown that Ray leads.")), annotator);
    const draftAt = (word: string) =>
      makeDraft(
        annotated.tokens.findIndex((token) => token.text === word),
        [0, 1],
      );
    const [has, shown] = [draftAt("has"), draftAt("shown")];
    expect(refineDrafts(annotated, [has, shown, draftAt("shown")])).toEqual([shown]);
    expect(refineDrafts(annotated, [has])).toEqual([has]);
  });
});

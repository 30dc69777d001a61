import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import type { StatementDraft } from "./draft.ts";
import { refineDrafts } from "./refine.ts";

const annotator = loadAnnotator();

describe("refineDrafts(annotated, drafts)", () => {
  it("keeps one draft of a cue, and none of its auxiliary alone", async () => {
    const annotated = await annotateReport(segmentReport(readPlainText("A poll has shown that Ray leads.")), annotator);
    const draftAt = (word: string): StatementDraft => {
      const at = annotated.tokens.findIndex((token) => token.text === word);
      return {
        predicate: at,
        cue: [at, at],
        source: [0, 1],
        sourceHead: 1,
        content: [],
        quotations: [],
        addresseeHead: null,
        act: "assertion",
        medium: null,
        alleged: false,
        confidence: 1,
        producedBy: "statements/clause",
      };
    };
    const [has, shown] = [draftAt("has"), draftAt("shown")];
    expect(refineDrafts(annotated, [has, shown, draftAt("shown")])).toEqual([shown]);
    expect(refineDrafts(annotated, [has])).toEqual([has]);
  });
});

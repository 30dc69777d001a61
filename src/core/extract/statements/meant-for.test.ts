import { expect, test } from "vitest";
import { loadReader } from "../../../models/reader/load-reader.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { textOf } from "../../text/span.ts";
import { extractStatements } from "./statements.ts";

const reader = loadReader();

async function cuesOf(text: string): Promise<string[]> {
  const annotated = await annotateReport(segmentReport(readPlainText(text, {})), reader);
  return extractStatements(annotated).statements.flatMap(({ cue }) =>
    cue ? [textOf(annotated.report.text, cue)] : [],
  );
}

test("takes what a thing is meant for for nobody's plan", async () => {
  const text =
    "Nor should apps be inflammatory or intended to cause physical harm, the company says. They must not hold content that is offensive, or intended to disgust.";
  expect(await cuesOf(text)).not.toContain("intended");
});

test("keeps what somebody intends", async () => {
  expect(await cuesOf("The mayor intended to close the wharf, and has intended to do so for years.")).toContain(
    "intended",
  );
});

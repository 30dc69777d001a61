import { createHash } from "node:crypto";
import { readConfig } from "../src/config.ts";
import { annotateReport } from "../src/core/annotate/annotate-report.ts";
import type { AnnotatedReport, Annotator } from "../src/core/annotate/layers.ts";
import type { Engine } from "../src/core/pipeline.ts";
import { readPlainText } from "../src/core/read/plain-text.ts";
import { segmentReport } from "../src/core/segment/segment-report.ts";
import { attributedBy } from "../src/models/attributed-by.ts";
import { loadAnnotator } from "../src/models/load.ts";
import { loadReader } from "../src/models/reader/load-reader.ts";

// ONRECORD_MODEL picks the engine here too; the pinned floors are those of the default.
const annotator = readConfig().model === "reader" ? attributedBy(loadAnnotator(), loadReader()) : loadAnnotator();

export const evalEngine: Engine = {
  annotator,
  name: "onrecord",
  version: "eval",
  model: annotator.name,
  sha256: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
};

/** A data set's plain text through read, segment and annotate. */
export function annotateText(
  text: string,
  publishedAt: string | null = null,
  by: Annotator = annotator,
): Promise<AnnotatedReport> {
  return annotateReport(segmentReport(readPlainText(text, publishedAt === null ? {} : { publishedAt })), by);
}

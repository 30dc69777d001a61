import { annotateReport } from "../src/core/annotate/annotate-report.ts";
import type { AnnotatedReport, Annotator } from "../src/core/annotate/layers.ts";
import type { Engine } from "../src/core/pipeline.ts";
import { readPlainText } from "../src/core/read/plain-text.ts";
import { segmentReport } from "../src/core/segment/segment-report.ts";
import { loadAnnotator } from "../src/models/load.ts";
import { loadEngine } from "../src/operations/engine.ts";

/** The engine that users get; `ONRECORD_MODEL` chooses another, for these scores too. */
export const evalEngine: Engine = { ...loadEngine(), version: "eval" };

/** Rules over the light model: for the invented stories, which the language model has learnt from. */
export const lightEngine: Engine = { ...evalEngine, annotator: loadAnnotator() };

/** A data set's plain text through read, segment and annotate. */
export function annotateText(
  text: string,
  publishedAt: string | null = null,
  by: Annotator = evalEngine.annotator,
): Promise<AnnotatedReport> {
  return annotateReport(segmentReport(readPlainText(text, publishedAt === null ? {} : { publishedAt })), by);
}

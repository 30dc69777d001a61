import { annotateReport } from "../../src/core/annotate/annotate-report.ts";
import type { Annotator } from "../../src/core/annotate/layers.ts";
import { extractEvents } from "../../src/core/extract/events/events.ts";
import { extractStatements } from "../../src/core/extract/statements/statements.ts";
import { extractTimes } from "../../src/core/extract/times/times.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import { segmentReport } from "../../src/core/segment/segment-report.ts";
import { bankReportFields, type Extracted } from "./bank-records.ts";
import type { BankReport, BankStory } from "./storybank.ts";

const held = new Map<string, Extracted>();

/** What gold lacks and linking needs: sentences, times, and who takes part in events, as extraction finds them. */
export async function extractRows(story: BankStory, by: Annotator): Promise<(report: BankReport) => Extracted> {
  for (const report of story.reports) await extractReportRows(report, story, by);
  return (report) => held.get(report.id)!;
}

async function extractReportRows(report: BankReport, story: BankStory, by: Annotator): Promise<void> {
  if (!held.has(report.id)) {
    const read = readPlainText(report.text, bankReportFields(report, story));
    const annotated = await annotateReport(segmentReport(read), by);
    const { statements } = extractStatements(annotated);
    const timeExpressions = extractTimes(annotated);
    const events = extractEvents(annotated, statements, timeExpressions);
    const sentences = annotated.sentences.map(({ start, end }) => ({ start, end }));
    held.set(report.id, { timeExpressions, events, sentences, furniture: read.furniture });
  }
}

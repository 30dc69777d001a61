import { annotateReport } from "../../src/core/annotate/annotate-report.ts";
import { extractEvents } from "../../src/core/extract/events/events.ts";
import { extractStatements } from "../../src/core/extract/statements/statements.ts";
import { extractTimes } from "../../src/core/extract/times/times.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import { segmentReport } from "../../src/core/segment/segment-report.ts";
import { evalEngine } from "../engine.ts";
import { bankReportFields, type Extracted } from "./bank-records.ts";
import type { BankReport, BankStory } from "./storybank.ts";

const held = new Map<string, Extracted>();

/** What gold lacks and linking needs: sentences, times, and who takes part in events, as extraction finds them. */
export function extractRows(report: BankReport, story: BankStory): Extracted {
  let rows = held.get(report.id);
  if (!rows) {
    const read = readPlainText(report.text, bankReportFields(report, story));
    const annotated = annotateReport(segmentReport(read), evalEngine.annotators);
    const { statements } = extractStatements(annotated);
    const timeExpressions = extractTimes(annotated);
    const events = extractEvents(annotated, statements, timeExpressions);
    const sentences = annotated.sentences.map(({ start, end }) => ({ start, end }));
    rows = { timeExpressions, events, sentences, furniture: read.furniture };
    held.set(report.id, rows);
  }
  return rows;
}

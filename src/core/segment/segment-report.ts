import type { Report } from "../read/report.ts";
import { diagnoseLanguage, isUnread } from "./language.ts";
import { segmentQuotations } from "./quotations.ts";
import type { SegmentedReport, Sentence, Token } from "./segmented-report.ts";
import { segmentSentences } from "./sentences.ts";
import { segmentTokens } from "./tokens.ts";

/**
 * Splits the paragraphs that are no furniture into sentences, tokens and quotations, each in text order. What was odd
 * about quotation marks is added to the diagnostics of `report`.
 */
export function segmentReport(report: Report): SegmentedReport {
  const furniture = new Set<number>();
  for (const one of report.furniture) if ("start" in one) furniture.add(one.start);
  const isBody = (start: number) => !furniture.has(start);
  const { text } = report;
  const found = segmentQuotations(
    text,
    report.paragraphs.filter((paragraph) => isBody(paragraph.start)),
  );
  const isMark = (at: number) => found.openings.has(at) || found.closings.has(at);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const [index, paragraph] of report.paragraphs.entries()) {
    if (!isBody(paragraph.start)) continue;
    const first = tokens.length;
    segmentTokens(text, paragraph, isMark, tokens);
    segmentSentences(text, tokens, first, tokens.length, index, found, sentences);
  }
  const diagnostics = [...report.diagnostics, ...found.diagnostics, ...diagnoseLanguage(tokens)];
  // Many pages in other languages are declared English by the software that made them.
  const language = isUnread(diagnostics) && /^en\b/iu.test(report.language ?? "") ? null : report.language;
  return { report: { ...report, language, diagnostics }, tokens, sentences, quotations: found.quotations };
}

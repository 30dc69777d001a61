import type { Report } from "../read/report.ts";
import { segmentQuotations } from "./quotations.ts";
import type { SegmentedReport, Sentence, Token } from "./segmented-report.ts";
import { segmentSentences } from "./sentences.ts";
import { segmentTokens } from "./tokens.ts";

/** Splits a report into sentences, tokens and quotations, each in text order. */
export function segmentReport(report: Report): SegmentedReport {
  const furniture = new Set(report.furniture.flatMap((one) => ("start" in one ? [one.start] : [])));
  const body = report.paragraphs.filter((paragraph) => !furniture.has(paragraph.start));
  const quotations = segmentQuotations(report.text, body);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  report.paragraphs.forEach((paragraph, index) => {
    if (furniture.has(paragraph.start)) return;
    const first = tokens.length;
    tokens.push(...segmentTokens(report.text, paragraph));
    const inside = quotations.filter((one) => one.start < paragraph.end && one.end > paragraph.start);
    sentences.push(...segmentSentences(tokens, first, tokens.length, index, inside));
  });
  return { report, tokens, sentences, quotations };
}

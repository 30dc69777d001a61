import { type Span, trimSpan } from "../text/span.ts";
import type { Report } from "./report.ts";

/** What the caller knows of a report besides its words. A field given is kept as given. */
export interface ReportFields {
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly headline?: string | null;
  readonly byline?: readonly string[];
  readonly publishedAt?: string | null;
  readonly modifiedAt?: string | null;
  readonly language?: string | null;
}

/** Reads a report out of plain text. `report.text` keeps every character of the input but line ends and blanks. */
export function readPlainText(text: string, given: ReportFields = {}): Report {
  const clean = text
    .replace(/\r\n?|[\u0085\u2028\u2029\f\v]/g, "\n")
    .replace(/[\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/g, " ")
    .replace(/ +(?=\n|$)/g, "")
    .trim();
  return {
    url: given.url ?? null,
    outlet: given.outlet ?? null,
    headline: given.headline ?? null,
    byline: given.byline ?? [],
    publishedAt: given.publishedAt ?? null,
    modifiedAt: given.modifiedAt ?? null,
    language: given.language ?? null,
    text: clean,
    paragraphs: lineSpans(clean),
    furniture: [],
    diagnostics: [],
  };
}

function lineSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (;;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) spans.push(span);
    if (newline < 0) return spans;
    start = newline + 1;
  }
}

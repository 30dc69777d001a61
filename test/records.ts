import type { Record } from "../src/core/record/record.ts";
import type { Span } from "../src/core/text/span.ts";

/** A Record with nothing but its report, sentences by full stop; rows are added by spreading. For tests and evals. */
export function recordOfText(text: string, report: Partial<Record["report"]> & { readonly id: string }): Record {
  return {
    engine: { name: "test", version: "0", model: "none" },
    report: {
      url: null,
      outlet: null,
      headline: null,
      byline: [],
      publishedAt: null,
      modifiedAt: null,
      language: "en",
      contentHash: report.id,
      text,
      paragraphs: splitSpans(text, /\n+/g),
      furniture: [],
      ...report,
    },
    sentences: splitSpans(text, /(?<=[.!?]["”’']?)\s+|\n+/g),
    timeExpressions: [],
    actors: [],
    statements: [],
    events: [],
    figures: [],
    requests: [],
    commentSought: [],
    quotedWords: [],
    diagnostics: [],
  };
}

/** The k-th place of the words in the text. @throws RangeError when they are not there. */
export function spanOf(text: string, words: string, occurrence = 1): Span {
  let start = -1;
  for (let seen = 0; seen < occurrence; seen++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new RangeError(`"${words}" #${occurrence} is not in the text`);
  return { start, end: start + words.length };
}

function splitSpans(text: string, gap: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(gap)) {
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

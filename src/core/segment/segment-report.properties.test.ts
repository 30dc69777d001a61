import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainText } from "../read/plain-text.ts";
import { segmentReport } from "./segment-report.ts";
import type { SegmentedReport } from "./segmented-report.ts";

/** Pieces that text and marks are made of, so that odd neighbours come up often. */
const PIECES = [
  ..."“”‘’\"'«»„`.,?!…:;()[]—–-•#@&/%$£€0159aAzZé\n\t \u00a0\u2028\u00ad\u200d\ufeff\0\ud800\udc00",
  "''",
  "``",
  "\n\n",
  "\r\n",
  "U.S. ",
  "Mr. ",
  "a.m. ",
  "No. 1",
  "don’t",
  "boys’ ",
  "’90s",
  "said",
  "The ",
  "Jane Roe ",
  "https://a.example/b.",
  "jo@a.example",
  "👨‍👩‍👧",
  "Read more: ",
  "Photograph: ",
  "By Jane Roe",
  "Published 3 May 2031",
];
const hostileText = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(""));
const anyText = fc.oneof(hostileText, fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "grapheme" }));

describe("segmentReport(report) on any text", () => {
  it("keeps every span inside the text and its words as printed", () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const segmented = segmentReport(readPlainText(input));
        const { text } = segmented.report;
        for (const span of allSpans(segmented)) {
          expect(Number.isInteger(span.start) && span.start >= 0 && span.end <= text.length).toBe(true);
          expect(span.end).toBeGreaterThan(span.start);
        }
        for (const token of segmented.tokens) expect(token.text).toBe(text.slice(token.start, token.end));
      }),
      { numRuns: 1500 },
    );
  });

  it("puts tokens in order, without overlap, and leaves out nothing but blanks", () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const { report, tokens } = segmentReport(readPlainText(input));
        const furniture = new Set(report.furniture.flatMap((one) => ("start" in one ? [one.start] : [])));
        let last = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          last = token.end;
        }
        const body = report.paragraphs.filter((paragraph) => !furniture.has(paragraph.start));
        const words = body.map((paragraph) => report.text.slice(paragraph.start, paragraph.end)).join("");
        expect(tokens.map((token) => token.text).join("")).toBe(words.replace(/[\s\u0085\u200b\ufeff]/g, ""));
      }),
      { numRuns: 1500 },
    );
  });

  it("puts each token in one sentence and each sentence in one paragraph", () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const { report, sentences, tokens } = segmentReport(readPlainText(input));
        let next = 0;
        for (const sentence of sentences) {
          expect(sentence.firstToken).toBe(next);
          expect(sentence.endToken).toBeGreaterThan(sentence.firstToken);
          next = sentence.endToken;
          expect(sentence.start).toBe(tokens[sentence.firstToken]?.start);
          expect(sentence.end).toBe(tokens[sentence.endToken - 1]?.end);
          const paragraph = report.paragraphs[sentence.paragraph];
          expect(paragraph !== undefined && sentence.start >= paragraph.start && sentence.end <= paragraph.end).toBe(
            true,
          );
        }
        expect(next).toBe(tokens.length);
      }),
      { numRuns: 1500 },
    );
  });

  it("gives a quotation one part a paragraph, in order, from its start to its end", () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const { report, quotations } = segmentReport(readPlainText(input));
        let last = -1;
        for (const one of quotations) {
          expect(one.start).toBeGreaterThanOrEqual(last);
          last = one.start;
          expect(one.parts[0]?.start).toBe(one.start);
          expect(one.parts.at(-1)?.end).toBe(one.end);
          const places = one.parts.map((part) =>
            report.paragraphs.findIndex((paragraph) => part.start >= paragraph.start && part.end <= paragraph.end),
          );
          expect(places).not.toContain(-1);
          expect(new Set(places).size).toBe(places.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("keeps every character of the input but line ends and blanks", () => {
    const squeeze = (text: string) => text.replace(/[\s\u0085\u200b\u2060\ufeff]/g, "");
    fc.assert(
      fc.property(anyText, (input) => squeeze(readPlainText(input).text) === squeeze(input)),
      { numRuns: 1500 },
    );
  });

  it("gives the same for the same text, and for the text that it gave", () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const once = segmentReport(readPlainText(input));
        expect(segmentReport(readPlainText(input))).toEqual(once);
        expect(readPlainText(once.report.text).text).toBe(once.report.text);
      }),
      { numRuns: 500 },
    );
  });
});

describe("segmentReport(report) on hostile text", () => {
  const n = 100_000;
  it.each([
    ["a quotation nested a thousand deep", `${"“a ‘b ".repeat(1000)}${"c’ d” ".repeat(1000)}`],
    ["marks that open and never close", "“".repeat(n)],
    ["straight marks alone", '"'.repeat(n)],
    ["apostrophes alone", "' ".repeat(n)],
    ["brackets that never close", "(".repeat(n)],
    ["paragraphs that each open a quotation", "“We came.\n\n".repeat(n / 10)],
    ["one word without end", "a".repeat(n)],
    ["letters and stops", "a.".repeat(n)],
    ["titles without names", "Mr. ".repeat(n)],
    ["blanks within a line", `a${" ".repeat(n)}b`],
    ["lines of one letter", "a\n".repeat(n)],
    ["cries in quotation marks", "“Go?” x ".repeat(n / 4)],
    ["clitics on clitics", "a's's".repeat(n / 4)],
    ["lone surrogates and NULs", "\ud800\0\udc00".repeat(n / 4)],
  ])("takes time in proportion to %s", (_what, text) => {
    const started = process.cpuUsage().user;
    const segmented = segmentReport(readPlainText(text));
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
    for (const span of allSpans(segmented)) {
      if (span.end > segmented.report.text.length || span.end <= span.start)
        throw new RangeError(`${span.start}–${span.end}`);
    }
  });
});

function allSpans(segmented: SegmentedReport) {
  const { report, tokens, sentences, quotations } = segmented;
  return [
    ...report.paragraphs,
    ...report.furniture.flatMap((one) => ("start" in one ? [one] : [])),
    ...report.diagnostics.flatMap((one) => (one.span === null ? [] : [one.span])),
    ...tokens,
    ...sentences,
    ...quotations,
    ...quotations.flatMap((one) => one.parts),
  ];
}

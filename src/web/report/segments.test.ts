import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "./findings.ts";
import { segmentParagraph } from "./segments.ts";

const finding = (id: string, ...spans: [number, number][]): Finding => ({
  id,
  kind: "statement",
  doubt: false,
  spans: spans.map(([start, end]) => ({ start, end, role: "words" })),
});

const shown = (end: number, ...findings: Finding[]) =>
  segmentParagraph({ start: 0, end }, findings).map(({ start, end, covers }) =>
    `${start}-${end} ${covers.map(({ finding: { id } }) => id).join(" ")}`.trim(),
  );

describe("segmentParagraph(paragraph, findings)", () => {
  it("leaves text without findings whole", () => {
    expect(shown(9)).toEqual(["0-9"]);
  });
  it("names the inner of two nested findings last", () => {
    expect(shown(9, finding("outer", [0, 9]), finding("inner", [3, 5]))).toEqual([
      "0-3 outer",
      "3-5 outer inner",
      "5-9 outer",
    ]);
  });
  it("lights both of two that overlap", () => {
    expect(shown(9, finding("a", [1, 5]), finding("b", [3, 8]))).toEqual(["0-1", "1-3 a", "3-5 b a", "5-8 b", "8-9"]);
  });
  it("cuts a finding that goes on in other paragraphs at the paragraph's ends", () => {
    expect(segmentParagraph({ start: 5, end: 8 }, [finding("a", [0, 20])])).toMatchObject([
      { start: 5, end: 8, opens: true },
    ]);
  });
  it("covers every paragraph exactly, whatever the spans", () => {
    const span = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
      .map(([start, length]): [number, number] => [start, start + length]);
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 12 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 40 }),
        (spans, start, length) => {
          const paragraph = { start, end: start + length };
          const findings = spans.map((one, index) => finding(`${index}`, one));
          const segments = segmentParagraph(paragraph, findings);
          expect(segments[0]?.start).toBe(paragraph.start);
          expect(segments.at(-1)?.end).toBe(paragraph.end);
          for (const [index, segment] of segments.entries()) {
            expect(segment.end).toBeGreaterThan(segment.start);
            if (index > 0) expect(segment.start).toBe(segments[index - 1]?.end);
            const expected = spans.flatMap(([from, to], id) =>
              from < segment.end && segment.start < to ? [`${id}`] : [],
            );
            expect(segment.covers.map((cover) => cover.finding.id).sort()).toEqual(expected.sort());
          }
        },
      ),
    );
  });
});

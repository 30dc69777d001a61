import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../test/annotated-cases.ts";
import { readPlainText } from "../read/plain-text.ts";
import { textOf } from "../text/span.ts";
import { segmentReport } from "./segment-report.ts";
import type { SegmentedReport } from "./segmented-report.ts";

testTextCases("segment/sentences.txt", (text) => {
  const segmented = segmentReport(readPlainText(text));
  return segmented.sentences.map((sentence) => oneLine(textOf(segmented.report.text, sentence)));
});

testTextCases("segment/tokens.txt", (text) => {
  const segmented = segmentReport(readPlainText(text));
  return segmented.sentences.map((one) =>
    segmented.tokens
      .slice(one.firstToken, one.endToken)
      .map((token) => token.text)
      .join(" "),
  );
});

testTextCases("segment/quotations.txt", (text) => renderQuotations(segmentReport(readPlainText(text))));
testTextCases("segment/negative.txt", (text) => renderQuotations(segmentReport(readPlainText(text))));

describe("segmentReport(report)", () => {
  it("gives furniture neither sentences nor tokens nor quotations", () => {
    const segmented = segmentReport(
      readPlainText("The council met.\n\nRead more: Mayor says ‘no’ to lido\n\nIt voted."),
    );
    expect(segmented.sentences.map((one) => one.paragraph)).toEqual([0, 2]);
    expect(segmented.quotations).toEqual([]);
  });

  it("adds what is odd about marks to the report's diagnostics, with a span", () => {
    const { report } = segmentReport(readPlainText("He said “no and left. “Fine,” she said."));
    expect(report.diagnostics.map((one) => one.code)).toEqual(["unclosed-quotation"]);
    expect(report.diagnostics[0]?.span).toEqual({ start: 8, end: 21 });
  });

  it("reads an empty report as empty", () => {
    const { sentences, tokens, quotations } = segmentReport(readPlainText(""));
    expect([...sentences, ...tokens, ...quotations]).toEqual([]);
  });
});

function renderQuotations(segmented: SegmentedReport): string[] {
  const { text, diagnostics } = segmented.report;
  const found = segmented.quotations.map((one) => {
    const parts = one.parts.map((part) => oneLine(textOf(text, part))).join(" ¶ ");
    return `${one.depth}${one.closed ? "" : " open"}: ${parts}`;
  });
  return [...found, ...diagnostics.map((one) => `! ${one.code}`)];
}

function oneLine(text: string): string {
  return text.replace(/\n/g, " ");
}

import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../test/annotated-cases.ts";
import { textOf } from "../text/span.ts";
import { readPlainText } from "./plain-text.ts";
import type { Report } from "./report.ts";

testTextCases("read/furniture.txt", (text) => renderFurniture(readPlainText(text)));
testTextCases("read/negative.txt", (text) => renderFurniture(readPlainText(text)));

testTextCases("read/paragraphs.txt", (text) => {
  const report = readPlainText(text);
  return report.paragraphs.map((paragraph) => textOf(report.text, paragraph).replace(/\n/g, " / "));
});

testTextCases("read/top-matter.txt", (text) => {
  const report = readPlainText(text);
  return [
    `headline: ${report.headline}`,
    `byline: ${report.byline.join("; ")}`,
    `published: ${report.publishedAt}`,
    `modified: ${report.modifiedAt}`,
    ...renderFurniture(report),
    ...report.diagnostics.map((one) => `! ${one.code}`),
  ];
});

testTextCases("read/corrections.txt", (text) =>
  (readPlainText(text).corrections ?? []).map(({ at, was, now }) => `at: ${at} | was: ${was} | now: ${now}`),
);

describe("readPlainText(text, given)", () => {
  it("keeps every character but line ends and blanks", () => {
    const input = "\ufeff Caf\u00e9 \u201cna\u00efve\u201d\u00a0£5 \r\nnext\u2028line\t\u2009end \u0085 \r\n";
    const squeeze = (text: string) => text.replace(/[\s\u0085\ufeff]/g, "");
    expect(squeeze(readPlainText(input).text)).toBe(squeeze(input));
    expect(readPlainText(input).text).toBe("Caf\u00e9 \u201cna\u00efve\u201d £5\nnext\nline  end");
  });

  it("keeps what the caller gives over what the text says", () => {
    const text =
      "Bridge shut for a week\n\nBy Jane Roe\n\n3 May 2031\n\nThe council met on Monday and voted to shut the bridge over the Lathe.";
    const report = readPlainText(text, { headline: "Given", byline: ["Al Fox"], publishedAt: "2031-05-04" });
    expect(report).toMatchObject({ headline: "Given", byline: ["Al Fox"], publishedAt: "2031-05-04" });
    expect(readPlainText(text, { publishedAt: null })).toMatchObject({
      byline: ["Jane Roe"],
      publishedAt: "2031-05-03",
    });
  });

  it("keeps a headline in the body, for it says things, and sets the byline and date lines apart", () => {
    const report = readPlainText(
      "Bridge shut for a week\n\nBy Jane Roe\n\nThe council met on Monday and voted to shut the bridge over the Lathe.",
    );
    expect(report.headline).toBe("Bridge shut for a week");
    expect(renderFurniture(report)).toEqual(["credit: By Jane Roe"]);
  });

  it.each([
    ["endless letters beside a date", `${"said".repeat(17)} ệ 2025-10-03`],
    ["endless blanks behind a date", `3 May 2031${" .".repeat(60)}x`],
    ["endless numbers in a correction", `Correction: An earlier version said ${"1,1".repeat(60)} people.`],
  ])("comes to an end on %s", (_, line) => {
    expect(readPlainText(`${line}\n\nThe bridge at Marl was shut on Monday.`, {}).text).toContain(line);
  });

  it("says why each line of furniture is one", () => {
    const report = readPlainText("The council met.\n\nIt voted.\n\nRelated\nLido to open late after pump failure");
    expect(report.furniture.map((one) => one.reason)).toEqual([
      "A header over other stories’ headlines.",
      "A headline under “Related”.",
    ]);
  });
});

function renderFurniture(report: Report): string[] {
  return report.furniture.map((one) =>
    "start" in one ? `${one.kind}: ${textOf(report.text, one)}` : `${one.kind}! ${one.text}`,
  );
}

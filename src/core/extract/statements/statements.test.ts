import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../../test/annotated-cases.ts";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { textOf } from "../../text/span.ts";
import { extractStatements } from "./statements.ts";

const annotator = loadAnnotator();

async function statementsOf(text: string) {
  const annotated = await annotateReport(segmentReport(readPlainText(text, {})), annotator);
  return { ...extractStatements(annotated), text: annotated.report.text };
}

async function render(source: string): Promise<string[]> {
  const { statements, quotedWords, text } = await statementsOf(source);
  const rows = statements.map((statement) => {
    const kind = [statement.form, statement.act, statement.medium, statement.within && `in ${statement.within}`]
      .filter(Boolean)
      .join(" ");
    const words = [statement.source, statement.cue].map((span) => (span === null ? "-" : textOf(text, span)));
    const to = statement.addressee === null ? [] : [`to ${textOf(text, statement.addressee)}`];
    return [kind, ...words, statement.content.map((span) => textOf(text, span)).join(" || "), ...to].join(" | ");
  });
  return [...rows, ...quotedWords.map(({ kind, span }) => `quoted words: ${kind} | ${textOf(text, span)}`)];
}

for (const topic of ["quotations", "reported", "headlines", "transcripts", "negative"])
  testTextCases(`statements/${topic}.txt`, render);

describe("extractStatements(annotated)", () => {
  it("returns nothing for a text without words", async () => {
    expect((await statementsOf("…")).statements).toEqual([]);
  });

  it("comes to an end on capitals without end", async () => {
    const { statements } = await statementsOf(`${"A".repeat(5000)} said it.\n\nThe mayor said the road was open.`);
    expect(statements.length).toBeGreaterThan(0);
  });

  it("keeps a statement in its own quotation when marks are missing", async () => {
    const { statements, text } = await statementsOf(
      "“The road is open, said Mr Ode.\n\n“The school is shut,” said Ms Tarn.",
    );
    const last = statements.at(-1);
    expect(last?.content.map((span) => textOf(text, span))).toEqual(["“The school is shut,”"]);
  });

  it("gives every statement a content and spans in text order", async () => {
    const { statements } = await statementsOf(
      "“One,” said Ann Ray, “and two.” According to Bo Lund, three. Allegedly four happened.",
    );
    for (const { content } of statements) {
      expect(content.length).toBeGreaterThan(0);
      expect([...content].sort((a, b) => a.start - b.start)).toEqual(content);
    }
  });
});

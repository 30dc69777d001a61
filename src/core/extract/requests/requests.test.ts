import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../../test/annotated-cases.ts";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { type Span, textOf } from "../../text/span.ts";
import type { StatementCandidate } from "../candidates.ts";
import { extractStatements } from "../statements/statements.ts";
import { extractCommentSought } from "./comment-sought.ts";
import { extractRequests } from "./requests.ts";

const annotator = loadAnnotator();

function annotate(source: string) {
  return annotateReport(segmentReport(readPlainText(source)), annotator);
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

/** A statement that asks, by the words of its parts. */
function asking(text: string, source: string, cue: string, content: string): StatementCandidate {
  return {
    id: "s1",
    content: [spanOf(text, content)],
    cue: spanOf(text, cue),
    source: spanOf(text, source),
    sourceHead: 1,
    form: "indirect",
    act: "request",
    medium: null,
    addressee: null,
    addresseeHead: null,
    within: null,
    alleged: false,
    confidence: 1,
    producedBy: "test",
  };
}

for (const topic of ["asks", "negative"]) {
  testTextCases(`requests/${topic}.txt`, async (source) => {
    const annotated = await annotate(source);
    const words = (span: Span | null) => (span === null ? "-" : textOf(annotated.report.text, span));
    return extractRequests(annotated, extractStatements(annotated).statements).map(({ asker, asked, about, answers }) =>
      [
        words(asker),
        `to ${words(asked)}`,
        words(about),
        ...answers.map(({ statement, kind }) => `${kind} ${statement}`),
      ].join(" | "),
    );
  });
}

testTextCases("requests/comment-sought.txt", async (source) => {
  const annotated = await annotate(source);
  return extractCommentSought(annotated).map(
    ({ actor, answered }) =>
      `${actor === null ? "-" : textOf(annotated.report.text, actor)} | ${answered ? "answered" : "not answered"}`,
  );
});

describe("extractRequests(annotated, statements)", () => {
  it("finds nothing in a text without words", async () => {
    expect(extractRequests(await annotate("…"), [])).toEqual([]);
  });

  it("takes what raises calls for no asker", async () => {
    const annotated = await annotate("The deaths have increased calls for the council to close the pier.");
    const raised = asking(annotated.report.text, "The deaths", "calls for", "the council to close the pier");
    expect(extractRequests(annotated, [raised]).map(({ asker, about }) => [asker, about])).toEqual([
      [null, raised.content[0]],
    ]);
  });

  it("takes what is wanted for asked where the statement asks and others can give it", async () => {
    const asked = async (text: string, content: string) => {
      const annotated = await annotate(text);
      const wanted = asking(annotated.report.text, "The union", "wants", content);
      return extractRequests(annotated, [wanted]).map(({ about }) => about && textOf(annotated.report.text, about));
    };
    expect(await asked("The union wants a statutory inquiry.", "a statutory inquiry")).toEqual(["a statutory inquiry"]);
    expect(await asked("The union wants him out.", "him out")).toEqual(["him out"]);
    expect(await asked("The union wants a better life.", "a better life")).toEqual([]);
    expect(await asked("The union wants to hold an inquiry.", "to hold an inquiry")).toEqual([]);
  });

  it("gives spans that hold the asking word", async () => {
    const annotated = await annotate("The union asked the mayor to resign.");
    const [request] = extractRequests(annotated, extractStatements(annotated).statements);
    expect(request && textOf(annotated.report.text, request.span)).toContain("asked");
  });
});

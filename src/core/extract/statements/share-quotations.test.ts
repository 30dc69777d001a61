import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { textOf } from "../../text/span.ts";
import type { StatementDraft } from "./draft.ts";
import { mapQuotations, runSpan } from "./quote-map.ts";
import { shareQuotations } from "./share-quotations.ts";

const annotated = await annotateReport(
  segmentReport(
    readPlainText("Bo Lund wrote “We are with you.” Ann Ray remarked, “I am with him today.” She added “I am.”"),
  ),
  loadAnnotator(),
);
const quotes = mapQuotations(annotated);
const tokenOf = (word: string) => annotated.tokens.findIndex(({ text }) => text === word);

function draft(cue: string, source: readonly [string, string], quotations: readonly number[]): StatementDraft {
  const predicate = tokenOf(cue);
  return {
    predicate,
    cue: [predicate, predicate],
    source: [tokenOf(source[0]), tokenOf(source[1])],
    sourceHead: tokenOf(source[0]),
    content: quotations.map((index) =>
      runSpan(annotated, quotes.outermost[index]!.first, quotes.outermost[index]!.last),
    ),
    quotations,
    addresseeHead: null,
    act: "assertion",
    medium: null,
    alleged: false,
    confidence: 1,
    producedBy: "test",
  };
}

const contents = (drafts: readonly StatementDraft[]) =>
  shareQuotations(annotated, quotes, drafts).map(({ content }) =>
    content.map((span) => textOf(annotated.report.text, span)),
  );

describe("shareQuotations(annotated, quotes, drafts)", () => {
  it("leaves a quotation that two people seem to say to the one in whose sentence it stands", () => {
    const lund = draft("wrote", ["Bo", "Lund"], [0]);
    const ray = draft("remarked", ["Ann", "Ray"], [0, 1]);
    expect(contents([ray, lund])).toEqual([["“I am with him today.”"], ["“We are with you.”"]]);
  });

  it("leaves out who says nothing else", () => {
    expect(contents([draft("wrote", ["Bo", "Lund"], [0]), draft("remarked", ["Ann", "Ray"], [0])])).toEqual([
      ["“We are with you.”"],
    ]);
  });

  it("takes it from a pronoun, too, that has words of its own in another sentence", () => {
    const ray = draft("remarked", ["Ann", "Ray"], [1]);
    const she = draft("added", ["She", "She"], [1, 2]);
    expect(contents([ray, she])).toEqual([["“I am with him today.”"], ["“I am.”"]]);
  });

  it("leaves it to both where more words than the quotation are content", () => {
    const ray = draft("remarked", ["Ann", "Ray"], [1]);
    const she = draft("added", ["She", "She"], [1]);
    const wider = { ...she, content: [runSpan(annotated, tokenOf("Ann"), quotes.outermost[1]!.last)] };
    expect(contents([ray, wider])).toHaveLength(2);
  });
});

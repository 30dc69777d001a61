import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { textOf } from "../../text/span.ts";
import { readClauseSource } from "./clause-sources.ts";
import { mapQuotations, runSpan } from "./quote-map.ts";

const annotator = loadAnnotator();

/** The words that say who speaks where `source` was found for `cue`; "-" for nobody, null where that may stand. */
async function read(text: string, cue: string, source: string): Promise<string | null> {
  const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
  const tokenOf = (word: string) => annotated.tokens.findIndex((token) => token.text === word);
  const predicate = tokenOf(cue);
  const at = tokenOf(source);
  const found = readClauseSource(annotated, mapQuotations(annotated), predicate, [predicate, predicate], [at, at]);
  if (found === null) return null;
  return found.source === null ? "-" : textOf(annotated.report.text, runSpan(annotated, ...found.source));
}

describe("readClauseSource(annotated, quotes, predicate, cue, source)", () => {
  it("takes a clause's own subject before that of the clause around it", async () => {
    expect(await read("Ray said the rescue team decided that the boat was lost.", "decided", "Ray")).toBe(
      "the rescue team",
    );
  });

  it("knows that an “it” that means nothing says nothing", async () => {
    expect(await read("It seems that Lund is late and said so.", "said", "It")).toBe("-");
  });

  it("takes the owner of the noun that asks or claims", async () => {
    expect(await read("Ray took up the midwives' invitation to stay.", "invitation", "Ray")).toBe("the midwives");
    expect(await read("Ray took up the invitation to stay.", "invitation", "Ray")).toBeNull();
  });

  it("takes who asks for the subject, not whom they ask", async () => {
    expect(await read("Ray, whom residents have asked to resign, was away.", "asked", "Ray")).toBe("residents");
  });

  it("leaves the speaker of the main clause, and one whose clause has no subject of its own", async () => {
    expect(await read("Ray said the boat was lost.", "said", "Ray")).toBeNull();
    expect(await read("Ray wanted to tell the crew that the boat was lost.", "tell", "Ray")).toBeNull();
  });
});

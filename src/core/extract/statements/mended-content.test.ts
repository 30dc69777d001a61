import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import type { Span } from "../../text/span.ts";
import { textOf } from "../../text/span.ts";
import { withoutTail, withSubject } from "./mended-content.ts";
import { mapQuotations } from "./quote-map.ts";

const annotator = loadAnnotator();

/** The texts of the content that the mending leaves, for a text with one source and cue. */
async function mend(
  text: string,
  [source, cue]: readonly [string, string],
  words: readonly string[],
  how: "tail" | "subject",
): Promise<string[]> {
  const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
  const tokenOf = (word: string) => annotated.tokens.findIndex((token) => token.text === word);
  const content: Span[] = words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
  const [at, said] = [tokenOf(source), tokenOf(cue)];
  const quotes = mapQuotations(annotated);
  const mended =
    how === "tail"
      ? withoutTail(annotated, quotes, content, [said, said], [at, at])
      : withSubject(annotated, content, [said, said], [at, at]);
  return mended.map((span) => textOf(annotated.report.text, span));
}

describe("withoutTail(annotated, quotes, content, cue, source)", () => {
  it.each([
    ["“We won,” Ray said as the band began to play.", "as the band began to play"],
    ["“We won,” Ray said from the back of the boat.", "from the back of the boat"],
    ["“We won,” Ray said on Channel Nine’s “Meet the Mayor.”", "“Meet the Mayor.”"],
  ])("leaves out what the reporter tells: %s", async (text, tail) => {
    expect(await mend(text, ["Ray", "said"], ["“We won,”", tail], "tail")).toEqual(["“We won,”"]);
  });

  it.each([
    ["“We won,” Ray said, adding that the pier is saved.", "that the pier is saved"],
    ["“The pier,” Ray said, would not be saved.", "would not be saved"],
    ["“We won,” Ray said. “And we will win again.”", "“And we will win again.”"],
  ])("keeps what is said: %s", async (text, more) => {
    const first = text.slice(0, text.indexOf(" Ray"));
    expect(await mend(text, ["Ray", "said"], [first, more], "tail")).toEqual([first, more]);
  });
});

describe("withSubject(annotated, content, cue, source)", () => {
  it("takes in the subject before what a comma cut", async () => {
    const text = "Some claims about the old pier, are false, Ray said.";
    expect(await mend(text, ["Ray", "said"], ["are false"], "subject")).toEqual([
      "Some claims about the old pier, are false",
    ]);
  });

  it("leaves a clause that hangs on what somebody says alone", async () => {
    const text = "The pier, which Ray said was safe, burned.";
    expect(await mend(text, ["Ray", "said"], ["was safe"], "subject")).toEqual(["was safe"]);
  });
});

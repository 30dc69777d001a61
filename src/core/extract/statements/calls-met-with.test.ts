import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { callsMetWith } from "./calls-met-with.ts";

const annotator = loadAnnotator();

/** The cue runs from the verb to the noun that it governs. */
async function metWith(text: string, source: string, verb: string, noun: string) {
  const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
  const tokenOf = (word: string) => annotated.tokens.findIndex((token) => token.text === word);
  return callsMetWith(annotated, [tokenOf(verb), tokenOf(noun)], tokenOf(source))?.act ?? null;
}

describe("callsMetWith(annotated, cue, sourceHead)", () => {
  it.each([
    ["The mayor faced a demand for a new bridge.", "mayor", "faced", "demand", "request"],
    ["The crash prompted a call for a ban.", "crash", "prompted", "call", "request"],
    ["The fire raised concerns about the pumps.", "fire", "raised", "concerns", "assertion"],
  ])("takes who meets with calls for nobody who makes them: %s", async (text, source, verb, noun, act) => {
    expect(await metWith(text, source, verb, noun)).toBe(act);
  });

  it.each([
    ["Residents renewed calls for a ban.", "Residents", "renewed", "calls"],
    ["The mayor raised concerns about the pumps.", "mayor", "raised", "concerns"],
    ["The mayor rejected a demand for a new bridge.", "mayor", "rejected", "demand"],
  ])("leaves words to those who say them: %s", async (text, source, verb, noun) => {
    expect(await metWith(text, source, verb, noun)).toBeNull();
  });
});

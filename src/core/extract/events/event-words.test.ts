import { expect, test } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import type { Annotator, EventWords } from "../../annotate/layers.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { extractEvents } from "./events.ts";

const light = loadAnnotator();

/** The light model's layers, and events of the words that `confidences` names. */
async function extract(text: string, confidences: { readonly [word: string]: number } | null) {
  const annotator: Annotator = {
    name: "light and given events",
    async annotate(sentences) {
      const words = sentences.flatMap((sentence) => sentence.words);
      const eventWords =
        confidences === null
          ? null
          : words.flatMap((word, first): EventWords[] => {
              const confidence = confidences[word];
              return confidence === undefined ? [] : [{ first, end: first + 1, type: "accident", confidence }];
            });
      return { ...(await light.annotate(sentences)), eventWords };
    },
  };
  const annotated = await annotateReport(segmentReport(readPlainText(text, {})), annotator);
  return extractEvents(annotated, [], []).map(({ trigger, type, producedBy }) => ({
    words: annotated.report.text.slice(trigger.start, trigger.end),
    type,
    producedBy,
  }));
}

const text = "The Skua foundered off Aldan Point. Two men were arrested.";

test("takes words of no known sense from an annotator that is sure of them", async () => {
  expect((await extract(text, null)).map(({ words }) => words)).toEqual(["arrested"]);
  expect(await extract(text, { foundered: 0.95, arrested: 0.95 })).toEqual([
    { words: "foundered", type: "accident", producedBy: "events/words" },
    { words: "arrested", type: "arrest", producedBy: "events/verb" },
  ]);
});

test("leaves words out of which the annotator is hardly sure", async () => {
  expect((await extract(text, { foundered: 0.15, arrested: 0.95 })).map(({ words }) => words)).toEqual(["arrested"]);
});

test("finds the words behind a name that was read as one", async () => {
  const named = "Nora Dale, of Keep the Steps, spoke. Keep the Steps is angry. The Skua foundered off Aldan Point.";
  expect((await extract(named, { foundered: 0.95 })).map(({ words }) => words)).toContain("foundered");
});

import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../models/load.ts";
import { readPlainText } from "../read/plain-text.ts";
import { segmentReport } from "../segment/segment-report.ts";
import { annotateReport } from "./annotate-report.ts";
import { behindDateline } from "./dateline.ts";

const annotator = loadAnnotator();

describe("behindDateline(annotated, sentence)", () => {
  it.each([
    ["PORT MERRIN, Sept 7 (Meridian) - Police fired.", "Police"],
    ["MARL (ANS) — Two men were held.", "Two"],
    ["PORT CALLUM, Ohio (ANS) — A jury met.", "A"],
    ["NEW MARL — “We won,” she said.", "“"],
    ["Port Adair, 3 May - The board met.", "The"],
    ["TALPURA, Aug 5 (NWS): At least nine people were hurt.", "At"],
    ["West Merle, Florida (CNN) President Ray met them.", "President"],
    ["Merle (CNN)The board met.", "The"],
    ["Norland Health Board (NHB) Director Ann Ray said no.", "Norland"],
    ["UPDATE: The board met.", "UPDATE"],
    ["NATO — which met on Monday — said no.", "NATO"],
    ["Ann Ray - who leads it - said no.", "Ann"],
    ["The board (ANS) met.", "The"],
  ])("%s", async (text, first) => {
    const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
    expect(annotated.tokens[behindDateline(annotated, 0)]!.text).toBe(first);
  });
});

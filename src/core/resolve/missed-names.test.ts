import { describe, expect, it } from "vitest";
import { annotateReport } from "../annotate/annotate-report.ts";
import type { Annotator, SentenceName, Upos } from "../annotate/layers.ts";
import { readPlainText } from "../read/plain-text.ts";
import { segmentReport } from "../segment/segment-report.ts";
import { readCapitals } from "./capitals.ts";
import { addMissedNames } from "./missed-names.ts";

/** Names after reading them with these tags, and these names of the only sentence. */
async function namesOf(text: string, upos: readonly Upos[], names: readonly SentenceName[]): Promise<string[]> {
  const annotator: Annotator = {
    name: "by hand",
    annotate: async () => ({
      sentences: [
        {
          syntax: {
            upos,
            xpos: upos.map(() => "NN"),
            lemmas: upos.map(() => ""),
            heads: upos.map((_, i) => i - 1),
            deprels: upos.map((_, i) => (i === 0 ? "root" : "dep")),
          },
          names,
        },
      ],
      attributions: null,
      eventWords: null,
    }),
  };
  const report = await annotateReport(segmentReport(readPlainText(text, {})), annotator);
  return addMissedNames(report, report.names, readCapitals(report)).map(
    ({ firstToken, endToken, kind }) =>
      `${report.tokens
        .slice(firstToken, endToken)
        .map((token) => token.text)
        .join(" ")}: ${kind}`,
  );
}

describe("addMissedNames(annotated, names, capitals)", () => {
  it("joins a word left over to the name before it", async () => {
    const tags: Upos[] = ["ADV", "PROPN", "PROPN", "VERB", "PRON", "PUNCT"];
    const place: SentenceName = { firstToken: 1, endToken: 2, kind: "place" };
    expect(await namesOf("Today Norwood Bulletin doubted it.", tags, [place])).toEqual([
      "Norwood Bulletin: organisation",
    ]);
    const person: SentenceName = { firstToken: 1, endToken: 2, kind: "person" };
    expect(await namesOf("Today Tomas Why doubted it.", tags, [person])).toEqual(["Tomas Why: person"]);
  });

  it("joins a word left over to the capitals before it, but to no title", async () => {
    const tags: Upos[] = ["ADV", "NOUN", "PROPN", "VERB", "PRON", "PUNCT"];
    expect(await namesOf("Today Trade Outlook doubted it.", tags, [])).toEqual(["Trade Outlook: other"]);
    expect(await namesOf("Today Minister Quell doubted it.", tags, [])).toEqual(["Quell: other"]);
  });

  it("takes the abbreviation of a number for no name", async () => {
    const tags: Upos[] = ["ADV", "PROPN", "PROPN", "NUM", "VERB", "PRON", "PUNCT"];
    const law: SentenceName = { firstToken: 1, endToken: 2, kind: "other" };
    expect(await namesOf("Today Act No. 12 forbids it.", tags, [law])).toEqual(["Act: other"]);
  });
});

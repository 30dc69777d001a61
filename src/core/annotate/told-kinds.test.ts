import { describe, expect, it } from "vitest";
import type { NameKind, SentenceLayers, Upos } from "./layers.ts";
import { withToldKinds } from "./told-kinds.ts";

const KINDS: { readonly [mark: string]: NameKind } = { P: "person", O: "organisation", L: "place", T: "other" };

/** Words as "word|tag|head|relation" with the head's number, 0 for the root; a name's words end in "|" and its kind. */
function parse(text: string): { words: string[]; layer: SentenceLayers } {
  const rows = text.split(/\s+/).map((row) => row.split("|"));
  const names = rows.flatMap(([, , , , mark], at) =>
    mark === undefined || rows[at - 1]?.[4] === mark
      ? []
      : [
          {
            firstToken: at,
            endToken: rows.findIndex((row, i) => i > at && row[4] !== mark),
            kind: KINDS[mark]!,
          },
        ],
  );
  const lemmas = rows.map(([word]) => (word === "is" || word === "was" ? "be" : word!));
  return {
    words: rows.map(([word]) => word!),
    layer: {
      syntax: {
        upos: rows.map(([, tag]) => tag as Upos),
        xpos: rows.map(() => ""),
        lemmas,
        heads: rows.map(([, , head]) => Number(head) - 1),
        deprels: rows.map(([, , , relation]) => relation!),
      },
      names,
    },
  };
}

function kindsOf(...texts: string[]): string[] {
  const parsed = texts.map(parse);
  const sentences = parsed.map(({ words }) => ({ words, paragraph: 0 }));
  const layers = withToldKinds(
    sentences,
    parsed.map(({ layer }) => layer),
  );
  return layers.flatMap(({ names }, index) =>
    names.map(
      ({ firstToken, endToken, kind }) => `${sentences[index]!.words.slice(firstToken, endToken).join(" ")}: ${kind}`,
    ),
  );
}

const CAME = "Ten|NUM|3|nsubj|T Lamps|PROPN|1|flat|T came|VERB|0|root .|PUNCT|3|punct";

describe("withToldKinds(sentences, layers)", () => {
  it("takes what a name is said to be for its kind, wherever it stands", () => {
    const isBand =
      "Ten|NUM|6|nsubj|T Lamps|PROPN|1|flat|T is|AUX|6|cop a|DET|6|det rock|NOUN|6|compound band|NOUN|0|root .|PUNCT|6|punct";
    expect(kindsOf(CAME, isBand)).toEqual(["Ten Lamps: organisation", "Ten Lamps: organisation"]);
  });

  it("reads an apposition behind the name", () => {
    const suburb =
      "in|ADP|2|case Hey|PROPN|0|root|O ,|PUNCT|5|punct a|DET|5|det suburb|NOUN|2|appos of|ADP|7|case Dorn|PROPN|5|nmod .|PUNCT|2|punct";
    expect(kindsOf(suburb)).toEqual(["Hey: place"]);
  });

  it("reads the noun before the name, across a quotation mark and “of”", () => {
    const novel = "the|DET|2|det novel|NOUN|0|root “|PUNCT|4|punct Corin|PROPN|2|appos|P ”|PUNCT|4|punct";
    const village = "the|DET|2|det village|NOUN|0|root of|ADP|4|case Corr|PROPN|2|nmod|P .|PUNCT|2|punct";
    const band = "the|DET|2|det band|NOUN|0|root of|ADP|4|case Corr|PROPN|2|nmod|P .|PUNCT|2|punct";
    expect([novel, village, band].flatMap((one) => kindsOf(one))).toEqual([
      "Corin: other",
      "Corr: place",
      "Corr: person",
    ]);
  });

  it("keeps a body and its work of the same name apart", () => {
    const album = "the|DET|2|det album|NOUN|0|root Ten|NUM|2|appos|T Lamps|PROPN|3|flat|T .|PUNCT|2|punct";
    const band = album.replace("album", "band");
    expect(kindsOf(band, album, CAME)).toEqual(["Ten Lamps: organisation", "Ten Lamps: other", "Ten Lamps: other"]);
    expect(kindsOf(band, band, album, CAME).at(-1)).toBe("Ten Lamps: organisation");
  });

  it("believes no denial, no figure of speech and no noun of somebody else’s", () => {
    const denied = "Lamps|PROPN|5|nsubj|T is|AUX|5|cop not|PART|5|advmod a|DET|5|det band|NOUN|0|root .|PUNCT|5|punct";
    const league = "Lamps|PROPN|5|nsubj|T was|AUX|5|cop in|ADP|5|case a|DET|5|det league|NOUN|0|root .|PUNCT|5|punct";
    const further =
      "Lamps|PROPN|0|root|T ,|PUNCT|4|punct the|DET|4|det head|NOUN|1|appos ,|PUNCT|7|punct a|DET|7|det group|NOUN|1|appos .|PUNCT|1|punct";
    const named = "the|DET|2|det firm|NOUN|0|root Ann|PROPN|2|appos|P Lamps|PROPN|3|flat|P .|PUNCT|2|punct";
    expect([denied, league, further, named].flatMap((one) => kindsOf(one))).toEqual([
      "Lamps: other",
      "Lamps: other",
      "Lamps: other",
      "Ann Lamps: person",
    ]);
  });
});

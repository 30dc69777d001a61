import { describe, expect, it } from "vitest";
import type { NameKind, SentenceName } from "../../core/annotate/layers.ts";
import { addRepeatedNames } from "./repeated-names.ts";

const sentence = (text: string) => ({ words: text.split(" "), paragraph: 0 });
const name = (firstToken: number, endToken: number, kind: NameKind): SentenceName => ({ firstToken, endToken, kind });

describe("addRepeatedNames(sentences, names)", () => {
  it("reads a name of several words where its words come again", () => {
    const text = ["The Hollin Bridge Trust met .", "Members of Hollin Bridge Trust left ."].map(sentence);
    expect(addRepeatedNames(text, [[name(1, 4, "organisation")], []])).toEqual([
      [name(1, 4, "organisation")],
      [name(2, 5, "organisation")],
    ]);
  });

  it("takes the place of shorter names within it, and not of one that reaches beyond", () => {
    const text = ["Hollin Bridge reopened .", "At Hollin Bridge", "the Hollin Bridge Trust said"].map(sentence);
    const found = addRepeatedNames(text, [[name(0, 2, "place")], [name(1, 2, "person")], [name(1, 4, "organisation")]]);
    expect(found).toEqual([[name(0, 2, "place")], [name(1, 3, "place")], [name(1, 4, "organisation")]]);
  });

  it("looks for no name of one word, and leaves what is read as it was", () => {
    const text = ["Reed met Reed Hollin .", "Mr Reed and Hollin left ."].map(sentence);
    const names = [[name(0, 1, "person"), name(2, 4, "person")], [name(3, 4, "place")]];
    expect(addRepeatedNames(text, names)).toEqual(names);
  });

  it("takes the kind that a name has most often, and the longer of two names", () => {
    const text = ["Oak Row", "Oak Row", "Oak Row Fund", "near Oak Row", "the Oak Row Fund"].map(sentence);
    const [, , , near, fund] = addRepeatedNames(text, [
      [name(0, 2, "person")],
      [name(0, 2, "place")],
      [name(0, 3, "organisation")],
      [name(1, 2, "place")],
      [],
    ]);
    expect(near).toEqual([name(1, 3, "person")]);
    expect(fund).toEqual([name(1, 4, "organisation")]);
  });

  it("takes time in proportion to a text that is one name over and over", () => {
    const words = Array.from({ length: 40_000 }, (_, i) => (i % 2 === 0 ? "Oak" : `Row${i % 400}`));
    const names = Array.from({ length: 200 }, (_, i) => name(2 * i, 2 * i + 2, "place"));
    expect(addRepeatedNames([{ words, paragraph: 0 }], [names])[0]).toHaveLength(20_000);
  });
});

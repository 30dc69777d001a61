import { describe, expect, it } from "vitest";
import type { NameTag } from "./name-tags.ts";
import { createNameReader } from "./names.ts";

const TAGS: NameTag[] = ["O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place"];
TAGS.push("B-other", "I-other");
const read = createNameReader(TAGS);
const sentence = (...words: string[]) => ({ words, paragraph: 0 });

/** Logs of shares: what each word has for the given tags, the rest shared out. */
function shares(...words: { readonly [tag in NameTag]?: number }[]): Float32Array {
  return Float32Array.from(
    words.flatMap((word) => {
      const given = Object.values(word).reduce((sum, share) => sum + share, 0);
      const rest = (1 - given) / (TAGS.length - Object.keys(word).length);
      return TAGS.map((tag) => Math.log(word[tag] ?? rest));
    }),
  );
}

describe("createNameReader(tags)", () => {
  it("gives the mentions of one name the kind that they have together", () => {
    const names = read(
      [sentence("Hollin", "won"), sentence("from", "Hollin"), sentence("near", "Hollin")],
      shares(
        { "B-person": 0.5, "B-place": 0.4 },
        { O: 0.9 },
        { O: 0.9 },
        { "B-place": 0.9 },
        { O: 0.9 },
        { "B-place": 0.9 },
      ),
    );
    expect(names.flat().map(({ kind }) => kind)).toEqual(["place", "place", "place"]);
  });

  it("leaves a name alone that is sure of itself, and other names", () => {
    const names = read(
      [sentence("Hollin", "met", "Hollin", "Reed")],
      shares({ "B-place": 0.94 }, { O: 0.9 }, { "B-person": 0.9 }, { "I-person": 0.9 }),
    );
    expect(names).toEqual([
      [
        { firstToken: 0, endToken: 1, kind: "place" },
        { firstToken: 2, endToken: 4, kind: "person" },
      ],
    ]);
  });

  it("reads no names in no sentence", () => {
    expect(read([], new Float32Array(0))).toEqual([]);
    expect(read([sentence()], new Float32Array(0))).toEqual([[]]);
  });
});

import { describe, expect, it } from "vitest";
import { createNameDecoder, type NameTag, namesOf } from "./name-tags.ts";

const TAGS: NameTag[] = ["O", "B-person", "I-person", "B-place", "I-place"];
const decode = createNameDecoder(TAGS);
/** Logs of shares, a row a word. */
const shares = (...rows: number[][]) => Float32Array.from(rows.flat(), (share) => Math.log(share));
const tagsOf = (found: Int32Array) => Array.from(found, (tag) => TAGS[tag]);

describe("createNameDecoder(tags)", () => {
  it("goes on as the name began, though another kind is likelier for one word", () => {
    const scores = shares([0.05, 0.85, 0.02, 0.06, 0.02], [0.05, 0.05, 0.38, 0.07, 0.45]);
    expect(tagsOf(decode(scores, 0, 2))).toEqual(["B-person", "I-person"]);
  });

  it("opens no name in its middle", () => {
    const scores = shares([0.3, 0.2, 0.45, 0.03, 0.02], [0.9, 0.02, 0.04, 0.02, 0.02]);
    expect(tagsOf(decode(scores, 0, 2))).toEqual(["O", "O"]);
  });

  it("reads the words of one sentence among others", () => {
    const scores = shares([0.1, 0.8, 0.04, 0.03, 0.03], [0.1, 0.03, 0.04, 0.8, 0.03], [0.9, 0.04, 0.02, 0.02, 0.02]);
    expect(tagsOf(decode(scores, 1, 3))).toEqual(["B-place", "O"]);
    expect(decode(scores, 1, 1)).toHaveLength(0);
  });
});

describe("namesOf(tags)", () => {
  it("joins what goes on and parts what begins anew", () => {
    expect(namesOf(["B-person", "I-person", "B-person", "O", "B-place"])).toEqual([
      { firstToken: 0, endToken: 2, kind: "person" },
      { firstToken: 2, endToken: 3, kind: "person" },
      { firstToken: 4, endToken: 5, kind: "place" },
    ]);
  });
});

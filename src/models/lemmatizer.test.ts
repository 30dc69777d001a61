import { describe, expect, it } from "vitest";
import { Lemmatizer } from "./lemmatizer.ts";

/** Learnt endings that cut too much or too little, as those of the models do. */
const guessing = new Lemmatizer({
  exceptions: { "VERB|VBD": { said: "say" } },
  rules: {
    "VERB|VBD": ["ed>", "d>", ">"],
    "VERB|VBN": ["ed>e", "en>", ">"],
    "VERB|VBG": ["ing>", ">"],
    "NOUN|NNS": ["s>"],
  },
});

describe("Lemmatizer.lemmaOf(form, tag)", () => {
  it.each([
    ["ruled", "VERB|VBD", "rule"],
    ["raided", "VERB|VBN", "raid"],
    ["begged", "VERB|VBD", "beg"],
    ["stabbing", "VERB|VBG", "stab"],
    ["denied", "VERB|VBD", "deny"],
    ["revoking", "VERB|VBG", "revoke"],
  ])("finds the known verb of %s", (form, tag, lemma) => {
    expect(guessing.lemmaOf(form, tag)).toBe(lemma);
  });

  it.each([
    ["shot", "VERB|VBD", "shoot"],
    ["upheld", "VERB|VBN", "uphold"],
    ["Fled", "VERB|VBD", "flee"],
    ["rewritten", "VERB|VBN", "rewrite"],
  ])("knows the irregular form %s", (form, tag, lemma) => {
    expect(guessing.lemmaOf(form, tag)).toBe(lemma);
  });

  it("leaves verbs that no rule looks up to the learnt endings", () => {
    expect(guessing.lemmaOf("zorbed", "VERB|VBD")).toBe("zorb");
    expect(guessing.lemmaOf("said", "VERB|VBD")).toBe("say");
  });

  it("leaves other words alone", () => {
    expect(guessing.lemmaOf("shots", "NOUN|NNS")).toBe("shot");
    expect(guessing.lemmaOf("Ruled", "PROPN|NNP")).toBe("Ruled");
  });
});

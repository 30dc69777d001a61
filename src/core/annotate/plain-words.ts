import type { Annotator } from "./layers.ts";

/** Says nothing of any word: for a report in a language that no annotator reads. */
export const PLAIN_WORDS: Annotator = {
  name: "plain-words",
  annotate: async (sentences) => ({
    sentences: sentences.map(({ words }) => ({
      syntax: {
        upos: words.map(() => "X"),
        xpos: words.map(() => "FW"),
        lemmas: words,
        heads: words.map((_, index) => (index === 0 ? -1 : 0)),
        deprels: words.map((_, index) => (index === 0 ? "root" : "dep")),
      },
      names: [],
    })),
    attributions: null,
    eventWords: null,
  }),
};

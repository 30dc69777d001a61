import type { NameAnnotator, SentenceName, SentenceSyntax } from "../core/annotate/layers.ts";

/** Runs of proper nouns; stands in until the trained finder is in the folder. */
export function createNameAnnotator(name: string): NameAnnotator {
  return {
    name,
    annotateNames(words: readonly string[], syntax: SentenceSyntax): readonly SentenceName[] {
      const names: SentenceName[] = [];
      let i = 0;
      while (i < words.length) {
        if (syntax.upos[i] !== "PROPN") {
          i++;
          continue;
        }
        let end = i;
        while (end < words.length && syntax.upos[end] === "PROPN") end++;
        names.push({ firstToken: i, endToken: end, kind: "other" });
        i = end;
      }
      return names;
    },
  };
}

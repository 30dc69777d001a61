import type { Annotator, SentenceName, SentenceSyntax } from "../core/annotate/layers.ts";

/** Makes the syntax of one sentence. Must be pure. */
export interface SyntaxAnnotator {
  readonly name: string;
  annotateSyntax(words: readonly string[]): SentenceSyntax;
}

/** Finds the names of one sentence. Must be pure. */
export interface NameAnnotator {
  readonly name: string;
  annotateNames(words: readonly string[], syntax: SentenceSyntax): readonly SentenceName[];
}

/** An annotator that reads each sentence for itself, and no attributions. */
export function annotateBySentence(name: string, syntax: SyntaxAnnotator, names: NameAnnotator): Annotator {
  return {
    name,
    annotate: async (sentences) => ({
      sentences: sentences.map(({ words }) => {
        const own = syntax.annotateSyntax(words);
        return { syntax: own, names: names.annotateNames(words, own) };
      }),
      attributions: null,
    }),
  };
}

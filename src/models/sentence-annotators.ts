import type { Annotator, SentenceName, SentenceSyntax } from "../core/annotate/layers.ts";

type Words = readonly string[];

/** Makes the syntax of sentences, each for itself. Must be pure. */
export interface SyntaxAnnotator {
  readonly name: string;
  annotateSyntax(sentences: readonly Words[]): readonly SentenceSyntax[];
}

/** Finds the names of sentences, each for itself. Must be pure. */
export interface NameAnnotator {
  readonly name: string;
  annotateNames(sentences: readonly Words[], syntax: readonly SentenceSyntax[]): readonly (readonly SentenceName[])[];
}

/** An annotator that reads each sentence for itself, and no attributions. */
export function annotateBySentence(name: string, syntax: SyntaxAnnotator, names: NameAnnotator): Annotator {
  return {
    name,
    async annotate(sentences) {
      const words = sentences.map((sentence) => sentence.words);
      const own = syntax.annotateSyntax(words);
      const found = names.annotateNames(words, own);
      return {
        sentences: own.map((one, i) => ({ syntax: one, names: found[i]! })),
        attributions: null,
        eventWords: null,
      };
    },
  };
}

import type { SentenceSyntax, Upos } from "../core/annotate/layers.ts";
import { type LemmaTable, Lemmatizer } from "./lemmatizer.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import { closeTree, FIRST_ARC, parseWords } from "./parser.ts";
import type { SyntaxAnnotator } from "./sentence-annotators.ts";
import { tagWords } from "./tagger.ts";
import { wordFeatures } from "./word-features.ts";

export interface SyntaxModel {
  /** "UPOS|XPOS", in the order of the tagger's classes. */
  readonly tags: readonly string[];
  /** Universal Dependencies relations, in the order of the parser's labels. */
  readonly labels: readonly string[];
  readonly lemmas: LemmaTable;
  readonly tagger: LinearScorer;
  readonly parser: LinearScorer;
}

export function createSyntaxAnnotator(name: string, model: SyntaxModel): SyntaxAnnotator {
  const lemmatizer = new Lemmatizer(model.lemmas);
  const upos = model.tags.map((tag) => tag.slice(0, tag.indexOf("|"))).map(toUpos);
  const xpos = model.tags.map((tag) => tag.slice(tag.indexOf("|") + 1));
  const actionCount = FIRST_ARC + 2 * model.labels.length;
  const closing = {
    rootLabel: model.labels.indexOf("root"),
    looseLabel: model.labels.indexOf("parataxis"),
    markLabel: model.labels.indexOf("punct"),
  };
  return {
    name,
    annotateSyntax(words: readonly string[]): SentenceSyntax {
      const features = wordFeatures(words);
      const tags = tagWords(features, model.tagger, model.tags.length);
      const state = parseWords(features, tags, model.parser, actionCount);
      closeTree(state, closing, (word) => upos[tags[word]!] === "PUNCT");
      return {
        upos: Array.from(tags, (tag) => upos[tag]!),
        xpos: Array.from(tags, (tag) => xpos[tag]!),
        lemmas: words.map((word, i) => lemmatizer.lemmaOf(word, model.tags[tags[i]!]!)),
        heads: Array.from(state.heads),
        deprels: Array.from(state.labels, (label) => model.labels[label]!),
      };
    },
  };
}

const UPOS: readonly Upos[] = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
];

function toUpos(tag: string): Upos {
  return UPOS.find((upos) => upos === tag) ?? "X";
}

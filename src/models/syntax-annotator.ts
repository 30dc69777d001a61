import type { SentenceSyntax, Upos } from "../core/annotate/layers.ts";
import { type LemmaTable, Lemmatizer } from "./lemmatizer.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import { closeTree, type ParseState, parseWords } from "./parser.ts";
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
  const closing = {
    rootLabel: model.labels.indexOf("root"),
    looseLabel: model.labels.indexOf("parataxis"),
    markLabel: model.labels.indexOf("punct"),
  };
  const layout: SyntaxLayout = { model, lemmatizer, upos, xpos, closing };
  return {
    name,
    annotateSyntax(sentences) {
      // One model after the other, not one sentence: the tables of both do not fit the processor's cache together, and
      // neither do those of the parser and of lemmas.
      const tagged = sentences.map((words) => tagWords(wordFeatures(words), model.tagger));
      const parsed = sentences.map((words, s) => parseSentence(words, tagged[s]!, layout));
      return parsed.map((state, s) => syntaxOf(sentences[s]!, state, layout));
    },
  };
}

/** A model as `parseSentence` needs it. */
interface SyntaxLayout {
  readonly model: SyntaxModel;
  readonly lemmatizer: Lemmatizer;
  readonly upos: readonly Upos[];
  readonly xpos: readonly string[];
  readonly closing: { readonly rootLabel: number; readonly looseLabel: number; readonly markLabel: number };
}

function parseSentence(words: readonly string[], tags: Int32Array, layout: SyntaxLayout): ParseState {
  const { model, upos, closing } = layout;
  const state = parseWords(wordFeatures(words), tags, model.parser);
  closeTree(state, closing, (word) => upos[tags[word]!] === "PUNCT");
  return state;
}

function syntaxOf(words: readonly string[], state: ParseState, layout: SyntaxLayout): SentenceSyntax {
  const { model, lemmatizer, upos, xpos } = layout;
  const { tags } = state;
  const syntax: Columns = { upos: [], xpos: [], lemmas: [], heads: [], deprels: [] };
  for (let i = 0; i < words.length; i++) {
    const tag = tags[i]!;
    syntax.upos.push(upos[tag]!);
    syntax.xpos.push(xpos[tag]!);
    syntax.lemmas.push(lemmatizer.lemmaOf(words[i]!, model.tags[tag]!));
    syntax.heads.push(state.heads[i]!);
    syntax.deprels.push(model.labels[state.labels[i]!]!);
  }
  return syntax;
}

/** `SentenceSyntax` while it is filled. */
interface Columns {
  readonly upos: Upos[];
  readonly xpos: string[];
  readonly lemmas: string[];
  readonly heads: number[];
  readonly deprels: string[];
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

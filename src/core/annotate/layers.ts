import type { SegmentedReport } from "../segment/segmented-report.ts";
import type { Span } from "../text/span.ts";

/** Universal part-of-speech tags, https://universaldependencies.org/u/pos/ */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** Syntax of one sentence, an entry a token. `heads[i]` is an index into the same sentence, or -1 for the root. */
export interface SentenceSyntax {
  readonly upos: readonly Upos[];
  /** Penn Treebank tags (VBD, VBN, NNP …): tense and number that UPOS lacks. */
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
  readonly heads: readonly number[];
  /** Universal Dependencies relations with subtypes ("nsubj", "nsubj:pass", "ccomp"). */
  readonly deprels: readonly string[];
}

export type NameKind = "person" | "organisation" | "place" | "other";

/** A name found in one sentence; token indices are within that sentence, end excluded. */
export interface SentenceName {
  readonly firstToken: number;
  readonly endToken: number;
  readonly kind: NameKind;
}

/** Whoever makes a layer, learned or by rule. Must be pure: the same words give the same layer. */
export interface SyntaxAnnotator {
  readonly name: string;
  annotateSyntax(words: readonly string[]): SentenceSyntax;
}

export interface NameAnnotator {
  readonly name: string;
  annotateNames(words: readonly string[], syntax: SentenceSyntax): readonly SentenceName[];
}

export interface Annotators {
  readonly syntax: SyntaxAnnotator;
  readonly names: NameAnnotator;
}

/** A name in the report; token indices are into `report.tokens`, end excluded. Titles ("Sir", "Ms") are not part of it. */
export interface NameMention extends Span {
  readonly firstToken: number;
  readonly endToken: number;
  readonly kind: NameKind;
}

/**
 * The layers that extractors read. Syntax arrays run parallel to `segmented.tokens`; `heads` are report-wide token
 * indices (-1 for the root of each sentence).
 */
export interface AnnotatedReport extends SegmentedReport {
  readonly upos: readonly Upos[];
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  /** Children of each token in text order. */
  readonly children: readonly (readonly number[])[];
  /** Sentence index of each token. */
  readonly sentenceOf: readonly number[];
  readonly names: readonly NameMention[];
}

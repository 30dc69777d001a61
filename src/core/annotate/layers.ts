import type { SegmentedReport } from "../segment/segmented-report.ts";
import type { Span } from "../text/span.ts";
import type { EventType } from "./event-type.ts";
import type { Medium, StatementAct } from "./speech.ts";

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

/** One sentence as annotators get it: its tokens, but that a name such as "Keep the Steps" comes as one word. */
export interface WordSentence {
  readonly words: readonly string[];
  /** Index of its paragraph. */
  readonly paragraph: number;
}

/** What is said of one sentence, word by word. */
export interface SentenceLayers {
  readonly syntax: SentenceSyntax;
  readonly names: readonly SentenceName[];
}

/**
 * Words that a cue attributes to somebody, found by the words alone: roles as in PARC 3.0 (Pareti 2016). Indices count
 * the words of the whole report and ascend.
 */
export interface Attribution {
  readonly cue: readonly number[];
  readonly source: readonly number[];
  readonly content: readonly number[];
  readonly addressee: readonly number[];
  readonly contentOdds: ContentOdds;
  readonly act: StatementAct;
  readonly medium: Medium | null;
  /** 0 to 1: that the cue attributes anything. */
  readonly confidence: number;
}

/** Log odds of words for one cue, an entry a word from the word `first` on; words before and after were not looked at. */
export interface ContentOdds {
  readonly first: number;
  /** That the word is content. */
  readonly inside: readonly number[];
  /** That a run of content begins with the word, and that one ends with it. */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

/** Words that may name an event of public life, found by the words alone; they count those of the whole report. */
export interface EventWords {
  readonly first: number;
  /** Excluded. */
  readonly end: number;
  readonly type: EventType;
  /** 0 to 1: that the words name an event of any type. */
  readonly confidence: number;
}

/** Layers of a whole report, an entry a sentence. */
export interface ReportLayers {
  readonly sentences: readonly SentenceLayers[];
  /** Null when this annotator does not read attributions, so that they are read from syntax alone. */
  readonly attributions: readonly Attribution[] | null;
  /** In text order, none overlapping; null when this annotator does not look for events. */
  readonly eventWords: readonly EventWords[] | null;
}

/** Whoever makes the layers, learned or by rule. Must be pure: the same words give the same layers. */
export interface Annotator {
  readonly name: string;
  annotate(sentences: readonly WordSentence[]): Promise<ReportLayers>;
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
  /** In token indices of the report; null as in `ReportLayers`. */
  readonly attributions: readonly Attribution[] | null;
  readonly eventWords: readonly EventWords[] | null;
}

import { firstTokenFrom } from "../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../annotate/layers.ts";
import type { Candidates } from "../extract/candidates.ts";
import type { Gender } from "../lexicons/titles.ts";
import { type Span, textOf } from "../text/span.ts";
import type { NamedMention } from "./name-clusters.ts";
import { principalsOf } from "./principals.ts";
import { makeReferent, type Reference, type Referent } from "./referent.ts";
import { type Seen, weightOf } from "./salience.ts";

/** What is known while a report is read from its first token to its last. */
export interface Discourse {
  readonly annotated: AnnotatedReport;
  readonly mentions: readonly NamedMention[];
  /** Index into `mentions` of the name over each token, or -1. */
  readonly nameAt: Int32Array;
  readonly referents: Referent[];
  /** Mentions in text order. */
  readonly seen: Seen[];
  /** What the phrase or pronoun with this head stands for. */
  readonly referenceAt: Map<number, Reference>;
  /** Heads of the words that name speakers. */
  readonly sources: ReadonlySet<number>;
  /** Tokens of the names that open a transcript's turns: who speaks is "I" there, and no one's "they". */
  readonly labels: ReadonlySet<number>;
  /** Heads of the words for those who are spoken to, ask or are asked; like speakers, they are no things. */
  readonly partners: ReadonlySet<number>;
  /** 1 for tokens inside the content of a statement. */
  readonly inContent: Uint8Array;
  /** Last pronoun that named a speaker, with what it stands for. */
  lastSpeakerPronoun: { readonly token: number; readonly word: string; readonly reference: Reference } | null;
  /** Index of the outermost quotation over each token, or -1. */
  readonly quotationOf: Int32Array;
  /** Bodies and groups called by a common noun, by that noun and its modifiers. */
  readonly commonByKey: Map<string, Referent>;
  readonly documentsByNoun: Map<string, Referent[]>;
  /** Referents by each noun said of them. */
  readonly describedBy: Map<string, Referent[]>;
}

export function startDiscourse(
  annotated: AnnotatedReport,
  candidates: Candidates,
  mentions: readonly NamedMention[],
  referents: Referent[],
): Discourse {
  const nameAt = new Int32Array(annotated.tokens.length).fill(-1);
  mentions.forEach(({ form }, i) => {
    nameAt.fill(i, form.firstToken, form.endToken);
  });
  const sources = new Set<number>();
  const labels = new Set<number>();
  const discourse: Discourse = {
    annotated,
    mentions,
    nameAt,
    referents,
    seen: [],
    referenceAt: new Map(),
    sources,
    labels,
    partners: new Set(
      [
        ...candidates.statements.map((one) => one.addresseeHead),
        ...candidates.requests.flatMap((one) => [one.askerHead, one.askedHead]),
      ].filter((head) => head !== null),
    ),
    quotationOf: readQuotationOf(annotated),
    inContent: readContents(annotated, candidates),
    lastSpeakerPronoun: null,
    commonByKey: new Map(),
    documentsByNoun: new Map(),
    describedBy: new Map(),
  };
  for (const referent of referents) for (const noun of referent.descriptors) index(discourse, referent, noun);
  for (const { source, sourceHead, producedBy } of candidates.statements) {
    if (sourceHead !== null) sources.add(sourceHead);
    if (sourceHead !== null && producedBy === "statements/turn") labels.add(sourceHead);
    if (source === null) continue;
    for (const { form } of principalsOf(discourse, source)) {
      for (let i = form.firstToken; i < form.endToken; i++) sources.add(i);
    }
  }
  return discourse;
}

/** What a phrase stands for, by the names it is about, else by its head. */
export function referenceOf(discourse: Discourse, head: number | null, span: Span | null): Reference | undefined {
  const words = span === null ? "" : textOf(discourse.annotated.report.text, span);
  if (NOBODY.test(words)) return { kind: "unnamed", description: words };
  const principals = span === null ? [] : principalsOf(discourse, span);
  if (principals.length === 1) return principals[0]!.reference;
  if (principals.length > 1) {
    const referents = principals.flatMap(({ reference }) =>
      reference.kind === "referent" ? [reference.referent] : [],
    );
    return { kind: "ambiguous", referents };
  }
  return head === null ? undefined : discourse.referenceAt.get(head);
}

/** "None of the doctors said so": nobody's word, and not the doctors'. "He and 30 others" are more than he. */
const NOBODY = /^(?:none|nobody|no[ -]one|no \p{Ll}|(?:he|she|it|they|we|i) and )/iu;

/** Records that the report calls the referent by this noun. */
export function describe(discourse: Discourse, referent: Referent, noun: string): void {
  if (referent.descriptors.has(noun)) return;
  referent.descriptors.add(noun);
  index(discourse, referent, noun);
}

/** More than this many of one noun are never told apart by it; keeps the cost linear. */
const MOST_DESCRIBED = 64;

function index(discourse: Discourse, referent: Referent, noun: string): void {
  const described = discourse.describedBy.get(noun);
  if (described === undefined) discourse.describedBy.set(noun, [referent]);
  else if (described.length < MOST_DESCRIBED) described.push(referent);
}

export function addReferent(discourse: Discourse, kind: Referent["kind"], name: string): Referent {
  const referent = makeReferent(discourse.referents.length, kind, name, false);
  discourse.referents.push(referent);
  return referent;
}

/** A speaker is what a sentence is about, wherever syntax puts the name. */
const SOURCE_WEIGHT = 3.6;

/** Records that the phrase with this head stands for the referent, so that later words can mean it too. */
export function noteSeen(
  discourse: Discourse,
  token: number,
  referent: Referent,
  how: {
    readonly human?: boolean;
    readonly gender?: Gender | null;
    readonly plural?: boolean;
    readonly factor?: number;
  } = {},
): void {
  const { annotated } = discourse;
  if (discourse.labels.has(token)) return;
  // A speaker of whom another tells is spoken of: what is told of him is not about him.
  const inContent = discourse.inContent[token] === 1;
  const isSource = discourse.sources.has(token) && !inContent;
  discourse.seen.push({
    referent,
    token,
    sentence: annotated.sentenceOf[token]!,
    quotation: discourse.quotationOf[token]!,
    weight: Math.max(weightOf(annotated, token), isSource ? SOURCE_WEIGHT : 0) * (how.factor ?? 1),
    isSource,
    inContent,
    human: how.human ?? false,
    plural: how.plural ?? false,
    gender: how.gender ?? null,
  });
}

function readQuotationOf(annotated: AnnotatedReport): Int32Array {
  const { tokens, quotations } = annotated;
  const quotationOf = new Int32Array(tokens.length).fill(-1);
  quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return;
    for (const part of quotation.parts) {
      for (let i = firstTokenFrom(annotated, part.start); i < tokens.length && tokens[i]!.start < part.end; i++) {
        quotationOf[i] = index;
      }
    }
  });
  return quotationOf;
}

function readContents(annotated: AnnotatedReport, candidates: Candidates): Uint8Array {
  const inContent = new Uint8Array(annotated.tokens.length);
  for (const statement of candidates.statements) {
    for (const span of statement.content) {
      inContent.fill(1, firstTokenFrom(annotated, span.start), firstTokenFrom(annotated, span.end));
    }
  }
  return inContent;
}

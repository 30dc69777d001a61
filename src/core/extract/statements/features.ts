import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf } from "../../annotate/tree.ts";
import { actOfLemma, isReportingLemma } from "../../lexicons/acts.ts";
import { type FeatureSink, numberTemplates } from "../feature-weights.ts";
import { caseOf, type Reading } from "./predicates.ts";
import type { QuoteMap } from "./quote-map.ts";
import type { QuotedReading } from "./quoted-readings.ts";

const TEMPLATE = numberTemplates([
  ...["bias", "k", "p", "l", "lk", "s", "sh", "x", "d", "in", "pp", "slen", "rv", "rs", "rp", "sl", "aux", "la"],
  ...["pass", "lp", "prt", "neg", "m", "lm", "ol", "lo", "rm", "ok", "gap", "sent", "lq", "colon", "qlen", "q"],
] as const);
export const READING_TEMPLATES: { readonly [name: string]: number } = TEMPLATE;

/** What a reading looks like, as binary features; the weights are in lexicons/reading-weights.ts. */
export function addFeatures(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  reading: Reading,
  nameKindOf: (token: number) => string,
  features: FeatureSink,
): void {
  const { lemmas, xpos, upos, tokens, deprels } = annotated;
  const { predicate, kind, subject, content } = reading;
  const word = (text: string | boolean | number) => features.word(String(text));
  const lemmaText = lemmas[predicate]!.toLowerCase();
  const lemma = word(lemmaText);
  const quoted = isQuoted(reading);
  const shape = word(quoted ? `quote-${reading.side}` : kind);
  const particle = reading.particle !== null ? wordAt(annotated, reading.particle) : "";
  const object = content[0] !== undefined ? contentHead(annotated, reading) : null;
  const contentCase = kind === "prepositional" && object !== null ? wordAt(annotated, caseOf(annotated, object)) : "";
  const preps = word(particle + contentCase);
  const pos = word(upos[predicate]!);
  const subjectKind = word(subject === null ? "none" : kindOfNoun(annotated, subject.head, nameKindOf));
  features.add(TEMPLATE.bias);
  features.add(TEMPLATE.k, shape);
  features.add(TEMPLATE.p, pos);
  features.add(TEMPLATE.l, pos, lemma);
  features.add(TEMPLATE.lk, lemma, shape, preps);
  features.add(TEMPLATE.s, subjectKind, shape);
  features.add(TEMPLATE.sh, word(subject?.how ?? "none"), shape);
  features.add(TEMPLATE.x, word(xpos[predicate]!), shape);
  const [relation = "", subtype] = deprels[predicate]!.split(":");
  if (subtype === undefined) features.add(TEMPLATE.d, word(relation), shape);
  else features.add(TEMPLATE.d, word(relation), word(subtype), shape);
  features.add(TEMPLATE.in, word(quotes.at[predicate] !== -1), shape);
  features.add(TEMPLATE.pp, word(particle), word(contentCase), shape);
  features.add(TEMPLATE.slen, word(Math.min(6, content.length >> 1)), shape);
  const act = isReportingLemma(lemmaText) ? actOfLemma(lemmaText) : "none";
  const known = word(act);
  features.add(TEMPLATE.rv, known, shape, pos);
  features.add(TEMPLATE.rs, word(act !== "none"), subjectKind, shape);
  features.add(TEMPLATE.rp, known, preps, shape);
  if (subject !== null && upos[subject.head] === "NOUN") features.add(TEMPLATE.sl, word(lemmas[subject.head]!));
  const modal = childOf(annotated, predicate, "aux");
  if (modal !== null) {
    const modalLemma = word(lemmas[modal]!);
    features.add(TEMPLATE.aux, modalLemma, shape);
    features.add(TEMPLATE.la, lemma, modalLemma);
  }
  if (childOf(annotated, predicate, "aux:pass") !== null) {
    features.add(TEMPLATE.pass, shape);
    features.add(TEMPLATE.lp, lemma, shape);
  }
  if (childOf(annotated, predicate, "compound:prt") !== null) features.add(TEMPLATE.prt, lemma);
  if (annotated.children[predicate]!.some((child) => lemmas[child] === "not" || lemmas[child] === "n't"))
    features.add(TEMPLATE.neg, shape);
  if (object !== null) {
    const mark = word(wordAt(annotated, childOf(annotated, object, "mark")));
    const objectLemma = word(kind === "object" || kind === "prepositional" ? lemmas[object]! : "");
    features.add(TEMPLATE.m, mark, shape);
    features.add(TEMPLATE.lm, lemma, mark);
    features.add(TEMPLATE.ol, objectLemma, word(kind));
    features.add(TEMPLATE.lo, lemma, objectLemma);
    features.add(TEMPLATE.rm, known, mark, shape);
    features.add(TEMPLATE.ok, word(kindOfNoun(annotated, object, nameKindOf)), shape);
  }
  if (quoted) {
    const side = word(reading.side);
    features.add(TEMPLATE.gap, word(Math.min(6, reading.gap)), side);
    features.add(TEMPLATE.sent, word(isSentenceLike(annotated, reading)), side);
    features.add(TEMPLATE.lq, lemma);
    features.add(TEMPLATE.colon, word(tokens[content[0]! - 1]?.text === ":"));
    features.add(TEMPLATE.qlen, word(Math.min(8, content.length)));
  } else if (content.length > 0) {
    const withQuote = content.some((token) => quotes.at[token] !== -1 && quotes.at[token] !== quotes.at[predicate]);
    features.add(TEMPLATE.q, word(withQuote), shape);
  }
}

export function isQuoted(reading: Reading): reading is QuotedReading {
  return "quotations" in reading;
}

function isSentenceLike(annotated: AnnotatedReport, { content }: Reading): boolean {
  const first = annotated.tokens[content[1] ?? content[0]!]!.text;
  const last = annotated.tokens[content.at(-2) ?? content.at(-1)!]!.text;
  return /^\p{Lu}/u.test(first) && /^[.,!?…]$/.test(last);
}

/** The token of the content that hangs from outside it, nearest the predicate. */
function contentHead(annotated: AnnotatedReport, { content, predicate }: Reading): number | null {
  const own = content.find((token) => annotated.heads[token] === predicate);
  if (own !== undefined) return own;
  const inside = new Set(content);
  return content.find((token) => !inside.has(annotated.heads[token]!) && annotated.upos[token] !== "PUNCT") ?? null;
}

function kindOfNoun(annotated: AnnotatedReport, head: number, nameKindOf: (token: number) => string): string {
  const upos = annotated.upos[head]!;
  if (upos === "PROPN") return nameKindOf(head) || "propn";
  if (upos === "PRON") return annotated.lemmas[head]!.toLowerCase();
  return upos;
}

function wordAt(annotated: AnnotatedReport, token: number | null): string {
  return token === null ? "" : annotated.tokens[token]!.text.toLowerCase();
}

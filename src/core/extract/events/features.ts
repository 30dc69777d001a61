import type { AnnotatedReport } from "../../annotate/layers.ts";
import {
  childrenOf,
  firstDependent,
  headOf,
  isPassive,
  isPredicate,
  lemmaOf,
  predicateAbove,
  prepositionOf,
  relationOf,
  subjectOf,
  wordOf,
} from "./grammar.ts";
import { nameAt } from "./personal.ts";
import type { Trigger } from "./triggers.ts";

/** What features need to know of the whole report. */
export interface ReportContext {
  /** How many triggers of the report share a lemma. */
  readonly countByLemma: ReadonlyMap<string, number>;
  /** Lemmas of triggers in the first two sentences. */
  readonly leading: ReadonlySet<string>;
  readonly countByType: ReadonlyMap<string, number>;
  /** The report is about fighting and not about work: "strike" means the military kind. */
  readonly military: boolean;
  /** True for tokens inside quotation marks. */
  readonly quoted: Uint8Array;
}

export function contextOfReport(annotated: AnnotatedReport, triggers: readonly Trigger[]): ReportContext {
  const countByLemma = new Map<string, number>();
  const countByType = new Map<string, number>();
  const leading = new Set<string>();
  for (const { head, type } of triggers) {
    const lemma = lemmaOf(annotated, head);
    countByLemma.set(lemma, (countByLemma.get(lemma) ?? 0) + 1);
    countByType.set(type, (countByType.get(type) ?? 0) + 1);
    if (annotated.sentenceOf[head]! < 2) leading.add(lemma);
  }
  return { countByLemma, countByType, leading, quoted: quotedTokens(annotated), military: isMilitary(annotated) };
}

const ARMS =
  /^(?:airstrike|missile|rocket|drone|troop|soldier|army|militia|military|warplane|artillery|airbase|jihadist|rebel|shelling)$/;
const LABOUR = /^(?:union|walkout|picket|pay|wage|stoppage|ballot|employer|striker)$/;

function isMilitary(annotated: AnnotatedReport): boolean {
  let arms = 0;
  let labour = 0;
  for (let token = 0; token < annotated.tokens.length; token++) {
    if (annotated.upos[token] !== "NOUN" && annotated.upos[token] !== "ADJ") continue;
    const lemma = lemmaOf(annotated, token);
    if (ARMS.test(lemma)) arms++;
    else if (LABOUR.test(lemma)) labour++;
  }
  return arms >= 2 && labour < arms / 2;
}

function quotedTokens({ tokens, quotations }: AnnotatedReport): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  const parts = quotations
    .flatMap(({ parts: own, depth }) => (depth === 0 ? own : []))
    .sort((a, b) => a.start - b.start);
  let at = 0;
  for (const part of parts) {
    while (at < tokens.length && tokens[at]!.end <= part.start) at++;
    for (; at < tokens.length && tokens[at]!.start < part.end; at++) quoted[at] = 1;
  }
  return quoted;
}

/** What a trigger looks like, as names of binary features; the weights are in lexicons/event-weights.ts. */
export function featuresOf(annotated: AnnotatedReport, trigger: Trigger, context: ReportContext): string[] {
  const { head, type } = trigger;
  const lemma = lemmaOf(annotated, head);
  const verbal = trigger.shape === "verb";
  const shape = trigger.producedBy === "events/phrase" ? "p" : verbal ? "v" : "n";
  const relation = relationOf(annotated, head);
  const above = headOf(annotated, head);
  const aboveLemma = above < 0 ? "root" : lemmaOf(annotated, above);
  const count = context.countByLemma.get(lemma) ?? 1;
  const sentence = annotated.sentenceOf[head]!;
  const features = [
    "bias",
    `b:${shape}`,
    `t:${type}:${shape}`,
    `l:${lemma}:${shape}:${type}`,
    `r:${relation}:${shape}`,
    `rt:${relation}:${type}`,
    `x:${annotated.xpos[head]}:${shape}`,
    `n:${Math.min(count, 5)}:${shape}`,
    `nt:${Math.min(context.countByType.get(type) ?? 1, 6)}:${shape}`,
    `lead:${context.leading.has(lemma)}:${shape}`,
    `q:${context.quoted[head]}:${shape}`,
    `s:${sentence === 0 ? 0 : sentence < 4 ? 1 : 2}:${shape}`,
    `a:${aboveLemma}:${relation}`,
    `au:${above < 0 ? "root" : annotated.upos[above]}:${relation}:${shape}`,
  ];
  if (trigger.last > trigger.first) features.push(`w:${wordsOf(annotated, trigger)}`);
  if (verbal) addOfVerb(annotated, trigger, lemma, features);
  else addOfNoun(annotated, trigger, lemma, features);
  return features;
}

function wordsOf(annotated: AnnotatedReport, { first, last }: Trigger): string {
  const lemmas: string[] = [];
  for (let token = first; token <= last; token++) lemmas.push(lemmaOf(annotated, token));
  return lemmas.join("_");
}

function addOfVerb(annotated: AnnotatedReport, { head, type }: Trigger, lemma: string, features: string[]): void {
  const tense = tenseOf(annotated, head);
  const passive = isPassive(annotated, head);
  const mark = firstDependent(annotated, head, "mark");
  const subject = subjectOf(annotated, head);
  const object = firstDependent(annotated, head, "obj");
  features.push(
    `te:${tense}:${passive}`,
    `tet:${tense}:${type}`,
    `m:${mark === null ? "" : lemmaOf(annotated, mark)}`,
    `su:${kindOf(annotated, subject)}:${passive}`,
    `sut:${kindOf(annotated, subject)}:${type}`,
    `ob:${kindOf(annotated, object)}`,
    `lp:${lemma}:${passive}`,
    `lob:${lemma}:${object !== null}`,
  );
  if (object !== null)
    features.push(`lo:${lemma}:${lemmaOf(annotated, object)}`, `to:${type}:${lemmaOf(annotated, object)}`);
  if (subject !== null) features.push(`ts:${type}:${lemmaOf(annotated, subject)}`);
  for (const child of childrenOf(annotated, head)) {
    const relation = relationOf(annotated, child);
    if (relation === "obl")
      features.push(
        `ob2:${prepositionOf(annotated, child) ?? ""}`,
        `lob2:${lemma}:${prepositionOf(annotated, child) ?? ""}`,
      );
    if (relation === "advmod") features.push(`ad:${lemmaOf(annotated, child)}`);
  }
}

function addOfNoun(
  annotated: AnnotatedReport,
  { head, type, first }: Trigger,
  lemma: string,
  features: string[],
): void {
  const preposition = prepositionOf(annotated, head);
  const relation = relationOf(annotated, head);
  const predicate = predicateAbove(annotated, head);
  let determiner = "";
  let modified = "";
  for (const child of childrenOf(annotated, head)) {
    const deprel = annotated.deprels[child] ?? "";
    const kind = relationOf(annotated, child);
    if (kind === "det") determiner = wordOf(annotated, child);
    else if (deprel === "nmod:poss") determiner = "poss";
    else if (kind === "nummod") determiner ||= "num";
    else if (kind === "amod" || kind === "compound") {
      if (child < first) modified = kind;
      features.push(`mod:${lemmaOf(annotated, child)}`, `lmod:${lemma}:${lemmaOf(annotated, child)}`);
    } else if (kind === "nmod") {
      features.push(
        `nm:${prepositionOf(annotated, child) ?? ""}`,
        `lnm:${lemma}:${prepositionOf(annotated, child) ?? ""}`,
      );
      if (nameAt(annotated, child) !== null) features.push("nmname");
    } else if (kind === "acl") features.push("acl");
  }
  features.push(
    `d:${determiner}`,
    `dt:${determiner}:${type}`,
    `ld:${lemma}:${determiner}`,
    `c:${preposition ?? ""}:${relation}`,
    `lc:${lemma}:${preposition ?? ""}`,
    `mo:${modified}`,
    `ct:${preposition ?? ""}:${type}`,
    `up:${/^\p{Lu}/u.test(annotated.tokens[head]!.text)}:${annotated.tokens[head]!.start === annotated.sentences[annotated.sentenceOf[head]!]!.start}`,
    `name:${nameAt(annotated, head)?.kind ?? ""}`,
  );
  if (predicate !== null)
    features.push(`pv:${lemmaOf(annotated, predicate)}:${relation}`, `pt:${tenseOf(annotated, predicate)}`);
}

/** Tense and mood in one word: "will", "modal", "to", "perfect", "past", "present", "progressive", "gerund", "bare". */
function tenseOf(annotated: AnnotatedReport, verb: number): string {
  let perfect = false;
  let progressive = false;
  let past = false;
  let present = false;
  for (const child of childrenOf(annotated, verb)) {
    const relation = relationOf(annotated, child);
    if (relation === "mark" && wordOf(annotated, child) === "to") return "to";
    if (relation !== "aux" && relation !== "cop") continue;
    const word = wordOf(annotated, child);
    if (/^(?:will|['’]ll|shall)$/.test(word)) return "will";
    if (annotated.xpos[child] === "MD") return "modal";
    if (/^(?:has|have|had|having|['’]ve)$/.test(word)) perfect = true;
    else if (/^(?:was|were|did|got)$/.test(word)) past = true;
    else if (/^(?:is|are|am|be|['’]re|['’]s|do|does)$/.test(word)) present = true;
    else if (word === "being") progressive = true;
  }
  const xpos = annotated.xpos[verb];
  if (progressive || (xpos === "VBG" && (past || present))) return past ? "past-progressive" : "progressive";
  if (perfect) return "perfect";
  if (past || xpos === "VBD") return "past";
  if (xpos === "VBG") return "gerund";
  if (present || xpos === "VBZ" || xpos === "VBP") return "present";
  return xpos === "VBN" ? "participle" : isPredicate(annotated, verb) ? "bare" : "other";
}

function kindOf(annotated: AnnotatedReport, token: number | null): string {
  if (token === null) return "none";
  const upos = annotated.upos[token];
  if (upos === "PROPN") return "name";
  if (upos === "PRON") return `pron:${wordOf(annotated, token)}`;
  if (upos === "NUM") return "num";
  const determiner = firstDependent(annotated, token, "det");
  return `${annotated.xpos[token]}:${determiner === null ? "" : wordOf(annotated, determiner)}`;
}

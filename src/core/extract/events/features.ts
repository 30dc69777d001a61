import type { AnnotatedReport } from "../../annotate/layers.ts";
import { type FeatureSink, numberTemplates } from "../feature-weights.ts";
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
  /** Leaks that the report tells of are of papers, and not of gas or water. */
  readonly papers: boolean;
  /** Explosions that the report tells of are somebody's deed. */
  readonly bombs: boolean;
  /** The report is of a match or a race: who wins is not elected. */
  readonly sport: boolean;
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
  // "An air strike killed two. The strike took place at dawn."
  const isStruck = triggers.some(({ type }) => type === "strike-military");
  return {
    countByLemma,
    countByType,
    leading,
    quoted: quotedTokens(annotated),
    military:
      isMostlyOf(annotated, ARMS, LABOUR) || (isStruck && !annotated.lemmas.some((lemma) => LABOUR.test(lemma))),
    papers: isMostlyOf(annotated, PAPERS, FLUIDS),
    bombs: isMostlyOf(annotated, BOMBS, MISHAPS),
    sport: isMostlyOf(annotated, CONTESTS, BALLOTS),
  };
}

const ARMS =
  /^(?:airstrike|missile|rocket|drone|troop|soldier|army|militia|military|warplane|artillery|airbase|jihadist|rebel|shelling)$/;
const LABOUR = /^(?:union|walkout|picket|pay|wage|stoppage|ballot|employer|striker)$/;

const PAPERS =
  /^(?:document|paper|data|dataset|database|email|e-mail|file|memo|cable|journalist|newspaper|whistleblower|video|tape|song)$/;
const FLUIDS =
  /^(?:gas|oil|water|chemical|fuel|pipe|pipeline|sewage|radiation|ammonia|valve|tank|methane|solvent|coolant|hydrogen)$/;

const BOMBS = /^(?:bomb|bomber|bombing|suicide|grenade|attacker|militant|terrorist|terrorism|insurgent)$/;
const MISHAPS =
  /^(?:gas|leak|boiler|firework|fertilizer|fertiliser|refinery|pipeline|wartime|unexploded|factory|depot)$/;

const CONTESTS =
  /^(?:lap|podium|match|goal|goalkeeper|midfielder|referee|inning|wicket|tournament|championship|playoff|quarterback|touchdown|league|medal|athlete|finalist|semi-?final|sprint|cyclist|jockey|prix)$/;
const BALLOTS =
  /^(?:vote|voter|voting|poll|polling|ballot|candidate|constituency|party|parliament|senator|mp|election|majority|campaign|referendum|primary)$/;

/** Two words at least of one field, and more than twice as many as of the other. */
function isMostlyOf(annotated: AnnotatedReport, field: RegExp, other: RegExp): boolean {
  let own = 0;
  let others = 0;
  for (let token = 0; token < annotated.tokens.length; token++) {
    if (!FIELD_WORDS.test(annotated.upos[token]!)) continue;
    const lemma = lemmaOf(annotated, token);
    if (field.test(lemma)) own++;
    else if (other.test(lemma)) others++;
  }
  return own >= 2 && others < own / 2;
}

const FIELD_WORDS = /^(?:NOUN|PROPN|ADJ)$/;

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

const TEMPLATE = numberTemplates([
  ...["bias", "b", "t", "l", "r", "rt", "x", "n", "nt", "lead", "q", "s", "a", "au", "w"],
  ...["te", "tet", "m", "su", "sut", "ob", "lp", "lob", "lo", "to", "ts", "ob2", "lob2", "ad"],
  ...["mod", "lmod", "nm", "lnm", "nmname", "acl", "d", "dt", "ld", "c", "lc", "mo", "ct", "up", "name", "pv", "pt"],
] as const);
export const EVENT_TEMPLATES: { readonly [name: string]: number } = TEMPLATE;

/** What a trigger looks like, as binary features; the weights are in lexicons/event-weights.ts. */
export function addFeatures(
  annotated: AnnotatedReport,
  trigger: Trigger,
  context: ReportContext,
  features: FeatureSink,
): void {
  const { head } = trigger;
  const word = (text: string | number | boolean) => features.word(String(text));
  const lemmaText = lemmaOf(annotated, head);
  const lemma = word(lemmaText);
  const verbal = trigger.shape === "verb";
  const shape = word(trigger.producedBy === "events/phrase" ? "p" : verbal ? "v" : "n");
  const type = word(trigger.type);
  const relation = word(relationOf(annotated, head));
  const above = headOf(annotated, head);
  const sentence = annotated.sentenceOf[head]!;
  features.add(TEMPLATE.bias);
  features.add(TEMPLATE.b, shape);
  features.add(TEMPLATE.t, type, shape);
  features.add(TEMPLATE.l, lemma, shape, type);
  features.add(TEMPLATE.r, relation, shape);
  features.add(TEMPLATE.rt, relation, type);
  features.add(TEMPLATE.x, word(annotated.xpos[head]!), shape);
  features.add(TEMPLATE.n, word(Math.min(context.countByLemma.get(lemmaText) ?? 1, 5)), shape);
  features.add(TEMPLATE.nt, word(Math.min(context.countByType.get(trigger.type) ?? 1, 6)), shape);
  features.add(TEMPLATE.lead, word(context.leading.has(lemmaText)), shape);
  features.add(TEMPLATE.q, word(context.quoted[head]!), shape);
  features.add(TEMPLATE.s, word(sentence === 0 ? 0 : sentence < 4 ? 1 : 2), shape);
  features.add(TEMPLATE.a, word(above < 0 ? "root" : lemmaOf(annotated, above)), relation);
  features.add(TEMPLATE.au, word(above < 0 ? "root" : annotated.upos[above]!), relation, shape);
  if (trigger.last > trigger.first) features.add(TEMPLATE.w, word(wordsOf(annotated, trigger)));
  if (verbal) addOfVerb(annotated, head, type, lemma, features);
  else addOfNoun(annotated, trigger, type, lemma, features);
}

function wordsOf(annotated: AnnotatedReport, { first, last }: Trigger): string {
  const lemmas: string[] = [];
  for (let token = first; token <= last; token++) lemmas.push(lemmaOf(annotated, token));
  return lemmas.join("_");
}

function addOfVerb(annotated: AnnotatedReport, head: number, type: number, lemma: number, features: FeatureSink): void {
  const word = (text: string | boolean) => features.word(String(text));
  const tense = word(tenseOf(annotated, head));
  const passive = word(isPassive(annotated, head));
  const mark = firstDependent(annotated, head, "mark");
  const subject = subjectOf(annotated, head);
  const object = firstDependent(annotated, head, "obj");
  features.add(TEMPLATE.te, tense, passive);
  features.add(TEMPLATE.tet, tense, type);
  features.add(TEMPLATE.m, word(mark === null ? "" : lemmaOf(annotated, mark)));
  const [subjectKind, subjectWord] = kindOf(annotated, subject);
  addKind(features, TEMPLATE.su, word(subjectKind), subjectWord, passive);
  addKind(features, TEMPLATE.sut, word(subjectKind), subjectWord, type);
  const [objectKind, objectWord] = kindOf(annotated, object);
  addKind(features, TEMPLATE.ob, word(objectKind), objectWord, 0);
  features.add(TEMPLATE.lp, lemma, passive);
  features.add(TEMPLATE.lob, lemma, word(object !== null));
  if (object !== null) {
    const objectLemma = word(lemmaOf(annotated, object));
    features.add(TEMPLATE.lo, lemma, objectLemma);
    features.add(TEMPLATE.to, type, objectLemma);
  }
  if (subject !== null) features.add(TEMPLATE.ts, type, word(lemmaOf(annotated, subject)));
  for (const child of childrenOf(annotated, head)) {
    const relation = relationOf(annotated, child);
    if (relation === "obl") {
      const preposition = word(prepositionOf(annotated, child) ?? "");
      features.add(TEMPLATE.ob2, preposition);
      features.add(TEMPLATE.lob2, lemma, preposition);
    }
    if (relation === "advmod") features.add(TEMPLATE.ad, word(lemmaOf(annotated, child)));
  }
}

function addKind(features: FeatureSink, template: number, kind: number, own: string | undefined, last: number): void {
  if (own === undefined) features.add(template, kind, last);
  else features.add(template, kind, features.word(own), last);
}

function addOfNoun(
  annotated: AnnotatedReport,
  { head, first }: Trigger,
  type: number,
  lemma: number,
  features: FeatureSink,
): void {
  const word = (text: string | boolean) => features.word(String(text));
  const relation = word(relationOf(annotated, head));
  const predicate = predicateAbove(annotated, head);
  let determinerText = "";
  let modified = "";
  for (const child of childrenOf(annotated, head)) {
    const deprel = annotated.deprels[child] ?? "";
    const kind = relationOf(annotated, child);
    if (kind === "det") determinerText = wordOf(annotated, child);
    else if (deprel === "nmod:poss") determinerText = "poss";
    else if (kind === "nummod") determinerText ||= "num";
    else if (kind === "amod" || kind === "compound") {
      if (child < first) modified = kind;
      const modifier = word(lemmaOf(annotated, child));
      features.add(TEMPLATE.mod, modifier);
      features.add(TEMPLATE.lmod, lemma, modifier);
    } else if (kind === "nmod") {
      const link = word(prepositionOf(annotated, child) ?? "");
      features.add(TEMPLATE.nm, link);
      features.add(TEMPLATE.lnm, lemma, link);
      if (nameAt(annotated, child) !== null) features.add(TEMPLATE.nmname);
    } else if (kind === "acl") features.add(TEMPLATE.acl);
  }
  const determiner = word(determinerText);
  const preposition = word(prepositionOf(annotated, head) ?? "");
  const { text, start } = annotated.tokens[head]!;
  features.add(TEMPLATE.d, determiner);
  features.add(TEMPLATE.dt, determiner, type);
  features.add(TEMPLATE.ld, lemma, determiner);
  features.add(TEMPLATE.c, preposition, relation);
  features.add(TEMPLATE.lc, lemma, preposition);
  features.add(TEMPLATE.mo, word(modified));
  features.add(TEMPLATE.ct, preposition, type);
  const opens = start === annotated.sentences[annotated.sentenceOf[head]!]!.start;
  features.add(TEMPLATE.up, word(/^\p{Lu}/u.test(text)), word(opens));
  features.add(TEMPLATE.name, word(nameAt(annotated, head)?.kind ?? ""));
  if (predicate === null) return;
  features.add(TEMPLATE.pv, word(lemmaOf(annotated, predicate)), relation);
  features.add(TEMPLATE.pt, word(tenseOf(annotated, predicate)));
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

/** In one word or two: "none", "name", "num", "pron they", "NN the". */
function kindOf(annotated: AnnotatedReport, token: number | null): readonly [kind: string, word?: string] {
  if (token === null) return ["none"];
  const upos = annotated.upos[token];
  if (upos === "PROPN") return ["name"];
  if (upos === "PRON") return ["pron", wordOf(annotated, token)];
  if (upos === "NUM") return ["num"];
  const determiner = firstDependent(annotated, token, "det");
  return [annotated.xpos[token]!, determiner === null ? "" : wordOf(annotated, determiner)];
}

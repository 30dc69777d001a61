import type { AnnotatedReport } from "../../annotate/layers.ts";
import { NOUN_SENSES, type NounSense } from "../../lexicons/event-nouns.ts";
import { VERB_SENSES, type VerbSense } from "../../lexicons/event-verbs.ts";
import { TIME_UNITS } from "../../lexicons/figure-counted-nouns.ts";
import type { Sentence } from "../../segment/segmented-report.ts";
import type { EventType } from "../candidates.ts";
import { triggersFromWords } from "./event-words.ts";
import {
  agentOf,
  childrenOf,
  firstDependent,
  headOf,
  isPassive,
  lemmaOf,
  patientOf,
  prepositionOf,
  relationOf,
  subjectOf,
  wordOf,
} from "./grammar.ts";
import { isPersonal } from "./personal.ts";
import { matchPhrases } from "./phrases.ts";

/** Words that name an event: tokens `first` to `last` (included) with the head that carries the syntax. */
export interface Trigger {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly type: EventType;
  /** How its syntax is to be read; a word that the tagger took for a verb may be a noun by its neighbours. */
  readonly shape: "verb" | "noun";
  readonly producedBy: string;
}

/** Words of one sentence that may name an event, in text order; none overlap. A later step scores them. */
export function proposeTriggers(annotated: AnnotatedReport, sentence: Sentence): Trigger[] {
  const found = matchPhrases(annotated, sentence);
  const taken = new Set<number>();
  for (const { first, last, head } of found) {
    for (let token = first; token <= last; token++) taken.add(token);
    taken.add(head);
  }
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    const trigger = taken.has(token) ? null : readTrigger(annotated, token);
    if (trigger !== null && !taken.has(trigger.last)) found.push(trigger);
  }
  return [...found, ...triggersFromWords(annotated, sentence, found)].sort((a, b) => a.first - b.first);
}

function readTrigger(annotated: AnnotatedReport, token: number): Trigger | null {
  switch (annotated.upos[token]) {
    case "VERB":
      return isNounInIng(annotated, token) ? readNoun(annotated, token) : readVerb(annotated, token);
    case "NOUN":
    case "PROPN":
      return readNoun(annotated, token);
    case "ADJ":
      return isDeadAdjective(annotated, token)
        ? { first: token, last: token, head: token, type: "death", shape: "verb", producedBy: "events/adjective" }
        : null;
    default:
      return followsDeterminer(annotated, token) ? readNoun(annotated, token) : null;
  }
}

/** "a rally" where the tagger saw an adverb. */
function followsDeterminer(annotated: AnnotatedReport, token: number): boolean {
  return token > 0 && annotated.upos[token - 1] === "DET" && headOf(annotated, token - 1) === token;
}

const RARELY_VERBS = new Set([
  "ruling",
  "hearing",
  "killing",
  "shooting",
  "stabbing",
  "bombing",
  "sentencing",
  "flooding",
]);

/** "the High Court ruling": a form in -ing that ends a noun phrase instead of opening a clause. */
function isNounInIng(annotated: AnnotatedReport, token: number): boolean {
  if (annotated.xpos[token] !== "VBG" || !NOUN_SENSES.has(wordOf(annotated, token)) || token === 0) return false;
  const before = annotated.upos[token - 1];
  if (before === "DET" || annotated.xpos[token - 1] === "PRP$") return headOf(annotated, token - 1) === token;
  const plain = !childrenOf(annotated, token).some((child) =>
    ["obj", "aux", "nsubj"].includes(relationOf(annotated, child)),
  );
  return (before === "PROPN" || before === "NOUN") && plain && RARELY_VERBS.has(wordOf(annotated, token));
}

/** "Three are dead", "was found dead"; not "the dead" and not "a dead body". */
function isDeadAdjective(annotated: AnnotatedReport, token: number): boolean {
  if (wordOf(annotated, token) !== "dead" || relationOf(annotated, token) === "compound") return false;
  if (relationOf(annotated, token) === "amod") return headOf(annotated, token) < token;
  return firstDependent(annotated, token, "det") === null;
}

function readVerb(annotated: AnnotatedReport, token: number): Trigger | null {
  const senses = verbSenses(annotated, token);
  if (senses === undefined) return null;
  const relation = relationOf(annotated, token);
  if (relation === "amod" || relation === "compound" || relation === "case" || relation === "mark") return null;
  const sense = senses.find((candidate) => fitsVerb(annotated, token, candidate));
  if (sense === undefined) return null;
  const particle = sense.particle === undefined ? null : particleOf(annotated, token, sense.particle);
  const last = particle !== null && particle - token <= 3 ? particle : token;
  return {
    first: token,
    last: Math.max(last, token),
    head: token,
    type: sense.type,
    shape: "verb",
    producedBy: "events/verb",
  };
}

/** By lemma, or where the lemma is none ("rul" for "ruled"), by what the form can come from. */
function verbSenses(annotated: AnnotatedReport, token: number): readonly VerbSense[] | undefined {
  const known = VERB_SENSES.get(lemmaOf(annotated, token));
  if (known !== undefined) return known;
  const [, stem] = /^(\p{L}{2,}?)(?:ed|ing|es|s)$/u.exec(wordOf(annotated, token)) ?? [];
  if (stem === undefined) return undefined;
  return VERB_SENSES.get(`${stem}e`) ?? VERB_SENSES.get(stem) ?? VERB_SENSES.get(stem.replace(/([bdgmnprt])\1$/, "$1"));
}

function fitsVerb(annotated: AnnotatedReport, verb: number, sense: VerbSense): boolean {
  if (sense.particle !== undefined && particleOf(annotated, verb, sense.particle) === null) return false;
  if (sense.voice !== undefined && isPassive(annotated, verb) !== (sense.voice === "passive")) return false;
  if (sense.patient !== undefined || sense.object !== undefined || sense.notObject !== undefined) {
    const reached = patientOf(annotated, verb) ?? complementOf(annotated, verb);
    // "strike next week": a day or week without a preposition is no object.
    const patient = reached !== null && TIME_UNITS.has(lemmaOf(annotated, reached)) ? null : reached;
    if (sense.patient === "none" && patient !== null) return false;
    if (sense.patient === "some" && patient === null) return false;
    if (sense.patient === "person" && (patient === null || !isPersonal(annotated, patient))) return false;
    if (sense.object !== undefined && (patient === null || !hasLemma(annotated, patient, sense.object))) return false;
    if (sense.notObject !== undefined && patient !== null && hasLemma(annotated, patient, sense.notObject))
      return false;
  }
  if (sense.subject !== undefined) {
    const subject = isPassive(annotated, verb) ? agentOf(annotated, verb) : subjectOf(annotated, verb);
    if (subject === null || !hasLemma(annotated, subject, sense.subject)) return false;
  }
  if (sense.without !== undefined) {
    const { without } = sense;
    const barred = childrenOf(annotated, verb).some(
      (child) => relationOf(annotated, child) === "obl" && without.has(prepositionOf(annotated, child) ?? ""),
    );
    if (barred) return false;
  }
  if (sense.with !== undefined) {
    const [prepositions, nouns] = sense.with;
    const fits = childrenOf(annotated, verb).some((child) => {
      const relation = relationOf(annotated, child);
      if (relation !== "obl" && relation !== "xcomp" && relation !== "advcl") return false;
      const preposition = prepositionOf(annotated, child);
      if (preposition === null || !prepositions.has(preposition)) return false;
      return nouns === null || hasLemma(annotated, child, nouns);
    });
    if (!fits) return false;
  }
  return true;
}

/** "became president": a nominal predicate counts as what the verb reaches. */
function complementOf(annotated: AnnotatedReport, verb: number): number | null {
  const complement = firstDependent(annotated, verb, "xcomp");
  return complement !== null && annotated.upos[complement] !== "VERB" ? complement : null;
}

function particleOf(annotated: AnnotatedReport, verb: number, particles: ReadonlySet<string>): number | null {
  for (const child of childrenOf(annotated, verb)) {
    if (child <= verb || child - verb > 4) continue;
    const relation = relationOf(annotated, child);
    if (
      (relation === "compound" || relation === "advmod" || relation === "obl") &&
      particles.has(wordOf(annotated, child))
    )
      return child;
  }
  return null;
}

/** "Calder House" is no chamber that votes; "the House", "the state House" and "the House of Lords" are. */
function isHouseName(annotated: AnnotatedReport, house: number): boolean {
  return (
    annotated.sentenceOf[house - 1] === annotated.sentenceOf[house] &&
    /^\p{Lu}/u.test(annotated.tokens[house - 1]?.text ?? "") &&
    !/^(?:the|a|this|that|u\.?s\.?|state|lower|upper|united|states)$/.test(wordOf(annotated, house - 1))
  );
}

/** The head or one of its compounds and "of" complements ("the terms of the deal") has one of the lemmas. */
function hasLemma(annotated: AnnotatedReport, token: number, lemmas: ReadonlySet<string>, depth: number = 0): boolean {
  const isHouse = wordOf(annotated, token) === "house" && isHouseName(annotated, token);
  if (!isHouse && (lemmas.has(lemmaOf(annotated, token)) || lemmas.has(wordOf(annotated, token)))) return true;
  return childrenOf(annotated, token).some((child) => {
    const relation = relationOf(annotated, child);
    // "the last of the restrictions": a part stands for what it is part of.
    if (relation === "nmod" && PARTS.has(wordOf(annotated, token)))
      return depth < 3 && prepositionOf(annotated, child) === "of" && hasLemma(annotated, child, lemmas, depth + 1);
    if (relation === "flat" || relation === "compound")
      return depth < 3 && hasLemma(annotated, child, lemmas, depth + 1);
    return (
      (relation === "amod" || relation === "conj" || relation === "appos") && lemmas.has(lemmaOf(annotated, child))
    );
  });
}

const PARTS: ReadonlySet<string> = new Set(
  "last first most all some part parts rest remainder majority bulk half one two three both any none many several each".split(
    " ",
  ),
);

function readNoun(annotated: AnnotatedReport, token: number): Trigger | null {
  const senses = NOUN_SENSES.get(nounLemma(annotated, token));
  if (senses === undefined) return null;
  const relation = relationOf(annotated, token);
  if (relation === "compound" || relation === "flat" || isAppealToAct(annotated, token)) return null;
  const sense = senses.find((candidate) => fitsNoun(annotated, token, candidate));
  if (sense === undefined) return null;
  return { first: token, last: token, head: token, type: sense.type, shape: "noun", producedBy: "events/noun" };
}

/** "an appeal to postpone it", "an appeal for calm": what somebody asks for, and no step of law. */
function isAppealToAct(annotated: AnnotatedReport, token: number): boolean {
  if (lemmaOf(annotated, token) !== "appeal") return false;
  const next = wordOf(annotated, token + 1);
  return next === "for" || (next === "to" && annotated.xpos[token + 2] === "VB");
}

function nounLemma(annotated: AnnotatedReport, token: number): string {
  const lemma = lemmaOf(annotated, token);
  if (NOUN_SENSES.has(lemma)) return lemma;
  const word = wordOf(annotated, token);
  return NOUN_SENSES.has(word) ? word : word.replace(/s$/, "");
}

/** "the release of the hostages", "Ray’s release": of a person, by "of" before all else. */
function isOfPerson(annotated: AnnotatedReport, noun: number): boolean {
  const own = childrenOf(annotated, noun);
  const of = own.find((child) => child > noun && prepositionOf(annotated, child) === "of");
  if (of !== undefined) return isPersonal(annotated, of) && !PRINTED.test(lemmaOf(annotated, of));
  const owner = own.find((child) => annotated.deprels[child] === "nmod:poss");
  if (owner === undefined) return false;
  return (
    /^(?:his|her)$/.test(wordOf(annotated, owner)) || (isPersonal(annotated, owner) && annotated.upos[owner] !== "PRON")
  );
}

/** Things whose names end as those of people do. */
const PRINTED =
  /^(?:letter|newsletter|paper|newspaper|number|order|poster|register|banner|folder|trailer|teaser|chapter|counter|calendar|thriller|answer|offer|cover|water|power|error|dossier|ledger|charter|computer|printer|browser|driver|server|tracker)$/;

function fitsNoun(annotated: AnnotatedReport, noun: number, sense: NounSense): boolean {
  if (sense.modifier !== undefined || sense.notModifier !== undefined) {
    const modifiers = childrenOf(annotated, noun).filter(
      (child) => ["compound", "amod", "nmod", "flat"].includes(relationOf(annotated, child)) && child < noun,
    );
    const has = (lemmas: ReadonlySet<string>) => modifiers.some((child) => lemmas.has(lemmaOf(annotated, child)));
    if (sense.modifier !== undefined && !has(sense.modifier)) return false;
    if (sense.notModifier !== undefined && has(sense.notModifier)) return false;
  }
  if (sense.with !== undefined) {
    const [prepositions, nouns] = sense.with;
    const fits = childrenOf(annotated, noun).some((child) => {
      if (relationOf(annotated, child) !== "nmod") return false;
      const preposition = prepositionOf(annotated, child);
      return (
        preposition !== null && prepositions.has(preposition) && (nouns === null || hasLemma(annotated, child, nouns))
      );
    });
    if (!fits) return false;
  }
  if (sense.of === "person" && !isOfPerson(annotated, noun)) return false;
  if (sense.notVerb?.has(headOf(annotated, noun) < 0 ? "" : lemmaOf(annotated, headOf(annotated, noun)))) return false;
  if (sense.verb !== undefined) {
    const head = headOf(annotated, noun);
    const governs =
      head >= 0 && sense.verb.has(lemmaOf(annotated, head)) && ["obj", "nsubj"].includes(relationOf(annotated, noun));
    const describes = childrenOf(annotated, noun).some(
      (child) => relationOf(annotated, child) === "acl" && sense.verb!.has(lemmaOf(annotated, child)),
    );
    if (!governs && !describes) return false;
  }
  return true;
}

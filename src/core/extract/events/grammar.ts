import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isPersonNoun } from "../../annotate/person-nouns.ts";
import { PEOPLE_NOUNS } from "../../lexicons/figure-counted-nouns.ts";
import type { Span } from "../../text/span.ts";

/** Of the tokens from `first` to `end`, excluded, the one whose head lies outside them. */
export function headWithin(annotated: AnnotatedReport, first: number, end: number): number {
  for (let token = first; token < end; token++) {
    const head = headOf(annotated, token);
    if (head < first || head >= end) return token;
  }
  return first;
}

/** The dependency relation without its subtype: "nsubj:pass" → "nsubj". */
export function relationOf(annotated: AnnotatedReport, token: number): string {
  const deprel = annotated.deprels[token] ?? "";
  const colon = deprel.indexOf(":");
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

export function lemmaOf(annotated: AnnotatedReport, token: number): string {
  return (annotated.lemmas[token] ?? "").toLowerCase();
}

export function wordOf(annotated: AnnotatedReport, token: number): string {
  return (annotated.tokens[token]?.text ?? "").toLowerCase();
}

export function headOf(annotated: AnnotatedReport, token: number): number {
  return annotated.heads[token] ?? -1;
}

/** No real sentence gives a word more; a list without end must not make every look at its head as long as itself. */
const MOST_CHILDREN = 100;

export function childrenOf(annotated: AnnotatedReport, token: number): readonly number[] {
  const children = annotated.children[token] ?? NONE;
  return children.length > MOST_CHILDREN ? children.slice(0, MOST_CHILDREN) : children;
}

const NONE: readonly number[] = [];

export function firstDependent(annotated: AnnotatedReport, token: number, ...relations: string[]): number | null {
  for (const child of childrenOf(annotated, token)) {
    if (relations.includes(annotated.deprels[child] ?? "") || relations.includes(relationOf(annotated, child))) {
      return child;
    }
  }
  return null;
}

/** The adposition of a nominal: "in" for "in London". Compound ones give their first word. */
export function prepositionOf(annotated: AnnotatedReport, token: number): string | null {
  const marker = firstDependent(annotated, token, "case");
  return marker === null ? null : lemmaOf(annotated, marker);
}

const CLAUSE_RELATIONS = new Set(["root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"]);

/** True when the token heads a clause of its own (a verb, or a predicate with a copula). */
export function isPredicate(annotated: AnnotatedReport, token: number): boolean {
  const upos = annotated.upos[token];
  if (upos === "VERB") return relationOf(annotated, token) !== "amod";
  return (
    CLAUSE_RELATIONS.has(relationOf(annotated, token)) ||
    childrenOf(annotated, token).some((child) => relationOf(annotated, child) === "cop")
  );
}

/** The nearest predicate above the token (the token itself left out), or null at the root. Never leaves the sentence. */
export function predicateAbove(annotated: AnnotatedReport, token: number): number | null {
  let at = headOf(annotated, token);
  for (let steps = 0; at >= 0 && steps < 60; steps++) {
    if (isPredicate(annotated, at)) return at;
    at = headOf(annotated, at);
  }
  return null;
}

export function isPassive(annotated: AnnotatedReport, verb: number): boolean {
  for (const child of childrenOf(annotated, verb)) {
    const deprel = annotated.deprels[child];
    if (deprel === "nsubj:pass" || deprel === "aux:pass" || deprel === "csubj:pass") return true;
  }
  if (annotated.xpos[verb] !== "VBN" || isMainVerb(annotated, verb)) return false;
  // A bare participle after its noun: "the man arrested on Friday".
  const relation = relationOf(annotated, verb);
  if (relation === "acl" && annotated.deprels[verb] !== "acl:relcl")
    return !childrenOf(annotated, verb).some((child) => /^(?:obj|aux)$/.test(relationOf(annotated, child)));
  if (relation === "conj") {
    const head = headOf(annotated, verb);
    const own = childrenOf(annotated, verb).some((child) => ["nsubj", "aux"].includes(relationOf(annotated, child)));
    return !own && head >= 0 && annotated.xpos[head] === "VBN" && isPassive(annotated, head);
  }
  return false;
}

/**
 * A past tense that was read as a participle ("The union called on the mayor."): the sentence ends with a full stop, so it
 * has a main verb, and its root is the noun before this one. A headline without a stop keeps its participle.
 */
function isMainVerb(annotated: AnnotatedReport, verb: number): boolean {
  const head = headOf(annotated, verb);
  if (
    annotated.deprels[verb] !== "acl" ||
    head < 0 ||
    headOf(annotated, head) >= 0 ||
    isPredicate(annotated, head) === false
  )
    return false;
  if (annotated.upos[head] === "VERB" || head > verb) return false;
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  return (
    childrenOf(annotated, head).every((child) => relationOf(annotated, child) !== "cop") &&
    /^[.!?]$/.test(wordOf(annotated, endToken - 1))
  );
}

/** Verbs whose object does what their infinitive says: "allowed her to proceed". */
const CAUSING = new Set(
  "allow permit enable ask tell urge order force let help invite call persuade compel require cause instruct encourage forbid bar".split(
    " ",
  ),
);

/** Subject of a predicate: its own, its first conjunct's, its controller's, or the noun that a relative clause describes. */
export function subjectOf(annotated: AnnotatedReport, verb: number): number | null {
  let at = verb;
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    const own = ownSubject(annotated, at);
    if (own !== null)
      return at !== verb && isItAfter(annotated, own, at)
        ? nounBefore(annotated, verb, at)
        : antecedentOf(annotated, own, at);
    const relation = relationOf(annotated, at);
    const head = headOf(annotated, at);
    if (head < 0) return null;
    if (relation === "conj") {
      at = head;
    } else if (relation === "advcl") {
      // A clause with "for", "as" or "when" has a subject of its own, found or not; "by marching" and "to march" share it.
      const mark = firstDependent(annotated, at, "mark");
      if (mark !== null && lemmaOf(annotated, mark) !== "to" && annotated.xpos[at] !== "VBG") return null;
      const controlled = CAUSING.has(lemmaOf(annotated, head)) ? firstDependent(annotated, head, "obj", "iobj") : null;
      if (controlled !== null && controlled < at) return controlled;
      at = head;
    } else if (relation === "xcomp") {
      const controller = firstDependent(annotated, head, "obj", "iobj") ?? calledOn(annotated, head, at);
      if (controller !== null) return controller;
      at = head;
    } else if (relation === "acl") {
      // "plans to march", "the charade of arresting people": the noun is not who does it.
      return firstDependent(annotated, at, "mark") === null ? (tiedBefore(annotated, at, head) ?? head) : null;
    } else if (relation === "parataxis" && steps === 0) {
      return nounBefore(annotated, at, head);
    } else {
      return null;
    }
    if (annotated.upos[at] !== "VERB" && annotated.upos[at] !== "AUX" && !isPredicate(annotated, at)) return null;
  }
  return null;
}

/** "parents of children | killed in the fire", "a lawyer for a woman | arrested on Friday": not the parents, nor the lawyer. */
function tiedBefore(annotated: AnnotatedReport, participle: number, noun: number): number | null {
  const { upos, xpos, deprels, heads } = annotated;
  const near = participle - 1;
  if (xpos[participle] !== "VBN" || near <= noun || !/^(?:NOUN|PROPN)$/.test(upos[near] ?? "")) return null;
  if (!/^(?:of|for|to)$/.test(wordOf(annotated, noun + 1))) return null;
  let head = near;
  while (/^(?:flat|compound)/.test(deprels[head] ?? "") && heads[head]! > noun) head = heads[head]!;
  const isPerson = (token: number) => isPersonNoun(annotated, token) || PEOPLE_NOUNS.has(lemmaOf(annotated, token));
  return isPerson(noun) || isPerson(head) ? head : null;
}

/** "called on | the mayor | to resign" */
function calledOn(annotated: AnnotatedReport, verb: number, infinitive: number): number | null {
  if (!/^(?:call|press|prevail|appeal|plead)$/.test(lemmaOf(annotated, verb))) return null;
  // Parsers tie the "on" to either.
  const particle = wordOf(annotated, verb + 1);
  const asked = childrenOf(annotated, verb).filter(
    (child) =>
      child > verb &&
      child < infinitive &&
      relationOf(annotated, child) === "obl" &&
      /^(?:on|upon|with|to)$/.test(prepositionOf(annotated, child) ?? particle),
  );
  return asked.at(-1) ?? null;
}

/** "whom" does nothing, whatever a parser makes of it: "the minister, whom residents have urged to go". */
function ownSubject(annotated: AnnotatedReport, verb: number): number | null {
  const subjects = childrenOf(annotated, verb).filter((child) => /^nsubj(?:$|:pass$)/.test(annotated.deprels[child]!));
  return subjects.find((child) => wordOf(annotated, child) !== "whom") ?? null;
}

/** A finite verb that a wrong reading has cut from its subject: the last nominal before it that hangs on the same head. */
function nounBefore(annotated: AnnotatedReport, verb: number, head: number): number | null {
  if (!/^VB[DZP]$/.test(annotated.xpos[verb] ?? "")) return null;
  const nominals = childrenOf(annotated, head).filter(
    (child) => child < verb && (annotated.upos[child] === "NOUN" || annotated.upos[child] === "PROPN"),
  );
  return nominals.at(-1) ?? null;
}

/** "It comes after six people appeared in court": what follows is not done by "it". */
function isItAfter(annotated: AnnotatedReport, subject: number, verb: number): boolean {
  return /^(?:it|this|that)$/.test(wordOf(annotated, subject)) && /^(?:come|follow)$/.test(lemmaOf(annotated, verb));
}

/** What the verb is done to: its object, or the subject of a passive. */
export function patientOf(annotated: AnnotatedReport, verb: number): number | null {
  if (isPassive(annotated, verb)) {
    const own = firstDependent(annotated, verb, "nsubj:pass");
    return own === null ? subjectOf(annotated, verb) : antecedentOf(annotated, own, verb);
  }
  const object = firstDependent(annotated, verb, "obj") ?? whomOf(annotated, verb);
  return object === null ? null : antecedentOf(annotated, object, verb);
}

/** The "whom" that opens a relative clause, which a parser takes for a second subject. */
export function whomOf(annotated: AnnotatedReport, verb: number): number | null {
  return childrenOf(annotated, verb).find((child) => child < verb && wordOf(annotated, child) === "whom") ?? null;
}

/** Who does it: the subject of an active verb, or the "by" phrase of a passive. */
export function agentOf(annotated: AnnotatedReport, verb: number): number | null {
  if (!isPassive(annotated, verb)) return subjectOf(annotated, verb);
  for (const child of childrenOf(annotated, verb)) {
    if (relationOf(annotated, child) === "obl" && prepositionOf(annotated, child) === "by") return child;
  }
  return null;
}

/** A relative pronoun gives way to the noun that its clause describes; other tokens stand for themselves. */
export function antecedentOf(annotated: AnnotatedReport, token: number, clause: number): number {
  const xpos = annotated.xpos[token];
  if (xpos !== "WDT" && xpos !== "WP" && wordOf(annotated, token) !== "that") return token;
  // "a spokesman for the minister, Ines Calder, whom …": a person, and the last one named.
  if (wordOf(annotated, token) === "whom") return nominalBefore(annotated, token) ?? token;
  let at = clause;
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    if (annotated.deprels[at] === "acl:relcl" || annotated.deprels[at] === "acl") {
      const head = headOf(annotated, at);
      return head < 0 ? token : (personBefore(annotated, token, head) ?? head);
    }
    if (relationOf(annotated, at) !== "conj" && relationOf(annotated, at) !== "xcomp") break;
    at = headOf(annotated, at);
  }
  if (xpos === "WDT") return nominalBefore(annotated, token) ?? token;
  return wordOf(annotated, token) === "who" ? (describedBefore(annotated, token) ?? token) : token;
}

/** "at a hearing before Judge Ann Ray, | who | jailed him": a person, where a parser hangs the clause on a thing. */
function personBefore(annotated: AnnotatedReport, who: number, head: number): number | null {
  if (wordOf(annotated, who) !== "who" || annotated.upos[head] !== "NOUN" || isPersonNoun(annotated, head)) return null;
  if (/^NNS$/.test(annotated.xpos[head] ?? "") || PEOPLE_NOUNS.has(lemmaOf(annotated, head))) return null;
  const near = nominalBefore(annotated, who);
  return near !== null && near !== head && annotated.upos[near] === "PROPN" ? near : null;
}

/** "promised relatives | who want the wreck raised"; not "asked residents who had seen it". */
function describedBefore(annotated: AnnotatedReport, who: number): number | null {
  const noun = nominalBefore(annotated, who);
  const verb = noun === null ? -1 : headOf(annotated, noun);
  return verb >= 0 && /^(?:ask|tell|know|wonder)$/.test(lemmaOf(annotated, verb)) ? null : noun;
}

/** The head of the phrase that ends right before a relative pronoun, a comma between them or not. */
function nominalBefore(annotated: AnnotatedReport, pronoun: number): number | null {
  let at = annotated.upos[pronoun - 1] === "PUNCT" ? pronoun - 2 : pronoun - 1;
  if (at < 0 || annotated.sentenceOf[at] !== annotated.sentenceOf[pronoun]) return null;
  for (let steps = 0; steps < 6 && ["flat", "compound", "case"].includes(relationOf(annotated, at)); steps++) {
    at = headOf(annotated, at);
  }
  return annotated.upos[at] === "NOUN" || annotated.upos[at] === "PROPN" ? at : null;
}

/** Conjuncts of a nominal, itself first: "London, Belfast and Edinburgh" from "London". */
export function withConjuncts(annotated: AnnotatedReport, token: number): number[] {
  const found = [token];
  for (let at = 0; at < found.length && found.length < 40; at++) {
    for (const child of childrenOf(annotated, found[at] ?? -1)) {
      if (relationOf(annotated, child) === "conj" && annotated.upos[child] !== "VERB") found.push(child);
    }
  }
  return found;
}

const OUTSIDE_PHRASE = new Set([
  "case",
  "punct",
  "cc",
  "conj",
  "acl",
  "appos",
  "parataxis",
  "advcl",
  "mark",
  "cop",
  "nsubj",
  "dep",
]);

/** The noun phrase of a head: determiner, modifiers, and what "of" adds, without relative clauses, appositions and conjuncts. */
export function phraseSpan(annotated: AnnotatedReport, head: number): Span {
  let first = head;
  let last = head;
  const waiting = [head];
  // A phrase longer than this is a wrong reading; its head's near words are enough.
  for (let steps = 0; waiting.length > 0 && steps < 60; steps++) {
    const token = waiting.pop()!;
    first = Math.min(first, token);
    last = Math.max(last, token);
    for (const child of childrenOf(annotated, token)) {
      if (belongsToPhrase(annotated, child, token === head)) waiting.push(child);
    }
  }
  return spanOfTokens(annotated, first, last + 1);
}

function belongsToPhrase(annotated: AnnotatedReport, child: number, top: boolean): boolean {
  const relation = relationOf(annotated, child);
  if (top ? OUTSIDE_PHRASE.has(relation) : relation === "punct" || relation === "acl" || relation === "appos")
    return false;
  if (relation !== "nmod" || annotated.deprels[child] === "nmod:poss") return true;
  return prepositionOf(annotated, child) === "of";
}

/** From the first token to the end of the last but one of `endToken`. */
export function spanOfTokens(annotated: AnnotatedReport, firstToken: number, endToken: number): Span {
  const first = annotated.tokens[firstToken];
  const last = annotated.tokens[endToken - 1];
  if (first === undefined || last === undefined) {
    throw new RangeError(`Tokens ${firstToken}–${endToken} are outside a report of ${annotated.tokens.length} tokens`);
  }
  return { start: first.start, end: last.end };
}

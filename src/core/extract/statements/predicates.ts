import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf, childrenOf, isUnder, subtreeOf } from "../../annotate/tree.ts";

/** What kind of words carry the content, seen from the predicate that may be a cue. */
export type ContentKind =
  | "clause" // said that …
  | "inverted" // …, he said
  | "infinitive" // asked them to …
  | "gerund" // denied taking …
  | "object" // denied the charges
  | "small-clause" // called it "a farce"
  | "prepositional" // called for calm
  | "passive" // was convicted of …
  | "bare"; // said: + a quotation only

/** One way to read a word as the cue of a statement. Token indices are report-wide. */
export interface Reading {
  readonly predicate: number;
  readonly kind: ContentKind;
  /** Tokens of the content, in text order. */
  readonly content: readonly number[];
  /** Preposition that belongs to the cue ("called for"), as a token index. */
  readonly particle: number | null;
  readonly subject: Subject | null;
  readonly addressee: number | null;
}

export interface Subject {
  readonly head: number;
  /** How the subject was found: its own, shared with another verb, the noun a clause modifies, an agent, a possessor. */
  readonly how: "own" | "shared" | "antecedent" | "agent" | "possessor";
}

const CLAUSES = ["ccomp"];

/** Every way that each verb, noun or adjective of the report could be a cue; a later step scores them. */
export function readPredicates(annotated: AnnotatedReport): Reading[] {
  const readings: Reading[] = [];
  for (let token = 0; token < annotated.tokens.length; token++) {
    const upos = annotated.upos[token];
    if (upos === "VERB") readings.push(...readVerb(annotated, token));
    else if (upos === "NOUN") readings.push(...readNoun(annotated, token));
    else if (upos === "ADJ") readings.push(...readAdjective(annotated, token));
  }
  return readings;
}

function readVerb(annotated: AnnotatedReport, verb: number): Reading[] {
  const { deprels, heads, upos } = annotated;
  const passiveSubject = childOf(annotated, verb, "nsubj:pass", "csubj:pass");
  const passive = passiveSubject !== null || childOf(annotated, verb, "aux:pass") !== null;
  const agent = passive || deprels[verb] === "acl" ? agentOf(annotated, verb) : null;
  const subject: Subject | null = agent !== null ? { head: agent, how: "agent" } : passive ? null : subjectOf(annotated, verb);
  const readings: Reading[] = [];
  const add = (kind: ContentKind, content: readonly number[], particle: number | null = null, addressee: number | null = null) => {
    if (content.length > 0) readings.push({ predicate: verb, kind, content, particle, subject, addressee });
  };
  const object = childOf(annotated, verb, "obj");
  const indirect = childOf(annotated, verb, "iobj");
  const obliques = childrenOf(annotated, verb, "obl").filter((child) => caseOf(annotated, child) !== null);
  const told = indirect ?? (object !== null && isBeing(annotated, object) ? object : null);
  const calledOn = obliques.find((child) => isBeing(annotated, child) && ["on", "upon", "to", "with", "from"].includes(lemmaOfCase(annotated, child))) ?? null;

  for (const clause of childrenOf(annotated, verb, ...CLAUSES)) {
    add("clause", contentOf(annotated, clause, verb), null, told ?? (passive ? passiveSubject : calledOn));
  }
  const root = heads[verb]!;
  if (deprels[verb] === "parataxis" && root >= 0 && subject?.how === "own") {
    add("inverted", subtreeOf(annotated, root, (child) => child === verb || isAside(annotated, child)), null, told ?? calledOn);
  }
  for (const clause of childrenOf(annotated, verb, "xcomp", "advcl")) {
    const infinitive = childrenOf(annotated, clause, "mark").some((mark) => annotated.lemmas[mark] === "to");
    const gerund = annotated.xpos[clause] === "VBG" && deprels[clause] === "xcomp";
    if (infinitive) {
      const on = calledOn !== null ? caseOf(annotated, calledOn) : null;
      if (passive && passiveSubject !== null) {
        add("passive", [...withoutRelatives(annotated, passiveSubject), ...subtreeOf(annotated, clause)]);
      }
      add("infinitive", subtreeOf(annotated, clause), on, object ?? calledOn ?? indirect ?? (passive ? passiveSubject : null));
    } else if (gerund) add("gerund", subtreeOf(annotated, clause));
    else if (deprels[clause] === "xcomp" && object !== null) {
      add("small-clause", [...subtreeOf(annotated, object), ...subtreeOf(annotated, clause)].sort(ascending));
    } else if (deprels[clause] === "xcomp" && passiveSubject !== null) {
      add("passive", [...withoutRelatives(annotated, passiveSubject), ...subtreeOf(annotated, clause)].sort(ascending));
    }
  }
  if (object !== null) {
    add("object", subtreeOf(annotated, object), null, indirect);
    for (const inside of [object, calledOn ?? -1]) {
      if (inside < 0) continue;
      const infinitive = childrenOf(annotated, inside, "acl", "advcl", "ccomp").find((child) =>
        childrenOf(annotated, child, "mark").some((mark) => annotated.lemmas[mark] === "to"),
      );
      if (infinitive !== undefined) add("infinitive", subtreeOf(annotated, infinitive), null, inside);
    }
    for (const oblique of obliques) {
      if (["as", "of", "with", "for", "over"].includes(lemmaOfCase(annotated, oblique))) {
        add("small-clause", [...subtreeOf(annotated, object), ...subtreeOf(annotated, oblique)].sort(ascending));
      }
    }
  }
  for (const oblique of obliques) {
    const particle = caseOf(annotated, oblique)!;
    const inCue = particle === verb + 1 && ["for", "on", "to", "against", "about", "in", "with"].includes(lemmaOfCase(annotated, oblique));
    const all = subtreeOf(annotated, oblique);
    add("prepositional", inCue ? all.filter((token) => token > particle) : all, inCue ? particle : null, object ?? passiveSubject);
    if (passive && passiveSubject !== null && oblique !== agent) {
      add("passive", [...withoutRelatives(annotated, passiveSubject), ...all].sort(ascending));
    }
  }
  if (passive && passiveSubject !== null) add("passive", withoutRelatives(annotated, passiveSubject));
  if (upos[verb] === "VERB" && readings.length === 0 && subject !== null) {
    readings.push({ predicate: verb, kind: "bare", content: [], particle: null, subject, addressee: told ?? calledOn });
  }
  return readings;
}

function readNoun(annotated: AnnotatedReport, noun: number): Reading[] {
  const readings: Reading[] = [];
  const subject = nounSubject(annotated, noun);
  for (const child of annotated.children[noun]!) {
    if (child < noun) continue;
    const deprel = annotated.deprels[child]!;
    const infinitive = childrenOf(annotated, child, "mark").some((mark) => annotated.lemmas[mark] === "to");
    const that = childrenOf(annotated, child, "mark").some((mark) => annotated.lemmas[mark] === "that");
    const addressee = childrenOf(annotated, noun, "nmod").find((other) => other > noun && lemmaOfCase(annotated, other) === "to") ?? null;
    const base = { predicate: noun, particle: null, subject, addressee };
    if (deprel.startsWith("acl") && infinitive) readings.push({ ...base, kind: "infinitive", content: subtreeOf(annotated, child) });
    else if ((deprel === "acl" || deprel === "ccomp" || deprel === "acl:relcl") && that) {
      readings.push({ ...base, kind: "clause", content: subtreeOf(annotated, child) });
    } else if (deprel === "nmod" && child !== subject?.head) {
      const particle = caseOf(annotated, child);
      if (particle === null) continue;
      const inCue = particle === noun + 1;
      const content = subtreeOf(annotated, child).filter((token) => !inCue || token > particle);
      readings.push({ ...base, kind: "prepositional", content, particle: inCue ? particle : null });
    }
  }
  return readings;
}

function readAdjective(annotated: AnnotatedReport, adjective: number): Reading[] {
  const readings: Reading[] = [];
  const subject = subjectOf(annotated, adjective);
  if (subject === null) return readings;
  for (const child of annotated.children[adjective]!) {
    if (child < adjective) continue;
    const deprel = annotated.deprels[child]!;
    const infinitive = childrenOf(annotated, child, "mark").some((mark) => annotated.lemmas[mark] === "to");
    const base = { predicate: adjective, particle: null, subject, addressee: null, content: subtreeOf(annotated, child) };
    if (deprel === "ccomp") readings.push({ ...base, kind: "clause" });
    else if ((deprel === "xcomp" || deprel === "advcl") && infinitive) readings.push({ ...base, kind: "infinitive" });
    else if (deprel === "obl" && caseOf(annotated, child) !== null) readings.push({ ...base, kind: "prepositional" });
  }
  return readings;
}

/** Who does what `verb` says, in the grammar of the sentence. */
export function subjectOf(annotated: AnnotatedReport, verb: number, depth = 0): Subject | null {
  const { deprels, heads, lemmas } = annotated;
  const own = childOf(annotated, verb, "nsubj", "nsubj:outer");
  const head = heads[verb]!;
  if (own !== null) {
    const relative = ["who", "which", "that"].includes(lemmas[own]!);
    if (relative && deprels[verb] === "acl:relcl" && head >= 0) return { head, how: "antecedent" };
    return { head: own, how: "own" };
  }
  if (head < 0 || depth > 6) return null;
  switch (deprels[verb]) {
    case "conj":
    case "parataxis":
      return asShared(subjectOf(annotated, head, depth + 1)) ?? asShared(passiveSubjectOf(annotated, head));
    case "xcomp": {
      const object = childOf(annotated, head, "obj", "iobj");
      if (object !== null && object < verb && isBeing(annotated, object)) return { head: object, how: "shared" };
      return asShared(subjectOf(annotated, head, depth + 1)) ?? asShared(passiveSubjectOf(annotated, head));
    }
    case "advcl":
      return asShared(subjectOf(annotated, head, depth + 1)) ?? asShared(passiveSubjectOf(annotated, head));
    case "acl":
    case "acl:relcl":
      return annotated.xpos[verb] === "VBN" ? null : { head, how: "antecedent" };
    default:
      return null;
  }
}

function passiveSubjectOf(annotated: AnnotatedReport, verb: number): Subject | null {
  const subject = childOf(annotated, verb, "nsubj:pass");
  return subject === null ? null : { head: subject, how: "shared" };
}

function asShared(subject: Subject | null): Subject | null {
  return subject && { head: subject.head, how: "shared" };
}

function agentOf(annotated: AnnotatedReport, verb: number): number | null {
  return (
    annotated.children[verb]!.find(
      (child) =>
        child > verb &&
        (annotated.deprels[child] === "obl:agent" || (annotated.deprels[child] === "obl" && lemmaOfCase(annotated, child) === "by")) &&
        annotated.xpos[child] !== "VBG",
    ) ?? null
  );
}

function nounSubject(annotated: AnnotatedReport, noun: number): Subject | null {
  const possessor = childOf(annotated, noun, "nmod:poss");
  if (possessor !== null) return { head: possessor, how: "possessor" };
  const by = childrenOf(annotated, noun, "nmod").find((child) => child > noun && ["by", "from"].includes(lemmaOfCase(annotated, child)));
  if (by !== undefined) return { head: by, how: "agent" };
  const verb = annotated.heads[noun]!;
  const light = verb >= 0 && annotated.deprels[noun] === "obj" && LIGHT_VERBS.has(annotated.lemmas[verb]!);
  if (light) return asShared(subjectOf(annotated, verb));
  const maker = annotated.children[noun]!.find(
    (child) => child < noun && annotated.deprels[child] === "compound" && annotated.upos[child] === "PROPN",
  );
  return maker === undefined ? null : { head: maker, how: "possessor" };
}

export const LIGHT_VERBS = new Set(["make", "take", "have", "give", "issue", "reach", "express", "hold", "announce", "voice", "launch", "file", "win", "raise"]);

/** The case mark of a noun ("of", "for", "according"), as a token index. */
export function caseOf(annotated: AnnotatedReport, noun: number): number | null {
  return annotated.children[noun]!.find((child) => child < noun && annotated.deprels[child] === "case") ?? null;
}

export function lemmaOfCase(annotated: AnnotatedReport, noun: number): string {
  const mark = caseOf(annotated, noun);
  return mark === null ? "" : annotated.tokens[mark]!.text.toLowerCase();
}

/** Words that can be spoken to: names of people and bodies, pronouns of people, and nouns that are not plainly things. */
function isBeing(annotated: AnnotatedReport, token: number): boolean {
  return annotated.upos[token] === "PROPN" || annotated.upos[token] === "PRON" || annotated.upos[token] === "NOUN";
}

function contentOf(annotated: AnnotatedReport, clause: number, verb: number): number[] {
  return subtreeOf(annotated, clause, (child) => isAside(annotated, child) || (annotated.deprels[child] === "parataxis" && isUnder(annotated, verb, child)));
}

/** A clause of another speaker inside the content: ", he said," */
function isAside(annotated: AnnotatedReport, child: number): boolean {
  return annotated.deprels[child] === "parataxis" && ["say", "add", "tell"].includes(annotated.lemmas[child]!);
}

function withoutRelatives(annotated: AnnotatedReport, noun: number): number[] {
  return subtreeOf(annotated, noun, (child) => annotated.deprels[child] === "acl:relcl");
}

function ascending(a: number, b: number): number {
  return a - b;
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf, childrenOf, isUnder, subtreeOf } from "../../annotate/tree.ts";
import { isReportingLemma } from "../../lexicons/acts.ts";
import { MEDIUM_BY_WORD } from "../../lexicons/media.ts";

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
  /** First and last token of the phrase where its place in the sentence shows it better than the parse does. */
  readonly phrase?: readonly [number, number];
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
  const passiveSubject = antecedentOr(annotated, verb, childOf(annotated, verb, "nsubj:pass", "csubj:pass"));
  const passive = passiveSubject !== null || childOf(annotated, verb, "aux:pass") !== null;
  const agent = passive || deprels[verb] === "acl" ? agentOf(annotated, verb) : null;
  const subject: Subject | null =
    agent !== null
      ? { head: agent, how: "agent" }
      : passive
        ? null
        : (subjectOf(annotated, verb) ?? phraseBeforeVerb(annotated, verb));
  const readings: Reading[] = [];
  const add = (
    kind: ContentKind,
    content: readonly number[],
    particle: number | null = null,
    addressee: number | null = null,
  ) => {
    if (content.length > 0) readings.push({ predicate: verb, kind, content, particle, subject, addressee });
  };
  const object = childOf(annotated, verb, "obj");
  // "ruled the country for ten years" governs it; courts rule that, on or against.
  if (object !== null && annotated.lemmas[verb] === "rule") return [];
  const indirect = childOf(annotated, verb, "iobj");
  const obliques = childrenOf(annotated, verb, "obl").filter((child) => caseOf(annotated, child) !== null);
  const silent = REPORTING_TO_THE_END.has(annotated.lemmas[verb]!);
  const told = silent ? null : (indirect ?? (object !== null && isBeing(annotated, object) ? object : null));
  const calledOn =
    obliques.find(
      (child) => isBeing(annotated, child) && !isTimeWord(annotated, child) && addresses(annotated, verb, child),
    ) ?? null;

  for (const clause of childrenOf(annotated, verb, ...CLAUSES)) {
    add(
      "clause",
      wholeReport(annotated, verb, subject, contentOf(annotated, clause, verb)),
      null,
      told ?? (passive ? passiveSubject : calledOn),
    );
  }
  if (subject?.how === "own" && subject.head < verb && !passive && childOf(annotated, verb, ...CLAUSES) === null) {
    add("clause", unparsedReport(annotated, verb));
  }
  const root = heads[verb]!;
  if (deprels[verb] === "parataxis" && root >= 0 && subject?.how === "own") {
    add(
      "inverted",
      subtreeOf(annotated, root, (child) => child === verb || isAside(annotated, child)),
      null,
      told ?? calledOn,
    );
  }
  for (const clause of childrenOf(annotated, verb, "xcomp", "advcl")) {
    const infinitive = childrenOf(annotated, clause, "mark").some((mark) => annotated.lemmas[mark] === "to");
    const gerund = annotated.xpos[clause] === "VBG" && deprels[clause] === "xcomp";
    if (
      infinitive &&
      object !== null &&
      object < clause &&
      (REQUEST_NOUNS.has(annotated.lemmas[object]!) || !OBJECT_CONTROL.has(annotated.lemmas[verb]!))
    ) {
      const words = [...subtreeOf(annotated, object), ...subtreeOf(annotated, clause)].sort(ascending);
      add(
        "object",
        Array.from({ length: words.at(-1)! - words[0]! + 1 }, (_, i) => words[0]! + i),
      );
    } else if (infinitive) {
      const on = calledOn !== null ? caseOf(annotated, calledOn) : null;
      if (passive && passiveSubject !== null) {
        add("passive", [...withoutRelatives(annotated, passiveSubject), ...subtreeOf(annotated, clause)]);
      }
      add(
        "infinitive",
        subtreeOf(annotated, clause),
        on,
        object ?? calledOn ?? indirect ?? (passive ? passiveSubject : null),
      );
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
      const valued = lemmaOfCase(annotated, oblique) === "at" && VALUING.has(annotated.lemmas[verb]!);
      if (valued || ["as", "of", "with", "for", "over"].includes(lemmaOfCase(annotated, oblique))) {
        add("small-clause", [...subtreeOf(annotated, object), ...subtreeOf(annotated, oblique)].sort(ascending));
      }
    }
  }
  for (const oblique of obliques) {
    const particle = caseOf(annotated, oblique)!;
    const inCue =
      particle === verb + 1 &&
      ["for", "on", "to", "against", "about", "in", "with"].includes(lemmaOfCase(annotated, oblique));
    const all = subtreeOf(annotated, oblique);
    add(
      "prepositional",
      inCue ? all.filter((token) => token > particle) : all,
      inCue ? particle : null,
      object ?? passiveSubject,
    );
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
    const addressee =
      childrenOf(annotated, noun, "nmod").find((other) => other > noun && lemmaOfCase(annotated, other) === "to") ??
      null;
    const base = { predicate: noun, particle: null, subject, addressee };
    if (deprel.startsWith("acl") && infinitive)
      readings.push({ ...base, kind: "infinitive", content: subtreeOf(annotated, child) });
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
    const base = {
      predicate: adjective,
      particle: null,
      subject,
      addressee: null,
      content: subtreeOf(annotated, child),
    };
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
    if (depth > 0 && isEmptyIt(annotated, own, verb)) return null;
    return { head: own, how: "own" };
  }
  if (head < 0 || depth > 6) return null;
  switch (deprels[verb]) {
    case "conj":
      return asShared(subjectOf(annotated, head, depth + 1)) ?? asShared(passiveSubjectOf(annotated, head));
    case "xcomp": {
      const carried = signBefore(annotated, verb);
      if (carried !== null) return carried;
      const object = childOf(annotated, head, "obj", "iobj");
      if (object !== null && object < verb && isBeing(annotated, object)) return { head: object, how: "shared" };
      return asShared(subjectOf(annotated, head, depth + 1)) ?? asShared(passiveSubjectOf(annotated, head));
    }
    case "advcl": {
      const carried = signBefore(annotated, verb) ?? agentBefore(annotated, verb, head);
      if (carried !== null) return carried;
      return asShared(subjectOf(annotated, head, depth + 1)) ?? asShared(passiveSubjectOf(annotated, head));
    }
    case "acl":
    case "acl:relcl":
      if (/^(VBD|VBZ)$/.test(annotated.xpos[verb]!) && deprels[verb] === "acl") return null;
      return (
        signBefore(annotated, verb) ??
        writerBefore(annotated, verb, head) ??
        (annotated.xpos[verb] === "VBN" ? null : { head, how: "antecedent" })
      );
    default:
      return null;
  }
}

/** "holding signs saying": the words are on the signs. */
function signBefore(annotated: AnnotatedReport, verb: number): Subject | null {
  const sign = verb - 1;
  if (annotated.xpos[verb] !== "VBG" || sign < 0 || MEDIUM_BY_WORD.get(annotated.lemmas[sign]!) !== "sign") return null;
  let first = sign;
  while (first > 0 && /^(DET|ADJ|NUM)$/.test(annotated.upos[first - 1]!)) first--;
  return { head: sign, how: "antecedent", phrase: [first, sign] };
}

/** "wrote to the minister asking for": whoever wrote asks, not whoever was written to. */
function writerBefore(annotated: AnnotatedReport, verb: number, head: number): Subject | null {
  if (annotated.xpos[verb] !== "VBG" || lemmaOfCase(annotated, head) !== "to") return null;
  const above = annotated.heads[head]!;
  const contact = above >= 0 && annotated.lemmas[above] === "letter" ? annotated.heads[above]! : above;
  if (contact < 0 || !CONTACTING.has(annotated.lemmas[contact]!)) return null;
  return asShared(subjectOf(annotated, contact, 1)) ?? asShared(passiveSubjectOf(annotated, contact));
}

const CONTACTING = new Set(["write", "send", "speak", "appeal", "complain", "deliver", "address", "post", "email"]);

/** "was contacted by the police asking for": the police ask. */
function agentBefore(annotated: AnnotatedReport, verb: number, head: number): Subject | null {
  const agent = annotated.xpos[verb] === "VBG" ? agentOf(annotated, head) : null;
  return agent !== null && agent < verb && isUnder(annotated, verb - 1, agent)
    ? { head: agent, how: "antecedent" }
    : null;
}

/** For "the group, which has been banned": the group. */
function antecedentOr(annotated: AnnotatedReport, verb: number, subject: number | null): number | null {
  if (subject === null || !/^(who|which|that)$/.test(annotated.lemmas[subject]!)) return subject;
  return annotated.deprels[verb] === "acl:relcl" && annotated.heads[verb]! >= 0 ? annotated.heads[verb]! : subject;
}

/**
 * The noun phrase right before a finite reporting verb, for sentences that the parser took apart wrongly ("Both the
 * council and the government called for …"). Only where the phrase opens its clause, so that nothing else can be meant.
 */
function phraseBeforeVerb(annotated: AnnotatedReport, verb: number): Subject | null {
  const { upos, xpos, tokens, sentences, sentenceOf } = annotated;
  const start = sentences[sentenceOf[verb]!]!.firstToken;
  let last = verb - 1;
  while (last > start && /^(ADV|AUX|PART)$/.test(upos[last]!)) last--;
  const group = upos.slice(last + 1, verb).includes("AUX");
  if (!(group || /^(VBD|VBZ|VBP)$/.test(xpos[verb]!)) || !isReportingLemma(annotated.lemmas[verb]!)) return null;
  let first = last + 1;
  while (first > start && IN_PHRASE.test(upos[first - 1]!) && !/^["“”‘:;—–()]$/.test(tokens[first - 1]!.text)) first--;
  const opens = first === start || /^(PUNCT|SCONJ|CCONJ)$/.test(upos[first - 1]!);
  // "On Friday, Ann Ray, the mayor, said": the opening phrase goes.
  if (upos[first] === "ADP") {
    while (first <= last && tokens[first]!.text !== ",") first++;
    first++;
  }
  while (first <= last && /^(CCONJ|PUNCT|ADV)$/.test(upos[first]!) && !/^both$/i.test(tokens[first]!.text)) first++;
  if (!opens || first > last) return null;
  let head: number | null = null;
  for (let token = first; token <= last && tokens[token]!.text !== "," && upos[token] !== "ADP"; token++) {
    if (upos[token] === "CCONJ" && head !== null) break;
    if (/^(NOUN|PROPN|PRON)$/.test(upos[token]!)) head = token;
  }
  if (head === null || /^(it|this|that|there|which|what)$/i.test(tokens[head]!.text)) return null;
  return { head, how: "own", phrase: [first, last] };
}

const IN_PHRASE = /^(DET|ADJ|NOUN|PROPN|NUM|PRON|ADP|CCONJ|PART|PUNCT|ADV)$/;

function passiveSubjectOf(annotated: AnnotatedReport, verb: number): Subject | null {
  const subject = childOf(annotated, verb, "nsubj:pass");
  return subject === null ? null : { head: subject, how: "shared" };
}

function asShared(subject: Subject | null): Subject | null {
  return subject && { head: subject.head, how: "shared" };
}

/** "It comes after …", "It is time …": this "it" is nobody and speaks for no other verb. */
export function isEmptyIt(annotated: AnnotatedReport, subject: number, verb: number): boolean {
  return annotated.lemmas[subject] === "it" && EMPTY_IT_VERBS.has(annotated.lemmas[verb]!);
}

const EMPTY_IT_VERBS = new Set(["come", "follow", "be", "happen", "seem", "appear", "take", "mean", "remain", "feel"]);

function agentOf(annotated: AnnotatedReport, verb: number): number | null {
  return (
    annotated.children[verb]!.find(
      (child) =>
        child > verb &&
        (annotated.deprels[child] === "obl:agent" ||
          (annotated.deprels[child] === "obl" && lemmaOfCase(annotated, child) === "by")) &&
        annotated.xpos[child] !== "VBG",
    ) ?? null
  );
}

function nounSubject(annotated: AnnotatedReport, noun: number): Subject | null {
  const possessor = childOf(annotated, noun, "nmod:poss");
  if (possessor !== null) return { head: possessor, how: "possessor" };
  const by = childrenOf(annotated, noun, "nmod").find(
    (child) => child > noun && ["by", "from"].includes(lemmaOfCase(annotated, child)),
  );
  if (by !== undefined) return { head: by, how: "agent" };
  const verb = annotated.heads[noun]!;
  const light = verb >= 0 && annotated.deprels[noun] === "obj" && LIGHT_VERBS.has(annotated.lemmas[verb]!);
  if (light) return asShared(subjectOf(annotated, verb));
  const maker = annotated.children[noun]!.find(
    (child) => child < noun && annotated.deprels[child] === "compound" && annotated.upos[child] === "PROPN",
  );
  return maker === undefined ? null : { head: maker, how: "possessor" };
}

export const LIGHT_VERBS = new Set([
  "make",
  "take",
  "have",
  "give",
  "issue",
  "reach",
  "express",
  "hold",
  "announce",
  "voice",
  "launch",
  "file",
  "win",
  "raise",
]);

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

const TIME_WORD =
  /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|morning|evening|afternoon|night|day|hour|time)$/i;

function isTimeWord(annotated: AnnotatedReport, token: number): boolean {
  return TIME_WORD.test(annotated.lemmas[token]!);
}

/** Prepositions that lead to the one spoken to; "on" and "upon" only after "call", "prevail". */
function addresses(annotated: AnnotatedReport, verb: number, noun: number): boolean {
  const preposition = lemmaOfCase(annotated, noun);
  if (preposition === "on" || preposition === "upon")
    return annotated.lemmas[verb] === "call" || annotated.lemmas[verb] === "prevail";
  return (
    preposition === "to" ||
    ((preposition === "with" || preposition === "from") &&
      /^(plead|demand|seek|request|talk|speak)$/.test(annotated.lemmas[verb]!))
  );
}

/** Verbs whose object is the one who is to act: "urged the council to act". After others the infinitive explains the object. */
const OBJECT_CONTROL = new Set(
  "ask tell urge order call invite request beg instruct encourage persuade convince advise warn remind challenge allow permit force compel enable expect want require press push lobby summon authorise authorize help direct command implore appeal plead task nominate appoint pick pressure entreat exhort prompt caution counsel petition dare forbid like need prefer get cause lead".split(
    " ",
  ),
);

/** "put the crowd at 600" */
const VALUING = new Set(["put", "estimate", "value", "set", "place", "reckon", "count"]);

/** Nouns that take the infinitive after them, whatever the parser says: "refused a plea to call it off". */
const REQUEST_NOUNS = new Set([
  "plea",
  "request",
  "call",
  "demand",
  "offer",
  "proposal",
  "plan",
  "bid",
  "appeal",
  "attempt",
  "motion",
  "application",
  "invitation",
  "order",
  "decision",
  "refusal",
]);

/** Verbs after which the rest of the sentence is what was said, unless the sentence turns to something else. */
const REPORTING_TO_THE_END = new Set([
  "say",
  "claim",
  "argue",
  "believe",
  "think",
  "insist",
  "state",
  "report",
  "add",
  "note",
  "explain",
  "warn",
  "suggest",
  "announce",
  "confirm",
  "maintain",
  "declare",
  "reveal",
  "stress",
  "contend",
  "assert",
  "conclude",
  "reiterate",
  "acknowledge",
  "admit",
  "estimate",
  "indicate",
  "hope",
  "fear",
]);

/**
 * What "X said" reports when nothing interrupts it: every word from the cue to the end of the sentence. The parser
 * loses the tail of long sentences more often than reporters change the subject there; a semicolon, a clause joined
 * to the cue, or words that hang from the cue itself ("…, adding that", "in a letter") end it.
 */
function wholeReport(
  annotated: AnnotatedReport,
  verb: number,
  subject: Subject | null,
  content: readonly number[],
): readonly number[] {
  const first = content[0];
  const last = content.at(-1);
  if (first === undefined || last === undefined || first < verb || subject === null || subject.head > verb)
    return content;
  if (!REPORTING_TO_THE_END.has(annotated.lemmas[verb]!)) return content;
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  const grown = [...content];
  for (let token = last + 1; token < endToken && !endsReport(annotated, verb, token); token++) grown.push(token);
  const gap: number[] = [];
  for (let token = first - 1; token > verb; token--) gap.unshift(token);
  const object = childOf(annotated, verb, "obj", "iobj");
  // "said police forces in Eastham had decided": a subject taken for an object.
  if (object !== null && object > verb && object < first) grown.unshift(...gap);
  return grown;
}

/** "said forces in Eastham had all decided": a clause that the parser did not see, found by its finite verb. */
function unparsedReport(annotated: AnnotatedReport, verb: number): number[] {
  if (!REPORTING_TO_THE_END.has(annotated.lemmas[verb]!)) return [];
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  const words: number[] = [];
  let finite = false;
  for (let token = verb + 1; token < endToken && !endsReport(annotated, verb, token); token++) {
    if (annotated.tokens[token]!.text === ":" || annotated.upos[token] === "SCONJ") break;
    finite ||= /^(VBD|VBZ|VBP|MD)$/.test(annotated.xpos[token]!) && annotated.deprels[token] !== "acl:relcl";
    words.push(token);
  }
  return finite ? words : [];
}

const ENDING_RELATIONS = new Set(["obl", "advcl", "conj", "parataxis", "advmod"]);

function endsReport(annotated: AnnotatedReport, verb: number, token: number): boolean {
  const text = annotated.tokens[token]!.text;
  if (text === ";" || text === "—" || text === "–") return true;
  const above = annotated.heads[token]!;
  const deprel = annotated.deprels[token]!;
  if (above === verb && annotated.tokens[token - 1]!.text === "," && ENDING_RELATIONS.has(deprel)) return true;
  if (text !== ",") return false;
  const next = token + 1;
  const lemma = annotated.lemmas[next] ?? "";
  if (annotated.xpos[next] === "VBG" || lemma === "according" || lemma === "which" || lemma === "who") return true;
  // ", and the council …": a new main clause when its verb hangs from the cue or from above it.
  if (annotated.deprels[next] === "cc") {
    const clause = annotated.heads[next]!;
    return clause >= 0 && annotated.deprels[clause] === "conj" && annotated.heads[clause]! <= verb;
  }
  return false;
}

function contentOf(annotated: AnnotatedReport, clause: number, verb: number): number[] {
  return subtreeOf(
    annotated,
    clause,
    (child) =>
      isAside(annotated, child) || (annotated.deprels[child] === "parataxis" && isUnder(annotated, verb, child)),
  );
}

/** A clause of another speaker inside the content: ", he said," */
function isAside(annotated: AnnotatedReport, child: number): boolean {
  return annotated.deprels[child] === "parataxis" && ["say", "add", "tell"].includes(annotated.lemmas[child]!);
}

function withoutRelatives(annotated: AnnotatedReport, noun: number): number[] {
  return subtreeOf(
    annotated,
    noun,
    (child) =>
      annotated.deprels[child] === "acl:relcl" ||
      (annotated.heads[child] === noun && /^(mark|case)$/.test(annotated.deprels[child]!)),
  );
}

function ascending(a: number, b: number): number {
  return a - b;
}

import { firstTokenFrom } from "../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../annotate/layers.ts";
import type { StatementCandidate } from "../extract/candidates.ts";
import { addresseesOf } from "./addressees.ts";
import { isReporting } from "./bodies.ts";
import { addReferent, type Discourse, noteSeen, referenceOf } from "./discourse.ts";
import type { NamedMention } from "./name-clusters.ts";
import { CLOSE, FARTHER, isTopic, nearReferents, passedOver } from "./nearer-antecedents.ts";
import { readNominal } from "./nominals.ts";
import { othersByGrammar, patronOf } from "./pronoun-grammar.ts";
import { agrees, type PronounClass, preference, pronounClassOf } from "./pronouns.ts";
import type { Reference, Referent } from "./referent.ts";
import { rankAntecedents } from "./salience.ts";
import {
  answererOf,
  askersBefore,
  isHuman,
  isSpokesmanOfOld,
  namesInQuotations,
  personTakenForBody,
} from "./speaker-doubts.ts";

const CLOSE_TO_SPOKESMAN = 0.3;
const WINDOW = 5;
const DECAY = 0.55;

/** Reads names, descriptions and pronouns in text order and settles what each stands for. */
export function readDiscourse(
  discourse: Discourse,
  describedAt: ReadonlyMap<number, Referent>,
  statements: readonly StatementCandidate[],
): void {
  const { annotated, referenceAt, mentions } = discourse;
  const { tokens, upos, deprels } = annotated;
  const mentionAt = new Map(mentions.map((mention) => [mention.form.firstToken, mention]));
  const spoken: number[] = [];
  const verbatimAt = verbatimStatements(annotated, statements);
  const toldOfBy = namesInQuotations(discourse, statements);
  const hearers = hearersBySentence(annotated, statements);
  for (let i = 0; i < tokens.length; i++) {
    const named = mentionAt.get(i);
    if (named !== undefined) {
      readName(discourse, named);
      i = named.form.endToken - 1;
      continue;
    }
    if (upos[i] === "PRON" || (upos[i] === "DET" && deprels[i] === "nmod:poss")) {
      const pronoun = pronounClassOf(tokens[i]!.text);
      if (pronoun === null) continue;
      if (pronoun === "speaker" || pronoun === "addressee") {
        if (discourse.quotationOf[i]! >= 0 || verbatimAt.get(i)?.form === "direct") spoken.push(i);
      } else if (pronoun === "relative") readRelative(discourse, i);
      else readPronoun(discourse, i, pronoun, verbatimAt.get(i), toldOfBy.get(i), hearers);
      continue;
    }
    const described = describedAt.get(i);
    if (described !== undefined) {
      referenceAt.set(i, { kind: "referent", referent: described });
      if (holdsNameOf(discourse, i, described)) noteSeen(discourse, i, described);
      continue;
    }
    if (isPhraseHead(discourse, i)) readNominal(discourse, i);
  }
  readFirstPersons(discourse, spoken, verbatimAt);
}

/**
 * "Former secretary of state Ann Ray is no critic": whether the noun of a post is what the sentence tells of, and the name
 * only hangs on it in a way that shows no place of its own.
 */
function holdsNameOf({ annotated, nameAt, mentions }: Discourse, post: number, referent: Referent): boolean {
  const { children, deprels } = annotated;
  if (!/^(?:nsubj|obj|iobj|obl)/.test(deprels[post]!)) return false;
  return children[post]!.some((child) => {
    const reference = child > post ? mentions[nameAt[child]!]?.reference : undefined;
    return (
      reference?.kind === "referent" &&
      reference.referent === referent &&
      /^(?:nmod|compound|dep)/.test(deprels[child]!)
    );
  });
}

/** The innermost statement in its speaker's own words at each token that one holds. */
function verbatimStatements(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
): Map<number, StatementCandidate> {
  const statementAt = new Map<number, StatementCandidate>();
  for (const statement of statements) {
    if (statement.form === "indirect") continue;
    for (const span of statement.content) {
      for (let i = firstTokenFrom(annotated, span.start); i < annotated.tokens.length; i++) {
        if (annotated.tokens[i]!.start >= span.end) break;
        // An inner statement comes later and holds the narrower words.
        statementAt.set(i, statement);
      }
    }
  }
  return statementAt;
}

/** Who speaks to whom in a sentence, by the heads of both. */
type Hearers = ReadonlyMap<number, readonly { readonly speaker: number; readonly hearer: number }[]>;

function hearersBySentence({ sentenceOf }: AnnotatedReport, statements: readonly StatementCandidate[]): Hearers {
  const hearers = new Map<number, { speaker: number; hearer: number }[]>();
  for (const { sourceHead, addresseeHead } of statements) {
    if (addresseeHead === null || sourceHead === null) continue;
    const sentence = sentenceOf[addresseeHead]!;
    hearers.set(sentence, [...(hearers.get(sentence) ?? []), { speaker: sourceHead, hearer: addresseeHead }]);
  }
  return hearers;
}

/** Whether the one is mentioned before in the same quotation, or the same speaker's before it. */
function isNamedInQuotation({ seen, quotationOf }: Discourse, i: number, referent: Referent): boolean {
  const own = quotationOf[i]!;
  return seen.some(
    (one) => one.referent === referent && one.token < i && one.quotation >= 0 && own - one.quotation <= 1,
  );
}

/** Whether the one was spoken to, in this sentence or the one before, by somebody who may be the quotation's speaker. */
function isSpokenTo(
  { annotated, referenceAt, mentions, nameAt }: Discourse,
  i: number,
  { sourceHead }: StatementCandidate,
  referent: Referent,
  hearers: Hearers,
): boolean {
  const refers = (token: number) => {
    const reference = referenceAt.get(token) ?? mentions[nameAt[token]!]?.reference;
    return reference?.kind === "referent" ? reference.referent : null;
  };
  const sentence = annotated.sentenceOf[i]!;
  const own = sourceHead === null ? null : refers(sourceHead);
  return [sentence - 1, sentence].some((at) =>
    (hearers.get(at) ?? []).some(
      ({ speaker, hearer }) => refers(hearer) === referent && (own === null || refers(speaker) === own),
    ),
  );
}

function isPhraseHead(discourse: Discourse, i: number): boolean {
  const { upos, deprels, tokens } = discourse.annotated;
  const deprel = deprels[i]!;
  if (deprel === "compound" || deprel === "flat" || deprel.startsWith("flat:") || deprel === "nmod:desc") return false;
  if (upos[i] === "NOUN" || upos[i] === "PROPN") return /^\p{L}/u.test(tokens[i]!.text);
  return (upos[i] === "NUM" || upos[i] === "ADJ") && /^(?:nsubj|obj)/.test(deprel);
}

function readName(discourse: Discourse, { form, reference }: NamedMention): void {
  const { annotated, referenceAt } = discourse;
  for (let i = form.titleToken; i < form.endToken; i++) referenceAt.set(i, reference);
  if (reference.kind === "unnamed") return;
  const head = headOf(discourse, form.firstToken, form.endToken);
  const start = annotated.tokens[form.titleToken]!.start;
  const end = annotated.tokens[form.endToken - 1]!.end;
  if (reference.kind === "referent") {
    reference.referent.mentions.push({ start, end, form: "name" });
    noteSeen(discourse, head, reference.referent);
    readCoordination(discourse, head, reference.referent);
  } else {
    for (const referent of reference.referents) noteSeen(discourse, head, referent, { factor: 0.9 });
  }
}

/** The token of the name that the rest of the sentence hangs on. */
function headOf(discourse: Discourse, first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const head = discourse.annotated.heads[i]!;
    if (head < first || head >= end) return i;
  }
  return first;
}

/** "Smith and Jones": noted at the second name, so that "they" can mean the two together. */
function readCoordination(discourse: Discourse, head: number, referent: Referent): void {
  const { annotated, referenceAt } = discourse;
  if (annotated.deprels[head] !== "conj") return;
  const first = annotated.heads[head]!;
  const other = referenceAt.get(first);
  if (other?.kind !== "referent" || other.referent === referent || referent.kind !== other.referent.kind) return;
  const pair = addReferent(discourse, "group", `${other.referent.name} and ${referent.name}`);
  pair.members = [other.referent, referent];
  noteSeen(discourse, first, pair);
}

function readRelative(discourse: Discourse, i: number): void {
  const { annotated, referenceAt } = discourse;
  let at = i;
  for (let depth = 0; depth < 5 && at >= 0; depth++) {
    if (annotated.deprels[at] === "acl:relcl") {
      const reference = referenceAt.get(annotated.heads[at]!);
      if (reference !== undefined) referenceAt.set(i, reference);
      return;
    }
    at = annotated.heads[at]!;
  }
}

function readPronoun(
  discourse: Discourse,
  i: number,
  pronoun: PronounClass,
  verbatim: StatementCandidate | undefined,
  toldOf: ReadonlySet<Referent> | undefined,
  hearers: Hearers,
): void {
  const { annotated, referenceAt } = discourse;
  if (pronoun === "it" && isExpletive(discourse, i)) return;
  const ahead = subjectAhead(discourse, i, pronoun);
  if (ahead !== null) {
    referenceAt.set(i, { kind: "referent", referent: ahead });
    return;
  }
  const patron = patronOf(discourse, i, pronoun);
  if (patron !== null) {
    if (patron !== undefined) referenceAt.set(i, patron);
    return;
  }
  const isSource = discourse.sources.has(i);
  const isAgent = isSource || discourse.partners.has(i);
  // Who speaks of others as "they" speaks of themselves as "we".
  const said = verbatim?.form === "direct" ? referenceOf(discourse, verbatim.sourceHead, verbatim.source) : undefined;
  const speaker = said?.kind === "referent" ? said.referent : null;
  // "It reads: …" is a letter's.
  const isReading =
    pronoun === "it" && isSource && /^(?:read|begin)$/.test(annotated.lemmas[annotated.heads[i]!] ?? "");
  const answerer = answererOf(discourse, i);
  const askers = askersBefore(discourse, i);
  const others = othersByGrammar(discourse, i);
  const ranked = rankAntecedents(annotated, discourse.seen, {
    token: i,
    sentence: annotated.sentenceOf[i]!,
    quotation: discourse.quotationOf[i]!,
    isSource,
    agrees: (seen) =>
      seen.referent !== speaker &&
      seen.referent !== answerer &&
      !askers.has(seen.referent) &&
      !others.has(seen.referent) &&
      agrees(pronoun, seen) &&
      !(isAgent && (seen.referent.kind === "thing" || (seen.referent.kind === "things" && !seen.human))) &&
      // "It tells us …", "it felt …" in somebody's own words is seldom a body, unless one that has spoken.
      !(pronoun === "it" && isSource && verbatim?.form === "direct" && !seen.isSource),
    preference: (seen) =>
      preference(pronoun, seen) *
      (isSource && (pronoun === "it" || pronoun === "they") && isReporting(discourse, seen.referent) ? REPORTER : 1) *
      (isReading && seen.referent.kind === "document" ? LETTER : 1),
    window: WINDOW,
    decay: DECAY,
  });
  const [first, second] = ranked;
  if (first === undefined) return;
  if (isSource && repeatsSpeaker(discourse, i)) {
    // "He said …, he added": one and the same, known or not.
    referenceAt.set(i, discourse.lastSpeakerPronoun!.reference);
    noteSpeakerPronoun(discourse, i);
    return;
  }
  const close = isSpokesmanOfOld(discourse, i, pronoun, first.referent) ? CLOSE_TO_SPOKESMAN : CLOSE;
  // Bodies name themselves in their own words, people seldom.
  const isToldOf = ({ referent }: { readonly referent: Referent }) =>
    (pronoun === "he" || pronoun === "she") && toldOf?.has(referent) === true;
  const near = isSource && isTopic(discourse, i, first.referent, verbatim) ? nearReferents(discourse, i) : null;
  const rivals = ranked.filter((one) => {
    if (one === first) return false;
    if (isToldOf(first)) return isHuman(one.referent) && !isToldOf(one);
    const score = near === null || near.has(one.referent) ? one.score : one.score * FARTHER;
    return score > first.score * (isHuman(one.referent) ? close : CLOSE) && !isToldOf(one);
  });
  if (second !== undefined && rivals.length > 0) {
    const reference: Reference = { kind: "ambiguous", referents: [first, ...rivals].map((one) => one.referent) };
    referenceAt.set(i, reference);
    if (isSource) noteSpeakerPronoun(discourse, i);
    return;
  }
  const passed = isSource ? passedOver(discourse, i, pronoun, first.referent, ranked) : null;
  if (passed !== null) {
    referenceAt.set(i, { kind: "ambiguous", referents: [first.referent, passed] });
    noteSpeakerPronoun(discourse, i);
    return;
  }
  const { referent } = first;
  // “They said my mother had buried me”: whom a witness means, the witness has named or nobody has.
  const isTheirs =
    pronoun === "they" &&
    isSource &&
    verbatim?.form === "direct" &&
    discourse.quotationOf[i]! >= 0 &&
    referent.kind !== "group";
  if (isTheirs && !isNamedInQuotation(discourse, i, referent)) {
    referenceAt.set(i, { kind: "ambiguous", referents: [referent] });
    return;
  }
  // "told coroner Alan Peck … “He said, ‘I’m busy,’” she added": whom somebody speaks to is "you" to them.
  if (isSource && verbatim?.form === "direct" && isSpokenTo(discourse, i, verbatim, referent, hearers)) {
    referenceAt.set(i, { kind: "ambiguous", referents: [referent] });
    return;
  }
  const mistaken =
    isSource && (pronoun === "he" || pronoun === "she") ? personTakenForBody(discourse, i, referent) : null;
  if (mistaken !== null) {
    referenceAt.set(i, { kind: "ambiguous", referents: [referent, mistaken] });
    noteSpeakerPronoun(discourse, i);
    return;
  }
  referenceAt.set(i, { kind: "referent", referent });
  if (isSource) noteSpeakerPronoun(discourse, i);
  if (referent.kind === "thing" || referent.kind === "things") return;
  // Who is meant by a "she" in somebody's words may be guessed amiss; who is the "he" that speaks must not hang on it.
  const isGuess = discourse.quotationOf[i]! >= 0;
  if (referent.kind === "person" && !isGuess)
    referent.gender ??= pronoun === "he" ? "male" : pronoun === "she" ? "female" : null;
  const { start, end } = annotated.tokens[i]!;
  referent.mentions.push({ start, end, form: "pronoun" });
  noteSeen(discourse, i, referent, {
    human: (pronoun === "he" || pronoun === "she") && referent.kind !== "person",
    gender: pronoun === "he" ? "male" : pronoun === "she" ? "female" : null,
  });
}

/** How much less whoever reports is meant by "it" than those reported on. */
const REPORTER = 0.3;

/** How much sooner "it reads" is said of a letter than of a body. */
const LETTER = 8;

/** "In her order, Ray noted …": the owner of what a sentence opens with is the person named as its subject. */
function subjectAhead({ annotated, mentions, nameAt }: Discourse, i: number, pronoun: PronounClass): Referent | null {
  const { deprels, heads, children, sentences, sentenceOf, tokens, upos } = annotated;
  if ((pronoun !== "he" && pronoun !== "she") || deprels[i] !== "nmod:poss") return null;
  const phrase = heads[i]!;
  if (phrase < 0 || deprels[phrase] !== "obl" || sentences[sentenceOf[i]!]!.firstToken < i - 2) return null;
  const verb = heads[phrase]!;
  const subject = children[verb]?.find((child) => /^nsubj(?::|$)/.test(deprels[child]!) && child > phrase);
  if (subject === undefined || upos[subject] !== "PROPN" || verb < subject) return null;
  const reference = mentions[nameAt[subject]!]?.reference;
  if (reference?.kind !== "referent" || reference.referent.kind !== "person") return null;
  if (!tokens.slice(phrase, subject).some(({ text }) => text === ",")) return null;
  const { gender } = reference.referent;
  return gender === null || gender === (pronoun === "he" ? "male" : "female") ? reference.referent : null;
}

function noteSpeakerPronoun(discourse: Discourse, i: number): void {
  const word = discourse.annotated.tokens[i]!.text.toLowerCase();
  discourse.lastSpeakerPronoun = { token: i, word, reference: discourse.referenceAt.get(i)! };
}

/** Whether the same unclear pronoun named the speaker in this sentence or the one before, and nobody has spoken since. */
function repeatsSpeaker(discourse: Discourse, i: number): boolean {
  const last = discourse.lastSpeakerPronoun;
  const { annotated, seen } = discourse;
  if (last === null || last.reference.kind !== "ambiguous") return false;
  if (annotated.sentenceOf[i]! - annotated.sentenceOf[last.token]! > 1) return false;
  if (annotated.tokens[i]!.text.toLowerCase() !== last.word) return false;
  for (let at = seen.length - 1; at >= 0 && seen[at]!.token > last.token; at--) if (seen[at]!.isSource) return false;
  return true;
}

/** "It comes after …", "it is clear that …": no actor. */
function isExpletive(discourse: Discourse, i: number): boolean {
  const { deprels, heads, lemmas, children, upos } = discourse.annotated;
  if (deprels[i] === "expl") return true;
  const governor = heads[i]!;
  if (governor < 0) return false;
  if (/^(?:come|follow|seem|appear|happen|rain|snow|matter)$/.test(lemmas[governor]!)) return true;
  // "It felt as if …"
  const seems = /^(?:feel|look|sound)$/.test(lemmas[governor]!);
  if (seems && children[governor]!.some((child) => deprels[child] === "advcl" && child > governor)) return true;
  return (
    upos[governor] === "ADJ" &&
    children[governor]!.some(
      (child) => deprels[child] === "csubj" || deprels[child] === "ccomp" || deprels[child] === "xcomp",
    )
  );
}

/** "I" and "we" in a direct quotation are its speaker, "you" whom it is said to. */
function readFirstPersons(
  discourse: Discourse,
  pronouns: readonly number[],
  statementAt: ReadonlyMap<number, StatementCandidate>,
): void {
  const { annotated, referenceAt } = discourse;
  for (const i of pronouns) {
    const statement = statementAt.get(i);
    if (statement === undefined) continue;
    const isAddressee = pronounClassOf(annotated.tokens[i]!.text) === "addressee";
    const reference = isAddressee
      ? addresseesOf(discourse, statement)[0]
      : referenceOf(discourse, statement.sourceHead, statement.source);
    if (reference === undefined || (!isAddressee && statement.sourceHead === i)) continue;
    referenceAt.set(i, reference);
    if (reference.kind === "referent" && reference.referent.kind !== "document") {
      const { start, end } = annotated.tokens[i]!;
      reference.referent.mentions.push({ start, end, form: "pronoun" });
    }
  }
}

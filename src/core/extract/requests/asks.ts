import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import {
  ASKING_NOUNS,
  ASKING_VERBS,
  ORDERING_VERBS,
  RAISING_VERBS,
  TELLING_VERBS,
  WANTING_VERBS,
} from "../../lexicons/request-words.ts";
import { isWithin, type Span } from "../../text/span.ts";
import type { StatementCandidate } from "../candidates.ts";
import { indexStatements, type StatementIndex } from "../events/according-to.ts";
import {
  agentOf,
  firstDependent,
  headOf,
  lemmaOf,
  relationOf,
  spanOfTokens,
  subjectOf,
  wordOf,
} from "../events/grammar.ts";
import { endOfDeed, headWithin } from "./asking-by-order.ts";
import { type AskingVerb, askingVerbAmong, readAskingVerb } from "./asking-verb.ts";
import { asksOthers, wantsThing } from "./asks-others.ts";
import { contactBefore, courtAddressed } from "./contacted.ts";
import { fromWhom } from "./from-whom.ts";
import { type AddressedLetter, addresseeOfLetter } from "./letters.ts";
import type { Party } from "./parties.ts";
import { tokensWithin } from "./tokens-within.ts";

/** A request before its answers are looked for. */
export interface Ask {
  readonly asker: Party | null;
  readonly asked: Party | null;
  /** The statement that asks, or the one in whose words it is asked. */
  readonly statement: StatementCandidate | null;
  /** Where the asking word stands. */
  readonly cue: Span;
  readonly span: Span;
  readonly about: Span | null;
  readonly producedBy: string;
}

/** How an asking is marked that says of a thing that it was asked for: "the aircraft the mayor had asked for". */
export const ASKED_FOR = "requests/relative";

/** Asks that are statements of their own: "has called on the mayor to resign". */
export function asksOfStatements(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
  letters: readonly AddressedLetter[],
): Ask[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const index = indexStatements(annotated, statements);
  return statements.flatMap((statement) => readStatement(annotated, statement, byId, index, letters) ?? []);
}

function readStatement(
  annotated: AnnotatedReport,
  statement: StatementCandidate,
  byId: ReadonlyMap<string, StatementCandidate>,
  index: StatementIndex,
  letters: readonly AddressedLetter[],
): Ask | null {
  const { cue } = statement;
  if (cue === null) return null;
  const kind = askKind(annotated, statement, cue);
  if (kind === null || (kind === "noun" && isFund(annotated, cue))) return null;
  const outer = statement.within === null ? null : (byId.get(statement.within) ?? null);
  const first = statement.content[0] ?? null;
  // "the aircraft the mayor had asked for overnight": when it was asked for is not what was.
  if (first !== null && tokensWithin(annotated, first).every((token) => TIMES.test(wordOf(annotated, token))))
    return null;
  if (first !== null && AGO.test(annotated.report.text.slice(first.start, first.end + AGO_REACH))) return null;
  const verb = askingVerbAmong(annotated, tokensWithin(annotated, cue));
  const read = verb === null ? null : readAskingVerb(annotated, verb);
  // "urged | residents of two streets | to boil their water": content that holds no more than whom it is asked of.
  const holdsAsked = first !== null && read?.asked != null && read.forDeed && isWithin(read.asked.span, first);
  const about = holdsAsked && read.about !== null && !isWithin(read.about, first) ? read.about : first;
  const asked = askedOf(annotated, statement, outer, cue, read, letters);
  const parts = [cue, ...(statement.source === null ? [] : [statement.source]), ...(about === null ? [] : [about])];
  const stated =
    kind === "noun" && isRaised(annotated, statement, cue)
      ? null
      : askerOf(annotated, statement, outer ?? quotationAround(index, cue), read, verb);
  const isSelf = stated !== null && stated.head === asked?.head;
  return {
    // "The guild wrote to the dean, asking her …": a parser takes the dean for the one who asks.
    asker: isSelf && verb !== null ? (contactBefore(annotated, verb)?.by ?? null) : stated,
    // "asked that he be sent home": what stands within the deed is not who is asked.
    asked: about !== null && (asked === null || isWithin(asked.span, about)) ? fromWhom(annotated, about) : asked,
    statement,
    cue,
    span: spanOver(annotated, cue, parts),
    about,
    producedBy: `requests/${kind}`,
  };
}

/** How to speak of the speaker, or that there is nothing to say: no asking. */
export const CONDITION =
  /^(?:us |them )?not to (?:be (?:named|identified|quoted)|(?:use|print|publish|give) (?:her|his|their) name)|^(?:further )?comment\b/i;

/** Only words that ask for something to be done: "asked when" is a question and "asked not to be named" a condition. */
function askKind(annotated: AnnotatedReport, statement: StatementCandidate, cue: Span): "verb" | "noun" | null {
  const tokens = tokensWithin(annotated, cue);
  const first = statement.content[0];
  const opening = first === undefined ? "" : annotated.report.text.slice(first.start, first.start + 24).toLowerCase();
  if (/^(?:whether|if|when|why|how|what|who|where|which|about)\b/.test(opening) || CONDITION.test(opening)) return null;
  for (const token of tokens) {
    const lemma = lemmaOf(annotated, token);
    if (annotated.upos[token] === "VERB") {
      if (isSupposed(annotated, token, tokens)) return null;
      // Who may give orders asks for what is to be done all the same, and is answered.
      if (ORDERING_VERBS.has(lemma) && /^(?:not |never )?to\b/.test(opening) && !isNegated(annotated, tokens))
        return "verb";
      const asks = ASKING_VERBS.has(lemma) || (TELLING_VERBS.has(lemma) && /^(?:not |never )?to\b/.test(opening));
      if (asks && statement.act === "request" && !isNegated(annotated, tokens)) return "verb";
      if (
        WANTING_VERBS.has(lemma) &&
        first !== undefined &&
        (asksOthers(annotated, wantedBy(annotated, token, first)) ||
          (lemma === "want" && statement.act === "request" && wantsThing(annotated, first))) &&
        !isNegated(annotated, tokens)
      )
        return "verb";
    } else if (annotated.upos[token] === "NOUN" && ASKING_NOUNS.has(lemma) && statement.act === "request")
      return "noun";
  }
  return null;
}

/** "Is suspected of asking for", "might have urged": nobody says that it was asked. */
function isSupposed(annotated: AnnotatedReport, verb: number, cue: readonly number[]): boolean {
  const words = cue.map((token) => wordOf(annotated, token));
  if (words.some((word) => /^(?:may|might|could)$/.test(word)) && words.includes("have")) return true;
  return SUPPOSING.test(lemmaOf(annotated, headOf(annotated, verb))) && relationOf(annotated, verb) !== "conj";
}

const SUPPOSING = /^(?:suspect|accuse|allege)$/;

function isNegated(annotated: AnnotatedReport, tokens: readonly number[]): boolean {
  return tokens.some((token) => /^(?:not|n['’]t|never)$/.test(wordOf(annotated, token)));
}

/** What follows the wanting word up to the end of its clause, where the content is but the first part of it. */
function wantedBy(annotated: AnnotatedReport, verb: number, content: Span): Span {
  if (annotated.tokens[verb + 1]?.start !== content.start) return content;
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  const end = annotated.tokens[endOfDeed(annotated, verb + 1, endToken) - 1]!.end;
  return { start: content.start, end: Math.max(end, content.end) };
}

/** "We urge you" inside a quotation: the quotation's speaker asks. */
function askerOf(
  annotated: AnnotatedReport,
  statement: StatementCandidate,
  outer: StatementCandidate | null,
  read: AskingVerb | null,
  verb: number | null,
): Party | null {
  // "his silence when asked to condemn it": nobody is named who asks.
  if (verb !== null && isBareParticiple(annotated, verb)) {
    if (wordOf(annotated, verb + 1) !== "by") return null;
    const head = agentOf(annotated, verb) ?? headWithin(annotated, verb + 2, verb + 10);
    return head === null ? null : { span: phraseUpToDeed(annotated, verb + 2), head };
  }
  // "Asked to explain it, Ray said …": the sentence is about whoever is asked.
  const subject = read?.asker?.head === statement.addresseeHead ? null : (read?.asker ?? null);
  const own = sourceOf(statement) ?? subject;
  const outside = outer === null ? null : sourceOf(outer);
  return own !== null && outside !== null && /^(?:we|i)$/.test(wordOf(annotated, own.head)) ? outside : own;
}

/** "Ms Ray of Cold Hill" of "Pressed by Ms Ray of Cold Hill to say why": a parser seldom sees the whole. */
function phraseUpToDeed(annotated: AnnotatedReport, first: number): Span {
  const { endToken } = annotated.sentences[annotated.sentenceOf[first]!]!;
  let end = first + 1;
  while (
    end < endToken &&
    annotated.upos[end] !== "PUNCT" &&
    !/^(?:to|on|about|for|whether|why)$/.test(wordOf(annotated, end))
  )
    end++;
  return spanOfTokens(annotated, first, end);
}

/** "when asked to", "Asked to …," */
function isBareParticiple(annotated: AnnotatedReport, verb: number): boolean {
  if (annotated.xpos[verb] !== "VBN" || firstDependent(annotated, verb, "aux") !== null) return false;
  const { firstToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  return verb === firstToken || /^(?:when|if|once|while)$/.test(wordOf(annotated, verb - 1));
}

/** "the case has increased calls for …": what raises the calls makes none. */
function isRaised(annotated: AnnotatedReport, { sourceHead }: StatementCandidate, cue: Span): boolean {
  const noun = tokensWithin(annotated, cue).find((token) => annotated.upos[token] === "NOUN");
  const verb = noun === undefined || relationOf(annotated, noun) !== "obj" ? -1 : headOf(annotated, noun);
  return verb >= 0 && RAISING_VERBS.has(lemmaOf(annotated, verb)) && subjectOf(annotated, verb) === sourceHead;
}

/** "An appeal for the bereaved had reached $180,000": money, and no asking of anybody in the report. */
function isFund(annotated: AnnotatedReport, cue: Span): boolean {
  const noun = tokensWithin(annotated, cue).find((token) => lemmaOf(annotated, token) === "appeal");
  const verb = noun === undefined || relationOf(annotated, noun) !== "nsubj" ? -1 : headOf(annotated, noun);
  return verb >= 0 && /^(?:raise|reach|top|pass|collect|exceed|total)$/.test(lemmaOf(annotated, verb));
}

function quotationAround(index: StatementIndex, cue: Span): StatementCandidate | null {
  const around = index.around(cue);
  return around?.form === "direct" ? around : null;
}

export function sourceOf(statement: StatementCandidate): Party | null {
  return statement.source === null || statement.sourceHead === null
    ? null
    : { span: statement.source, head: statement.sourceHead };
}

function askedOf(
  annotated: AnnotatedReport,
  statement: StatementCandidate,
  outer: StatementCandidate | null,
  cue: Span,
  read: AskingVerb | null,
  letters: readonly AddressedLetter[],
): Party | null {
  const { addressee, addresseeHead } = statement;
  const isSpeaker = addresseeHead === statement.sourceHead;
  const stated =
    addressee !== null && addresseeHead !== null && !isSpeaker ? { span: addressee, head: addresseeHead } : null;
  const own =
    [stated, read?.asked ?? null].find(
      (party) =>
        party !== null &&
        isNominal(annotated, party) &&
        !/^whom?$/.test(wordOf(annotated, party.head)) &&
        !isAskedFor(annotated, party) &&
        !isWhere(annotated, party, cue),
    ) ?? null;
  if (own !== null && /^(?:you|yours)$/.test(wordOf(annotated, own.head))) {
    return outer === null ? null : addresseeOfQuotation(annotated, outer, letters);
  }
  // "as charities demanded this week"
  const isTime = own !== null && TIMES.test(wordOf(annotated, own.head));
  const isNamed = own !== null && !isTime && !OBJECT_PRONOUN.test(wordOf(annotated, own.head));
  if (isNamed) return own;
  // "wrote to the minister, urging him to step in": the letter says who he is.
  const contacted = contactedParty(annotated, cue);
  if (contacted !== null) return contacted;
  if (own !== null && !isTime) return own;
  const court = courtAddressed(annotated, firstTokenFrom(annotated, cue.start));
  if (court !== null) return court;
  // "have refused a plea by the board": those who answer are those who were asked.
  return outer !== null && (outer.act === "refusal" || outer.act === "agreement") ? sourceOf(outer) : null;
}

/** "asked for the price to be kept", "asked for places to eat": what is asked for is not who is asked. */
function isAskedFor(annotated: AnnotatedReport, { span }: Party): boolean {
  return wordOf(annotated, firstTokenFrom(annotated, span.start) - 1) === "for";
}

/** A parser’s slip may leave no more than "of" or "a" of whom it is asked. */
function isNominal(annotated: AnnotatedReport, { head }: Party): boolean {
  return (
    !/^(?:ADP|CCONJ|SCONJ|PART|PUNCT|AUX)$/.test(annotated.upos[head] ?? "") &&
    !/^(?:an?|the)$/.test(wordOf(annotated, head))
  );
}

/** "gathered outside the town hall, demanding …", "on Channel Nine she called for …": a place or station, and nobody asked. */
function isWhere(annotated: AnnotatedReport, { span }: Party, cue: Span): boolean {
  const before = wordOf(annotated, firstTokenFrom(annotated, span.start) - 1);
  if (/^(?:outside|inside|near|in|around|after|since|during)$/.test(before)) return true;
  return span.start < cue.start && /^(?:on|at)$/.test(before);
}

export function addresseeOfQuotation(
  annotated: AnnotatedReport,
  statement: StatementCandidate,
  letters: readonly AddressedLetter[],
): Party | null {
  const { addressee, addresseeHead } = statement;
  if (addressee !== null && addresseeHead !== null) return { span: addressee, head: addresseeHead };
  return addresseeOfLetter(annotated, statement, letters);
}

const TIMES =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|overnight|earlier|twice|repeatedly|last|this|morning|afternoon|evening|night|week|month|year|noon)$/;

/** "asked for | two weeks ago", whether the words behind it are part of the content or not. */
export const AGO = /^(?:an?|\p{L}+|\d+) (?:hours?|days?|weeks?|months?|years?) (?:ago|before|earlier)\b/u;
const AGO_REACH = 8;

const OBJECT_PRONOUN = /^(?:him|her|it|them)$/;

/** "it was contacted by the police asking for …": whoever was contacted is asked. */
function contactedParty(annotated: AnnotatedReport, cue: Span): Party | null {
  const verb = tokensWithin(annotated, cue).find((token) => annotated.upos[token] === "VERB");
  return verb === undefined ? null : (contactBefore(annotated, verb)?.to ?? null);
}

/** The stretch from the first to the last part of the sentence in which the cue stands. */
export function spanOver(annotated: AnnotatedReport, cue: Span, parts: readonly Span[]): Span {
  const sentence = annotated.sentences.find((one) => isWithin(cue, one));
  const near = sentence === undefined ? [cue] : parts.filter((part) => isWithin(part, sentence));
  const all = near.length === 0 ? [cue] : near;
  return { start: Math.min(...all.map((part) => part.start)), end: Math.max(...all.map((part) => part.end)) };
}

/** An ask without a statement of its own, by the token that asks. */
export function askAt(
  annotated: AnnotatedReport,
  token: number,
  parts: Pick<Ask, "asker" | "asked" | "about"> & { readonly statement?: StatementCandidate },
  producedBy: string,
): Ask {
  const { asker, asked, about, statement = null } = parts;
  const cue = annotated.tokens[token]!;
  const words = [cue, ...(asker === null ? [] : [asker.span]), ...(about === null ? [] : [about])];
  return { asker, asked, statement, cue, span: spanOver(annotated, cue, words), about, producedBy };
}

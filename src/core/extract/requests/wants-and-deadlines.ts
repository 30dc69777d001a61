import type { AnnotatedReport } from "../../annotate/layers.ts";
import { WANTING_VERBS } from "../../lexicons/request-words.ts";
import type { StatementIndex } from "../events/according-to.ts";
import { firstDependent, lemmaOf, phraseSpan, spanOfTokens, subjectOf, wordOf } from "../events/grammar.ts";
import { endOfDeed, headWithin } from "./asking-by-order.ts";
import { isNegatedVerb } from "./asking-verb.ts";
import { type Ask, askAt, sourceOf } from "./asks.ts";
import { asksOthers } from "./asks-others.ts";
import type { Party } from "./parties.ts";

const WANTED = "requests/wanted";

/**
 * Asks without an asking word: what a speaker wants of others in quoted words ("I’d like them to hold off"), a deadline
 * ("gave the board until noon to accept it"), and what somebody holds out for.
 */
export function readWantOrDeadline(annotated: AnnotatedReport, verb: number, index: StatementIndex): Ask | null {
  const lemma = lemmaOf(annotated, verb);
  if (WANTING_VERBS.has(lemma)) return readWant(annotated, verb, index);
  if (lemma === "give") return readDeadline(annotated, verb);
  return lemma === "hold" && wordOf(annotated, verb + 1) === "out" ? readHoldingOut(annotated, verb) : null;
}

/** In a quotation who says so asks, elsewhere the subject; "like" counts only behind "would". */
function readWant(annotated: AnnotatedReport, verb: number, index: StatementIndex): Ask | null {
  const subject = subjectOf(annotated, verb);
  if (subject === null || isNegatedVerb(annotated, verb)) return null;
  if (lemmaOf(annotated, verb) === "like" && !/^(?:[’']d|would)$/.test(wordOf(annotated, verb - 1))) return null;
  const cue = annotated.tokens[verb]!;
  const end = endOf(annotated, verb, verb + 1);
  if (end <= verb + 1) return null;
  const about = spanOfTokens(annotated, verb + 1, end);
  if (!asksOthers(annotated, about)) return null;
  if (!/^(?:we|i)$/.test(wordOf(annotated, subject))) {
    if (/^(?:you|it|that|this|which|what)$/.test(wordOf(annotated, subject))) return null;
    const asker = { span: phraseSpan(annotated, subject), head: subject };
    return askAt(annotated, verb, { asker, asked: null, about }, WANTED);
  }
  const quoted = index.around(cue);
  if (quoted === null || quoted.form === "indirect") return null;
  const isToAct = tokenBetween(annotated, verb, end, /^to$/) !== null;
  const asked = isToAct ? askedRightBehind(annotated, verb) : null;
  return askAt(annotated, verb, { asker: sourceOf(quoted), asked, about, statement: quoted }, WANTED);
}

/** "gave the board until noon to accept it", "gave the premier seven days to step down". */
function readDeadline(annotated: AnnotatedReport, verb: number): Ask | null {
  const end = endOf(annotated, verb);
  const until = tokenBetween(annotated, verb, end, /^until$/) ?? lengthBehind(annotated, verb, end);
  const mark = until === null ? null : tokenBetween(annotated, until, end, /^to$/);
  const asker = subjectOf(annotated, verb);
  const behind = until === null ? null : headWithin(annotated, verb + 1, until);
  const asked = behind === null ? null : { span: phraseSpan(annotated, behind), head: behind };
  if (mark === null || asker === null || asked === null || annotated.xpos[mark + 1] !== "VB") return null;
  if (isNegatedVerb(annotated, verb)) return null;
  const source: Party = { span: phraseSpan(annotated, asker), head: asker };
  return askAt(annotated, verb, { asker: source, asked, about: spanOfTokens(annotated, mark, end) }, WANTED);
}

/** First token of the time that somebody is given, and not by a court, which orders it: "seven days", "a week". */
function lengthBehind(annotated: AnnotatedReport, verb: number, end: number): number | null {
  const unit = tokenBetween(annotated, verb, end, /^(?:hours?|days?|weeks?|months?|fortnight)$/);
  if (unit === null || unit < verb + 3 || wordOf(annotated, unit + 1) !== "to") return null;
  if (/^(?:live|go)$/.test(wordOf(annotated, unit + 2))) return null;
  const giver = subjectOf(annotated, verb);
  if (giver === null || DECIDING.test(lemmaOf(annotated, giver))) return null;
  const first = unit - 1;
  return annotated.upos[first] === "NUM" || /^an?$/.test(wordOf(annotated, first)) ? first : null;
}

const DECIDING = /^(?:judge|justice|court|tribunal|magistrate|doctor|coroner|law|rule|bill|act|it|this|that)$/;

function readHoldingOut(annotated: AnnotatedReport, verb: number): Ask | null {
  const asker = subjectOf(annotated, verb);
  const end = endOf(annotated, verb, verb + 2);
  if (asker === null || end <= verb + 2 || wordOf(annotated, verb + 2) !== "for") return null;
  const about = spanOfTokens(annotated, verb + 2, end);
  const party = { span: phraseSpan(annotated, asker), head: asker };
  return askAt(annotated, verb, { asker: party, asked: null, about }, WANTED);
}

/** Where the deed that is told from `from` on ends, at the latest with the verb's sentence. */
function endOf(annotated: AnnotatedReport, verb: number, from: number = verb): number {
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  return Math.min(endOfDeed(annotated, from, endToken), endToken);
}

function tokenBetween(annotated: AnnotatedReport, from: number, to: number, word: RegExp): number | null {
  for (let token = from + 1; token < to; token++) if (word.test(wordOf(annotated, token))) return token;
  return null;
}

function askedRightBehind(annotated: AnnotatedReport, verb: number): Party | null {
  const head = firstDependent(annotated, verb, "iobj", "obj");
  if (head === null || head < verb || head > verb + 4) return null;
  return { span: phraseSpan(annotated, head), head };
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isNegated } from "../../annotate/negation.ts";
import { childOf } from "../../annotate/tree.ts";
import {
  ALLEGING_NOUNS,
  CHARGING_VERBS,
  CLEARING_VERBS,
  DOUBTING_VERBS,
  FALSE_ADJECTIVES,
  HEARSAY_NOUNS,
} from "../../lexicons/event-status-words.ts";
import { textOf } from "../../text/span.ts";
import type { EventStatus } from "../candidates.ts";
import { childrenOf, firstDependent, headOf, lemmaOf, phraseSpan, relationOf, wordOf } from "./grammar.ts";
import { formOf, hasNo } from "./verb-form.ts";

/** What the word above makes of a clause: "speculated that it had been hijacked", "suspected of killing", "rumours that". */
export function heldAs(annotated: AnnotatedReport, verb: number, head: number, relation: string): EventStatus | null {
  const lemma = lemmaOf(annotated, head);
  if (lemma === "guilty") return wordOf(annotated, head - 1) === "not" ? "denied" : null;
  if (isUntrue(annotated, verb)) return "denied";
  const noun = nounOfThat(annotated, verb) ?? (isNoun(annotated, head) && relation === "acl" ? head : null);
  if (noun !== null) return heldByNoun(annotated, verb, noun);
  if (isNoun(annotated, head)) return null;
  if (
    /^(?:csubj|ccomp)/.test(relation) &&
    annotated.xpos[verb] !== "VB" &&
    FALSE_ADJECTIVES.has(wordOf(annotated, head))
  )
    return "denied";
  const isPast = /^(?:VB[DN]|JJ)$/.test(annotated.xpos[verb] ?? "");
  const isNext = relation === "advcl" && verb === head + 1;
  if (relation === "ccomp" || ((relation === "xcomp" || isNext) && isPast)) {
    // "is thought to have died in the fire" tells of a death; "is feared to have drowned" does not.
    const isThought = relation === "xcomp" && /^(?:think|believe|presume|assume|suppose)$/.test(lemma);
    if (DOUBTING_VERBS.has(lemma) && !(isThought && wordOf(annotated, verb - 1) === "have")) return "possible";
    if (lemma === "deny" || isSaidWrongly(annotated, head)) return "denied";
    if (/^(?:imply|insinuate)$/.test(lemma) || isUnconfirmedWord(annotated, head)) return "possible";
    // "claimed responsibility for an action in which planes were damaged"
    const claims = lemma === "claim" && childOf(annotated, head, "obj") === null;
    if (lemma === "allege" || claims) return "alleged";
  }
  if (annotated.xpos[verb] !== "VBG" || !/^(?:advcl|xcomp|obl)$/.test(relation)) return null;
  if (!childrenOf(annotated, verb).some((child) => /^(?:of|with|for|over)$/.test(wordOf(annotated, child))))
    return null;
  if (CLEARING_VERBS.has(lemma) || lemma === "innocent") return "denied";
  return CHARGING_VERBS.has(lemma) && !formOf(annotated, head).negated ? "alleged" : null;
}

/** "Unconfirmed reports suggest that" */
function isUnconfirmedWord(annotated: AnnotatedReport, saying: number): boolean {
  const subject = firstDependent(annotated, saying, "nsubj");
  return (
    subject !== null &&
    /\b(?:unconfirmed|unverified)\b/i.test(textOf(annotated.report.text, phraseSpan(annotated, subject)))
  );
}

/** "We reported that he had been jailed. This was incorrect." */
function isTakenBackNext(annotated: AnnotatedReport, saying: number): boolean {
  return /^(?:In fact|This (?:was|is) (?:incorrect|wrong|not|untrue|an error)|That (?:was|is) (?:incorrect|wrong|not|untrue)|(?:It|He|She|They) (?:has|had|have|was|is|were|did) not\b)/.test(
    sentenceAfter(annotated, saying),
  );
}

/** "A second body has been found. That report was wrong." */
export function isRetracted(annotated: AnnotatedReport, head: number): boolean {
  return /^(?:That|This) (?:report|information|claim|story|statement) (?:was|is|proved|turned out to be) (?:wrong|incorrect|false|untrue|mistaken)\b/.test(
    sentenceAfter(annotated, head),
  );
}

function sentenceAfter({ report, sentences, sentenceOf }: AnnotatedReport, token: number): string {
  const next = sentences[sentenceOf[token]! + 1];
  return next === undefined ? "" : textOf(report.text, next);
}

/** "It is not true that she was arrested", "it is wrong to say that she resigned" */
function isUntrue(annotated: AnnotatedReport, verb: number): boolean {
  const head = headOf(annotated, verb);
  const isSaid = /^(?:say|suggest|claim)$/.test(lemmaOf(annotated, head)) && wordOf(annotated, head - 1) === "to";
  const judged = isSaid ? headOf(annotated, head) : head;
  if (judged < 0 || !/^(?:ccomp|csubj)/.test(relationOf(annotated, verb))) return false;
  const word = wordOf(annotated, judged);
  if (isSaid && FALSE_ADJECTIVES.has(word)) return true;
  return word === "true" && isNegated(annotated, judged);
}

/** "an earlier version wrongly said that" */
function isSaidWrongly(annotated: AnnotatedReport, saying: number): boolean {
  const subject = firstDependent(annotated, saying, "nsubj");
  const told = subject === null ? "" : textOf(annotated.report.text, phraseSpan(annotated, subject));
  if (/^we$/i.test(told) && isTakenBackNext(annotated, saying)) return true;
  if (
    /\b(?:earlier|previous|original) (?:version|edition|post|tweet|entry|alert|headline)\b|\b(?:hoax|fake|spoof)\b/i.test(
      told,
    )
  )
    return true;
  // "We apologise for stating that he was convicted"
  const above = headOf(annotated, saying);
  if (above >= 0 && annotated.xpos[saying] === "VBG" && /^(?:apologi[sz]e|regret)$/.test(lemmaOf(annotated, above)))
    return true;
  const { start, end } = annotated.sentences[annotated.sentenceOf[saying]!]!;
  if (BY_ERROR.test(textOf(annotated.report.text, { start, end }))) return true;
  return childrenOf(annotated, saying).some((child) =>
    /^(?:incorrectly|wrongly|erroneously|falsely|mistakenly|inaccurately)$/.test(wordOf(annotated, child)),
  );
}

/** "Because of an editing error, an article said that", "said in error that" */
const BY_ERROR =
  /^(?:Because of|Due to|Owing to|As a result of|Through) an? (?:\p{L}+[ -]){0,3}(?:error|mistake|mix-up)\b|\b(?:said|reported|stated|wrote|told) (?:in error|by mistake) that\b/iu;

/** "rumours that he had resigned": the noun right before the "that" of the clause, whatever a parser hangs it on. */
function nounOfThat(annotated: AnnotatedReport, verb: number): number | null {
  const that = childrenOf(annotated, verb).find((child) => child < verb && wordOf(annotated, child) === "that");
  if (that === undefined || relationOf(annotated, that) !== "mark") return null;
  return isNoun(annotated, that - 1) ? that - 1 : null;
}

/** By either tag: "denied | claims | that it leaked". */
function isNoun(annotated: AnnotatedReport, token: number): boolean {
  return annotated.upos[token] === "NOUN" || /^NNS?$/.test(annotated.xpos[token] ?? "");
}

/** "on suspicion of stealing", "no evidence that he attacked", "dismissed reports that it had shelled the town". */
function heldByNoun(annotated: AnnotatedReport, verb: number, noun: number): EventStatus | null {
  const lemma = lemmaOf(annotated, noun);
  const above = headOf(annotated, noun);
  if (annotated.xpos[verb] === "VBG") {
    // "accused the rebels of shelling it": a parser may hang what they did on them.
    const isCharged =
      above >= 0 && CHARGING_VERBS.has(lemmaOf(annotated, above)) && wordOf(annotated, verb - 1) === "of";
    return ALLEGING_NOUNS.has(lemma) || isCharged ? "alleged" : null;
  }
  // "denied claims she had punched him"
  const isTensed =
    /^(?:VBD|VBZ|VBP)$/.test(annotated.xpos[verb] ?? "") ||
    childrenOf(annotated, verb).some((child) => /^(?:had|has|have|was|were|is)$/.test(wordOf(annotated, child)));
  const isClause =
    isTensed && firstDependent(annotated, verb, "nsubj") !== null && annotated.deprels[verb] !== "acl:relcl";
  if (!isClause && !childrenOf(annotated, verb).some((child) => wordOf(annotated, child) === "that")) return null;
  if (lemma === "impression" || isUnconfirmed(annotated, noun)) return "possible";
  const isStory = /^(?:report|idea|story|notion)$/.test(lemma);
  if (!isStory && !HEARSAY_NOUNS.has(lemma) && !ALLEGING_NOUNS.has(lemma)) return null;
  if (above >= 0 && (DISMISSING.test(lemmaOf(annotated, above)) || FALSE_ADJECTIVES.has(wordOf(annotated, above))))
    return "denied";
  if (ALLEGING_NOUNS.has(lemma)) return "alleged";
  if (isStory) return null;
  // "evidence that he attacked" says that he did; "no evidence" does not.
  return /^(?:evidence|proof|sign|indication)$/.test(lemma) && !hasNo(annotated, noun) ? null : "possible";
}

/** "unconfirmed reports that", "getting reports of" */
export function isUnconfirmed(annotated: AnnotatedReport, noun: number): boolean {
  if (lemmaOf(annotated, noun) !== "report") return false;
  if (
    childrenOf(annotated, noun).some((child) =>
      /^(?:unconfirmed|unverified|conflicting|early|initial)$/.test(wordOf(annotated, child)),
    )
  )
    return true;
  return /^(?:get|receive|hear|see)$/.test(lemmaOf(annotated, headOf(annotated, noun)));
}

const DISMISSING = /^(?:dismiss|deny|reject|refute|rubbish|dispute|debunk|disprove)$/;

import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isNegated } from "../../annotate/negation.ts";
import type { Sentence } from "../../segment/segmented-report.ts";
import type { CommentSoughtCandidate } from "../candidates.ts";
import {
  childrenOf,
  firstDependent,
  isPassive,
  lemmaOf,
  patientOf,
  phraseSpan,
  prepositionOf,
  relationOf,
  subjectOf,
  withConjuncts,
  wordOf,
} from "../events/grammar.ts";
import {
  COMMENT,
  hasNothingToSay,
  hasWould,
  isContactedBy,
  isNotTaken,
  isSpoken,
  isUndone,
} from "./unanswered-contact.ts";

/**
 * Finds sentences that say a body was asked to comment, in text order; `answered` is true when it declined in words.
 *
 * > | The Harbour Board has been contacted for further comment.
 *     ^^^^^^^^^^^^^^^^^ actor
 */
export function extractCommentSought(annotated: AnnotatedReport): CommentSoughtCandidate[] {
  const found: CommentSoughtCandidate[] = [];
  for (const sentence of annotated.sentences) {
    const seen = new Set<number | null>();
    for (let token = sentence.firstToken; token < sentence.endToken; token++) {
      const read = readWord(annotated, sentence, token);
      if (read === null) continue;
      const { heads, answered } = read;
      for (const head of heads.length > 0 ? heads : [null]) {
        if (seen.has(head)) continue;
        seen.add(head);
        found.push({
          span: { start: sentence.start, end: sentence.end },
          actor: head === null ? null : phraseSpan(annotated, head),
          actorHead: head,
          answered,
        });
      }
    }
  }
  return found;
}

/** Who was asked, each by the head of its phrase; empty where the words do not say. */
interface Sought {
  readonly heads: readonly number[];
  readonly answered: boolean;
}

const COMMENT_VERBS = new Set(["comment", "respond"]);

function readWord(annotated: AnnotatedReport, sentence: Sentence, token: number): Sought | null {
  const sought = (head: number | null, answered = false): Sought => ({
    heads: head === null ? [] : withConjuncts(annotated, namedBeside(annotated, head)),
    answered,
  });
  switch (annotated.upos[token]) {
    case "VERB":
      return readVerb(annotated, sentence, token, sought);
    case "ADJ":
      return isUnavailable(annotated, token) ? sought(subjectOf(annotated, token)) : null;
    default:
      return null;
  }
}

/** "Its contractor, | Vaidehi Ltd |, did not respond": the name that stands beside the noun. */
function namedBeside({ upos, deprels, children }: AnnotatedReport, head: number): number {
  if (upos[head] !== "NOUN") return head;
  return children[head]!.find((child) => child > head && deprels[child] === "appos" && upos[child] === "PROPN") ?? head;
}

function readVerb(
  annotated: AnnotatedReport,
  sentence: Sentence,
  verb: number,
  sought: (head: number | null, answered?: boolean) => Sought,
): Sought | null {
  switch (lemmaOf(annotated, verb)) {
    case "contact":
    case "approach":
    case "ask":
      if (!isForComment(annotated, verb)) return null;
      return sought(askedBy(annotated, verb));
    case "give":
      return isPassive(annotated, verb) && hasTimeToReply(annotated, verb) ? sought(patientOf(annotated, verb)) : null;
    case "decline":
    case "refuse":
      return declinesToComment(annotated, verb) ? sought(subjectOf(annotated, verb), true) : null;
    case "respond":
    case "reply":
    case "return":
    case "comment":
    case "answer": {
      const isFurther = wordOf(annotated, verb + 1) === "no" && wordOf(annotated, verb + 2) === "further";
      if (!(isUndone(annotated, verb) || isFurther) || isQuoted(annotated, verb)) return null;
      const asked = askedBefore(annotated, sentence, verb);
      if (asked !== null) return sought(asked);
      if (isContactedBy(annotated, verb) && !isSpoken(annotated, verb)) return sought(subjectOf(annotated, verb));
      // "would not comment": a word, where "did not comment" may be none.
      if (lemmaOf(annotated, verb) === "comment")
        return isSpoken(annotated, verb)
          ? null
          : sought(subjectOf(annotated, verb), isFurther || hasWould(annotated, verb));
      if (isPassive(annotated, verb)) return readUnanswered(annotated, verb, sought);
      const contacted = contactedBefore(annotated, sentence, verb);
      if (contacted !== null) return sought(contacted);
      return asksForComment(annotated, sentence, verb) ? sought(subjectOf(annotated, verb)) : null;
    }
    case "pick":
    case "come":
    case "get":
    case "hang":
    case "ignore":
      return !isQuoted(annotated, verb) && isNotTaken(annotated, verb) ? sought(subjectOf(annotated, verb)) : null;
    case "have":
    case "offer":
      return !isQuoted(annotated, verb) && hasNothingToSay(annotated, verb)
        ? sought(subjectOf(annotated, verb), true)
        : null;
    case "reach":
      return isPassive(annotated, verb) && isNegated(annotated, verb) && hasModal(annotated, verb)
        ? sought(patientOf(annotated, verb))
        : null;
    case "seek": {
      const from = hasChildLemma(annotated, verb, COMMENT) ? behindFrom(annotated, verb) : undefined;
      return from === undefined ? null : sought(from);
    }
    default:
      return null;
  }
}

/** Whom the verb asks, as its object of either kind or as the subject of a passive. */
function askedBy(annotated: AnnotatedReport, verb: number): number | null {
  return patientOf(annotated, verb) ?? firstDependent(annotated, verb, "iobj");
}

/** "contacted | for further comment", "asked | to comment". */
function isForComment(annotated: AnnotatedReport, verb: number): boolean {
  const to = firstDependent(annotated, verb, "xcomp");
  const isToComment = to !== null && COMMENT_VERBS.has(lemmaOf(annotated, to)) && lemmaOf(annotated, verb) === "ask";
  return isToComment || hasObliqueComment(annotated, verb, "for");
}

/** "| The council |, asked why the road was shut, did not reply": whom the report asked, by the order of the words. */
function askedBefore(annotated: AnnotatedReport, sentence: Sentence, verb: number): number | null {
  const { upos } = annotated;
  for (let token = sentence.firstToken + 2; token < verb - 1; token++) {
    if (!/^(?:asked|pressed|questioned)$/.test(wordOf(annotated, token)) || wordOf(annotated, token - 1) !== ",")
      continue;
    if (!/^(?:if|whether|why|about|how|what|when|where|who|for|by)$/.test(wordOf(annotated, token + 1))) continue;
    // Its own subject stands before the question; another may stand behind it.
    const subject = subjectOf(annotated, verb);
    if (subject !== null && subject > token) return null;
    if (subject !== null && subject < token) return relationOf(annotated, verb) === "conj" ? null : subject;
    return /^(?:NOUN|PROPN|PRON)$/.test(upos[token - 2]!) ? token - 2 : null;
  }
  return null;
}

/** "was given | until Friday to respond". */
function hasTimeToReply(annotated: AnnotatedReport, verb: number): boolean {
  const children = childrenOf(annotated, verb);
  const replies = (child: number) =>
    COMMENT_VERBS.has(lemmaOf(annotated, child)) && wordOf(annotated, child - 1) === "to";
  return (
    children.some((child) => prepositionOf(annotated, child) === "until") &&
    children.some((child) => replies(child) || childrenOf(annotated, child).some(replies))
  );
}

function declinesToComment(annotated: AnnotatedReport, verb: number): boolean {
  if (wordOf(annotated, verb + 1) === "to" && wordOf(annotated, verb + 2) === "comment") return true;
  const to = firstDependent(annotated, verb, "xcomp", "obj");
  if (to === null) return false;
  const lemma = lemmaOf(annotated, to);
  return lemma === "comment" || (lemma === "make" && hasChildLemma(annotated, to, COMMENT));
}

/** "Calls | to the firm’s lawyer | were not returned." */
function readUnanswered(
  annotated: AnnotatedReport,
  verb: number,
  sought: (head: number | null) => Sought,
): Sought | null {
  const calls = patientOf(annotated, verb);
  if (
    calls === null ||
    !/^(?:call|email|e-mail|message|request|question|inquiry|enquiry)$/.test(lemmaOf(annotated, calls))
  )
    return null;
  const to = childrenOf(annotated, calls).find((child) => prepositionOf(annotated, child) === "to");
  return to === undefined ? null : sought(to);
}

/** "The Post contacted | Ms Ray | but she did not respond": whom the sentence says was asked before. */
function contactedBefore(annotated: AnnotatedReport, sentence: Sentence, verb: number): number | null {
  for (let token = sentence.firstToken; token < verb; token++) {
    if (annotated.upos[token] !== "VERB" || !/^(?:contact|approach)$/.test(lemmaOf(annotated, token))) continue;
    const isJoined = relationOf(annotated, verb) === "conj" && annotated.heads[verb] === token;
    const replier = subjectOf(annotated, verb);
    const isPronoun = replier !== null && annotated.upos[replier] === "PRON";
    return isJoined && isPronoun && !isPassive(annotated, token) ? askedBy(annotated, token) : null;
  }
  return null;
}

function behindFrom(annotated: AnnotatedReport, verb: number): number | undefined {
  return childrenOf(annotated, verb)
    .flatMap((child) => [child, ...childrenOf(annotated, child)])
    .find((child) => prepositionOf(annotated, child) === "from");
}

/** "was not available for comment", "were unavailable for comment". */
function isUnavailable(annotated: AnnotatedReport, token: number): boolean {
  const lemma = lemmaOf(annotated, token);
  if (lemma !== "unavailable" && !(lemma === "available" && isNegated(annotated, token))) return false;
  return hasObliqueComment(annotated, token, "for");
}

/** “The vote doesn’t answer the question”: what somebody says is no word of the paper’s. */
function isQuoted(annotated: AnnotatedReport, token: number): boolean {
  const { start } = annotated.tokens[token]!;
  return annotated.quotations.some((quotation) => quotation.start < start && start < quotation.end);
}

function hasModal(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some((child) => /^(?:could|can|couldn|ca)$/.test(wordOf(annotated, child)));
}

function hasChildLemma(annotated: AnnotatedReport, token: number, lemmas: ReadonlySet<string>): boolean {
  return childrenOf(annotated, token).some((child) => lemmas.has(lemmaOf(annotated, child)));
}

function hasObliqueComment(annotated: AnnotatedReport, verb: number, preposition: string): boolean {
  return childrenOf(annotated, verb).some(
    (child) =>
      relationOf(annotated, child) === "obl" &&
      COMMENT.has(lemmaOf(annotated, child)) &&
      prepositionOf(annotated, child) === preposition,
  );
}

/** "to a request for comment", "to our questions", "a call seeking comment" after the verb. */
function asksForComment(annotated: AnnotatedReport, sentence: Sentence, verb: number): boolean {
  const rest: string[] = [];
  for (let token = verb + 1; token < sentence.endToken && token < verb + 12; token++)
    rest.push(lemmaOf(annotated, token));
  const text = rest.join(" ");
  return (
    WRITTEN_TO.test(text) ||
    (/\bcomment\b/.test(text) && /\b(?:request|call|approach|message|email|letter)\b/.test(text))
  );
}

/** In lemmas: "responded | to several emails"; a call may be for anything. */
const WRITTEN_TO = /\b(?:question|inquiry|enquiry|query)\b|^to (?:\S+ ){0,2}(?:message|e-?mail|voicemail|phone call)\b/;

import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Sentence } from "../../segment/segmented-report.ts";
import type { CommentSoughtCandidate } from "../candidates.ts";
import {
  childrenOf,
  firstDependent,
  isPassive,
  lemmaOf,
  patientOf,
  phraseSpan,
  relationOf,
  subjectOf,
  wordOf,
} from "../events/grammar.ts";

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
      const read = annotated.upos[token] === "VERB" ? readVerb(annotated, sentence, token) : null;
      if (read === null || seen.has(read.actorHead)) continue;
      seen.add(read.actorHead);
      const { actorHead, answered } = read;
      found.push({
        span: { start: sentence.start, end: sentence.end },
        actor: actorHead === null ? null : phraseSpan(annotated, actorHead),
        actorHead,
        answered,
      });
    }
  }
  return found;
}

interface Sought {
  readonly actorHead: number | null;
  readonly answered: boolean;
}

const COMMENT = new Set(["comment", "response", "reaction", "statement", "reply"]);
const COMMENT_VERBS = new Set(["comment", "respond"]);

function readVerb(annotated: AnnotatedReport, sentence: Sentence, verb: number): Sought | null {
  const lemma = lemmaOf(annotated, verb);
  if (
    (lemma === "contact" || lemma === "approach" || lemma === "ask") &&
    isPassive(annotated, verb) &&
    hasObliqueComment(annotated, verb, "for")
  ) {
    return { actorHead: patientOf(annotated, verb), answered: false };
  }
  if (lemma === "ask" && isPassive(annotated, verb)) {
    const to = firstDependent(annotated, verb, "xcomp");
    if (to !== null && COMMENT_VERBS.has(lemmaOf(annotated, to)))
      return { actorHead: patientOf(annotated, verb), answered: false };
  }
  if (lemma === "decline" || lemma === "refuse") {
    const to = firstDependent(annotated, verb, "xcomp", "obj");
    if (
      to !== null &&
      (lemmaOf(annotated, to) === "comment" ||
        (lemmaOf(annotated, to) === "make" && hasChildLemma(annotated, to, COMMENT)))
    ) {
      return { actorHead: subjectOf(annotated, verb), answered: true };
    }
  }
  if (
    (lemma === "decline" || lemma === "refuse") &&
    wordOf(annotated, verb + 1) === "to" &&
    wordOf(annotated, verb + 2) === "comment"
  ) {
    return { actorHead: subjectOf(annotated, verb), answered: true };
  }
  if (lemma === "respond" || lemma === "reply" || lemma === "return" || lemma === "answer") {
    if (isNegated(annotated, verb) && !isQuoted(annotated, verb) && asksForComment(annotated, sentence, verb))
      return { actorHead: subjectOf(annotated, verb), answered: false };
  }
  if (lemma === "reach" && isPassive(annotated, verb) && isNegated(annotated, verb) && hasModal(annotated, verb)) {
    return { actorHead: patientOf(annotated, verb), answered: false };
  }
  if (lemma === "seek" && hasChildLemma(annotated, verb, COMMENT)) {
    const from = childrenOf(annotated, verb)
      .flatMap((child) => [child, ...childrenOf(annotated, child)])
      .find((child) => childrenOf(annotated, child).some((marker) => lemmaOf(annotated, marker) === "from"));
    if (from !== undefined) return { actorHead: from, answered: false };
  }
  return null;
}

/** “The vote doesn’t answer the question”: what somebody says is no word of the paper’s. */
function isQuoted(annotated: AnnotatedReport, token: number): boolean {
  const { start } = annotated.tokens[token]!;
  return annotated.quotations.some((quotation) => quotation.start < start && start < quotation.end);
}

function isNegated(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some((child) => /^(?:not|n't|n’t|never)$/.test(wordOf(annotated, child)));
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
      childrenOf(annotated, child).some((marker) => lemmaOf(annotated, marker) === preposition),
  );
}

/** "to a request for comment", "to our questions", "a call seeking comment" after the verb. */
function asksForComment(annotated: AnnotatedReport, sentence: Sentence, verb: number): boolean {
  const rest: string[] = [];
  for (let token = verb + 1; token < sentence.endToken && token < verb + 12; token++)
    rest.push(lemmaOf(annotated, token));
  const text = rest.join(" ");
  return (
    /\b(?:comment|question|inquiry|enquiry|query)\b/.test(text) &&
    /\b(?:request|call|message|email|e-mail|question|inquiry|enquiry|query|approach)\b/.test(text)
  );
}

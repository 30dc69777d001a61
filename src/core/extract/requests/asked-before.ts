import type { AnnotatedReport } from "../../annotate/layers.ts";
import { ASKING_VERBS, WANTING_VERBS } from "../../lexicons/request-words.ts";
import type { Span } from "../../text/span.ts";
import type { StatementCandidate } from "../candidates.ts";
import type { StatementIndex } from "../events/according-to.ts";
import { lemmaOf, phraseSpan, subjectOf, wordOf } from "../events/grammar.ts";
import { headWithin } from "./asking-by-order.ts";
import { type Ask, sourceOf, spanOver } from "./asks.ts";
import type { Party } from "./parties.ts";

/** How an asking is marked that an answer looks back on. */
export const ASKED_BEFORE = "requests/asked-before";

/** Tokens of the one who asked, between "as" and the verb. */
const LONGEST = 8;
const ANSWERING = new Set(["refusal", "agreement", "promise", "ruling"]);

/**
 * "declined to make it last six months, as the council had asked": what was answered is what was asked for, and who
 * answers was asked. Only where nothing follows that says what was asked for.
 */
export function readAskedBefore(annotated: AnnotatedReport, verb: number, index: StatementIndex): Ask | null {
  const lemma = lemmaOf(annotated, verb);
  if (!ASKING_VERBS.has(lemma) && !WANTING_VERBS.has(lemma)) return null;
  if (!/^VB[DN]$/.test(annotated.xpos[verb] ?? "") || !endsClause(annotated, verb)) return null;
  const mark = markBefore(annotated, verb);
  if (mark === null) return null;
  const asker = askerBetween(annotated, mark, verb);
  if (asker === null) return null;
  const cue = annotated.tokens[verb]!;
  const answer = answerBefore(index.around(cue), annotated.tokens[mark]!.start);
  if (answer === null) return null;
  const content = answer.content.find((part) => part.start < annotated.tokens[mark]!.start);
  const about = content === undefined ? null : cutBefore(annotated, content, mark);
  const source = sourceOf(answer);
  if (about === null || source === null || source.head === asker.head) return null;
  return {
    asker,
    asked: source,
    statement: null,
    cue,
    span: spanOver(annotated, cue, [asker.span, cue]),
    about,
    producedBy: ASKED_BEFORE,
  };
}

/** The answer whose words go on with the asking; not one that only says so. */
function answerBefore(around: StatementCandidate | null, mark: number): StatementCandidate | null {
  if (around === null || around.cue === null || around.cue.start >= mark) return null;
  return ANSWERING.has(around.act) ? around : null;
}

/** Nothing behind the verb but "for", "it to" and the mark that ends the clause. */
function endsClause(annotated: AnnotatedReport, verb: number): boolean {
  let next = verb + 1;
  while (/^(?:for|it|him|her|them|to|do|earlier|before|last|this|week|month)$/.test(wordOf(annotated, next))) next++;
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  return next >= endToken || /^(?:[.,;:—–”"’]|and|but)$/.test(wordOf(annotated, next));
}

/** The "as" that opens the clause of the verb. */
function markBefore(annotated: AnnotatedReport, verb: number): number | null {
  const { firstToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  for (let token = verb - 1; token > firstToken && token >= verb - LONGEST; token--) {
    const word = wordOf(annotated, token);
    if (word === "as") return token;
    if (/^[,;:—–“”"]$/.test(word)) return null;
  }
  return null;
}

function askerBetween(annotated: AnnotatedReport, mark: number, verb: number): Party | null {
  const subject = subjectOf(annotated, verb);
  const head = subject !== null && subject > mark ? subject : headWithin(annotated, mark + 1, verb);
  return head === null ? null : { span: phraseSpan(annotated, head), head };
}

function cutBefore(annotated: AnnotatedReport, content: Span, mark: number): Span | null {
  const written = annotated.report.text.slice(content.start, Math.min(content.end, annotated.tokens[mark]!.start));
  const end = content.start + written.replace(/[\s,–—-]+$/u, "").length;
  return end <= content.start ? null : { start: content.start, end };
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import { NOUN_SENSES } from "../../lexicons/event-nouns.ts";
import { GOING_AHEAD, STOPPING_VERBS } from "../../lexicons/request-words.ts";
import { isWithin, type Span } from "../../text/span.ts";
import type { AnswerKind, RequestCandidate, StatementAct, StatementCandidate } from "../candidates.ts";
import { lemmaOf, wordOf } from "../events/grammar.ts";
import { type Ask, sourceOf } from "./asks.ts";
import { compareParties, type Party } from "./parties.ts";
import { tokensWithin } from "./tokens-within.ts";

type Answer = RequestCandidate["answers"][number];

const KIND_OF_ACT: Partial<Readonly<Record<StatementAct, AnswerKind>>> = {
  refusal: "refusal",
  agreement: "agreement",
  promise: "promise",
  "no-comment": "no-comment",
};

/** An answer to an ask that names nobody stands at most this many sentences after it. */
const NEAR = 2;

/**
 * Statements of the report that answer the ask, in text order: the ask is their content ("refused a plea by …"); or they
 * follow it closely, answer in a word and are by another side; or the asked say that what they should stop goes on.
 */
export function answersOf(annotated: AnnotatedReport, ask: Ask, statements: readonly StatementCandidate[]): Answer[] {
  const topic = topicOf(annotated, ask.about);
  return statements.flatMap((statement): Answer[] => {
    if (statement === ask.statement || statement.cue === null) return [];
    const kind = kindOfAnswer(annotated, ask, statement, statement.cue, topic);
    return kind === null ? [] : [{ statement: statement.id, kind }];
  });
}

function kindOfAnswer(
  annotated: AnnotatedReport,
  ask: Ask,
  statement: StatementCandidate,
  cue: Span,
  topic: ReadonlySet<string>,
): AnswerKind | null {
  const kind = KIND_OF_ACT[statement.act] ?? null;
  const holds = statement.content.some((part) => isWithin(ask.cue, part));
  if (holds) return kind === "promise" ? null : isAnswerTo(annotated, statement, ask) ? kind : null;
  const source = sourceOf(statement);
  const distance = sentenceAt(annotated, cue) - sentenceAt(annotated, ask.cue);
  if (ask.statement !== null && statement.within === ask.statement.id) return null;
  if (
    goesAhead(annotated, ask, statement) &&
    source !== null &&
    isAsked(annotated, ask, source) !== "other" &&
    isAsker(annotated, ask, source) !== "same"
  )
    return "refusal";
  if (kind === null || source === null || distance < 0) return null;
  if (distance === 0 && cue.start < ask.cue.start) return null;
  const asker = isAsker(annotated, ask, source);
  if (asker === "same") return null;
  const asked = isAsked(annotated, ask, source);
  if (asked === "other") return null;
  const near = distance <= (kind === "no-comment" ? NEAR + 1 : NEAR);
  const onTopic = isBare(annotated, statement) || sharesTopic(annotated, statement, topic);
  if (kind === "promise") return asked === "same" && near && sharesTopic(annotated, statement, topic) ? kind : null;
  if (kind === "no-comment") return near && (asked === "same" || distance <= 1) ? kind : null;
  return near && onTopic && (asked === "same" || distance <= 1) ? kind : null;
}

/** The ask must be what is answered, not a mere part of the words: its cue opens the content. */
function isAnswerTo(annotated: AnnotatedReport, statement: StatementCandidate, ask: Ask): boolean {
  const first = statement.content[0];
  if (first === undefined) return false;
  const before = tokensWithin(annotated, { start: first.start, end: ask.cue.start });
  return before.length <= 6 && !before.some((token) => annotated.upos[token] === "VERB");
}

function isAsked(annotated: AnnotatedReport, ask: Ask, source: Party): "same" | "other" | "open" {
  return ask.asked === null ? "open" : compareParties(annotated, ask.asked, source);
}

function isAsker(annotated: AnnotatedReport, ask: Ask, source: Party): "same" | "other" | "open" {
  return ask.asker === null ? "open" : compareParties(annotated, ask.asker, source);
}

function sentenceAt(annotated: AnnotatedReport, span: Span): number {
  let low = 0;
  let high = annotated.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (annotated.sentences[middle]!.start <= span.start) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** "refused", "agreed to it", "turned it down": an answer in a word. */
function isBare(annotated: AnnotatedReport, { content }: StatementCandidate): boolean {
  const tokens = content
    .flatMap((part) => tokensWithin(annotated, part))
    .filter((token) => annotated.upos[token] !== "PUNCT");
  return (
    tokens.length <= 2 ||
    tokens.every((token) =>
      /^(?:to|do|so|it|that|this|them|the|request|plea|call|demand|invitation|offer)$/.test(wordOf(annotated, token)),
    )
  );
}

const EMPTY_WORDS = new Set(
  "be have do make take say go get give put come will would can could may should it that this they them who which people year day week time other more".split(
    " ",
  ),
);

function topicOf(annotated: AnnotatedReport, about: Span | null): Set<string> {
  const topic = new Set<string>();
  if (about === null) return topic;
  for (const token of tokensWithin(annotated, about)) {
    const upos = annotated.upos[token];
    const lemma = lemmaOf(annotated, token);
    if ((upos === "NOUN" || upos === "VERB" || upos === "PROPN" || upos === "ADJ") && !EMPTY_WORDS.has(lemma))
      topic.add(topicWord(lemma));
  }
  return topic;
}

/** Nouns for one kind of event stand for each other: "the protest" answers for "the demonstration". */
function topicWord(lemma: string): string {
  const type = NOUN_SENSES.get(lemma)?.[0]?.type;
  return type === undefined || type === "other" ? lemma : `event:${type}`;
}

function sharesTopic(annotated: AnnotatedReport, { content }: StatementCandidate, topic: ReadonlySet<string>): boolean {
  return content.some((part) =>
    tokensWithin(annotated, part).some((token) => topic.has(topicWord(lemmaOf(annotated, token)))),
  );
}

/** Asked to stop, postpone or move: "our protest will go ahead as planned". */
function goesAhead(annotated: AnnotatedReport, ask: Ask, statement: StatementCandidate): boolean {
  if (
    ask.about === null ||
    !tokensWithin(annotated, ask.about).some((token) => STOPPING_VERBS.has(lemmaOf(annotated, token)))
  )
    return false;
  const asked = topicOf(annotated, annotated.sentences[sentenceAt(annotated, ask.cue)]!);
  return statement.content.some((part) => {
    const tokens = tokensWithin(annotated, part);
    if (!tokens.some((token) => asked.has(topicWord(lemmaOf(annotated, token))))) return false;
    return GOING_AHEAD.some(([first, second]) =>
      tokens.some((token, index) => {
        if (lemmaOf(annotated, token) !== first && wordOf(annotated, token) !== first) return false;
        const next = tokens[index + 1];
        return next !== undefined && (lemmaOf(annotated, next) === second || wordOf(annotated, next) === second);
      }),
    );
  });
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import { NOUN_SENSES } from "../../lexicons/event-nouns.ts";
import { GOING_AHEAD, STOPPING_VERBS } from "../../lexicons/request-words.ts";
import { isWithin, type Span, textOf } from "../../text/span.ts";
import type { AnswerKind, RequestCandidate, StatementAct, StatementCandidate } from "../candidates.ts";
import { lemmaOf, wordOf } from "../events/grammar.ts";
import { readAnswerKind, replyWords } from "./answer-kind.ts";
import { ASKED_BEFORE } from "./asked-before.ts";
import { ASKED_FOR, type Ask, sourceOf } from "./asks.ts";
import { compareParties, isPronoun, type Party, type Sameness } from "./parties.ts";
import { tokensWithin } from "./tokens-within.ts";

type Answer = RequestCandidate["answers"][number];

/** What is worked out once a report, so that each ask only looks at the statements near it. */
export interface AnswerSearch {
  readonly ordered: readonly {
    readonly statement: StatementCandidate;
    readonly cue: Span;
    readonly sentence: number;
  }[];
  /** Statements whose words say that something goes on all the same. */
  readonly goingAhead: readonly { readonly statement: StatementCandidate; readonly topic: ReadonlySet<string> }[];
}

export function prepareAnswers(annotated: AnnotatedReport, statements: readonly StatementCandidate[]): AnswerSearch {
  const ordered = statements
    .flatMap((statement) => {
      const { cue } = statement;
      return cue === null ? [] : [{ statement, cue, sentence: sentenceAt(annotated, cue) }];
    })
    .sort((a, b) => a.cue.start - b.cue.start);
  const goingAhead = ordered
    .filter(({ statement }) => saysGoingAhead(annotated, statement))
    .slice(0, 50)
    .map(({ statement }) => ({ statement, topic: topicOf(annotated, statement.content) }));
  return { ordered, goingAhead };
}

/** An answer that does not hold the ask in its words stands at most this many sentences after it. */
const NEAR = 3;

/**
 * Statements of the report that answer the ask, in text order: the ask is their content ("refused a plea by …"); or they
 * follow it closely and are by those asked; or those asked say that what they should stop goes on.
 */
export function answersOf(annotated: AnnotatedReport, ask: Ask, search: AnswerSearch): Answer[] {
  const found = new Map<StatementCandidate, AnswerKind>();
  const sentence = sentenceAt(annotated, ask.cue);
  const topic = ask.about === null ? new Set<string>() : topicOf(annotated, [ask.about]);
  const { text } = annotated.report;
  const asked = ask.about === null ? "" : textOf(text, ask.about);
  for (let index = firstFrom(search, sentence - 1); index < search.ordered.length; index++) {
    const { statement, cue, sentence: at } = search.ordered[index]!;
    if (at > sentence + NEAR) break;
    if (statement === ask.statement) continue;
    const kind = kindOfAnswer(annotated, ask, statement, cue, at - sentence, topic);
    const worded = kind === null ? null : (readAnswerKind(replyWords(text, statement, asked)) ?? kind);
    // What neither grants nor refuses may be a reply all the same; that is for other reports to show.
    if (worded !== null && worded !== "reply") found.set(statement, worded);
  }
  if (
    ask.about !== null &&
    tokensWithin(annotated, ask.about).some((token) => STOPPING_VERBS.has(lemmaOf(annotated, token)))
  ) {
    const around = topicOf(annotated, [annotated.sentences[sentence]!]);
    for (const { statement, topic: said } of search.goingAhead) {
      if (statement === ask.statement || found.has(statement)) continue;
      const source = sourceOf(statement);
      if (
        source === null ||
        compare(annotated, ask.asked, source) === "other" ||
        compare(annotated, ask.asker, source) === "same"
      )
        continue;
      if (statement.act === "refusal" || [...said].some((word) => around.has(word))) found.set(statement, "refusal");
    }
  }
  return search.ordered.flatMap(({ statement }) => {
    const kind = found.get(statement);
    return kind === undefined ? [] : [{ statement: statement.id, kind }];
  });
}

function firstFrom({ ordered }: AnswerSearch, sentence: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.sentence < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

const KIND_OF_ACT: Partial<Readonly<Record<StatementAct, AnswerKind>>> = {
  refusal: "refusal",
  agreement: "agreement",
  promise: "promise",
  "no-comment": "no-comment",
};

function kindOfAnswer(
  annotated: AnnotatedReport,
  ask: Ask,
  statement: StatementCandidate,
  cue: Span,
  distance: number,
  topic: ReadonlySet<string>,
): AnswerKind | null {
  const kind = KIND_OF_ACT[statement.act] ?? null;
  if (ask.producedBy === ASKED_BEFORE && statement.content[0]?.start === ask.about?.start) return kind;
  if (statement.content.some((part) => isWithin(ask.cue, part))) {
    if (ask.producedBy === ASKED_FOR && kind === null) return grantsAskedFor(annotated, statement, ask);
    return kind === "promise" || !isAnswerTo(annotated, statement, ask) ? null : kind;
  }
  if (ask.statement !== null && statement.within === ask.statement.id) return null;
  // "ask those who have agreed to her plan to leave it", "asks all to support it", "invited all but Ely, which it does not recognise": what
  // is told of those asked, what they are to do and what is told of it is no answer.
  if (ask.about !== null && cue.start > ask.cue.end && cue.end <= ask.about.end) return null;
  // "declined to make it last six months, as the council had asked": one content for both.
  if (
    ask.about !== null &&
    statement.content.some((part) => isWithin(ask.about!, part) || isWithin(part, ask.about!))
  ) {
    return kind === "refusal" || kind === "agreement" ? kind : null;
  }
  const source = sourceOf(statement);
  if (source === null || distance < 0 || cue.start < ask.cue.start) return null;
  if (compare(annotated, ask.asker, source) === "same") return null;
  return kindOfReply(annotated, ask, statement, source, kind, distance, topic);
}

/** An answer that stands by itself after the ask. */
function kindOfReply(
  annotated: AnnotatedReport,
  ask: Ask,
  statement: StatementCandidate,
  source: Party,
  kind: AnswerKind | null,
  distance: number,
  topic: ReadonlySet<string>,
): AnswerKind | null {
  const asked = compare(annotated, ask.asked, source);
  if (asked === "other") return null;
  const onTopic = sharesTopic(annotated, statement, topic);
  const close = distance <= 1;
  switch (kind) {
    case "refusal":
    case "agreement":
      if (isBare(annotated, statement)) return asked === "same" || ask.asked === null || close ? kind : null;
      if (asked === "same" && (close || onTopic)) return kind;
      return close && onTopic ? kind : null;
    case "promise":
      return asked === "same" && onTopic ? kind : null;
    case "no-comment":
      return asked === "same" || (close && (isPronoun(annotated, source) || opensWithPossessive(annotated, source)))
        ? kind
        : null;
    default:
      return asked === "same" && (close || onTopic) && saysNo(annotated, statement) ? "refusal" : null;
  }
}

/** "said it would send the aircraft the mayor had asked for": by somebody else, and nothing denies it. */
function grantsAskedFor(annotated: AnnotatedReport, statement: StatementCandidate, ask: Ask): AnswerKind | null {
  const source = sourceOf(statement);
  if (source === null || compare(annotated, ask.asker, source) === "same") return null;
  const first = statement.content[0]!;
  const words = tokensWithin(annotated, { start: first.start, end: ask.cue.start }).map((token) =>
    wordOf(annotated, token),
  );
  if (words.some((word) => /^(?:not|n['’]t|never|no|if)$/.test(word))) return null;
  return words.some((word) => /^(?:will|would|shall)$/.test(word)) ? "promise" : null;
}

function compare(annotated: AnnotatedReport, party: Party | null, source: Party): Sameness {
  return party === null ? "open" : compareParties(annotated, party, source);
}

/** "his office", "its spokesman": somebody of those just named. */
function opensWithPossessive(annotated: AnnotatedReport, { span }: Party): boolean {
  const first = tokensWithin(annotated, span)[0];
  return first !== undefined && /^(?:his|her|its|their)$/.test(wordOf(annotated, first));
}

/** The ask must be what is answered, not a mere part of the words: nothing but its own phrase stands before it. */
function isAnswerTo(annotated: AnnotatedReport, statement: StatementCandidate, ask: Ask): boolean {
  const first = statement.content[0];
  if (first === undefined) return false;
  const before = tokensWithin(annotated, { start: first.start, end: ask.cue.start });
  return before.length <= 6 && !before.some((token) => /^(?:VB[DPZ]|MD)$/.test(annotated.xpos[token] ?? ""));
}

export function sentenceAt(annotated: AnnotatedReport, span: Span): number {
  let low = 0;
  let high = annotated.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (annotated.sentences[middle]!.start <= span.start) low = middle;
    else high = middle - 1;
  }
  return low;
}

const BARE_WORDS = /^(?:to|do|so|it|that|this|them|the|request|plea|call|demand|invitation|offer|appeal)$/;

/** "refused", "agreed to it", "turned it down": an answer in a word. */
function isBare(annotated: AnnotatedReport, { content }: StatementCandidate): boolean {
  const tokens = content
    .flatMap((part) => tokensWithin(annotated, part))
    .filter((token) => annotated.upos[token] !== "PUNCT");
  // "does not recognise Cyprus" tells of something.
  const isShort = tokens.length <= 2 && !tokens.some((token) => annotated.upos[token] === "PROPN");
  return isShort || tokens.every((token) => BARE_WORDS.test(wordOf(annotated, token)));
}

/** "it would not be hurried", "we will not leave", "we can't": the first clause of the words says no. */
function saysNo(annotated: AnnotatedReport, { content }: StatementCandidate): boolean {
  const first = content[0];
  if (first === undefined) return false;
  const tokens = tokensWithin(annotated, first).slice(0, 14);
  return tokens.some((token, index) => {
    if (!/^(?:not|n['’]t|never)$/.test(wordOf(annotated, token))) return false;
    const before = tokens[index - 1];
    return before !== undefined && /^(?:will|would|wo|can|could|ca|shall)$/.test(wordOf(annotated, before));
  });
}

const EMPTY_WORDS = new Set(
  "be have do make take say go get give put come will would can could may should it that this they them who which people year day week time other more".split(
    " ",
  ),
);

function topicOf(annotated: AnnotatedReport, spans: readonly Span[]): Set<string> {
  const topic = new Set<string>();
  for (const token of spans.flatMap((span) => tokensWithin(annotated, span))) {
    const upos = annotated.upos[token];
    const lemma = lemmaOf(annotated, token);
    if ((upos === "NOUN" || upos === "VERB" || upos === "PROPN" || upos === "ADJ") && !EMPTY_WORDS.has(lemma)) {
      topic.add(topicWord(lemma));
    }
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

const OPENS_GOING_AHEAD: ReadonlySet<string | undefined> = new Set(GOING_AHEAD.map(([first]) => first));

/** "our protest will go ahead as planned" */
function saysGoingAhead(annotated: AnnotatedReport, { content }: StatementCandidate): boolean {
  return content.some((part) => {
    const tokens = tokensWithin(annotated, part);
    return tokens.some((token, index) => {
      const next = tokens[index + 1];
      return (
        next !== undefined &&
        (OPENS_GOING_AHEAD.has(lemmaOf(annotated, token)) || OPENS_GOING_AHEAD.has(wordOf(annotated, token))) &&
        GOING_AHEAD.some(
          ([first, second]) =>
            (lemmaOf(annotated, token) === first || wordOf(annotated, token) === first) &&
            (lemmaOf(annotated, next) === second || wordOf(annotated, next) === second),
        )
      );
    });
  });
}

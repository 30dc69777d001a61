import type { Request, Speaker } from "../record/record.ts";
import { contentWordsOf } from "./content-words.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { PairFeatures, PairWeights } from "./pair-model.ts";
import type { StatementNode } from "./statement-node.ts";
import { daysApart, type StorySource, sentenceAt } from "./story-reports.ts";
import {
  coverageOf,
  likenessOf,
  type StoryWords,
  sharedCount,
  sharedWeight,
  uniteBags,
  type WordBag,
} from "./story-words.ts";

/** A request of one report with what comparing needs. */
export interface AskNode {
  readonly source: StorySource;
  readonly request: Request;
  readonly asker: Speaker;
  readonly asked: Speaker;
  /** Content words of what is asked for. */
  readonly words: WordBag;
  /** The same and those of the sentence. */
  readonly context: WordBag;
  readonly sentence: number;
}

export function makeAskNode(
  source: StorySource,
  request: Request,
  actors: ActorLinks,
  storyWords: StoryWords,
): AskNode {
  const { text } = source.record.report;
  const about = request.about ?? request.span;
  const words = storyWords.bagOf(contentWordsOf(text.slice(about.start, about.end)));
  const sentence = sentenceAt(source, request.span.start);
  return {
    source,
    request,
    asker: actors.speaker(source, request.asker),
    asked: actors.speaker(source, request.asked),
    words,
    context: uniteBags(words, storyWords.sentence(source, sentence)),
    sentence,
  };
}

export type AnswerFeature =
  | "byAsked"
  | "byRelated"
  | "byOther"
  | "askedUnknown"
  | "answererUnknown"
  | "toAsker"
  | "sameSentence"
  | "nextSentence"
  | "near"
  | "otherReport"
  | "gap"
  | "topic"
  | "coverage"
  | "context"
  | "contextTopic"
  | "refuses"
  | "agrees"
  | "silent"
  | "rules"
  | "promises"
  | "looksBack";

export const ANSWER_WEIGHTS: PairWeights<AnswerFeature> = {
  bias: -3.6,
  byAsked: 1.5,
  byRelated: 1.1,
  byOther: -0.9,
  askedUnknown: -1.4,
  answererUnknown: -0.6,
  toAsker: 1.2,
  sameSentence: -0.9,
  nextSentence: 1.9,
  near: 1.1,
  otherReport: 1.1,
  gap: -0.3,
  topic: 1.5,
  coverage: 1.2,
  context: 3.9,
  contextTopic: 0.9,
  refuses: 0.6,
  agrees: 0.6,
  silent: 0.1,
  rules: -0.6,
  promises: -0.6,
  looksBack: 0.7,
};

/** Null when the statement cannot answer the request: it came before, or the asker says it. */
export function answerFeatures(
  ask: AskNode,
  answer: StatementNode,
  actors: ActorLinks,
): PairFeatures<AnswerFeature> | null {
  if (
    answer.source.order < ask.source.order ||
    (answer.statement.id === ask.request.statement && answer.source === ask.source)
  )
    return null;
  const asker = ask.asker.kind === "resolved" ? ask.asker.actor : null;
  const asked = ask.asked.kind === "resolved" ? ask.asked.actor : null;
  const by = answer.speaker.kind === "resolved" ? answer.speaker.actor : null;
  if (by !== null && by === asker) return null;
  const flag = (held: boolean) => (held ? 1 : 0);
  const same = answer.source === ask.source;
  const apart = Math.abs(answer.sentence - ask.sentence);
  const { act } = answer.statement;
  const related = by !== null && asked !== null && isRelated(by, asked, actors);
  return {
    byAsked: flag(by !== null && by === asked),
    byRelated: flag(by !== asked && related),
    byOther: flag(by !== null && asked !== null && by !== asked && !related),
    askedUnknown: flag(asked === null),
    answererUnknown: flag(by === null),
    toAsker: flag(asker !== null && answer.addressee === asker),
    sameSentence: flag(same && apart === 0),
    nextSentence: flag(same && answer.sentence - ask.sentence === 1),
    near: flag(same && apart <= 3),
    otherReport: flag(!same),
    gap: same ? 0 : gapOf(ask.source, answer.source),
    topic: likenessOf(ask.words, answer.words),
    coverage: coverageOf(ask.words, answer.words) * Math.min(1, sharedCount(ask.words, answer.words) / 2),
    context: likenessOf(ask.context, answer.context),
    contextTopic: sharedWeight(ask.words, answer.context) / (ask.words.total || 1),
    refuses: flag(act === "refusal"),
    agrees: flag(act === "agreement"),
    silent: flag(act === "no-comment"),
    rules: flag(act === "ruling"),
    promises: flag(act === "promise"),
    looksBack: flag(answer.looksBack),
  };
}

function isRelated(a: string, b: string, actors: ActorLinks): boolean {
  return actors.affiliations(a).has(b) || actors.affiliations(b).has(a);
}

function gapOf(a: StorySource, b: StorySource): number {
  const days = daysApart(a, b);
  return days === null ? 3 : Math.log2(1 + days);
}

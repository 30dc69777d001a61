import type { AnswerKind } from "../extract/candidates.ts";
import type { RequestStatus, Speaker } from "../record/record.ts";
import { textOf } from "../text/span.ts";
import {
  type AnswerFeature,
  answerFeatures,
  answerKindOf,
  isAskerUnnamed,
  isOfQuestion,
  isSilentOnOther,
  isToldElsewhere,
  undertakesOther,
} from "./answer-fit.ts";
import { type AskFeature, askersDiffer, askFeatures, asksForOther, rankAsks, sumsClash } from "./ask-fit.ts";
import { type AskNode, findAsks } from "./ask-node.ts";
import { evidenceOf } from "./evidence.ts";
import { findReplies, type ReplyNode } from "./find-replies.ts";
import { type Fit, groupNodes } from "./group-nodes.ts";
import { makeKeyIndex } from "./key-index.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { StatementLinks } from "./link-statements.ts";
import { blendOf, likelihoodOf, type PairFeatures, type PairModel } from "./pair-model.ts";
import type { Evidence, StoryRequest } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";
import { likenessOf, type StoryWords } from "./story-words.ts";

/** A reply answers the request it fits best, and others that it fits nearly as well. */
const NEARLY_AS_WELL = 0.6;
/** Requests looked at closely for each reply. */
const MOST_CANDIDATES = 8;

interface Answer {
  readonly node: ReplyNode;
  readonly kind: AnswerKind | "reply";
  readonly reason: string;
}

/**
 * Joins one request reported by several reports. Words that only point back to a request ("as it had asked") count as
 * another asking of it, and never stand alone.
 */
export function groupAsks(
  sources: readonly StorySource[],
  actors: ActorLinks,
  statements: StatementLinks,
  words: StoryWords,
  model: PairModel<AskFeature>,
): (readonly AskNode[])[] {
  const asks = sources.flatMap((source) => findAsks(source, actors, words));
  const kindred = countParties(asks.map(({ asker }) => asker));
  const nearest = rankAsks(asks);
  return groupNodes(
    asks,
    (ask) => keysOfAsk(ask, statements, words),
    (ask, group) => fitAsk(ask, group, statements, actors, kindred(ask.asker), nearest, model),
  )
    .map(({ nodes }) => shareParties(nodes))
    .filter((nodes) => nodes.some(({ kind }) => kind !== "pointer"));
}

/** Whom one report leaves open another may name: askings of one request have one asker and one body asked. */
function shareParties(nodes: readonly AskNode[]): readonly AskNode[] {
  const asker = onlyKnown(nodes.map((one) => one.asker));
  const asked = onlyKnown(nodes.map((one) => one.asked));
  return nodes.map((node) => ({
    ...node,
    asker: node.asker.kind === "resolved" ? node.asker : (asker ?? node.asker),
    asked: node.asked.kind === "resolved" ? node.asked : (asked ?? node.asked),
  }));
}

function onlyKnown(parties: readonly Speaker[]): Speaker | null {
  const known = new Map(parties.flatMap((party) => (party.kind === "resolved" ? [[party.actor, party] as const] : [])));
  return known.size === 1 ? [...known.values()][0]! : null;
}

/**
 * Finds what answers each request: what a report puts beside it, and later statements or bare wordings that refuse,
 * agree, promise or decline to comment.
 */
export function linkRequests(
  groups: readonly (readonly AskNode[])[],
  sources: readonly StorySource[],
  actors: ActorLinks,
  statements: StatementLinks,
  words: StoryWords,
  model: PairModel<AnswerFeature>,
): StoryRequest[] {
  const replies = findReplies(sources, actors, statements, words);
  const answers = findAnswers(groups, groups.flat(), replies, actors, statements, words, model);
  return groups.flatMap((nodes, index) => {
    const isAsked = nodes.some(({ kind }) => kind === "request") || answers[index]!.length > 0;
    return isAsked ? [makeRequest(nodes, answers[index]!, sources)] : [];
  });
}

function keysOfAsk(ask: AskNode, statements: StatementLinks, words: StoryWords): number[] {
  const keys = [...ask.words.ids, ...ask.loose.ids];
  const utterance = utteranceOf(ask, statements);
  if (utterance !== null) keys.push(words.numberOf(utterance));
  if (ask.asker.kind === "resolved") keys.push(words.numberOf(`asker ${ask.asker.actor}`));
  for (const deed of ask.deeds) keys.push(words.numberOf(`deed ${deed}`));
  return keys;
}

function utteranceOf({ source, request }: AskNode, statements: StatementLinks): string | null {
  return request === null ? null : statements.of(source, request.statement);
}

/** Askings of one request that another is compared with: the latest. */
const COMPARED = 4;

function fitAsk(
  ask: AskNode,
  group: readonly AskNode[],
  statements: StatementLinks,
  actors: ActorLinks,
  kindred: number,
  nearest: (earlier: AskNode, later: AskNode) => number,
  model: PairModel<AskFeature>,
): Fit | null {
  const own = utteranceOf(ask, statements);
  const compared = group.length <= COMPARED ? group : [group[0]!, ...group.slice(1 - COMPARED)];
  const likelihoods: number[] = [];
  for (const other of compared) {
    const isSure = isToldAgain(other, ask) || isRepeated(other, ask);
    if (!isSure && (askersDiffer(other, ask, actors) || sumsClash(other, ask))) return null;
    const one = own !== null && own === utteranceOf(other, statements);
    const features = asksForOther(other, ask, actors)
      ? null
      : askFeatures(other, ask, actors, one, kindred, nearest(other, ask));
    const isTold = isSure || (features !== null && asksTheSame(features));
    likelihoods.push(Math.max(features === null ? 0 : likelihoodOf(features, model), isTold ? SURE : 0));
  }
  const { score } = blendOf(likelihoods);
  return score < model.bar ? null : { score, reason: "the same asked of the same" };
}

/**
 * A report tells what is asked and then lets it be asked in the asker's own words: "The families have asked the minister to
 * bring her up. … “We ask you to raise the ship.”"
 */
function isToldAgain(told: AskNode, own: AskNode): boolean {
  if (told.source !== own.source || told.kind !== "request" || own.kind !== "request") return false;
  if (told.asker.kind !== "resolved" || own.asker.kind !== "resolved" || told.asker.actor !== own.asker.actor)
    return false;
  if (own.asked.kind === "resolved" && (told.asked.kind !== "resolved" || told.asked.actor !== own.asked.actor))
    return false;
  return isOwnWords(own) && !isOwnWords(told);
}

/** A copy or a correction of a report tells of it in the same sentence, whatever name it corrects. */
function isRepeated(a: AskNode, b: AskNode): boolean {
  if (a.source === b.source || a.context.ids.length < FEWEST_WORDS) return false;
  return likenessOf(a.context, b.context) >= REPEATED && likenessOf(a.words, b.words) >= SAME_WORDS;
}

const FEWEST_WORDS = 5;
const REPEATED = 0.85;

/** "We ask you", "I ask her". */
function isOwnWords({ source, span }: AskNode): boolean {
  return /^(?:so |and |but )?(?:we|i)\b/i.test(source.record.report.text.slice(span.start, span.end));
}

/** Nearly the same words for what is asked for, by askers who may be one: whom it is asked of matters less. */
function asksTheSame({ likeness, weight, bare }: PairFeatures<AskFeature>): boolean {
  return bare === 0 && likeness >= SAME_WORDS && weight >= TELLING;
}

const SAME_WORDS = 0.7;
/** Shared weight, of 1, below which words say too little. */
const TELLING = 0.4;
const SURE = 0.5;

/** Answers of each request, in the order of the requests. */
function findAnswers(
  requests: readonly (readonly AskNode[])[],
  asks: readonly AskNode[],
  replies: readonly ReplyNode[],
  actors: ActorLinks,
  statements: StatementLinks,
  words: StoryWords,
  model: PairModel<AnswerFeature>,
): Answer[][] {
  const index = makeKeyIndex();
  const answers: Answer[][] = requests.map((nodes) => reportedAnswers(nodes, replies, statements));
  const near = makeNearness(asks);
  const kindred = countParties(asks.map(({ asked }) => asked));
  for (const [at, nodes] of requests.entries()) {
    for (const ask of nodes) index.add(at, keysOfParty(ask, ask.asked, words));
  }
  for (const node of replies) {
    const fits = index.find(keysOfParty(node, node.speaker, words), MOST_CANDIDATES).flatMap((at) => {
      const fit = fitAnswer(node, requests[at]!, actors, near, kindred(node.speaker), model);
      return fit === null ? [] : [{ at, ...fit }];
    });
    const named = fits.filter(({ at }) => requests[at]!.some((ask) => isNamedBehind(ask, node)));
    const best = Math.max(0, ...fits.map(({ score }) => score));
    for (const { at, score, reason } of named.length > 0 ? named : fits) {
      if (score < best * NEARLY_AS_WELL || answers[at]!.some((one) => one.node === node)) continue;
      answers[at]!.push({ node, kind: answerKindOf(node, requests[at]!), reason });
    }
  }
  return answers;
}

/** "refused her request for the log": the sentence of the reply names what it answers. */
function isNamedBehind({ source, sentence, span }: AskNode, node: ReplyNode): boolean {
  return source === node.source && sentence === node.sentence && span.start > node.start;
}

/** What the asking and its answer share: words, the report, the place in it, the one asked who answers. */
function keysOfParty(node: AskNode | ReplyNode, party: Speaker, words: StoryWords): number[] {
  const names = [`in ${node.source.id}`, `in ${node.source.id} ${node.sentence >> 2}`];
  if (party.kind === "resolved") names.push(`by ${party.actor}`);
  return [...node.context.ids, ...names.map(words.numberOf)];
}

function reportedAnswers(
  asks: readonly AskNode[],
  replies: readonly ReplyNode[],
  statements: StatementLinks,
): Answer[] {
  return asks.flatMap(({ source, request }) =>
    (request?.answers ?? []).flatMap(({ statement, kind }) => {
      const said = statements.node(source, statement);
      const node = replies.find((one) => one.statement !== null && one.statement === said);
      return node ? [{ node, kind, reason: "answered in the same report" }] : [];
    }),
  );
}

/** How often each party stands among those given; 0 for one that is not known. */
export function countParties(parties: readonly Speaker[]): (party: Speaker) => number {
  const counts = new Map<string, number>();
  for (const party of parties) {
    if (party.kind === "resolved") counts.set(party.actor, (counts.get(party.actor) ?? 0) + 1);
  }
  return (party) => (party.kind === "resolved" ? (counts.get(party.actor) ?? 0) : 0);
}

/** Whether no other asking stands between an asking and a reply of one report. */
export type Nearness = (ask: AskNode, reply: ReplyNode) => boolean;

export function makeNearness(asks: readonly AskNode[]): Nearness {
  const starts = new Map<StorySource, number[]>();
  for (const { source, span, kind } of asks) {
    if (kind === "pointer") continue;
    const held = starts.get(source);
    if (held) held.push(span.start);
    else starts.set(source, [span.start]);
  }
  return (ask, reply) =>
    ask.source === reply.source &&
    ask.span.start <= reply.start &&
    !(starts.get(ask.source) ?? []).some((start) => start > ask.span.start && start < reply.start);
}

function fitAnswer(
  node: ReplyNode,
  asks: readonly AskNode[],
  actors: ActorLinks,
  near: Nearness,
  kindred: number,
  model: PairModel<AnswerFeature>,
): { score: number; reason: string } | null {
  let best: { score: number; features: PairFeatures<AnswerFeature> } | null = null;
  for (const ask of asksNear(asks, node.source.order)) {
    const features = answerFeatures(ask, node, actors, near(ask, node), kindred);
    if (features === null || isNoAnswer(ask, node)) continue;
    const score = likelihoodOf(features, model);
    if (best === null || score > best.score) best = { score, features };
  }
  if (best === null || best.score < model.bar) return null;
  const reason = explain(best.features);
  return reason === "" ? null : { score: best.score, reason };
}

function isNoAnswer(ask: AskNode, node: ReplyNode): boolean {
  return [isAskerUnnamed, isOfQuestion, isSilentOnOther, isToldElsewhere, undertakesOther].some((speaksAgainst) =>
    speaksAgainst(ask, node),
  );
}

/** The first asking, and the latest up to the report of the answer. */
function asksNear(asks: readonly AskNode[], order: number): readonly AskNode[] {
  if (asks.length <= COMPARED) return asks;
  let end = asks.length;
  while (end > 1 && asks[end - 1]!.source.order > order) end--;
  return end <= COMPARED ? asks.slice(0, end) : [asks[0]!, ...asks.slice(end - COMPARED + 1, end)];
}

/** In words; empty where nothing but the order of the reports ties the two, which is no reason. */
function explain(features: PairFeatures<AnswerFeature>): string {
  const reasons = [
    features.byAsked > 0
      ? features.silent > 0
        ? "told of the one asked"
        : "said by the one asked"
      : features.byRelated > 0
        ? features.silent > 0
          ? "told of who speaks for the one asked"
          : "said for the one asked"
        : "",
    features.toAsker > 0 ? "said to the asker" : "",
    features.sameSentence + features.nextSentence > 0
      ? "reported beside the asking"
      : features.near > 0
        ? "reported near the asking"
        : "",
    features.topic + features.contextTopic > 0.3 ? "on the same topic" : "",
  ].filter((reason) => reason !== "");
  if (reasons.length === 0) return "";
  return [...reasons, ...(features.otherReport > 0 ? ["in a later report"] : [])].join(", ");
}

function makeRequest(
  asks: readonly AskNode[],
  answers: readonly Answer[],
  sources: readonly StorySource[],
): StoryRequest {
  const first = asks.find(({ request }) => request !== null) ?? asks[0]!;
  const ordered = [...answers].sort((a, b) => a.node.source.order - b.node.source.order || a.node.start - b.node.start);
  return {
    id: `${first.request?.id ?? `q-${first.span.start}`}-${first.source.mark}`,
    asker: asks.find(({ asker }) => asker.kind === "resolved")?.asker ?? first.asker,
    asked: asks.find(({ asked }) => asked.kind === "resolved")?.asked ?? first.asked,
    about: aboutOf(asks),
    status: statusOf(ordered.map(({ kind }) => kind)),
    asks: asks.map(askEvidence),
    reasons: asks.length > 1 ? ["the same asked by the same"] : [],
    answers: ordered.map(({ node, kind, reason }) => ({
      kind,
      speaker: node.speaker,
      evidence: evidenceOf(node.source.record, node.statement?.statement.id ?? null, node.spans),
      reason,
    })),
    reportsSince: sources.length - 1 - first.source.order,
  };
}

function aboutOf(asks: readonly AskNode[]): string | null {
  for (const { source, about } of asks) {
    const words = about === null ? "" : textOf(source.record.report.text, about).trim();
    if (words !== "") return words;
  }
  return null;
}

function askEvidence({ source, request, span }: AskNode): Evidence {
  return evidenceOf(source.record, request?.id ?? null, [span]);
}

function statusOf(kinds: readonly (AnswerKind | "reply")[]): RequestStatus {
  const said = new Set(kinds);
  if (said.has("partial") || (said.has("refusal") && said.has("agreement"))) return "partly";
  if (said.has("agreement")) return "agreed";
  if (said.has("refusal")) return "refused";
  return said.has("promise") ? "promised" : "open";
}

import type { AnswerKind, StatementAct } from "../extract/candidates.ts";
import type { RequestStatus, Speaker } from "../record/record.ts";
import { ANSWER_WEIGHTS, type AnswerFeature, type AskNode, answerFeatures, makeAskNode } from "./answer-fit.ts";
import { evidenceOf } from "./evidence.ts";
import { type Fit, groupNodes } from "./group-nodes.ts";
import { makeKeyIndex } from "./key-index.ts";
import type { ActorLinks } from "./link-actors.ts";
import { type StatementLinks, statementEvidence } from "./link-statements.ts";
import { likelihoodOf, type PairFeatures } from "./pair-model.ts";
import type { StatementNode } from "./statement-node.ts";
import type { Evidence, StoryRequest } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";
import { coverageOf, likenessOf, type StoryWords, sharedCount } from "./story-words.ts";

/** Likelihood from which a statement answers a request. */
const ANSWERS = 0.35;
/** A statement answers the request it fits best, and others that it fits nearly as well. */
const NEARLY_AS_WELL = 0.8;
/** Requests looked at closely for each statement that could answer. */
const MOST_CANDIDATES = 8;

interface Answer {
  readonly node: StatementNode;
  readonly kind: AnswerKind;
  readonly reason: string;
}

/**
 * Joins one request reported by several reports, and finds what answers it: what a report puts beside it, and later
 * statements that refuse, agree, promise or decline to comment.
 */
export function linkRequests(
  sources: readonly StorySource[],
  actors: ActorLinks,
  statements: StatementLinks,
  words: StoryWords,
): StoryRequest[] {
  const asks = sources.flatMap((source) =>
    source.record.requests.map((one) => makeAskNode(source, one, actors, words)),
  );
  const groups = groupNodes(asks, keysOfAsk(statements, words), (ask, group) => fitAsk(ask, group, statements, actors));
  const requests = groups.map(({ nodes }) => nodes);
  const answers = findAnswers(requests, statements, actors, words);
  return requests.map((nodes, index) => makeRequest(nodes, answers[index]!, sources));
}

function keysOfAsk(statements: StatementLinks, words: StoryWords): (ask: AskNode) => number[] {
  return (ask) => {
    const utterance = statements.of(ask.source, ask.request.statement);
    return utterance === null ? [...ask.words.ids] : [...ask.words.ids, words.numberOf(utterance)];
  };
}

/** Likeness from which two askings, by parties that do not clash, are one request. */
const SAME_REQUEST = 0.4;

function fitAsk(ask: AskNode, group: readonly AskNode[], statements: StatementLinks, actors: ActorLinks): Fit | null {
  const own = statements.of(ask.source, ask.request.statement);
  let best: Fit | null = null;
  for (const other of group.slice(-6)) {
    if (own !== null && own === statements.of(other.source, other.request.statement)) {
      return { score: 2, reason: "one utterance" };
    }
    if (clash(ask.asker, other.asker, actors) || clash(ask.asked, other.asked, actors)) continue;
    if (sharedCount(ask.words, other.words) < 2) continue;
    const score = likenessOf(ask.words, other.words) * 0.6 + coverageOf(ask.words, other.words) * 0.4;
    const bar =
      SAME_REQUEST + (isSame(ask.asker, other.asker) ? 0 : 0.15) + (isSame(ask.asked, other.asked) ? 0 : 0.05);
    if (score >= bar && (best === null || score > best.score)) best = { score, reason: "the same asked of the same" };
  }
  return best;
}

function isSame(a: Speaker, b: Speaker): boolean {
  return a.kind === "resolved" && b.kind === "resolved" && a.actor === b.actor;
}

function clash(a: Speaker, b: Speaker, actors: ActorLinks): boolean {
  if (a.kind !== "resolved" || b.kind !== "resolved" || a.actor === b.actor) return false;
  return !actors.affiliations(a.actor).has(b.actor) && !actors.affiliations(b.actor).has(a.actor);
}

/** Answers of each request, in the order of the requests. */
function findAnswers(
  requests: readonly (readonly AskNode[])[],
  statements: StatementLinks,
  actors: ActorLinks,
  words: StoryWords,
): Answer[][] {
  const index = makeKeyIndex();
  const answers: Answer[][] = requests.map((asks) => reportedAnswers(asks, statements));
  for (const [at, asks] of requests.entries()) {
    for (const ask of asks) index.add(at, keysOfParty(ask, ask.asked, words));
  }
  for (const node of statements.nodes) {
    const kind = ANSWER_KINDS[node.statement.act];
    if (kind === undefined) continue;
    const fits = index.find(keysOfParty(node, node.speaker, words), MOST_CANDIDATES).flatMap((at) => {
      const fit = fitAnswer(node, requests[at]!, actors);
      return fit === null ? [] : [{ at, ...fit }];
    });
    const best = Math.max(0, ...fits.map(({ score }) => score));
    for (const { at, score, reason } of fits) {
      if (score < best * NEARLY_AS_WELL || answers[at]!.some((one) => one.node === node)) continue;
      answers[at]!.push({ node, kind, reason });
    }
  }
  return answers;
}

const ANSWER_KINDS: { readonly [act in StatementAct]?: AnswerKind } = {
  refusal: "refusal",
  agreement: "agreement",
  promise: "promise",
  ruling: "agreement",
  "no-comment": "no-comment",
};

/** What the asking and its answer share: words, the report, the place in it, the one asked who answers. */
function keysOfParty(node: AskNode | StatementNode, party: Speaker, words: StoryWords): number[] {
  const names = [`in ${node.source.id}`, `in ${node.source.id} ${node.sentence >> 2}`];
  if (party.kind === "resolved") names.push(`by ${party.actor}`);
  return [...node.context.ids, ...names.map(words.numberOf)];
}

function reportedAnswers(asks: readonly AskNode[], statements: StatementLinks): Answer[] {
  return asks.flatMap(({ source, request }) =>
    request.answers.flatMap(({ statement, kind }) => {
      const node = statements.node(source, statement);
      return node ? [{ node, kind, reason: "answered in the same report" }] : [];
    }),
  );
}

function fitAnswer(
  node: StatementNode,
  asks: readonly AskNode[],
  actors: ActorLinks,
): { score: number; reason: string } | null {
  let best: { score: number; features: PairFeatures<AnswerFeature> } | null = null;
  for (const ask of asksNear(asks, node.source.order)) {
    const features = answerFeatures(ask, node, actors);
    if (features === null) continue;
    const score = likelihoodOf(features, ANSWER_WEIGHTS);
    if (best === null || score > best.score) best = { score, features };
  }
  return best === null || best.score < ANSWERS ? null : { score: best.score, reason: explain(best.features) };
}

/** Askings of one request that an answer is compared with. */
const COMPARED = 4;

/** The first asking, and the latest up to the report of the answer. */
function asksNear(asks: readonly AskNode[], order: number): readonly AskNode[] {
  if (asks.length <= COMPARED) return asks;
  let end = asks.length;
  while (end > 1 && asks[end - 1]!.source.order > order) end--;
  return end <= COMPARED ? asks.slice(0, end) : [asks[0]!, ...asks.slice(end - COMPARED + 1, end)];
}

function explain(features: PairFeatures<AnswerFeature>): string {
  const reasons = [
    features.byAsked > 0 ? "said by the one asked" : features.byRelated > 0 ? "said for the one asked" : "",
    features.toAsker > 0 ? "said to the asker" : "",
    features.sameSentence + features.nextSentence > 0
      ? "reported beside the asking"
      : features.near > 0
        ? "reported near the asking"
        : "",
    features.topic + features.contextTopic > 0.3 ? "on the same topic" : "",
    features.otherReport > 0 ? "in a later report" : "",
  ];
  return reasons.filter((reason) => reason !== "").join(", ");
}

function makeRequest(
  asks: readonly AskNode[],
  answers: readonly Answer[],
  sources: readonly StorySource[],
): StoryRequest {
  const first = asks[0]!;
  const ordered = [...answers].sort((a, b) => a.node.source.order - b.node.source.order);
  const told = asks.find(({ request }) => request.about !== null) ?? first;
  const { about } = told.request;
  return {
    id: `${first.request.id}-${first.source.mark}`,
    asker: asks.find(({ asker }) => asker.kind === "resolved")?.asker ?? first.asker,
    asked: asks.find(({ asked }) => asked.kind === "resolved")?.asked ?? first.asked,
    about: about && told.source.record.report.text.slice(about.start, about.end),
    status: statusOf(ordered.map(({ kind }) => kind)),
    asks: asks.map(askEvidence),
    answers: ordered.map(({ node, kind, reason }) => ({
      kind,
      speaker: node.speaker,
      evidence: statementEvidence(node),
      reason,
    })),
    reportsSince: sources.length - 1 - first.source.order,
  };
}

function askEvidence({ source, request }: AskNode): Evidence {
  return evidenceOf(source.record, request.id, [request.span]);
}

function statusOf(kinds: readonly AnswerKind[]): RequestStatus {
  const said = new Set(kinds);
  if (said.has("partial") || (said.has("refusal") && said.has("agreement"))) return "partly";
  if (said.has("agreement")) return "agreed";
  if (said.has("refusal")) return "refused";
  return said.has("promise") ? "promised" : "open";
}

import type { AnswerKind } from "../extract/candidates.ts";
import type { Request, RequestStatus, Speaker } from "../record/record.ts";
import { contentWordsOf } from "./content-words.ts";
import { evidenceOf } from "./evidence.ts";
import { type Fit, groupNodes } from "./group-nodes.ts";
import type { ActorLinks } from "./link-actors.ts";
import { type StatementLinks, statementEvidence } from "./link-statements.ts";
import type { StatementNode } from "./statement-node.ts";
import type { Evidence, StoryRequest } from "./story-record.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";
import { coverageOf, likenessOf, sharedWords, type WordWeights } from "./word-weights.ts";

interface Ask {
  readonly source: StorySource;
  readonly request: Request;
  readonly asker: Speaker;
  readonly asked: Speaker;
  readonly words: ReadonlySet<string>;
  readonly sentence: number;
}

type Answer = StoryRequest["answers"][number] & { readonly node: StatementNode };

const SAME_REQUEST = 0.3;

export function linkRequests(
  sources: readonly StorySource[],
  actors: ActorLinks,
  statements: StatementLinks,
  weights: WordWeights,
): StoryRequest[] {
  const asks = sources.flatMap((source) => source.record.requests.map((request) => makeAsk(source, request, actors)));
  const groups = groupNodes(
    asks,
    (ask) => ask.words,
    (ask, group) => fitAsk(ask, group, actors, weights),
  );
  const answering = statements.nodes.filter(({ statement }) => ANSWER_KINDS.has(statement.act));
  return groups.map(({ nodes }) => makeRequest(nodes, answering, sources, actors, statements, weights));
}

const ANSWER_KINDS: ReadonlyMap<string, AnswerKind> = new Map([
  ["refusal", "refusal"],
  ["agreement", "agreement"],
  ["promise", "promise"],
  ["no-comment", "no-comment"],
  ["ruling", "agreement"],
]);

function makeAsk(source: StorySource, request: Request, actors: ActorLinks): Ask {
  const { text } = source.record.report;
  const about = request.about ?? request.span;
  return {
    source,
    request,
    asker: actors.speaker(source, request.asker),
    asked: actors.speaker(source, request.asked),
    words: new Set(contentWordsOf(text.slice(about.start, about.end))),
    sentence: sentenceAt(source, request.span.start),
  };
}

function fitAsk(ask: Ask, group: readonly Ask[], actors: ActorLinks, weights: WordWeights): Fit | null {
  let best: Fit | null = null;
  for (const other of group.slice(-6)) {
    if (conflict(ask.asker, other.asker, actors) || conflict(ask.asked, other.asked, actors)) continue;
    const score = likenessOf(ask.words, other.words, weights) * 0.6 + coverageOf(ask.words, other.words, weights) * 0.4;
    const bar =
      SAME_REQUEST + (sameActor(ask.asker, other.asker) ? 0 : 0.15) + (sameActor(ask.asked, other.asked) ? 0 : 0.05);
    if (score >= bar && sharedWords(ask.words, other.words).length >= 2 && (best === null || score > best.score)) {
      best = { score, reason: "same asking" };
    }
  }
  return best;
}

function sameActor(a: Speaker, b: Speaker): boolean {
  return a.kind === "resolved" && b.kind === "resolved" && a.actor === b.actor;
}

function conflict(a: Speaker, b: Speaker, actors: ActorLinks): boolean {
  if (a.kind !== "resolved" || b.kind !== "resolved" || a.actor === b.actor) return false;
  return !actors.affiliations(a.actor).has(b.actor) && !actors.affiliations(b.actor).has(a.actor);
}

function makeRequest(
  asks: readonly Ask[],
  answering: readonly StatementNode[],
  sources: readonly StorySource[],
  actors: ActorLinks,
  statements: StatementLinks,
  weights: WordWeights,
): StoryRequest {
  const first = asks[0]!;
  const asker = asks.find((ask) => ask.asker.kind === "resolved")?.asker ?? first.asker;
  const asked = asks.find((ask) => ask.asked.kind === "resolved")?.asked ?? first.asked;
  const answers = [...reportedAnswers(asks, statements), ...laterAnswers(asks, asked, answering, actors, weights)];
  const unique = [
    ...new Map(answers.map((answer) => [`${answer.evidence.report} ${answer.evidence.row}`, answer])).values(),
  ].sort((a, b) => a.node.source.order - b.node.source.order);
  const { text } = first.source.record.report;
  return {
    id: `${first.request.id}-${first.source.mark}`,
    asker,
    asked,
    about: first.request.about && text.slice(first.request.about.start, first.request.about.end),
    status: statusOf(unique.map(({ kind }) => kind)),
    asks: asks.map(askEvidence),
    answers: unique.map(({ kind, speaker, evidence, reason }) => ({ kind, speaker, evidence, reason })),
    reportsSince: sources.length - 1 - first.source.order,
  };
}

function askEvidence({ source, request }: Ask): Evidence {
  return evidenceOf(source.record, request.id, [request.span]);
}

/** Answers that a report itself puts beside the asking. */
function reportedAnswers(asks: readonly Ask[], statements: StatementLinks): Answer[] {
  return asks.flatMap(({ source, request }) =>
    request.answers.flatMap(({ statement, kind }) => {
      const node = statements.node(source, statement);
      return node ? [makeAnswer(node, kind, "answered in the same report")] : [];
    }),
  );
}

function makeAnswer(node: StatementNode, kind: AnswerKind, reason: string): Answer {
  return { kind, speaker: node.speaker, evidence: statementEvidence(node), reason, node };
}

/** Statements by the asked party, at or after the asking, that refuse, agree or promise on the same topic. */
function laterAnswers(
  asks: readonly Ask[],
  asked: Speaker,
  answering: readonly StatementNode[],
  actors: ActorLinks,
  weights: WordWeights,
): Answer[] {
  if (asked.kind !== "resolved") return [];
  const first = asks[0]!;
  const asker = asks.find((ask) => ask.asker.kind === "resolved")?.asker ?? first.asker;
  const topic = new Set(asks.flatMap(({ words }) => [...words]));
  return answering.flatMap((node) => {
    if (node.source.order < first.source.order || !speaksFor(node.speaker, asked.actor, actors)) return [];
    const kind = ANSWER_KINDS.get(node.statement.act)!;
    const reasons: string[] = [];
    let points = 0;
    const near = asks.find((ask) => ask.source === node.source && Math.abs(ask.sentence - node.sentence) <= 2);
    if (near) {
      points += 1;
      reasons.push("reported beside the asking");
    }
    const sentence = node.source.sentences[node.sentence]?.words ?? node.words;
    const overlap = weights.sum(sharedWords(topic, sentence)) / (weights.sum(topic) || 1);
    points += 2 * overlap;
    if (overlap >= 0.2) reasons.push("on the same topic");
    if (asker.kind === "resolved" && node.addressee === asker.actor) {
      points += 0.7;
      reasons.push("said to the asker");
    }
    return points >= 1.2 ? [makeAnswer(node, kind, `said by the one asked, ${reasons.join(", ")}`)] : [];
  });
}

function speaksFor(speaker: Speaker, asked: string, actors: ActorLinks): boolean {
  if (speaker.kind !== "resolved") return false;
  return (
    speaker.actor === asked ||
    actors.affiliations(speaker.actor).has(asked) ||
    actors.affiliations(asked).has(speaker.actor)
  );
}

function statusOf(kinds: readonly AnswerKind[]): RequestStatus {
  const said = new Set(kinds);
  if (said.has("partial") || (said.has("refusal") && said.has("agreement"))) return "partly";
  if (said.has("agreement")) return "agreed";
  if (said.has("refusal")) return "refused";
  return said.has("promise") ? "promised" : "open";
}

import { evidenceOf } from "./evidence.ts";
import { type Fit, groupNodes } from "./group-nodes.ts";
import { makeKey } from "./key-index.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { EventGroups } from "./link-events.ts";
import { likelihoodOf, type PairModel } from "./pair-model.ts";
import { containmentOf } from "./shingles.ts";
import {
  canBeOne,
  countActs,
  familyOf,
  isOneOfNobody,
  polaritiesClash,
  rankStatements,
  type StatementFeature,
  standsClash,
  statementFeatures,
} from "./statement-fit.ts";
import { makeStatementNode, type StatementNode } from "./statement-node.ts";
import type { Evidence, StoryStatement } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";
import type { StoryWords } from "./story-words.ts";

export interface StatementLinks {
  readonly statements: readonly StoryStatement[];
  readonly nodes: readonly StatementNode[];
  /** In the order of `statements`. */
  readonly utterances: readonly Utterance[];
  /** Story statement that a statement of one report is a rendering of. */
  of(source: StorySource, statement: string | null): string | null;
  node(source: StorySource, statement: string | null): StatementNode | null;
}

/** Share of the shorter content's runs of four words from which they are one utterance whoever is said to speak. */
const SAME_WORDING = 0.6;
/** Runs of four words that words outside quotation marks must have for it: "a ban on gatherings" tells no speaker. */
const FEWEST_RUNS = 8;
/** Members of a group that a statement is compared with: the first and the latest. */
const COMPARED = 4;

export function linkStatements(
  sources: readonly StorySource[],
  actors: ActorLinks,
  words: StoryWords,
  events: EventGroups,
  model: PairModel<StatementFeature>,
): StatementLinks {
  const nodes = sources.flatMap((source) =>
    source.record.statements.map((one) => makeStatementNode(source, one, actors, words, events)),
  );
  const known = { kindred: countActs(nodes), nearest: rankStatements(nodes) };
  const groups = groupNodes(
    nodes,
    (node) => keysOf(node, words),
    (node, group) => fitGroup(node, group, actors, known, model),
  );
  return makeStatementLinks(
    nodes,
    groups.map((group) => ({ nodes: group.nodes, others: [], reasons: group.reasons })),
  );
}

/** One utterance: its statements by report, and words elsewhere that only point back to it ("as it had asked"). */
export interface Utterance {
  readonly nodes: readonly StatementNode[];
  readonly others: readonly Evidence[];
  /** Why they are one; blank and repeated ones count once. */
  readonly reasons: readonly string[];
}

export function makeStatementLinks(nodes: readonly StatementNode[], utterances: readonly Utterance[]): StatementLinks {
  const ids = new Map<string, string>();
  const statements = utterances.map(({ nodes: [first, ...rest], others, reasons }) => {
    const story = makeStatement(first!, rest, others, reasons);
    for (const { source, statement } of [first!, ...rest]) ids.set(`${source.id}\t${statement.id}`, story.id);
    return story;
  });
  const byRow = new Map(nodes.map((node) => [`${node.source.id}\t${node.statement.id}`, node]));
  return {
    statements,
    nodes,
    utterances,
    of: (source, statement) => ids.get(`${source.id}\t${statement}`) ?? null,
    node: (source, statement) => byRow.get(`${source.id}\t${statement}`) ?? null,
  };
}

function keysOf(node: StatementNode, words: StoryWords): number[] {
  const { speaker, statement } = node;
  const keys = [...node.words.ids, ...node.loose.ids];
  for (const event of node.cueEvents) keys.push(words.numberOf(`event ${event}`));
  if (statement.act !== "assertion" && speaker.kind === "resolved") {
    keys.push(makeKey(words.numberOf(`act ${familyOf(statement.act)}`), words.numberOf(speaker.actor)));
  }
  return keys;
}

/** What a statement is among all that its speaker says. */
interface SpeakersSaid {
  readonly kindred: (node: StatementNode) => number;
  readonly nearest: (earlier: StatementNode, later: StatementNode) => number;
}

function fitGroup(
  node: StatementNode,
  group: readonly StatementNode[],
  actors: ActorLinks,
  known: SpeakersSaid,
  model: PairModel<StatementFeature>,
): Fit | null {
  if (group.some((other) => other.source === node.source)) return null;
  const compared = group.length <= COMPARED ? group : [group[0]!, ...group.slice(1 - COMPARED)];
  let sum = 0;
  for (const other of compared) {
    const score = scorePair(other, node, actors, known, model);
    if (score === null) return null;
    sum += score;
  }
  const score = sum / compared.length;
  return score < model.bar ? null : { score, reason: "same speaker, near the same content" };
}

/** Null when they cannot be one utterance. */
function scorePair(
  a: StatementNode,
  b: StatementNode,
  actors: ActorLinks,
  known: SpeakersSaid,
  model: PairModel<StatementFeature>,
): number | null {
  if (standsClash(a, b) || isOneOfNobody(a, b)) return null;
  const quoted = a.statement.form === "direct" && b.statement.form === "direct";
  const runs = Math.min(a.shingles.size, b.shingles.size);
  if (polaritiesClash(a, b)) return null;
  const isWorded = runs >= (quoted ? 3 : FEWEST_RUNS) && containmentOf(a.shingles, b.shingles) >= SAME_WORDING;
  // What a court quashed and what a lawyer said of it may be named in one and the same phrase.
  if (isWorded && (quoted || familyOf(a.statement.act) === familyOf(b.statement.act))) return 1;
  if (!canBeOne(a, b, actors)) return null;
  return likelihoodOf(statementFeatures(a, b, actors, known.kindred(b), known.nearest(a, b)), model);
}

function makeStatement(
  first: StatementNode,
  rest: readonly StatementNode[],
  others: readonly Evidence[],
  reasons: readonly string[],
): StoryStatement {
  const { source, statement } = first;
  const { text } = source.record.report;
  const known = [first, ...rest].find(({ speaker }) => speaker.kind === "resolved") ?? first;
  return {
    id: `${statement.id}-${source.mark}`,
    form: statement.form,
    act: statement.act,
    medium: statement.medium,
    speaker: known.speaker,
    addressee: first.addressee ?? rest.find(({ addressee }) => addressee !== null)?.addressee ?? null,
    saidAt: statement.saidAt ?? rest.find((other) => other.statement.saidAt !== null)?.statement.saidAt ?? null,
    alleged: statement.alleged,
    cue: statement.cue && text.slice(statement.cue.start, statement.cue.end),
    source: statement.source && text.slice(statement.source.start, statement.source.end),
    evidence: statementEvidence(first),
    renderings: [
      ...rest.map((node) => ({
        ...statementEvidence(node),
        speaker: node.speaker,
        form: node.statement.form,
      })),
      ...others.map((one) => ({ ...one, speaker: null, form: null })),
    ],
    reasons: [...new Set(reasons.filter((reason) => reason !== ""))],
  };
}

/** A statement without content ("refused", "declined to comment") stands on its cue. */
function statementEvidence({ source, statement }: StatementNode) {
  const spans = statement.content.length > 0 ? statement.content : [statement.cue ?? statement.source!];
  return evidenceOf(source.record, statement.id, spans);
}

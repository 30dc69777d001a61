import { evidenceOf } from "./evidence.ts";
import { type Fit, groupNodes } from "./group-nodes.ts";
import { makeKey } from "./key-index.ts";
import type { ActorLinks } from "./link-actors.ts";
import { likelihoodOf } from "./pair-model.ts";
import { containmentOf } from "./shingles.ts";
import { compareSpeakers, familyOf, numbersClash, STATEMENT_WEIGHTS, statementFeatures } from "./statement-fit.ts";
import { makeStatementNode, type StatementNode } from "./statement-node.ts";
import type { StoryStatement } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";
import { likenessOf, type StoryWords, sharedCount } from "./story-words.ts";

export interface StatementLinks {
  readonly statements: readonly StoryStatement[];
  readonly nodes: readonly StatementNode[];
  /** Story statement that a statement of one report is a rendering of. */
  of(source: StorySource, statement: string | null): string | null;
  node(source: StorySource, statement: string | null): StatementNode | null;
}

/** Likelihood from which two statements are one utterance. */
const SAME_UTTERANCE = 0.4;
/** Share of the shorter content's runs of four words from which they are one utterance whoever is said to speak. */
const SAME_WORDING = 0.6;
/** Members of a group that a statement is compared with: the first and the latest. */
const COMPARED = 4;

export function linkStatements(sources: readonly StorySource[], actors: ActorLinks, words: StoryWords): StatementLinks {
  const nodes = sources.flatMap((source) =>
    source.record.statements.map((one) => makeStatementNode(source, one, actors, words)),
  );
  const groups = groupNodes(
    nodes,
    (node) => keysOf(node, words),
    (node, group) => fitGroup(node, group, actors),
  );
  const ids = new Map<string, string>();
  const statements = groups.map(({ nodes: [first, ...rest] }) => {
    const story = makeStatement(first!, rest);
    for (const { source, statement } of [first!, ...rest]) ids.set(`${source.id}\t${statement.id}`, story.id);
    return story;
  });
  const byRow = new Map(nodes.map((node) => [`${node.source.id}\t${node.statement.id}`, node]));
  return {
    statements,
    nodes,
    of: (source, statement) => ids.get(`${source.id}\t${statement}`) ?? null,
    node: (source, statement) => byRow.get(`${source.id}\t${statement}`) ?? null,
  };
}

function keysOf(node: StatementNode, words: StoryWords): number[] {
  const { speaker, statement } = node;
  const keys = [...node.words.ids];
  if (statement.act !== "assertion" && speaker.kind === "resolved") {
    keys.push(makeKey(words.numberOf(`act ${familyOf(statement.act)}`), words.numberOf(speaker.actor)));
  }
  return keys;
}

function fitGroup(node: StatementNode, group: readonly StatementNode[], actors: ActorLinks): Fit | null {
  if (group.some((other) => other.source === node.source)) return null;
  const compared = group.length <= COMPARED ? group : [group[0]!, ...group.slice(1 - COMPARED)];
  let sum = 0;
  for (const other of compared) {
    const score = scorePair(other, node, actors);
    if (score === null) return null;
    sum += score;
  }
  const score = sum / compared.length;
  return score < SAME_UTTERANCE ? null : { score, reason: "same speaker, near the same content" };
}

/** Null when they cannot be one utterance. */
function scorePair(a: StatementNode, b: StatementNode, actors: ActorLinks): number | null {
  if (Math.min(a.shingles.size, b.shingles.size) >= 3 && containmentOf(a.shingles, b.shingles) >= SAME_WORDING)
    return 1;
  if (compareSpeakers(a.speaker, b.speaker, actors) === "differ" || numbersClash(a, b)) return null;
  if (isTold(a) && isTold(b) && sharedCount(a.words, b.words) === 0 && !isSetAlike(a, b)) return null;
  return likelihoodOf(statementFeatures(a, b, actors), STATEMENT_WEIGHTS);
}

/** Its content says enough to be compared by: "refused" and "declined it" do not. */
function isTold({ words }: StatementNode): boolean {
  return words.ids.length >= 2;
}

/** Other words for one thing: said to the same, or in sentences that are alike. */
function isSetAlike(a: StatementNode, b: StatementNode): boolean {
  return (a.addressee !== null && a.addressee === b.addressee) || likenessOf(a.context, b.context) >= 0.12;
}

function makeStatement(first: StatementNode, rest: readonly StatementNode[]): StoryStatement {
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
    renderings: rest.map(statementEvidence),
  };
}

/** A statement without content ("refused", "declined to comment") stands on its cue. */
export function statementEvidence({ source, statement }: StatementNode) {
  const spans = statement.content.length > 0 ? statement.content : [statement.cue ?? statement.source!];
  return evidenceOf(source.record, statement.id, spans);
}

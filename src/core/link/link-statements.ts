import type { Speaker, Statement } from "../record/record.ts";
import { contentWordsOf } from "./content-words.ts";
import { evidenceOf } from "./evidence.ts";
import { type Fit, groupNodes } from "./group-nodes.ts";
import type { ActorLinks } from "./link-actors.ts";
import { shingleHashes } from "./shingles.ts";
import type { StoryStatement } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";
import { coverageOf, likenessOf, sharedWords, type WordWeights } from "./word-weights.ts";

/** A statement of one report with what comparing needs. */
export interface StatementNode {
  readonly source: StorySource;
  readonly statement: Statement;
  readonly speaker: Speaker;
  readonly addressee: string | null;
  readonly content: string;
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly shingles: ReadonlySet<number>;
}

export interface StatementLinks {
  readonly statements: readonly StoryStatement[];
  readonly nodes: readonly StatementNode[];
  /** Story statement that a statement of one report is a rendering of. */
  of(source: StorySource, statement: string | null): string | null;
  node(source: StorySource, statement: string | null): StatementNode | null;
}

/** Weighted likeness (Dice) from which two contents of one speaker are one utterance. */
const SAME_CONTENT = 0.36;
/** The same where the speaker is unnamed or unclear on one side. */
const SAME_CONTENT_UNSURE = 0.6;
/** Share of the shorter content's runs of four words from which they are one utterance whoever is said to speak. */
const SAME_WORDING = 0.6;
const FEWEST_WORDS = 2;

export function linkStatements(
  sources: readonly StorySource[],
  actors: ActorLinks,
  weights: WordWeights,
): StatementLinks {
  const nodes = sources.flatMap((source) => source.record.statements.map((one) => makeNode(source, one, actors)));
  const groups = groupNodes(
    nodes,
    (node) => node.words,
    (node, group) => fitGroup(node, group, actors, weights),
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

function makeNode(source: StorySource, statement: Statement, actors: ActorLinks): StatementNode {
  const { text } = source.record.report;
  const content = statement.content.map((span) => text.slice(span.start, span.end)).join(" ");
  const words = contentWordsOf(content);
  return {
    source,
    statement,
    speaker: actors.speaker(source, statement.speaker),
    addressee: actors.of(source, statement.addressee),
    content,
    words: new Set(words),
    numbers: new Set(words.filter((word) => /\p{N}/u.test(word))),
    shingles: shingleHashes(content, 4),
  };
}

function fitGroup(
  node: StatementNode,
  group: readonly StatementNode[],
  actors: ActorLinks,
  weights: WordWeights,
): Fit | null {
  if (group.some((other) => other.source === node.source)) return null;
  let best: Fit | null = null;
  for (const other of group.slice(-6)) {
    const found = fitPair(node, other, actors, weights);
    if (found && (best === null || found.score > best.score)) best = found;
  }
  return best;
}

function fitPair(a: StatementNode, b: StatementNode, actors: ActorLinks, weights: WordWeights): Fit | null {
  const wording = containment(a.shingles, b.shingles);
  if (wording >= SAME_WORDING && Math.min(a.shingles.size, b.shingles.size) >= 3) {
    return { score: 1 + wording, reason: "same words" };
  }
  if (sharedWords(a.words, b.words).length < FEWEST_WORDS) return null;
  if (a.numbers.size > 0 && b.numbers.size > 0 && sharedWords(a.numbers, b.numbers).length === 0) return null;
  const speakers = compareSpeakers(a.speaker, b.speaker, actors);
  if (speakers === "differ") return null;
  const likeness = likenessOf(a.words, b.words, weights) * 0.7 + coverageOf(a.words, b.words, weights) * 0.3;
  const bar = (speakers === "same" ? SAME_CONTENT : SAME_CONTENT_UNSURE) + (actsAgree(a, b) ? 0 : 0.15);
  return likeness < bar ? null : { score: likeness, reason: "same speaker, near the same content" };
}

function compareSpeakers(a: Speaker, b: Speaker, actors: ActorLinks): "same" | "unsure" | "differ" {
  if (a.kind === "resolved" && b.kind === "resolved") {
    if (a.actor === b.actor) return "same";
    const related = actors.affiliations(a.actor).has(b.actor) || actors.affiliations(b.actor).has(a.actor);
    return related ? "unsure" : "differ";
  }
  if (a.kind === "unnamed" && b.kind === "unnamed") {
    return a.description.toLowerCase() === b.description.toLowerCase() ? "same" : "unsure";
  }
  return "unsure";
}

function actsAgree(a: StatementNode, b: StatementNode): boolean {
  return a.statement.act === b.statement.act;
}

function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const one of small) if (large.has(one)) shared++;
  return shared / small.size;
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

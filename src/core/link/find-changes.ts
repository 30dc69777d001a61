import { readAnswerKind, replyWords } from "../extract/requests/answer-kind.ts";
import { evidenceOf } from "./evidence.ts";
import { makeKeyIndex } from "./key-index.ts";
import type { StatementLinks, Utterance } from "./link-statements.ts";
import { standOf } from "./statement-fit.ts";
import type { StatementNode } from "./statement-node.ts";
import type { StatementChange } from "./story-record.ts";
import { daysApart } from "./story-reports.ts";
import { likenessOf, type StoryWords, sharedCount } from "./story-words.ts";

/** Likeness of content from which two statements are on one topic. */
const SAME_TOPIC = 0.3;
/** Content words that both must hold. */
const FEWEST_WORDS = 2;
const MOST_CANDIDATES = 8;

/**
 * What one speaker said of one thing, and later said otherwise: refused and then agreed, denied and then admitted. Only
 * statements of different reports on different days, by a speaker who is known; the latest of each topic before it.
 */
export function findChanges(statements: StatementLinks, words: StoryWords): StatementChange[] {
  const taking = statements.utterances.flatMap(({ nodes }: Utterance) => {
    const [first] = nodes;
    const stand = first && takesStand(first) ? standOf(first.statement.act) : undefined;
    return first && stand && first.speaker.kind === "resolved" ? [{ node: first, stand, by: first.speaker.actor }] : [];
  });
  taking.sort((a, b) => a.node.source.order - b.node.source.order);
  const index = makeKeyIndex();
  const found: StatementChange[] = [];
  for (const [at, { node, stand, by }] of taking.entries()) {
    const speaker = words.numberOf(`speaker ${by}`);
    const keys = [speaker, ...node.words.ids];
    const earlier = index
      .find(keys, MOST_CANDIDATES)
      .map((other) => taking[other]!)
      .filter((one) => one.by === by && isOneTopic(one.node, node))
      .sort((a, b) => b.node.source.order - a.node.source.order)[0];
    if (earlier && earlier.stand !== stand) found.push(makeChange(earlier.node, node, statements));
    index.add(at, keys);
  }
  return found;
}

/** "has not agreed" is no refusal that a later agreement would change. */
function takesStand({ source, statement }: StatementNode): boolean {
  return readAnswerKind(replyWords(source.record.report.text, statement)) !== "reply";
}

function isOneTopic(a: StatementNode, b: StatementNode): boolean {
  if ((daysApart(a.source, b.source) ?? 0) === 0) return false;
  return sharedCount(a.words, b.words) >= FEWEST_WORDS && likenessOf(a.words, b.words) >= SAME_TOPIC;
}

function makeChange(from: StatementNode, to: StatementNode, statements: StatementLinks): StatementChange {
  const side = (node: StatementNode) => ({
    statement: statements.of(node.source, node.statement.id)!,
    act: node.statement.act,
    evidence: evidenceOf(node.source.record, node.statement.id, node.statement.content),
  });
  return {
    speaker: to.speaker,
    from: side(from),
    to: side(to),
    reason: "the same speaker on the same thing, on another day, the other way",
  };
}

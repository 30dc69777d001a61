import {
  type Answer,
  answerByContainer,
  answerByRegion,
  answerBySemantics,
  answerByWitness,
  isRunningText,
} from "./article-answers.ts";
import type { Block, PageBlocks } from "./page-blocks.ts";
import type { PageTree } from "./page-tree.ts";

export interface Choice {
  readonly answer: Answer;
  /** How well the answers agree with the one chosen, 0–1. */
  readonly agreement: number;
}

/**
 * Asks every means for its answer and takes the one that the others agree with most, by the words of the article that two
 * answers share. Null when nothing on the page reads like an article.
 */
export function chooseAnswer(tree: PageTree, page: PageBlocks, articleBody: string | null): Choice | null {
  const answers = [
    answerByContainer(tree, page),
    answerByRegion(page),
    answerBySemantics(tree, page),
    answerByWitness(page, articleBody),
  ].filter((answer) => answer !== null);
  const sums = [0];
  for (const block of page.blocks) sums.push((sums.at(-1) ?? 0) + worth(block));
  const within = (first: number, last: number) => (last > first ? (sums[last] ?? 0) - (sums[first] ?? 0) : 0);
  let best: Choice | null = null;
  for (const answer of answers) {
    let sum = 0;
    for (const other of answers) {
      const shared = within(Math.max(answer.first, other.first), Math.min(answer.last, other.last));
      const both = within(answer.first, answer.last) + within(other.first, other.last);
      sum += both > 0 ? (2 * shared) / both : 0;
    }
    const agreement = sum / answers.length;
    if (best === null || agreement > best.agreement) best = { answer, agreement };
  }
  return best;
}

function worth(block: Block): number {
  if (block.box !== null || block.linked > block.text.length * 0.5) return 0;
  return isRunningText(block) ? block.text.length : block.text.length * 0.3;
}

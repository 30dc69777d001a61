import {
  type Answer,
  answerByContainer,
  answerByRegion,
  answerBySemantics,
  answerByWitness,
  isNamedBody,
  isRunningText,
} from "./article-answers.ts";
import type { Block, PageBlocks } from "./page-blocks.ts";
import type { PageElement, PageTree } from "./page-tree.ts";

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
  return best === null ? null : { ...best, answer: joinParts(best.answer, page) };
}

/** A box called an article's body that stands beside the answer's, of the same kind, is the article's next part. */
function joinParts(answer: Answer, page: PageBlocks): Answer {
  let { first, last } = answer;
  for (const [element, size] of page.sizes) {
    if (size.first !== answer.first || size.last !== answer.last || !isNamedBody(element)) continue;
    for (const other of [...bodiesBeside(element), ...bodiesBeside(element.parent)]) {
      const part = page.sizes.get(other);
      if (part === undefined || !hasRunningText(page.blocks.slice(part.first, part.last))) continue;
      first = Math.min(first, part.first);
      last = Math.max(last, part.last);
    }
  }
  return { ...answer, first, last };
}

function bodiesBeside(element: PageElement | null): readonly PageElement[] {
  if (element === null || !isNamedBody(element)) return [];
  return (element.parent?.children ?? []).flatMap((other) =>
    other.kind === "element" && other !== element && other.name === element.name && isNamedBody(other) ? [other] : [],
  );
}

const LEAST_PART = 200;

function hasRunningText(blocks: readonly Block[]): boolean {
  return blocks.reduce((sum, block) => sum + (isRunningText(block) ? block.text.length : 0), 0) >= LEAST_PART;
}

function worth(block: Block): number {
  if (block.box !== null || block.linked > block.text.length * 0.5) return 0;
  return isRunningText(block) ? block.text.length : block.text.length * 0.3;
}

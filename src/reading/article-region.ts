import type { TextBlock } from "./scan-page.ts";

export interface ArticleRegion {
  /** Blocks of running text in the region, in page order, with their place among all blocks. */
  readonly running: readonly { readonly block: TextBlock; readonly index: number }[];
  /** Everything of the region that is not navigation: running text, headings, short lines. */
  readonly all: readonly TextBlock[];
}

const ENDS_LIKE_TEXT = /[.!?…:;,"”’')\]]$/u;

/**
 * Finds the stretch of blocks that has most running text and least else: the contiguous run with the highest sum, where
 * a block of text counts its length and links, side columns and scraps count against it. Linear (Kadane's algorithm).
 */
export function findArticleRegion(blocks: readonly TextBlock[]): ArticleRegion {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  blocks.forEach((block, index) => {
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += weigh(block);
    if (sum > best.sum) best = { sum, from, to: index + 1 };
  });
  const running: { block: TextBlock; index: number }[] = [];
  const all: TextBlock[] = [];
  for (let index = best.from; index < best.to; index++) {
    const block = blocks[index];
    if (block === undefined || block.inSide || isMostlyLinks(block)) continue;
    all.push(block);
    if (isRunningText(block)) running.push({ block, index });
  }
  return { running, all };
}

/** A sentence or more, hardly linked: what only an article, a note or a comment has. */
export function isRunningText(block: TextBlock): boolean {
  return (
    block.text.length >= 80 &&
    block.linked < block.text.length * 0.3 &&
    ENDS_LIKE_TEXT.test(block.text) &&
    !block.inSide
  );
}

function isMostlyLinks(block: TextBlock): boolean {
  return block.linked > block.text.length * 0.5;
}

function weigh(block: TextBlock): number {
  // A box inside the article is known for what it is and must not cut it in two; loose links are the page around it.
  if (block.inSide) return -5;
  if (isMostlyLinks(block)) return -40 - Math.min(block.text.length, 200);
  if (isRunningText(block)) return Math.min(block.text.length, 800);
  return block.element === "p" || /^h[2-6]$/.test(block.element) || block.element === "li" ? -10 : -30;
}

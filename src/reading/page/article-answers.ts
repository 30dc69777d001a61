import type { Block, PageBlocks } from "./page-blocks.ts";
import { namesOf, type PageElement, type PageTree } from "./page-tree.ts";

/** One opinion on where the article is: a stretch of blocks, by what means it was found. */
export interface Answer {
  readonly producedBy: "container" | "region" | "semantics" | "witness";
  readonly first: number;
  /** One beyond the last. */
  readonly last: number;
}

/** A sentence or more, hardly linked: what only an article, a note or a comment has. */
export function isRunningText(block: Block): boolean {
  const { text, linked } = block;
  if (block.box !== null || block.kind === "heading" || block.kind === "caption") return false;
  return text.length >= 80 && linked < text.length * 0.3 && ENDS_LIKE_TEXT.test(text);
}

const ENDS_LIKE_TEXT = /[.!?…:;,"”’')\]।。]$/u;

/**
 * The element with the most running text near the top of its tree: a block counts whole for the element around it, half
 * for the next, ever less further out, as in Readability; links count against it, and names that tell an article for it.
 */
export function answerByContainer(tree: PageTree, page: PageBlocks): Answer | null {
  const scores = new Map<PageElement, number>();
  for (const block of page.blocks) {
    if (block.box !== null || block.text.length < 25 || block.linked > block.text.length * 0.5) continue;
    if (block.kind === "heading" || block.kind === "caption") continue;
    const commas = block.text.split(/[,،、，]/).length;
    const value = (1 + commas + Math.min(block.text.length / 100, 3)) * (isRunningText(block) ? 1 : 0.3);
    let element: PageElement | null = containerOf(block.element);
    for (let level = 0; element !== null && level < 6; element = element.parent, level++) {
      const share = level === 0 ? 1 : level === 1 ? 0.5 : 1 / (level * 3);
      scores.set(element, (scores.get(element) ?? 0) + value * share);
      if (element === tree.body) break;
    }
  }
  let best: PageElement | null = null;
  let bestScore = 0;
  for (const [element, sum] of scores) {
    const size = page.sizes.get(element);
    if (size === undefined) continue;
    const score = (sum + nameWeight(element)) * (1 - size.linked / Math.max(1, size.text));
    if (score > bestScore) {
      best = element;
      bestScore = score;
    }
  }
  if (best === null) return null;
  best = widen(best, bestScore, scores, page);
  const size = page.sizes.get(best);
  return size === undefined ? null : { producedBy: "container", first: size.first, last: size.last };
}

/** The element that holds a paragraph: not the paragraph itself, or an item of a list. */
function containerOf(element: PageElement): PageElement | null {
  return PARAGRAPH_LIKE.has(element.name) ? element.parent : element;
}
const PARAGRAPH_LIKE = new Set(["p", "li", "ul", "ol", "blockquote", "pre", "td", "tr", "tbody", "dd", "dl"]);

/** An outer element takes over where its other children hold good text too. */
function widen(
  best: PageElement,
  score: number,
  scores: ReadonlyMap<PageElement, number>,
  page: PageBlocks,
): PageElement {
  let chosen = best;
  let last = score;
  for (let up = best.parent; up !== null && up.name !== "body" && up.name !== "html"; up = up.parent) {
    const mine = scores.get(up);
    const size = page.sizes.get(up);
    if (mine === undefined || size === undefined) break;
    if (mine < score / 3) break;
    if (mine > last) chosen = up;
    last = mine;
  }
  return chosen;
}

function nameWeight(element: PageElement): number {
  let weight =
    element.name === "article" || element.name === "main"
      ? 10
      : element.name === "form" || element.name === "aside"
        ? -10
        : 0;
  const names = namesOf(element);
  if (ARTICLE_NAMES.test(names)) weight += 25;
  if (OTHER_NAMES.test(names)) weight -= 25;
  if (/articleBody/i.test(element.attributes["itemprop"] ?? "")) weight += 50;
  return weight;
}

const ARTICLE_NAMES = /article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story/i;
const OTHER_NAMES =
  /-ad-|hidden|(?:^|\s)hid(?:$|\s)|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i;

/**
 * The stretch of blocks that has most running text and least else: the contiguous run with the highest sum, where
 * running text counts its length and links, boxes and scraps count against it. Linear (Kadane's algorithm).
 */
export function answerByRegion(page: PageBlocks): Answer | null {
  let best = { sum: 0, first: 0, last: 0 };
  let sum = 0;
  let first = 0;
  for (const block of page.blocks) {
    if (sum <= 0) {
      sum = 0;
      first = block.index;
    }
    sum += weigh(block);
    if (sum > best.sum) best = { sum, first, last: block.index + 1 };
  }
  return best.sum > 0 ? { producedBy: "region", first: best.first, last: best.last } : null;
}

function weigh(block: Block): number {
  // A box inside the article is known for what it is and must not cut it in two; loose links are the page around it.
  if (block.box !== null) return -5;
  if (block.linked > block.text.length * 0.5) return -40 - Math.min(block.text.length, 200);
  if (isRunningText(block)) return Math.min(block.text.length, 800);
  return block.element.name === "p" || block.kind === "heading" || block.kind === "list-item" || block.kind === "row"
    ? -10
    : -30;
}

/** What the page itself calls its article: itemprop articleBody, a class or id that says so, the article or main element. */
export function answerBySemantics(tree: PageTree, page: PageBlocks): Answer | null {
  // Sums up to each block, for articles may be nested in one another.
  const running = [0];
  for (const block of page.blocks) running.push((running.at(-1) ?? 0) + (isRunningText(block) ? block.text.length : 0));
  let best: { rank: number; running: number; size: { first: number; last: number } } | null = null;
  for (const [element, size] of page.sizes) {
    if (element === tree.body) continue;
    const rank = semanticRank(element);
    if (rank === 0) continue;
    const held = (running[size.last] ?? 0) - (running[size.first] ?? 0);
    if (held < 200) continue;
    if (best === null || rank * 0.5 + Math.log2(held) > best.rank * 0.5 + Math.log2(best.running))
      best = { rank, running: held, size };
  }
  return best === null ? null : { producedBy: "semantics", first: best.size.first, last: best.size.last };
}

function semanticRank(element: PageElement): number {
  if (/articleBody/i.test(element.attributes["itemprop"] ?? "")) return 4;
  if (isNamedBody(element)) return 3;
  if (element.name === "article") return 2;
  if (element.name === "main" || element.attributes["role"] === "main") return 1;
  return 0;
}

/** Whether its name or class is one of those for the body of an article. */
export function isNamedBody(element: PageElement): boolean {
  return BODY_NAMES.test(namesOf(element));
}

const BODY_NAMES =
  /[\s_-](?:(?:article|story|post|entry|news|content|page)[\s_-]*(?:body|content|text|copy|main)|body-?(?:copy|content|text)|field-name-body|e-content|rich-?text|prose)(?:[\s_-]|$)|articlebody|storybody|postbody|entrycontent|postcontent|articlecontent|storycontent|articletext/i;

/** The blocks whose words stand in what the structured data gives as the article's body. */
export function answerByWitness(page: PageBlocks, body: string | null): Answer | null {
  const words = key(body ?? "");
  if (words.length < 200) return null;
  let first = -1;
  let last = -1;
  let found = 0;
  for (const block of page.blocks) {
    if (block.box !== null || block.text.length < 40) continue;
    const own = key(block.text);
    if (own.length < 30 || !words.includes(own.slice(0, 60))) continue;
    if (first < 0) first = block.index;
    last = block.index + 1;
    found += own.length;
  }
  return found > words.length * 0.5 ? { producedBy: "witness", first, last } : null;
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

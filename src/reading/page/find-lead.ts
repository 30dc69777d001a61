import { quoteKey } from "./block-furniture.ts";
import type { Block, PageBlocks } from "./page-blocks.ts";
import { findPageLine } from "./page-lines.ts";
import { namesOf, type PageElement } from "./page-tree.ts";

/** Blocks that may stand between a headline and its text. */
const FURTHEST = 30;
const SHORTEST = 20;
const LONGEST = 900;
const LEAD_NAMES =
  /[\s_-](?:standfirst|summary|excerpt|dek|strapline|strap|sub-?title|sub-?head(?:line|ing)?|sub-?hed|lead(?!er|erboard)|lede|intro(?:duction)?|synopsis|teaser|deck|description|abstract|tertiary|chapo|vorspann|entradilla|sommario|bajada|key-?points|highlights|bullets)(?:[\s_-]|$)/i;

/**
 * The standfirst: blocks between the headline and the text that are named so, that the page describes itself with, or
 * that are a heading or paragraph of their own right under the headline. In page order.
 */
export function findLead(
  page: PageBlocks,
  first: number,
  headline: string | null,
  descriptions: readonly string[],
): readonly Block[] {
  const from = Math.max(0, first - FURTHEST);
  const title = headline === null ? "" : quoteKey(headline);
  let start = -1;
  for (let at = first - 1; at >= from; at--) {
    const block = page.blocks[at];
    if (block === undefined) continue;
    const isTitle = block.element.name === "h1" || (title !== "" && quoteKey(block.text) === title);
    if (isTitle && block.element.name !== "title") {
      start = at;
      break;
    }
  }
  const keys = descriptions.map(quoteKey).filter((one) => one.length >= 30);
  const found: Block[] = [];
  for (let at = Math.max(from, start < 0 ? from : start + 1); at < first; at++) {
    const block = page.blocks[at];
    if (block === undefined || !isLeadLike(block)) continue;
    const own = quoteKey(block.text);
    if (own === title || own === "") continue;
    const isDescribed = keys.some(
      (one) => own.startsWith(one.slice(0, 60)) || (own.length >= 40 && one.startsWith(own)),
    );
    const isNamed = start >= 0 && isNamedLead(block.element);
    const isBelow =
      start >= 0 &&
      at <= start + 6 &&
      block.box === null &&
      block.text.length >= 60 &&
      /^(?:p|h2|h3|div|span)$/.test(block.element.name) &&
      /[\p{L}\p{N}].*\s.*\s.*\s/u.test(block.text) &&
      isSentenceLike(block.text);
    if (isDescribed || isNamed || isBelow) found.push(block);
  }
  return found;
}

function isLeadLike({ text, linked, kind, box }: Block): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || linked > text.length * 0.5 || kind === "caption") return false;
  if (
    box !== null &&
    box.finding.kind !== "related" &&
    box.finding.kind !== "share" &&
    box.finding.kind !== "credit" &&
    box.finding.kind !== "other"
  )
    return false;
  if (box !== null && /^(?:nav|footer|aside|form)$/.test(box.element.name)) return false;
  return findPageLine(text) === null && !/^by\s+\p{Lu}|\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b.{0,12}$/iu.test(text);
}

/** Whether the element or one close around it is called what standfirsts are. */
export function isNamedLead(element: PageElement): boolean {
  for (let at: PageElement | null = element, up = 0; at !== null && up < 3; at = at.parent, up++) {
    const names = namesOf(at).replace(/([a-z])([A-Z])/g, "$1-$2");
    if (names !== "" && LEAD_NAMES.test(names)) return true;
  }
  return false;
}

function isSentenceLike(text: string): boolean {
  return text.length >= 60 && !/[|•·]/.test(text);
}

import type { FurnitureKind } from "../../core/read/report.ts";
import { isRunningText } from "./article-answers.ts";
import type { ElementFinding } from "./element-furniture.ts";
import { PHRASE_ELEMENTS } from "./html-names.ts";
import type { Block, PageBlocks } from "./page-blocks.ts";
import { findPageLine } from "./page-lines.ts";
import { elementsOf, namesOf, type PageElement } from "./page-tree.ts";

const LONGEST_LINK_LINE = 200;
const LONGEST_CAPTION = 250;

/** What a block inside the article is when it is no part of the report, by its links, its words and its neighbours. */
export function findBlockFurniture(block: Block, page: PageBlocks): ElementFinding | null {
  if (block.box !== null) return block.box.finding;
  const { text, linked, kind } = block;
  if (kind === "caption") return finding("caption", "A picture’s caption or credit.");
  if (linked >= text.length * 0.85 && text.length <= LONGEST_LINK_LINE && kind !== "row" && !/\.[”’"')\]]*$/.test(text))
    return finding("related", "A line that is nothing but a link.");
  const line = findPageLine(text);
  if (line !== null) return line;
  if (isBesidePicture(block, page)) return finding("caption", "Words that stand alone with a picture.");
  return null;
}

function finding(kind: FurnitureKind, reason: string): ElementFinding {
  return { kind, reason };
}

/** Whether a picture and these few words are all that an element around them holds. */
function isBesidePicture(block: Block, page: PageBlocks): boolean {
  if (block.kind === "heading" || block.text.length > LONGEST_CAPTION || isRunningText(block)) return false;
  let holder: PageElement = block.element;
  for (let up = holder.parent, level = 0; up !== null && level < 5; up = up.parent, level++) {
    const size = page.sizes.get(up);
    if (size === undefined || size.text > block.text.length + 60 || up.name === "body" || up.name === "tr") break;
    holder = up;
  }
  if (holder === block.element && /[.!?][”’"')\]]*$/.test(block.text)) return false;
  let seen = 0;
  for (const element of elementsOf(holder)) {
    if (element.name === "img" || element.name === "picture" || element.name === "amp-img") return true;
    if (seen++ > 60) break;
  }
  return false;
}

/** Pull quotes whose words the report has anyway: looked for in the words of all blocks, a bounded number of times. */
export function findRepeatedQuotes(blocks: readonly Block[]): ReadonlySet<Block> {
  const quotes = blocks
    .filter((block) => block.text.length <= LONGEST_QUOTE && isQuote(block.element))
    .slice(0, MOST_QUOTES);
  if (quotes.length === 0) return new Set();
  const words = blocks.map((block) => quoteKey(block.text)).join(" ");
  return new Set(
    quotes.filter((block) => {
      const own = quoteKey(block.text);
      const at = own.length < 20 ? -1 : words.indexOf(own);
      return at >= 0 && words.indexOf(own, at + 1) >= 0;
    }),
  );
}

const MOST_QUOTES = 60;
const LONGEST_QUOTE = 600;

function isQuote(element: PageElement): boolean {
  for (let at: PageElement | null = element, up = 0; at !== null && up < 5; at = at.parent, up++) {
    if (PHRASE_ELEMENTS.has(at.name)) continue;
    if (at.name === "blockquote" || at.name === "aside" || /quote/i.test(namesOf(at))) return true;
  }
  return false;
}

export function quoteKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

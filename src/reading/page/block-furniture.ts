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

/** Pull quotes whose words the report has anyway. */
export function isRepeatedQuote(block: Block, words: string): boolean {
  for (
    let element: PageElement | null = block.element, up = 0;
    element !== null && up < 5;
    element = element.parent, up++
  ) {
    const isQuote =
      element.name === "blockquote" || element.name === "aside" || /pull-?_?-?quote|quote/i.test(namesOf(element));
    if (!isQuote || PHRASE_ELEMENTS.has(element.name)) continue;
    const own = quoteKey(block.text);
    const at = words.indexOf(own);
    return own.length >= 20 && at >= 0 && words.indexOf(own, at + 1) >= 0;
  }
  return false;
}

export function quoteKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

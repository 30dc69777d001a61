import { collapse } from "./collapse.ts";
import { CONSENT_NAMES, type ElementFinding, findElementFurniture, NAVIGATION } from "./element-furniture.ts";
import { BLOCK_ELEMENTS, DROPPED_ELEMENTS, PHRASE_ELEMENTS } from "./html-names.ts";
import type { PageElement, PageNode, PageText, PageTree } from "./page-tree.ts";

export type BlockKind = "paragraph" | "heading" | "list-item" | "quote" | "row" | "caption" | "preformatted";

/** A stretch of text between two block boundaries. */
export interface Block {
  readonly index: number;
  readonly element: PageElement;
  readonly kind: BlockKind;
  /** Its text nodes in page order; null where a line break or a cell boundary parts them. */
  readonly parts: readonly (PageText | null)[];
  /** Its words, blanks collapsed. Never empty. */
  readonly text: string;
  /** Characters of `text` that are inside links. */
  readonly linked: number;
  /** The outermost element around it that is no part of an article, and what that element is. */
  readonly box: Box | null;
}

export interface Box {
  readonly element: PageElement;
  readonly finding: ElementFinding;
}

export interface PageBlocks {
  readonly blocks: readonly Block[];
  /** There were more blocks than a page can have; the last one holds the rest. */
  readonly isCrowded: boolean;
  /** Characters of the blocks. */
  readonly size: number;
  /** Characters of text, and of linked text, in each element that holds any. */
  readonly sizes: ReadonlyMap<PageElement, ElementSize>;
}

export interface ElementSize {
  readonly text: number;
  readonly linked: number;
  /** Its blocks are those from `first` up to, not including, `last`. */
  readonly first: number;
  readonly last: number;
}

/** An element with more than this share of the page's words is the article, whatever it is called. */
export const LARGEST_BOX_SHARE = 0.35;
/** Captions, credits and notes are short; a long element of such a name holds the report's own words. */
const LONGEST_SHORT_BOX = 600;
const SHORT_KINDS: ReadonlySet<string> = new Set(["caption", "credit", "other"]);

/** Blocks beyond this are read as one, to bound time. Real pages have some hundreds. */
const MOST_BLOCKS = 12_000;

type DraftBlock = { -readonly [Key in keyof Block]: Block[Key] };

/** Splits the body of a page into blocks, and finds the boxes that are no part of an article. Linear. */
export function readBlocks(tree: PageTree): PageBlocks {
  const blocks: DraftBlock[] = [];
  const sizes = new Map<PageElement, ElementSize>();
  let parts: (PageText | null)[] = [];
  let holder = tree.body;
  let linked = 0;
  let links = 0;
  let breaks = 0;
  let length = 0;
  let isCrowded = false;

  function flush(next: PageElement): void {
    // Beyond what a page can have, all that follows is one block.
    if (blocks.length >= MOST_BLOCKS) {
      isCrowded = true;
      if (parts.length > 0) parts.push(null);
      return;
    }
    endBlock(next);
  }

  function endBlock(next: PageElement): void {
    if (length > 0) {
      const text = collapse(parts.map((part) => part?.value ?? " ").join(""));
      if (text !== "") {
        const kind = kindOf(holder);
        blocks.push({
          index: blocks.length,
          element: holder,
          kind,
          parts,
          text,
          linked: Math.min(linked, text.length),
          box: null,
        });
      }
    }
    parts = [];
    linked = 0;
    breaks = 0;
    length = 0;
    holder = next;
  }

  function visit(element: PageElement): void {
    const { name } = element;
    if (name === "br") {
      breaks++;
      if (breaks >= 2) flush(holder);
      else parts.push(null);
      return;
    }
    if (name === "hr") {
      flush(holder);
      return;
    }
    if (DROPPED_ELEMENTS.has(name)) return;
    const isBlock = BLOCK_ELEMENTS.has(name);
    if (isBlock) flush(element);
    else if (name === "td" || name === "th") parts.push(null);
    if (name === "a") links++;
    const first = blocks.length;
    for (const child of element.children) {
      if (child.kind === "text") addText(child);
      else visit(child);
    }
    if (name === "a") links--;
    if (isBlock) {
      flush(element.parent ?? element);
      if (blocks.length > first) {
        let size = 0;
        let inLinks = 0;
        // Sums of the children's sizes where they are known, so that no block is counted again at every level.
        let at = first;
        for (const child of blockChildren(element)) {
          const known = sizes.get(child);
          if (known === undefined) continue;
          for (; at < known.first; at++) {
            size += blocks[at]?.text.length ?? 0;
            inLinks += blocks[at]?.linked ?? 0;
          }
          size += known.text;
          inLinks += known.linked;
          at = known.last;
        }
        for (; at < blocks.length; at++) {
          size += blocks[at]?.text.length ?? 0;
          inLinks += blocks[at]?.linked ?? 0;
        }
        sizes.set(element, { text: size, linked: inLinks, first, last: blocks.length });
      }
    }
  }

  function addText(node: PageText): void {
    const { value } = node;
    if (value.trim() === "") {
      if (parts.length > 0) parts.push(node);
      return;
    }
    breaks = 0;
    parts.push(node);
    length += value.length;
    if (links > 0) linked += collapse(value).length;
  }

  visit(tree.body);
  if (isCrowded) {
    endBlock(tree.body);
    const known = sizes.get(tree.body);
    if (known !== undefined) sizes.set(tree.body, { ...known, last: blocks.length });
  }
  const size = sizes.get(tree.body)?.text ?? 0;
  markBoxes(tree.body, blocks, sizes, size);
  return { blocks, size, sizes, isCrowded };
}

/** The block elements directly below, through elements that are none. */
function blockChildren(element: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const pending: PageNode[] = [...element.children].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind !== "element" || DROPPED_ELEMENTS.has(node.name)) continue;
    if (BLOCK_ELEMENTS.has(node.name)) found.push(node);
    else for (let at = node.children.length - 1; at >= 0; at--) pending.push(node.children[at]!);
  }
  return found;
}

function kindOf(element: PageElement): BlockKind {
  const { name } = element;
  if (/^h[1-6]$/.test(name)) return "heading";
  if (name === "figcaption" || name === "caption") return "caption";
  if (name === "tr") return "row";
  if (name === "pre") return "preformatted";
  for (let at: PageElement | null = element, up = 0; at !== null && up < 4; at = at.parent, up++) {
    if (at.name === "li" || at.name === "dd" || at.name === "dt") return "list-item";
    if (at.name === "blockquote") return "quote";
  }
  return "paragraph";
}

/** Sets the box of every block: the outermost element around it whose name, class or role tells furniture. */
function markBoxes(
  body: PageElement,
  blocks: readonly DraftBlock[],
  sizes: ReadonlyMap<PageElement, ElementSize>,
  size: number,
): void {
  const found: { readonly box: Box; readonly part: ElementSize }[] = [];
  /** Characters in all boxes of one kind of element: what holds a great part of the page is the article. */
  const shares = new Map<string, number>();
  const known = new Map<string, KnownNames>();
  const pending: PageElement[] = [body];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    const part = sizes.get(element);
    const finding = part === undefined || element === body ? null : boxFinding(element, part, size, blocks, known);
    if (finding !== null && part !== undefined) {
      found.push({ box: { element, finding }, part });
      const key = boxKey(element);
      shares.set(key, (shares.get(key) ?? 0) + part.text);
      if (finding === CONSENT) shares.set(key, 0);
    }
    // Boxes in a box are looked at too, for the outer one may turn out to be the article.
    for (const child of element.children) if (child.kind === "element") pending.push(child);
  }
  // Outermost first: a box inside another is found after it and leaves it in place.
  for (const { box, part } of found) {
    if ((shares.get(boxKey(box.element)) ?? 0) > size * LARGEST_BOX_SHARE && !LINK_KINDS.has(box.finding.kind))
      continue;
    // Whatever stands in a box already stands in it whole.
    if (blocks[part.first]?.box != null) continue;
    for (let at = part.first; at < part.last; at++) {
      const block = blocks[at];
      if (block !== undefined) block.box ??= box;
    }
  }
}

/** Lists of other stories can be longer than the report. */
const LINK_KINDS: ReadonlySet<string> = new Set(["related", "comment"]);

function boxKey(element: PageElement): string {
  return `${element.name} ${element.attributes["class"] ?? element.attributes["id"] ?? ""}`;
}

function boxFinding(
  element: PageElement,
  part: ElementSize,
  size: number,
  blocks: readonly Block[],
  known: Map<string, KnownNames>,
): ElementFinding | null {
  const { name, attributes } = element;
  const { names, isConsent, isHidden, isBody } = namesKnown(element, known);
  if (isConsent) return CONSENT;
  if (part.text > size * LARGEST_BOX_SHARE || PHRASE_ELEMENTS.has(name)) return null;
  if (
    "hidden" in attributes ||
    // Kept from those who listen, not from those who see: metered pages mark their own paragraphs so.
    (attributes["aria-hidden"] === "true" && !(name === "p" && part.text >= LONG_PARAGRAPH)) ||
    isHidden ||
    HIDDEN.test(attributes["style"] ?? "")
  )
    return UNSEEN;
  if (name === "article" || name === "main" || (isBody && name !== "aside" && name !== "nav")) return null;
  const finding = findElementFurniture(name, names, attributes["role"] ?? null);
  if (finding === null) return null;
  const isFixed = name === "nav" || name === "footer" || name === "aside";
  if (SHORT_KINDS.has(finding.kind) && part.text > LONGEST_SHORT_BOX && !isFixed) return null;
  // A paragraph of running text is called what its outlet likes ("paywall", "promo"); a figure may hold a table.
  if (name === "p" && part.text >= 80 && part.linked < part.text * 0.3 && finding.kind !== "caption") return null;
  const isUnlinked = part.text >= 2 * LONG_PARAGRAPH && part.linked < part.text * 0.3;
  if (finding.reason === NAVIGATION.reason && isUnlinked) return null;
  if (
    name === "figure" &&
    blocks.slice(part.first, Math.min(part.last, part.first + 60)).some((block) => block.kind === "row")
  )
    return null;
  return finding;
}

interface KnownNames {
  readonly names: string;
  readonly isConsent: boolean;
  readonly isHidden: boolean;
  readonly isBody: boolean;
}

/** Pages use few names many times: each is looked at once. */
function namesKnown(element: PageElement, known: Map<string, KnownNames>): KnownNames {
  const { class: className, id } = element.attributes;
  const key = `${className ?? ""}\n${id ?? ""}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const names = plainNames(element);
  const one = {
    names,
    isConsent: CONSENT_NAMES.test(names),
    isHidden: HIDDEN_NAMES.test(names),
    isBody: BODY_NAMES.test(names),
  };
  known.set(key, one);
  return one;
}

/** Class and id in words: camel case parted, long slugs of titles left out. */
export function plainNames(element: PageElement): string {
  const { class: className, id } = element.attributes;
  if (className === undefined && id === undefined) return "";
  const names = `${className ?? ""} ${id ?? ""}`;
  const tokens = names
    .split(/\s+/)
    .filter((token) => token.length <= 48 && !/^(?:category|tag|post_tag|topic|no)-/.test(token));
  return ` ${tokens.join(" ").replace(/([a-z])([A-Z])/g, "$1-$2")} `;
}

/** Names of what holds an article's text, whatever else it is called. */
const BODY_NAMES =
  /\s(?:(?:article|story|post|entry|news)-?_?-?(?:body|content|text)|hentry|type-post|articlebody|storybody)\s/i;
const HIDDEN_NAMES = /\s(?:hidden|is-hidden|d-none|u-hidden|display-none|hide)\s/;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const LONG_PARAGRAPH = 80;
const CONSENT: ElementFinding = { kind: "other", reason: "A dialog about cookies or consent." };
const UNSEEN: ElementFinding = { kind: "other", reason: "Words that the page does not show." };

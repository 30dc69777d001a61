import type { FurnitureKind } from "../core/read/report.ts";
import { BLOCK_ELEMENTS } from "./element-kinds.ts";
import { collapse, unveil } from "./html-text.ts";
import { boxKey } from "./page-elements.ts";
import { findElementFurniture } from "./page-furniture.ts";

/** Words of the page that are no part of the report. */
export interface PageFurniture {
  readonly text: string;
  readonly kind: FurnitureKind;
  readonly reason: string;
}

export interface ArticleBlocks {
  /** Paragraphs, headings and list items in page order, as printed with blanks collapsed. */
  readonly paragraphs: readonly string[];
  readonly furniture: readonly PageFurniture[];
}

/** An element with more than this share of the words is the article, whatever it is called. */
const LARGEST_FURNITURE_SHARE = 0.35;
const LONGEST_LINK_LINE = 200;

const TEXT = 3;

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Splits the element that holds an article into paragraphs; boxes, captions and lists of links are set apart. */
export function readArticleBlocks(root: Element, largeBoxes: ReadonlySet<string>): ArticleBlocks {
  const paragraphs: string[] = [];
  const furniture: PageFurniture[] = [];
  const total = (root.textContent ?? "").length;
  let parts: string[] = [];
  let linked = 0;
  let links = 0;
  let breaks = 0;

  function flush(): void {
    const text = unveil(collapse(parts.join("")));
    if (text !== "") {
      const isLink = linked >= text.length * 0.85 && text.length <= LONGEST_LINK_LINE && !/[.!?][”’"')\]]*$/.test(text);
      if (isLink) furniture.push({ text, kind: "related", reason: "A line that is nothing but a link." });
      else if (paragraphs.at(-1) !== text) paragraphs.push(text);
    }
    parts = [];
    linked = 0;
    breaks = 0;
  }

  function visit(node: Node): void {
    if (node.nodeType === TEXT) {
      const text = node.textContent ?? "";
      if (text.trim() !== "") breaks = 0;
      parts.push(text);
      if (links > 0) linked += collapse(text).length;
      return;
    }
    if (!isElement(node)) return;
    const element = node;
    const name = element.localName;
    if (name === "br") {
      breaks++;
      if (breaks >= 2) flush();
      else parts.push("\n");
      return;
    }
    if (name === "hr") {
      flush();
      return;
    }
    const finding = element === root ? null : findIn(element, name, total, largeBoxes);
    if (finding !== null) {
      const text = unveil(collapse(element.textContent ?? ""));
      if (BLOCK_ELEMENTS.has(name)) flush();
      if (/[\p{L}\p{N}]/u.test(text)) furniture.push({ text: text.slice(0, 2000), ...finding });
      return;
    }
    const isBlock = BLOCK_ELEMENTS.has(name);
    if (isBlock && !(name === "td" || name === "th")) flush();
    if (name === "td" || name === "th") parts.push(" ");
    if (name === "a") links++;
    for (const child of element.childNodes) visit(child);
    if (name === "a") links--;
    if (isBlock && !(name === "td" || name === "th")) flush();
  }

  visit(root);
  flush();
  return { paragraphs, furniture };
}

/** Captions, credits and notes are short; a long element of such a name holds the report's own words. */
const SHORT_KINDS: ReadonlySet<string> = new Set(["caption", "credit", "other"]);
const LONGEST_SHORT_BOX = 600;

const PHRASE_ELEMENTS = new Set([
  "a",
  "abbr",
  "b",
  "cite",
  "em",
  "i",
  "mark",
  "q",
  "small",
  "strong",
  "sub",
  "sup",
  "time",
  "u",
]);

function findIn(element: Element, name: string, total: number, largeBoxes: ReadonlySet<string>) {
  // Words inside a sentence belong to it, whatever their link is called.
  if (PHRASE_ELEMENTS.has(name) || (name === "span" && element.parentElement?.localName === "p")) return null;
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  if (largeBoxes.has(boxKey(name, element.getAttribute("class"), element.getAttribute("id")))) return null;
  const finding = findElementFurniture(name, names, element.getAttribute("role"));
  if (finding === null) return null;
  const length = (element.textContent ?? "").length;
  if (SHORT_KINDS.has(finding.kind) && length > LONGEST_SHORT_BOX && name !== "nav" && name !== "footer") return null;
  return length > total * LARGEST_FURNITURE_SHARE ? null : finding;
}

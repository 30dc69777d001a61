import type { FurnitureKind } from "../core/read/report.ts";
import { BLOCK_ELEMENTS } from "./element-kinds.ts";
import { collapse } from "./html-text.ts";
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

const ELEMENT = 1;
const TEXT = 3;

/** Splits the element that holds an article into paragraphs; boxes, captions and lists of links are set apart. */
export function readArticleBlocks(root: Element): ArticleBlocks {
  const paragraphs: string[] = [];
  const furniture: PageFurniture[] = [];
  const total = (root.textContent ?? "").length;
  let parts: string[] = [];
  let linked = 0;
  let links = 0;
  let breaks = 0;

  function flush(): void {
    const text = collapse(parts.join(""));
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
    if (node.nodeType !== ELEMENT) return;
    const element = node as Element;
    const name = element.localName;
    if (name === "br") {
      breaks++;
      if (breaks >= 2) flush();
      else parts.push("\n");
      return;
    }
    if (name === "hr") return flush();
    const finding = element === root ? null : findIn(element, name, total);
    if (finding !== null) {
      const text = collapse(element.textContent ?? "");
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

function findIn(element: Element, name: string, total: number) {
  if (name === "p" && element.childNodes.length < 2) return null;
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  const finding = findElementFurniture(name, names, element.getAttribute("role"));
  if (finding === null) return null;
  return (element.textContent ?? "").length > total * LARGEST_FURNITURE_SHARE ? null : finding;
}

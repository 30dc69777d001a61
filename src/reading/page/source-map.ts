import type { Span } from "../../core/text/span.ts";
import type { Line } from "./main-text.ts";
import { offsetInPage, type PageElement, type PageNode, type PageText } from "./page-tree.ts";

/** Words of a paragraph and the text node of the page that holds them, character by character. */
export interface Piece {
  /** Offset in the paragraph. */
  readonly at: number;
  readonly length: number;
  readonly node: PageText;
  /** Offset in the node's value. */
  readonly from: number;
}

/** A point of the page: between characters of a text node. */
export interface PagePoint {
  readonly node: PageText;
  readonly offset: number;
  /** Code unit of the decoded page. */
  readonly at: number;
}

/**
 * Maps the characters of a paragraph to those of the page. A run of blanks that became one space is mapped to its first
 * blank; a space that stands for a break or a cell boundary is mapped to nothing. In order, without gaps but for those.
 */
export function mapLine(line: Line): Piece[] {
  const pieces: Piece[] = [];
  const { text } = line;
  let at = 0;
  for (const node of line.parts) {
    if (node === null) continue;
    const { value } = node;
    for (let from = 0; from < value.length && at < text.length; from++) {
      const wanted = text.charCodeAt(at);
      const code = value.charCodeAt(from);
      if (code !== wanted && !(wanted === SPACE && isBlank(code))) {
        // A space of the paragraph that the page has no blank for: a break between two parts.
        if (wanted === SPACE && !isBlank(code) && !isNoWidth(code) && text.charCodeAt(at + 1) === code) at++;
        else continue;
      }
      const last = pieces.at(-1);
      if (last !== undefined && last.node === node && last.at + last.length === at && last.from + last.length === from)
        pieces[pieces.length - 1] = { ...last, length: last.length + 1 };
      else pieces.push({ at, length: 1, node, from });
      at++;
    }
  }
  return at >= text.length ? pieces : [];
}

const SPACE = 0x20;

function isBlank(code: number): boolean {
  return (
    code === SPACE ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    (code >= 0xa0 && BLANK.test(String.fromCharCode(code)))
  );
}

const BLANK = /\s/;

function isNoWidth(code: number): boolean {
  return code === 0x200b || code === 0x2060 || code === 0xfeff;
}

/** Where the first and the last of these characters of a paragraph stand; null when the page holds none of them. */
export function locate(
  pieces: readonly Piece[],
  span: Span,
): { readonly from: PagePoint; readonly to: PagePoint } | null {
  const first = pieces.find((piece) => piece.at + piece.length > span.start);
  const last = pieces.findLast((piece) => piece.at < span.end);
  if (first === undefined || last === undefined || first.at >= span.end || last.at + last.length <= span.start)
    return null;
  const from = first.from + Math.max(0, span.start - first.at);
  const to = last.from + Math.min(last.length, span.end - last.at);
  return {
    from: { node: first.node, offset: from, at: offsetInPage(first.node, from) },
    to: { node: last.node, offset: to, at: offsetInPage(last.node, to - 1) + unitsAt(last.node, to - 1) },
  };
}

/** Code units of the page that one character takes; an entity takes several. */
function unitsAt(node: PageText, at: number): number {
  return Math.max(1, offsetInPage(node, at + 1) - offsetInPage(node, at));
}

/** Makes XPaths of nodes of one page. Counts the children of each element once. */
export function makeXpaths(): (node: PageNode) => string {
  const steps = new Map<PageNode, string>();
  const paths = new Map<PageElement, string>();
  const counted = new Set<PageElement>();
  const step = (node: PageNode, parent: PageElement): string => {
    if (!counted.has(parent)) {
      counted.add(parent);
      countChildren(parent, steps);
    }
    return `/${steps.get(node) ?? ""}`;
  };
  const pathOf = (element: PageElement): string => {
    const known = paths.get(element);
    if (known !== undefined) return known;
    const { parent } = element;
    const path = parent === null ? "/html[1]" : pathOf(parent) + step(element, parent);
    paths.set(element, path);
    return path;
  };
  return (node) => (node.kind === "element" ? pathOf(node) : pathOf(node.parent) + step(node, node.parent));
}

function countChildren(parent: PageElement, steps: Map<PageNode, string>): void {
  const counts = new Map<string, number>();
  for (const child of parent.children) {
    const name = child.kind === "text" ? "text()" : child.name;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    steps.set(child, `${name}[${count}]`);
  }
}

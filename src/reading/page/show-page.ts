import { type Span, textOf } from "../../core/text/span.ts";
import { readPage } from "../read-html.ts";
import { DROPPED_ELEMENTS, VOID_ELEMENTS } from "./html-names.ts";
import type { Line } from "./main-text.ts";
import type { PageElement, PageText } from "./page-tree.ts";
import { mapLine, type Piece } from "./source-map.ts";

export interface ShownPage {
  /**
   * A whole document without scripts, styles of the page, addresses, forms or anything to load. `#lit` is where the first
   * lit words stand, `#report` where the report begins.
   */
  readonly html: string;
  /** How many of the spans have their words lit. */
  readonly lit: number;
}

/** Half-open range of a text node's value. */
interface Range {
  readonly from: number;
  to: number;
  readonly isLit: boolean;
}

/** Elements that are written again, bare: what gives a page its shape and nothing that acts. */
const SHOWN_ELEMENTS: ReadonlySet<string> = new Set(
  `address article aside b blockquote br caption cite code dd del details div dl dt em figcaption figure footer h1 h2 h3 h4 h5
  h6 header hr i ins li main mark nav ol p pre q s section small span strong sub summary sup table tbody td tfoot th thead
  time tr u ul`.split(/\s+/),
);
const STYLE = `html{color-scheme:light dark}body{font:1rem/1.5 Georgia,serif;max-width:46rem;margin:1rem auto;padding:0 1rem;
color:light-dark(#767676,#9a9a9a)}.own,mark{color:light-dark(#111,#eee)}mark{background:light-dark(#ffe28a,#7a5c00)}
table{border-collapse:collapse}td,th{padding:.1rem .5rem;vertical-align:top}.picture{font-style:italic}`;

/**
 * Writes the page that a report was read from so that it can be shown: its elements without attributes, its words escaped,
 * those of the report set off and those of `spans` lit. Paragraphs are found by their words, so a report of another
 * engine's reading is lit as far as both read the same.
 */
export function showPage(
  html: string,
  report: { readonly text: string; readonly paragraphs: readonly Span[] },
  spans: readonly Span[],
): ShownPage {
  const { lines, tree } = readPage(html);
  const ranges = new Map<PageText, Range[]>();
  const add = (node: PageText, from: number, to: number, isLit: boolean) => {
    const known = ranges.get(node);
    if (known === undefined) ranges.set(node, [{ from, to, isLit }]);
    else known.push({ from, to, isLit });
  };
  const litSpans = new Set<Span>();
  for (const { line, start } of matchLines(lines, report)) {
    const pieces = mapLine(line);
    for (const piece of pieces) add(piece.node, piece.from, piece.from + piece.length, false);
    for (const span of spans)
      if (light(pieces, { start: span.start - start, end: span.end - start }, add)) litSpans.add(span);
  }
  const parts = [
    `<!doctype html><html lang="${escapeText(tree.html.attributes["lang"]?.slice(0, 20) ?? "")}"><head><meta charset="utf-8"><title>The page as received</title><style>${STYLE}</style></head><body>`,
  ];
  let isAnchored = false;
  let isBegun = false;
  const open = (range: Range) => {
    if (!range.isLit) {
      const start = isBegun ? "" : ' id="report"';
      isBegun = true;
      return `<span class="own"${start}>`;
    }
    const anchor = isAnchored ? "" : ' id="lit"';
    isAnchored = true;
    return `<mark${anchor}>`;
  };
  writeChildren(tree.body, ranges, parts, open);
  parts.push("</body></html>");
  return { html: parts.join(""), lit: litSpans.size };
}

/** Each paragraph of the report with the line of the page that has its words, in order. */
function matchLines(
  lines: readonly Line[],
  { text, paragraphs }: { readonly text: string; readonly paragraphs: readonly Span[] },
) {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const known = places.get(line.text);
    if (known === undefined) places.set(line.text, [index]);
    else known.push(index);
  });
  return paragraphs.flatMap((span) => {
    const index = places.get(textOf(text, span))?.shift();
    const line = index === undefined ? undefined : lines[index];
    return line === undefined ? [] : [{ line, start: span.start }];
  });
}

function light(
  pieces: readonly Piece[],
  span: Span,
  add: (node: PageText, from: number, to: number, isLit: boolean) => void,
): boolean {
  let isLit = false;
  for (const { at, length, node, from } of pieces) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.end, at + length);
    if (start >= end) continue;
    add(node, from + start - at, from + end - at, true);
    isLit = true;
  }
  return isLit;
}

function writeChildren(
  element: PageElement,
  ranges: ReadonlyMap<PageText, readonly Range[]>,
  parts: string[],
  open: (range: Range) => string,
): void {
  for (const child of element.children) {
    if (child.kind === "text") {
      writeText(child, ranges.get(child) ?? [], parts, open);
      continue;
    }
    const { name } = child;
    if (DROPPED_ELEMENTS.has(name) || name === "title") continue;
    if (name === "img") {
      const alt = child.attributes["alt"]?.trim() ?? "";
      if (alt !== "") parts.push(`<span class="picture">[${escapeText(alt.slice(0, 300))}]</span> `);
      continue;
    }
    const isShown = SHOWN_ELEMENTS.has(name);
    if (isShown) parts.push(`<${name}>`);
    if (VOID_ELEMENTS.has(name)) continue;
    writeChildren(child, ranges, parts, open);
    if (isShown) parts.push(`</${name}>`);
  }
}

/** Words of a node in stretches: lit where any lit range is, else the report's, else the page's. */
function writeText(node: PageText, ranges: readonly Range[], parts: string[], open: (range: Range) => string): void {
  const { value } = node;
  const cuts = [...new Set([0, value.length, ...ranges.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const lit = ranges.filter((range) => range.isLit);
  const own = ranges.filter((range) => !range.isLit);
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [start, end] = [cuts[index] ?? 0, cuts[index + 1] ?? 0];
    const holds = ({ from, to }: Range) => from <= start && to >= end;
    const range = lit.find(holds) ?? own.find(holds);
    const words = escapeText(value.slice(start, end));
    parts.push(range === undefined ? words : `${open(range)}${words}</${range.isLit ? "mark" : "span"}>`);
  }
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

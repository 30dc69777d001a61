import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Diagnostic } from "../core/text/diagnostic.ts";
import { type ArticleBlocks, isElement, readArticleBlocks } from "./article-blocks.ts";
import { findArticleRegion } from "./article-region.ts";
import type { PageFields } from "./page-fields.ts";
import type { PageScan, TextBlock } from "./scan-page.ts";

export interface MainText extends ArticleBlocks {
  readonly diagnostics: readonly Diagnostic[];
}

/** Pages above this are read without a DOM, which would take seconds and gigabytes. Real pages have some thousands. */
const MOST_ELEMENTS = 5_000;
/** Words below which what Readability found is compared with the plain paragraphs of the page. */
const FEW_CHARACTERS = 250;

/** Finds the article's paragraphs on a page: by Readability, and where it finds none, by plain rules over its blocks. */
export function readMainText(scan: PageScan, title: string | null, fields: PageFields): MainText {
  const diagnostics: Diagnostic[] = [];
  const isLarge = scan.elements > MOST_ELEMENTS;
  if (isLarge) {
    const message = `The page has ${scan.elements} elements; its paragraphs were taken without looking at its layout.`;
    diagnostics.push({ code: "large-page", span: null, message });
  }
  const layout = isLarge ? null : readByLayout(scan, title, diagnostics);
  const found = layout === null ? null : completeByRegion(withoutBoxes(layout, scan.blocks), scan.blocks);
  if (found !== null && lengthOf(found.paragraphs) >= FEW_CHARACTERS) return { ...found, diagnostics };
  const plain = readPlainBlocks(scan.blocks);
  const body = (fields.body ?? "").split(/\n+/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const best = [found?.paragraphs ?? [], plain, body].reduce((a, b) => (lengthOf(b) > lengthOf(a) * 1.5 ? b : a));
  if (best === found?.paragraphs) return { ...found, diagnostics };
  if (!isLarge && best.length > 0) {
    const message =
      best === body
        ? "The words of the report were taken from its JSON-LD."
        : "The layout shows no article; plain paragraphs were taken.";
    diagnostics.push({ code: "no-layout", span: null, message });
  }
  return { paragraphs: best, furniture: found?.furniture ?? [], diagnostics };
}

function readByLayout(scan: PageScan, title: string | null, diagnostics: Diagnostic[]): ArticleBlocks | null {
  const head = title === null ? "" : `<title>${title.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</title>`;
  try {
    const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${scan.markup}</body></html>`);
    const article = new Readability<Node>(document, {
      serializer: (node) => node,
      keepClasses: true,
      charThreshold: 200,
      disableJSONLD: true,
    }).parse();
    const root = article?.content;
    return root != null && isElement(root) ? readArticleBlocks(root, scan.largeBoxes) : null;
  } catch (cause) {
    // Readability and the DOM are others' code over hostile markup: a fault of theirs costs the layout, not the page.
    const message = `The layout could not be read: ${cause instanceof Error ? cause.message.slice(0, 120) : "unknown fault"}.`;
    diagnostics.push({ code: "layout-failed", span: null, message });
    return null;
  }
}

/** Boxes whose short lines are safe to leave out by the box's name alone. */
const UNWRAPPED_KINDS: ReadonlySet<string> = new Set(["newsletter", "share", "advertisement"]);

/** Readability unwraps a box that holds one paragraph; the scan still knows what the box was called. */
function withoutBoxes(found: ArticleBlocks, blocks: readonly TextBlock[]): ArticleBlocks {
  const boxed = new Map<string, TextBlock>();
  for (const block of blocks) {
    if (block.box !== null && UNWRAPPED_KINDS.has(block.box.kind) && block.text.length <= 200)
      boxed.set(block.text, block);
  }
  // The same words outside a box are the article's own; the box repeats them.
  for (const block of blocks) if (block.box === null) boxed.delete(block.text);
  const furniture = found.paragraphs.flatMap((text) => {
    const box = boxed.get(text)?.box;
    return box == null ? [] : [{ text, ...box }];
  });
  if (furniture.length === 0) return found;
  return {
    paragraphs: found.paragraphs.filter((text) => !boxed.has(text)),
    furniture: [...found.furniture, ...furniture.map(({ text, kind, reason }) => ({ text, kind, reason }))],
  };
}

/**
 * Adds running text of the article's region that Readability left out, for it keeps one container of those that a page
 * may split its article over. Where it kept less than half, it was led astray, and the region is taken instead.
 */
function completeByRegion(found: ArticleBlocks, blocks: readonly TextBlock[]): ArticleBlocks {
  const region = findArticleRegion(blocks);
  const kept = new Set(found.paragraphs);
  const aside = found.furniture.map((one) => one.text).join("\n");
  const total = lengthOf(region.running.map(({ block }) => block.text));
  const lastKept = blocks.findLastIndex((block) => kept.has(block.text));
  const missing = region.running.filter(({ block }) => !kept.has(block.text) && !aside.includes(block.text));
  const missed = lengthOf(missing.map(({ block }) => block.text));
  if (total >= 600 && missed > total * 0.5) return { ...found, paragraphs: region.all.map((block) => block.text) };
  // What stands behind the last kept words is a note on the author or the page more often than the report's end.
  const inside = missing.filter(({ index }) => index < lastKept);
  if (inside.length === 0) return found;
  const placeOf = new Map<string, number>();
  blocks.forEach((block, index) => {
    if (kept.has(block.text) && !placeOf.has(block.text)) placeOf.set(block.text, index);
  });
  const placed: { text: string; place: number }[] = [];
  let last = -1;
  for (const text of found.paragraphs) {
    last = Math.max(last, placeOf.get(text) ?? last);
    placed.push({ text, place: last });
  }
  for (const { block, index } of inside) placed.push({ text: block.text, place: index });
  // Stable: what Readability joined or split, and so has no place of its own, stays behind its neighbour.
  placed.sort((a, b) => a.place - b.place);
  return { ...found, paragraphs: placed.map((one) => one.text) };
}

/** Paragraphs of the page outside navigation and side columns that are no lists of links: the long ones, else all. */
function readPlainBlocks(blocks: readonly TextBlock[]): readonly string[] {
  const own = blocks.filter(
    (block) => !block.inSide && block.element !== "title" && block.linked < block.text.length * 0.5,
  );
  const long = own.filter((block) => block.text.length >= 60 || /[.!?]["”’)]*$/.test(block.text));
  return (lengthOf(long.map((block) => block.text)) >= FEW_CHARACTERS ? long : own).map((block) => block.text);
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
}

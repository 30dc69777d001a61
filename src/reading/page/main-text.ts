import type { FurnitureKind } from "../../core/read/report.ts";
import type { Diagnostic } from "../../core/text/diagnostic.ts";
import { isRunningText } from "./article-answers.ts";
import { findBlockFurniture, findRepeatedQuotes, quoteKey } from "./block-furniture.ts";
import type { Choice } from "./choose-answer.ts";
import type { ElementFinding } from "./element-furniture.ts";
import { findLead, isNamedLead } from "./find-lead.ts";
import type { Block, BlockKind, PageBlocks } from "./page-blocks.ts";
import type { PageElement, PageText } from "./page-tree.ts";

/** A paragraph of the report with the words of the page that it is made of. */
export interface Line {
  readonly text: string;
  readonly kind: BlockKind;
  /** The element it stands in, and its text nodes; null for words that stand in no element (JSON-LD). */
  readonly element: PageElement | null;
  readonly parts: readonly (PageText | null)[];
}

/** Words of the page that are no part of the report. */
export interface PageFurniture {
  readonly text: string;
  readonly kind: FurnitureKind;
  readonly reason: string;
}

export interface MainText {
  readonly lines: readonly Line[];
  /** How many of the first lines stand between headline and text and sum the report up. */
  readonly leads: number;
  readonly furniture: readonly PageFurniture[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the page says of its article, to tell its parts by. */
export interface ArticleHints {
  readonly headline: string | null;
  readonly descriptions: readonly string[];
  readonly body: string | null;
}

/** Characters below which what was found is compared with the plain paragraphs of the page. */
const FEW_CHARACTERS = 250;
const LONGEST_FURNITURE = 2000;

/** Finds the article’s paragraphs on a page, in page order, and what stands among them that is no part of it. */
export function readMainText(page: PageBlocks, choice: Choice | null, hints: ArticleHints): MainText {
  const found = choice === null ? NOTHING : sortBlocks(page, choice.answer.first, choice.answer.last, hints);
  const { kept, leads, furniture } = found;
  if (lengthOf(kept) >= FEW_CHARACTERS) return { lines: kept, leads, furniture, diagnostics: [] };
  const plain = readPlainBlocks(page.blocks, kept.some(isSentence));
  const body = (hints.body ?? "").split(/\n+/).flatMap((line) => (line.trim() === "" ? [] : [bodyLine(line)]));
  const best = [kept, plain, body].reduce((a, b) => (lengthOf(b) > lengthOf(a) * 1.5 ? b : a));
  if (best === kept || best.length === 0) return { lines: kept, leads, furniture, diagnostics: [] };
  const message =
    best === body
      ? "The words of the report were taken from its JSON-LD."
      : "The layout shows no article; plain paragraphs were taken.";
  return { lines: best, leads: 0, furniture, diagnostics: [{ code: "no-layout", span: null, message }] };
}

interface Sorted {
  readonly kept: readonly Line[];
  readonly leads: number;
  readonly furniture: readonly PageFurniture[];
}

const NOTHING: Sorted = { kept: [], leads: 0, furniture: [] };

/** Parts the blocks of the article from what stands among them. */
function sortBlocks(page: PageBlocks, first: number, last: number, hints: ArticleHints): Sorted {
  const lead = findLead(page, first, hints.headline, hints.descriptions);
  const blocks = page.blocks.slice(first, last);
  const repeated = findRepeatedQuotes(blocks);
  const title = quoteKey(hints.headline ?? "");
  const sorted = blocks.map((block) => {
    if (block.element.name === "h1" && title !== "" && isTitle(quoteKey(block.text), title))
      return { block, finding: TITLE };
    const finding = findBlockFurniture(block, page) ?? (repeated.has(block) ? REPEATED : null);
    return { block, finding };
  });
  markGallery(sorted);
  markLooseHeadings(sorted);
  const kept: Line[] = [...lead];
  const furniture: PageFurniture[] = [];
  const seen = new Set(lead.map((block) => block.text));
  for (const { block, finding } of sorted) {
    if (finding === null) {
      if (!seen.has(block.text) || block.text.length < 40) kept.push(block);
    } else if (finding !== TITLE && /[\p{L}\p{N}]/u.test(block.text))
      furniture.push({ text: block.text.slice(0, LONGEST_FURNITURE), ...finding });
  }
  const inside = kept.slice(lead.length).findIndex(({ element }) => element === null || !isNamedLead(element));
  const leads = lead.length > 0 ? lead.length : inside > 0 && inside <= 4 ? inside : 0;
  return { kept, leads, furniture };
}

const TITLE: ElementFinding = { kind: "heading", reason: "The headline." };
const REPEATED: ElementFinding = { kind: "other", reason: "A pull quote of words that the report has." };
const LOOSE: ElementFinding = { kind: "heading", reason: "A heading with nothing of the report under it." };

function isTitle(own: string, title: string): boolean {
  return own === title || (own.length >= 15 && (title.includes(own) || own.includes(title)));
}

const SLIDE = /^(?:(?:slide|photo|image|picture)\s+)?(?<at>\d{1,3})\s?(?:\/|of)\s?(?<all>\d{1,3})(?=[\s.:]|$)/i;
const FEWEST_SLIDES = 4;
/** Running text beside its slides that makes a gallery a box in a report; else the slides are the report. */
const LEAST_BESIDE = 1500;
const GALLERY: ElementFinding = { kind: "caption", reason: "A gallery beside the report." };

/** Blocks from the first to the last line that numbers a slide ("2/50 Star Wars …"), and the words of the last slide. */
function markGallery(sorted: { readonly block: Block; finding: ElementFinding | null }[]): void {
  const slides = sorted.flatMap(({ block: { text } }, index) => {
    const { at, all } = SLIDE.exec(text)?.groups ?? {};
    return at === undefined || all === undefined || Number(at) > Number(all) ? [] : [{ index, all }];
  });
  const same = slides.filter(({ all }) => all === slides[0]?.all);
  const [first, last] = [same[0]?.index, same.at(-1)?.index];
  if (first === undefined || last === undefined || same.length < FEWEST_SLIDES) return;
  const beside = [...sorted.slice(0, first), ...sorted.slice(last + 2)];
  const running = beside.filter(({ block, finding }) => finding === null && isRunningText(block));
  if (lengthOf(running.map(({ block }) => block)) < LEAST_BESIDE) return;
  for (const one of sorted.slice(first, last + 2)) one.finding ??= GALLERY;
}

/** A heading whose next block is furniture, or that ends the article, is that furniture's. */
function markLooseHeadings(sorted: { readonly block: Block; finding: ElementFinding | null }[]): void {
  let next: ElementFinding | null = LOOSE;
  for (let at = sorted.length - 1; at >= 0; at--) {
    const one = sorted[at];
    if (one === undefined) continue;
    if (one.finding === null && one.block.kind === "heading" && next !== null && HEADED.has(next.kind))
      one.finding = LOOSE;
    next = one.finding;
  }
}

const HEADED: ReadonlySet<string> = new Set(["related", "newsletter", "comment", "heading", "author-box", "read-more"]);

/** Paragraphs of the page outside navigation and side columns that are no lists of links: the long ones, else all. */
function readPlainBlocks(blocks: readonly Block[], hasSentences: boolean): readonly Block[] {
  const own = blocks.filter((block) => block.box === null && block.linked < block.text.length * 0.5);
  // A report of one sentence (the rest must be paid for) is not outdone by scraps.
  if (hasSentences) return own.filter(isRunningText);
  const long = own.filter((block) => block.text.length >= 60 || /[.!?]["”’)]*$/.test(block.text));
  if (lengthOf(long) >= FEW_CHARACTERS) return long;
  return own.length > 0 ? own : blocks.filter((block) => block.element.name !== "title");
}

function isSentence({ text }: Line): boolean {
  return text.length >= 80 && /[.!?]["”’)]*$/.test(text);
}

function bodyLine(text: string): Line {
  return { text: text.trim(), kind: "paragraph", element: null, parts: [] };
}

function lengthOf(lines: readonly { readonly text: string }[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

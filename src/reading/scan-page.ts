import { Tokenizer } from "htmlparser2";
import {
  BLOCK_ELEMENTS,
  DROPPED_ELEMENTS,
  SELF_ENDING_ELEMENTS,
  SIDE_ELEMENTS,
  VOID_ELEMENTS,
} from "./element-kinds.ts";
import { collapse, veil } from "./html-text.ts";
import {
  type Attributes,
  addMeta,
  boxFinding,
  boxKey,
  type CaptureKind,
  captureKind,
  openTag,
  writtenName,
} from "./page-elements.ts";
import { CONSENT_NAMES, type ElementFinding } from "./page-furniture.ts";

/** Elements nest no deeper than this in `markup`; what was deeper keeps its words. No real page comes near. */
const DEEPEST = 200;
/** A box with more than this share of the page's words is the article, whatever it is called. */
const LARGEST_BOX_SHARE = 0.35;
const LONGEST_CAPTURE = 400;
const MOST_CAPTURES = 400;

/** Words of an element that may hold metadata. */
export interface Capture {
  readonly kind: CaptureKind;
  readonly attributes: Attributes;
  readonly text: string;
  /** Whether it stands in the page's article or main element, and whether in navigation or a side column. */
  readonly inArticle: boolean;
  readonly inSide: boolean;
}

export interface TextBlock {
  readonly element: string;
  readonly text: string;
  /** Characters of `text` that are inside links. */
  readonly linked: number;
  /** Whether it stands in navigation, a side column, or a box. */
  readonly inSide: boolean;
  /** What the element that it stands in is called ("newsletter"), when that tells furniture. */
  readonly box: ElementFinding | null;
}

interface OpenBox {
  readonly names: string;
  readonly depth: number;
  readonly finding: ElementFinding;
}

/** A page in one pass: what its head says, its blocks of text, and markup that is safe to build a DOM from. */
export interface PageScan {
  readonly markup: string;
  readonly elements: number;
  readonly isFlattened: boolean;
  readonly isUnfinished: boolean;
  readonly language: string | null;
  readonly canonical: string | null;
  /** `markup` is what stands in the body; the title is among `captures`. `content` of meta elements by lower-case name, property or itemprop, in page order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly jsonLd: readonly string[];
  readonly captures: readonly Capture[];
  readonly blocks: readonly TextBlock[];
  /** Keys (`boxKey`) of elements that are named like furniture and hold a great part of the page's words: no furniture. */
  readonly largeBoxes: ReadonlySet<string>;
}

const KEPT_ATTRIBUTES = new Set(
  "id class rel role itemprop itemtype href hidden aria-hidden style datetime content name property lang pubdate type title charset http-equiv".split(
    " ",
  ),
);
/** Boxes whose authors and dates are those of comments and other stories. */
const OTHERS_NAMES = /comment|respond|related|recommend|popular|trending|teaser|sidebar/i;
/** Written once around `markup` by whoever builds the DOM. */
const DOCUMENT_ELEMENTS = new Set(["html", "head", "body", "title"]);

/**
 * Scans a page without building a tree: linear in its length, whatever its tags do. Scripts, styles, templates, controls
 * and comments are left out; nothing is executed or loaded.
 */
export function scanPage(html: string): PageScan {
  const markup: string[] = [];
  const metas = new Map<string, string[]>();
  const jsonLd: string[] = [];
  const captures: Capture[] = [];
  const blocks: (Omit<TextBlock, "box"> & { readonly boxes: readonly OpenBox[] })[] = [];
  /** Characters in all elements of the same names that these call furniture, and which of them are open at what depth. */
  const boxSizes = new Map<string, number>();
  const openBoxes: OpenBox[] = [];
  const stack: string[] = [];
  const overflow = new Map<string, number>();
  const closeTags = new Map<string, number>();
  const active: {
    kind: CaptureKind;
    attributes: Attributes;
    depth: number;
    parts: string[];
    length: number;
    inArticle: boolean;
    inSide: boolean;
  }[] = [];
  let elements = 0;
  let isFlattened = false;
  let sawHtml = false;
  let sawEnd = false;
  let seenTo = 0;
  let language: string | null = null;
  let canonical: string | null = null;
  let articles = 0;
  let sides = 0;
  let links = 0;

  let tag = "";
  let attributes: Record<string, string> = {};
  let attributeName = "";
  let dropping = "";
  let droppedDepth = 0;
  let jsonLdParts: string[] | null = null;

  let blockParts: string[] = [];
  let blockElement = "body";
  let blockLinked = 0;

  function flushBlock(element: string): void {
    if (blockParts.length > 0) {
      const text = collapse(blockParts.join(""));
      if (text !== "") {
        const boxes = [...openBoxes];
        for (const { names } of boxes) boxSizes.set(names, (boxSizes.get(names) ?? 0) + text.length);
        blocks.push({ element: blockElement, text, linked: blockLinked, inSide: sides > 0, boxes });
      }
    }
    blockParts = [];
    blockLinked = 0;
    blockElement = element;
  }

  function addText(text: string): void {
    if (jsonLdParts !== null) {
      jsonLdParts.push(text);
      return;
    }
    if (dropping !== "") return;
    if (stack.at(-1) !== "title") markup.push(veil(text));
    blockParts.push(text);
    if (links > 0) blockLinked += text.length;
    for (const capture of active) {
      if (capture.length > LONGEST_CAPTURE) continue;
      capture.parts.push(text);
      capture.length += text.length;
    }
  }

  /** No more than two in a row: more say nothing, and a DOM's reader walks a run of them again from each. */
  function addBreak(): void {
    if (markup.at(-1) !== "<br>" || markup.at(-2) !== "<br>") markup.push("<br>");
  }

  function popElement(): void {
    const name = stack.pop() ?? "";
    if (BLOCK_ELEMENTS.has(name)) flushBlock(stack.at(-1) ?? "body");
    if (name === "article" || name === "main") articles--;
    else if (SIDE_ELEMENTS.has(name)) sides--;
    else if (name === "a") links--;
    while (openBoxes.length > 0 && (openBoxes.at(-1)?.depth ?? 0) > stack.length) openBoxes.pop();
    for (let top = active.at(-1); top !== undefined && top.depth > stack.length; top = active.at(-1)) {
      active.pop();
      const { kind, attributes: given, parts, inArticle, inSide } = top;
      captures.push({ kind, attributes: given, text: collapse(parts.join("")), inArticle, inSide });
    }
  }

  function openElement(): void {
    const name = tag;
    const given = attributes;
    elements++;
    if (name === "meta") addMeta(metas, given);
    else if (name === "link" && canonical === null && /(?:^|\s)canonical(?:\s|$)/i.test(given["rel"] ?? "")) {
      canonical = given["href"] ?? null;
    } else if (name === "html") {
      sawHtml = true;
      language ??= given["lang"] ?? null;
    }
    if (DROPPED_ELEMENTS.has(name)) {
      if (name === "script" && /^\s*application\/ld\+json/i.test(given["type"] ?? "")) jsonLdParts = [];
      // Without its end tag a script or style runs to the end of the page, as in a browser.
      if (name === "script" || name === "style" || isClosedLater(name)) {
        dropping = name;
        droppedDepth = 1;
      }
      return;
    }
    if (SELF_ENDING_ELEMENTS.has(name) && stack.at(-1) === name) popElement();
    if (BLOCK_ELEMENTS.has(name)) flushBlock(name);
    if (name === "br") blockParts.push("\n");
    if (VOID_ELEMENTS.has(name)) {
      if (name === "br") addBreak();
      else if (name === "hr") markup.push("<hr>");
      else if (name === "img") markup.push('<img src="x.jpg">');
      return;
    }
    if (stack.length >= DEEPEST) {
      isFlattened = true;
      overflow.set(name, (overflow.get(name) ?? 0) + 1);
      if (BLOCK_ELEMENTS.has(name)) {
        addBreak();
        addBreak();
      }
      return;
    }
    stack.push(name);
    if (!DOCUMENT_ELEMENTS.has(name)) markup.push(openTag(name, given));
    if (name === "article" || name === "main") articles++;
    else if (SIDE_ELEMENTS.has(name)) sides++;
    else if (name === "a") links++;
    const finding = openBoxes.length < 4 ? boxFinding(name, given) : null;
    if (finding !== null) {
      openBoxes.push({ names: boxKey(name, given["class"], given["id"]), depth: stack.length, finding });
    }
    const kind = captureKind(name, given);
    if (kind !== null && captures.length + active.length < MOST_CAPTURES && active.length < 8) {
      active.push({
        kind,
        attributes: given,
        depth: stack.length,
        parts: [],
        length: 0,
        inArticle: articles > 0,
        inSide: sides > 0 || openBoxes.some((one) => OTHERS_NAMES.test(one.names)),
      });
    }
  }

  function closeElement(name: string): void {
    if (name === "html" || name === "body") sawEnd = true;
    const over = overflow.get(name) ?? 0;
    if (over > 0) {
      overflow.set(name, over - 1);
      return;
    }
    const at = stack.lastIndexOf(name);
    if (at < 0) return;
    while (stack.length > at) popElement();
    if (!DOCUMENT_ELEMENTS.has(name)) markup.push(`</${writtenName(name)}>`);
  }

  /** Whether an end tag is still to come; without one a dropped element would swallow the rest of the page. */
  function isClosedLater(name: string): boolean {
    const known = closeTags.get(name) ?? 0;
    if (known < 0) return false;
    if (known > seenTo) return true;
    const pattern = new RegExp(`</${name}[\\s/>]`, "gi");
    pattern.lastIndex = seenTo;
    const next = pattern.exec(html)?.index ?? -1;
    closeTags.set(name, next);
    return next >= 0;
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(start, end) {
        seenTo = end;
        addText(html.slice(start, end));
      },
      ontextentity(codePoint, end) {
        seenTo = end;
        addText(String.fromCodePoint(codePoint));
      },
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname(start, end) {
        attributeName = end - start > 20 ? "" : html.slice(start, end).toLowerCase();
        if (!KEPT_ATTRIBUTES.has(attributeName) || attributeName in attributes) attributeName = "";
        else attributes[attributeName] = "";
      },
      onattribdata(start, end) {
        if (attributeName !== "") attributes[attributeName] += html.slice(start, Math.min(end, start + 10_000));
      },
      onattribentity(codePoint) {
        if (attributeName !== "") attributes[attributeName] += String.fromCodePoint(codePoint);
      },
      onattribend() {
        attributeName = "";
      },
      onopentagend(end) {
        seenTo = end + 1;
        if (dropping === "") openElement();
        else if (tag === dropping) droppedDepth++;
      },
      onselfclosingtag(end) {
        seenTo = end + 1;
        // The slash closes an element only in foreign content, which is dropped whole.
        if (dropping === "" && tag !== "svg" && tag !== "math") openElement();
      },
      onclosetag(start, end) {
        seenTo = end + 1;
        const name = html.slice(start, end).toLowerCase().trim();
        if (dropping === "") {
          closeElement(name);
          return;
        }
        if (name !== dropping || --droppedDepth > 0) return;
        if (jsonLdParts !== null && name === "script") {
          jsonLd.push(jsonLdParts.join(""));
          jsonLdParts = null;
        }
        dropping = "";
      },
      oncomment(_start, end) {
        seenTo = end + 1;
      },
      oncdata(_start, end) {
        seenTo = end + 1;
      },
      ondeclaration(_start, end) {
        seenTo = end + 1;
      },
      onprocessinginstruction(_start, end) {
        seenTo = end + 1;
      },
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  while (stack.length > 0) popElement();
  flushBlock("body");
  const size = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const large = new Set([...boxSizes].flatMap(([names, part]) => (part >= size * LARGEST_BOX_SHARE ? [names] : [])));
  const boxOf = (boxes: readonly OpenBox[]) =>
    boxes.find(({ names }) => !large.has(names) || CONSENT_NAMES.test(names))?.finding ?? null;
  const isUnfinished = (sawHtml && !sawEnd) || html.indexOf("<", seenTo) >= 0;
  return {
    markup: markup.join(""),
    elements,
    isFlattened,
    isUnfinished,
    language,
    canonical,
    metas,
    jsonLd,
    captures,
    blocks: blocks.map(({ boxes, ...block }) => {
      const box = boxOf(boxes);
      return { ...block, box, inSide: block.inSide || box !== null };
    }),
    largeBoxes: large,
  };
}

import { Tokenizer } from "htmlparser2";
import {
  BLOCK_ELEMENTS,
  DROPPED_ELEMENTS,
  FORMATTING_ELEMENTS,
  HEAD_ELEMENTS,
  PARAGRAPH_ENDERS,
  SCOPE_ELEMENTS,
  VOID_ELEMENTS,
} from "./html-names.ts";
import type { PageElement, PageText, PageTree } from "./page-tree.ts";

/** Elements nest no deeper than this; what was deeper keeps its words. Browsers stop at 512, real pages at some dozens. */
const DEEPEST = 300;
/** Elements beyond this are read flat, to bound memory. Real pages have some thousands. */
const MOST_ELEMENTS = 150_000;
const LONGEST_ATTRIBUTE = 10_000;

const KEPT_ATTRIBUTES = new Set(
  "id class rel role itemprop itemtype itemscope href hidden aria-hidden aria-label style datetime content name property lang xml:lang pubdate data-datetime data-timestamp type title colspan rowspan alt data-testid data-component data-qa".split(
    " ",
  ),
);
const HEADING = /^h[1-6]$/;

/**
 * Builds the tree of a page in one pass over htmlparser2's tokens, each node with its place in the page. Follows the
 * HTML standard where pages depend on it: implied html, head, body and table bodies, paragraphs, items and cells that
 * their next sibling ends, end tags without a start. Linear in the page's length, whatever its tags do; htmlparser2's own
 * parser and parse5 search their stack of open elements at every tag and are not. Nothing is executed or loaded.
 */
export function parsePage(html: string): PageTree {
  const jsonLd: string[] = [];
  let elements = 0;
  let isFlattened = false;
  let sawHtml = false;
  let sawEnd = false;
  let seenTo = 0;

  const root = newElement("html", {}, null, 0, 0);
  const head = newElement("head", {}, root, 0, 0);
  let body: PageElement | null = null;
  let htmlAttributes: Record<string, string> = {};
  let bodyAttributes: Record<string, string> = {};
  let bodyStart = 0;
  root.children.push(head);
  /** Open elements, outermost first, below `root`. */
  const stack: PageElement[] = [head];
  /** Depths at which elements of a name are open, and how many were too deep to be kept. */
  const open = new Map<string, number[]>();
  const overflow = new Map<string, number>();
  /** Depths at which open paragraphs and elements that bound scopes stand. */
  const paragraphs: number[] = [];
  const scopes: number[] = [];
  const blocks: number[] = [];
  const closeTags = new Map<string, number>();

  let tag = "";
  let tagStart = 0;
  let attributes: Record<string, string> = {};
  let attributeName = "";
  let dropping: PageElement | null = null;
  let droppedDepth = 0;
  let jsonLdParts: string[] | null = null;
  let text: PageText | null = null;
  /** Whether a space was put last, to part words read flat. Asking the text itself would copy it every time. */
  let isParted = false;

  function top(): PageElement {
    return stack.at(-1) ?? body ?? root;
  }

  function startBody(at: number): void {
    if (body !== null) return;
    while (stack.length > 0) pop(at);
    body = newElement("body", bodyAttributes, root, bodyStart > 0 ? bodyStart : at, at);
    root.children.push(body);
    stack.push(body);
  }

  function push(element: PageElement): void {
    element.parent?.children.push(element);
    stack.push(element);
    elements++;
    enter(element.name, stack.length);
  }

  function enter(name: string, depth: number): void {
    const depths = open.get(name);
    if (depths === undefined) open.set(name, [depth]);
    else depths.push(depth);
    if (name === "p") paragraphs.push(depth);
    else if (SCOPE_ELEMENTS.has(name)) scopes.push(depth);
    if (BLOCK_ELEMENTS.has(name)) blocks.push(depth);
  }

  function pop(end: number): void {
    const element = stack.pop();
    if (element === undefined) return;
    element.end = end;
    open.get(element.name)?.pop();
    for (const depths of [paragraphs, scopes, blocks]) if ((depths.at(-1) ?? -1) > stack.length) depths.pop();
  }

  /** Closes the nearest open element of these names inside the scope, with all that is open in it. */
  function closeInScope(names: ReadonlySet<string>, barrier: ReadonlySet<string>, end: number): void {
    for (let at = stack.length - 1; at > 0; at--) {
      const name = stack[at]?.name ?? "";
      if (names.has(name)) {
        while (stack.length > at) pop(end);
        return;
      }
      if (barrier.has(name)) return;
    }
  }

  function closeParagraph(end: number): void {
    const depth = paragraphs.at(-1) ?? 0;
    if (depth <= (scopes.at(-1) ?? 0)) return;
    while (stack.length >= depth) pop(end);
  }

  /** What the standard closes or implies before an element can stand where its start tag is. */
  function makeRoom(name: string, at: number): void {
    if (PARAGRAPH_ENDERS.has(name)) closeParagraph(at);
    if (name === "li") closeInScope(ITEMS, LISTS, at);
    else if (name === "dd" || name === "dt") closeInScope(TERMS, LISTS, at);
    else if (HEADING.test(name) && HEADING.test(top().name)) pop(at);
    else if (name === "a" && depthOf("a") > 0) closeFormatting("a", at);
    else if (name === "td" || name === "th") {
      closeInScope(CELLS, TABLES_AND_ROWS, at);
      if (TABLE_PARTS.has(top().name) || top().name === "table") imply("tr", at);
    } else if (name === "tr") {
      closeInScope(ROWS, TABLES, at);
      if (top().name === "table") imply("tbody", at);
    } else if (TABLE_PARTS.has(name)) closeInScope(TABLE_PARTS, TABLES, at);
  }

  function imply(name: string, at: number): void {
    if (name === "tr" && top().name === "table") imply("tbody", at);
    push(newElement(name, {}, top(), at, at));
  }

  function openElement(end: number): void {
    const name = tag;
    if (elements < MOST_ELEMENTS) text = null;
    if (name === "html") {
      sawHtml = true;
      htmlAttributes = { ...attributes, ...htmlAttributes };
      return;
    }
    if (name === "head") return;
    if (name === "body") {
      bodyAttributes = { ...attributes, ...bodyAttributes };
      bodyStart = tagStart;
      startBody(end);
      return;
    }
    if (body === null && !HEAD_ELEMENTS.has(name)) startBody(tagStart);
    if (elements >= MOST_ELEMENTS || stack.length >= DEEPEST) {
      if (VOID_ELEMENTS.has(name) || DROPPED_ELEMENTS.has(name)) {
        if (DROPPED_ELEMENTS.has(name)) startDropping(newElement(name, {}, top(), tagStart, end), null);
        return;
      }
      isFlattened = true;
      overflow.set(name, (overflow.get(name) ?? 0) + 1);
      // What was a block stays one, as long as there is room; else its words are at least parted from those before.
      if (BLOCK_ELEMENTS.has(name)) {
        if (elements < MOST_ELEMENTS) flatBreak(end);
        else if (!isParted) {
          addText(" ", end, end);
          isParted = true;
        }
      }
      return;
    }
    if (!DROPPED_ELEMENTS.has(name)) makeRoom(name, tagStart);
    const element = newElement(name, attributes, top(), tagStart, end);
    if (VOID_ELEMENTS.has(name)) {
      element.parent?.children.push(element);
      elements++;
    } else if (DROPPED_ELEMENTS.has(name)) {
      element.parent?.children.push(element);
      elements++;
      startDropping(element, attributes["type"] ?? null);
    } else push(element);
  }

  function flatBreak(at: number): void {
    const children = top().children;
    const last = children.at(-1);
    if (last?.kind === "element" && last.name === "hr") return;
    children.push(newElement("hr", {}, top(), at, at));
    elements++;
  }

  function startDropping(element: PageElement, type: string | null): void {
    const { name } = element;
    if (name === "script" && type !== null && /^\s*application\/ld\+json/i.test(type)) jsonLdParts = [];
    // Without its end tag a script or style runs to the end of the page, as in a browser; others would swallow the rest.
    if (name === "script" || name === "style" || isClosedLater(name)) {
      dropping = element;
      droppedDepth = 1;
    }
  }

  function closeElement(name: string, end: number): void {
    if (elements < MOST_ELEMENTS) text = null;
    if (name === "html" || name === "body") {
      sawEnd = true;
      return;
    }
    const over = overflow.get(name) ?? 0;
    if (over > 0) {
      overflow.set(name, over - 1);
      return;
    }
    if (name === "head") {
      if (body === null) while (stack.length > 1) pop(end);
      return;
    }
    if (depthOf(name) === 0) {
      // The standard makes an empty paragraph of an end tag without a start, which sibling numbers count.
      if (name === "p" && body !== null && stack.length < DEEPEST)
        top().children.push(newElement("p", {}, top(), end, end));
      return;
    }
    if (FORMATTING_ELEMENTS.has(name)) {
      closeFormatting(name, end);
      return;
    }
    const isTablePart = name === "table" || name === "tr" || name === "td" || name === "th" || TABLE_PARTS.has(name);
    const isBlock = BLOCK_ELEMENTS.has(name) || isTablePart;
    const barrier = isTablePart
      ? name === "table"
        ? 0
        : depthOf("table")
      : isBlock
        ? (scopes.at(-1) ?? 0)
        : (blocks.at(-1) ?? 0);
    const depth = depthOf(name);
    if (depth > 1 && depth >= barrier) while (stack.length >= depth) pop(end);
  }

  /** Depth of the innermost open element of the name; 0 when there is none. */
  function depthOf(name: string): number {
    return open.get(name)?.at(-1) ?? 0;
  }

  /** Ends the nearest open element of the name; blocks opened inside it stay open, as browsers make it look. */
  function closeFormatting(name: string, end: number): void {
    const depth = depthOf(name);
    if (depth <= 1 || depth < (scopes.at(-1) ?? 0)) return;
    if (depth > (blocks.at(-1) ?? 0)) {
      while (stack.length >= depth) pop(end);
      return;
    }
    const [element] = stack.splice(depth - 1, 1);
    if (element !== undefined) element.end = end;
    // All that stood deeper moves up.
    open.clear();
    paragraphs.length = scopes.length = blocks.length = 0;
    for (let at = 0; at < stack.length; at++) enter(stack[at]?.name ?? "", at + 1);
  }

  /** Whether an end tag is still to come. */
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

  function addText(value: string, start: number, end: number): void {
    if (jsonLdParts !== null) {
      jsonLdParts.push(value);
      return;
    }
    if (dropping !== null) return;
    isParted = false;
    if (body === null && top() === head) {
      if (value.trim() === "") return;
      startBody(start);
    }
    if (text === null) {
      const parent = top();
      text = { kind: "text", parent, value, start, end, steps: null };
      if (value.length !== end - start) text.steps = [0, start];
      parent.children.push(text);
      return;
    }
    if (text.steps !== null || text.end !== start || value.length !== end - start) {
      text.steps ??= [0, text.start];
      text.steps.push(text.value.length, start);
    }
    text.value += value;
    text.end = end;
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(start, end) {
        seenTo = end;
        addText(html.slice(start, end), start, end);
      },
      ontextentity(codePoint, end) {
        const start = seenTo;
        seenTo = end;
        addText(String.fromCodePoint(codePoint), start, end);
      },
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        tagStart = start - 1;
        attributes = {};
      },
      onattribname(start, end) {
        attributeName = end - start > 20 ? "" : html.slice(start, end).toLowerCase();
        if (!KEPT_ATTRIBUTES.has(attributeName) || attributeName in attributes) attributeName = "";
        else attributes[attributeName] = "";
      },
      onattribdata(start, end) {
        if (attributeName === "") return;
        const room = LONGEST_ATTRIBUTE - (attributes[attributeName]?.length ?? 0);
        if (room > 0) attributes[attributeName] += html.slice(start, Math.min(end, start + room));
      },
      onattribentity(codePoint) {
        if (attributeName !== "" && (attributes[attributeName]?.length ?? 0) < LONGEST_ATTRIBUTE)
          attributes[attributeName] += String.fromCodePoint(codePoint);
      },
      onattribend() {
        attributeName = "";
      },
      onopentagend(end) {
        seenTo = end + 1;
        if (dropping === null) openElement(end + 1);
        else if (tag === dropping.name) droppedDepth++;
      },
      onselfclosingtag(end) {
        seenTo = end + 1;
        // The slash closes an element only in foreign content, which is dropped whole.
        if (dropping === null && tag !== "svg" && tag !== "math") openElement(end + 1);
      },
      onclosetag(start, end) {
        seenTo = end + 1;
        const name = html.slice(start, end).toLowerCase().trim();
        if (dropping === null) {
          closeElement(name, end + 1);
          return;
        }
        if (name !== dropping.name || --droppedDepth > 0) return;
        if (jsonLdParts !== null && name === "script") {
          jsonLd.push(jsonLdParts.join(""));
          jsonLdParts = null;
        }
        dropping.end = end + 1;
        dropping = null;
        text = null;
      },
      oncomment(_start, end) {
        seenTo = end + 1;
        text = null;
      },
      oncdata(_start, end) {
        seenTo = end + 1;
        text = null;
      },
      ondeclaration(_start, end) {
        seenTo = end + 1;
      },
      onprocessinginstruction(_start, end) {
        seenTo = end + 1;
        text = null;
      },
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  startBody(html.length);
  while (stack.length > 0) pop(html.length);
  Object.assign(root, { attributes: htmlAttributes, end: html.length });
  return {
    html: root,
    head,
    body: body ?? root,
    elements,
    jsonLd,
    isFlattened,
    isUnfinished: (sawHtml && !sawEnd) || html.indexOf("<", seenTo) >= 0,
  };
}

const ITEMS: ReadonlySet<string> = new Set(["li"]);
const TERMS: ReadonlySet<string> = new Set(["dd", "dt"]);
const LISTS: ReadonlySet<string> = new Set([
  "ul",
  "ol",
  "dl",
  "menu",
  "dir",
  "table",
  "td",
  "th",
  "article",
  "section",
  "main",
  "body",
]);
const CELLS: ReadonlySet<string> = new Set(["td", "th"]);
const ROWS: ReadonlySet<string> = new Set(["tr"]);
const TABLES: ReadonlySet<string> = new Set(["table"]);
const TABLES_AND_ROWS: ReadonlySet<string> = new Set(["table", "tr"]);
const TABLE_PARTS: ReadonlySet<string> = new Set(["tbody", "thead", "tfoot"]);

function newElement(
  name: string,
  attributes: Record<string, string>,
  parent: PageElement | null,
  start: number,
  openEnd: number,
): PageElement {
  return { kind: "element", name, attributes, parent, children: [], start, openEnd, end: openEnd };
}

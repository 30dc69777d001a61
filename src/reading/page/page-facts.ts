import { collapse } from "./collapse.ts";
import { BLOCK_ELEMENTS, DROPPED_ELEMENTS } from "./html-names.ts";
import { LARGEST_BOX_SHARE, type PageBlocks, plainNames } from "./page-blocks.ts";
import { type Attributes, type PageElement, type PageTree, textContent } from "./page-tree.ts";

export type CaptureKind = "title" | "heading" | "time" | "author" | "date";

/** Words of an element that may hold metadata. */
export interface Capture {
  readonly kind: CaptureKind;
  readonly element: PageElement;
  readonly attributes: Attributes;
  readonly text: string;
  /** Whether it stands in the page's article or main element, and whether in navigation, a side column or comments. */
  readonly inArticle: boolean;
  readonly inSide: boolean;
}

/** What the elements of a page say of its report, unjudged. */
export interface PageFacts {
  /** `content` of meta elements by lower-case name, property or itemprop, in page order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly captures: readonly Capture[];
  readonly canonical: string | null;
  readonly language: string | null;
  readonly jsonLd: readonly string[];
}

const LONGEST_CAPTURE = 400;
const MOST_CAPTURES = 600;
const SIDE_ELEMENTS = new Set(["nav", "aside", "footer", "menu"]);
/** Boxes whose authors and dates are those of comments and other stories. */
const OTHERS_NAMES =
  /comment|respond|related|recommend|popular|trending|teaser|sidebar|latest|most-?read|more-?(?:news|stories|from)|widget|live-?blog-?(?:list|feed|side)/i;
const AUTHOR =
  /[\s_-](?:byline|by-line|bylines|author|authors|author-?names?|contributors?|reporter|writer|writers|article-?author|post-?author|entry-?author|creator|vcard|p-author)(?:[\s_-]|$)/i;
/** Who took a picture is no author. */
const PICTURE = /[\s_-](?:img|image|photo|picture|caption)s?[_-]/i;
const DATE =
  /[\s_-](?:date|dateline|datetime|published|publish|pubdate|pub-?date|post-?date|entry-?date|timestamp|time-?stamp|posted|updated|modified|article-?date|date-?time|publication-?date|post-?meta|entry-?meta|article-?meta|meta|time|posted-on|byline|submitted|last-?mod(?:ified)?|page-?info|footer-info-lastmod)(?:[\s_-]|$)/i;

/** Gathers meta elements, titles, headings, times and what is named for an author or a date. One pass. */
export function gatherFacts(tree: PageTree, page: PageBlocks): PageFacts {
  const metas = new Map<string, string[]>();
  const captures: Capture[] = [];
  let canonical: string | null = null;

  function visit(element: PageElement, inArticle: boolean, inSide: boolean): void {
    const { name, attributes } = element;
    if (name === "meta") addMeta(metas, attributes);
    else if (name === "link") {
      if (canonical === null && /(?:^|\s)canonical(?:\s|$)/i.test(attributes["rel"] ?? ""))
        canonical = attributes["href"] ?? null;
      return;
    }
    if (DROPPED_ELEMENTS.has(name)) return;
    const kind = captureKind(element);
    const isLarge = (page.sizes.get(element)?.text ?? 0) > page.size * LARGEST_BOX_SHARE;
    const mine = inSide || (!isLarge && (SIDE_ELEMENTS.has(name) || isOthers(element)));
    if (kind !== null && captures.length < MOST_CAPTURES) {
      const text = collapse(textContent(element, 2 * LONGEST_CAPTURE));
      if (text.length <= LONGEST_CAPTURE || kind === "heading" || "datetime" in attributes || "content" in attributes)
        captures.push({ kind, element, attributes, text: text.slice(0, LONGEST_CAPTURE), inArticle, inSide: mine });
    }
    const within = inArticle || name === "article" || name === "main";
    for (const child of element.children) if (child.kind === "element") visit(child, within, mine);
  }

  visit(tree.html, false, false);
  return {
    metas,
    captures,
    canonical,
    language: tree.html.attributes["lang"] ?? tree.html.attributes["xml:lang"] ?? null,
    jsonLd: tree.jsonLd,
  };
}

function isOthers(element: PageElement): boolean {
  if (!BLOCK_ELEMENTS.has(element.name) || element.name === "body" || element.name === "main") return false;
  const names = plainNames(element);
  return names !== "" && names.length <= 300 && OTHERS_NAMES.test(names);
}

/** Which metadata the words of an element may hold. */
function captureKind({ name, attributes }: PageElement): CaptureKind | null {
  if (name === "title") return "title";
  if (name === "h1") return "heading";
  if (name === "time") return "time";
  const itemprop = attributes["itemprop"] ?? "";
  if (/^(?:author|creator)$/i.test(itemprop) || /(?:^|\s)author(?:\s|$)/i.test(attributes["rel"] ?? ""))
    return "author";
  if (/^headline$/i.test(itemprop)) return "heading";
  if (/^date(?:published|modified|created)$/i.test(itemprop)) return "date";
  if (name === "body" || name === "article" || name === "section" || name === "html") return null;
  const { class: className, id } = attributes;
  const testid = attributes["data-testid"] ?? attributes["data-component"] ?? attributes["data-qa"];
  if (className === undefined && id === undefined && testid === undefined) return null;
  const names = ` ${className ?? ""} ${id ?? ""} ${testid ?? ""}`;
  if (names.length > 300) return null;
  return AUTHOR.test(names) && !PICTURE.test(names) ? "author" : DATE.test(names) ? "date" : null;
}

/** Files a meta element's content under each of its names. */
function addMeta(metas: Map<string, string[]>, attributes: Attributes): void {
  const content = collapse(attributes["content"] ?? "");
  if (content === "") return;
  for (const key of ["name", "property", "itemprop", "http-equiv"]) {
    for (const name of (attributes[key] ?? "").toLowerCase().split(/\s+/)) {
      if (name === "") continue;
      const known = metas.get(name);
      if (known === undefined) metas.set(name, [content]);
      else if (known.length < 50) known.push(content);
    }
  }
}

import { BLOCK_ELEMENTS } from "./element-kinds.ts";
import { CONSENT_NAMES, type ElementFinding, findElementFurniture } from "./page-furniture.ts";

/** Attributes of one element by lower-case name. */
export type Attributes = Readonly<Record<string, string>>;

export type CaptureKind = "title" | "heading" | "time" | "author" | "date";

const WRITTEN_ATTRIBUTES = ["id", "class", "rel", "role", "itemprop", "hidden", "aria-hidden"];
const AUTHOR = /(?:^|[\s_-])(?:byline|by-line|author|authors|author-?name|contributor|reporter|writer)(?:$|[\s_-])/i;
const DATE =
  /(?:^|[\s_-])(?:date|dateline|datetime|published|publish|pubdate|pub-?date|post-?date|entry-?date|timestamp|posted|updated|modified|article-?date|date-?time)(?:$|[\s_-])/i;

/** What the element's name, class, id or role tells of the words in it. */
export function boxFinding(name: string, attributes: Attributes): ElementFinding | null {
  if (!BLOCK_ELEMENTS.has(name) || name === "article" || name === "main") return null;
  const names = `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`;
  return findElementFurniture(name, names, attributes["role"] ?? null);
}

/** What elements of one name, class and id are counted under. */
export function boxKey(name: string, className: string | null | undefined, id: string | null | undefined): string {
  return `${name} ${className ?? ""} ${id ?? ""}`;
}

/** Files a meta element's content under each of its names. */
export function addMeta(metas: Map<string, string[]>, attributes: Attributes): void {
  const content = attributes["content"];
  if (content === undefined || content.trim() === "") return;
  for (const key of ["name", "property", "itemprop", "http-equiv"]) {
    for (const name of (attributes[key] ?? "").toLowerCase().split(/\s+/)) {
      if (name === "") continue;
      const known = metas.get(name);
      if (known === undefined) metas.set(name, [content.trim()]);
      else if (known.length < 50) known.push(content.trim());
    }
  }
}

/** Which metadata the words of an element may hold. */
export function captureKind(name: string, attributes: Attributes): CaptureKind | null {
  if (name === "title") return "title";
  if (name === "h1") return "heading";
  if (name === "time") return "time";
  const itemprop = attributes["itemprop"] ?? "";
  if (/^author$/i.test(itemprop) || /(?:^|\s)author(?:\s|$)/i.test(attributes["rel"] ?? "")) return "author";
  if (/^date(?:published|modified|created)$/i.test(itemprop)) return "date";
  const names = `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`;
  if (names.length > 300 || name === "body" || name === "article" || name === "section") return null;
  return AUTHOR.test(names) ? "author" : DATE.test(names) ? "date" : null;
}

/** The element's start tag with the few attributes that the layout's reader looks at. */
export function openTag(name: string, attributes: Attributes): string {
  let tag = `<${writtenName(name)}`;
  for (const key of WRITTEN_ATTRIBUTES) {
    const value = attributes[key];
    if (value !== undefined && value.length <= 1000) tag += ` ${key}="${escapeAttribute(value)}"`;
  }
  if (name === "a") tag += ` href="${escapeAttribute((attributes["href"] ?? "").slice(0, 300))}"`;
  // Consent dialogs can hold more words than the article; what is hidden is left out by the layout's reader.
  if (CONSENT_NAMES.test(`${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`)) tag += " hidden";
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes["style"] ?? "")) tag += ' style="display:none"';
  return `${tag}>`;
}

/** A name that the DOM builder takes: odd ones ("o:p") are written as spans. */
export function writtenName(name: string): string {
  return /^[a-z][a-z0-9-]*$/.test(name) ? name : "span";
}

function escapeAttribute(value: string): string {
  return value.replace(/[&"<>]/g, (char) =>
    char === "&" ? "&amp;" : char === '"' ? "&quot;" : char === "<" ? "&lt;" : "&gt;",
  );
}

import { htmlToText } from "../html-text.ts";
import { scanXml, type XmlAttributes } from "../xml/scan-xml.ts";
import type { Feed, FeedItem, FeedKind } from "./feed.ts";
import { readFeedDate } from "./feed-dates.ts";

const KINDS: { readonly [root: string]: FeedKind } = { rss: "rss", feed: "atom", rdf: "rdf", channel: "cdf" };
const ITEMS = new Set(["item", "entry"]);
/** Children of an item that say something we keep; everything else is passed over with all in it. */
const FIELDS = new Set(
  "title link guid id pubdate date published issued created updated modified author creator name description summary content encoded body abstract lastmod origlink".split(
    " ",
  ),
);
/** Namespaces whose elements have the names of ours and another meaning. */
const OTHER_WORLDS =
  /^https?:\/\/(?:search\.yahoo\.com\/mrss|www\.itunes\.com\/|video\.search\.yahoo|base\.google|www\.georss)/i;

const LONGEST_TITLE = 2000;

interface Draft {
  readonly fields: Map<string, string>;
  readonly authors: string[];
  /** Address by the kind of link: what Atom calls its `rel`. */
  readonly links: Map<string, string>;
  guidIsLink: boolean;
  readonly base: string | null;
}

interface OpenField {
  readonly name: string;
  /** Open elements when it was opened. */
  readonly depth: number;
  /** How its words are written: as markup that is escaped, in place as elements, or packed. */
  readonly form: "escaped" | "inline" | "base64";
  readonly parts: string[];
}

/** RSS of all versions, Atom, RDF and CDF in one walk: their items differ in names, not in kind. */
export function readXmlFeed(xml: string, base: string | null): Feed {
  const items: FeedItem[] = [];
  const path: string[] = [];
  const bases: (string | null)[] = [base];
  const prefixes = new Map<string, string>();
  let kind: FeedKind | null = null;
  let title: string | null = null;
  let draft: Draft | null = null;
  let draftDepth = 0;
  let field: OpenField | null = null;
  const finish = () => {
    if (draft !== null) items.push(toItem(draft));
    draft = null;
    field = null;
  };
  scanXml(xml, {
    open: (name, attributes, prefix) => {
      kind ??= KINDS[name] ?? null;
      if (draft === null) notePrefixes(prefixes, attributes);
      const nearest = bases.at(-1) ?? null;
      bases.push(resolve(attributes["xml:base"] ?? "", nearest) ?? nearest);
      path.push(name);
      if (ITEMS.has(name) && (field === null || !isMarkup(field.name))) {
        // An item in an item is one that was never closed.
        finish();
        draft = { fields: new Map(), authors: [], links: new Map(), guidIsLink: true, base: bases.at(-1) ?? null };
        draftDepth = path.length;
        noteItem(draft, attributes);
      } else if (field !== null) {
        if (isMarkup(field.name)) field.parts.push(openTag(name, attributes));
        else if (field.name === "author" && name === "name") field = startField("author", path.length);
      } else if (draft !== null && path.length === draftDepth + 1) {
        if (name === "link" && noteLink(draft, attributes, bases.at(-1) ?? null)) return;
        if (name === "guid") draft.guidIsLink = !/^false$/i.test(attributes["ispermalink"] ?? "");
        if (FIELDS.has(name) && !OTHER_WORLDS.test(prefixes.get(prefix) ?? prefix)) {
          field = startField(name, path.length, attributes);
        }
      } else if (draft === null && title === null && name === "title" && path.length <= 3 && !path.includes("image")) {
        field = startField("feed-title", path.length, attributes);
      }
    },
    text: (text) => field?.parts.push(field.form === "inline" ? escapeMarkup(text) : text),
    close: (name) => {
      if (field !== null && path.length === field.depth) {
        const words = wordsOf(field);
        if (field.name === "feed-title") title = titleOf(words);
        else if (draft !== null) noteField(draft, field.name, words);
        field = null;
      } else if (field !== null && isMarkup(field.name)) field.parts.push(`</${name}>`);
      if (draft !== null && path.length === draftDepth) finish();
      path.pop();
      bases.pop();
    },
  });
  finish();
  return { kind: kind ?? "rss", title, items };
}

function notePrefixes(prefixes: Map<string, string>, attributes: XmlAttributes): void {
  for (const [name, uri] of Object.entries(attributes)) {
    if (name.startsWith("xmlns:")) prefixes.set(name.slice(6), uri);
  }
}

/** RDF names an item by its address, CDF gives address and date as attributes. */
function noteItem(draft: Draft, attributes: XmlAttributes): void {
  const about = attributes["rdf:about"] ?? attributes["about"];
  if (about !== undefined) draft.fields.set("about", about);
  if (attributes["href"] !== undefined) draft.links.set("alternate", resolve(attributes["href"], draft.base) ?? "");
  if (attributes["lastmod"] !== undefined) draft.fields.set("lastmod", attributes["lastmod"]);
}

/** Whether it was a link of Atom, which has no words. */
function noteLink(draft: Draft, attributes: XmlAttributes, base: string | null): boolean {
  const href = attributes["href"];
  const rel = (attributes["rel"] ?? "alternate").toLowerCase();
  // The words of a link to something else are no address of the page.
  if (href === undefined) return rel !== "alternate";
  const address = resolve(href, base);
  const isPage = attributes["type"] === undefined || /html/i.test(attributes["type"]);
  const key = rel === "alternate" && !isPage ? "alternate, other" : rel;
  if (address !== null && !draft.links.has(key)) draft.links.set(key, address);
  return true;
}

function noteField(draft: Draft, name: string, words: string): void {
  if (words === "") return;
  if (name === "author" || name === "creator" || name === "name") draft.authors.push(htmlToText(words));
  else if (!draft.fields.has(name)) draft.fields.set(name, words);
}

function toItem({ fields, authors, links, guidIsLink, base }: Draft): FeedItem {
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const date = (...names: string[]) =>
    names.map((name) => readFeedDate(fields.get(name) ?? "")).find((one) => one !== null) ?? null;
  const guid = fields.get("guid");
  const title = first("title");
  // A tracker's copy of the address (FeedBurner) gives way to the original.
  const url =
    asAddress(fields.get("origlink"), base) ??
    asAddress(fields.get("link"), base) ??
    links.get("alternate") ??
    (guid !== undefined && guidIsLink && /^https?:\/\//i.test(guid) ? asAddress(guid, base) : null) ??
    asAddress(fields.get("about"), base) ??
    links.get("alternate, other") ??
    null;
  const publishedAt = date("published", "pubdate", "issued", "date", "created");
  const updatedAt = date("updated", "modified", "lastmod");
  return {
    url: url === "" ? null : url,
    id: guid ?? first("id", "about") ?? null,
    title: title === undefined ? null : titleOf(title),
    publishedAt,
    updatedAt,
    authors: [...new Set(authors)],
    content: first("encoded", "content", "body", "description", "summary", "abstract") ?? "",
  };
}

function startField(name: string, depth: number, attributes: XmlAttributes = {}): OpenField {
  const isInline = attributes["type"] === "xhtml" || attributes["mode"] === "xml";
  const form = attributes["mode"] === "base64" ? "base64" : isInline ? "inline" : "escaped";
  return { name, depth, form, parts: [] };
}

function wordsOf({ form, parts }: OpenField): string {
  const words = parts.join("").trim();
  return form === "base64" ? Buffer.from(words, "base64").toString("utf8").trim() : words;
}

function titleOf(markup: string): string | null {
  return (
    htmlToText(
      markup.slice(0, LONGEST_TITLE).replace(/<(script|style)\b[^>]*>[^<]*(?:<(?!\/\1)[^<]*)*<\/\1\s*>/gi, " "),
    ) || null
  );
}

function escapeMarkup(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function isMarkup(name: string): boolean {
  return (
    name === "title" ||
    name === "description" ||
    name === "summary" ||
    name === "content" ||
    name === "encoded" ||
    name === "body"
  );
}

/** The address of a page, or null: only http and https lead to one. */
function asAddress(words: string | undefined, base: string | null): string | null {
  if (words === undefined) return null;
  const address = resolve(htmlToText(words), base);
  return address !== null && /^https?:/i.test(address) ? address : null;
}

function resolve(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  if (trimmed === "") return null;
  return URL.parse(trimmed, base ?? undefined)?.href ?? null;
}

function openTag(name: string, attributes: XmlAttributes): string {
  const href = attributes["href"];
  return href === undefined ? `<${name}>` : `<${name} href="${href.replace(/"/g, "&quot;")}">`;
}

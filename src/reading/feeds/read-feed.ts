import { OnrecordError } from "../../errors.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import { rootElement } from "../xml/scan-xml.ts";
import type { Feed } from "./feed.ts";
import { readJsonFeed } from "./json-feed.ts";
import { readXmlFeed } from "./xml-feed.ts";

/** Elements that a feed of any kind begins with. */
const ROOTS = new Set(["rss", "feed", "rdf", "channel"]);

/** Whether a file begins as a feed does. */
export function isFeed(head: string): boolean {
  return ROOTS.has(rootElement(head) ?? "") || /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\//.test(head);
}

/**
 * Reads RSS, Atom, RDF, CDF or JSON Feed, also where it is broken: what stands before a fault and after it is read.
 * Addresses are made whole against `base`, the feed's own.
 *
 * @throws OnrecordError "not-a-feed", "empty" or "binary".
 */
export function readFeed(
  bytes: Uint8Array,
  options: { readonly contentType?: string; readonly base?: string } = {},
): Feed {
  const { text } = decodeXml(bytes, options.contentType);
  const base = options.base ?? null;
  if (/^[\s\ufeff]*\{/.test(text)) return readJsonFeed(text, base);
  const start = startOfXml(text);
  if (ROOTS.has(rootElement(text.slice(start)) ?? "")) return readXmlFeed(text.slice(start), base);
  throw new OnrecordError("not-a-feed", "That is not a feed.", {
    next: "Give the address of an RSS, Atom or JSON feed, of an OPML list or a news sitemap.",
  });
}

/** Servers print warnings and blank lines before a feed. */
function startOfXml(text: string): number {
  const at = text.search(/<(?:\?xml|!--|!DOCTYPE|(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\b)/i);
  return at > 0 && !/<html\b/i.test(text.slice(0, at)) ? at : 0;
}

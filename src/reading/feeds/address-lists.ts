import { decodeXml } from "../xml/decode-xml.ts";
import { rootElement, scanXml } from "../xml/scan-xml.ts";
import { readFeedDate } from "./feed-dates.ts";

/** An address in a list, and when the list says that what stands there was published. */
export interface ListedAddress {
  readonly url: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
  /** When it says that what stands there was changed. */
  readonly updatedAt: string | null;
}

/** Lists of addresses: of feeds (OPML), of pages (a news sitemap), of sitemaps. */
export interface AddressList {
  readonly kind: "opml" | "sitemap" | "sitemap-index";
  readonly addresses: readonly ListedAddress[];
}

const KINDS: { readonly [root: string]: AddressList["kind"] } = {
  opml: "opml",
  urlset: "sitemap",
  sitemapindex: "sitemap-index",
};

export function isAddressList(head: string): boolean {
  return Object.hasOwn(KINDS, rootElement(head) ?? "");
}

/**
 * Reads OPML and sitemaps. Of a sitemap that marks news only those pages are kept; of one that marks none, all.
 *
 * @throws OnrecordError "empty" or "binary"
 */
export function readAddressList(bytes: Uint8Array, contentType?: string): AddressList {
  const { text } = decodeXml(bytes, contentType);
  const kind = KINDS[rootElement(text) ?? ""] ?? "opml";
  return kind === "opml" ? { kind, addresses: readOutlines(text) } : { kind, addresses: readLocations(text) };
}

function readOutlines(xml: string): ListedAddress[] {
  const addresses = new Map<string, ListedAddress>();
  scanXml(xml, {
    open: (name, attributes) => {
      const url = name === "outline" ? (attributes["xmlurl"] ?? "").trim() : "";
      if (!/^https?:\/\//i.test(url) || addresses.has(url)) return;
      addresses.set(url, {
        url,
        title: attributes["title"] ?? attributes["text"] ?? null,
        publishedAt: null,
        updatedAt: null,
      });
    },
    text: () => {},
    close: () => {},
  });
  return [...addresses.values()];
}

interface Location {
  readonly words: Map<string, string>;
  isNews: boolean;
}

function readLocations(xml: string): ListedAddress[] {
  const locations: Location[] = [];
  const path: string[] = [];
  let parts: string[] = [];
  scanXml(xml, {
    open: (name) => {
      path.push(name);
      parts = [];
      if (name === "url" || name === "sitemap") locations.push({ words: new Map(), isNews: false });
      const current = locations.at(-1);
      if (current !== undefined && name === "news") current.isNews = true;
    },
    text: (text) => parts.push(text),
    close: (name) => {
      const current = locations.at(-1);
      // An image of a page has an address too.
      const isOwn = path.at(-2) === "url" || path.at(-2) === "sitemap" || path.includes("news");
      if (current !== undefined && isOwn && !current.words.has(name)) current.words.set(name, parts.join("").trim());
      parts = [];
      path.pop();
    },
  });
  const kept = locations.some((location) => location.isNews)
    ? locations.filter((location) => location.isNews)
    : locations;
  return kept.flatMap(({ words }) => {
    const url = URL.parse(words.get("loc") ?? "")?.href ?? "";
    if (!/^https?:/.test(url)) return [];
    const publishedAt = readFeedDate(words.get("publication_date") ?? "");
    const updatedAt = readFeedDate(words.get("lastmod") ?? "");
    return [{ url, title: words.get("title") || null, publishedAt, updatedAt }];
  });
}

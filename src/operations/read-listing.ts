import { isAddressList, readAddressList } from "../reading/feeds/address-lists.ts";
import { isFeed, readFeed } from "../reading/feeds/read-feed.ts";
import type { LinkedPage } from "./open-input.ts";

/** What a feed or a list of addresses names. */
export interface Listing {
  readonly title: string | null;
  /** A page more than once is kept once. */
  readonly pages: readonly (LinkedPage & { readonly updatedAt: string | null })[];
  /** Items without an address. */
  readonly unnamed: number;
  /** Whether the addresses are those of feeds and sitemaps, and not of pages. */
  readonly isOfFeeds: boolean;
}

const HEAD_CHARACTERS = 20_000;

/** Whether bytes begin as a feed, OPML or a sitemap does, in whatever encoding. */
export function isListing(head: Uint8Array): boolean {
  const latin = Buffer.from(head)
    .toString("latin1")
    .replace(/\0/g, "")
    .replace(/^(?:ï»¿|þÿ|ÿþ)/, "");
  const start = latin.slice(0, HEAD_CHARACTERS);
  return /^\s*[<{]/.test(start) && (isAddressList(start) || isFeed(start));
}

/**
 * Reads a feed, a list of feeds or a sitemap.
 *
 * @throws OnrecordError "not-a-feed", "empty" or "binary".
 */
export function readListing(bytes: Uint8Array, mediaType: string, url: string | null): Listing {
  const latin = Buffer.from(bytes.subarray(0, HEAD_CHARACTERS)).toString("latin1").replace(/\0/g, "");
  const contentType = mediaType.includes("charset") ? { contentType: mediaType } : {};
  if (isAddressList(latin.replace(/^(?:ï»¿|þÿ|ÿþ)/, ""))) {
    const { kind, addresses } = readAddressList(bytes, contentType.contentType);
    const pages = addresses.map(
      (one) => ({ kind: "url", url: one.url, listedAt: one.publishedAt, updatedAt: one.updatedAt }) as const,
    );
    return { title: null, pages: unique(pages), unnamed: 0, isOfFeeds: kind !== "sitemap" };
  }
  const feed = readFeed(bytes, { ...contentType, ...(url === null ? {} : { base: url }) });
  const pages = feed.items.flatMap((item) =>
    item.url === null
      ? []
      : [
          {
            kind: "url",
            url: withoutFragment(item.url),
            listedAt: item.publishedAt,
            updatedAt: item.updatedAt,
          } as const,
        ],
  );
  return { title: feed.title, pages: unique(pages), unnamed: feed.items.length - pages.length, isOfFeeds: false };
}

function unique<T extends { readonly url: string }>(pages: readonly T[]): readonly T[] {
  return [...new Map(pages.toReversed().map((page) => [page.url, page])).values()].toReversed();
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, "");
}

/** One entry of a feed: an address, and what the feed says of the page there. */
export interface FeedItem {
  readonly url: string | null;
  readonly id: string | null;
  readonly title: string | null;
  /** ISO 8601, or null when the feed gives none that can be read. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly authors: readonly string[];
  /** The whole text or a summary, as the markup or words that the feed carries; "" when it carries none. */
  readonly content: string;
}

export type FeedKind = "rss" | "atom" | "rdf" | "cdf" | "json";

export interface Feed {
  readonly kind: FeedKind;
  readonly title: string | null;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
}

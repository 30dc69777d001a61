import { readFile } from "node:fs/promises";
import { OnrecordError } from "../errors.ts";
import { isHttpUrl } from "../fetching/http-url.ts";
import type { FeedState, Store } from "../store/store.ts";
import { type AddEffects, addPages, checkGiven } from "./add-reports.ts";
import { describeError } from "./analysis-messages.ts";
import { mapInOrder } from "./map-in-order.ts";
import type { LinkedPage } from "./open-input.ts";
import type { PollOptions, PollSummary } from "./operations.ts";
import { isListing, type Listing, readListing } from "./read-listing.ts";
import { Tally } from "./tally.ts";

type PolledFeed = PollSummary["feeds"][number];

/** Feeds asked at the same time, each from its own host. */
const AT_ONCE = 8;
/** A feed that fails is asked half as often each time, but once a day at least. */
const MAX_DOUBLINGS = 8;
const DAY_MS = 86_400_000;

interface Poll {
  readonly feed: PolledFeed;
  readonly pages: readonly LinkedPage[];
  /** What to remember once the pages are stored; null for a feed that was not asked. */
  readonly state: FeedState | null;
}

/**
 * Asks each feed that is due for what it has, and adds the pages that were not fetched before. New addresses are watched
 * from now on; an OPML list or an index of sitemaps stands for what it lists. A feed counts as polled only when its pages
 * are stored, so that nothing is missed after a crash.
 *
 * @throws OnrecordError "usage", "not-found", and what the store throws.
 */
export async function pollFeeds(
  addresses: readonly string[],
  options: PollOptions,
  effects: AddEffects,
): Promise<PollSummary> {
  const watched = new Map((await effects.store.listFeeds()).map((feed) => [feed.url, feed]));
  const failed: PolledFeed[] = [];
  for (const address of addresses) {
    try {
      for (const url of await feedsAt(address, watched, effects)) if (!watched.has(url)) watched.set(url, newFeed(url));
    } catch (error) {
      if (!isHttpUrl(address) || (error instanceof OnrecordError && error.code === "usage")) throw error;
      failed.push({ url: address, title: null, status: "failed", newPages: 0, error: describeError(error).message });
    }
  }
  const tally = new Tally();
  const feeds: PolledFeed[] = [...failed];
  for await (const { feed, pages, state } of mapInOrder(watched.values(), AT_ONCE, (one) =>
    poll(one, options, effects),
  )) {
    if (isStopped(options)) break;
    await addPages(pages, options, effects, tally);
    if (isStopped(options)) break;
    if (state !== null) await effects.store.putFeed(state);
    feeds.push(feed);
  }
  const next = (await effects.store.listFeeds()).map((feed) => feed.nextPollAt).sort();
  return { ...tally.summary(), feeds, nextPollAt: next[0] ?? null };
}

function isStopped({ signal }: PollOptions): boolean {
  return signal?.aborted === true;
}

/** The address itself where it is a feed or cannot be read yet; what it lists where it is a list. */
async function feedsAt(
  address: string,
  watched: ReadonlyMap<string, FeedState>,
  effects: AddEffects,
): Promise<readonly string[]> {
  if (watched.has(address)) return [];
  if (!isHttpUrl(address)) {
    const bytes = await readFile(address).catch((cause: unknown) => {
      throw new OnrecordError("not-found", `${address} is neither the address of a feed nor a file that can be read.`, {
        cause,
      });
    });
    const listing = asListing(bytes, "", null, address);
    if (!listing.isOfFeeds) {
      throw new OnrecordError("usage", `${address} is a feed on this machine, which does not change by itself.`, {
        next: `Read it once: onrecord add ${address}`,
      });
    }
    return listing.pages.map(({ url }) => url);
  }
  const page = await effects.fetchPage(address);
  if (page.kind === "not-modified") return [address];
  const listing = asListing(page.bytes, page.mediaType, page.url, address);
  return listing.isOfFeeds ? listing.pages.map(({ url }) => url) : [page.url];
}

async function poll(known: FeedState, options: PollOptions, effects: AddEffects): Promise<Poll> {
  const now = effects.now();
  const { url } = known;
  const named = { url, title: known.title, newPages: 0, error: known.lastError };
  if (now.toISOString() < known.nextPollAt) return { feed: { ...named, status: "waiting" }, pages: [], state: null };
  const after = (ms: number) => new Date(now.getTime() + ms).toISOString();
  try {
    const page = await effects.fetchPage(url, { etag: known.etag, lastModified: known.lastModified });
    const polled = { polledAt: now.toISOString(), nextPollAt: after(options.everyMs), failures: 0, lastError: null };
    if (page.kind === "not-modified") {
      return { feed: { ...named, status: "unchanged", error: null }, pages: [], state: { ...known, ...polled } };
    }
    const listing = asListing(page.bytes, page.mediaType, url, url);
    const pages = await newPages(listing, options, effects.store);
    const { etag, lastModified } = page;
    const title = listing.title ?? known.title;
    return {
      feed: { url, title, status: "polled", newPages: pages.length, error: null },
      pages,
      state: { url, etag, lastModified, title, ...polled },
    };
  } catch (error) {
    const { message } = describeError(error);
    const failures = known.failures + 1;
    const wait = Math.min(options.everyMs * 2 ** Math.min(failures, MAX_DOUBLINGS), Math.max(DAY_MS, options.everyMs));
    const state = { ...known, polledAt: now.toISOString(), nextPollAt: after(wait), failures, lastError: message };
    return { feed: { ...named, status: "failed", error: message }, pages: [], state };
  }
}

/** Those that were never fetched, or that the feed says have changed since. */
async function newPages(listing: Listing, options: PollOptions, store: Store): Promise<readonly LinkedPage[]> {
  const given = checkGiven(options);
  const found: LinkedPage[] = [];
  for (const page of listing.pages) {
    const fetched = await store.getFetch(page.url, given);
    const isOld = fetched !== null && (page.updatedAt === null || !isAfter(page.updatedAt, fetched.fetchedAt));
    if (!isOld) found.push(page);
  }
  return found;
}

function isAfter(time: string, other: string): boolean {
  return Date.parse(time) > Date.parse(other);
}

function asListing(bytes: Uint8Array, mediaType: string, url: string | null, name: string): Listing {
  if (isListing(bytes.subarray(0, 65_536))) return readListing(bytes, mediaType, url);
  const feed = feedNamedBy(bytes, url);
  throw new OnrecordError("not-a-feed", `${name} is not a feed${feed === null ? "" : `; its feed is ${feed}`}.`, {
    next: feed === null ? "Look on the page for an address of RSS or Atom." : `Watch that: onrecord watch ${feed}`,
  });
}

/** The feed that a page names in its head. */
function feedNamedBy(bytes: Uint8Array, base: string | null): string | null {
  const head = Buffer.from(bytes.subarray(0, 200_000)).toString("latin1");
  for (const [tag] of head.matchAll(/<link\b[^>]{1,1000}>/gi)) {
    if (!/application\/(?:rss|atom|feed)\+/i.test(tag)) continue;
    const href = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1];
    if (href !== undefined) return URL.parse(href.replaceAll("&amp;", "&"), base ?? undefined)?.href ?? null;
  }
  return null;
}

function newFeed(url: string): FeedState {
  const never = "1970-01-01T00:00:00.000Z";
  return {
    url,
    etag: null,
    lastModified: null,
    title: null,
    polledAt: never,
    nextPollAt: never,
    failures: 0,
    lastError: null,
  };
}

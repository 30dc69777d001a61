import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fetchPage } from "../fetching/fetch-page.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { Store } from "../store/store.ts";
import { type AnalysisPool, createAnalysisPool } from "./analysis-pool.ts";
import { createOperations } from "./create-operations.ts";
import type { Operations, Reanalysis, Watching } from "./operations.ts";

const EVERY = { everyMs: 900_000 };

describe("pollFeeds(addresses, options)", () => {
  let pool: AnalysisPool;
  let store: Store;
  let operations: Operations & Reanalysis & Watching;
  let server: Server;
  let url = "";
  let now = new Date("2031-03-09T10:00:00Z");
  let asked: string[] = [];
  let pages: Record<string, string | ((request: IncomingMessage, response: ServerResponse) => void)> = {};
  beforeAll(async () => {
    pool = createAnalysisPool({ size: 2 });
    server = createServer((request, response) => {
      const path = request.url ?? "";
      asked.push(path);
      const page = pages[path];
      if (page === undefined) response.writeHead(404).end();
      else if (typeof page === "function") page(request, response);
      else response.setHeader("content-type", path.endsWith(".xml") ? "application/xml" : "text/html").end(page);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await pool[Symbol.asyncDispose]();
    server.close();
  });
  beforeEach(async () => {
    store = await openSqliteStore({ location: ":memory:", create: true });
    now = new Date("2031-03-09T10:00:00Z");
    asked = [];
    pages = { "/1": article("Skerry"), "/2": article("Olden"), "/3": article("Farrow") };
    operations = createOperations({
      store,
      openPool: () => ({ size: 2, run: (tasks) => pool.run(tasks), [Symbol.asyncDispose]: async () => {} }),
      fetchPage: (address, conditions) => fetchPage(address, { ...conditions, allowPrivate: true, timeoutMs: 3000 }),
      standardInput: async function* () {},
      now: () => now,
    });
  });
  afterEach(() => operations[Symbol.asyncDispose]());

  const feed = (...paths: string[]) => {
    const items = paths.map(
      (path) => `<item><link>${url}${path}</link><pubDate>Tue, 04 Mar 2031 09:30:00 GMT</pubDate></item>`,
    );
    return `<rss><channel><title>Harbour Post</title>${items.join("")}</channel></rss>`;
  };
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  it("adds what a feed names, and later only what is new in it", async () => {
    pages["/feed.xml"] = feed("/1", "/2");
    const first = await operations.pollFeeds([`${url}/feed.xml`], EVERY);
    expect(first).toMatchObject({
      added: 2,
      failed: [],
      feeds: [{ status: "polled", newPages: 2, title: "Harbour Post" }],
      nextPollAt: "2031-03-09T10:15:00.000Z",
    });
    const { items } = await operations.listReports({});
    expect(items.map(({ publishedAt }) => publishedAt)).toEqual(["2031-03-04T09:30:00Z", "2031-03-04T09:30:00Z"]);
    expect(await operations.pollFeeds([], EVERY)).toMatchObject({ added: 0, feeds: [{ status: "waiting" }] });
    pages["/feed.xml"] = feed("/3", "/1", "/2");
    later(20);
    asked = [];
    expect(await operations.pollFeeds([], EVERY)).toMatchObject({ added: 1, unchanged: 0, feeds: [{ newPages: 1 }] });
    expect(asked).toEqual(["/feed.xml", "/3"]);
  });

  it("fetches a page again when the feed says that it changed", async () => {
    const atom = (updated: string) =>
      `<feed><entry><link href="${url}/1"/><published>2031-03-04T09:30:00Z</published><updated>${updated}</updated></entry></feed>`;
    pages["/feed.xml"] = atom("2031-03-09T09:00:00Z");
    await operations.pollFeeds([`${url}/feed.xml`], EVERY);
    pages["/feed.xml"] = atom("2031-03-09T11:00:00Z");
    pages["/1"] = article("Skerry", "The board corrected the date.");
    later(90);
    expect(await operations.pollFeeds([], EVERY)).toMatchObject({ revised: 1, added: 0 });
  });

  it("counts a page that changes at every request and reads the same, and keeps few of its bytes", async () => {
    let asks = 0;
    const atom = () =>
      `<feed><entry><link href="${url}/1"/><updated>${new Date(now.getTime() + 1000).toISOString()}</updated></entry></feed>`;
    pages["/feed.xml"] = (_, response) => response.end(atom());
    pages["/1"] = (_, response) => {
      asks++;
      const restless = [
        `<p>Updated ${asks} minutes ago</p><p>${asks * 37} views</p><p>${asks} people are reading this</p>`,
        `<aside><h3>Most read</h3><a href="/x${asks}">Story ${asks} of the day</a></aside>`,
        `<div class="ad-slot">Advertisement ${asks}</div><script>var at = ${asks};</script>`,
      ];
      response
        .setHeader("content-type", "text/html")
        .end(article("Skerry").replace("</h1>", `</h1>${restless.join("")}`));
    };
    await operations.pollFeeds([`${url}/feed.xml`], EVERY);
    for (let round = 1; round <= 8; round++) {
      later(20);
      expect(await operations.pollFeeds([], EVERY)).toMatchObject({ added: 0, revised: 0, quiet: 1 });
    }
    const { items } = await operations.listReports({});
    expect(items).toHaveLength(1);
    const stored = await operations.getReport(items[0]!.id);
    expect(stored.quietChanges).toMatchObject({ count: 8, kept: 3, lastSeenAt: now.toISOString() });
    expect((await store.describe()).sources).toBe(4);
  });

  it("asks by version, and less often the longer a feed fails", async () => {
    pages["/feed.xml"] = (request, response) => {
      if (request.headers["if-none-match"] === '"f1"') response.writeHead(304).end();
      else response.setHeader("etag", '"f1"').end(feed("/1"));
    };
    await operations.pollFeeds([`${url}/feed.xml`], EVERY);
    later(20);
    expect(await operations.pollFeeds([], EVERY)).toMatchObject({ feeds: [{ status: "unchanged" }] });
    pages["/feed.xml"] = "<!doctype html><p>Moved.";
    for (const minutes of [30, 60, 120]) {
      later(minutes);
      const { feeds, nextPollAt } = await operations.pollFeeds([], EVERY);
      expect(feeds).toMatchObject([{ status: "failed", error: expect.stringContaining("is not a feed") }]);
      expect(Date.parse(nextPollAt ?? "") - now.getTime()).toBe(minutes * 60_000);
    }
    expect(await operations.listFeeds()).toMatchObject([{ failures: 3 }]);
    later(121);
    pages["/feed.xml"] = feed("/2");
    expect(await operations.pollFeeds([], EVERY)).toMatchObject({ added: 1, feeds: [{ status: "polled" }] });
    expect(await operations.listFeeds()).toMatchObject([{ failures: 0, lastError: null }]);
  });

  it("watches what OPML and an index of sitemaps list, and names the feed of a page", async () => {
    const folder = mkdtempSync(join(tmpdir(), "onrecord-opml-"));
    const opml = join(folder, "feeds.opml");
    writeFileSync(
      opml,
      `<opml><body><outline xmlUrl="${url}/a.xml"/><outline xmlUrl="${url}/gone.xml"/></body></opml>`,
    );
    pages["/a.xml"] = feed("/1");
    pages["/index.xml"] = `<sitemapindex><sitemap><loc>${url}/news.xml</loc></sitemap></sitemapindex>`;
    pages["/news.xml"] = `<urlset><url><loc>${url}/2</loc></url></urlset>`;
    pages["/home"] = `<html><head><link rel="alternate" type="application/rss+xml" href="/a.xml"></head></html>`;
    const summary = await operations.pollFeeds([opml, `${url}/index.xml`, `${url}/home`], EVERY);
    rmSync(folder, { recursive: true });
    expect(summary.added).toBe(2);
    expect(summary.feeds.map(({ url: one, status }) => [one.slice(url.length), status])).toEqual([
      ["/home", "failed"],
      ["/a.xml", "polled"],
      ["/gone.xml", "failed"],
      ["/news.xml", "polled"],
    ]);
    expect(summary.feeds[0]?.error).toContain(`${url}/a.xml`);
    expect(await operations.forgetFeed(`${url}/gone.xml`)).toBe(true);
    expect((await operations.listFeeds()).map((one) => one.url.slice(url.length))).toEqual(["/a.xml", "/news.xml"]);
  });

  it("stops after the reports at hand, and misses nothing the next time", async () => {
    pages["/feed.xml"] = feed("/1", "/2", "/3");
    let send = () => {};
    pages["/3"] = (_, response) => {
      send = () => response.setHeader("content-type", "text/html").end(article("Farrow"));
    };
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    const first = await operations.pollFeeds([`${url}/feed.xml`], { ...EVERY, onProgress, signal: stop.signal });
    send();
    pages["/3"] = article("Farrow");
    // Those that were analysed within the same half second are stored together.
    expect([1, 2]).toContain(first.added);
    expect(await operations.pollFeeds([`${url}/feed.xml`], EVERY)).toMatchObject({ added: 3 - first.added });
  });

  it("is read once by add, with what the feed names and lists", async () => {
    pages["/feed.xml"] = feed("/1", "/gone", "/2").replace(
      "</channel>",
      "<item><title>No address</title></item></channel>",
    );
    pages["/feeds.xml"] = `<opml><body><outline xmlUrl="${url}/feed.xml"/></body></opml>`;
    const summary = await operations.add([`${url}/feeds.xml`, `${url}/1`], {});
    expect(summary.added).toBe(2);
    expect(summary.passedOver.map(({ reason }) => reason).sort()).toEqual([
      "a page named before",
      "an item that names no page",
    ]);
    expect(summary.failed).toMatchObject([{ input: `${url}/gone`, code: "unreachable" }]);
    expect(await operations.listFeeds()).toEqual([]);
  });
});

function article(town: string, more = ""): string {
  const paragraphs = [
    `The ${town} ferry will stop on Monday, the harbour board of ${town} said after a strike vote.`,
    `“We cannot sail without crews,” said Ada Ferro, the board's chair. “The ${town} boats stay in harbour.”`,
    `The Seafarers' Union of ${town} asked the board to reopen talks. The board refused. ${more}`,
  ];
  return `<!doctype html><html><head><title>${town} ferry stops</title></head><body><article><h1>${town} ferry stops</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`;
}

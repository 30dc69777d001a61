import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePdf, makeZip } from "../../test/make-files.ts";
import { fetchPage } from "../fetching/fetch-page.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { Store } from "../store/store.ts";
import { type AnalysisPool, createAnalysisPool } from "./analysis-pool.ts";
import { createOperations } from "./create-operations.ts";
import type { Operations } from "./operations.ts";

const HEADLINE = "<h1>Skerry ferry stops</h1>";

/** A page of its own words, so that no two are one report. */
function page(town: string, { head = "", before = "" } = {}): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body>${before}<article>${HEADLINE}
<p>The ${town} ferry will stop on Monday, the harbour board of ${town} said after a strike vote in the old town hall.</p>
<p>“We cannot sail without crews,” said Ada Ferro, the board’s chair. “The ${town} boats stay in harbour for now.”</p>
<p>The Seafarers’ Union of ${town} asked the board to reopen talks. The board refused, and no date was set for more.</p>
</article></body></html>`;
}

const html =
  (body: string | Uint8Array, type = "text/html; charset=utf-8"): RequestListener =>
  (_, response) =>
    response.setHeader("content-type", type).end(body);
const lie = JSON.stringify({
  "@type": "NewsArticle",
  headline: "Win holidays aboard",
  articleBody: "Nothing. ".repeat(90),
});
const BOMB = gzipSync(Buffer.alloc(30_000_000));
const entities = `<!DOCTYPE rss [<!ENTITY a "${"x".repeat(99)}">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "&a;&a;&a;">`).join("")}]><rss><channel><item><title>&a9;</title></item></channel></rss>`;

/** What the site answers under each path, and what becomes of it: a diagnostic of the report, or the code of a failure. */
const SITE: Record<string, { readonly answer: RequestListener; readonly becomes: string }> = {
  good: { answer: html(page("Skerry")), becomes: "added" },
  deep: { answer: html(page("Olden", { before: "<div>".repeat(10_000) })), becomes: "deep-nesting" },
  lying: {
    answer: html(page("Farrow", { head: `<script type="application/ld+json">${lie}</script>` })),
    becomes: "conflicting-headlines",
  },
  future: {
    answer: html(page("Marrow", { head: '<meta property="article:published_time" content="2032-05-01">' })),
    becomes: "future-date",
  },
  ancient: {
    answer: html(page("Upper Dale", { head: '<meta property="article:published_time" content="1970-01-01">' })),
    becomes: "impossible-date",
  },
  mixed: {
    answer: html(Buffer.from(page("Brackwater").replace(/[“”’]/g, "\u0092"), "latin1")),
    becomes: "wrong-encoding",
  },
  "feed-that-is-a-page.xml": { answer: html(page("Lathe"), "application/rss+xml"), becomes: "added" },
  "entities.xml": { answer: html(entities, "application/rss+xml"), becomes: "passed over" },
  "scan.pdf": { answer: html(makePdf([[]]), "application/pdf"), becomes: "no-text" },
  "bomb.html": {
    answer: (_, response) =>
      response.setHeader("content-type", "text/html").setHeader("content-encoding", "gzip").end(BOMB),
    becomes: "too-large",
  },
  "bomb.zip": { answer: html(makeZip({ "a.txt": "x".repeat(30_000_000) }), "application/zip"), becomes: "too-large" },
  frames: { answer: html('<html><frameset><frame src="/good"></frameset></html>'), becomes: "no-article" },
  huge: {
    answer: (_, response) => response.setHeader("content-length", 200_000_000).write("<p>"),
    becomes: "too-large",
  },
  slow: {
    answer: (_, response) => {
      const timer = setInterval(() => response.write("<p>"), 50);
      response.on("close", () => clearInterval(timer));
    },
    becomes: "unreachable",
  },
  loop: { answer: ({ url }, response) => response.writeHead(302, { location: url }).end(), becomes: "unreachable" },
  "to-file": {
    answer: (_, response) => response.writeHead(302, { location: "file:///etc/hostname" }).end(),
    becomes: "usage",
  },
  "to-data": { answer: (_, response) => response.writeHead(302, { location: "data:,x" }).end(), becomes: "usage" },
  "good-too": { answer: html(page("Dunmere")), becomes: "added" },
};

describe("add, from a site that misbehaves", () => {
  let pool: AnalysisPool;
  let store: Store;
  let operations: Operations;
  let server: Server;
  let site = "";
  beforeAll(async () => {
    pool = createAnalysisPool({ size: 1 });
    store = await openSqliteStore({ location: ":memory:", create: true });
    operations = createOperations({
      store,
      openPool: () => pool,
      fetchPage: (url, conditions) => fetchPage(url, { ...conditions, allowPrivate: true, timeoutMs: 6000 }),
      standardInput: async function* () {},
      now: () => new Date("2031-03-09T10:00:00Z"),
    });
    server = createServer((request, response) => SITE[request.url?.slice(1) ?? ""]?.answer(request, response));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await operations[Symbol.asyncDispose]();
  });

  it("says of each page what is wrong with it, and goes on", { timeout: 120_000 }, async () => {
    const paths = Object.keys(SITE);
    const summary = await operations.add(
      paths.map((path) => `${site}/${path}`),
      {},
    );
    const { items } = await operations.listReports({ limit: 100 });
    const became = new Map<string, string[]>();
    for (const { input, code } of summary.failed) {
      const path = input.slice(site.length + 1).replace(/!.*$/, "");
      became.set(path, [...(became.get(path) ?? []), code]);
    }
    for (const { id } of items) {
      const { record, source } = await operations.getReport(id);
      const codes = record.diagnostics.map(({ code }) => code);
      expect(source.retrievedAt).toBe("2031-03-09T10:00:00.000Z");
      became.set(source.url?.slice(site.length + 1) ?? "", ["added", ...codes]);
    }
    const otherwise = paths.filter(
      (path) => !(became.get(path) ?? ["passed over"]).includes(SITE[path]?.becomes ?? ""),
    );
    expect(otherwise.map((path) => [path, became.get(path)])).toEqual([]);
    expect(summary.added).toBe(paths.filter((path) => became.get(path)?.[0] === "added").length);
  });
});

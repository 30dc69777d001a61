import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createRawServer, type Server as RawServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createFetcher, type Fetcher, type FetcherOptions } from "./polite-fetcher.ts";

const open: (Server | RawServer)[] = [];
const fetchers: Fetcher[] = [];
afterEach(async () => {
  for (const fetcher of fetchers.splice(0)) await fetcher[Symbol.asyncDispose]();
  for (const server of open.splice(0)) {
    if ("closeAllConnections" in server) server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server | RawServer): Promise<string> {
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Pages = { readonly [path: string]: string | ((request: IncomingMessage, response: ServerResponse) => void) };

/** A site of these pages, which notes every request. */
async function site(pages: Pages): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    asked.push(request.url ?? "");
    const page = pages[request.url ?? ""];
    if (typeof page === "function") return page(request, response);
    if (page === undefined) return response.writeHead(404).end();
    response.setHeader("content-type", "text/html").end(page);
  };
  return { url: await listen(createServer(answer)), asked };
}

function makeFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({
    allowPrivate: true,
    userAgent: "onrecord/9",
    timeoutMs: 1500,
    minDelayMs: 0,
    ...options,
  });
  fetchers.push(fetcher);
  return fetcher;
}

describe("createFetcher(options).fetch(address)", () => {
  it("asks for robots.txt once and keeps to it", async () => {
    const robots = "User-agent: *\nDisallow: /private\nUser-agent: onrecord\nDisallow: /drafts\n";
    const { url, asked } = await site({ "/robots.txt": robots, "/a": "A", "/private/b": "B" });
    const fetcher = makeFetcher();
    expect(await fetcher.fetch(`${url}/a`)).toMatchObject({ kind: "page" });
    expect(await fetcher.fetch(`${url}/private/b`)).toMatchObject({ kind: "page" });
    await expect(fetcher.fetch(`${url}/drafts/c`)).rejects.toMatchObject({ code: "robots-refused" });
    expect(asked).toEqual(["/robots.txt", "/a", "/private/b"]);
  });

  it("keeps to the robots.txt of the host that a redirect leads to", async () => {
    const closed = await site({ "/robots.txt": "User-agent: *\nDisallow: /", "/b": "B" });
    const { url } = await site({
      "/a": (_, response) => response.writeHead(302, { location: `${closed.url}/b` }).end(),
    });
    await expect(makeFetcher().fetch(`${url}/a`)).rejects.toMatchObject({ code: "robots-refused" });
    expect(closed.asked).toEqual(["/robots.txt"]);
  });

  it.each([
    [404, "page"],
    [403, "page"],
    [503, "robots-refused"],
  ])("takes a robots.txt that answers %i as %s", async (status, expected) => {
    const { url } = await site({ "/robots.txt": (_, response) => response.writeHead(status).end(), "/a": "A" });
    const outcome = await makeFetcher()
      .fetch(`${url}/a`)
      .then(
        ({ kind }) => kind,
        (error: { code: string }) => error.code,
      );
    expect(outcome).toBe(expected);
  });

  it("reads a robots.txt without an end as if there were none", async () => {
    const flood: RequestListener = (_, response) => {
      response.setHeader("content-type", "text/plain");
      response.end(Buffer.alloc(3_000_000, "# nothing\n"));
    };
    const { url } = await site({ "/robots.txt": flood, "/a": "A" });
    expect(await makeFetcher().fetch(`${url}/a`)).toMatchObject({ kind: "page" });
  });

  it("sends one request at a time to a host, with a pause, and does not hold up other hosts", async () => {
    let running = 0;
    let most = 0;
    const times: number[] = [];
    const slow = async (_: IncomingMessage, response: ServerResponse) => {
      times.push(performance.now());
      most = Math.max(most, ++running);
      await wait(30);
      running--;
      response.end("Ferry");
    };
    const { url } = await site({ "/a": slow, "/b": slow, "/c": slow });
    const other = await site({ "/a": "A" });
    const fetcher = makeFetcher({ minDelayMs: 120 });
    const started = performance.now();
    const all = Promise.all(["/a", "/b", "/c"].map((path) => fetcher.fetch(url + path)));
    await fetcher.fetch(`${other.url}/a`);
    const otherTook = performance.now() - started;
    await all;
    expect(most).toBe(1);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(140);
    expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(140);
    expect(otherTook).toBeLessThan(performance.now() - started);
  });

  it("waits as long as the site asks for", async () => {
    const robots = "User-agent: *\nCrawl-delay: 0.3\n";
    const { url } = await site({
      "/robots.txt": robots,
      "/a": "A",
      "/busy": (_, response) => response.writeHead(429, { "retry-after": "1" }).end(),
    });
    const fetcher = makeFetcher();
    await fetcher.fetch(`${url}/a`);
    let started = performance.now();
    await expect(fetcher.fetch(`${url}/busy`)).rejects.toMatchObject({ code: "unreachable" });
    expect(performance.now() - started).toBeGreaterThanOrEqual(290);
    started = performance.now();
    await fetcher.fetch(`${url}/a`);
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
  });

  it("names the version that it has, and takes no for an answer", async () => {
    const { url } = await site({
      "/a": (request, response) => {
        response.setHeader("etag", '"v1"').setHeader("last-modified", "Tue, 04 Mar 2031 09:30:00 GMT");
        if (request.headers["if-none-match"] === '"v1"') return response.writeHead(304).end();
        response.setHeader("content-type", "text/html").end("A");
      },
    });
    const fetcher = makeFetcher();
    const page = await fetcher.fetch(`${url}/a`);
    expect(page).toMatchObject({ etag: '"v1"', lastModified: "Tue, 04 Mar 2031 09:30:00 GMT" });
    expect(await fetcher.fetch(`${url}/a`, { etag: '"v1"' })).toEqual({ kind: "not-modified", url: `${url}/a` });
    expect(await fetcher.fetch(`${url}/a`, { etag: '"v0"' })).toMatchObject({ kind: "page" });
  });
});

describe("createFetcher(options).fetch(address), of a site that misbehaves", () => {
  const packed = gzipSync(Buffer.alloc(20_000_000));
  const bomb: RequestListener = (_, response) => {
    response.setHeader("content-type", "text/html").setHeader("content-encoding", "gzip");
    response.end(packed);
  };
  const layers: RequestListener = (_, response) => {
    response.setHeader("content-encoding", Array(50).fill("gzip").join(", ")).end("x");
  };
  const endless: RequestListener = (_, response) => {
    const chunk = Buffer.alloc(100_000, "<p>");
    const more = () => {
      while (!response.destroyed && response.write(chunk));
      response.once("drain", more);
    };
    more();
  };
  const drip: RequestListener = (_, response) => {
    response.write("<p>");
    const timer = setInterval(() => response.write("a"), 50);
    response.on("close", () => clearInterval(timer));
  };
  it.each([
    ["a gzip bomb", bomb, "too-large"],
    ["a page packed fifty times over", layers, "unreachable"],
    ["a page of 200 MB", (_, response) => response.setHeader("content-length", 200_000_000).write("<p>"), "too-large"],
    ["a page without an end", endless, "too-large"],
    ["a page that comes letter by letter", drip, "unreachable"],
    [
      "a redirect to itself",
      (request, response) => response.writeHead(302, { location: request.url }).end(),
      "unreachable",
    ],
    [
      "redirects without an end",
      (request, response) => response.writeHead(302, { location: `${request.url}x` }).end(),
      "unreachable",
    ],
    [
      "a redirect to a file",
      (_, response) => response.writeHead(301, { location: "file:///etc/passwd" }).end(),
      "usage",
    ],
    [
      "a redirect to a data address",
      (_, response) => response.writeHead(301, { location: "data:text/html,x" }).end(),
      "usage",
    ],
    ["a redirect to nonsense", (_, response) => response.writeHead(301, { location: "http://[" }).end(), "usage"],
    ["a picture", (_, response) => response.setHeader("content-type", "image/png").end("x"), "binary"],
    [
      "half a page",
      (_, response) => response.writeHead(200, { "content-length": "100" }).write("<p>", () => response.destroy()),
      "unreachable",
    ],
    ["an error that takes for ever", (_, response) => response.writeHead(500).write("wait"), "unreachable"],
  ] as [string, RequestListener, string][])("answers %s with an error, in time", async (_, listener, code) => {
    const pages = new Proxy({}, { get: (_target, path) => (path === "/robots.txt" ? "" : listener) });
    const { url } = await site(pages);
    // Size stops what comes fast, time what comes slowly.
    const fetcher = makeFetcher({ maxBytes: 5_000_000, timeoutMs: code === "too-large" ? 20_000 : 1500 });
    const started = performance.now();
    await expect(fetcher.fetch(`${url}/a`)).rejects.toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it.each([
    ["never sends its headers whole", "HTTP/1.1 200 OK\r\nX-Slow: "],
    ["speaks no HTTP", "220 mail ready\r\n"],
    [
      "sends headers without an end",
      `HTTP/1.1 200 OK\r\n${"X-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(5000)}`,
    ],
  ])("gives up on a server that %s", async (_, words) => {
    const url = await listen(
      createRawServer((socket) => {
        socket.on("error", () => {});
        socket.write(words);
      }),
    );
    await expect(makeFetcher({ timeoutMs: 700 }).fetch(`${url}/a`)).rejects.toMatchObject({ code: "unreachable" });
  });

  it("is not led to private addresses by a redirect or a robots.txt", async () => {
    const inner = await site({ "/secret": "Secret" });
    // The first hop must be public; a name that cannot be looked up stands for it here.
    const { checkLiteralHost } = await import("./guarded-lookup.ts");
    expect(() => checkLiteralHost(new URL(inner.url))).toThrow(expect.objectContaining({ code: "address-refused" }));
    const fetcher = makeFetcher({ allowPrivate: false });
    for (const host of ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1", "127.1"]) {
      const address = `http://${host}:${new URL(inner.url).port}/secret`;
      await expect(fetcher.fetch(address)).rejects.toMatchObject({ code: "address-refused" });
    }
    expect(inner.asked).toEqual([]);
  });
});

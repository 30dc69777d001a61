import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { MockAgent } from "undici";
import { afterEach, describe, expect, it } from "vitest";
import { fetchPage } from "./fetch-page.ts";
import { checkLiteralHost, isPublicAddress, lookupPublic } from "./guarded-lookup.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function wordsOf(page: Awaited<ReturnType<typeof fetchPage>>): string {
  return page.kind === "page" ? Buffer.from(page.bytes).toString() : page.kind;
}

const allowed = { allowPrivate: true, timeoutMs: 2000 };

describe("fetchPage(address, options)", () => {
  it("gives the bytes, their type and the address without its fragment", async () => {
    const url = await serve((request, response) => {
      expect(request.headers["user-agent"]).toBe("onrecord/9");
      response.setHeader("content-type", "text/html; charset=utf-8").end("<p>Ferry</p>");
    });
    const page = await fetchPage(`${url}/a?b=1#c`, { ...allowed, userAgent: "onrecord/9" });
    expect(page).toMatchObject({ mediaType: "text/html; charset=utf-8", url: `${url}/a?b=1` });
    expect(wordsOf(page)).toBe("<p>Ferry</p>");
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)("unpacks %s", async (encoding, pack) => {
    const url = await serve((_, response) => response.setHeader("content-encoding", encoding).end(pack("Ferry")));
    expect(wordsOf(await fetchPage(url, allowed))).toBe("Ferry");
  });

  it("counts what is unpacked against the limit", async () => {
    const url = await serve((_, response) =>
      response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(5_000_000))),
    );
    await expect(fetchPage(url, { ...allowed, maxBytes: 1_000_000 })).rejects.toMatchObject({ code: "too-large" });
  });

  it("follows redirects, but not for ever", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/end") return response.end("Ferry");
      response.writeHead(302, { location: request.url === "/loop" ? "/loop" : "/end" }).end();
    });
    const page = await fetchPage(`${url}/start`, allowed);
    expect(wordsOf(page)).toBe("Ferry");
    expect(page.url).toBe(`${url}/start`);
    await expect(fetchPage(`${url}/loop`, allowed)).rejects.toMatchObject({ code: "unreachable" });
  });

  it.each([
    ["a missing page", (_, response) => response.writeHead(404).end("no"), "unreachable"],
    ["a picture", (_, response) => response.setHeader("content-type", "image/png").end("x"), "binary"],
    [
      "a redirect to a file",
      (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
      "usage",
    ],
    [
      "bytes that do not unpack",
      (_, response) => response.setHeader("content-encoding", "gzip").end("x"),
      "unreachable",
    ],
    ["a connection that breaks", (_, response) => response.destroy(), "unreachable"],
    ["a site that never answers", () => {}, "unreachable"],
  ] as [string, RequestListener, string][])("answers %s with an error", async (_, listener, code) => {
    const url = await serve(listener);
    await expect(fetchPage(url, { ...allowed, timeoutMs: 500 })).rejects.toMatchObject({ code });
  });

  it("does not go to addresses of this machine or network unless it may", async () => {
    const url = await serve((_, response) => response.end("secret"));
    const { port } = new URL(url);
    const guarded = { allowPrivate: false, timeoutMs: 2000 };
    for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f.1"]) {
      await expect(fetchPage(`http://${host}:${port}/`, guarded)).rejects.toMatchObject({ code: "address-refused" });
    }
  });

  it("is not led into the private network by a redirect", async () => {
    const site = new MockAgent();
    site.disableNetConnect();
    for (const location of [
      "http://10.0.0.7/admin",
      "http://[::ffff:127.0.0.1]/",
      "http://0x7f.1/",
      "//169.254.169.254/",
    ]) {
      const reply = { headers: { location } };
      site.get("https://post.example").intercept({ path: "/a" }).reply(302, "", reply);
      const options = { allowPrivate: false, timeoutMs: 2000, dispatcher: site };
      await expect(fetchPage("https://post.example/a", options)).rejects.toMatchObject({ code: "address-refused" });
    }
    await site.close();
  });

  it.each(["ftp://post.example/a", "file:///etc/passwd", "nonsense", "javascript:alert(1)"])(
    "refuses the address %s",
    async (address) => {
      await expect(fetchPage(address, allowed)).rejects.toMatchObject({ code: "usage" });
    },
  );
});

describe("isPublicAddress(address)", () => {
  it.each([
    ["93.184.216.34", true],
    ["2606:2800:220:1:248:1893:25c8:1946", true],
    ["10.0.0.1", false],
    ["172.16.5.4", false],
    ["192.168.1.1", false],
    ["127.0.0.1", false],
    ["169.254.169.254", false],
    ["100.64.0.1", false],
    ["224.0.0.1", false],
    ["0.0.0.0", false],
    ["255.255.255.255", false],
    ["::1", false],
    ["::", false],
    ["fe80::1", false],
    ["fc00::1", false],
    ["::ffff:10.0.0.1", false],
    ["64:ff9b::a00:1", false],
    ["nonsense", false],
  ] as const)("says of %s: %s", (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

describe("lookupPublic", () => {
  it("refuses a name that leads to this machine, whichever form is asked for", async () => {
    for (const all of [true, false]) {
      const error = await new Promise((done) => lookupPublic("localhost", { all }, (failure) => done(failure)));
      expect(error).toMatchObject({ code: "address-refused" });
    }
  });
});

describe("checkLiteralHost(url)", () => {
  it("lets names through, which are looked up later", () => {
    expect(() => checkLiteralHost(new URL("https://post.example/"))).not.toThrow();
    expect(() => checkLiteralHost(new URL("https://192.168.0.1/"))).toThrow();
  });
});

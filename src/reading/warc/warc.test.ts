import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { base32, digestFits } from "./digests.ts";
import { isWarc, readWarc } from "./read-warc.ts";

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function told(bytes: Uint8Array, isPacked: boolean, size = 1000): Promise<string[]> {
  const found: string[] = [];
  for await (const record of readWarc(chunked(bytes, size), isPacked)) {
    if (record.kind === "damaged") found.push(`damaged: ${record.reason}`);
    else
      found.push(
        [
          record.url,
          record.payload.length < 60 ? Buffer.from(record.payload) : record.payload.length,
          ...record.faults,
        ].join(" | "),
      );
  }
  return found;
}

function response(url: string, http: string, extra = ""): string {
  const length = Buffer.byteLength(http);
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2031-03-04T09:30:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n${extra}\r\n${http}\r\n\r\n`;
}

const page = (words: string, headers = "") => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n${words}`;
const three = ["one", "two", "three"].map((name) => response(`https://post.example/${name}`, page(`The ${name}.`)));
const ALL = [
  "https://post.example/one | The one.",
  "https://post.example/two | The two.",
  "https://post.example/three | The three.",
];

describe("readWarc(chunks, isPacked)", () => {
  it("reads plain records, members, and one member for all, in pieces of any size", async () => {
    const plain = Buffer.from(three.join(""));
    const members = Buffer.concat(three.map((record) => gzipSync(record)));
    for (const size of [1, 7, 100_000]) {
      expect(await told(plain, false, size)).toEqual(ALL);
      expect(await told(members, true, size)).toEqual(ALL);
      expect(await told(gzipSync(plain), true, size)).toEqual(ALL);
    }
    expect(isWarc(plain)).toBe(true);
    expect(isWarc(Buffer.from("The WARC/1.0"))).toBe(false);
  });

  it("joins chunks and unpacks bodies", async () => {
    const chunks = page("4\r\nThe \r\n6;x=1\r\nferry.\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n");
    expect(await told(Buffer.from(response("https://a.example/", chunks)), false)).toEqual([
      "https://a.example/ | The ferry.",
    ]);
    const unchunked = page("The ferry.", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n");
    expect(await told(Buffer.from(response("https://a.example/", unchunked)), false)).toEqual([
      "https://a.example/ | The ferry. | its body is not in chunks as its header says | its body is not packed as its header says (gzip)",
    ]);
  });

  it("loses the damaged member alone", async () => {
    const members = three.map((record) => gzipSync(record));
    members[1]!.fill(0x55, 40, 80);
    const found = await told(Buffer.concat(members), true);
    expect(found.at(0)).toBe(ALL[0]);
    expect(found.at(-1)).toBe(ALL[2]);
    expect(found.join("\n")).toContain("damaged packing");
  });

  it("tells where a file is cut short", async () => {
    const members = Buffer.concat(three.map((record) => gzipSync(record)));
    const cut = await told(members.subarray(0, members.length - 30), true);
    expect(cut.slice(0, 2)).toEqual(ALL.slice(0, 2));
    expect(cut.at(-1)).toContain("damaged packing");
    const plain = Buffer.from(three.join(""));
    expect(await told(plain.subarray(0, plain.length - 8), false)).toEqual([
      ...ALL.slice(0, 2),
      expect.stringMatching(/three \| The th \| it is cut short: \d+ of \d+ bytes/),
    ]);
  });

  it("finds the next record after a wrong length", async () => {
    const tooLong = three[0]!.replace(
      /Content-Length: (\d+)/,
      (_, length) => `Content-Length: ${Number(length) + 100}`,
    );
    const tooShort = three[0]!.replace(/Content-Length: (\d+)/, (_, length) => `Content-Length: ${Number(length) - 4}`);
    const missing = three[0]!.replace(/Content-Length: \d+\r\n/, "");
    expect((await told(Buffer.from(tooLong + three[1]! + three[2]!), false)).slice(1)).toEqual(ALL.slice(1));
    expect((await told(Buffer.from(tooShort + three[1]! + three[2]!), false)).slice(-2)).toEqual(ALL.slice(1));
    const found = await told(Buffer.from(missing + three[1]! + three[2]!), false);
    expect(found[0]).toBe("damaged: it does not say how long it is");
    expect(found.slice(-2)).toEqual(ALL.slice(1));
  });

  it("passes over a record that is too large, and holds none of it", async () => {
    const body = page("x".repeat(21_000_000));
    const found = await told(
      Buffer.concat([gzipSync(response("https://a.example/", body)), gzipSync(three[0]!)]),
      true,
      65_536,
    );
    expect(found).toEqual(["damaged: it is larger than 20000000 bytes", ALL[0]]);
  });

  it("says when a digest does not fit", async () => {
    const http = page("The ferry.");
    const right = `WARC-Payload-Digest: sha1:${"A".repeat(32)}\r\n`;
    expect(await told(Buffer.from(response("https://a.example/", http, right)), false)).toEqual([
      "https://a.example/ | The ferry. | the digest of its payload does not fit",
    ]);
  });

  it("ends on anything", async () => {
    for (const text of [
      "",
      "\r\n",
      "WARC/1.0",
      "WARC/1.0\r\n\r\n",
      "x".repeat(200_000),
      `WARC/1.0\r\n${"A: b\r\n".repeat(9999)}`,
    ]) {
      await told(Buffer.from(text), false);
      await told(Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.from(text)]), true);
    }
  });
});

describe("digestFits(written, candidates)", () => {
  const bytes = Buffer.from("The ferry.");
  it("knows the ways in which digests are written", () => {
    const sha1 = "sha1:7XGQ4EXMPZCQY5QHYI3CZQ4MPLCNEBFZ";
    expect(digestFits(sha1, [bytes])).toBe(false);
    expect(digestFits("crc:1", [bytes])).toBeNull();
    expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
    expect(digestFits("md5:acbd18db4cc2f85cedef654fccc4a4d8", [Buffer.from("foo")])).toBe(true);
    const foo = [Buffer.from("foo")];
    expect(digestFits("sha1:BPXMPNPKH4H5XSK5BXKH6PC3YJ25VCRT", foo)).toBe(true);
    expect(digestFits("SHA-1:0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33", foo)).toBe(true);
    expect(digestFits("sha1:C+7Hteo/D9vJXQ3UfzxbwnXaijM=", foo)).toBe(true);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDocx, makeTar, makeZip, wordParagraph } from "../../test/make-files.ts";
import { Meter } from "../reading/archives/archive.ts";
import { openInput, type Part } from "./open-input.ts";
import { mediaTypeOf } from "./read-input.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-open-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function open(name: string, bytes: Uint8Array, meter = new Meter()): Promise<readonly Part[]> {
  const chunks = chunked(bytes, 7_000);
  const stream = { name, mediaType: mediaTypeOf(name), url: null, path: name, retrievedAt: null, chunks };
  const opened = await openInput(stream, meter);
  if (opened.kind === "document") return [opened];
  const parts: Part[] = [];
  for await (const part of opened.parts) parts.push(part);
  return parts;
}

const told = (parts: readonly Part[]) =>
  parts.map((part) =>
    part.kind === "document"
      ? `${part.name}: ${Buffer.from(part.bytes).toString("latin1").slice(0, 20)}`
      : part.kind === "url"
        ? part.url
        : part.kind === "left-out"
          ? `${part.name}: ${part.code}`
          : `${part.name}: passed over`,
  );

describe("openInput(stream)", () => {
  it("gives a plain file as it is", async () => {
    expect(told(await open("a.txt", Buffer.from("The ferry stopped.")))).toEqual(["a.txt: The ferry stopped."]);
  });

  it("opens a ZIP, a tar and a packed tar; hidden files stay out and pictures are told", async () => {
    const contents = { "b/one.txt": "One.", "two.html": "<p>Two.", "x.png": "png", "b/.hidden.txt": "no", "none/": "" };
    const expected = (name: string) => [
      `${name}!/b/one.txt: One.`,
      `${name}!/two.html: <p>Two.`,
      `${name}!/x.png: passed over`,
    ];
    expect(told(await open("a.zip", makeZip(contents)))).toEqual(expected("a.zip"));
    const { "none/": _, ...files } = contents;
    expect(told(await open("a.tar", makeTar(files)))).toEqual(expected("a.tar"));
    expect(told(await open("a.tgz", gzipSync(makeTar(files))))).toEqual(expected("a.tar"));
  });

  it("reads a ZIP on disk by its directory", async () => {
    const file = join(folder, "a.zip");
    writeFileSync(file, makeZip({ "one.txt": "One." }));
    const { createReadStream } = await import("node:fs");
    const chunks = createReadStream(file);
    const stream = { name: file, mediaType: "application/zip", url: null, path: file, retrievedAt: null, chunks, file };
    const opened = await openInput(stream);
    const parts: Part[] = [];
    if (opened.kind === "container") for await (const part of opened.parts) parts.push(part);
    expect(parts).toMatchObject([{ name: `${file}!/one.txt`, path: `${file}!/one.txt`, mediaType: "text/plain" }]);
    expect(chunks.destroyed).toBe(true);
  });

  it("opens web archives: pages with their address, the rest told by kind", async () => {
    const record = (url: string, type: string, words: string, status = 200) => {
      const http = `HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\nLast-Modified: Mon, 03 Mar 2031 08:00:00 GMT\r\n\r\n${words}`;
      return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2031-03-04T09:30:00Z\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;
    };
    const records = [
      record("https://post.example/a#x", "text/html; charset=utf-8", "<p>One."),
      record("https://post.example/b", "image/png", "png"),
      record("https://post.example/c", "text/html", "gone", 404),
    ];
    const warc = Buffer.concat(records.map((one) => gzipSync(one)));
    const expected = [
      {
        kind: "document",
        url: "https://post.example/a",
        retrievedAt: "2031-03-04T09:30:00Z",
        lastModified: "Mon, 03 Mar 2031 08:00:00 GMT",
        mediaType: "text/html; charset=utf-8",
      },
      { kind: "passed-over", reason: "image/png is no kind of report" },
      { kind: "passed-over", reason: "an answer with status 404" },
    ];
    expect(await open("a.warc.gz", warc)).toMatchObject(expected);
    expect(await open("a.warc", Buffer.from(records.join("")))).toMatchObject(expected);
    const wacz = makeZip({
      "datapackage.json": "{}",
      "archive/data.warc.gz": warc,
      "pages/pages.jsonl": "{}",
      "indexes/index.cdx.gz": gzipSync("example,post)/a 20310304093000 {}"),
    });
    const parts = await open("a.wacz", wacz);
    const kinds = parts.map(({ kind }) => kind);
    expect(kinds).toEqual(["passed-over", "document", ...Array<string>(4).fill("passed-over")]);
    const cut = await open("a.warc.gz", warc.subarray(0, warc.length - 20));
    expect(cut.at(-1)).toMatchObject({ kind: "left-out", code: "unreadable" });
    const wrong = records[0]!.replace("\r\n\r\n", `\r\nWARC-Block-Digest: sha1:${"A".repeat(32)}\r\n\r\n`);
    expect(await open("a.warc", Buffer.from(wrong))).toMatchObject([
      { kind: "warned", code: "damaged-record" },
      { kind: "document" },
    ]);
  });

  it("opens a list of wire items, each with its own bytes, a broken one too", async () => {
    const item = (town: string) => `{"headline": "${town} {]", "body_text": "The ${town} \\"ferry\\" stopped."}`;
    const list = `[ ${item("Skerry")},\n${item("Olden")}, {"headline": 1 2}, {"headline": "Farrow`;
    const words = async (text: string) =>
      (await open("items.json", Buffer.from(text))).map((part) =>
        part.kind === "document" ? `${part.name} ${Buffer.from(part.bytes).toString()}` : part.kind,
      );
    expect(await words(list)).toEqual([
      `items.json!/1 ${item("Skerry")}`,
      `items.json!/2 ${item("Olden")}`,
      'items.json!/3 {"headline": 1 2}',
      'items.json!/4 {"headline": "Farrow',
    ]);
    const wrapped = `{"items": [${item("Skerry")}], "next": {"a": 1}}`;
    expect(await words(wrapped)).toEqual([`items.json!/1 ${item("Skerry")}`]);
    expect(await words(item("Skerry"))).toEqual([`items.json ${item("Skerry")}`]);
  });

  it("goes by the content before the name", async () => {
    expect(told(await open("a.txt", makeZip({ "one.txt": "One." })))).toEqual(["a.txt!/one.txt: One."]);
    expect(told(await open("a.txt.gz", gzipSync("The ferry stopped.")))).toEqual(["a.txt.gz: The ferry stopped."]);
    const docx = makeDocx(wordParagraph("The ferry stopped."));
    expect(await open("a.docx", docx)).toMatchObject([{ kind: "document", name: "a.docx" }]);
  });

  it("opens archives in archives, but not without end", async () => {
    let nested: Buffer = makeZip({ "one.txt": "One." });
    nested = makeZip({ "inner.zip": nested });
    expect(told(await open("a.zip", nested))).toEqual(["a.zip!/inner.zip!/one.txt: One."]);
    for (let deep = 0; deep < 4; deep++) nested = makeZip({ "inner.zip": nested });
    await expect(open("a.zip", nested)).rejects.toMatchObject({ code: "archive-too-large" });
  });

  it("stops a bomb", async () => {
    const zip = makeZip({ "a.txt": "x".repeat(900_000), "b.txt": "y".repeat(900_000) });
    await expect(open("a.zip", zip, new Meter({ maxBytes: 1_000_000 }))).rejects.toMatchObject({
      code: "archive-too-large",
    });
    const gzip = gzipSync(Buffer.alloc(10_000_000));
    await expect(open("a.gz", gzip, new Meter({ maxBytes: 1_000_000 }))).rejects.toMatchObject({
      code: "archive-too-large",
    });
    const many = makeZip(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.txt`, "x"])));
    await expect(open("a.zip", many, new Meter({ maxEntries: 20 }))).rejects.toMatchObject({
      code: "archive-too-large",
    });
  });

  it("leaves a file over the limit out and goes on", async () => {
    const zip = makeZip({ "a.txt": "x".repeat(20_000_001), "b.txt": "Two." });
    expect(told(await open("a.zip", zip))).toEqual(["a.zip!/a.txt: too-large", "a.zip!/b.txt: Two."]);
    const tar = makeTar({ "a.txt": "x".repeat(20_000_001), "b.txt": "Two." });
    expect(told(await open("a.tar", tar))).toEqual(["a.tar!/a.txt: too-large", "a.tar!/b.txt: Two."]);
  });

  it("says that a damaged archive is damaged, after what could be read", async () => {
    const zip = makeZip({ "a.txt": "One.", "b.txt": "Two." });
    zip.fill(0xff, 35, 38);
    expect(told(await open("a.zip", zip))).toEqual(["a.zip!/a.txt: unreadable", "a.zip!/b.txt: Two."]);
    await expect(open("a.zip", zip.subarray(0, 60))).rejects.toMatchObject({ code: "unreadable" });
    const tar = makeTar({ "a.txt": "One." });
    await expect(open("a.tar", tar.subarray(0, 514))).rejects.toMatchObject({ code: "unreadable" });
    await expect(open("a.txt.gz", gzipSync("The ferry stopped.".repeat(99)).subarray(0, 40))).rejects.toMatchObject({
      code: "unreadable",
    });
  });
});

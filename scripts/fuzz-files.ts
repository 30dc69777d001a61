import { gzipSync } from "node:zlib";
import { readPlainText } from "../src/core/read/plain-text.ts";
import { readFeed } from "../src/reading/feeds/read-feed.ts";
import { readFormat } from "../src/reading/formats/formats.ts";
import { readWarc } from "../src/reading/warc/read-warc.ts";
import { makePdf } from "../test/make-files.ts";

/** Kinds of files that are mutated byte by byte, each with where it begins and what reads it. */
export const FILE_KINDS: { readonly [kind: string]: FileKind } = {
  feeds: { sources: feedSources, read: async (bytes) => void readFeed(bytes, { base: "https://post.example/" }) },
  warcs: { sources: warcSources, read: drainWarc },
  pdfs: { sources: pdfSources, read: drainPdf },
};

interface FileKind {
  readonly sources: () => readonly Uint8Array[];
  readonly read: (bytes: Uint8Array) => Promise<void>;
}

const TOWNS = ["Skerry", "Olden", "Farrow"];

function feedSources(): Uint8Array[] {
  const items = TOWNS.map(
    (town) =>
      `<item><title>${town} &amp; ferry</title><link>https://post.example/${town}</link><pubDate>Tue, 04 Mar 2031 09:30:00 GMT</pubDate><description><![CDATA[<p>The ${town} ferry <b>stopped</b>.]]></description></item>`,
  ).join("\n");
  const entries = TOWNS.map(
    (town) =>
      `<entry><id>urn:${town}</id><title type="xhtml"><div>${town}</div></title><link rel="alternate" href="/${town}"/><updated>2031-03-04T09:30:00Z</updated><content type="html">&lt;p&gt;${town}</content></entry>`,
  ).join("");
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: "Post",
    items: TOWNS.map((url, id) => ({ id, url })),
  };
  return [
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Post</title>${items}</channel></rss>`,
    `<!DOCTYPE feed [<!ENTITY a "b">]><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/"><title>Post</title>${entries}</feed>`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel/>${items.replaceAll("<item>", '<item rdf:about="https://post.example/">')}</rdf:RDF>`,
    JSON.stringify(json),
  ].map((text) => Buffer.from(text));
}

function warcSources(): Uint8Array[] {
  const records = TOWNS.map((town, at) => {
    const body = at === 1 ? `5\r\n${town}\r\n0\r\n\r\n` : `<p>${town}`;
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${at === 1 ? "Transfer-Encoding: chunked\r\n" : ""}\r\n${body}`;
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/${town}\r\nWARC-Date: 2031-03-04T09:30:00Z\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;
  });
  const arc = `filedesc://a.arc 127.0.0.1 20310304093000 text/plain 6\n1 0 X\n\nhttps://post.example/ 127.0.0.1 20310304093000 text/html 8\n<p>Skerry\n`;
  return [
    Buffer.from(records.join("")),
    Buffer.concat(records.map((record) => gzipSync(record))),
    gzipSync(records.join("")),
    Buffer.from(arc),
  ];
}

async function drainWarc(bytes: Uint8Array): Promise<void> {
  const chunks = (async function* () {
    for (let at = 0; at < bytes.length; at += 300) yield bytes.subarray(at, at + 300);
  })();
  for await (const _ of readWarc(chunks, bytes[0] === 0x1f));
}

function pdfSources(): Uint8Array[] {
  return [1, 4].map((pages) =>
    makePdf(
      Array.from({ length: pages }, (_, page) => [
        "^Ferry to stop",
        "",
        ...TOWNS.map((town) => `The ${town} ferry will stop on Monday, the harbour board of ${town} said.`),
        "",
        `${page + 1}`,
      ]),
    ),
  );
}

async function drainPdf(bytes: Uint8Array): Promise<void> {
  const input = await readFormat(bytes, "application/pdf");
  if (input !== null) readPlainText(input.text, input.fields);
}

/** Some bytes of one source changed, dropped, doubled, moved or cut off. */
export function mutateBytes(sources: readonly Uint8Array[], random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  let bytes = Buffer.from(sources[below(sources.length)] ?? new Uint8Array(0));
  for (let edits = 1 + below(10); edits > 0; edits--) {
    const at = below(bytes.length + 1);
    const end = Math.min(bytes.length, at + 1 + below(60));
    const part = bytes.subarray(at, end);
    switch (below(7)) {
      case 0:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
        break;
      case 1:
        bytes = Buffer.concat([
          bytes.subarray(0, end),
          ...Array.from({ length: 1 + below(20) }, () => part),
          bytes.subarray(end),
        ]);
        break;
      case 2:
        if (at < bytes.length) bytes[at] = below(256);
        break;
      case 3:
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
        break;
      case 5:
        // A number that becomes another: lengths, offsets and counts are where readers break.
        bytes = Buffer.from(
          bytes
            .toString("latin1")
            .replace(/\d+/g, (number) => (below(40) === 0 ? String(below(2) === 0 ? below(1e9) : below(10)) : number)),
          "latin1",
        );
        break;
      default:
        if (below(4) === 0) bytes = bytes.subarray(0, at);
    }
  }
  return bytes;
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Report } from "../../core/read/report.ts";
import { textOf } from "../../core/text/span.ts";
import { byteOffsets } from "../byte-offsets.ts";
import { decodeBytes } from "../decode-bytes.ts";
import { readDocument } from "../read-document.ts";
import { readPage } from "../read-html.ts";
import { elementsOf, type PageElement, type PageNode } from "./page-tree.ts";
import { parsePage } from "./parse-page.ts";
import { showPage } from "./show-page.ts";
import { locate, makeXpaths, mapLine } from "./source-map.ts";

const SENTENCE =
  "The council said on Monday that the bridge over the Lathe would be shut for a week, and nobody objected.";
const PAGE = `<!doctype html><html><head><title>Bridge shut</title></head><body><main><article><h1>Bridge shut</h1>
<p>${SENTENCE}</p><p>The fee is &pound;5 &amp; the\n   <b>fine</b> &#8220;is&nbsp;large&#8221;<!-- note -->, all the
councillors who <a href="/x">spoke</a> were told<script>alert(1)</script> on the quay.<br><br>It will rise <i>again</i> in the
spring, and “they” said so for the third time this year, when the barge came.</p>
<div>Text of no paragraph, caf\u00e9 \ud83d\ude00 and all, is read too: it has a sentence or two, and it ends here.</div>
<table><tr><th>Pier</th><td>Cracks</td></tr></table></article></main></body></html>`;

describe("mapLine and locate", () => {
  it("lead each paragraph, and any words of it, back to the page", () => {
    expect(faultsOf(new TextEncoder().encode(PAGE))).toEqual([]);
  });

  it("hold for other encodings, damaged bytes and byte order marks", () => {
    const utf16 = Buffer.from(`\ufeff${PAGE}`, "utf16le");
    const latin = Buffer.from(
      PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace(/[“”😀]/gu, "'"),
      "latin1",
    );
    const damaged = Buffer.concat([
      Buffer.from("\ufeff"),
      Buffer.from(PAGE.replace("nobody", "no\0body")),
      Buffer.from([0xe2, 0x82]),
    ]);
    const at = damaged.indexOf("Monday");
    for (const bytes of [
      utf16,
      latin,
      damaged,
      Buffer.concat([damaged.subarray(0, at), Buffer.from([0xff, 0xf0, 0x9f]), damaged.subarray(at)]),
    ])
      expect(faultsOf(bytes)).toEqual([]);
  });

  it("hold for every paragraph of the development pages beside the checkout", { timeout: 300_000 }, () => {
    const faults: string[] = [];
    for (const { name, bytes } of developmentPages())
      faults.push(...faultsOf(bytes).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });
});

describe("byteOffsets(bytes, encoding, offsets)", () => {
  it("agrees with the decoder for whatever bytes", () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);
    for (const encoding of ["utf-8", "windows-1252", "shift_jis", "gb18030", "euc-kr", "big5"]) {
      const text = new TextDecoder(encoding).decode(bytes).replaceAll("\0", "");
      const offsets = Array.from({ length: text.length }, (_, index) => index);
      const found = byteOffsets(bytes, encoding, offsets);
      for (let at = 0; at < text.length; at += 97) {
        const start = found[at] ?? 0;
        const rest = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(start)).replaceAll("\0", "");
        if (text.charCodeAt(at) >= 0xd800 && text.charCodeAt(at) < 0xe000) continue;
        expect([encoding, at, rest.slice(0, 1)]).toEqual([encoding, at, text.slice(at, at + 1)]);
      }
    }
  });
});

describe("showPage(html, report, spans)", () => {
  it("lights the words and leaves nothing that runs, loads or leads away", () => {
    const hostile = PAGE.replace(
      "<body>",
      '<body onload="x()"><style>p{}</style><iframe src="/x"></iframe><form action="/y"><input></form>',
    )
      .replace("<b>", '<b onclick="x()" style="background:url(http://a.example/)">')
      .replace("</article>", '<img src="http://a.example/p.png" alt="A &quot;picture&quot; <b>"></article>');
    const { report } = readPage(hostile);
    const start = report.text.indexOf("fine");
    const shown = showPage(hostile, report, [{ start, end: start + 16 }]);
    expect(shown.lit).toBe(1);
    expect(shown.html).toContain('<mark id="lit">fine</mark>');
    expect(shown.html.replace(/<[^>]+>/g, "")).toContain("“is\u00a0large”");
    expect(shown.html).not.toMatch(
      /<(?:script|iframe|form|input|img|a(?=[ >])|link|meta (?!charset))\b|\son\w+=|https?:|url\(|href|src/i,
    );
    expect(shown.html).toContain("[A &#34;picture&#34; &#60;b&#62;]");
  });

  it("finds the paragraphs of another reading by their words", () => {
    const { report } = readPage(PAGE);
    const other = {
      text: `Another line.\n\n${report.text}`,
      paragraphs: [
        { start: 0, end: 13 },
        ...report.paragraphs.map(({ start, end }) => ({ start: start + 15, end: end + 15 })),
      ],
    };
    const start = other.text.indexOf("Monday");
    expect(showPage(PAGE, other, [{ start, end: start + 6 }]).html).toContain('<mark id="lit">Monday</mark>');
    expect(showPage(PAGE, other, [{ start: 0, end: 7 }]).lit).toBe(0);
  });
});

/** Paragraphs whose places do not give their words back: from the tree by XPath, or from the bytes. */
function faultsOf(bytes: Uint8Array): string[] {
  let report: Report;
  try {
    report = readDocument(bytes, { format: "html" });
  } catch {
    return [];
  }
  const { text, encoding } = decodeBytes(bytes);
  const { lines, tree } = readPage(text);
  const nodes = nodesByXpath(tree.html);
  const places = new Map(report.places?.map((place) => [place.start, place]));
  const faults: string[] = [];
  report.paragraphs.forEach((paragraph, index) => {
    const words = textOf(report.text, paragraph);
    const line = lines[index];
    if (line === undefined || line.element === null) return;
    const place = places.get(paragraph.start);
    const first = place === undefined ? undefined : nodes.get(place.xpath);
    const last = place === undefined ? undefined : nodes.get(place.endXpath);
    if (place === undefined || first?.kind !== "text" || last?.kind !== "text") {
      faults.push(`no place for ${words.slice(0, 60)}`);
      return;
    }
    const pieces = mapLine(line);
    const back = pieces.map(({ node, from, length }) => node.value.slice(from, from + length)).join("");
    if (bare(back) !== bare(words)) faults.push(`pieces of ${words.slice(0, 60)}`);
    if (bare(first.value.slice(place.offset, place.offset + 1)) !== words.slice(0, 1))
      faults.push(`start of ${words.slice(0, 60)}`);
    if (bare(last.value.slice(place.endOffset - 1, place.endOffset)) !== words.slice(-1))
      faults.push(`end of ${words.slice(0, 60)}`);
    const cut = new TextDecoder(encoding, { ignoreBOM: true }).decode(
      bytes.subarray(place.bytes.start, place.bytes.end),
    );
    if (!bare(wordsIn(cut)).includes(bare(words))) faults.push(`bytes of ${words.slice(0, 60)}`);
    // Any words of it, not only all of them.
    const span = { start: Math.floor(words.length / 3), end: Math.ceil((2 * words.length) / 3) };
    if (locate(pieces, span) === null && words.slice(span.start, span.end).trim() !== "")
      faults.push(`part of ${words.slice(0, 60)}`);
  });
  return faults;
}

function wordsIn(markup: string): string {
  return allText(parsePage(`<div>${markup.replaceAll("\0", "")}</div>`).body);
}

function allText(element: PageElement): string {
  return element.children.map((child) => (child.kind === "text" ? child.value : allText(child))).join("");
}

function bare(text: string): string {
  return text.replace(/[\s\u0085\u200b\u2060\ufeff]+/g, "");
}

function nodesByXpath(html: PageElement): Map<string, PageNode> {
  const xpathOf = makeXpaths();
  const found = new Map<string, PageNode>();
  for (const element of elementsOf(html))
    for (const child of element.children) if (child.kind === "text") found.set(xpathOf(child), child);
  return found;
}

function* developmentPages(): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const folder = fileURLToPath(new URL("../../../../shared/data/reading/", import.meta.url));
  if (!existsSync(folder)) {
    process.stderr.write("The development pages are not beside this checkout; the round trip ran over our own only.\n");
    return;
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
    if (name.endsWith(".html.gz")) yield { name, bytes: gunzipSync(readFileSync(folder + name)) };
}

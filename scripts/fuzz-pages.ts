// `node scripts/fuzz-pages.ts [COUNT] [SEED]`: pages made of mutated markup through the page reader. Fails on a crash, on a
// page over 2 s of computing time, and on a paragraph whose place in the page does not hold its words. Every page can be
// made again from its number.
import { textOf } from "../src/core/text/span.ts";
import { OnrecordError } from "../src/errors.ts";
import { readDocument } from "../src/reading/read-document.ts";
import { createRandom } from "../training/random.ts";

const LIMIT_MS = 2000;
const SENTENCE =
  "The council said on Monday that the bridge over the Lathe would be shut for a week, and nobody objected to it.";
const PIECES = [
  ...["div", "p", "b", "a", "span", "li", "ul", "table", "tr", "td", "article", "section", "h1", "h2", "blockquote"],
  ...["figure", "figcaption", "aside", "nav", "time", "i", "form", "main", "pre", "header", "dl", "dt", "address"],
].flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} class="story-body author related date">`]);
const ODD = [
  ...["<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "]]>", "<template>", "<svg/>", "<title>", "<br>"],
  ...[
    "<img src='data:image/png;base64,AA'>",
    "&amp;",
    "&#0;",
    "&nbsp;",
    "&notanentity;",
    "<",
    ">",
    '"',
    "\0",
    "\ufeff",
  ],
  ...[
    "\ud800",
    "é😀",
    "\r\n",
    "  ",
    "<p",
    "</",
    "<time datetime='2031-05-03'>",
    "<meta name='author' content='Jane Roe'>",
  ],
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","articleBody":"',
  `<p>${SENTENCE}</p>`,
  SENTENCE,
  // Runs without end, on which patterns that fit in two ways take exponential time.
  `<p>3 May 2031${" &nbsp;".repeat(100)}x</p>`,
  `<meta property="article:published_time" content="3 May 2031${" ".repeat(150)}x">`,
  `<p class="byline">by ${"Ann ".repeat(60)}</p>`,
  `<p>${"A".repeat(2000)}</p>`,
  `<p>Correction: An earlier version said ${"1,1".repeat(60)} people.</p>`,
  "<!-- a -->".repeat(200),
];

const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 1);
let slowest = 0;
let faults = 0;
for (let input = 0; input < count; input++) {
  const html = makePage(createRandom(seed * 1_000_003 + input));
  const started = process.cpuUsage();
  const problem = tryOne(html);
  const { user, system } = process.cpuUsage(started);
  const took = (user + system) / 1000;
  slowest = Math.max(slowest, took);
  const found = problem ?? (took > LIMIT_MS ? `took ${Math.round(took)} ms` : null);
  if (found === null) continue;
  faults++;
  if (faults <= 20) process.stdout.write(`page ${input}: ${found}\n  ${JSON.stringify(html.slice(0, 500))}\n`);
}
process.stdout.write(`${count} pages, slowest ${Math.round(slowest)} ms, ${faults} problems\n`);
process.exitCode = faults > 0 ? 1 : 0;

function tryOne(html: string): string | null {
  const bytes = new TextEncoder().encode(html);
  try {
    const report = readDocument(bytes, { format: "html" });
    for (const place of report.places ?? []) {
      if (place.bytes.end <= place.bytes.start || place.bytes.end > bytes.length)
        return `place ${JSON.stringify(place)}`;
      const [first] = textOf(report.text, place).split(" ");
      const cut = new TextDecoder().decode(bytes.subarray(place.bytes.start, place.bytes.end));
      if (/^[a-z]{3,}$/i.test(first ?? "") && !cut.includes(first?.slice(0, 1) ?? "")) return `words ${first}`;
    }
    return null;
  } catch (error) {
    // An empty or binary page, or one without an article, is refused with a code; anything else is a fault.
    return error instanceof OnrecordError ? null : String(error instanceof Error ? error.stack : error);
  }
}

/** Some pieces in random order, one in ten of them many times over. */
function makePage(random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const parts: string[] = [`<html><body><article><p>${SENTENCE}</p>`];
  for (let left = 5 + below(60); left > 0; left--) {
    const from = below(3) === 0 ? ODD : PIECES;
    const piece = from[below(from.length)] ?? "";
    parts.push(below(10) === 0 ? piece.repeat(1 + below(below(20) === 0 ? 5000 : 40)) : piece);
    if (below(4) === 0) parts.push(SENTENCE.slice(0, below(SENTENCE.length)));
  }
  const page = parts.join("");
  return below(5) === 0 ? page.slice(0, below(page.length)) : page;
}

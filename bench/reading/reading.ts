import { meanShingleF1, shingleOverlap } from "../../evals/reading/shingles.ts";
import type { BenchResult } from "../result.ts";
import { corpora } from "./corpora.ts";
import { READERS } from "./readers.ts";

const BENCH = "reading pages, one core";

/**
 * Our page reader beside the others, in one run over the same pages: first what each keeps of the words that people or the
 * outlets' own parsers call the article, then how many pages each reads in a second of processor time. Every reader is
 * given a page's decoded text, and is warmed up on a tenth of the pages. Without the pages beside the checkout, nothing.
 */
export async function benchReading(): Promise<BenchResult[]> {
  const { segmented, bodied } = corpora();
  const pages = [...segmented, ...bodied];
  if (pages.length === 0) return [];
  const results: BenchResult[] = [];
  for (const { name, read } of READERS) {
    process.stderr.write(`bench: reading: ${name} …\n`);
    for (let at = 0; at < pages.length; at += 10) await read(pages[at]!.html, pages[at]!.url);
    const words: string[] = [];
    const before = process.cpuUsage();
    for (const { html, url } of pages) words.push(await read(html, url));
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const segments = { kept: 0, missed: 0, wrong: 0 };
    segmented.forEach((page, index) => {
      const text = squeeze(words[index] ?? "");
      for (const segment of page.with)
        if (text.includes(squeeze(segment))) segments.kept++;
        else segments.missed++;
      for (const segment of page.without) if (text.includes(squeeze(segment))) segments.wrong++;
    });
    const body = meanShingleF1(
      bodied.map((page, index) => shingleOverlap(words[segmented.length + index] ?? "", page.body)),
    );
    const { kept, missed, wrong } = segments;
    const segmentF1 = (200 * kept) / (2 * kept + missed + wrong);
    results.push(
      { bench: BENCH, metric: `${name}: segment F1`, value: segmentF1, unit: "%", n: segmented.length },
      { bench: BENCH, metric: `${name}: body F1`, value: 100 * body, unit: "%", n: bodied.length },
      { bench: BENCH, metric: `${name}: speed`, value: pages.length / seconds, unit: "pages/s", n: pages.length },
    );
  }
  return results;
}

function squeeze(text: string): string {
  return text.replace(/[\s\u00a0\u200b\u00ad]+/g, " ").trim();
}

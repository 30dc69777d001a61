import { readdirSync, readFileSync } from "node:fs";
import type { Report } from "../../src/core/read/report.ts";
import { readDocument } from "../../src/reading/read-document.ts";
import { findData } from "../data.ts";
import type { EvalResult } from "../result.ts";
import { readFundusPages } from "./fundus-pages.ts";
import { reportBody } from "./report-body.ts";
import { meanShingleF1, shingleOverlap } from "./shingles.ts";
import { readTrafilaturaPages } from "./trafilatura-pages.ts";

const TRAFILATURA = "reading/trafilatura-english";
const FUNDUS = "reading/fundus";
const READABILITY = "reading/readability/test-pages";

/**
 * Scores the reading of pages: on trafilatura's, segments kept and left out, title, author and date; on fundus's, words of
 * the body, runs of four words, title, date and authors; on Readability's, only whether each page can be read at all.
 */
export async function scoreReading(): Promise<EvalResult[]> {
  return [...scoreTrafilatura(), ...scoreFundus(), ...scoreReadability()];
}

function scoreTrafilatura(): EvalResult[] {
  const folder = findData(TRAFILATURA);
  if (folder === null) return [];
  const segments = { kept: 0, missed: 0, wrong: 0 };
  const fields = { title: 0, titles: 0, author: 0, authors: 0, date: 0, dates: 0 };
  let pages = 0;
  let read = 0;
  for (const page of readTrafilaturaPages(folder)) {
    pages++;
    const report = readPage(page.bytes, page.url);
    if (report !== null) read++;
    const body = report === null ? "" : squeeze(reportBody(report));
    for (const segment of page.with)
      if (body.includes(squeeze(segment))) segments.kept++;
      else segments.missed++;
    for (const segment of page.without) if (body.includes(squeeze(segment))) segments.wrong++;
    if (page.title !== "") {
      fields.titles++;
      if (isSameText(report?.headline ?? "", page.title)) fields.title++;
    }
    if (page.author !== "") {
      fields.authors++;
      if (isSameText((report?.byline ?? []).join(" "), page.author.replace(/;|,| and /g, " "))) fields.author++;
    }
    if (page.date !== "") {
      fields.dates++;
      if (report?.publishedAt?.slice(0, 10) === page.date) fields.date++;
    }
  }
  const dataset = "trafilatura-english";
  const score = (metric: string, part: number, n: number) => percentage(dataset, metric, part, n);
  const { kept, missed, wrong } = segments;
  return [
    score("segment precision", kept, kept + wrong),
    score("segment recall", kept, kept + missed),
    score("segment F1", 2 * kept, 2 * kept + missed + wrong),
    score("title accuracy", fields.title, fields.titles),
    score("author accuracy", fields.author, fields.authors),
    score("date accuracy", fields.date, fields.dates),
    score("pages read", read, pages),
  ];
}

function scoreFundus(): EvalResult[] {
  const folder = findData(FUNDUS);
  if (folder === null) return [];
  let shared = 0;
  let found = 0;
  let gold = 0;
  let pages = 0;
  let read = 0;
  let date = 0;
  let title = 0;
  let dates = 0;
  let titles = 0;
  let byline = 0;
  let bylines = 0;
  const overlaps: { precision: number; recall: number }[] = [];
  for (const page of readFundusPages(folder)) {
    pages++;
    const report = readPage(page.bytes, null);
    if (report !== null) read++;
    const text = report === null ? "" : reportBody(report);
    overlaps.push(shingleOverlap(text, page.body));
    if (page.authors.length > 0) {
      bylines++;
      if (isSameText(namesSorted(report?.byline ?? []), namesSorted(page.authors))) byline++;
    }
    const words = wordCounts(text);
    const goldWords = wordCounts(page.body);
    for (const [word, count] of goldWords) shared += Math.min(count, words.get(word) ?? 0);
    found += total(words);
    gold += total(goldWords);
    if (page.title !== "") {
      titles++;
      if (isSameText(report?.headline ?? "", page.title)) title++;
    }
    if (page.date !== "") {
      dates++;
      if (report?.publishedAt?.slice(0, 10) === page.date) date++;
    }
  }
  const score = (metric: string, part: number, n: number) => percentage("fundus", metric, part, n);
  return [
    score("body word precision", shared, found),
    score("body word recall", shared, gold),
    score("body word F1", 2 * shared, found + gold),
    score("body shingle F1", meanShingleF1(overlaps) * pages, pages),
    score("title accuracy", title, titles),
    score("date accuracy", date, dates),
    score("author accuracy", byline, bylines),
    score("pages read", read, pages),
  ];
}

function scoreReadability(): EvalResult[] {
  const folder = findData(READABILITY);
  if (folder === null) return [];
  let pages = 0;
  let read = 0;
  for (const name of readdirSync(folder).sort()) {
    const path = `${folder}/${name}/source.html`;
    pages++;
    if (readPage(readFileSync(path), null) !== null) read++;
  }
  return [percentage("readability", "pages read", read, pages)];
}

/** The report, or null when the page holds none. A fault other than the documented ones goes through and ends the run. */
function readPage(bytes: Uint8Array, url: string | null): Report | null {
  try {
    return readDocument(bytes, { format: "html", url });
  } catch (error) {
    if (error instanceof Error && error.name === "OnrecordError") return null;
    throw error;
  }
}

function squeeze(text: string): string {
  return text.replace(/[\s\u00a0\u200b\u00ad]+/g, " ").trim();
}

function isSameText(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(a) === plain(b);
}

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function namesSorted(names: readonly string[]): string {
  return [...names].sort((a, b) => (a < b ? -1 : 1)).join(" ");
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function percentage(dataset: string, metric: string, part: number, n: number): EvalResult {
  return { task: "reading", dataset, split: "dev", metric, value: n === 0 ? 0 : (100 * part) / n, n };
}

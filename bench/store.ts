import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Record } from "../src/core/record/record.ts";
import { analyzeText } from "../src/operations/analyze.ts";
import { loadEngine } from "../src/operations/engine.ts";
import { packBytes } from "../src/store/packing.ts";
import { makeReportEntry, type ReportEntry } from "../src/store/report-entry.ts";
import { openSqliteStore } from "../src/store/sqlite/sqlite-store.ts";
import type { Store, StoreQuery } from "../src/store/store.ts";
import { createRandom } from "../training/random.ts";
import { readBenchTexts } from "./bench-texts.ts";
import { percentile } from "./percentile.ts";
import type { BenchResult } from "./result.ts";

const QUERIES = 200;

/**
 * Adding to and searching a store of `size` reports. The reports are made of whole paragraphs of real ones with the
 * rows that were found in them, so that analysis, which `benchAnalyze` measures, is done once for each real report.
 */
export async function benchStore(sizes: readonly number[] = [1000, 10_000]): Promise<BenchResult[]> {
  const { name, texts } = readBenchTexts();
  const engine = loadEngine();
  const records: Record[] = [];
  for (const { text, headline, publishedAt } of texts)
    records.push(await analyzeText(text, { headline, publishedAt }, engine));
  const results: BenchResult[] = [];
  for (const size of sizes) results.push(...(await benchSize(size, records, name)));
  return results;
}

async function benchSize(size: number, records: readonly Record[], name: string): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  const location = join(folder, "bench.db");
  const bench = `store of ${size} reports (${name})`;
  try {
    const store = await openSqliteStore({ location, create: true });
    const random = createRandom(size);
    let addMs = 0;
    const last: number[] = [];
    for (let at = 0; at < size; at++) {
      const entry = makeEntry(at, size, records, random);
      const started = performance.now();
      await store.commitReport(entry);
      const took = performance.now() - started;
      addMs += took;
      if (at >= size - 500) last.push(took);
    }
    const search = await benchSearch(store, records);
    const story = await benchStories(store);
    await store[Symbol.asyncDispose]();
    const row = (metric: string, value: number, unit: string, n: number) => ({ bench, metric, value, unit, n });
    return [
      row("add", size / (addMs / 1000), "reports/s", size),
      row("add, last 500 (p95)", percentile(last, 95), "ms", last.length),
      row("file", statSync(location).size / 1e6, "MB", size),
      ...search.map(({ metric, samples, computing }) => [
        row(`${metric} (p50)`, percentile(samples, 50), "ms", samples.length),
        row(`${metric} (p95)`, percentile(samples, 95), "ms", samples.length),
        row(`${metric} (p95, computing alone)`, percentile(computing, 95), "ms", samples.length),
      ]),
      row("first page of stories (p95)", percentile(story, 95), "ms", story.length),
    ].flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By the clock, and what was computed: on a machine that does other work too, only the second says much. */
async function benchSearch(store: Store, records: readonly Record[]) {
  const random = createRandom(7);
  const words = records.flatMap(({ report }) => report.text.match(/\p{L}{3,}/gu) ?? []);
  const word = () => words[Math.floor(random() * words.length)] ?? "the";
  const pair = () => {
    const at = Math.floor(random() * (words.length - 1));
    return `${words[at]} ${words[at + 1]}`;
  };
  const kinds: { readonly metric: string; readonly query: () => Omit<StoreQuery, "limit"> }[] = [
    { metric: "search, one word", query: () => ({ q: word() }) },
    { metric: "search, two words", query: () => ({ q: `${word()} ${word()}` }) },
    { metric: "search, a phrase", query: () => ({ q: `"${pair()}"` }) },
    { metric: "search, a beginning", query: () => ({ q: `${word().slice(0, 3)}*` }) },
    { metric: "search, the commonest word", query: () => ({ q: "the" }) },
  ];
  const measured: { metric: string; samples: number[]; computing: number[] }[] = [];
  for (const { metric, query } of kinds) {
    const samples: number[] = [];
    const computing: number[] = [];
    for (let at = 0; at < QUERIES; at++) {
      const asked = { ...query(), limit: 20 };
      const before = process.cpuUsage();
      const started = performance.now();
      await store.search(asked);
      samples.push(performance.now() - started);
      const { user, system } = process.cpuUsage(before);
      computing.push((user + system) / 1000);
    }
    measured.push({ metric, samples, computing });
  }
  return measured;
}

async function benchStories(store: Store): Promise<number[]> {
  const samples: number[] = [];
  for (let at = 0; at < 50; at++) {
    const started = performance.now();
    await store.listStories({ limit: 50 });
    samples.push(performance.now() - started);
  }
  return samples;
}

/** A report of the paragraphs of two real ones, published on one of 3,000 days. */
function makeEntry(at: number, size: number, records: readonly Record[], random: () => number): ReportEntry {
  const first = records[Math.floor(random() * records.length)]!;
  const second = records[Math.floor(random() * records.length)]!;
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor((at / size) * 3000))).toISOString().slice(0, 10);
  const record = joinRecords(first, second, at, day);
  const bytes = Buffer.from(record.report.text);
  return makeReportEntry(
    {
      sha256: record.report.contentHash,
      mediaType: "text/plain",
      url: record.report.url,
      path: null,
      retrievedAt: null,
      lastModified: null,
      byteLength: bytes.length,
      packedBytes: packBytes(bytes),
    },
    {},
    record,
  );
}

/** The first half of one report with the second half of another, each with its statements and actors. */
function joinRecords(first: Record, second: Record, at: number, day: string): Record {
  const cut =
    first.report.paragraphs[Math.ceil(first.report.paragraphs.length / 2) - 1]?.end ?? first.report.text.length;
  const from = second.report.paragraphs[Math.floor(second.report.paragraphs.length / 2)]?.start ?? 0;
  const text = `${first.report.text.slice(0, cut)}\n${second.report.text.slice(from)}\nReport ${at}.`;
  const contentHash = createHash("sha256").update(text).digest("hex");
  const inFirst = first.statements.filter(({ content }) => content.every(({ end }) => end <= cut));
  return {
    ...first,
    report: {
      ...first.report,
      id: `r-${contentHash.slice(0, 16)}`,
      url: `https://post.example/${at}`,
      outlet: `Outlet ${at % 40}`,
      publishedAt: day,
      contentHash,
      text,
      paragraphs: [{ start: 0, end: text.length }],
      furniture: [],
    },
    statements: inFirst,
    events: [],
    figures: [],
    requests: [],
  };
}

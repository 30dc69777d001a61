import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Record } from "../src/core/record/record.ts";
import { analyzeText } from "../src/operations/analyze.ts";
import { loadEngine } from "../src/operations/engine.ts";
import { logRegroupings } from "../src/operations/regroupings.ts";
import { refreshStories } from "../src/operations/story-records.ts";
import { packBytes } from "../src/store/packing.ts";
import { makeReportEntry, type ReportEntry } from "../src/store/report-entry.ts";
import { openSqliteStore } from "../src/store/sqlite/sqlite-store.ts";
import type { Store, StoreQuery } from "../src/store/store.ts";
import { createRandom } from "../training/random.ts";
import { readBenchTexts } from "./bench-texts.ts";
import { planReports } from "./made-reports.ts";
import { percentile } from "./percentile.ts";
import type { BenchResult } from "./result.ts";

const QUERIES = 200;
/** Reports in one transaction, as `add` has them when they come fast. */
const BATCH = 64;
/** Reports that are added one at a time at the end. */
const SINGLE = 200;
/** Stories that are looked at for regroupings, spread over all. */
const LOOKED_AT = 300;
/** Reports that go the whole way from files to stories. */
const FILES = 1000;
const BIN = fileURLToPath(new URL("../bin/onrecord.mjs", import.meta.url));

/**
 * Adding to and searching stores of some sizes. The reports are respelt from real ones together with the rows that were
 * found in them, so that analysis, which `benchAnalyze` measures, is done once for each real report; a smaller number is
 * added as a user adds files, analysis and all.
 */
export async function benchStore(sizes: readonly number[] = [1000, 10_000]): Promise<BenchResult[]> {
  const { name, texts } = readBenchTexts();
  const engine = loadEngine();
  const records: Record[] = [];
  for (const { text, headline, publishedAt } of texts)
    records.push(await analyzeText(text, { headline, publishedAt }, engine));
  const results: BenchResult[] = [];
  for (const size of sizes) {
    process.stderr.write(`bench: store of ${size} …\n`);
    results.push(...(await benchSize(size, records, name)));
  }
  if (sizes.includes(FILES)) results.push(...(await benchFiles(records, name)));
  return results;
}

async function benchSize(size: number, records: readonly Record[], name: string): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  const location = join(folder, "bench.db");
  const bench = `store of ${size} reports (${name})`;
  try {
    const store = await openSqliteStore({ location, create: true });
    const plan = planReports(records, size + SINGLE);
    const added = await benchAdd(store, size, (at) => entryOf(plan.make(at)));
    const single: number[] = [];
    for (let at = size; at < size + SINGLE; at++) {
      const entry = entryOf(plan.make(at));
      single.push(await timed(() => store.commitReport(entry)));
    }
    const linking = await timed(() => refreshStories(store));
    const { items } = await store.listStories({ limit: size });
    const step = Math.max(1, Math.floor(items.length / LOOKED_AT));
    const looked = items.filter((_, at) => at % step === 0);
    const looking = await timed(() =>
      logRegroupings(
        store,
        looked.map(({ id }) => id),
        "2032-01-01T00:00:00.000Z",
      ),
    );
    const inLooked = looked.reduce((sum, { reportCount }) => sum + reportCount, 0);
    const search = await benchSearch(
      store,
      Array.from({ length: 200 }, (_, at) => plan.make(at)),
    );
    const story = await benchStories(store);
    await store[Symbol.asyncDispose]();
    const all = size + SINGLE;
    const row = (metric: string, value: number, unit: string, n: number) => ({ bench, metric, value, unit, n });
    return [
      ...added.map(({ metric, value, unit, n }) => row(metric, value, unit, n)),
      row("add, one report alone (p50)", percentile(single, 50), "ms", SINGLE),
      row("add, one report alone (p95)", percentile(single, 95), "ms", SINGLE),
      row("add, linking the stories", linking / all, "ms/report", all),
      row("add, looking for regroupings", looking / inLooked, "ms/report", inLooked),
      row("stories", items.length, "stories", all),
      row("file", statSync(location).size / 1e6, "MB", all),
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

/** Storing in batches; the last tenth apart, to show what growth costs. */
async function benchAdd(store: Store, size: number, makeEntry: (at: number) => ReportEntry) {
  const whole = { reports: 0, ms: 0, cpu: 0 };
  const last = { reports: 0, ms: 0, cpu: 0 };
  for (let at = 0; at < size; at += BATCH) {
    const entries = Array.from({ length: Math.min(BATCH, size - at) }, (_, k) => makeEntry(at + k));
    const before = process.cpuUsage();
    const ms = await timed(() => store.commitReports(entries));
    const { user, system } = process.cpuUsage(before);
    for (const part of at >= size * 0.9 ? [whole, last] : [whole]) {
      part.reports += entries.length;
      part.ms += ms;
      part.cpu += (user + system) / 1000;
    }
    if (Math.floor((at + BATCH) / 5000) > Math.floor(at / 5000)) {
      const rate = Math.round(whole.reports / (whole.ms / 1000));
      process.stderr.write(`bench: ${whole.reports} of ${size} stored, ${rate} reports/s so far\n`);
    }
  }
  const rate = ({ reports, ms }: typeof whole) => ({ value: reports / (ms / 1000), unit: "reports/s", n: reports });
  const computing = ({ reports, cpu }: typeof whole) => ({ value: cpu / reports, unit: "ms/report", n: reports });
  return [
    { metric: "add, storing", ...rate(whole) },
    { metric: "add, storing, computing", ...computing(whole) },
    { metric: "add, storing, the last tenth", ...rate(last) },
    { metric: "add, storing, the last tenth, computing", ...computing(last) },
  ];
}

/** `onrecord add` on a folder of texts with the light model: analysis, storing, stories and all. */
async function benchFiles(records: readonly Record[], name: string): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  try {
    const plan = planReports(records, FILES);
    mkdirSync(join(folder, "texts"));
    for (let at = 0; at < FILES; at++) {
      const { headline, publishedAt, url, text } = plan.make(at).report;
      const file = join(folder, "texts", `${String(at).padStart(6, "0")}.txt`);
      writeFileSync(file, `---\nurl: ${url}\npublished: ${publishedAt}\n---\n${headline ?? ""}\n\n${text}`);
    }
    const env = { ...process.env, ONRECORD_MODEL: "light" };
    const ms = await timed(async () => {
      const args = [BIN, "add", join(folder, "texts"), "--db", join(folder, "bench.db")];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"], env });
      const code = await new Promise((done) => child.once("close", done));
      if (code !== 0) throw new RangeError(`onrecord add ended with ${String(code)}`);
    });
    const bench = `add, from files to stories, light model (${name})`;
    return [{ bench, metric: "throughput", value: FILES / (ms / 1000), unit: "reports/s", n: FILES }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
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

function entryOf(record: Record): ReportEntry {
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

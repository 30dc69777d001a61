import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { linkStory } from "../src/core/link/link-story.ts";
import type { StorySignature } from "../src/core/link/signature.ts";
import type { Record } from "../src/core/record/record.ts";
import { analyzeDocument } from "../src/operations/analyze.ts";
import { loadEngine } from "../src/operations/engine.ts";
import { openSqliteStore } from "../src/store/sqlite/sqlite-store.ts";
import { StoryIndex } from "../src/store/sqlite/story-index.ts";
import { percentile } from "./percentile.ts";
import type { BenchResult } from "./result.ts";

/** Reports stored when one more is placed; the second over the first is what growth costs. */
const STORED = [1000, 1_000_000];
const REPORTS_PER_STORY = 5;
/** Terms of a made-up story: names of its own, and words that others use too, common ones by far the most. */
const OWN_TERMS = 4;
const SHARED_TERMS = 20;
const PLACED = 300;
/** Sizes of one story, and of a heap of copies of one text. */
const STORY_SIZES = [1250, 5000];
const COPIES = [2500, 10_000];

/** Whether linking stays flat in the size of the store and near linear in that of a story. */
export async function benchLinking(): Promise<BenchResult[]> {
  const placing = await benchPlacing();
  const growth = placing[1]!.value / placing[0]!.value;
  const records = await demoRecords();
  return [
    ...placing,
    { bench: "linking", metric: "placing, 10⁶ over 10³ stored", value: growth, unit: "times", n: PLACED },
    ...benchGrowth("story of reports", STORY_SIZES, (size) => manyReports(records, size)),
    ...benchGrowth("copies of one text", COPIES, (size) => manyCopies(records[3]!, size)),
  ];
}

/** In turn into each store, so that whatever else the machine does slows both alike. */
async function benchPlacing(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  try {
    const stores = [];
    for (const stored of STORED) {
      const location = join(folder, `${stored}.db`);
      await (await openSqliteStore({ location, create: true }))[Symbol.asyncDispose]();
      const db = new DatabaseSync(location);
      db.exec("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
      const stories = fillStories(db, stored);
      db.exec("BEGIN");
      stores.push({ stored, db, stories, index: new StoryIndex(db), samples: [] as number[] });
    }
    for (let at = 0; at < PLACED; at++) {
      for (const { stories, index, samples } of stores) {
        const report = signatureOf(1 + ((at * 7919) % stories), stories, `r-new${at}`, 1);
        const started = performance.now();
        index.place(report, "", null);
        samples.push(performance.now() - started);
      }
    }
    return stores.map(({ stored, db, samples }) => {
      db.exec("ROLLBACK");
      db.close();
      const metric = `placing one report, ${stored} stored (p50)`;
      return { bench: "linking", metric, value: percentile(samples, 50), unit: "ms", n: PLACED };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills the index as if so many reports had come. */
function fillStories(db: DatabaseSync, stored: number): number {
  const stories = Math.ceil(stored / REPORTS_PER_STORY);
  const words = wordsFor(stories);
  db.exec("BEGIN");
  const addTerm = db.prepare("INSERT INTO terms (key, term, reports) VALUES (?, ?, ?)");
  const addStory = db.prepare(
    "INSERT INTO stories (key, id, version, title, report_count, first_published, last_published, signature) VALUES (?, ?, 1, '', ?, ?, ?, ?)",
  );
  const holders: number[][] = Array.from({ length: words + stories * OWN_TERMS }, () => []);
  for (let story = 1; story <= stories; story++) {
    const signature = signatureOf(story, stories, `st-${story}`, REPORTS_PER_STORY);
    addStory.run(
      story,
      signature.id,
      REPORTS_PER_STORY,
      signature.firstDay,
      signature.lastDay,
      JSON.stringify(signature),
    );
    for (const term of termsOf(story, stories)) holders[term]!.push(story);
  }
  const addHolder = db.prepare("INSERT INTO story_terms (term, story) VALUES (?, ?)");
  for (const [term, held] of holders.entries()) {
    addTerm.run(term + 1, `t${term}`, held.length * REPORTS_PER_STORY);
    // The store stops indexing a term that more than a thousand reports hold.
    if (held.length * REPORTS_PER_STORY <= 1000) for (const story of held) addHolder.run(term + 1, story);
  }
  db.exec("COMMIT");
  return stories;
}

function wordsFor(stories: number): number {
  return 2000 + stories;
}

/** Zipf-like: the n-th commonest word about once in n. */
function termsOf(story: number, stories: number): number[] {
  const words = wordsFor(stories);
  const terms = new Set<number>();
  for (let at = 0; at < SHARED_TERMS; at++) {
    const random = (((story * 31 + at * 17) * 2_654_435_761) >>> 0) / 4_294_967_296;
    terms.add(Math.min(words - 1, Math.floor(words ** random)));
  }
  for (let at = 0; at < OWN_TERMS; at++) terms.add(words + (story - 1) * OWN_TERMS + at);
  return [...terms];
}

function signatureOf(story: number, stories: number, id: string, reports: number): StorySignature {
  const day = new Date(Date.UTC(2020, 0, 1 + (story % 3000))).toISOString().slice(0, 10);
  const terms = termsOf(story, stories).map((term) => [`t${term}`, reports] as const);
  return { id, reports, firstDay: day, lastDay: day, terms };
}

function benchGrowth(name: string, sizes: readonly number[], make: (size: number) => readonly Record[]): BenchResult[] {
  const times = sizes.map((size) => {
    const records = make(size);
    const started = performance.now();
    linkStory("st-bench", records);
    return { size, each: (performance.now() - started) / size };
  });
  const rows = times.map(({ size, each }) => ({
    bench: "linking",
    metric: `${name}, ${size}: each`,
    value: each,
    unit: "ms",
    n: size,
  }));
  const growth = times.at(-1)!.each / times[0]!.each;
  const metric = `${name}, each at ${sizes.at(-1)} over ${sizes[0]}`;
  return [...rows, { bench: "linking", metric, value: growth, unit: "times", n: sizes.at(-1)! }];
}

/** The demo's reports again and again, a few days later each time, with words of their own so that none is a copy. */
function manyReports(records: readonly Record[], size: number): Record[] {
  return Array.from({ length: size }, (_, at) => {
    const record = records[at % records.length]!;
    const round = Math.floor(at / records.length);
    const day = new Date(Date.UTC(2032, 3, 1 + 3 * round)).toISOString();
    return renamed(record, `r-${at}`, day, `https://post.example/${at}`);
  });
}

function manyCopies(record: Record, size: number): Record[] {
  return Array.from({ length: size }, (_, at) =>
    renamed(record, `r-${at}`, record.report.publishedAt, `https://post.example/${at}`),
  );
}

function renamed(record: Record, id: string, publishedAt: string | null, url: string): Record {
  return { ...record, report: { ...record.report, id, publishedAt, url, outlet: `Outlet ${id.length}` } };
}

async function demoRecords(): Promise<Record[]> {
  const engine = loadEngine();
  const folder = new URL("../examples/demo/", import.meta.url);
  const records: Record[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (/\.(?:html|txt)$/.test(name))
      records.push(await analyzeDocument(readFileSync(new URL(name, folder)), {}, engine));
  }
  return records;
}

// `npm run fuzz -- [COUNT] [SEED] [KIND]`: mutated inputs. KIND is "reports" (the default: texts and pages through the
// whole analysis), "feeds", "warcs" or "pdfs" (files through their readers). Fails on a crash, on an input over 2 s of
// computing, on memory over 1.5 GB, and on a row whose words cannot be found. Every input can be made again from its
// number.
import { globSync, readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { checkRecord } from "../src/core/record/evidence.ts";
import { OnrecordError } from "../src/errors.ts";
import { analyzeDocument } from "../src/operations/analyze.ts";
import { loadEngine } from "../src/operations/engine.ts";
import { createRandom } from "../training/random.ts";
import { root } from "./ensure.mjs";
import { FILE_KINDS, mutateBytes } from "./fuzz-files.ts";

const LIMIT_MS = 2000;
const LIMIT_BYTES = 1_500_000_000;
/** A worker that says nothing for so long hangs, however busy the machine. */
const SILENCE_MS = 180_000;
/** Inputs between two messages. */
const BATCH = 25;
const WORKERS = 2;
/** Long enough for every construction, short enough for many inputs. */
const SLICE = 1200;

interface Finding {
  readonly input: number;
  readonly problem: string;
  readonly text: string;
}

const MARKS = [
  "“",
  "”",
  "‘",
  "’",
  '"',
  "'",
  "«",
  "»",
  "(",
  ")",
  "[",
  "…",
  "—",
  ":",
  ";",
  ".",
  ",",
  "\n",
  "\n\n",
  "\r",
  "\0",
  "\ud800",
  "\udc00",
  "😀",
  "e\u0301",
  "\u200b",
  "\u202e",
  "\ufeff",
  "<p>",
  "</p>",
  "<div>",
  "</div>",
  "<script>",
  "</script>",
  "<!--",
  "-->",
  "&",
  "&#0;",
  "&quot;",
  "said",
  "$1,000,000,000,000",
  "31 February",
  "according to",
];

/** What long runs are made of; none: letters of the text itself. */
const RUNS = [
  " ",
  "a",
  "A",
  "Aa ",
  "1,",
  "1.",
  ". ",
  " -",
  "(",
  "“",
  "said ",
  "by ",
  "<!-- a -->",
  undefined,
  undefined,
];

if (isMainThread) {
  const count = Number(process.argv[2] ?? 1000);
  const seed = Number(process.argv[3] ?? 1);
  const kind = process.argv[4] ?? "reports";
  if (!Number.isInteger(count) || count < 1 || (kind !== "reports" && !Object.hasOwn(FILE_KINDS, kind))) {
    process.stderr.write("Usage: npm run fuzz -- [COUNT] [SEED] [reports|feeds|warcs|pdfs]\n");
    process.exit(2);
  }
  process.exitCode = await runAll(count, seed, kind);
} else if (workerData.kind === "reports") {
  void runShare(workerData);
} else {
  void runFileShare(workerData);
}

async function runAll(count: number, seed: number, kind: string): Promise<number> {
  const started = performance.now();
  let done = 0;
  let mostBytes = 0;
  let slowest = 0;
  const findings: Finding[] = [];
  await Promise.all(
    Array.from({ length: WORKERS }, (_, share) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { count, seed, share, kind } });
      return new Promise<void>((resolve, reject) => {
        let last = performance.now();
        const watchdog = setInterval(() => {
          if (performance.now() - last < SILENCE_MS) return;
          findings.push({ input: done, problem: `no answer within ${SILENCE_MS / 1000} s`, text: "" });
          void worker.terminate();
        }, 1000);
        worker.on("message", (message: { done: number; slowest: number; findings: Finding[] }) => {
          last = performance.now();
          mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
          done += message.done;
          slowest = Math.max(slowest, message.slowest);
          findings.push(...message.findings);
          if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${count}`);
        });
        worker.on("error", reject);
        worker.on("exit", () => {
          clearInterval(watchdog);
          resolve();
        });
      });
    }),
  );
  if (mostBytes > LIMIT_BYTES) findings.push({ input: done, problem: `took ${mostBytes} bytes of memory`, text: "" });
  for (const { input, problem, text } of findings.slice(0, 20))
    process.stdout.write(`input ${input}: ${problem}\n  ${JSON.stringify(text)}\n`);
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(
    `${done} ${kind} in ${seconds} s, slowest ${Math.round(slowest)} ms, ${Math.round(mostBytes / 1e6)} MB at most, ${findings.length} problems\n`,
  );
  return findings.length > 0 || done < count ? 1 : 0;
}

async function runShare({ count, seed, share }: { count: number; seed: number; share: number }): Promise<void> {
  const engine = loadEngine();
  const sources = globSync("{examples/demo/*,test/fixtures/*/*.txt}", { cwd: root })
    .sort()
    .map((file) => readFileSync(`${root}/${file}`, "utf8"));
  let batch = { done: 0, slowest: 0, findings: [] as Finding[] };
  const send = () => {
    parentPort!.postMessage(batch);
    batch = { done: 0, slowest: 0, findings: [] };
  };
  // The first analysis loads and compiles; it says nothing about the input.
  for (const source of sources) await tryOne(source.slice(0, SLICE), 0);
  for (let input = share; input < count; input += WORKERS) {
    const text = mutate(sources, createRandom(seed * 1_000_003 + input));
    const started = process.threadCpuUsage();
    const problem = await tryOne(text, input);
    const { user, system } = process.threadCpuUsage(started);
    const took = (user + system) / 1000;
    batch.done++;
    batch.slowest = Math.max(batch.slowest, took);
    if (problem !== null) batch.findings.push({ input, problem, text });
    else if (took > LIMIT_MS) batch.findings.push({ input, problem: `took ${Math.round(took)} ms`, text });
    if (batch.done === BATCH) send();
  }
  send();

  async function tryOne(text: string, input: number): Promise<string | null> {
    try {
      const format = input % 2 === 0 ? "text" : "html";
      checkRecord(await analyzeDocument(new TextEncoder().encode(text), { format, publishedAt: "2032-04-15" }, engine));
      return null;
    } catch (error) {
      // An empty or binary input is refused with a code; anything else is a fault.
      return error instanceof OnrecordError ? null : String(error instanceof Error ? error.stack : error);
    }
  }
}

interface FileShare {
  readonly count: number;
  readonly seed: number;
  readonly share: number;
  readonly kind: string;
}

async function runFileShare({ count, seed, share, kind }: FileShare): Promise<void> {
  const { sources, read } = FILE_KINDS[kind]!;
  const originals = sources();
  let batch = { done: 0, slowest: 0, findings: [] as Finding[] };
  const send = () => {
    parentPort!.postMessage(batch);
    batch = { done: 0, slowest: 0, findings: [] };
  };
  for (const original of originals) await read(original);
  for (let input = share; input < count; input += WORKERS) {
    const bytes = mutateBytes(originals, createRandom(seed * 1_000_003 + input));
    const started = process.threadCpuUsage();
    const problem = await read(bytes).then(
      () => null,
      // A file that cannot be read is refused with a code; anything else is a fault.
      (error: unknown) =>
        error instanceof OnrecordError ? null : String(error instanceof Error ? error.stack : error),
    );
    const { user, system } = process.threadCpuUsage(started);
    const took = (user + system) / 1000;
    batch.done++;
    batch.slowest = Math.max(batch.slowest, took);
    const text = Buffer.from(bytes).toString("latin1");
    if (problem !== null) batch.findings.push({ input, problem, text });
    else if (took > LIMIT_MS) batch.findings.push({ input, problem: `took ${Math.round(took)} ms`, text });
    if (batch.done === BATCH) send();
  }
  send();
}

function mutate(sources: readonly string[], random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const source = sources[below(sources.length)]!;
  const start = below(Math.max(1, source.length - SLICE));
  let text = source.slice(start, start + 100 + below(SLICE));
  for (let edits = 1 + below(12); edits > 0; edits--) {
    const at = below(text.length + 1);
    const end = Math.min(text.length, at + 1 + below(40));
    switch (below(7)) {
      case 0:
        text = text.slice(0, at) + text.slice(end);
        break;
      case 1:
        text = text.slice(0, at) + text.slice(at, end).repeat(1 + below(4)) + text.slice(end);
        break;
      case 2:
        text = text.slice(0, at) + MARKS[below(MARKS.length)]!.repeat(1 + below(30)) + text.slice(at);
        break;
      case 3:
        text = text.slice(0, at) + String.fromCharCode(below(0x10000)) + text.slice(end);
        break;
      case 4:
        text = text.slice(0, at) + [...text.slice(at, end)].reverse().join("") + text.slice(end);
        break;
      case 5:
        // Runs without end, on which patterns that fit in two ways take exponential time.
        text =
          text.slice(0, at) +
          (RUNS[below(RUNS.length)] ?? text.slice(at, at + 3)).repeat(20 + below(180)) +
          text.slice(at);
        break;
      default:
        text = text.slice(0, at) + MARKS[below(MARKS.length)]! + text.slice(at);
    }
  }
  return text;
}

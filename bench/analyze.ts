import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { readBenchTexts } from "./bench-texts.ts";
import type { BenchResult } from "./result.ts";

const MAIN = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
/** Compiled code is kept there, as `bin/onrecord.mjs` has it. */
const COMPILED = fileURLToPath(new URL("../node_modules/.cache/onrecord", import.meta.url));
const BIN = fileURLToPath(new URL("../bin/onrecord.mjs", import.meta.url));
const SAMPLE_MS = 50;

/**
 * Reports a second and peak memory of `onrecord analyze --jsonl`, as a user runs it: a process of its own, start
 * included, the texts repeated until there are `reports` of them.
 */
export async function benchAnalyze(reports = 2000): Promise<BenchResult[]> {
  return [
    ...(await benchStream("reader", reports / 4)),
    ...(await benchStream("light", reports)),
    ...(await benchOneReport(readBenchTexts().texts[0]!.text)),
  ];
}

async function benchStream(model: string, reports: number): Promise<BenchResult[]> {
  const { name, texts } = readBenchTexts();
  const lines = Array.from({ length: reports }, (_, at) => {
    const { id, ...fields } = texts[at % texts.length]!;
    return `${JSON.stringify({ id: `${id}-${at}`, ...fields })}\n`;
  });
  const characters = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
  const started = performance.now();
  const { peakBytes, cpuMs, outputLines, firstLineMs } = await runStream(lines, model);
  const seconds = (performance.now() - started) / 1000;
  if (outputLines !== reports) throw new RangeError(`${outputLines} lines came out of ${reports}`);
  const bench = `analyze --jsonl, ${model} model (${name}, ${Math.round(characters)} characters a line, ${availableParallelism()} cores)`;
  return [
    { bench, metric: "throughput", value: reports / seconds, unit: "reports/s", n: reports },
    { bench, metric: "computing, all threads", value: cpuMs / reports, unit: "ms/report", n: reports },
    { bench, metric: "peak memory", value: peakBytes / 1e6, unit: "MB", n: reports },
    { bench, metric: "first line out", value: firstLineMs, unit: "ms", n: 1 },
  ];
}

async function runStream(lines: readonly string[], model: string) {
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED, ONRECORD_MODEL: model };
  const child = spawn(process.execPath, [MAIN, "analyze", "--jsonl"], { stdio: ["pipe", "pipe", "inherit"], env });
  const started = performance.now();
  let outputLines = 0;
  let firstLineMs = 0;
  let peakBytes = 0;
  let cpuMs = 0;
  const sampler = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentBytes(child.pid ?? 0));
    cpuMs = Math.max(cpuMs, computingMs(child.pid ?? 0));
  }, SAMPLE_MS);
  child.stdout.on("data", (chunk: Buffer) => {
    if (firstLineMs === 0) firstLineMs = performance.now() - started;
    for (const byte of chunk) if (byte === 10) outputLines++;
  });
  const ended = new Promise((done) => child.once("close", done));
  for (const line of lines) {
    if (!child.stdin.write(line)) await new Promise((drained) => child.stdin.once("drain", drained));
  }
  child.stdin.end();
  await ended;
  clearInterval(sampler);
  return { peakBytes, cpuMs, outputLines, firstLineMs };
}

/** From the command to the last word of the record of one report: what a person waits. */
async function benchOneReport(text: string): Promise<BenchResult[]> {
  const samples: number[] = [];
  for (let run = 0; run < 5; run++) {
    const started = performance.now();
    const child = spawn(process.execPath, [BIN, "analyze", "--json"], { stdio: ["pipe", "ignore", "inherit"] });
    child.stdin.end(text);
    await new Promise((done) => child.once("close", done));
    samples.push(performance.now() - started);
  }
  samples.sort((a, b) => a - b);
  return [{ bench: "analyze, one report", metric: "first result (median)", value: samples[2]!, unit: "ms", n: 5 }];
}

/** Linux only: elsewhere 0, and the peak is not told. */
function residentBytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** User and system time of all threads; Linux only, in hundredths of a second. */
function computingMs(pid: number): number {
  try {
    const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
    const [user = 0, system = 0] = fields.split(" ").slice(11, 13).map(Number);
    return (user + system) * 10;
  } catch {
    return 0;
  }
}

import { setFlagsFromString } from "node:v8";
import { parentPort } from "node:worker_threads";
import { type AnalysisResult, type AnalysisTask, STOP } from "./analysis-messages.ts";
import { performTask } from "./analysis-tasks.ts";
import { loadEngine } from "./engine.ts";

/**
 * Calls before V8 compiles a function with its slowest compiler, 3,000 unless told; and before it compiles one in the midst
 * of a loop with its middle one, 100 unless told.
 */
const LATER = ["--invocation-count-for-turbofan=100000", "--invocation-count-for-maglev-osr=4000"] as const;

/** Runs in a worker thread: loads the model once, then answers batches of tasks with batches of results, in order. */
const engine = loadEngine();
compileLess();

parentPort?.on("message", async (tasks: readonly AnalysisTask[] | typeof STOP) => {
  if (tasks === STOP) process.exit();
  const results: AnalysisResult[] = [];
  for (const task of tasks) results.push(await performTask(task, engine));
  parentPort?.postMessage(results);
});

/**
 * A report runs through hundreds of functions that are called a few times each, and every worker compiles them for itself:
 * a fifth of all computing over its first thousand reports, of which this saves half. What takes the time is called a
 * thousand times a report, and compiled soon enough. Another V8 may not know the flags, and would complain of them.
 *
 * Only once all is loaded: V8 takes no compiled code that was kept under other flags, Node's own included.
 */
function compileLess(): void {
  if (process.versions.v8.startsWith("13.")) for (const flag of LATER) setFlagsFromString(flag);
}

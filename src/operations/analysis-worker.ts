import { parentPort } from "node:worker_threads";
import { type AnalysisResult, type AnalysisTask, STOP } from "./analysis-messages.ts";
import { performTask } from "./analysis-tasks.ts";
import { loadEngine } from "./engine.ts";

/** Runs in a worker thread: loads the model once, then answers batches of tasks with batches of results, in order. */
const engine = loadEngine();

parentPort?.on("message", async (tasks: readonly AnalysisTask[] | typeof STOP) => {
  if (tasks === STOP) process.exit();
  const results: AnalysisResult[] = [];
  for (const task of tasks) results.push(await performTask(task, engine));
  parentPort?.postMessage(results);
});

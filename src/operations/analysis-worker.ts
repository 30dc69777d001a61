import { parentPort } from "node:worker_threads";
import { type AnalysisTask, performTask } from "./analysis-tasks.ts";
import { loadEngine } from "./engine.ts";

/** Runs in a worker thread: loads the model once, then answers batches of tasks with batches of results, in order. */
const engine = loadEngine();

parentPort?.on("message", (tasks: readonly AnalysisTask[]) => {
  parentPort?.postMessage(tasks.map((task) => performTask(task, engine)));
});

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type AnalysisResult, type AnalysisTask, failTask, STOP } from "./analysis-messages.ts";

/** Analyses batches of inputs in worker threads. */
export interface AnalysisPool extends AsyncDisposable {
  /** How many batches can be worked on at the same time. */
  readonly size: number;
  /** A result for every task, in order. Never rejects for what a task holds; a task that kills its worker fails alone. */
  run(tasks: readonly AnalysisTask[]): Promise<readonly AnalysisResult[]>;
}

export interface PoolOptions {
  /** Threads at most; one for every core unless told. They are started as they are needed. */
  readonly size?: number;
  /** A single task that takes longer fails, and its worker is ended. One minute unless told. */
  readonly taskLimitMs?: number;
  readonly script?: URL;
}

const DEFAULT_TASK_LIMIT_MS = 60_000;
/**
 * Room for one worker's heap: bounds memory, and makes a monstrous input fail alone and not the process. The small
 * nursery costs no time and saves some 20 MB a worker.
 */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

export function createAnalysisPool(options: PoolOptions = {}): AnalysisPool {
  return new WorkerPool(
    options.size ?? availableParallelism(),
    options.taskLimitMs ?? DEFAULT_TASK_LIMIT_MS,
    options.script ?? new URL("./analysis-worker.ts", import.meta.url),
  );
}

const CLOSED = { code: "internal", message: "The analysis was ended.", next: null } as const;

class WorkerPool implements AnalysisPool {
  readonly size: number;
  readonly #taskLimitMs: number;
  readonly #script: URL;
  readonly #all = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #waiting: ((worker: Worker | null) => void)[] = [];
  #closed = false;

  constructor(size: number, taskLimitMs: number, script: URL) {
    this.size = size;
    this.#taskLimitMs = taskLimitMs;
    this.#script = script;
  }

  async run(tasks: readonly AnalysisTask[]): Promise<readonly AnalysisResult[]> {
    const outcome = await this.#attempt(tasks);
    if (this.#closed) return tasks.map((task) => failTask(task, CLOSED));
    if (typeof outcome !== "string") return outcome;
    const [only] = tasks;
    if (tasks.length === 1 && only !== undefined) {
      const next = "Leave this input out, and please report it with the input.";
      return [failTask(only, { code: "internal", message: `The input could not be analysed: ${outcome}.`, next })];
    }
    const results: AnalysisResult[] = [];
    for (const task of tasks) results.push(...(await this.run([task])));
    return results;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Whoever abandons a stream leaves batches behind; they must not start new threads, or the process never ends.
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake(null);
    await Promise.all([...this.#all].map(endWorker));
  }

  /** The results, or why the worker ended without them. */
  async #attempt(tasks: readonly AnalysisTask[]): Promise<readonly AnalysisResult[] | string> {
    const worker = await this.#take();
    if (worker === null) return "the pool is closed";
    return new Promise((resolve) => {
      const finish = (outcome: readonly AnalysisResult[] | string) => {
        clearTimeout(timer);
        worker.off("message", finish).off("error", onError).off("exit", onExit);
        if (typeof outcome === "string") this.#discard(worker);
        else this.#give(worker);
        resolve(outcome);
      };
      const onError = (error: unknown) => finish(error instanceof Error ? error.message : String(error));
      const onExit = () => finish("its worker ended");
      const timer = setTimeout(
        () => finish(`it took longer than ${Math.round(this.#taskLimitMs / 1000)} seconds`),
        this.#taskLimitMs,
      );
      worker.on("message", finish).on("error", onError).on("exit", onExit);
      worker.postMessage(tasks);
    });
  }

  #take(): Promise<Worker | null> | Worker | null {
    if (this.#closed) return null;
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size < this.size) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: WORKER_LIMITS });
    worker.setMaxListeners(20);
    this.#all.add(worker);
    return worker;
  }

  #give(worker: Worker): void {
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
  }

  #discard(worker: Worker): void {
    this.#all.delete(worker);
    void endWorker(worker);
    const next = this.#waiting.shift();
    if (next) next(this.#closed ? null : this.#start());
  }
}

/** How long a worker may take to end by itself. */
const GRACE_MS = 2000;

/**
 * A thread that is cut off inside the ONNX runtime takes the process with it, so a worker is asked to end, which it does
 * between two windows; only one that does not answer is cut off.
 */
async function endWorker(worker: Worker): Promise<void> {
  worker.once("error", () => {});
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  worker.postMessage(STOP);
  let timer: NodeJS.Timeout | undefined;
  const cut = new Promise((resolve) => {
    timer = setTimeout(() => resolve(worker.terminate()), GRACE_MS);
  });
  await Promise.race([ended, cut]);
  clearTimeout(timer);
}

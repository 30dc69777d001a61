import { setTimeout as wait } from "node:timers/promises";

/** Runs one piece of work a host at a time, in the order they came, with a pause between them. */
export class HostQueue {
  readonly #tails = new Map<string, Promise<number>>();

  /** `work` says how long the host is then left alone, in milliseconds. */
  async run<T>(host: string, work: () => Promise<{ readonly result: T; readonly pauseMs: number }>): Promise<T> {
    const before = this.#tails.get(host) ?? Promise.resolve(0);
    const turn = before.then(async (freeAt) => {
      const rest = freeAt - performance.now();
      if (rest > 0) await wait(rest);
      return work();
    });
    this.#tails.set(
      host,
      turn.then(
        ({ pauseMs }) => performance.now() + pauseMs,
        () => performance.now(),
      ),
    );
    return (await turn).result;
  }
}

/**
 * Applies `work` to every input, up to `limit` at a time, and yields the results in the order of the inputs, each as
 * soon as it and all before it are done. Reads no further input while `limit` results wait, so memory stays bounded.
 *
 * @throws what reading the inputs or `work` throws, after the results before it.
 */
export async function* mapInOrder<T, R>(
  inputs: AsyncIterable<T> | Iterable<T>,
  limit: number,
  work: (input: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const running: Promise<R>[] = [];
  const failures: unknown[] = [];
  const changed = new Signal();
  let ended = false;
  let abandoned = false;
  const reading = (async () => {
    try {
      for await (const input of inputs) {
        if (abandoned) return;
        const result = work(input);
        // Until its turn comes nobody else listens for a failure.
        result.catch(() => {});
        running.push(result);
        changed.give();
        while (running.length >= limit && !abandoned) await changed.next();
      }
    } catch (error) {
      failures.push(error);
    } finally {
      ended = true;
      changed.give();
    }
  })();
  try {
    for (;;) {
      const first = running[0];
      if (first !== undefined) {
        const result = await first;
        running.shift();
        changed.give();
        yield result;
      } else if (ended) break;
      else await changed.next();
    }
    await reading;
    if (failures.length > 0) throw failures[0];
  } finally {
    abandoned = true;
    changed.give();
  }
}

/** Wakes whoever waits. */
class Signal {
  #waiting: (() => void)[] = [];

  next(): Promise<void> {
    return new Promise((wake) => this.#waiting.push(wake));
  }

  give(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}

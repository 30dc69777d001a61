/**
 * Gathers inputs into batches of at most `size`, in order. A batch that is not full is given when its first input has
 * waited `waitMs`, or when the inputs end: a slow source is not held up, and a fast one fills its batches.
 *
 * @throws what reading the inputs throws, after the batch of those before it.
 */
export async function* batchInTime<T>(
  inputs: AsyncIterable<T>,
  size: number,
  waitMs: number,
): AsyncGenerator<readonly T[], void, undefined> {
  const iterator = inputs[Symbol.asyncIterator]();
  let batch: T[] = [];
  let since = 0;
  let next = ask(iterator);
  let isRead = false;
  try {
    for (;;) {
      const found =
        batch.length === 0 ? await next : await within(next, Math.max(0, since + waitMs - performance.now()));
      if (found.kind === "input") {
        if (batch.length === 0) since = performance.now();
        batch.push(found.input);
        next = ask(iterator);
        if (batch.length < size) continue;
      }
      isRead = found.kind === "end" || found.kind === "failure";
      if (batch.length > 0) yield batch;
      batch = [];
      if (found.kind === "failure") throw found.failure;
      if (found.kind === "end") return;
    }
  } finally {
    // Whoever stops early does not wait for the input that is being read, nor hear of it.
    if (!isRead) iterator.return?.().catch(() => {});
  }
}

type Found<T> =
  | { readonly kind: "input"; readonly input: T }
  | { readonly kind: "end" }
  | { readonly kind: "failure"; readonly failure: unknown };

/** Never rejects: what was gathered before a failure is given first. */
async function ask<T>(iterator: AsyncIterator<T>): Promise<Found<T>> {
  try {
    const result = await iterator.next();
    return result.done === true ? { kind: "end" } : { kind: "input", input: result.value };
  } catch (failure) {
    return { kind: "failure", failure };
  }
}

async function within<T>(result: Promise<T>, ms: number): Promise<T | { readonly kind: "late" }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ readonly kind: "late" }>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "late" }), ms);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

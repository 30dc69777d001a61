import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { mapInOrder } from "./map-in-order.ts";

describe("mapInOrder(inputs, limit, work)", () => {
  it("keeps the order of the inputs whatever takes longest", async () => {
    const results = await collect(
      mapInOrder([30, 1, 20, 0, 5], 3, async (ms) => {
        await wait(ms);
        return ms;
      }),
    );
    expect(results).toEqual([30, 1, 20, 0, 5]);
  });

  it("reads no further while the limit of results waits", async () => {
    let read = 0;
    async function* inputs() {
      for (let at = 0; at < 100; at++) {
        read++;
        yield at;
      }
    }
    const mapped = mapInOrder(inputs(), 4, async (at) => at);
    await mapped.next();
    await wait(5);
    expect(read).toBeLessThanOrEqual(6);
    await mapped.return();
    await wait(5);
    expect(read).toBeLessThanOrEqual(7);
  });

  it("yields a result at once although the next input is long in coming", async () => {
    async function* inputs() {
      yield 1;
      await wait(10_000, undefined, { ref: false });
      yield 2;
    }
    const mapped = mapInOrder(inputs(), 4, async (at) => at);
    expect(await mapped.next()).toEqual({ done: false, value: 1 });
    void mapped.return();
  });

  it("gives the results before a failure, then the failure", async () => {
    async function* inputs() {
      yield 1;
      yield 2;
      throw new Error("the stream broke");
    }
    const seen: number[] = [];
    const reading = (async () => {
      for await (const result of mapInOrder(inputs(), 2, async (at) => at)) seen.push(result);
    })();
    await expect(reading).rejects.toThrow("the stream broke");
    expect(seen).toEqual([1, 2]);
  });

  it("ends with the failure of the work, and no other goes unheard", async () => {
    const mapped = mapInOrder([1, 2, 3], 3, async (at) => {
      if (at > 1) throw new Error(`no ${at}`);
      return at;
    });
    await expect(collect(mapped)).rejects.toThrow("no 2");
  });
});

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}

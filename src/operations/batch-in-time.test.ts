import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { batchInTime } from "./batch-in-time.ts";

async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<T[][]> {
  const all: T[][] = [];
  for await (const batch of batches) all.push([...batch]);
  return all;
}

async function* count(to: number): AsyncGenerator<number> {
  for (let at = 1; at <= to; at++) yield at;
}

describe("batchInTime(inputs, size, waitMs)", () => {
  it("fills batches from a fast source and gives the rest at its end", async () => {
    expect(await collect(batchInTime(count(7), 3, 10_000))).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(await collect(batchInTime(count(0), 3, 10_000))).toEqual([]);
  });

  it("gives what a slow source has brought without waiting for more", async () => {
    const slow = async function* () {
      yield "a";
      yield "b";
      await wait(120);
      yield "c";
    };
    expect(await collect(batchInTime(slow(), 10, 20))).toEqual([["a", "b"], ["c"]]);
  });

  it("gives what came before a failure, then fails", async () => {
    const failing = async function* () {
      yield 1;
      yield 2;
      throw new RangeError("broken");
    };
    const given: number[] = [];
    const reading = (async () => {
      for await (const batch of batchInTime(failing(), 10, 10_000)) given.push(...batch);
    })();
    await expect(reading).rejects.toThrow("broken");
    expect(given).toEqual([1, 2]);
  });

  it("ends its source when it is left early", async () => {
    let ended = false;
    const source = async function* () {
      try {
        for (;;) yield 1;
      } finally {
        ended = true;
      }
    };
    for await (const _ of batchInTime(source(), 2, 10_000)) break;
    await wait(1);
    expect(ended).toBe(true);
  });
});

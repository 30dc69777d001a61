import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTree } from "./tree.ts";

function scorer(table: readonly (readonly number[])[]) {
  return (word: number, head: number) => table[word]![head + 1]!;
}

function isTree(heads: readonly number[]): boolean {
  return (
    heads.filter((head) => head === -1).length === 1 &&
    heads.every((_, word) => {
      let at = word;
      for (let steps = 0; steps <= heads.length && at !== -1; steps++) at = heads[at]!;
      return at === -1;
    })
  );
}

/** Every way to give n words heads, for small n. */
function* allHeads(n: number): Generator<number[]> {
  const total = (n + 1) ** n;
  for (let code = 0; code < total; code++) {
    const heads = Array.from({ length: n }, (_, word) => (Math.floor(code / (n + 1) ** word) % (n + 1)) - 1);
    if (heads.every((head, word) => head !== word)) yield heads;
  }
}

function crosses(heads: readonly number[]): boolean {
  const arcs = heads.flatMap((head, word) => (head < 0 ? [] : [[Math.min(head, word), Math.max(head, word)] as const]));
  const root = heads.indexOf(-1);
  return (
    arcs.some(([a, b]) => a < root && root < b) || arcs.some(([a, b]) => arcs.some(([c, d]) => a < c && c < b && b < d))
  );
}

const tables = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n + 1, maxLength: n + 1 }), {
      minLength: n,
      maxLength: n,
    }),
  );

describe("decodeTree(length, score)", () => {
  it("gives no words no heads", () => {
    expect(decodeTree(0, () => 0)).toEqual([]);
  });

  it("finds the best tree without crossing arcs", () => {
    fc.assert(
      fc.property(tables(4), (table) => {
        const score = scorer(table);
        const sum = (heads: readonly number[]) => heads.reduce((all, head, word) => all + score(word, head), 0);
        const best = Math.max(...[...allHeads(table.length)].filter((one) => isTree(one) && !crosses(one)).map(sum));
        expect(sum(decodeTree(table.length, score))).toBe(best);
      }),
    );
  });

  it("always gives a tree with one root", () => {
    fc.assert(fc.property(tables(25), (table) => isTree(decodeTree(table.length, scorer(table)))));
  });
});

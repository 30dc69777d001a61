/** Which rows or groups hold a key, to find the few that are worth comparing. */
export interface KeyIndex {
  add(index: number, keys: Iterable<number>): void;
  /** Holders of most of the keys, rare keys counting more, at most `limit`; the latest first among equals. */
  find(keys: Iterable<number>, limit: number): number[];
}

/** One key out of a kind and a name within it; both below 2²⁴. */
export function makeKey(kind: number, name: number): number {
  return kind * 0x1000000 + name;
}

/** Holders kept of one key. A key that more rows hold tells little, and the latest are the likeliest. */
const MOST_HOLDERS = 64;

export function makeKeyIndex(): KeyIndex {
  const holders = new Map<number, number[]>();
  const hits: number[] = [];
  return {
    add(index, keys) {
      while (hits.length <= index) hits.push(0);
      for (const key of keys) {
        const held = holders.get(key);
        if (!held) holders.set(key, [index]);
        else if (!held.includes(index)) {
          if (held.length >= MOST_HOLDERS) held.shift();
          held.push(index);
        }
      }
    },
    find(keys, limit) {
      const touched: number[] = [];
      for (const key of keys) {
        const held = holders.get(key);
        if (!held) continue;
        const worth = 1 / (4 + held.length);
        for (const index of held) {
          if (hits[index] === 0) touched.push(index);
          hits[index]! += worth;
        }
      }
      const best = takeBest(touched, hits, limit);
      for (const index of touched) hits[index] = 0;
      return best;
    },
  };
}

function takeBest(touched: readonly number[], hits: readonly number[], limit: number): number[] {
  const best: number[] = [];
  for (const index of touched) {
    if (best.length === limit && !isBefore(index, best[limit - 1]!, hits)) continue;
    let at = best.length;
    while (at > 0 && isBefore(index, best[at - 1]!, hits)) at--;
    best.splice(at, 0, index);
    if (best.length > limit) best.pop();
  }
  return best;
}

function isBefore(a: number, b: number, hits: readonly number[]): boolean {
  return hits[a]! > hits[b]! || (hits[a] === hits[b] && a > b);
}

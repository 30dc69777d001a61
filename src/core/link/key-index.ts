/** Which rows or groups hold a key, to find the few that are worth comparing. */
export interface KeyIndex {
  add(index: number, keys: Iterable<string>): void;
  /** Holders of most of the keys, at most `limit`; the latest first among equals. */
  find(keys: Iterable<string>, limit: number): number[];
}

/** Holders kept of one key. A key that more rows hold tells little, and the latest are the likeliest. */
const MOST_HOLDERS = 150;

export function makeKeyIndex(): KeyIndex {
  const holders = new Map<string, number[]>();
  return {
    add(index, keys) {
      for (const key of keys) {
        const held = holders.get(key);
        if (!held) holders.set(key, [index]);
        else if (held.at(-1) !== index && !held.includes(index)) {
          if (held.length >= MOST_HOLDERS) held.shift();
          held.push(index);
        }
      }
    },
    find(keys, limit) {
      const hits = new Map<number, number>();
      for (const key of keys) {
        for (const index of holders.get(key) ?? []) hits.set(index, (hits.get(index) ?? 0) + 1);
      }
      return [...hits]
        .sort((a, b) => b[1] - a[1] || b[0] - a[0])
        .slice(0, limit)
        .map(([index]) => index);
    },
  };
}

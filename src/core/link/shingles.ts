import type { Span } from "../text/span.ts";

const WORD = /[\p{L}\p{N}]+/gu;

/** Hashes (32 bit, FNV-1a) of every run of `size` words of the text, outside the given spans. */
export function shingleHashes(text: string, size: number, outside: readonly Span[] = []): Set<number> {
  const hashes = new Set<number>();
  const blocked = [...outside].sort((a, b) => a.start - b.start);
  let run: number[] = [];
  let next = 0;
  for (const match of text.matchAll(WORD)) {
    while (next < blocked.length && blocked[next]!.end <= match.index) {
      next++;
      run = [];
    }
    const block = blocked[next];
    if (block && match.index >= block.start) {
      run = [];
      continue;
    }
    run.push(hashWord(match[0].toLowerCase()));
    if (run.length > size) run.shift();
    if (run.length === size) hashes.add(run.reduce(mix, FNV_OFFSET) >>> 0);
  }
  return hashes;
}

/** Share of the smaller set that the larger holds, 0 to 1. */
export function containmentOf<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const one of small) if (large.has(one)) shared++;
  return shared / small.size;
}

const FNV_OFFSET = 0x811c9dc5;

function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < word.length; index++) hash = mix(hash, word.charCodeAt(index));
  return hash >>> 0;
}

function mix(hash: number, value: number): number {
  return Math.imul((hash ^ value) >>> 0, 0x01000193);
}

export interface WordRun {
  readonly words: string;
  /** Whether the other text has them too, in this order. */
  readonly shared: boolean;
}

/** Longer texts are shown without marks: comparing them costs more than it tells. */
const MOST_WORDS = 300;

/**
 * Which words of a text another one shares, in order, by the longest common run of words. Letters' case and marks around
 * words do not count.
 */
export function markChanges(text: string, other: string): readonly WordRun[] {
  const [own, theirs] = [split(text), split(other)];
  if (own.length > MOST_WORDS || theirs.length > MOST_WORDS) return [{ words: text, shared: true }];
  const [a, b] = [own.map(bare), theirs.map(bare)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row !== undefined) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: { words: string; shared: boolean }[] = [];
  let j = 0;
  for (const [i, word] of own.entries()) {
    while (j < b.length && a[i] !== b[j] && at(i, j) === at(i, j + 1)) j++;
    const shared = a[i] === b[j] && at(i, j) === at(i + 1, j + 1) + 1;
    if (shared) j++;
    const last = runs.at(-1);
    if (last?.shared === shared) last.words += ` ${word}`;
    else runs.push({ words: word, shared });
  }
  return runs;
}

/** Whether two texts are the same but for case and marks around words. */
export function isSameWording(text: string, other: string): boolean {
  return split(text).map(bare).join(" ") === split(other).map(bare).join(" ");
}

function split(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}£$€]+|[^\p{L}\p{N}%]+$/gu, "");
}

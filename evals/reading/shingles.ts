/** Of runs of four words: the share of those read that the page's gold has, and of those of the gold that were read. */
export function shingleOverlap(read: string, gold: string): { readonly precision: number; readonly recall: number } {
  const own = shingleCounts(read);
  const wanted = shingleCounts(gold);
  let shared = 0;
  for (const [shingle, count] of wanted) shared += Math.min(count, own.get(shingle) ?? 0);
  const [found, all] = [sumOf(own), sumOf(wanted)];
  return { precision: found === 0 ? Number(all === 0) : shared / found, recall: all === 0 ? 1 : shared / all };
}

/** F1 of the mean precision and the mean recall over pages, 0–1. */
export function meanShingleF1(pages: readonly { readonly precision: number; readonly recall: number }[]): number {
  const precision = pages.reduce((sum, page) => sum + page.precision, 0);
  const recall = pages.reduce((sum, page) => sum + page.recall, 0);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) / pages.length;
}

function shingleCounts(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= words.length; at++) {
    const shingle = words.slice(at, at + 4).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

import type { StorySource } from "./story-reports.ts";
import { sharedWords, type WordWeights } from "./word-weights.ts";

export type Novelty = "new" | "repeats" | "updates";

/** Share of a sentence's weight that one earlier sentence must hold for it to repeat that sentence. */
const REPEATS = 0.55;
const MOST_CANDIDATES = 20;
const MOST_HOLDERS = 400;

/** For each report, in order, one judgement a sentence against the sentences of the reports before it. */
export function assessNovelty(sources: readonly StorySource[], weights: WordWeights): Novelty[][] {
  const sentences: { readonly words: ReadonlySet<string>; readonly numbers: ReadonlySet<string> }[] = [];
  const holders = new Map<string, number[]>();
  return sources.map((source) => {
    const judged = source.sentences.map((sentence) => {
      const total = weights.sum(sentence.words);
      if (total === 0) return "repeats";
      const hits = new Map<number, number>();
      for (const word of sentence.words) {
        for (const at of holders.get(word) ?? []) hits.set(at, (hits.get(at) ?? 0) + weights.of(word));
      }
      const near = [...hits].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_CANDIDATES);
      const best = near[0];
      if (!best || best[1] / total < REPEATS) return "new";
      const earlier = sentences[best[0]]!;
      const moved =
        sentence.numbers.size > 0 && sharedWords(sentence.numbers, earlier.numbers).length < sentence.numbers.size;
      return moved ? "updates" : "repeats";
    });
    for (const { words, numbers } of source.sentences) {
      for (const word of words) {
        const held = holders.get(word);
        if (!held) holders.set(word, [sentences.length]);
        else if (held.length < MOST_HOLDERS) held.push(sentences.length);
      }
      sentences.push({ words, numbers });
    }
    return judged;
  });
}

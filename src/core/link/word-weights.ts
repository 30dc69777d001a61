import { WORD_COMMONNESS } from "../lexicons/word-commonness.ts";
import type { StorySource } from "./story-reports.ts";

/** How telling each content word is within one story: words that every report of it uses weigh little. */
export interface WordWeights {
  of(word: string): number;
  sum(words: Iterable<string>): number;
}

/** Percent of reports that hold a word which the shipped counts do not list. */
const UNLISTED_PERCENT = 0.4;

/** Inverse sentence frequency within the story, damped by how common the word is in news at large. */
export function weighWords(sources: readonly StorySource[]): WordWeights {
  const counts = new Map<string, number>();
  let sentences = 0;
  for (const source of sources) {
    for (const sentence of source.sentences) {
      sentences++;
      for (const word of sentence.words) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const weights = new Map<string, number>();
  const of = (word: string) => {
    let weight = weights.get(word);
    if (weight === undefined) {
      const within = Math.log((sentences + 10) / ((counts.get(word) ?? 0) + 2));
      const atLarge = Math.log(100 / ((WORD_COMMONNESS.get(word) ?? UNLISTED_PERCENT) + 1));
      weight = Math.max(0.1, within) * (0.4 + atLarge / 6);
      weights.set(word, weight);
    }
    return weight;
  };
  return {
    of,
    sum(words) {
      let sum = 0;
      for (const word of words) sum += of(word);
      return sum;
    },
  };
}

/** Weighted overlap of two sets of words: shared weight over the weight of both (Dice), 0 to 1. */
export function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>, weights: WordWeights): number {
  const both = weights.sum(a) + weights.sum(b);
  return both === 0 ? 0 : (2 * weights.sum(sharedWords(a, b))) / both;
}

/** Share of the lighter set's weight that the other holds, 0 to 1. */
export function coverageOf(a: ReadonlySet<string>, b: ReadonlySet<string>, weights: WordWeights): number {
  const least = Math.min(weights.sum(a), weights.sum(b));
  return least === 0 ? 0 : weights.sum(sharedWords(a, b)) / least;
}

export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return [...small].filter((word) => large.has(word));
}

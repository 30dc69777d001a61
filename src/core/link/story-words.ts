import { WORD_COMMONNESS } from "../lexicons/word-commonness.ts";
import type { StorySource } from "./story-reports.ts";

/** Distinct words of a stretch of text, as numbers in rising order, with how telling each is within the story. */
export interface WordBag {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  /** Sum of the weights. */
  readonly total: number;
}

/** The words of one story, numbered and weighed: words that every report of it uses weigh little. */
export interface StoryWords {
  bagOf(words: Iterable<string>): WordBag;
  /** Words of a body sentence; empty for -1. */
  sentence(source: StorySource, index: number): WordBag;
  /** A number for any name, to be used in keys beside words. */
  numberOf(name: string): number;
}

export const EMPTY_BAG: WordBag = { ids: [], weights: [], total: 0 };

/** Percent of reports that hold a word which the shipped counts do not list. */
const UNLISTED_PERCENT = 0.4;

/** Inverse sentence frequency within the story, damped by how common the word is in news at large. */
export function weighWords(sources: readonly StorySource[]): StoryWords {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const counts: number[] = [];
  let sentences = 0;
  const numberOf = (name: string) => {
    let id = numbers.get(name);
    if (id === undefined) {
      id = names.length;
      numbers.set(name, id);
      names.push(name);
      counts.push(0);
    }
    return id;
  };
  for (const source of sources) {
    for (const sentence of source.sentences) {
      sentences++;
      for (const word of sentence.words) counts[numberOf(word)]!++;
    }
  }
  const weights: number[] = [];
  const weightOf = (id: number) => {
    weights[id] ??= weigh(names[id]!, counts[id]!, sentences);
    return weights[id];
  };
  const bagOf = (words: Iterable<string>): WordBag => {
    const ids = [...new Set(words)].map(numberOf).sort((a, b) => a - b);
    return makeBag(ids, weightOf);
  };
  const bySource = new Map<StorySource, WordBag[]>(
    sources.map((source) => [source, source.sentences.map((sentence) => bagOf(sentence.words))]),
  );
  return { bagOf, numberOf, sentence: (source, index) => bySource.get(source)?.[index] ?? EMPTY_BAG };
}

function weigh(word: string, count: number, sentences: number): number {
  const within = Math.log((sentences + 10) / (count + 2));
  const atLarge = Math.log(100 / ((WORD_COMMONNESS.get(word) ?? UNLISTED_PERCENT) + 1));
  return Math.max(0.1, within) * (0.4 + atLarge / 6);
}

function makeBag(ids: readonly number[], weightOf: (id: number) => number): WordBag {
  const weights = ids.map(weightOf);
  let total = 0;
  for (const weight of weights) total += weight;
  return { ids, weights, total };
}

/** Words of either. */
export function uniteBags(a: WordBag, b: WordBag): WordBag {
  if (a.ids.length === 0) return b;
  if (b.ids.length === 0) return a;
  const weights = new Map(a.ids.map((id, index) => [id, a.weights[index]!]));
  for (const [index, id] of b.ids.entries()) weights.set(id, b.weights[index]!);
  const ids = [...weights.keys()].sort((x, y) => x - y);
  return makeBag(ids, (id) => weights.get(id)!);
}

/** Words of `a` that are not in `b`. */
export function bagWithout(a: WordBag, b: WordBag): WordBag {
  if (b.ids.length === 0) return a;
  const kept = a.ids.flatMap((id, index) => (b.ids.includes(id) ? [] : [index]));
  return makeBag(
    kept.map((index) => a.ids[index]!),
    (id) => a.weights[a.ids.indexOf(id)]!,
  );
}

/** Summed weight of the words in both. */
export function sharedWeight(a: WordBag, b: WordBag): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const first = a.ids[i]!;
    const second = b.ids[j]!;
    if (first === second) {
      sum += a.weights[i]!;
      i++;
      j++;
    } else if (first < second) i++;
    else j++;
  }
  return sum;
}

export function sharedCount(a: WordBag, b: WordBag): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const first = a.ids[i]!;
    const second = b.ids[j]!;
    if (first === second) {
      count++;
      i++;
      j++;
    } else if (first < second) i++;
    else j++;
  }
  return count;
}

/** Shared weight over the weight of both (Dice), 0 to 1. */
export function likenessOf(a: WordBag, b: WordBag): number {
  const both = a.total + b.total;
  return both === 0 ? 0 : (2 * sharedWeight(a, b)) / both;
}

/** Share of the lighter bag's weight that the other holds, 0 to 1. */
export function coverageOf(a: WordBag, b: WordBag): number {
  const least = Math.min(a.total, b.total);
  return least === 0 ? 0 : sharedWeight(a, b) / least;
}

export function intersects<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
}

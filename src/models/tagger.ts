import { hash1, hash2, hash3 } from "./feature-hash.ts";
import { bestClass, type LinearScorer } from "./linear-scorer.ts";
import type { WordFeatures } from "./word-features.ts";

/**
 * Tags left to right, each choice standing (an averaged perceptron after Collins 2002). `tags` receives a class a word.
 */
export function tagWords(words: WordFeatures, model: LinearScorer): Int32Array {
  const tags = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    model.score(tagFeatures(words, tags, i, model.features));
    tags[i] = bestClass(model.scores);
  }
  return tags;
}

/** Writes the features of word `i`, given the tags of the words before it; returns how many. */
export function tagFeatures(words: WordFeatures, tags: Int32Array, i: number, out: Int32Array): number {
  const { lower, suffix1, suffix2, suffix3, suffix4, prefix1, prefix2, prefix3, shape, flags, style } = words;
  const at = i + 1;
  const w = lower[at]!;
  const before = lower[at - 1]!;
  const before2 = at >= 2 ? lower[at - 2]! : 77;
  const next = lower[at + 1]!;
  const next2 = lower[at + 2] ?? 78;
  const t1 = i > 0 ? tags[i - 1]! + 1 : 0;
  const t2 = i > 1 ? tags[i - 2]! + 1 : 0;
  const own = flags[at]!;
  const cased = (shape[at]! * 4 + style) | 0;
  const first = i === 0 ? 1 : 0;
  let n = 0;
  out[n++] = hash1(1, 0);
  out[n++] = hash1(2, w);
  out[n++] = hash2(3, w, cased);
  out[n++] = hash1(4, suffix1[at]!);
  out[n++] = hash1(5, suffix2[at]!);
  out[n++] = hash1(6, suffix3[at]!);
  out[n++] = hash1(7, suffix4[at]!);
  out[n++] = hash1(8, prefix1[at]!);
  out[n++] = hash1(9, prefix2[at]!);
  out[n++] = hash1(10, prefix3[at]!);
  out[n++] = hash2(11, cased, first);
  out[n++] = hash3(12, suffix3[at]!, cased, first);
  out[n++] = hash1(13, t1);
  out[n++] = hash2(14, t1, t2);
  out[n++] = hash2(15, t1, w);
  out[n++] = hash2(16, t1, suffix3[at]!);
  out[n++] = hash1(17, before);
  out[n++] = hash1(18, before2);
  out[n++] = hash1(19, next);
  out[n++] = hash1(20, next2);
  out[n++] = hash2(21, before, w);
  out[n++] = hash2(22, w, next);
  out[n++] = hash2(23, before, next);
  out[n++] = hash1(24, suffix3[at - 1]!);
  out[n++] = hash1(25, suffix3[at + 1]!);
  out[n++] = hash2(26, t1, next);
  out[n++] = hash2(27, t1, suffix2[at + 1]!);
  out[n++] = hash2(28, suffix2[at]!, suffix2[at + 1]!);
  out[n++] = hash2(29, shape[at + 1]!, cased);
  out[n++] = hash3(30, shape[at - 1]!, cased, t1);
  out[n++] = hash3(31, t1, t2, w);
  out[n++] = hash2(32, own, t1);
  out[n++] = hash3(33, t1, suffix2[at]!, suffix2[at + 1]!);
  out[n++] = hash2(34, next, next2);
  out[n++] = hash3(35, t1, w, next);
  return n;
}

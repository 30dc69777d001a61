import { featureTemplates, hashFeatures } from "./feature-hash.ts";
import { bestClass, type LinearScorer } from "./linear-scorer.ts";
import type { WordFeatures } from "./word-features.ts";

/**
 * Tags left to right, each choice standing (an averaged perceptron after Collins 2002). `tags` receives a class a word.
 */
export function tagWords(words: WordFeatures, model: LinearScorer): Int32Array {
  const tags = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    model.scoreParts(TAG_TEMPLATES, tagParts(words, tags, i));
    tags[i] = bestClass(model.scores);
  }
  return tags;
}

/** What features are made of, and where each stands in `PARTS`. */
const PART = {
  zero: 0,
  w: 1,
  cased: 2,
  suffix1: 3,
  suffix2: 4,
  suffix3: 5,
  suffix4: 6,
  prefix1: 7,
  prefix2: 8,
  prefix3: 9,
  first: 10,
  t1: 11,
  t2: 12,
  before: 13,
  before2: 14,
  next: 15,
  next2: 16,
  suffix3Before: 17,
  suffix3Next: 18,
  suffix2Next: 19,
  shapeNext: 20,
  shapeBefore: 21,
  own: 22,
} as const;

const PARTS = new Int32Array(23);

const TAG_TEMPLATES = featureTemplates([
  [1, PART.zero],
  [2, PART.w],
  [3, PART.w, PART.cased],
  [4, PART.suffix1],
  [5, PART.suffix2],
  [6, PART.suffix3],
  [7, PART.suffix4],
  [8, PART.prefix1],
  [9, PART.prefix2],
  [10, PART.prefix3],
  [11, PART.cased, PART.first],
  [12, PART.suffix3, PART.cased, PART.first],
  [13, PART.t1],
  [14, PART.t1, PART.t2],
  [15, PART.t1, PART.w],
  [16, PART.t1, PART.suffix3],
  [17, PART.before],
  [18, PART.before2],
  [19, PART.next],
  [20, PART.next2],
  [21, PART.before, PART.w],
  [22, PART.w, PART.next],
  [23, PART.before, PART.next],
  [24, PART.suffix3Before],
  [25, PART.suffix3Next],
  [26, PART.t1, PART.next],
  [27, PART.t1, PART.suffix2Next],
  [28, PART.suffix2, PART.suffix2Next],
  [29, PART.shapeNext, PART.cased],
  [30, PART.shapeBefore, PART.cased, PART.t1],
  [31, PART.t1, PART.t2, PART.w],
  [32, PART.own, PART.t1],
  [33, PART.t1, PART.suffix2, PART.suffix2Next],
  [34, PART.next, PART.next2],
  [35, PART.t1, PART.w, PART.next],
]);

/** Writes the features of word `i`, given the tags of the words before it; returns how many. */
export function tagFeatures(words: WordFeatures, tags: Int32Array, i: number, out: Int32Array): number {
  return hashFeatures(TAG_TEMPLATES, tagParts(words, tags, i), out);
}

function tagParts(words: WordFeatures, tags: Int32Array, i: number): Int32Array {
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
  const parts = PARTS;
  parts[PART.w] = w;
  parts[PART.cased] = cased;
  parts[PART.suffix1] = suffix1[at]!;
  parts[PART.suffix2] = suffix2[at]!;
  parts[PART.suffix3] = suffix3[at]!;
  parts[PART.suffix4] = suffix4[at]!;
  parts[PART.prefix1] = prefix1[at]!;
  parts[PART.prefix2] = prefix2[at]!;
  parts[PART.prefix3] = prefix3[at]!;
  parts[PART.first] = first;
  parts[PART.t1] = t1;
  parts[PART.t2] = t2;
  parts[PART.before] = before;
  parts[PART.before2] = before2;
  parts[PART.next] = next;
  parts[PART.next2] = next2;
  parts[PART.suffix3Before] = suffix3[at - 1]!;
  parts[PART.suffix3Next] = suffix3[at + 1]!;
  parts[PART.suffix2Next] = suffix2[at + 1]!;
  parts[PART.shapeNext] = shape[at + 1]!;
  parts[PART.shapeBefore] = shape[at - 1]!;
  parts[PART.own] = own;
  return parts;
}

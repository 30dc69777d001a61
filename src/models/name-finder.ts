import { hash1, hash2, hash3 } from "./feature-hash.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import { FLAG, type WordFeatures } from "./word-features.ts";

export const NAME_KINDS = ["person", "organisation", "place", "other"] as const;

/** Classes: 0 outside; then begin, inside, end and single of each kind. */
export const NAME_CLASSES = 1 + 4 * NAME_KINDS.length;
export const BEGIN = 0;
export const INSIDE = 1;
export const END = 2;
export const SINGLE = 3;

export function nameClass(kind: number, part: number): number {
  return 1 + kind * 4 + part;
}

/** Whether the name goes on behind a word of this class. */
function isOpen(cls: number): boolean {
  return cls > 0 && ((cls - 1) & 3) < END;
}

/** Whether class `next` may follow class `previous`; both ends of a sentence count as outside. */
export function mayFollow(previous: number, next: number): boolean {
  if (!isOpen(previous)) return next === 0 || ((next - 1) & 3) === BEGIN || ((next - 1) & 3) === SINGLE;
  if (next === 0 || (previous - 1) >> 2 !== (next - 1) >> 2) return false;
  return ((next - 1) & 3) === INSIDE || ((next - 1) & 3) === END;
}

/** Membership bits of each word in lists of name parts, looked up by `WordFeatures.lower`. */
export type NameLists = ReadonlyMap<number, number>;

/** What is known of a sentence before its names are looked for. */
export interface NameContext {
  readonly words: WordFeatures;
  readonly tags: Int32Array;
  readonly lists: Int32Array;
  readonly hasCapitals: boolean;
}

export function nameContext(words: WordFeatures, tags: Int32Array, lists: NameLists): NameContext {
  const found = new Int32Array(words.length + 3);
  for (let i = 1; i <= words.length; i++) found[i] = lists.get(words.lower[i]!) ?? 0;
  let hasCapitals = false;
  for (let i = 1; i <= words.length && !hasCapitals; i++) hasCapitals = (words.flags[i]! & FLAG.capital) !== 0;
  return { words, tags, lists: found, hasCapitals };
}

/** Labels left to right, each choice standing; only label sequences that make whole names are possible. */
export function findNames(context: NameContext, model: LinearScorer): Int32Array {
  const n = context.words.length;
  const classes = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    if (!mayBeNamed(context, classes, i)) continue;
    model.score(nameFeatures(context, classes, i, model.features));
    classes[i] = bestNameClass(model.scores, i > 0 ? classes[i - 1]! : 0, i === n - 1);
  }
  return classes;
}

/**
 * Most words are in no name, and asking the model about each takes time: a name begins with a capital, a digit, or before
 * a capital ("de Vries"), unless capitals say nothing in this sentence.
 */
function mayBeNamed({ words, hasCapitals }: NameContext, classes: Int32Array, i: number): boolean {
  if (!hasCapitals || words.style !== 0 || (i > 0 && isOpen(classes[i - 1]!))) return true;
  return (words.flags[i + 1]! & NAMED) !== 0 || (words.flags[i + 2]! & FLAG.capital) !== 0;
}

const NAMED = FLAG.capital | FLAG.mixedCase | FLAG.digit;

export function bestNameClass(scores: Int16Array | Float64Array, previous: number, isLast: boolean): number {
  let best = -1;
  for (let next = 0; next < NAME_CLASSES; next++) {
    if (!mayFollow(previous, next)) continue;
    if (isLast && next > 0 && ((next - 1) & 3) < END) continue;
    if (best < 0 || scores[next]! > scores[best]!) best = next;
  }
  return best;
}

/** Writes the features of word `i`, given the labels of the words before it; returns how many. */
export function nameFeatures(context: NameContext, classes: Int32Array, i: number, out: Int32Array): number {
  const { words, tags, lists } = context;
  const { lower, suffix2, suffix3, suffix4, prefix2, prefix3, shape, flags, style } = words;
  const n = words.length;
  const at = i + 1;
  const w = lower[at]!;
  const before = lower[at - 1]!;
  const before2 = at >= 2 ? lower[at - 2]! : 77;
  const next = lower[at + 1]!;
  const next2 = lower[at + 2]!;
  const tag = tags[i]! + 1;
  const tagBefore = i > 0 ? tags[i - 1]! + 1 : 0;
  const tagNext = i + 1 < n ? tags[i + 1]! + 1 : 0;
  const tagNext2 = i + 2 < n ? tags[i + 2]! + 1 : 0;
  const c1 = i > 0 ? classes[i - 1]! : 0;
  const c2 = i > 1 ? classes[i - 2]! : 0;
  const cased = (shape[at]! * 4 + style) | 0;
  const first = i === 0 ? 1 : 0;
  const own = lists[at]!;
  let k = 0;
  out[k++] = hash1(200, c1);
  out[k++] = hash2(201, w, 0);
  out[k++] = hash2(202, w, cased);
  out[k++] = hash2(203, w, c1);
  out[k++] = hash1(204, suffix2[at]!);
  out[k++] = hash1(205, suffix3[at]!);
  out[k++] = hash1(206, suffix4[at]!);
  out[k++] = hash1(207, prefix2[at]!);
  out[k++] = hash1(208, prefix3[at]!);
  out[k++] = hash3(209, cased, first, c1);
  out[k++] = hash2(210, tag, c1);
  out[k++] = hash3(211, tag, cased, first);
  out[k++] = hash2(212, before, c1);
  out[k++] = hash1(213, before2);
  out[k++] = hash1(214, next);
  out[k++] = hash1(215, next2);
  out[k++] = hash2(216, before, w);
  out[k++] = hash2(217, w, next);
  out[k++] = hash2(218, tagBefore, tag);
  out[k++] = hash2(219, tag, tagNext);
  out[k++] = hash3(220, tagBefore, tag, tagNext);
  out[k++] = hash3(221, tag, tagNext, tagNext2);
  out[k++] = hash2(222, shape[at - 1]!, cased);
  out[k++] = hash2(223, cased, shape[at + 1]!);
  out[k++] = hash3(224, shape[at - 1]!, cased, shape[at + 1]!);
  out[k++] = hash3(225, cased, shape[at + 1]!, shape[at + 2]!);
  out[k++] = hash2(226, c1, c2);
  out[k++] = hash2(227, c1, next);
  out[k++] = hash3(228, c1, tag, tagNext);
  out[k++] = hash2(229, cased, before);
  out[k++] = hash2(230, cased, next);
  out[k++] = hash2(231, suffix3[at]!, cased);
  out[k++] = hash2(232, own, cased);
  out[k++] = hash2(233, own, c1);
  out[k++] = hash3(234, lists[at - 1]!, own, lists[at + 1]!);
  out[k++] = hash2(235, own, lists[at + 1]!);
  out[k++] = hash2(236, lists[at + 1]!, next);
  out[k++] = hash3(237, own, tag, tagNext);
  out[k++] = hash2(238, suffix3[at + 1]!, cased);
  out[k++] = hash2(239, suffix3[at - 1]!, cased);
  out[k++] = hash2(240, flags[at]!, c1);
  out[k++] = hash3(241, before, before2, cased);
  out[k++] = hash3(242, next, next2, cased);
  out[k++] = hash2(243, c1, suffix3[at]!);
  // The last capitalised word of the run says most about the whole ("… Police", "… Office", "… Street").
  let end = at;
  while (end < n && end - at < 6 && (flags[end + 1]! & FLAG.capital) !== 0) end++;
  out[k++] = hash2(244, lower[end]!, Math.min(end - at, 2));
  out[k++] = hash2(245, lower[end]!, c1);
  out[k++] = hash2(246, end + 1 <= n ? lower[end + 1]! : 0, cased);
  let start = at;
  while (start > 1 && at - start < 6 && (flags[start - 1]! & FLAG.capital) !== 0) start--;
  out[k++] = hash2(247, lower[start - 1]!, cased);
  out[k++] = hash2(248, lower[start]!, c1);
  out[k++] = hash3(249, lower[start - 1]!, lower[end]!, 0);
  return k;
}

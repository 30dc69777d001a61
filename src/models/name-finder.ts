import { featureTemplates, hashFeatures } from "./feature-hash.ts";
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
    model.scoreParts(NAME_TEMPLATES, nameParts(context, classes, i));
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

/** What features are made of, and where each stands in `PARTS`. */
const PART = {
  c1: 0,
  w: 1,
  zero: 2,
  cased: 3,
  suffix2: 4,
  suffix3: 5,
  suffix4: 6,
  prefix2: 7,
  prefix3: 8,
  first: 9,
  tag: 10,
  before: 11,
  before2: 12,
  next: 13,
  next2: 14,
  tagBefore: 15,
  tagNext: 16,
  tagNext2: 17,
  shapeBefore: 18,
  shapeNext: 19,
  shapeNext2: 20,
  c2: 21,
  own: 22,
  ownBefore: 23,
  ownNext: 24,
  suffix3Next: 25,
  suffix3Before: 26,
  flags: 27,
  last: 28,
  toLast: 29,
  behindLast: 30,
  beforeFirst: 31,
  firstOfRun: 32,
} as const;

const PARTS = new Int32Array(33);

const NAME_TEMPLATES = featureTemplates([
  [200, PART.c1],
  [201, PART.w, PART.zero],
  [202, PART.w, PART.cased],
  [203, PART.w, PART.c1],
  [204, PART.suffix2],
  [205, PART.suffix3],
  [206, PART.suffix4],
  [207, PART.prefix2],
  [208, PART.prefix3],
  [209, PART.cased, PART.first, PART.c1],
  [210, PART.tag, PART.c1],
  [211, PART.tag, PART.cased, PART.first],
  [212, PART.before, PART.c1],
  [213, PART.before2],
  [214, PART.next],
  [215, PART.next2],
  [216, PART.before, PART.w],
  [217, PART.w, PART.next],
  [218, PART.tagBefore, PART.tag],
  [219, PART.tag, PART.tagNext],
  [220, PART.tagBefore, PART.tag, PART.tagNext],
  [221, PART.tag, PART.tagNext, PART.tagNext2],
  [222, PART.shapeBefore, PART.cased],
  [223, PART.cased, PART.shapeNext],
  [224, PART.shapeBefore, PART.cased, PART.shapeNext],
  [225, PART.cased, PART.shapeNext, PART.shapeNext2],
  [226, PART.c1, PART.c2],
  [227, PART.c1, PART.next],
  [228, PART.c1, PART.tag, PART.tagNext],
  [229, PART.cased, PART.before],
  [230, PART.cased, PART.next],
  [231, PART.suffix3, PART.cased],
  [232, PART.own, PART.cased],
  [233, PART.own, PART.c1],
  [234, PART.ownBefore, PART.own, PART.ownNext],
  [235, PART.own, PART.ownNext],
  [236, PART.ownNext, PART.next],
  [237, PART.own, PART.tag, PART.tagNext],
  [238, PART.suffix3Next, PART.cased],
  [239, PART.suffix3Before, PART.cased],
  [240, PART.flags, PART.c1],
  [241, PART.before, PART.before2, PART.cased],
  [242, PART.next, PART.next2, PART.cased],
  [243, PART.c1, PART.suffix3],
  [244, PART.last, PART.toLast],
  [245, PART.last, PART.c1],
  [246, PART.behindLast, PART.cased],
  [247, PART.beforeFirst, PART.cased],
  [248, PART.firstOfRun, PART.c1],
  [249, PART.beforeFirst, PART.last, PART.zero],
]);

/** Writes the features of word `i`, given the labels of the words before it; returns how many. */
export function nameFeatures(context: NameContext, classes: Int32Array, i: number, out: Int32Array): number {
  return hashFeatures(NAME_TEMPLATES, nameParts(context, classes, i), out);
}

function nameParts(context: NameContext, classes: Int32Array, i: number): Int32Array {
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
  // The last capitalised word of the run says most about the whole ("… Police", "… Office", "… Street").
  let end = at;
  while (end < n && end - at < 6 && (flags[end + 1]! & FLAG.capital) !== 0) end++;
  let start = at;
  while (start > 1 && at - start < 6 && (flags[start - 1]! & FLAG.capital) !== 0) start--;
  const parts = PARTS;
  parts[PART.c1] = c1;
  parts[PART.w] = w;
  parts[PART.cased] = cased;
  parts[PART.suffix2] = suffix2[at]!;
  parts[PART.suffix3] = suffix3[at]!;
  parts[PART.suffix4] = suffix4[at]!;
  parts[PART.prefix2] = prefix2[at]!;
  parts[PART.prefix3] = prefix3[at]!;
  parts[PART.first] = first;
  parts[PART.tag] = tag;
  parts[PART.before] = before;
  parts[PART.before2] = before2;
  parts[PART.next] = next;
  parts[PART.next2] = next2;
  parts[PART.tagBefore] = tagBefore;
  parts[PART.tagNext] = tagNext;
  parts[PART.tagNext2] = tagNext2;
  parts[PART.shapeBefore] = shape[at - 1]!;
  parts[PART.shapeNext] = shape[at + 1]!;
  parts[PART.shapeNext2] = shape[at + 2]!;
  parts[PART.c2] = c2;
  parts[PART.own] = own;
  parts[PART.ownBefore] = lists[at - 1]!;
  parts[PART.ownNext] = lists[at + 1]!;
  parts[PART.suffix3Next] = suffix3[at + 1]!;
  parts[PART.suffix3Before] = suffix3[at - 1]!;
  parts[PART.flags] = flags[at]!;
  parts[PART.last] = lower[end]!;
  parts[PART.toLast] = Math.min(end - at, 2);
  parts[PART.behindLast] = end + 1 <= n ? lower[end + 1]! : 0;
  parts[PART.beforeFirst] = lower[start - 1]!;
  parts[PART.firstOfRun] = lower[start]!;
  return parts;
}

import { featureTemplates, hashFeatures } from "./feature-hash.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import { FLAG, type WordFeatures } from "./word-features.ts";

/** Actions: 0 shift, 1 reduce, then a left arc and a right arc for each label. */
export const SHIFT = 0;
export const REDUCE = 1;
export const FIRST_ARC = 2;

export function leftArc(label: number): number {
  return FIRST_ARC + 2 * label;
}

export function rightArc(label: number): number {
  return FIRST_ARC + 2 * label + 1;
}

/** Where an arc-eager parse of one sentence stands (Nivre 2004). Words are 0 … length-1; -1 is "none". */
export interface ParseState {
  readonly words: WordFeatures;
  readonly tags: Int32Array;
  readonly stack: Int32Array;
  stackSize: number;
  buffer: number;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;
  /** Quotation marks, commas and verbs before each word. */
  readonly quotesBefore: Int32Array;
  readonly commasBefore: Int32Array;
}

export function startParse(words: WordFeatures, tags: Int32Array): ParseState {
  const n = words.length;
  // One piece of memory for all: asking for thirteen small ones takes longer than filling them.
  const memory = new ArrayBuffer((n + 1) * 4 * 13);
  let next = 0;
  const column = (length = n) => new Int32Array(memory, (n + 1) * 4 * next++, length);
  const quotesBefore = column(n + 1);
  const commasBefore = column(n + 1);
  for (let i = 0; i < n; i++) {
    const flags = words.flags[i + 1]!;
    quotesBefore[i + 1] = quotesBefore[i]! + ((flags & FLAG.quote) !== 0 ? 1 : 0);
    commasBefore[i + 1] = commasBefore[i]! + ((flags & FLAG.comma) !== 0 ? 1 : 0);
  }
  return {
    words,
    tags,
    stack: column(n + 1),
    stackSize: 0,
    buffer: 0,
    heads: column().fill(-1),
    labels: column().fill(-1),
    left1: column().fill(-1),
    left2: column().fill(-1),
    right1: column().fill(-1),
    right2: column().fill(-1),
    leftCount: column(),
    rightCount: column(),
    leftLabels: column(),
    rightLabels: column(),
    quotesBefore,
    commasBefore,
  };
}

export function isFinished(state: ParseState): boolean {
  return state.buffer >= state.words.length;
}

export function isAllowed(state: ParseState, action: number): boolean {
  if (action === SHIFT) return true;
  if (state.stackSize === 0) return false;
  const top = state.stack[state.stackSize - 1]!;
  if (action === REDUCE) return state.heads[top]! >= 0;
  return (action & 1) === 1 || state.heads[top]! < 0;
}

export function applyAction(state: ParseState, action: number): void {
  const { stack, heads, labels } = state;
  if (action === SHIFT) {
    stack[state.stackSize++] = state.buffer++;
    return;
  }
  if (action === REDUCE) {
    state.stackSize--;
    return;
  }
  const top = stack[state.stackSize - 1]!;
  const word = state.buffer;
  const label = (action - FIRST_ARC) >> 1;
  if ((action & 1) === 0) {
    heads[top] = word;
    labels[top] = label;
    state.left2[word] = state.left1[word]!;
    state.left1[word] = top;
    state.leftCount[word]!++;
    state.leftLabels[word]! |= 1 << (label & 31);
    state.stackSize--;
  } else {
    heads[word] = top;
    labels[word] = label;
    state.right2[top] = state.right1[top]!;
    state.right1[top] = word;
    state.rightCount[top]!++;
    state.rightLabels[top]! |= 1 << (label & 31);
    stack[state.stackSize++] = word;
    state.buffer++;
  }
}

/** The allowed action with the highest score; the lowest number among equals. */
export function bestAction(state: ParseState, scores: Int16Array | Float64Array): number {
  if (state.stackSize === 0) return SHIFT;
  const isHeaded = state.heads[state.stack[state.stackSize - 1]!]! >= 0;
  let best = SHIFT;
  let bestScore = scores[SHIFT]!;
  if (isHeaded && scores[REDUCE]! > bestScore) {
    best = REDUCE;
    bestScore = scores[REDUCE]!;
  }
  // A word with a head takes no second one, so its left arcs are passed over.
  const step = isHeaded ? 2 : 1;
  const { length } = scores;
  for (let action = isHeaded ? FIRST_ARC + 1 : FIRST_ARC; action < length; action += step) {
    const score = scores[action]!;
    if (score > bestScore) {
      best = action;
      bestScore = score;
    }
  }
  return best;
}

/** Parses greedily; each word is pushed and popped at most once, so the time is linear in the length. */
export function parseWords(words: WordFeatures, tags: Int32Array, model: LinearScorer): ParseState {
  const state = startParse(words, tags);
  while (!isFinished(state)) {
    let action = SHIFT;
    if (state.stackSize > 0) {
      model.scoreParts(PARSE_TEMPLATES, parseParts(state));
      action = bestAction(state, model.scores);
    }
    applyAction(state, action);
  }
  return state;
}

/** What features are made of, and where each stands in `PARTS`. */
const PART = {
  headed: 0,
  s0w: 1,
  s0p: 2,
  b0w: 3,
  b0p: 4,
  b1w: 5,
  b1p: 6,
  b2w: 7,
  b2p: 8,
  s0hp: 9,
  s0lp: 10,
  s0rp: 11,
  b0lp: 12,
  distance: 13,
  s0vr: 14,
  s0vl: 15,
  b0vl: 16,
  s0hw: 17,
  s0label: 18,
  s0lw: 19,
  s0ll: 20,
  s0rw: 21,
  s0rl: 22,
  b0lw: 23,
  b0ll: 24,
  s0h2p: 25,
  s0hl: 26,
  s0l2p: 27,
  s0l2l: 28,
  s0r2p: 29,
  s0r2l: 30,
  b0l2p: 31,
  b0l2l: 32,
  s0RightLabels: 33,
  s0LeftLabels: 34,
  b0LeftLabels: 35,
  s1w: 36,
  s1p: 37,
  marks: 38,
  inQuotes: 39,
  s0ap: 40,
  b0bp: 41,
  s0a: 42,
  s0Suffix: 43,
  b0Suffix: 44,
} as const;

const PARTS = new Int32Array(45);

const PARSE_TEMPLATES = featureTemplates([
  [100, PART.headed],
  [101, PART.s0w, PART.s0p],
  [102, PART.s0w, PART.headed],
  [103, PART.s0p, PART.headed],
  [104, PART.b0w, PART.b0p],
  [105, PART.b0w, PART.headed],
  [106, PART.b0p, PART.headed],
  [107, PART.b1w, PART.b1p],
  [108, PART.b1w],
  [109, PART.b1p],
  [110, PART.b2w, PART.b2p],
  [111, PART.b2p],
  [112, PART.s0w, PART.s0p, PART.b0w, PART.b0p],
  [113, PART.s0w, PART.s0p, PART.b0w],
  [114, PART.s0w, PART.b0w, PART.b0p],
  [115, PART.s0w, PART.s0p, PART.b0p],
  [116, PART.s0p, PART.b0w, PART.b0p],
  [117, PART.s0w, PART.b0w],
  [118, PART.s0p, PART.b0p, PART.headed],
  [119, PART.b0p, PART.b1p],
  [120, PART.b0p, PART.b1p, PART.b2p],
  [121, PART.s0p, PART.b0p, PART.b1p, PART.headed],
  [122, PART.s0hp, PART.s0p, PART.b0p],
  [123, PART.s0p, PART.s0lp, PART.b0p],
  [124, PART.s0p, PART.s0rp, PART.b0p],
  [125, PART.s0p, PART.b0p, PART.b0lp],
  [126, PART.s0w, PART.distance],
  [127, PART.s0p, PART.distance],
  [128, PART.b0w, PART.distance],
  [129, PART.b0p, PART.distance],
  [130, PART.s0w, PART.b0w, PART.distance],
  [131, PART.s0p, PART.b0p, PART.distance, PART.headed],
  [132, PART.s0w, PART.s0vr],
  [133, PART.s0p, PART.s0vr],
  [134, PART.s0w, PART.s0vl],
  [135, PART.s0p, PART.s0vl],
  [136, PART.b0w, PART.b0vl],
  [137, PART.b0p, PART.b0vl],
  [138, PART.s0hw],
  [139, PART.s0hp],
  [140, PART.s0label, PART.s0p],
  [141, PART.s0lw],
  [142, PART.s0lp],
  [143, PART.s0ll],
  [144, PART.s0rw],
  [145, PART.s0rp],
  [146, PART.s0rl],
  [147, PART.b0lw],
  [148, PART.b0lp],
  [149, PART.b0ll],
  [150, PART.s0h2p],
  [151, PART.s0hl, PART.s0label],
  [152, PART.s0l2p, PART.s0l2l],
  [153, PART.s0r2p, PART.s0r2l],
  [154, PART.b0l2p, PART.b0l2l],
  [155, PART.s0p, PART.s0lp, PART.s0l2p],
  [156, PART.s0p, PART.s0rp, PART.s0r2p],
  [157, PART.s0p, PART.s0hp, PART.s0h2p],
  [158, PART.b0p, PART.b0lp, PART.b0l2p],
  [159, PART.s0w, PART.s0RightLabels],
  [160, PART.s0p, PART.s0RightLabels],
  [161, PART.s0w, PART.s0LeftLabels],
  [162, PART.s0p, PART.s0LeftLabels],
  [163, PART.b0w, PART.b0LeftLabels],
  [164, PART.b0p, PART.b0LeftLabels],
  [165, PART.s1w, PART.s1p],
  [166, PART.s1p, PART.b0p],
  [167, PART.s1p, PART.s0p, PART.b0p],
  [168, PART.s1w, PART.b0p, PART.s0p],
  [169, PART.marks, PART.s0p, PART.b0p],
  [170, PART.marks, PART.s0w, PART.b0p],
  [171, PART.marks, PART.s0p, PART.b0w],
  [172, PART.inQuotes, PART.b0w],
  [173, PART.inQuotes, PART.s0w, PART.b0p],
  [174, PART.s0ap, PART.s0p, PART.b0p],
  [175, PART.b0bp, PART.s0p, PART.b0p],
  [176, PART.s0ap, PART.b0bp, PART.s0p, PART.b0p],
  [177, PART.s0a, PART.s0p],
  [178, PART.s0w, PART.b0p, PART.b1p],
  [179, PART.s0p, PART.b0w, PART.b1p],
  [180, PART.s0p, PART.b0p, PART.b1w],
  [181, PART.s0p, PART.s0rl, PART.b0p, PART.b0ll],
  [182, PART.s0w, PART.s0rl, PART.b0p],
  [183, PART.s0p, PART.s0label, PART.b0p, PART.s0vr],
  [184, PART.s0hp, PART.s0p, PART.s0label, PART.b0p],
  [185, PART.s0hw, PART.s0w, PART.b0p],
  [186, PART.s0hw, PART.s0p, PART.b0w],
  [187, PART.s0Suffix, PART.b0p],
  [188, PART.b0Suffix, PART.s0p],
]);

/** Writes the features of the state (after Zhang and Nivre 2011, with marks between the two words); returns how many. */
export function parseFeatures(state: ParseState, out: Int32Array): number {
  return hashFeatures(PARSE_TEMPLATES, parseParts(state), out);
}

function parseParts(state: ParseState): Int32Array {
  const { words, tags, heads, labels, stack } = state;
  const lower = words.lower;
  const n = words.length;
  const s0 = stack[state.stackSize - 1]!;
  const s1 = state.stackSize > 1 ? stack[state.stackSize - 2]! : -1;
  const b0 = state.buffer;
  const b1 = b0 + 1 < n ? b0 + 1 : -1;
  const b2 = b0 + 2 < n ? b0 + 2 : -1;
  const s0h = heads[s0]!;
  const s0h2 = s0h < 0 ? -1 : heads[s0h]!;
  const s0l = state.left1[s0]!;
  const s0l2 = state.left2[s0]!;
  const s0r = state.right1[s0]!;
  const s0r2 = state.right2[s0]!;
  const b0l = state.left1[b0]!;
  const b0l2 = state.left2[b0]!;

  const s0w = lower[s0 + 1]!;
  const s0p = tags[s0]! + 1;
  const b0w = lower[b0 + 1]!;
  const b0p = tags[b0]! + 1;
  const s1w = s1 < 0 ? 0 : lower[s1 + 1]!;
  const s1p = s1 < 0 ? 0 : tags[s1]! + 1;
  const b1w = b1 < 0 ? 0 : lower[b1 + 1]!;
  const b1p = b1 < 0 ? 0 : tags[b1]! + 1;
  const b2w = b2 < 0 ? 0 : lower[b2 + 1]!;
  const b2p = b2 < 0 ? 0 : tags[b2]! + 1;
  const s0hw = s0h < 0 ? 0 : lower[s0h + 1]!;
  const s0hp = s0h < 0 ? 0 : tags[s0h]! + 1;
  const s0h2p = s0h2 < 0 ? 0 : tags[s0h2]! + 1;
  const s0lw = s0l < 0 ? 0 : lower[s0l + 1]!;
  const s0lp = s0l < 0 ? 0 : tags[s0l]! + 1;
  const s0l2p = s0l2 < 0 ? 0 : tags[s0l2]! + 1;
  const s0rw = s0r < 0 ? 0 : lower[s0r + 1]!;
  const s0rp = s0r < 0 ? 0 : tags[s0r]! + 1;
  const s0r2p = s0r2 < 0 ? 0 : tags[s0r2]! + 1;
  const b0lw = b0l < 0 ? 0 : lower[b0l + 1]!;
  const b0lp = b0l < 0 ? 0 : tags[b0l]! + 1;
  const b0l2p = b0l2 < 0 ? 0 : tags[b0l2]! + 1;
  const s0label = labels[s0]! + 1;
  const s0ll = s0l < 0 ? 0 : labels[s0l]! + 1;
  const s0rl = s0r < 0 ? 0 : labels[s0r]! + 1;
  const b0ll = b0l < 0 ? 0 : labels[b0l]! + 1;
  const s0hl = s0h < 0 ? 0 : labels[s0h]! + 1;
  const s0l2l = s0l2 < 0 ? 0 : labels[s0l2]! + 1;
  const s0r2l = s0r2 < 0 ? 0 : labels[s0r2]! + 1;
  const b0l2l = b0l2 < 0 ? 0 : labels[b0l2]! + 1;
  const gap = b0 - s0;
  const distance = gap < 5 ? gap : gap < 8 ? 5 : gap < 14 ? 6 : 7;
  const s0vl = Math.min(state.leftCount[s0]!, 3);
  const s0vr = Math.min(state.rightCount[s0]!, 4);
  const b0vl = Math.min(state.leftCount[b0]!, 3);
  const headed = s0h < 0 ? 0 : 1;
  const quotes = state.quotesBefore[b0]! - state.quotesBefore[s0]!;
  const commas = state.commasBefore[b0]! - state.commasBefore[s0]!;
  const marks = (quotes > 2 ? 2 + (quotes & 1) : quotes) * 4 + Math.min(commas, 3);
  const s0a = lower[s0 + 2]!;
  const s0ap = s0 + 1 < n ? tags[s0 + 1]! + 1 : 0;
  const b0bp = b0 > 0 ? tags[b0 - 1]! + 1 : 0;
  const inQuotes = (state.quotesBefore[s0]! & 1) * 2 + (state.quotesBefore[b0]! & 1);

  const parts = PARTS;
  parts[PART.headed] = headed;
  parts[PART.s0w] = s0w;
  parts[PART.s0p] = s0p;
  parts[PART.b0w] = b0w;
  parts[PART.b0p] = b0p;
  parts[PART.b1w] = b1w;
  parts[PART.b1p] = b1p;
  parts[PART.b2w] = b2w;
  parts[PART.b2p] = b2p;
  parts[PART.s0hp] = s0hp;
  parts[PART.s0lp] = s0lp;
  parts[PART.s0rp] = s0rp;
  parts[PART.b0lp] = b0lp;
  parts[PART.distance] = distance;
  parts[PART.s0vr] = s0vr;
  parts[PART.s0vl] = s0vl;
  parts[PART.b0vl] = b0vl;
  parts[PART.s0hw] = s0hw;
  parts[PART.s0label] = s0label;
  parts[PART.s0lw] = s0lw;
  parts[PART.s0ll] = s0ll;
  parts[PART.s0rw] = s0rw;
  parts[PART.s0rl] = s0rl;
  parts[PART.b0lw] = b0lw;
  parts[PART.b0ll] = b0ll;
  parts[PART.s0h2p] = s0h2p;
  parts[PART.s0hl] = s0hl;
  parts[PART.s0l2p] = s0l2p;
  parts[PART.s0l2l] = s0l2l;
  parts[PART.s0r2p] = s0r2p;
  parts[PART.s0r2l] = s0r2l;
  parts[PART.b0l2p] = b0l2p;
  parts[PART.b0l2l] = b0l2l;
  parts[PART.s0RightLabels] = state.rightLabels[s0]!;
  parts[PART.s0LeftLabels] = state.leftLabels[s0]!;
  parts[PART.b0LeftLabels] = state.leftLabels[b0]!;
  parts[PART.s1w] = s1w;
  parts[PART.s1p] = s1p;
  parts[PART.marks] = marks;
  parts[PART.inQuotes] = inQuotes;
  parts[PART.s0ap] = s0ap;
  parts[PART.b0bp] = b0bp;
  parts[PART.s0a] = s0a;
  parts[PART.s0Suffix] = words.suffix3[s0 + 1]!;
  parts[PART.b0Suffix] = words.suffix3[b0 + 1]!;
  return parts;
}

/**
 * Makes one tree of what parsing left: the first headless word that is no mark becomes the root (`rootLabel`), the others
 * hang on it (`looseLabel`, or `markLabel` for punctuation).
 */
export function closeTree(
  state: ParseState,
  labels: { rootLabel: number; looseLabel: number; markLabel: number },
  isMark: (word: number) => boolean,
): void {
  const { heads } = state;
  let root = -1;
  for (let i = 0; i < heads.length && root < 0; i++) if (heads[i]! < 0 && !isMark(i)) root = i;
  for (let i = 0; i < heads.length && root < 0; i++) if (heads[i]! < 0) root = i;
  for (let i = 0; i < heads.length; i++) {
    if (heads[i]! >= 0) continue;
    if (i === root) state.labels[i] = labels.rootLabel;
    else {
      heads[i] = root;
      state.labels[i] = isMark(i) ? labels.markLabel : labels.looseLabel;
    }
  }
}

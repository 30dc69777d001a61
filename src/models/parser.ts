import { hash1, hash2, hash3, hash4 } from "./feature-hash.ts";
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
  const quotesBefore = new Int32Array(n + 1);
  const commasBefore = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) {
    const flags = words.flags[i + 1]!;
    quotesBefore[i + 1] = quotesBefore[i]! + ((flags & FLAG.quote) !== 0 ? 1 : 0);
    commasBefore[i + 1] = commasBefore[i]! + ((flags & FLAG.comma) !== 0 ? 1 : 0);
  }
  return {
    words,
    tags,
    stack: new Int32Array(n + 1),
    stackSize: 0,
    buffer: 0,
    heads: new Int32Array(n).fill(-1),
    labels: new Int32Array(n).fill(-1),
    left1: new Int32Array(n).fill(-1),
    left2: new Int32Array(n).fill(-1),
    right1: new Int32Array(n).fill(-1),
    right2: new Int32Array(n).fill(-1),
    leftCount: new Int32Array(n),
    rightCount: new Int32Array(n),
    leftLabels: new Int32Array(n),
    rightLabels: new Int32Array(n),
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
  for (let action = isHeaded ? FIRST_ARC + 1 : FIRST_ARC; action < scores.length; action += step) {
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
      model.score(parseFeatures(state, model.features));
      action = bestAction(state, model.scores);
    }
    applyAction(state, action);
  }
  return state;
}

/** Writes the features of the state (after Zhang and Nivre 2011, with marks between the two words); returns how many. */
export function parseFeatures(state: ParseState, out: Int32Array): number {
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

  let k = 0;
  out[k++] = hash1(100, headed);
  out[k++] = hash2(101, s0w, s0p);
  out[k++] = hash2(102, s0w, headed);
  out[k++] = hash2(103, s0p, headed);
  out[k++] = hash2(104, b0w, b0p);
  out[k++] = hash2(105, b0w, headed);
  out[k++] = hash2(106, b0p, headed);
  out[k++] = hash2(107, b1w, b1p);
  out[k++] = hash1(108, b1w);
  out[k++] = hash1(109, b1p);
  out[k++] = hash2(110, b2w, b2p);
  out[k++] = hash1(111, b2p);
  out[k++] = hash4(112, s0w, s0p, b0w, b0p);
  out[k++] = hash3(113, s0w, s0p, b0w);
  out[k++] = hash3(114, s0w, b0w, b0p);
  out[k++] = hash3(115, s0w, s0p, b0p);
  out[k++] = hash3(116, s0p, b0w, b0p);
  out[k++] = hash2(117, s0w, b0w);
  out[k++] = hash3(118, s0p, b0p, headed);
  out[k++] = hash2(119, b0p, b1p);
  out[k++] = hash3(120, b0p, b1p, b2p);
  out[k++] = hash4(121, s0p, b0p, b1p, headed);
  out[k++] = hash3(122, s0hp, s0p, b0p);
  out[k++] = hash3(123, s0p, s0lp, b0p);
  out[k++] = hash3(124, s0p, s0rp, b0p);
  out[k++] = hash3(125, s0p, b0p, b0lp);
  out[k++] = hash2(126, s0w, distance);
  out[k++] = hash2(127, s0p, distance);
  out[k++] = hash2(128, b0w, distance);
  out[k++] = hash2(129, b0p, distance);
  out[k++] = hash3(130, s0w, b0w, distance);
  out[k++] = hash4(131, s0p, b0p, distance, headed);
  out[k++] = hash2(132, s0w, s0vr);
  out[k++] = hash2(133, s0p, s0vr);
  out[k++] = hash2(134, s0w, s0vl);
  out[k++] = hash2(135, s0p, s0vl);
  out[k++] = hash2(136, b0w, b0vl);
  out[k++] = hash2(137, b0p, b0vl);
  out[k++] = hash1(138, s0hw);
  out[k++] = hash1(139, s0hp);
  out[k++] = hash2(140, s0label, s0p);
  out[k++] = hash1(141, s0lw);
  out[k++] = hash1(142, s0lp);
  out[k++] = hash1(143, s0ll);
  out[k++] = hash1(144, s0rw);
  out[k++] = hash1(145, s0rp);
  out[k++] = hash1(146, s0rl);
  out[k++] = hash1(147, b0lw);
  out[k++] = hash1(148, b0lp);
  out[k++] = hash1(149, b0ll);
  out[k++] = hash1(150, s0h2p);
  out[k++] = hash2(151, s0hl, s0label);
  out[k++] = hash2(152, s0l2p, s0l2l);
  out[k++] = hash2(153, s0r2p, s0r2l);
  out[k++] = hash2(154, b0l2p, b0l2l);
  out[k++] = hash3(155, s0p, s0lp, s0l2p);
  out[k++] = hash3(156, s0p, s0rp, s0r2p);
  out[k++] = hash3(157, s0p, s0hp, s0h2p);
  out[k++] = hash3(158, b0p, b0lp, b0l2p);
  out[k++] = hash2(159, s0w, state.rightLabels[s0]!);
  out[k++] = hash2(160, s0p, state.rightLabels[s0]!);
  out[k++] = hash2(161, s0w, state.leftLabels[s0]!);
  out[k++] = hash2(162, s0p, state.leftLabels[s0]!);
  out[k++] = hash2(163, b0w, state.leftLabels[b0]!);
  out[k++] = hash2(164, b0p, state.leftLabels[b0]!);
  out[k++] = hash2(165, s1w, s1p);
  out[k++] = hash2(166, s1p, b0p);
  out[k++] = hash3(167, s1p, s0p, b0p);
  out[k++] = hash3(168, s1w, b0p, s0p);
  out[k++] = hash3(169, marks, s0p, b0p);
  out[k++] = hash3(170, marks, s0w, b0p);
  out[k++] = hash3(171, marks, s0p, b0w);
  out[k++] = hash2(172, inQuotes, b0w);
  out[k++] = hash3(173, inQuotes, s0w, b0p);
  out[k++] = hash3(174, s0ap, s0p, b0p);
  out[k++] = hash3(175, b0bp, s0p, b0p);
  out[k++] = hash4(176, s0ap, b0bp, s0p, b0p);
  out[k++] = hash2(177, s0a, s0p);
  out[k++] = hash3(178, s0w, b0p, b1p);
  out[k++] = hash3(179, s0p, b0w, b1p);
  out[k++] = hash3(180, s0p, b0p, b1w);
  out[k++] = hash4(181, s0p, s0rl, b0p, b0ll);
  out[k++] = hash3(182, s0w, s0rl, b0p);
  out[k++] = hash4(183, s0p, s0label, b0p, s0vr);
  out[k++] = hash4(184, s0hp, s0p, s0label, b0p);
  out[k++] = hash3(185, s0hw, s0w, b0p);
  out[k++] = hash3(186, s0hw, s0p, b0w);
  out[k++] = hash2(187, words.suffix3[s0 + 1]!, b0p);
  out[k++] = hash2(188, words.suffix3[b0 + 1]!, s0p);
  return k;
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

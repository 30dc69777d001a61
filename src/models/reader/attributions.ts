import type { Attribution, ContentOdds } from "../../core/annotate/layers.ts";
import type { ReaderLabels } from "./labels.ts";

/** The model's answer about cues in one window. */
export interface CueScores {
  /** Words that are likeliest to open a cue; may name a word twice. */
  readonly cues: ArrayLike<number>;
  /** (cue, word, role), each cue's and word's shares summing to 1. */
  readonly roles: Float32Array;
  /** (cue, word, edge): log odds that content begins and ends with the word, and that the source does. */
  readonly edges: Float32Array;
  /** (word, act). */
  readonly acts: Float32Array;
  /** (word, medium). */
  readonly media: Float32Array;
}

/** A word below this share opens no cue; readers of attributions may ask for more. */
const LEAST = 0.3;

/** Attributions of a window of `words` words that begins at `firstWord` of the report, in text order. */
export function readAttributions(
  scores: CueScores,
  words: number,
  firstWord: number,
  labels: ReaderLabels,
): Attribution[] {
  const found = new Map<number, Attribution>();
  Array.from(scores.cues).forEach((word, index) => {
    const confidence = 1 - scores.acts[word * labels.acts.length]!;
    if (confidence < LEAST || found.has(word)) return;
    const first = index * words * ROLES.length;
    const roles = Array.from({ length: words }, (_, at) =>
      bestIndex(scores.roles, first + at * ROLES.length, ROLES.length, 0),
    );
    const withRole = (role: number) => roles.flatMap((one, at) => (one === role ? [at] : []));
    const share = (role: number) => (at: number) => scores.roles[first + at * ROLES.length + role]!;
    const edge = (which: number) => column(scores.edges, index * words * EDGES + which, EDGES, words);
    const odds = (role: number, edges: readonly [number, number]): Odds => ({
      inside: column(scores.roles, first + role, ROLES.length, words).map(logOdds),
      begins: edge(edges[0]),
      ends: edge(edges[1]),
    });
    const content = odds(CONTENT, CONTENT_EDGES);
    const moved = (own: readonly number[]) => own.map((at) => at + firstWord);
    found.set(word, {
      cue: moved(cueRun(withRole(CUE), word)),
      source: moved(bestRun(odds(SOURCE, SOURCE_EDGES), 0, 1)),
      content: moved(contentWords(content)),
      addressee: moved(likeliestRun(withRole(ADDRESSEE), share(ADDRESSEE))),
      contentOdds: { first: firstWord, ...content },
      act: labels.acts[bestIndex(scores.acts, word * labels.acts.length, labels.acts.length, 1)]!,
      medium: labels.media[bestIndex(scores.media, word * labels.media.length, labels.media.length, 0)]!,
      confidence,
    });
  });
  return [...found].sort(([a], [b]) => a - b).map(([, one]) => one);
}

/** Every `step`-th number from `start` on. */
function column(table: Float32Array, start: number, step: number, count: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < count; i++) found.push(table[start + i * step]!);
  return found;
}

/** A word's part in a cue's statement; order is the model's. */
const ROLES = ["none", "source", "content", "addressee", "cue"] as const;
const [, SOURCE, CONTENT, ADDRESSEE, CUE] = [0, 1, 2, 3, 4] as const;
const EDGES = 4;
const CONTENT_EDGES = [0, 1] as const;
const SOURCE_EDGES = [2, 3] as const;

/** The cue's words from the one that opens it on, without a gap. */
function cueRun(words: readonly number[], opening: number): number[] {
  const run = [opening];
  for (let next = opening + 1; words.includes(next); next++) run.push(next);
  return run;
}

/** Of several runs of words the one with the most behind it. */
function likeliestRun(words: readonly number[], share: (word: number) => number): readonly number[] {
  let best: { words: readonly number[]; sum: number } = { words: [], sum: 0 };
  let run: number[] = [];
  const close = () => {
    const sum = run.reduce((total, word) => total + share(word), 0);
    if (sum > best.sum) best = { words: run, sum };
    run = [];
  };
  for (const word of words) {
    if (run.length > 0 && word !== run.at(-1)! + 1) close();
    run.push(word);
  }
  close();
  return best.words;
}

function logOdds(share: number): number {
  return Math.log((share + 1e-6) / (1 - share + 1e-6));
}

type Odds = Omit<ContentOdds, "first">;

/** What the odds of a content's first and last word as edges weigh beside those of its words. */
const EDGE_WEIGHT = 1.5;

/** What a run of content must have beyond the sum of its odds. */
const RUN = 8;

/** A cue has content: where no run is likely, the likeliest one. */
function contentWords(odds: Odds): readonly number[] {
  const runs = likelyRuns(odds);
  return runs.length > 0 ? runs : bestRun(odds, FAVOUR, EDGE_WEIGHT);
}

const FAVOUR = 1.5;

/** The runs of words with the greatest sum, a run counting the odds of its words and edges less `RUN` (Viterbi). */
function likelyRuns({ inside, begins, ends }: Odds): number[] {
  let outside = 0;
  let within = Number.NEGATIVE_INFINITY;
  const leaves: boolean[] = [];
  const stays: boolean[] = [];
  inside.forEach((value, word) => {
    // What it is worth to have closed a run with the word before.
    const closed = word === 0 ? within : within + EDGE_WEIGHT * ends[word - 1]!;
    const opened = outside + EDGE_WEIGHT * begins[word]! - RUN;
    leaves.push(closed > outside);
    stays.push(within >= opened);
    outside = Math.max(outside, closed);
    within = Math.max(within, opened) + value;
  });
  const last = inside.length - 1;
  const run: number[] = [];
  let isInside = last >= 0 && within + EDGE_WEIGHT * ends[last]! > outside;
  for (let word = last; word >= 0; word--) {
    if (isInside) {
      run.push(word);
      isInside = stays[word]!;
    } else {
      isInside = leaves[word]!;
    }
  }
  return run.reverse();
}

/** The one run of words with the greatest sum, each word's odds raised by `favour`; none when every run speaks against it. */
function bestRun({ inside, begins, ends }: Odds, favour: number, edgeWeight: number): number[] {
  let best = { start: 0, end: 0, sum: 0 };
  let start = 0;
  let sum = Number.NEGATIVE_INFINITY;
  inside.forEach((odds, word) => {
    const opened = edgeWeight * begins[word]!;
    if (opened >= sum) {
      sum = opened;
      start = word;
    }
    sum += odds + favour;
    const closed = sum + edgeWeight * ends[word]!;
    if (closed > best.sum) best = { start, end: word + 1, sum: closed };
  });
  return Array.from({ length: best.end - best.start }, (_, i) => best.start + i);
}

/** Index, counted from `start`, of the greatest of `count` numbers, leaving out the first `skip`; the first of equals. */
export function bestIndex(scores: Float32Array, start: number, count: number, skip: number): number {
  let best = skip;
  for (let i = skip + 1; i < count; i++) if (scores[start + i]! > scores[start + best]!) best = i;
  return best;
}

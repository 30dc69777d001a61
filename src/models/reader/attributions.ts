import type { Attribution } from "../../core/annotate/layers.ts";
import type { ReaderLabels } from "./labels.ts";

/** The model's answer about cues in one window. */
export interface CueScores {
  /** Words that are likeliest to open a cue; may name a word twice. */
  readonly cues: readonly number[];
  /** (cue, word, role), each cue's and word's shares summing to 1. */
  readonly roles: Float32Array;
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
  scores.cues.forEach((word, index) => {
    const confidence = 1 - scores.acts[word * labels.acts.length]!;
    if (confidence < LEAST || found.has(word)) return;
    const roleOf = (at: number) => bestIndex(scores.roles, (index * words + at) * ROLES.length, ROLES.length, 0);
    const withRole = (role: number) => {
      const all: number[] = [];
      for (let at = 0; at < words; at++) if (roleOf(at) === role) all.push(at);
      return all;
    };
    const share = (role: number) => (at: number) => scores.roles[(index * words + at) * ROLES.length + role]!;
    const contentOdds = Array.from({ length: words }, (_, at) => logOdds(share(CONTENT)(at)));
    const moved = (own: readonly number[]) => own.map((at) => at + firstWord);
    found.set(word, {
      cue: moved(cueRun(withRole(CUE), word)),
      source: moved(bestStretch(words, (at) => logOdds(share(SOURCE)(at)))),
      content: moved(contentWords(contentOdds)),
      addressee: moved(bestRun(withRole(ADDRESSEE), share(ADDRESSEE))),
      contentOdds: { first: firstWord, odds: contentOdds },
      act: labels.acts[bestIndex(scores.acts, word * labels.acts.length, labels.acts.length, 1)]!,
      medium: labels.media[bestIndex(scores.media, word * labels.media.length, labels.media.length, 0)]!,
      confidence,
    });
  });
  return [...found].sort(([a], [b]) => a - b).map(([, one]) => one);
}

/** A word's part in a cue's statement; order is the model's. */
const ROLES = ["none", "source", "content", "addressee", "cue"] as const;
const [, SOURCE, CONTENT, ADDRESSEE, CUE] = [0, 1, 2, 3, 4] as const;

/** The cue's words from the one that opens it on, without a gap. */
function cueRun(words: readonly number[], opening: number): number[] {
  const run = [opening];
  for (let next = opening + 1; words.includes(next); next++) run.push(next);
  return run;
}

/** Of several runs of words the one with the most behind it. */
function bestRun(words: readonly number[], share: (word: number) => number): readonly number[] {
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

/** A cue has content: where no run is likely, the likeliest stretch at more favourable odds. */
function contentWords(odds: readonly number[]): readonly number[] {
  const runs = smoothRuns(odds);
  return runs.length > 0 ? runs : bestStretch(odds.length, (word) => odds[word]! + FAVOUR);
}

const FAVOUR = 1.5;

/** What it costs to begin or end a run of content, in log odds. */
const TURN = 2.5;

function logOdds(share: number): number {
  return Math.log((share + 1e-6) / (1 - share + 1e-6));
}

/** The runs of words that have the greatest sum when each run costs two turns: single stray words fall to their neighbours. */
function smoothRuns(odds: readonly number[]): number[] {
  // Viterbi over two states; `from[word]` holds for each state whether the best way came from inside.
  let outside = 0;
  let inside = -TURN;
  const outFromIn: boolean[] = [];
  const inFromIn: boolean[] = [];
  for (const value of odds) {
    outFromIn.push(inside - TURN > outside);
    inFromIn.push(inside >= outside - TURN);
    const nextOutside = Math.max(outside, inside - TURN);
    inside = Math.max(inside, outside - TURN) + value;
    outside = nextOutside;
  }
  const run: number[] = [];
  let isInside = inside - TURN > outside;
  for (let word = odds.length - 1; word >= 0; word--) {
    if (isInside) {
      run.push(word);
      isInside = inFromIn[word]!;
    } else {
      isInside = outFromIn[word]!;
    }
  }
  return run.reverse();
}

/** The one stretch of words with the greatest sum; none when every word speaks against it. */
function bestStretch(words: number, odds: (word: number) => number): number[] {
  let best = { start: 0, end: 0, sum: 0 };
  let start = 0;
  let sum = 0;
  for (let word = 0; word < words; word++) {
    if (sum <= 0) {
      sum = 0;
      start = word;
    }
    sum += odds(word);
    if (sum > best.sum) best = { start, end: word + 1, sum };
  }
  return Array.from({ length: best.end - best.start }, (_, i) => best.start + i);
}

/** Index, counted from `start`, of the greatest of `count` numbers, leaving out the first `skip`; the first of equals. */
export function bestIndex(scores: Float32Array, start: number, count: number, skip: number): number {
  let best = skip;
  for (let i = skip + 1; i < count; i++) if (scores[start + i]! > scores[start + best]!) best = i;
  return best;
}

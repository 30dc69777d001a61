import type { WordSentence } from "../../core/annotate/layers.ts";
import type { NameTag } from "./name-tags.ts";

/** What the other places of a word weigh beside its own. */
const OTHERS = 0.2;
/** What it costs to begin a name, as a log: one that is in doubt is left out, and none is cut into two. */
const SURER = 1;
/** Keeps the log of a kind that was ruled out within bounds. */
const LEAST = 1e-4;

/**
 * Shares of name tags, (word, tag) as logs, in which a word that is capitalised within a sentence counts in part as what it
 * is at its other such places in the report (as in Krishnan & Manning 2006, without a second model), and to begin a name
 * costs something.
 */
export function agreeOnWords(
  sentences: readonly WordSentence[],
  shares: Float32Array,
  tags: readonly NameTag[],
): Float32Array {
  const agreed = Float32Array.from(shares);
  tags.forEach((tag, first) => {
    if (!tag.startsWith("B-")) return;
    for (let at = first; at < agreed.length; at += tags.length) agreed[at] = agreed[at]! - SURER;
  });
  const kindOfTag = kindsOf(tags);
  const kinds = 1 + Math.max(...kindOfTag);
  for (const places of placesOfCapitals(sentences)) {
    const logs = places.map((word) => logsOfKinds(shares, word * tags.length, kindOfTag, kinds));
    const sums = logs.reduce((sum, one) => sum.map((value, kind) => value + one[kind]!));
    places.forEach((word, index) => {
      kindOfTag.forEach((kind, tag) => {
        const own = logs[index]![kind]!;
        const others = (sums[kind]! - own) / (places.length - 1);
        agreed[word * tags.length + tag] = agreed[word * tags.length + tag]! + OTHERS * (others - own);
      });
    });
  }
  return agreed;
}

/** For each tag a number of its kind: 0 for no name, and "B" and "I" of one kind alike. */
function kindsOf(tags: readonly NameTag[]): number[] {
  const names = ["O", ...new Set(tags.filter((tag) => tag !== "O").map((tag) => tag.slice(2)))];
  return tags.map((tag) => names.indexOf(tag === "O" ? tag : tag.slice(2)));
}

/** Places of each word of two letters or more that is capitalised within a sentence and comes so more than once. */
function placesOfCapitals(sentences: readonly WordSentence[]): number[][] {
  const places = new Map<string, number[]>();
  let first = 0;
  for (const { words } of sentences) {
    words.forEach((word, i) => {
      if (i === 0 || word.length < 2 || !/^\p{Lu}/u.test(word)) return;
      const known = places.get(word);
      if (known === undefined) places.set(word, [first + i]);
      else known.push(first + i);
    });
    first += words.length;
  }
  return [...places.values()].filter((one) => one.length > 1);
}

function logsOfKinds(shares: Float32Array, row: number, kindOfTag: readonly number[], kinds: number): number[] {
  const sums = new Array<number>(kinds).fill(LEAST);
  kindOfTag.forEach((kind, tag) => {
    sums[kind] = sums[kind]! + Math.exp(shares[row + tag]!);
  });
  return sums.map(Math.log);
}

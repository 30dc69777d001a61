import { makeKeyIndex } from "./key-index.ts";
import type { StorySource } from "./story-reports.ts";
import { type StoryWords, sharedCount, sharedWeight, type WordBag } from "./story-words.ts";

export type Novelty = "new" | "repeats" | "updates";

/** Share of a sentence's weight that one earlier sentence must hold for it to repeat that sentence. */
const REPEATS = 0.55;
/** Earlier sentences looked at closely for each. */
const MOST_CANDIDATES = 8;

interface ReadSentence {
  readonly words: WordBag;
  readonly numbers: WordBag;
}

/** For each report, in order, one judgement a sentence against the sentences of the reports before it. */
export function assessNovelty(sources: readonly StorySource[], words: StoryWords): Novelty[][] {
  const earlier: ReadSentence[] = [];
  const index = makeKeyIndex();
  return sources.map((source) => {
    const read = source.sentences.map((sentence, at) => ({
      words: words.sentence(source, at),
      numbers: words.bagOf(sentence.words.filter((word) => /\p{N}/u.test(word))),
    }));
    const judged = read.map((sentence) =>
      judgeSentence(
        sentence,
        index.find(sentence.words.ids, MOST_CANDIDATES).map((at) => earlier[at]!),
      ),
    );
    for (const sentence of read) {
      index.add(earlier.length, sentence.words.ids);
      earlier.push(sentence);
    }
    return judged;
  });
}

function judgeSentence({ words, numbers }: ReadSentence, candidates: readonly ReadSentence[]): Novelty {
  if (words.total === 0) return "repeats";
  let best: { sentence: ReadSentence; share: number } | null = null;
  for (const sentence of candidates) {
    const share = sharedWeight(words, sentence.words) / words.total;
    if (best === null || share > best.share) best = { sentence, share };
  }
  if (best === null || best.share < REPEATS) return "new";
  return sharedCount(numbers, best.sentence.numbers) < numbers.ids.length ? "updates" : "repeats";
}

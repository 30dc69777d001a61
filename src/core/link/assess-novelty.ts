import { textOf } from "../text/span.ts";
import { contentWordsOf } from "./content-words.ts";
import { makeKeyIndex } from "./key-index.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";
import { type StoryWords, sharedCount, sharedWeight, type WordBag } from "./story-words.ts";

export type Novelty = "new" | "repeats" | "updates";

/** Share of a sentence's weight that one earlier sentence must hold for it to repeat that sentence. */
const REPEATS = 0.55;
/** Earlier sentences looked at closely for each. */
const MOST_CANDIDATES = 8;

interface ReadSentence {
  readonly words: WordBag;
  readonly numbers: WordBag;
  /** Words that say what was done or said in it: of events and of what people do in saying. */
  readonly deeds: WordBag;
}

/** For each report, in order, one judgement a sentence against the sentences of the reports before it. */
export function assessNovelty(sources: readonly StorySource[], words: StoryWords): Novelty[][] {
  const earlier: ReadSentence[] = [];
  const index = makeKeyIndex();
  return sources.map((source) => {
    const deeds = deedsIn(source);
    const read = source.sentences.map((sentence, at) => ({
      words: words.sentence(source, at),
      numbers: words.bagOf(sentence.words.filter((word) => /\p{N}/u.test(word))),
      deeds: words.bagOf(deeds[at]!),
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

function judgeSentence({ words, numbers, deeds }: ReadSentence, candidates: readonly ReadSentence[]): Novelty {
  if (words.total === 0) return "repeats";
  let best: { sentence: ReadSentence; share: number } | null = null;
  for (const sentence of candidates) {
    const share = sharedWeight(words, sentence.words) / words.total;
    if (best === null || share > best.share) best = { sentence, share };
  }
  if (best === null || best.share < REPEATS) return "new";
  const alike = candidates.filter((one) => sharedWeight(words, one.words) / words.total >= REPEATS);
  const isTold = (deed: number) => alike.some((one) => one.words.ids.includes(deed));
  // "The council has agreed to publish the advice on its ban": old words, and a deed that no sentence like it tells of.
  if (best.share < SAME && !deeds.ids.every(isTold)) return "new";
  return sharedCount(numbers, best.sentence.numbers) < numbers.ids.length ? "updates" : "repeats";
}

/** Share from which a sentence tells nothing new whatever its verb. */
const SAME = 0.85;

/** By sentence. */
function deedsIn(source: StorySource): string[][] {
  const { report, statements, events } = source.record;
  const deeds: string[][] = source.sentences.map(() => []);
  for (const span of [...statements.map(({ cue }) => cue), ...events.map(({ trigger }) => trigger)]) {
    if (span === null) continue;
    const words = contentWordsOf(textOf(report.text, span)).filter((word) => !SAYING.has(word));
    deeds[sentenceAt(source, span.start)]?.push(...words);
  }
  return deeds;
}

/** What everybody does in every report. */
const SAYING: ReadonlySet<string> = new Set(
  contentWordsOf(
    "say said tell told add added report reported announce announced describe described call called claim claimed put give gave accord",
  ),
);

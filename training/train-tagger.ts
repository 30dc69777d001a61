import { bestClass } from "../src/models/linear-scorer.ts";
import { tagFeatures } from "../src/models/tagger.ts";
import type { WordFeatures } from "../src/models/word-features.ts";
import { createRandom, shuffle } from "./random.ts";
import { SparsePerceptron } from "./sparse-perceptron.ts";

export interface TaggedSentence {
  readonly words: WordFeatures;
  readonly gold: Int32Array;
}

export function trainTagger(
  sentences: readonly TaggedSentence[],
  options: { classes: number; epochs: number; seed: number },
): SparsePerceptron {
  const model = new SparsePerceptron(options.classes);
  const random = createRandom(options.seed);
  const order = Int32Array.from(sentences.keys());
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let seen = 0;
    for (const index of order) {
      const { words, gold } = sentences[index]!;
      const tags = new Int32Array(words.length);
      for (let i = 0; i < words.length; i++) {
        const count = tagFeatures(words, tags, i, model.features);
        model.score(count);
        const best = bestClass(model.scores);
        model.tick();
        if (best !== gold[i]!) {
          model.update(count, gold[i]!, best);
          wrong++;
        }
        tags[i] = best;
        seen++;
      }
    }
    process.stderr.write(
      `tagger epoch ${epoch + 1}: ${((100 * wrong) / seen).toFixed(2)} % wrong, ${model.featureCount} features\n`,
    );
  }
  return model;
}

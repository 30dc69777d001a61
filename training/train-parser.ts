import {
  applyAction,
  bestAction,
  isAllowed,
  isFinished,
  parseFeatures,
  SHIFT,
  startParse,
} from "../src/models/parser.ts";
import type { WordFeatures } from "../src/models/word-features.ts";
import { actionCost, type GoldTree, moveCosts } from "./arc-eager-oracle.ts";
import { createRandom, shuffle } from "./random.ts";
import { SparsePerceptron } from "./sparse-perceptron.ts";

export interface ParsedSentence {
  readonly words: WordFeatures;
  /** Tags as a tagger that has not seen the sentence gives them. */
  readonly tags: Int32Array;
  readonly gold: GoldTree;
}

export function trainParser(
  sentences: readonly ParsedSentence[],
  options: {
    actions: number;
    epochs: number;
    seed: number;
    exploreFrom: number;
    exploreRate: number;
  },
  onEpoch: (model: SparsePerceptron, epoch: number) => void,
): SparsePerceptron {
  const model = new SparsePerceptron(options.actions);
  const random = createRandom(options.seed);
  const order = Int32Array.from(sentences.keys());
  const { features, scores } = model;
  const costs = new Float64Array(4);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let seen = 0;
    for (const index of order) {
      const { words, tags, gold } = sentences[index]!;
      const state = startParse(words, tags);
      const onStack = new Uint8Array(words.length);
      while (!isFinished(state)) {
        let next = SHIFT;
        if (state.stackSize > 0) {
          const count = parseFeatures(state, features);
          model.score(count);
          moveCosts(state, gold, onStack, costs);
          const predicted = bestAction(state, scores);
          model.tick();
          seen++;
          next = predicted;
          const least = Math.min(costs[0]!, costs[1]!, costs[2]!, costs[3]!);
          if (actionCost(state, gold, predicted, costs) > least) {
            let best = -1;
            for (let action = 0; action < options.actions; action++) {
              if (!isAllowed(state, action) || actionCost(state, gold, action, costs) > least) continue;
              if (best < 0 || scores[action]! > scores[best]!) best = action;
            }
            model.update(count, best, predicted);
            wrong++;
            if (epoch < options.exploreFrom || random() >= options.exploreRate) next = best;
          }
        }
        const top = state.stackSize > 0 ? state.stack[state.stackSize - 1]! : -1;
        const word = state.buffer;
        applyAction(state, next);
        if (state.buffer > word) onStack[word] = 1;
        else onStack[top] = 0;
      }
    }
    process.stderr.write(
      `parser epoch ${epoch + 1}: ${((100 * wrong) / seen).toFixed(2)} % wrong, ${model.featureCount} features\n`,
    );
    onEpoch(model, epoch);
  }
  return model;
}

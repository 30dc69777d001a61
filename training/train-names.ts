import { bestNameClass, NAME_CLASSES, type NameContext, nameFeatures } from "../src/models/name-finder.ts";
import { createRandom, shuffle } from "./random.ts";
import { SparsePerceptron } from "./sparse-perceptron.ts";

export interface NameExample {
  readonly context: NameContext;
  readonly gold: Int32Array;
}

export function trainNames(
  examples: readonly NameExample[],
  options: { epochs: number; seed: number },
  onEpoch: (model: SparsePerceptron, epoch: number) => void = () => {},
): SparsePerceptron {
  const model = new SparsePerceptron(NAME_CLASSES);
  const random = createRandom(options.seed);
  const order = Int32Array.from(examples.keys());
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { context, gold } = examples[index]!;
      const n = context.words.length;
      const classes = new Int32Array(n);
      for (let i = 0; i < n; i++) {
        const count = nameFeatures(context, classes, i, model.features);
        model.score(count);
        const best = bestNameClass(model.scores, i > 0 ? classes[i - 1]! : 0, i === n - 1);
        model.tick();
        if (best !== gold[i]!) model.update(count, gold[i]!, best);
        // The gold label stands, so that the next word is learnt in a state from which gold can be reached.
        classes[i] = gold[i]!;
      }
    }
    onEpoch(model, epoch);
  }
  return model;
}

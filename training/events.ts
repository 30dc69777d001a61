// Trains the weights that score words that may name an event (src/core/lexicons/event-weights.ts): logistic regression
// with AdaGrad steps, on open data only. Run: node training/events.ts
import { writeFileSync } from "node:fs";
import { type GoldCase, readGoldCases } from "../evals/events/bank-gold.ts";
import { addFeatures, contextOfReport, EVENT_TEMPLATES } from "../src/core/extract/events/features.ts";
import { proposeTriggers } from "../src/core/extract/events/triggers.ts";
import { FeatureNames } from "./feature-names.ts";
import { createRandom, shuffle } from "./random.ts";

const CONFIG = { seed: 20261121, epochs: 15, rate: 0.05, l2: 0.03, minCount: 3, keepAbove: 0.02 } as const;

interface Example {
  readonly features: readonly string[];
  readonly label: 0 | 1;
}

const SETS = ["bank/train.jsonl", "bank/written.jsonl", "storybank/standoff.jsonl"];

const cases = (await Promise.all(SETS.map((set) => readGoldCases(set)))).flat();
const examples = cases.flatMap(toExamples);
const kept = [...train(examples)]
  .filter(([, weight]) => Math.abs(weight) >= CONFIG.keepAbove)
  .sort(([a], [b]) => (a < b ? -1 : 1));
const lines = kept.map(([feature, weight]) => `  ${JSON.stringify(feature)}: ${Math.round(weight * 100) / 100},`);
writeFileSync(
  new URL("../src/core/lexicons/event-weights.ts", import.meta.url),
  `// Weights of the features in extract/events/features.ts. Made by \`node training/events.ts\` from annotated Wikinews
// reports (text CC BY 2.5) and invented reports of the project's own (CC BY 4.0).
// biome-ignore-all format: a generated table
export const EVENT_WEIGHTS: { readonly [feature: string]: number } = {
${lines.join("\n")}
};
`,
);
process.stderr.write(
  `${examples.length} candidates, ${examples.filter(({ label }) => label === 1).length} of them events, ${kept.length} weights\n`,
);

function toExamples({ annotated, events }: GoldCase): Example[] {
  const triggers = annotated.sentences.flatMap((sentence) => proposeTriggers(annotated, sentence));
  const context = contextOfReport(annotated, triggers);
  const gold = new Set(events.map(({ trigger }) => `${trigger.start}:${trigger.end}`));
  return triggers.map((trigger) => {
    const span = `${annotated.tokens[trigger.first]!.start}:${annotated.tokens[trigger.last]!.end}`;
    const features = new FeatureNames(EVENT_TEMPLATES);
    addFeatures(annotated, trigger, context, features);
    return { features: features.names, label: gold.has(span) ? 1 : 0 };
  });
}

function train(data: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of data) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= CONFIG.minCount).map(([name]) => name);
  const ids = new Map(names.map((name, id) => [name, id]));
  const rows = data.map(({ features }) => features.flatMap((feature) => ids.get(feature) ?? []));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const order = Int32Array.from(data, (_, index) => index);
  const random = createRandom(CONFIG.seed);
  for (let epoch = 0; epoch < CONFIG.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      let sum = 0;
      for (const id of rows[index]!) sum += weights[id]!;
      const error = data[index]!.label - 1 / (1 + Math.exp(-sum));
      for (const id of rows[index]!) {
        const gradient = error - CONFIG.l2 * weights[id]!;
        squares[id]! += gradient * gradient;
        weights[id]! += (CONFIG.rate * gradient) / Math.sqrt(squares[id]!);
      }
    }
  }
  return new Map(names.map((name, id) => [name, weights[id]!]));
}

// Trains the weights that score readings of a predicate as a statement (src/core/lexicons/reading-weights.ts):
// logistic regression, averaged stochastic gradient descent, on open data only. Run: node training/statements.ts
import { writeFileSync } from "node:fs";
import { alignByCharacters } from "../evals/align.ts";
import { annotateText } from "../evals/engine.ts";
import { type GoldReport, type GoldStatement, readBank } from "../evals/statements/gold.ts";
import { alignStatement } from "../evals/statements/statements.ts";
import type { AnnotatedReport } from "../src/core/annotate/layers.ts";
import { addFeatures, isQuoted, READING_TEMPLATES } from "../src/core/extract/statements/features.ts";
import { allReadings } from "../src/core/extract/statements/from-predicates.ts";
import type { Reading } from "../src/core/extract/statements/predicates.ts";
import { mapQuotations, runSpan } from "../src/core/extract/statements/quote-map.ts";
import { nameKinds } from "../src/core/extract/statements/score.ts";
import { contentSpans, cueTokens } from "../src/core/extract/statements/spans.ts";
import type { Span } from "../src/core/text/span.ts";
import { FeatureNames } from "./feature-names.ts";
import { createRandom } from "./random.ts";

const CONFIG = { seed: 20261121, epochs: 12, rate: 0.25, l2: 2e-5, minCount: 2, keepAbove: 0.03 } as const;

interface Example {
  readonly features: string[];
  readonly label: 0 | 1;
}

const reports = [
  ...readBank("bank/train.jsonl"),
  ...readBank("bank/written.jsonl"),
  ...readBank("storybank/standoff.jsonl"),
];
const examples: Example[] = [];
for (const report of reports) examples.push(...(await toExamples(report)));
const weights = train(examples);
const kept = [...weights]
  .filter(([, weight]) => Math.abs(weight) >= CONFIG.keepAbove)
  .sort(([a], [b]) => (a < b ? -1 : 1));
const lines = kept.map(([feature, weight]) => `  ${JSON.stringify(feature)}: ${Math.round(weight * 100) / 100},`);
writeFileSync(
  new URL("../src/core/lexicons/reading-weights.ts", import.meta.url),
  `// Weights of the features in extract/statements/features.ts. Made by \`node training/statements.ts\` from
// annotated Wikinews reports (text CC BY 2.5) and invented reports of the project's own (CC BY 4.0).
// biome-ignore-all format: a generated table
export const READING_WEIGHTS: { readonly [feature: string]: number } = {
${lines.join("\n")}
};
`,
);
process.stderr.write(
  `${examples.length} readings, ${examples.filter(({ label }) => label === 1).length} of them statements, ${kept.length} weights\n`,
);

async function toExamples(report: GoldReport): Promise<Example[]> {
  const annotated = await annotateText(report.text, report.publishedAt);
  const align = alignByCharacters(report.text, annotated.report.text);
  const gold = report.statements.map((statement) => alignStatement(statement, align));
  const quotes = mapQuotations(annotated);
  const nameKindOf = nameKinds(annotated);
  const byPredicate = Map.groupBy(
    allReadings(annotated, quotes).filter(({ content }) => content.length > 0),
    ({ predicate }) => predicate,
  );
  return [...byPredicate].flatMap(([predicate, readings]) => {
    const statement = goldFor(annotated, gold, predicate);
    const agreements = readings.map((reading) =>
      statement === null ? 0 : agreement(spansOf(annotated, reading), statement.content),
    );
    const best = Math.max(...agreements);
    return readings.map((reading, i): Example => {
      const chosen = statement !== null && agreements[i] === best && best >= 0.5;
      const features = new FeatureNames(READING_TEMPLATES);
      addFeatures(annotated, quotes, reading, nameKindOf, features);
      return { features: features.names, label: chosen ? 1 : 0 };
    });
  });

  function spansOf(all: AnnotatedReport, reading: Reading): Span[] {
    if (isQuoted(reading))
      return reading.quotations.flatMap((index) =>
        quotes.outermost[index]!.parts.map(({ first, last }) => runSpan(all, first, last)),
      );
    return contentSpans(all, quotes, reading.content, cueTokens(all, reading), null);
  }
}

function goldFor({ tokens }: AnnotatedReport, gold: readonly GoldStatement[], predicate: number): GoldStatement | null {
  const { start, end } = tokens[predicate]!;
  return gold.find(({ cue }) => cue.some((span) => span.start <= start && end <= span.end)) ?? null;
}

/** Dice coefficient of the characters of two sets of spans. */
function agreement(predicted: readonly Span[], gold: readonly Span[]): number {
  const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let common = 0;
  for (const a of predicted)
    for (const b of gold) common += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return (2 * common) / Math.max(1, length(predicted) + length(gold));
}

function train(data: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of data) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const used = data.map(({ features, label }) => ({
    features: features.filter((feature) => counts.get(feature)! >= CONFIG.minCount),
    label,
  }));
  const weights = new Map<string, number>();
  const sums = new Map<string, number>();
  const random = createRandom(CONFIG.seed);
  const order = used.map((_, i) => i);
  for (let epoch = 0; epoch < CONFIG.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const rate = CONFIG.rate / (1 + epoch);
    for (const index of order) {
      const { features, label } = used[index]!;
      let sum = 0;
      for (const feature of features) sum += weights.get(feature) ?? 0;
      const error = label - 1 / (1 + Math.exp(-sum));
      for (const feature of features) {
        const weight = weights.get(feature) ?? 0;
        weights.set(feature, weight + rate * (error - CONFIG.l2 * 100 * weight) * 0.4);
      }
    }
    for (const [feature, weight] of weights) sums.set(feature, (sums.get(feature) ?? 0) + weight);
  }
  return new Map([...sums].map(([feature, sum]) => [feature, sum / CONFIG.epochs]));
}

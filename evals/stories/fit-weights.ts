// `node evals/stories/fit-weights.ts [LINKER …] [--write]`: fits the linkers' pair models on the invented stories, from
// gold rows and from raw text together (of statements, askings and answers the latter counts twice), and prints for every
// linker the F1 of whole stories that were left out of the fit, at several bars. `--write` puts the weights fitted on all
// stories, rounded, into src/core/link/link-models.ts, with the bar that did best on stories left out.
import { readFileSync, writeFileSync } from "node:fs";
import { LINK_MODELS, type LinkModels } from "../../src/core/link/link-models.ts";
import { evalEngine } from "../engine.ts";
import { dealOut, FITTED, fitModel, fitParts, PRACTISED, readLinkInputs, weigh, withModel } from "./left-out.ts";
import { type LinkerName, readExamples } from "./pair-examples.ts";
import { f1, type Linker, scoreStory, type Tally } from "./score-linkers.ts";
import { readStorybank } from "./storybank.ts";
import { readPracticeStories } from "./written-stories.ts";

const BARS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

/** What users get comes from raw text, so that counts for more than rows as annotated. */
const WORTH = { gold: 1, raw: 2 } as const;

/** What each model is judged by when whole stories are linked. */
const JUDGED_BY: { readonly [name in LinkerName]: readonly Linker[] } = {
  events: ["events"],
  statements: ["sameStatement"],
  asks: ["sameStatement", "answers"],
  answers: ["answers"],
  matters: ["matters"],
  figures: ["discrepancies"],
};

const asked = process.argv.slice(2).filter(isLinker);
const SETS = [
  { set: "storybank", inputs: await readLinkInputs(readStorybank() ?? []) },
  { set: "practice", inputs: await readLinkInputs(readPracticeStories(), evalEngine) },
];
const partOf = dealOut(SETS.flatMap(({ inputs }) => inputs));
let models: LinkModels = LINK_MODELS;
for (const name of asked.length > 0 ? asked : FITTED) models = fitLinker(name, models);
if (process.argv.includes("--write")) writeModels(models);

function fitLinker(name: LinkerName, current: LinkModels): LinkModels {
  const sets = SETS.filter(({ set }) => set === "storybank" || PRACTISED.includes(name));
  const examples = sets.flatMap(({ inputs }) =>
    inputs.flatMap((one) => {
      const own = readExamples(one.story, one.records, one.align, current)[name];
      return PRACTISED.includes(name) ? weigh(one, own) : own;
    }),
  );
  process.stdout.write(`${name}: ${examples.length} pairs, ${examples.filter(({ same }) => same).length} the same\n`);
  const weightsOf = fitParts(name, current, examples, partOf);
  let best = { bar: current[name].bar, sum: -1 };
  for (const bar of BARS) {
    const modelsOf = (story: string) => withModel(name, current, weightsOf(story), bar);
    const scores = JUDGED_BY[name].flatMap((linker) =>
      sets.flatMap(({ set, inputs: own }) =>
        (["gold", "raw"] as const).map((kind) => {
          const tally = { right: 0, found: 0, wanted: 0 };
          for (const { story, records, align } of own.filter((one) => one.kind === kind))
            add(tally, scoreStory(story, records, align, modelsOf(story.name)).tallies[linker]);
          return { linker, set, kind, value: 100 * f1(tally) };
        }),
      ),
    );
    const shown = scores.map(({ linker, set, kind, value }) => `${linker} ${value.toFixed(1)} ${set} ${kind}`);
    process.stdout.write(`  from ${bar}: F1 left out ${shown.join(", ")}\n`);
    const sum = scores.reduce((total, { kind, value }) => total + WORTH[kind] * value, 0);
    if (sum > best.sum) best = { bar, sum };
  }
  return withModel(name, current, fitModel(name, current, examples), best.bar);
}

function add(sum: Tally, one: Tally): void {
  sum.right += one.right;
  sum.found += one.found;
  sum.wanted += one.wanted;
}

function isLinker(name: string): name is LinkerName {
  return name in JUDGED_BY;
}

/** Puts the numbers in place of those in the file; everything else of it is written by hand. */
function writeModels(fitted: LinkModels): void {
  const path = new URL("../../src/core/link/link-models.ts", import.meta.url);
  const head = readFileSync(path, "utf8").split("export const LINK_MODELS")[0]!;
  const body = Object.entries(fitted).map(([name, { bar, weights }]) => {
    const lines = Object.entries(weights).map(([feature, weight]) => `      ${feature}: ${weight},`);
    return `  ${name}: {\n    bar: ${bar},\n    weights: {\n${lines.join("\n")}\n    },\n  },`;
  });
  writeFileSync(path, `${head}export const LINK_MODELS: LinkModels = {\n${body.join("\n")}\n};\n`);
}

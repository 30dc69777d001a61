// `node evals/stories/fit-weights.ts [LINKER …] [--write]`: fits the linkers' pair models on the invented stories, from
// gold rows and from raw text together, and prints for every linker the F1 of whole stories that were left out of the
// fit, at several bars. `--write` puts the weights fitted on all stories, rounded, into src/core/link/link-models.ts,
// with the bar that did best on stories left out.
import { readFileSync, writeFileSync } from "node:fs";
import { LINK_MODELS, type LinkModels } from "../../src/core/link/link-models.ts";
import { FITTED, fitModel, readLinkInputs, withModel } from "./left-out.ts";
import { type LinkerName, readExamples } from "./pair-examples.ts";
import { f1, type Linker, scoreStory, type Tally } from "./score-linkers.ts";
import { readStorybank } from "./storybank.ts";

const BARS = [0.12, 0.15, 0.18, 0.2, 0.3, 0.4, 0.5];

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
const inputs = await readLinkInputs(readStorybank() ?? []);
let models: LinkModels = LINK_MODELS;
for (const name of asked.length > 0 ? asked : FITTED) models = fitLinker(name, models);
if (process.argv.includes("--write")) writeModels(models);

function fitLinker(name: LinkerName, current: LinkModels): LinkModels {
  const examples = inputs.flatMap(({ story, records, align }) => readExamples(story, records, align, current)[name]);
  process.stdout.write(`${name}: ${examples.length} pairs, ${examples.filter(({ same }) => same).length} the same\n`);
  const leftOut = new Map(
    inputs.map(
      ({ story }) =>
        [
          story.name,
          fitModel(
            name,
            current,
            examples.filter((one) => one.story !== story.name),
          ),
        ] as const,
    ),
  );
  let best = { bar: current[name].bar, sum: -1 };
  for (const bar of BARS) {
    const held = new Map([...leftOut].map(([story, weights]) => [story, withModel(name, current, weights, bar)]));
    const scores = JUDGED_BY[name].flatMap((linker) =>
      (["gold", "raw"] as const).map((kind) => {
        const tally = { right: 0, found: 0, wanted: 0 };
        for (const one of inputs) {
          if (one.kind === kind)
            add(tally, scoreStory(one.story, one.records, one.align, held.get(one.story.name)).tallies[linker]);
        }
        return { linker, kind, value: 100 * f1(tally) };
      }),
    );
    const shown = scores.map(({ linker, kind, value }) => `${linker} ${value.toFixed(1)} ${kind}`);
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

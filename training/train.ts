import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readPackedModel } from "../src/models/packed-model.ts";
import { closeTree, parseWords } from "../src/models/parser.ts";
import { tagWords } from "../src/models/tagger.ts";
import { wordFeatures } from "../src/models/word-features.ts";
import { goldTree } from "./arc-eager-oracle.ts";
import { joinHyphenated, parseConllu, type TreeSentence } from "./conllu.ts";
import { learnLemmas } from "./lemma-rules.ts";
import { packRows } from "./pack.ts";
import { sealModel } from "./seal.ts";
import { trainParser } from "./train-parser.ts";
import { trainTagger } from "./train-tagger.ts";

const config = JSON.parse(readFileSync(new URL("config.json", import.meta.url), "utf8"));
const read = (path: string) => parseConllu(readFileSync(new URL(`../${config.data}/${path}`, import.meta.url), "utf8"));
const join = (list: TreeSentence[]) => list.map((one) => joinHyphenated(one).sentence);
const rawTrain = [...read("ud-ewt/en_ewt-ud-train.conllu"), ...read("gum/gum_train.noNC_noReddit.conllu")];
const train = join(rawTrain);
for (const one of rawTrain) if (joinHyphenated(one).sentence !== one) train.push(one);
const dev = join(read("ud-ewt/en_ewt-ud-dev.conllu"));
const quick = process.argv.includes("--quick");

const tagNames = [...new Set(train.flatMap((one) => one.upos.map((up, i) => `${up}|${one.xpos[i]}`)))].sort();
const labelNames = [...new Set(train.flatMap((one) => one.deprels))].sort();
const tagIds = new Map(tagNames.map((name, i) => [name, i]));
const labelIds = new Map(labelNames.map((name, i) => [name, i]));
console.error(`${train.length} sentences, ${tagNames.length} tags, ${labelNames.length} labels`);
const featured = train.map((one) => ({
  words: wordFeatures(one.words),
  gold: Int32Array.from(one.upos, (up, i) => tagIds.get(`${up}|${one.xpos[i]}`)!),
}));
const T = tagNames.length;
const opt = { classes: T, seed: config.seed };
const folds = config.tagger.folds;
const predicted: Int32Array[] = [];
for (let k = 0; k < folds; k++) {
  const model = trainTagger(
    featured.filter((_, i) => i % folds !== k),
    { ...opt, epochs: quick ? 2 : config.tagger.foldEpochs },
  );
  const packed = readPackedModel(packRows(model.averaged(), { ...config.pack, least: 1 }), 0)!.model;
  featured.forEach((one, i) => {
    if (i % folds === k) predicted[i] = tagWords(one.words, packed);
  });
}
const tagger = packRows(trainTagger(featured, { ...opt, epochs: quick ? 3 : config.tagger.epochs }).averaged(), {
  ...config.pack,
  least: config.least.tagger,
});
const taggerModel = readPackedModel(tagger, 0)!.model;
const devWords = dev.map((one) => wordFeatures(one.words));
const devTags = devWords.map((words) => tagWords(words, taggerModel));
{
  let n = 0,
    up = 0,
    xp = 0;
  dev.forEach((one, s) => {
    one.words.forEach((_, i) => {
      const [u, x] = tagNames[devTags[s]![i]!]!.split("|");
      n++;
      if (u === one.upos[i]) up++;
      if (x === one.xpos[i]) xp++;
    });
  });
  console.error(
    `dev UPOS ${((100 * up) / n).toFixed(2)} XPOS ${((100 * xp) / n).toFixed(2)} tagger ${tagger.length} bytes`,
  );
}
const isMarkTag = tagNames.map((name) => name.startsWith("PUNCT|"));
const A = 2 + 2 * labelNames.length;
const closing = {
  rootLabel: labelIds.get("root")!,
  looseLabel: labelIds.get("parataxis")!,
  markLabel: labelIds.get("punct")!,
};
function evaluate(model: Uint8Array) {
  const packed = readPackedModel(model, 0)!.model;
  let n = 0,
    uas = 0,
    las = 0;
  const t0 = performance.now();
  dev.forEach((one, s) => {
    const state = parseWords(devWords[s]!, devTags[s]!, packed);
    closeTree(state, closing, (w) => isMarkTag[devTags[s]![w]!]!);
    one.words.forEach((_, i) => {
      n++;
      if (state.heads[i] === one.heads[i]) {
        uas++;
        if (labelNames[state.labels[i]!] === one.deprels[i]) las++;
      }
    });
  });
  const ms = performance.now() - t0;
  console.error(
    `dev UAS ${((100 * uas) / n).toFixed(2)} LAS ${((100 * las) / n).toFixed(2)} parser ${model.length} bytes, ${Math.round((n / ms) * 1000)} tokens/s`,
  );
}
const parsed = train.map((one, i) => ({
  words: featured[i]!.words,
  tags: predicted[i]!,
  gold: goldTree(
    Int32Array.from(one.heads),
    Int32Array.from(one.deprels, (d) => labelIds.get(d)!),
  ),
}));
let parser: Uint8Array = new Uint8Array();
trainParser(
  parsed,
  { ...config.parser, actions: A, seed: config.seed, ...(quick ? { epochs: 4, exploreFrom: 1 } : {}) },
  (model, epoch) => {
    if (epoch >= 2) {
      parser = packRows(model.averaged(), { ...config.pack, least: config.least.parser });
      evaluate(parser);
    }
  },
);
const folder = new URL(`../src/models/${config.folder}/`, import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("weights.bin", folder), Buffer.concat([tagger, parser]));
writeFileSync(
  new URL("vocabulary.json", folder),
  JSON.stringify({ tags: tagNames, labels: labelNames, lemmas: learnLemmas(rawTrain, config.lemmas.minimumCount) }),
);
sealModel(folder, config.folder);

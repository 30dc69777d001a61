import { readFileSync, writeFileSync } from "node:fs";
import { findNames, nameContext } from "../src/models/name-finder.ts";
import { readPackedModel } from "../src/models/packed-model.ts";
import { tagWords } from "../src/models/tagger.ts";
import { wordFeatures } from "../src/models/word-features.ts";
import { type NamedSentence, parseUner, parseWikigold, spansOf } from "./name-data.ts";
import { packRows } from "./pack.ts";
import { sealModel } from "./seal.ts";
import { trainNames } from "./train-names.ts";

const config = JSON.parse(readFileSync(new URL("config.json", import.meta.url), "utf8"));
const text = (path: string) => readFileSync(new URL(`../${config.data}/${path}`, import.meta.url), "utf8");
const folder = new URL(`../src/models/${config.folder}/`, import.meta.url);
const weights = readFileSync(new URL("weights.bin", folder));
const tagger = readPackedModel(weights, 0)!;
const parserEnd = readPackedModel(weights, tagger.end)!.end;
const example = (one: NamedSentence) => {
  const words = wordFeatures(one.words);
  return { context: nameContext(words, tagWords(words, tagger.model), new Map()), gold: one.classes };
};
const uner = parseUner(text("uner-ewt/en_ewt-ud-train.2022-12-02.iob2"));
const unerDev = parseUner(text("uner-ewt/en_ewt-ud-dev.iob2"));
const wiki = parseWikigold(text("wikigold/CONLL-format/data/wikigold.conll.txt"));
console.error(uner.length, unerDev.length, wiki.length);
const wikiTrain = wiki.filter((_, i) => i % 5 !== 4).flat();
const wikiDev = wiki.filter((_, i) => i % 5 === 4).flat();
const train = [...uner, ...wikiTrain].map(example);
const devs = { uner: unerDev.map(example), wikigold: wikiDev.map(example) };
let bytes: Uint8Array = new Uint8Array();
trainNames(train, { epochs: 12, seed: config.seed }, (model, epoch) => {
  if (epoch % 3 !== 2) return;
  bytes = packRows(model.averaged(), { ...config.pack, least: config.least.names });
  const packed = readPackedModel(bytes, 0)!.model;
  for (const [name, dev] of Object.entries(devs)) {
    let tp = 0,
      gold = 0,
      found = 0;
    for (const one of dev) {
      const ok = (s: { kind: number }) => name !== "uner" || s.kind !== 3;
      const g = spansOf(one.gold).filter(ok),
        p = spansOf(findNames(one.context, packed)).filter(ok);
      gold += g.length;
      found += p.length;
      tp += p.filter((a) => g.some((b) => a.start === b.start && a.end === b.end && a.kind === b.kind)).length;
    }
    console.error(
      epoch + 1,
      name,
      "P",
      ((100 * tp) / found).toFixed(1),
      "R",
      ((100 * tp) / gold).toFixed(1),
      "F",
      ((200 * tp) / (gold + found)).toFixed(2),
      bytes.length,
    );
  }
});
writeFileSync(new URL("weights.bin", folder), Buffer.concat([weights.subarray(0, parserEnd), bytes]));
sealModel(folder, config.folder);

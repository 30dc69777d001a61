// Adds to an exported model folder what the product reads beside the network: the lemmas that the light model learnt from
// the same treebanks, and the checksums. Run: node training/reader/finish.ts FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { MODEL_NAME } from "../../src/models/load.ts";
import { sealModel } from "../seal.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("Usage: node training/reader/finish.ts FOLDER\n");
  process.exit(2);
}
const light = new URL(`../../src/models/${MODEL_NAME}/vocabulary.json`, import.meta.url);
const { lemmas } = JSON.parse(readFileSync(light, "utf8"));
const url = pathToFileURL(`${resolve(folder)}/`);
writeFileSync(new URL("lemmas.json", url), `${JSON.stringify(lemmas)}\n`);
sealModel(url, basename(folder));

import { fileURLToPath } from "node:url";
import type { Annotator } from "../core/annotate/layers.ts";
import { isLemmaTable, isStrings } from "./json-shapes.ts";
import { openModelFolder } from "./model-folder.ts";
import { createNameAnnotator } from "./name-annotator.ts";
import { readPackedModel } from "./packed-model.ts";
import { annotateBySentence } from "./sentence-annotators.ts";
import { createSyntaxAnnotator } from "./syntax-annotator.ts";

export const MODEL_NAME = "reading_en_2026-11-21";

/**
 * Reads the trained model from its folder, about 8 MB; call once and keep the result.
 *
 * @throws OnrecordError "model-missing" when a file is not there, does not match its SHA-256 or cannot be read.
 */
export function loadAnnotator(folder: string = fileURLToPath(new URL(`./${MODEL_NAME}`, import.meta.url))): Annotator {
  const files = openModelFolder(folder, MODEL_NAME);
  const { model } = files;
  const weights = files.bytes("weights.bin");
  const vocabulary = files.json("vocabulary.json");
  const tagger = readPackedModel(weights, 0);
  const parser = tagger === null ? null : readPackedModel(weights, tagger.end);
  const finder = parser === null ? null : readPackedModel(weights, parser.end);
  if (tagger === null || parser === null || finder === null)
    throw files.damaged("weights.bin", "its layout is not the expected one");
  const { tags, labels, lemmas } = vocabulary;
  if (!isStrings(tags) || !isStrings(labels) || !isLemmaTable(lemmas)) {
    throw files.damaged("vocabulary.json", "a list is missing");
  }
  return annotateBySentence(
    model,
    createSyntaxAnnotator(model, { tags, labels, lemmas, tagger: tagger.model, parser: parser.model }),
    createNameAnnotator(model, { tags, lists: new Map(), finder: finder.model }),
  );
}

import { fileURLToPath } from "node:url";
import type { Annotator } from "../../core/annotate/layers.ts";
import { isLemmaTable, isObject, isStrings } from "../json-shapes.ts";
import { Lemmatizer } from "../lemmatizer.ts";
import { openModelFolder } from "../model-folder.ts";
import type { ReaderLabels } from "./labels.ts";
import { createScorer } from "./onnx-session.ts";
import { createReaderAnnotator } from "./reader-annotator.ts";
import { createVocabulary } from "./word-pieces.ts";

export const READER_NAME = "reader_en_2026-11-22";

/**
 * Reads the language model from its folder, about 27 MB; call once and keep the result.
 *
 * @throws OnrecordError "model-missing" when a file is not there, does not match its SHA-256 or cannot be read.
 */
export function loadReader(folder: string = fileURLToPath(new URL(`../${READER_NAME}`, import.meta.url))): Annotator {
  const files = openModelFolder(folder, READER_NAME);
  const labels = files.json("labels.json");
  const lemmas = files.json("lemmas.json");
  if (!isReaderLabels(labels)) throw files.damaged("labels.json", "a list is missing");
  if (!isLemmaTable(lemmas)) throw files.damaged("lemmas.json", "it is not a table of lemmas");
  return createReaderAnnotator(files.model, {
    labels,
    vocabulary: createVocabulary(files.bytes("vocab.txt").toString("utf8")),
    lemmatizer: new Lemmatizer(lemmas),
    score: createScorer(files.bytes("model.onnx")),
  });
}

/** The folder's checksum holds what its lists say; that they are there is looked at. */
function isReaderLabels(value: Record<string, unknown>): value is Record<string, unknown> & ReaderLabels {
  const { media } = value;
  return (
    isObject(value) &&
    [value["upos"], value["xpos"], value["relations"], value["names"], value["acts"]].every(isStrings) &&
    Array.isArray(media) &&
    media.every((one) => one === null || typeof one === "string") &&
    typeof value["windowPieces"] === "number"
  );
}

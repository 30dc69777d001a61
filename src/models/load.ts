import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Annotator } from "../core/annotate/layers.ts";
import { OnrecordError } from "../errors.ts";
import { createNameAnnotator } from "./name-annotator.ts";
import { readPackedModel } from "./packed-model.ts";
import { annotateBySentence } from "./sentence-annotators.ts";
import { createSyntaxAnnotator } from "./syntax-annotator.ts";

export const MODEL_NAME = "reading_en_2026-11-21";

const FIX =
  "Restore the folder from the repository or package (git checkout, or npm ci), or train it anew (docs/training.md).";

/**
 * Reads the trained model from its folder, about 8 MB; call once and keep the result.
 *
 * @throws OnrecordError "model-missing" when a file is not there, does not match its SHA-256 or cannot be read.
 */
export function loadAnnotator(folder: string = fileURLToPath(new URL(`./${MODEL_NAME}`, import.meta.url))): Annotator {
  const config = parseObject(readModelFile(folder, "config.json"), folder, "config.json");
  const weights = readChecked(folder, "weights.bin", config);
  const vocabulary = parseObject(readChecked(folder, "vocabulary.json", config), folder, "vocabulary.json");
  const tagger = readPackedModel(weights, 0);
  const parser = tagger === null ? null : readPackedModel(weights, tagger.end);
  const finder = parser === null ? null : readPackedModel(weights, parser.end);
  if (tagger === null || parser === null || finder === null)
    throw damaged(folder, "weights.bin", "its layout is not the expected one");
  const { tags, labels, lemmas } = vocabulary;
  if (!isStrings(tags) || !isStrings(labels) || !isLemmaTable(lemmas)) {
    throw damaged(folder, "vocabulary.json", "a list is missing");
  }
  const model = typeof config["model"] === "string" ? config["model"] : MODEL_NAME;
  return annotateBySentence(
    model,
    createSyntaxAnnotator(model, { tags, labels, lemmas, tagger: tagger.model, parser: parser.model }),
    createNameAnnotator(model, { tags, lists: new Map(), finder: finder.model }),
  );
}

function readModelFile(folder: string, file: string): Buffer {
  try {
    return readFileSync(`${folder}/${file}`);
  } catch (cause) {
    throw new OnrecordError("model-missing", `The model file ${folder}/${file} cannot be read`, { next: FIX, cause });
  }
}

function readChecked(folder: string, file: string, config: Record<string, unknown>): Buffer {
  const bytes = readModelFile(folder, file);
  const sums = config["sha256"];
  const expected = isObject(sums) ? sums[file] : undefined;
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== expected) throw damaged(folder, file, `its SHA-256 is ${found} and not ${String(expected)}`);
  return bytes;
}

function parseObject(bytes: Buffer, folder: string, file: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw damaged(folder, file, "it is not JSON", cause);
  }
  if (!isObject(value)) throw damaged(folder, file, "it is not a JSON object");
  return value;
}

function damaged(folder: string, file: string, why: string, cause?: unknown): OnrecordError {
  const options = cause === undefined ? { next: FIX } : { next: FIX, cause };
  return new OnrecordError("model-missing", `The model file ${folder}/${file} is damaged: ${why}`, options);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isLemmaTable(
  value: unknown,
): value is { exceptions: Record<string, Record<string, string>>; rules: Record<string, string[]> } {
  if (!isObject(value) || !isObject(value["exceptions"]) || !isObject(value["rules"])) return false;
  const { exceptions, rules } = value;
  const isStringObject = (one: unknown) =>
    isObject(one) && Object.values(one).every((text) => typeof text === "string");
  return Object.values(exceptions).every(isStringObject) && Object.values(rules).every(isStrings);
}

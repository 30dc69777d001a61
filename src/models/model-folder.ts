import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { OnrecordError } from "../errors.ts";
import { isObject } from "./json-shapes.ts";

const FIX =
  "Restore the folder from the repository or package (git checkout, or npm ci), or train it anew (docs/training.md).";

/** A folder of trained weights; every file is checked against the SHA-256 in its config.json when it is read. */
export interface ModelFolder {
  readonly model: string;
  bytes(file: string): Buffer;
  json(file: string): Record<string, unknown>;
  damaged(file: string, why: string, cause?: unknown): OnrecordError;
}

/** @throws OnrecordError "model-missing" when a file is not there, does not match its SHA-256 or cannot be read. */
export function openModelFolder(folder: string, name: string): ModelFolder {
  const config = parseObject(readModelFile(folder, "config.json"), folder, "config.json");
  const { model } = config;
  const bytes = (file: string) => readChecked(folder, file, config);
  return {
    model: typeof model === "string" ? model : name,
    bytes,
    json: (file) => parseObject(bytes(file), folder, file),
    damaged: (file, why, cause) => damaged(folder, file, why, cause),
  };
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

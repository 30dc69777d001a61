import { hash } from "node:crypto";
import packageJson from "../../package.json" with { type: "json" };
import { readConfig } from "../config.ts";
import type { Engine } from "../core/pipeline.ts";
import { loadAnnotator, MODEL_NAME } from "../models/load.ts";
import { loadReader, READER_NAME } from "../models/reader/load-reader.ts";
import { hasRuntime } from "../models/reader/runtime.ts";

const MODELS = {
  light: { name: MODEL_NAME, load: loadAnnotator },
  reader: { name: READER_NAME, load: loadReader },
} as const;

const chosen = MODELS[readConfig().model ?? (hasRuntime() ? "reader" : "light")];

/** Name, version and model of the engine of this installation, without loading the model. */
export const ENGINE = { name: "onrecord", version: packageJson.version, model: chosen.name } as const;

/** Loads the model, which takes longest; call once per process or worker. */
export function loadEngine(): Engine {
  const annotator = chosen.load();
  return { ...ENGINE, model: annotator.name, annotator, sha256: (text) => hash("sha256", text, "hex") };
}

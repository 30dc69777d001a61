import { hash } from "node:crypto";
import packageJson from "../../package.json" with { type: "json" };
import type { Engine } from "../core/pipeline.ts";
import { loadAnnotator, MODEL_NAME } from "../models/load.ts";

/** Name, version and model of the engine of this installation, without loading the model. */
export const ENGINE = { name: "onrecord", version: packageJson.version, model: MODEL_NAME } as const;

/** Loads the model, which takes longest; call once per process or worker. */
export function loadEngine(): Engine {
  const annotator = loadAnnotator();
  return { ...ENGINE, model: annotator.name, annotator, sha256: (text) => hash("sha256", text, "hex") };
}

import { mkdirSync, writeFileSync } from "node:fs";
import { formatJsonSchema, JSON_SCHEMAS } from "../src/schema/json-schema.ts";

/** Writes the published JSON Schemas into `schema/`. Run after a change in `src/schema`. */
const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(JSON_SCHEMAS) as (keyof typeof JSON_SCHEMAS)[]) {
  writeFileSync(new URL(name, folder), formatJsonSchema(name));
}

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatJsonSchema, JSON_SCHEMAS } from "./json-schema.ts";

describe("schema/*.schema.json", () => {
  it.each(Object.keys(JSON_SCHEMAS) as (keyof typeof JSON_SCHEMAS)[])("%s is what the schemas give", (name) => {
    // When stale: node scripts/emit-schema.ts
    expect(readFileSync(new URL(`../../schema/${name}`, import.meta.url), "utf8")).toBe(formatJsonSchema(name));
  });
});

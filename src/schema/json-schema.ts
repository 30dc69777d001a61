import { z } from "zod";
import { recordSchema } from "./record.ts";
import { storyRecordSchema } from "./story-record.ts";

/** The JSON Schemas (draft 2020-12) that are published under `schema/`, by file name. */
export const JSON_SCHEMAS = {
  "record.schema.json": () => emit(recordSchema, "The record of one report, as `onrecord analyze --json` prints it."),
  "story.schema.json": () => emit(storyRecordSchema, "The record of one story, as `onrecord story --json` prints it."),
} as const;

/** The file as committed: two-space JSON with a line end. */
export function formatJsonSchema(name: keyof typeof JSON_SCHEMAS): string {
  return `${JSON.stringify(JSON_SCHEMAS[name](), null, 2)}\n`;
}

function emit(schema: z.ZodType, title: string): object {
  return { ...z.toJSONSchema(schema, { target: "draft-2020-12" }), title };
}

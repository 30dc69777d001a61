import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

/** A page with text that must and must not be read, and its title, author and date where known ("" otherwise). */
export interface TrafilaturaPage {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly title: string;
  readonly author: string;
  readonly date: string;
}

const EVALDATA = z.record(
  z.string(),
  z.object({
    file: z.string(),
    with: z.array(z.string()),
    without: z.array(z.string()),
    title: z.string().default(""),
    author: z.union([z.string(), z.array(z.string()).transform((names) => names.join(" "))]).default(""),
    date: z.string().default(""),
  }),
);

/** The pages of trafilatura's evaluation data that lie in `folder`, in its order. */
export function* readTrafilaturaPages(folder: string): Generator<TrafilaturaPage> {
  const entries = EVALDATA.parse(JSON.parse(readFileSync(`${folder}/evaldata.json`, "utf8")));
  for (const [url, entry] of Object.entries(entries)) {
    const path = `${folder}/${entry.file}.gz`;
    if (existsSync(path)) yield { url, bytes: gunzipSync(readFileSync(path)), ...entry };
  }
}

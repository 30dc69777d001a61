import { readdirSync, readFileSync } from "node:fs";
import { readAnnotated } from "./annotated-report.ts";
import type { BankReport, BankStory } from "./storybank.ts";

const FOLDER = new URL("./written/", import.meta.url);

/** The project's own invented stories (`written/README.md`), in order of name; the linkers' rules were made without them. */
export function readWrittenStories(): BankStory[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const read = (file: string) => readFileSync(new URL(`${name}/${file}`, FOLDER), "utf8");
      const rows = read("reports.tsv")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t"));
      return {
        name,
        reports: rows.map(([file = "", outlet = "", publishedAt = "", headline = "", kind = "", of = ""]) => ({
          id: `${name}/${file.replace(".txt", "")}`,
          outlet,
          publishedAt,
          headline,
          kind: kind as BankReport["kind"],
          of: of === "" ? null : of,
          ...readAnnotated(read(`annotated/${file}`)),
        })),
        gold: JSON.parse(read("gold.json")),
      };
    });
}

import { readdirSync, readFileSync } from "node:fs";
import { readAnnotated } from "./annotated-report.ts";
import type { BankReport, BankStory } from "./storybank.ts";

/** The project's own invented stories that nothing is fitted on (`written/README.md`), in order of name. */
export function readWrittenStories(): BankStory[] {
  return readStories(new URL("./written/", import.meta.url));
}

/** Those that nobody who works on the rules has read (`unread/README.md`), in order of name. */
export function readUnreadStories(): BankStory[] {
  return readStories(new URL("./unread/", import.meta.url));
}

/** Those that the linkers' weights are fitted on (`practice/README.md`), in order of name. */
export function readPracticeStories(): BankStory[] {
  return readStories(new URL("./practice/", import.meta.url));
}

function readStories(folder: URL): BankStory[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), "utf8");
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

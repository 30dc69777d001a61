import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface BenchText {
  readonly id: string;
  readonly text: string;
  readonly headline: string | null;
  readonly publishedAt: string | null;
}

const BANK = fileURLToPath(new URL("../../shared/data/bank/", import.meta.url));
const EXAMPLES = fileURLToPath(new URL("../examples/demo/", import.meta.url));

/** Real reports where the data lie beside the checkout, else the invented ones of the examples. */
export function readBenchTexts(): { readonly name: string; readonly texts: readonly BenchText[] } {
  const files = ["train.jsonl", "dev.jsonl"].map((file) => BANK + file).filter(existsSync);
  if (files.length > 0) return { name: "bank", texts: files.flatMap(readLines) };
  const texts = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => ({ id: file, text: readFileSync(EXAMPLES + file, "utf8"), headline: null, publishedAt: null }));
  return { name: "examples", texts };
}

function readLines(file: string): BenchText[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { id, text, headline, publishedAt } = JSON.parse(line);
      return { id: String(id), text: String(text), headline: headline ?? null, publishedAt: publishedAt ?? null };
    });
}

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DATA = fileURLToPath(new URL("../../shared/data/", import.meta.url));

/** Path of a development set beside the checkout, or null (with a line on stderr) where it is not there. */
export function findData(path: string): string | null {
  const full = DATA + path;
  if (existsSync(full)) return full;
  process.stderr.write(`evals: ${path} is not beside this checkout; its scores are left out.\n`);
  return null;
}

export function readJsonLines<T>(path: string, parse: (value: unknown) => T): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => parse(JSON.parse(line)));
}

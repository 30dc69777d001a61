import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Writes the model folder's config.json with the SHA-256 of its files, which the loader checks. */
export function sealModel(folder: URL, model: string): void {
  const sumOf = (file: string) =>
    createHash("sha256")
      .update(readFileSync(new URL(file, folder)))
      .digest("hex");
  const files = readdirSync(folder)
    .filter((file) => file !== "config.json" && !file.endsWith(".md"))
    .sort();
  const sha256 = Object.fromEntries(files.map((file) => [file, sumOf(file)]));
  writeFileSync(new URL("config.json", folder), `${JSON.stringify({ model, sha256 }, null, 2)}\n`);
}

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { OnrecordError } from "../errors.ts";
import { loadAnnotators, MODEL_NAME } from "./load.ts";

const shipped = fileURLToPath(new URL(MODEL_NAME, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "onrecord-model-"));
afterAll(() => rmSync(folder, { recursive: true }));

function copyWith(change: (path: string) => void): string {
  const copy = mkdtempSync(join(folder, "copy-"));
  cpSync(shipped, copy, { recursive: true });
  change(copy);
  return copy;
}

function failureOf(path: string): unknown {
  try {
    loadAnnotators(path);
    return null;
  } catch (error) {
    return error;
  }
}

describe("loadAnnotators(folder)", () => {
  const { syntax, names } = loadAnnotators();

  it("tags and parses a reported sentence", () => {
    const words = ["The", "council", "said", "the", "road", "would", "close", "."];
    const layer = syntax.annotateSyntax(words);
    expect(layer.upos).toEqual(["DET", "NOUN", "VERB", "DET", "NOUN", "AUX", "VERB", "PUNCT"]);
    expect(layer.lemmas[2]).toBe("say");
    expect(layer.heads[1]).toBe(2);
    expect(layer.deprels[6]).toBe("ccomp");
  });

  it("gives the same words the same layers", () => {
    const words = ["“", "We", "won", ",", "”", "Ann", "Ray", "told", "Leeds", "City", "Council", "."];
    expect(syntax.annotateSyntax(words)).toEqual(syntax.annotateSyntax(words));
    const layer = syntax.annotateSyntax(words);
    expect(names.annotateNames(words, layer)).toEqual(names.annotateNames(words, layer));
  });

  it.each([
    ["no words", []],
    ["emoji and a lone surrogate", ["😀", "\ud800", "\u0301", "\0"]],
    ["a very long sentence", Array.from({ length: 10_000 }, (_, i) => ["The", "dog", "barked", ","][i % 4]!)],
  ])("survives %s", (_, words) => {
    const layer = syntax.annotateSyntax(words);
    expect(layer.heads).toHaveLength(words.length);
    expect(layer.heads.every((head, i) => head >= -1 && head < words.length && head !== i)).toBe(true);
    names.annotateNames(words, layer);
  });

  it("says how to get a missing file back", () => {
    const error = failureOf(join(folder, "nowhere"));
    expect(error).toBeInstanceOf(OnrecordError);
    expect(error).toMatchObject({ code: "model-missing", next: expect.stringContaining("git checkout") });
  });

  it("refuses weights that were changed", () => {
    const path = copyWith((copy) => {
      const bytes = readFileSync(join(copy, "weights.bin"));
      bytes[1000]! ^= 1;
      writeFileSync(join(copy, "weights.bin"), bytes);
    });
    expect(failureOf(path)).toMatchObject({ code: "model-missing", message: expect.stringContaining("SHA-256") });
  });

  it("refuses a config that is no JSON", () => {
    const path = copyWith((copy) => writeFileSync(join(copy, "config.json"), "{"));
    expect(failureOf(path)).toMatchObject({ code: "model-missing" });
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { failureOf, modelCopies } from "../../test/model-copies.ts";
import { OnrecordError } from "../errors.ts";
import { loadAnnotator, MODEL_NAME } from "./load.ts";

const shipped = fileURLToPath(new URL(MODEL_NAME, import.meta.url));
const { folder, copyWith } = modelCopies(shipped);

describe("loadAnnotator(folder)", () => {
  const annotator = loadAnnotator();
  const annotate = (words: readonly string[]) => annotator.annotate([{ words, paragraph: 0 }]);

  it("tags and parses a reported sentence", async () => {
    const words = ["The", "council", "said", "the", "road", "would", "close", "."];
    const layer = (await annotate(words)).sentences[0]!.syntax;
    expect(layer.upos).toEqual(["DET", "NOUN", "VERB", "DET", "NOUN", "AUX", "VERB", "PUNCT"]);
    expect(layer.lemmas[2]).toBe("say");
    expect(layer.heads[1]).toBe(2);
    expect(layer.deprels[6]).toBe("ccomp");
  });

  it("gives the same words the same layers", async () => {
    const words = ["“", "We", "won", ",", "”", "Ann", "Ray", "told", "Leeds", "City", "Council", "."];
    expect(await annotate(words)).toEqual(await annotate(words));
  });

  it.each([
    ["no words", []],
    ["emoji and a lone surrogate", ["😀", "\ud800", "\u0301", "\0"]],
    ["a very long sentence", Array.from({ length: 10_000 }, (_, i) => ["The", "dog", "barked", ","][i % 4]!)],
  ])("survives %s", async (_, words) => {
    const layer = (await annotate(words)).sentences[0]!.syntax;
    expect(layer.heads).toHaveLength(words.length);
    expect(layer.heads.every((head, i) => head >= -1 && head < words.length && head !== i)).toBe(true);
  });

  it("says how to get a missing file back", () => {
    const error = failureOf(() => loadAnnotator(join(folder, "nowhere")));
    expect(error).toBeInstanceOf(OnrecordError);
    expect(error).toMatchObject({ code: "model-missing", next: expect.stringContaining("git checkout") });
  });

  it("refuses weights that were changed", () => {
    const path = copyWith((copy) => {
      const bytes = readFileSync(join(copy, "weights.bin"));
      bytes[1000]! ^= 1;
      writeFileSync(join(copy, "weights.bin"), bytes);
    });
    expect(failureOf(() => loadAnnotator(path))).toMatchObject({
      code: "model-missing",
      message: expect.stringContaining("SHA-256"),
    });
  });

  it("refuses a config that is no JSON", () => {
    const path = copyWith((copy) => writeFileSync(join(copy, "config.json"), "{"));
    expect(failureOf(() => loadAnnotator(path))).toMatchObject({ code: "model-missing" });
  });
});

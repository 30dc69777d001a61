import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { failureOf, modelCopies } from "../../../test/model-copies.ts";
import { loadReader, READER_NAME } from "./load-reader.ts";

const shipped = fileURLToPath(new URL(`../${READER_NAME}`, import.meta.url));
const { folder, copyWith } = modelCopies(shipped);

const SENTENCES = [
  { words: ["The", "council", "said", "on", "Monday", "that", "the", "road", "would", "close", "."], paragraph: 0 },
  { words: ["“", "We", "won", ",", "”", "Ann", "Ray", "told", "Leeds", "City", "Council", "."], paragraph: 1 },
];

describe("loadReader(folder)", () => {
  const reader = loadReader();

  it("tags, parses and names a reported sentence, and reads who says what", async () => {
    const { sentences, attributions } = await reader.annotate(SENTENCES);
    const [first, second] = sentences;
    expect(first?.syntax.upos.slice(0, 3)).toEqual(["DET", "NOUN", "VERB"]);
    expect(first?.syntax.lemmas[2]).toBe("say");
    expect(first?.syntax.heads[1]).toBe(2);
    expect(second?.names[0]).toMatchObject({ firstToken: 5, kind: "person" });
    expect(attributions?.map(({ cue }) => cue)).toContainEqual([2]);
    expect(attributions?.find(({ cue }) => cue[0] === 2)?.source).toEqual([0, 1]);
  });

  it("gives the same layers again, and in another thread", async () => {
    const here = JSON.stringify(await reader.annotate(SENTENCES));
    expect(JSON.stringify(await reader.annotate(SENTENCES))).toBe(here);
    const there = await new Promise((resolve, reject) => {
      const script = `
        const { parentPort, workerData } = require("node:worker_threads");
        import(workerData.module).then(async ({ loadReader }) =>
          parentPort.postMessage(JSON.stringify(await loadReader().annotate(workerData.sentences))));`;
      const module = new URL("load-reader.ts", import.meta.url).href;
      const worker = new Worker(script, { eval: true, workerData: { module, sentences: SENTENCES } });
      worker.once("message", resolve).once("error", reject);
    });
    expect(there).toBe(here);
  });

  it("reads a report the same whatever was read before it", async () => {
    const fresh = JSON.stringify(await loadReader().annotate(SENTENCES.slice(1)));
    expect(JSON.stringify(await reader.annotate(SENTENCES.slice(1)))).toBe(fresh);
  });

  it.each([
    ["no sentence", []],
    ["no words", [{ words: [], paragraph: 0 }]],
    [
      "emoji, combining marks and a lone surrogate",
      [{ words: ["😀", "\ud800", "\u0301", "\0", "e\u0301"], paragraph: 0 }],
    ],
    ["another script", [{ words: ["警方", "说", "：", "没有", "人", "受伤", "。"], paragraph: 0 }]],
    [
      "a sentence of 3,000 words",
      [{ words: Array.from({ length: 3000 }, (_, i) => ["The", "dog", "barked", ","][i % 4]!), paragraph: 0 }],
    ],
    ["one endless word", [{ words: ["a-".repeat(5000)], paragraph: 0 }]],
  ])("survives %s", async (_, sentences) => {
    const layers = await reader.annotate(sentences);
    expect(layers.sentences).toHaveLength(sentences.length);
    layers.sentences.forEach(({ syntax, names }, index) => {
      const { length } = sentences[index]!.words;
      expect(syntax.heads).toHaveLength(length);
      expect(syntax.heads.filter((head) => head === -1)).toHaveLength(length === 0 ? 0 : 1);
      expect(syntax.heads.every((head, i) => head >= -1 && head < length && head !== i)).toBe(true);
      expect(names.every(({ firstToken, endToken }) => firstToken < endToken && endToken <= length)).toBe(true);
    });
  });

  it("says how to get a missing file back", () => {
    expect(failureOf(() => loadReader(join(folder, "nowhere")))).toMatchObject({
      code: "model-missing",
      next: expect.stringContaining("git checkout"),
    });
  });

  it("refuses a model that was cut short", () => {
    const path = copyWith((copy) => truncateSync(join(copy, "model.onnx"), 1_000_000));
    expect(failureOf(() => loadReader(path))).toMatchObject({
      code: "model-missing",
      message: expect.stringContaining("SHA-256"),
    });
  });

  it("refuses labels that were changed", () => {
    const path = copyWith((copy) => writeFileSync(join(copy, "labels.json"), "{}"));
    expect(failureOf(() => loadReader(path))).toMatchObject({ code: "model-missing" });
  });
});

import { describe, expect, it } from "vitest";
import { type FeatureTemplate, featureTemplates, hashFeatures } from "./feature-hash.ts";
import { readPackedModel, writePackedModel } from "./packed-model.ts";

const CLASSES = 21;
const values = Int16Array.from({ length: 256 }, (_, code) => (code === 0 ? 0 : (code - 128) * 3));

/** Rows of one, a few and many weights, some with keys that crowd one place. */
const rows = Array.from({ length: 400 }, (_, i) => ({
  key: (Math.imul(i + 1, i % 3 === 0 ? 7 : 0x9e3779b1) >>> 0) + 1,
  pairs: Array.from({ length: [1, 4, CLASSES][i % 3]! }, (_, k) => (k << 8) | (((i * 31 + k * 17) % 255) + 1)),
})).sort((a, b) => a.key - b.key);

const bytes = writePackedModel(rows, values, 16);

describe("readPackedModel(bytes, offset)", () => {
  it("scores as plain sums of the rows do, anew each time", () => {
    const { model } = readPackedModel(bytes, 0)!;
    const chosen = rows.filter((_, i) => i % 5 === 0).slice(0, 60);
    const expected = new Array<number>(CLASSES).fill(0);
    chosen.forEach(({ key, pairs }, i) => {
      model.features[2 * i] = key;
      model.features[2 * i + 1] = key ^ 0x5555;
      for (const pair of pairs) expected[pair >>> 8]! += values[pair & 0xff]!;
    });
    model.score(2 * chosen.length);
    expect(Array.from(model.scores)).toEqual(expected);
    model.score(0);
    expect(Array.from(model.scores)).toEqual(new Array<number>(CLASSES).fill(0));
  });

  it.each([1, 2, 5, 9])(
    "makes of parts the features that hashing one by one makes: %i templates of each length",
    (count) => {
      const { model } = readPackedModel(bytes, 0)!;
      const templates = featureTemplates(
        [1, 2, 3, 4].flatMap((length) =>
          Array.from({ length: count }, (_, i): FeatureTemplate => {
            return [length * 16 + i, ...Array.from({ length }, (_, part) => (i * 7 + part * 3) % 20)];
          }),
        ),
      );
      const parts = Int32Array.from({ length: 20 }, (_, i) => Math.imul(i - 9, 0x9e3779b1));
      const expected = new Int32Array(templates.size);
      hashFeatures(templates, parts, expected);
      model.scoreParts(templates, parts);
      expect(Array.from(model.features.subarray(0, templates.size))).toEqual(Array.from(expected));
    },
  );

  it("reads a model that starts at an odd place", () => {
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    const { model } = readPackedModel(moved, 3)!;
    model.features[0] = rows[0]!.key;
    model.score(1);
    expect(model.scores.some((score) => score !== 0)).toBe(true);
  });

  it("returns null for bytes that are no model or end too soon", () => {
    expect(readPackedModel(bytes.subarray(0, bytes.length - 100), 0)).toBeNull();
    expect(readPackedModel(new Uint8Array(1000), 0)).toBeNull();
    expect(readPackedModel(new Uint8Array(3), 0)).toBeNull();
  });
});

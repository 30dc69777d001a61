import { writePackedModel } from "../src/models/packed-model.ts";
import type { FeatureRow } from "./sparse-perceptron.ts";

/**
 * Weights are coded in one byte: the code's square grows with the weight, so that small weights keep their ratio and a
 * few large ones do not flatten the rest. `values[code]` is the weight; 0 is code 128.
 */
export function codeValues(): Int16Array {
  const values = new Int16Array(256);
  for (let code = 1; code < 256; code++) {
    const step = code - 128;
    values[code] = Math.sign(step) * Math.round(Math.abs(step) + (step * step) / 8);
  }
  return values;
}

/**
 * Codes the weights and lays the model out, without weights below `keepAbove` and those whose coded value is below
 * `least`: most of the file, and little of the accuracy.
 */
export function packRows(
  rows: readonly FeatureRow[],
  options: { readonly keepAbove: number; readonly least: number; readonly bucketBits: number },
): Uint8Array {
  const values = codeValues();
  let largest = 0;
  for (const row of rows) for (const weight of row.weights) largest = Math.max(largest, Math.abs(weight));
  const scale = values[255]! / largest;
  const packed: { key: number; pairs: number[] }[] = [];
  for (const row of rows) {
    const pairs: number[] = [];
    row.weights.forEach((weight, i) => {
      if (Math.abs(weight) < options.keepAbove) return;
      const code = codeOf(weight * scale);
      if (code !== 128 && Math.abs(values[code]!) >= options.least) pairs.push((row.classes[i]! << 8) | code);
    });
    pairs.sort((a, b) => a - b);
    if (pairs.length > 0) packed.push({ key: row.key, pairs });
  }
  packed.sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  return writePackedModel(packed, values, options.bucketBits);
}

function codeOf(value: number): number {
  const size = Math.abs(value);
  // Solves size = step + step² / 8.
  const step = Math.min(127, Math.round(-4 + Math.sqrt(16 + 8 * size)));
  return 128 + (value < 0 ? -step : step);
}

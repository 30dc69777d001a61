import type { FeatureTemplates } from "./feature-hash.ts";
import { compileHasher } from "./hash-kernel.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import { compileKernel, DENSE, type KernelLayout, LENGTH_BITS, SINGLE } from "./score-kernel.ts";

const MAGIC = 0x314c524f;
const HEADER_WORDS = 6;

/** Rows with this many weights or more are laid out in full, one place a class. */
const DENSE_FROM = 10;
/** Free entries behind the feature table, for those that spill over its end. */
const SPILL = 4096;
const MOST_FEATURES = 256;
const MOST_PARTS = 64;
const MOST_CLASSES = 256;

/**
 * A trained linear model as read from its file: each feature has a run of pairs, class in the high byte and a code in the
 * low one that `values` turns into a weight. Features stand in one open-addressed table in the memory of a small
 * WebAssembly loop, because the time goes into waiting for memory and adding: see `score-kernel.ts`.
 */
export class PackedModel implements LinearScorer {
  readonly features: Int32Array;
  /** A sum is held within 16 bits; trained weights stay far below. */
  readonly scores: Int16Array;
  private readonly run: (count: number) => void;
  private readonly memory: WebAssembly.Memory;
  private readonly offsets: KernelLayout;
  private readonly parts: Int32Array;
  private readonly hashers = new Map<FeatureTemplates, () => void>();

  constructor(layout: Layout) {
    const { memory, offsets, classes, run } = buildKernel(layout);
    const { buffer } = memory;
    this.memory = memory;
    this.offsets = offsets;
    this.parts = new Int32Array(buffer, offsets.parts, MOST_PARTS);
    this.features = new Int32Array(buffer, offsets.features, MOST_FEATURES);
    this.scores = new Int16Array(buffer, offsets.scores, classes);
    this.run = run;
  }

  /** At most 256 features. */
  score(count: number): void {
    this.run(count);
  }

  scoreParts(templates: FeatureTemplates, parts: Int32Array): void {
    let hasher = this.hashers.get(templates);
    if (hasher === undefined) {
      hasher = compileHasher(this.memory, templates, this.offsets);
      this.hashers.set(templates, hasher);
    }
    this.parts.set(parts);
    hasher();
    this.run(templates.size);
  }
}

interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly offsets: KernelLayout;
  readonly classes: number;
  readonly run: (count: number) => void;
}

function buildKernel(layout: Layout): Kernel {
  const sizes = { dense: 0, sparsePairs: 0, classes: 1 };
  countRows(layout, sizes);
  const offsets = placeTables(layout.keyLow.length, sizes);
  const { values: valuesAt, table, pairs: pairsAt, dense: denseAt, paddedClasses, shift } = offsets;
  const bytes = denseAt + sizes.dense * paddedClasses * 2;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const { buffer } = memory;
  new Int16Array(buffer, valuesAt, 256).set(layout.values);
  const entries = new Int32Array(buffer, table, (pairsAt - table) / 4);
  const sparse = new Uint16Array(buffer, pairsAt, sizes.sparsePairs);
  const dense = new Int16Array(buffer, denseAt, sizes.dense * paddedClasses);
  const { bucketBits, bucketSizes, keyLow, rowSizes, pairs, values } = layout;
  let row = 0;
  let pair = 0;
  let nextSparse = 0;
  let nextDense = 0;
  for (let bucket = 0; bucket < bucketSizes.length; bucket++) {
    // Buckets have at least 16 bits, so bucket and low half give the whole key back.
    const high = (bucket >>> (bucketBits - 16)) << 16;
    for (const end = row + bucketSizes[bucket]!; row < end; row++) {
      const key = high | keyLow[row]!;
      const last = pair + rowSizes[row]!;
      let reference: number;
      if (last - pair >= DENSE_FROM) {
        reference = DENSE | nextDense;
        for (; pair < last; pair++) {
          dense[nextDense * paddedClasses + (pairs[pair]! >>> 8)] = values[pairs[pair]! & 0xff]!;
        }
        nextDense++;
      } else if (last - pair === 1) {
        const only = pairs[pair++]!;
        reference = SINGLE | ((only >>> 8) << 16) | (values[only & 0xff]! & 0xffff);
      } else {
        reference = (nextSparse << LENGTH_BITS) | (last - pair);
        for (; pair < last; pair++) sparse[nextSparse++] = pairs[pair]!;
      }
      let at = (key >>> shift) * 2;
      while (entries[at + 1] !== 0) at += 2;
      if (at >= entries.length - 2) throw new RangeError("The features of a model are too unevenly spread");
      entries[at] = key;
      entries[at + 1] = reference;
    }
  }
  return { memory, offsets, classes: sizes.classes, run: compileKernel(memory, offsets) };
}

function countRows({ rowSizes, pairs }: Layout, sizes: { dense: number; sparsePairs: number; classes: number }): void {
  for (let row = 0; row < rowSizes.length; row++) {
    const count = rowSizes[row]!;
    if (count >= DENSE_FROM) sizes.dense++;
    else if (count > 1) sizes.sparsePairs += count;
  }
  let highest = 0;
  for (let pair = 0; pair < pairs.length; pair++) if (pairs[pair]! > highest) highest = pairs[pair]!;
  sizes.classes = (highest >>> 8) + 1;
}

function placeTables(
  featureCount: number,
  sizes: { readonly sparsePairs: number; readonly classes: number },
): KernelLayout {
  if (sizes.classes > MOST_CLASSES) throw new RangeError(`${sizes.classes} classes; ${MOST_CLASSES} is the limit`);
  let tableBits = 10;
  while (2 ** tableBits < featureCount * 1.5) tableBits++;
  const paddedClasses = Math.ceil(sizes.classes / 8) * 8;
  const references = MOST_FEATURES * 4;
  const parts = references + MOST_FEATURES * 4 + 16;
  const scores = parts + MOST_PARTS * 4;
  const values = scores + paddedClasses * 2;
  const table = values + 512;
  const pairs = table + (2 ** tableBits + SPILL) * 8;
  const dense = Math.ceil((pairs + sizes.sparsePairs * 2) / 16) * 16;
  return { features: 0, parts, references, scores, values, table, pairs, dense, paddedClasses, shift: 32 - tableBits };
}

/** Reads one model at `offset`; `null` when the bytes are not one or end too soon. */
export function readPackedModel(bytes: Uint8Array, offset: number): { model: PackedModel; end: number } | null {
  const layout = readLayout(bytes, offset);
  return layout && { model: new PackedModel(layout), end: layout.end };
}

/** The file's parts: features stand in buckets of the high bits of their keys and are told apart by the low 16. */
interface Layout {
  readonly bucketBits: number;
  readonly bucketSizes: Uint8Array;
  readonly keyLow: Uint16Array;
  readonly rowSizes: Uint8Array;
  readonly pairs: Uint16Array;
  readonly values: Int16Array;
  readonly end: number;
}

function readLayout(bytes: Uint8Array, offset: number): Layout | null {
  if (bytes.byteLength < offset + HEADER_WORDS * 4) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset);
  if (view.getUint32(0, true) !== MAGIC) return null;
  const bucketBits = view.getUint32(4, true);
  const featureCount = view.getUint32(8, true);
  const pairCount = view.getUint32(12, true);
  if (bucketBits < 16 || bucketBits > 24) return null;
  const bucketCount = 2 ** bucketBits;
  const valuesAt = offset + HEADER_WORDS * 4;
  const pairsAt = valuesAt + 512;
  const keysAt = pairsAt + pairCount * 2;
  const bucketsAt = keysAt + featureCount * 2;
  const rowsAt = bucketsAt + bucketCount;
  const end = rowsAt + featureCount;
  if (bytes.byteLength < end) return null;
  return {
    bucketBits,
    values: new Int16Array(readUint16(bytes, valuesAt, 256).buffer),
    pairs: readUint16(bytes, pairsAt, pairCount),
    keyLow: readUint16(bytes, keysAt, featureCount),
    bucketSizes: bytes.subarray(bucketsAt, rowsAt),
    rowSizes: bytes.subarray(rowsAt, end),
    end: end + ((4 - (end & 3)) & 3),
  };
}

/** Lays one model out as `readPackedModel` reads it. `rows` must be sorted by unsigned key. */
export function writePackedModel(
  rows: readonly { readonly key: number; readonly pairs: readonly number[] }[],
  values: Int16Array,
  bucketBits: number,
): Uint8Array {
  const pairCount = rows.reduce((sum, row) => sum + row.pairs.length, 0);
  const size = HEADER_WORDS * 4 + 512 + pairCount * 2 + rows.length * 3 + 2 ** bucketBits;
  const bytes = new Uint8Array(size + ((4 - (size & 3)) & 3));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, bucketBits, true);
  view.setUint32(8, rows.length, true);
  view.setUint32(12, pairCount, true);
  let at = HEADER_WORDS * 4;
  for (let i = 0; i < 256; i++) view.setInt16(at + 2 * i, values[i]!, true);
  at += 512;
  for (const row of rows) {
    for (const pair of row.pairs) {
      view.setUint16(at, pair, true);
      at += 2;
    }
  }
  for (const row of rows) {
    view.setUint16(at, row.key & 0xffff, true);
    at += 2;
  }
  for (const row of rows) {
    const bucket = at + (row.key >>> (32 - bucketBits));
    if (bytes[bucket] === 255) throw new RangeError(`More than 255 features share a bucket of 2^${bucketBits}`);
    bytes[bucket]!++;
  }
  at += 2 ** bucketBits;
  for (const row of rows) {
    if (row.pairs.length > 255) throw new RangeError(`A feature has ${row.pairs.length} weights; 255 is the limit`);
    bytes[at++] = row.pairs.length;
  }
  return bytes;
}

/** Copies, because the file's offset may be odd, and swaps on the rare big-endian machine. */
function readUint16(bytes: Uint8Array, offset: number, count: number): Uint16Array {
  const copy = new Uint16Array(count);
  new Uint8Array(copy.buffer).set(bytes.subarray(offset, offset + count * 2));
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] === 0) {
    for (let i = 0; i < count; i++) copy[i] = ((copy[i]! & 0xff) << 8) | (copy[i]! >>> 8);
  }
  return copy;
}

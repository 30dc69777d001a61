import type { FeatureTemplates } from "./feature-hash.ts";
import { compileHasher } from "./hash-kernel.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import { BUCKET, CROWDED, compileKernel, DENSE, type KernelLayout, LAST, SINGLE } from "./score-kernel.ts";

const MAGIC = 0x314c524f;
const HEADER_WORDS = 6;

/** Rows with this many weights or more are laid out in full, one place a class. */
const DENSE_FROM = 10;
/** Free entries behind the table of crowded features, for those that spill over its end. */
const SPILL = 512;
/** Keys a bucket on average, at most: a few in a hundred find no room then. */
const BUCKET_LOAD = 8.5;
const MOST_FEATURES = 256;
const MOST_PARTS = 64;
const MOST_CLASSES = 128;

/**
 * A trained linear model as read from its file: each feature has a run of pairs, class in the high byte and a code in the
 * low one that `values` turns into a weight. Features stand in buckets in the memory of a small WebAssembly loop, because
 * the time goes into waiting for memory and adding: see `score-kernel.ts`.
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
  const { bucketBits, bucketSizes, keyLow, rowSizes, pairs, values } = layout;
  const sizes = countRows(layout);
  const tables = placeTables(sizes);
  const { paddedClasses, bucketShift } = tables;
  const memory = new WebAssembly.Memory({ initial: pagesOf(tables.crowded) });
  const { buffer } = memory;
  new Int16Array(buffer, tables.values, 256).set(values);
  const buckets = new Uint8Array(buffer, tables.buckets, 2 ** sizes.bucketBits * BUCKET.bytes);
  const sparse = new Uint16Array(buffer, tables.pairs, sizes.sparsePairs);
  const dense = new Int16Array(buffer, tables.dense, sizes.dense * paddedClasses);
  const fills = new Uint8Array(2 ** sizes.bucketBits);
  // Keys that found no room in their bucket, each with its reference behind it.
  const crowded: number[] = [];
  let row = 0;
  let pair = 0;
  // A reference of 0 means that there is none.
  let nextSparse = 1;
  let nextDense = 0;
  for (let fileBucket = 0; fileBucket < bucketSizes.length; fileBucket++) {
    for (const end = row + bucketSizes[fileBucket]!; row < end; row++) {
      const low = keyLow[row]!;
      const key = keyOf(fileBucket, bucketBits, low);
      const last = pair + rowSizes[row]!;
      let reference: number;
      if (last - pair >= DENSE_FROM) {
        reference = DENSE | nextDense;
        for (; pair < last; pair++) {
          dense[nextDense * paddedClasses + (pairs[pair]! >>> 8)] = values[pairs[pair]! & 0xff]!;
        }
        nextDense++;
      } else if (last - pair === 1) {
        reference = SINGLE | pairs[pair++]!;
      } else {
        reference = nextSparse;
        for (; pair < last; pair++) sparse[nextSparse++] = pairs[pair]!;
        sparse[nextSparse - 1]! |= LAST;
      }
      const bucket = key >>> bucketShift;
      const at = bucket * BUCKET.bytes;
      const entry = fills[bucket]!;
      if (entry < BUCKET.entries) {
        fills[bucket] = entry + 1;
        buckets[at + BUCKET.keys + 2 * entry] = low;
        buckets[at + BUCKET.keys + 2 * entry + 1] = low >>> 8;
        writeReference(buckets, at, entry, reference);
      } else {
        writeReference(buckets, at, BUCKET.entries, CROWDED);
        crowded.push(key, reference);
      }
    }
  }
  const crowdedShift = addCrowded(memory, tables.crowded, crowded);
  const offsets: KernelLayout = { ...tables, crowdedShift };
  return { memory, offsets, classes: sizes.classes, run: compileKernel(memory, offsets) };
}

function writeReference(buckets: Uint8Array, bucket: number, entry: number, reference: number): void {
  const at = bucket + BUCKET.referenceBytes * entry;
  buckets[at] = reference;
  buckets[at + 1] = reference >>> 8;
  buckets[at + 2] = reference >>> 16;
}

/** Lays the table of crowded features behind all else, half empty; returns by how much keys are shifted to find a place. */
function addCrowded(memory: WebAssembly.Memory, offset: number, entries: readonly number[]): number {
  let bits = 8;
  while (2 ** bits < entries.length) bits++;
  const size = 2 ** bits + SPILL;
  memory.grow(Math.max(0, pagesOf(offset + size * 8) - memory.buffer.byteLength / PAGE));
  const table = new Int32Array(memory.buffer, offset, size * 2);
  for (let entry = 0; entry < entries.length; entry += 2) {
    let at = (entries[entry]! >>> (32 - bits)) * 2;
    while (table[at + 1] !== 0) at += 2;
    if (at >= table.length - 2) throw new RangeError("The features of a model are too unevenly spread");
    table[at] = entries[entry]!;
    table[at + 1] = entries[entry + 1]!;
  }
  return 32 - bits;
}

const PAGE = 65536;

function pagesOf(bytes: number): number {
  return Math.ceil(bytes / PAGE);
}

interface Sizes {
  readonly classes: number;
  readonly dense: number;
  readonly sparsePairs: number;
  readonly bucketBits: number;
}

function countRows({ keyLow, rowSizes, pairs }: Layout): Sizes {
  let dense = 0;
  let sparsePairs = 1;
  for (let row = 0; row < rowSizes.length; row++) {
    const count = rowSizes[row]!;
    if (count >= DENSE_FROM) dense++;
    else if (count > 1) sparsePairs += count;
  }
  let highest = 0;
  for (let pair = 0; pair < pairs.length; pair++) if (pairs[pair]! > highest) highest = pairs[pair]!;
  const classes = (highest >>> 8) + 1;
  if (classes > MOST_CLASSES) throw new RangeError(`${classes} classes; ${MOST_CLASSES} is the limit`);
  if (sparsePairs > SINGLE || dense >= DENSE - 1) throw new RangeError("A model has more rows than can be referred to");
  // At least 16 bits, because the other half of a key stands in its bucket.
  let bucketBits = 16;
  while (2 ** bucketBits * BUCKET_LOAD < keyLow.length) bucketBits++;
  return { classes, dense, sparsePairs, bucketBits };
}

/** The file's buckets have at least 16 bits, so a bucket and the low half of a key give the whole key back. */
function keyOf(fileBucket: number, fileBits: number, low: number): number {
  return ((fileBucket >>> (fileBits - 16)) << 16) | low;
}

function placeTables({ classes, dense, sparsePairs, bucketBits }: Sizes): Omit<KernelLayout, "crowdedShift"> {
  const paddedClasses = Math.ceil(classes / 8) * 8;
  const parts = MOST_FEATURES * 4;
  const fullRows = parts + MOST_PARTS * 4;
  // Writing goes one behind the last that counts.
  const shortRows = fullRows + (MOST_FEATURES + 1) * 4;
  const touched = shortRows + (MOST_FEATURES + 1) * 4;
  const scores = roundUp(touched + 4, 16);
  const values = scores + paddedClasses * 2;
  const buckets = roundUp(values + 512, BUCKET.bytes);
  const pairs = buckets + 2 ** bucketBits * BUCKET.bytes;
  const denseAt = roundUp(pairs + sparsePairs * 2, BUCKET.bytes);
  return {
    features: 0,
    ...{ parts, fullRows, shortRows, touched, scores, values, buckets, pairs, paddedClasses },
    dense: denseAt,
    crowded: denseAt + dense * paddedClasses * 2,
    bucketShift: 32 - bucketBits,
  };
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
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

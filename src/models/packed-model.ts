import type { LinearScorer } from "./linear-scorer.ts";

const MAGIC = 0x314c524f;
const HEADER_WORDS = 6;

/**
 * A trained linear model as read from its file: each feature has a run of pairs, class in the high byte and a code in the
 * low one that `values` turns into a weight. Features stand in one open-addressed table, key beside place, because the
 * time goes into waiting for memory and a look-up then waits once for the key and once for its pairs.
 */
export class PackedModel implements LinearScorer {
  /** For each slot the key and, in the next word, first pair (24 bits) and number of pairs (8 bits); 0 where empty. */
  private readonly slots: Int32Array;
  private readonly slotShift: number;
  private readonly pairs: Uint16Array;
  private readonly values: Int16Array;
  /** Whole numbers add up faster than fractions; classes are at most 256. */
  private readonly sums = new Int32Array(256);

  constructor(layout: Layout) {
    const slotBits = Math.ceil(Math.log2(Math.max(2, layout.keyLow.length))) + 1;
    this.slots = new Int32Array(2 << slotBits);
    this.slotShift = 32 - slotBits;
    this.pairs = layout.pairs;
    this.values = layout.values;
    eachRow(layout, (key, pair, count) => this.place(key, pair, count));
  }

  private place(key: number, pair: number, count: number): void {
    const mask = this.slots.length - 1;
    let slot = (key >>> this.slotShift) * 2;
    while (this.slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    this.slots[slot] = key;
    this.slots[slot + 1] = (pair << 8) | count;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const { slots, slotShift, pairs, values, sums } = this;
    const mask = slots.length - 1;
    sums.fill(0);
    for (let f = 0; f < count; f++) {
      const key = features[f]!;
      let slot = (key >>> slotShift) * 2;
      let place = slots[slot + 1]!;
      while (place !== 0 && slots[slot] !== key) {
        slot = (slot + 2) & mask;
        place = slots[slot + 1]!;
      }
      const first = place >>> 8;
      const last = first + (place & 0xff);
      for (let p = first; p < last; p++) {
        const pair = pairs[p]!;
        sums[pair >>> 8]! += values[pair & 0xff]!;
      }
    }
    for (let i = 0; i < scores.length; i++) scores[i]! += sums[i]!;
  }
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

function eachRow(
  { bucketBits, bucketSizes, keyLow, rowSizes }: Layout,
  visit: (key: number, pair: number, count: number) => void,
): void {
  let row = 0;
  let pair = 0;
  for (let bucket = 0; bucket < bucketSizes.length; bucket++) {
    // Buckets have at least 16 bits, so bucket and low half give the whole key back.
    const high = (bucket >>> (bucketBits - 16)) << 16;
    for (const end = row + bucketSizes[bucket]!; row < end; row++) {
      visit(high | keyLow[row]!, pair, rowSizes[row]!);
      pair += rowSizes[row]!;
    }
  }
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

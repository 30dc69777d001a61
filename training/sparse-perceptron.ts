import { type FeatureTemplates, hashFeatures } from "../src/models/feature-hash.ts";
import type { LinearScorer } from "../src/models/linear-scorer.ts";

/** A feature's weights as they leave training: classes and averaged weights, zeros left out. */
export interface FeatureRow {
  readonly key: number;
  readonly classes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * A multi-class averaged perceptron over 32-bit features, whose rows hold only the classes that were ever updated.
 * Everything lives in typed arrays: some millions of weights would not fit a Map.
 */
export class SparsePerceptron implements LinearScorer {
  private capacity = 1 << 18;
  private keys = new Int32Array(this.capacity);
  private rowOf = new Int32Array(this.capacity).fill(-1);
  private rowCount = 0;
  private rowKey = new Int32Array(1 << 17);
  private rowStart = new Int32Array(1 << 17);
  private rowLength = new Uint8Array(1 << 17);
  private rowRoom = new Uint8Array(1 << 17);
  private poolSize = 0;
  private poolClass = new Uint8Array(1 << 20);
  private poolWeight = new Float32Array(1 << 20);
  private poolTotal = new Float64Array(1 << 20);
  private poolStamp = new Int32Array(1 << 20);
  private clock = 0;
  readonly features = new Int32Array(256);
  readonly scores: Float64Array;

  constructor(classes: number) {
    this.scores = new Float64Array(classes);
  }

  get featureCount(): number {
    return this.rowCount;
  }

  tick(): void {
    this.clock++;
  }

  scoreParts(templates: FeatureTemplates, parts: Int32Array): void {
    this.score(hashFeatures(templates, parts, this.features));
  }

  score(count: number): void {
    const { features, scores, keys, rowOf, rowStart, rowLength, poolClass, poolWeight } = this;
    scores.fill(0);
    const mask = this.capacity - 1;
    for (let f = 0; f < count; f++) {
      const key = features[f]!;
      let slot = (key ^ (key >>> 13)) & mask;
      let row = rowOf[slot]!;
      while (row >= 0 && keys[slot] !== key) {
        slot = (slot + 1) & mask;
        row = rowOf[slot]!;
      }
      if (row < 0) continue;
      const start = rowStart[row]!;
      const end = start + rowLength[row]!;
      for (let p = start; p < end; p++) scores[poolClass[p]!]! += poolWeight[p]!;
    }
  }

  /** For the features that were scored last. */
  update(count: number, gold: number, predicted: number, step = 1): void {
    for (let f = 0; f < count; f++) {
      const row = this.rowFor(this.features[f]!);
      this.add(row, gold, step);
      this.add(row, predicted, -step);
    }
  }

  /** Averages over all ticks, dropping what rounds to nothing. Call once, at the end. */
  averaged(): FeatureRow[] {
    const rows: FeatureRow[] = [];
    for (let row = 0; row < this.rowCount; row++) {
      const classes: number[] = [];
      const weights: number[] = [];
      const start = this.rowStart[row]!;
      for (let p = start; p < start + this.rowLength[row]!; p++) {
        const total = this.poolTotal[p]! + this.poolWeight[p]! * (this.clock - this.poolStamp[p]!);
        if (total === 0) continue;
        classes.push(this.poolClass[p]!);
        weights.push(total / this.clock);
      }
      if (classes.length > 0) rows.push({ key: this.rowKey[row]!, classes, weights });
    }
    return rows;
  }

  private rowFor(key: number): number {
    const mask = this.capacity - 1;
    let slot = (key ^ (key >>> 13)) & mask;
    while (this.rowOf[slot]! >= 0) {
      if (this.keys[slot] === key) return this.rowOf[slot]!;
      slot = (slot + 1) & mask;
    }
    if (this.rowCount * 2 > this.capacity) {
      this.growTable();
      return this.rowFor(key);
    }
    const row = this.rowCount++;
    if (row >= this.rowKey.length) this.growRows();
    this.keys[slot] = key;
    this.rowOf[slot] = row;
    this.rowKey[row] = key;
    this.rowRoom[row] = 2;
    this.rowLength[row] = 0;
    this.rowStart[row] = this.takePool(2);
    return row;
  }

  private add(row: number, cls: number, step: number): void {
    const start = this.rowStart[row]!;
    const length = this.rowLength[row]!;
    for (let p = start; p < start + length; p++) {
      if (this.poolClass[p] === cls) {
        this.poolTotal[p]! += this.poolWeight[p]! * (this.clock - this.poolStamp[p]!);
        this.poolStamp[p] = this.clock;
        this.poolWeight[p]! += step;
        return;
      }
    }
    if (length === this.rowRoom[row]!) this.growRow(row);
    const p = this.rowStart[row]! + length;
    this.poolClass[p] = cls;
    this.poolWeight[p] = step;
    this.poolTotal[p] = 0;
    this.poolStamp[p] = this.clock;
    this.rowLength[row] = length + 1;
  }

  private growRow(row: number): void {
    const room = Math.min(255, this.rowRoom[row]! * 2);
    const from = this.rowStart[row]!;
    const length = this.rowLength[row]!;
    const to = this.takePool(room);
    for (let i = 0; i < length; i++) {
      this.poolClass[to + i] = this.poolClass[from + i]!;
      this.poolWeight[to + i] = this.poolWeight[from + i]!;
      this.poolTotal[to + i] = this.poolTotal[from + i]!;
      this.poolStamp[to + i] = this.poolStamp[from + i]!;
    }
    this.rowStart[row] = to;
    this.rowRoom[row] = room;
  }

  private takePool(size: number): number {
    const start = this.poolSize;
    this.poolSize += size;
    if (this.poolSize > this.poolClass.length) {
      const length = this.poolClass.length * 2;
      this.poolClass = grown(this.poolClass, new Uint8Array(length));
      this.poolWeight = grown(this.poolWeight, new Float32Array(length));
      this.poolTotal = grown(this.poolTotal, new Float64Array(length));
      this.poolStamp = grown(this.poolStamp, new Int32Array(length));
    }
    return start;
  }

  private growRows(): void {
    const length = this.rowKey.length * 2;
    this.rowKey = grown(this.rowKey, new Int32Array(length));
    this.rowStart = grown(this.rowStart, new Int32Array(length));
    this.rowLength = grown(this.rowLength, new Uint8Array(length));
    this.rowRoom = grown(this.rowRoom, new Uint8Array(length));
  }

  private growTable(): void {
    this.capacity *= 2;
    this.keys = new Int32Array(this.capacity);
    this.rowOf = new Int32Array(this.capacity).fill(-1);
    const mask = this.capacity - 1;
    for (let row = 0; row < this.rowCount; row++) {
      const key = this.rowKey[row]!;
      let slot = (key ^ (key >>> 13)) & mask;
      while (this.rowOf[slot]! >= 0) slot = (slot + 1) & mask;
      this.keys[slot] = key;
      this.rowOf[slot] = row;
    }
  }
}

function grown<T extends Uint8Array | Int32Array | Float32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

import { I32, moduleOf, op, V128 } from "./wasm-code.ts";

/** Where the tables lie in the kernel's memory, in bytes. */
export interface KernelLayout {
  readonly features: number;
  /** What features are made of. */
  readonly parts: number;
  /** Room for as many row references as there can be features, twice, and one number more. */
  readonly fullRows: number;
  readonly shortRows: number;
  readonly touched: number;
  readonly scores: number;
  readonly values: number;
  /** Buckets as `BUCKET` has them, found by the high bits of a key. */
  readonly buckets: number;
  /** Entries of a key and a row reference, 8 bytes, of those that found no room in their bucket; reference 0 is empty. */
  readonly crowded: number;
  readonly pairs: number;
  readonly dense: number;
  /** Scores are 16-bit, padded to a multiple of eight. */
  readonly paddedClasses: number;
  readonly bucketShift: number;
  readonly crowdedShift: number;
}

/**
 * A bucket is as long as what the processor fetches at once: twelve row references of 24 bits, one more for keys that are
 * not there, and at the end the low 16 bits of the twelve keys, which are compared side by side.
 */
export const BUCKET = { bytes: 64, entries: 12, referenceBytes: 3, keys: 40 } as const;

/** A reference to a row laid out in full: this bit and the row's number. */
export const DENSE = 0x800000;
/** A row of one weight: this bit and the pair itself. */
export const SINGLE = 0x400000;
/** Instead of a reference: keys of this bucket stand among the crowded ones. Else the number of the row's first pair. */
export const CROWDED = 0xffffff;
/** Marks the last pair of a row. */
export const LAST = 0x8000;

// Locals: 0 is the parameter, the number of features.
const AT = 1;
const STOP = 2;
const KEY = 3;
const PLACE = 4;
const REFERENCE = 5;
const PAIR = 6;
const FULL = 7;
const SHORT = 8;
const TOUCHED = 9;
const KEYS = 10;
const SUMS = 11;

/**
 * Compiles the inner loop of scoring: look up each feature, add its row to the scores. In JavaScript this loop takes most
 * of the time that a report takes, and most of that is waiting for memory. So the places to be read are touched one after
 * the other first, which the processor does side by side, then read; eight scores are added at once, and the sums of full
 * rows stay in registers. Nothing branches on what is found but where rows are short, and full rows and short ones are
 * added in turn, because a processor that guesses a branch wrong waits as long as for memory.
 */
export function compileKernel(memory: WebAssembly.Memory, layout: KernelLayout): (count: number) => void {
  const chunks = layout.paddedClasses / 8;
  const each = (write: (chunk: number) => readonly number[]) =>
    Array.from({ length: chunks }, (_, chunk) => write(chunk)).flat();
  const body = [
    ...each((chunk) => [...op.zeroVector, ...op.set(SUMS + chunk)]),
    ...each((chunk) => [...op.constant(0), ...op.zeroVector, ...op.storeVector(layout.scores + 16 * chunk)]),
    ...[...op.get(0), ...op.constant(2), ...op.shiftLeft, ...op.set(STOP)],
    ...overEach(touchBucket(layout)),
    ...overEach(findReference(layout)),
    ...[...op.get(FULL), ...op.set(STOP)],
    ...overEach(touchFullRow(layout)),
    ...[...op.get(SHORT), ...op.set(STOP)],
    ...overEach(touchShortRow(layout)),
    ...overEach(addShortRow(layout)),
    ...[...op.get(FULL), ...op.set(STOP)],
    ...overEach(addFullRow(layout, each)),
    ...each((chunk) => [
      ...[...op.constant(0), ...op.constant(0), ...op.loadVector(layout.scores + 16 * chunk)],
      ...[...op.get(SUMS + chunk), ...op.addSaturated, ...op.storeVector(layout.scores + 16 * chunk)],
    ]),
    // What was touched is kept, or the touching would be left out as useless.
    ...[...op.constant(0), ...op.get(TOUCHED), ...op.store32(layout.touched)],
  ];
  const bytes = moduleOf(
    [
      [9, I32],
      [1 + chunks, V128],
    ],
    body,
  );
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const run = instance.exports["run"];
  if (typeof run !== "function") throw new TypeError("The kernel exports no function");
  return (count) => run(count);
}

/** A loop with AT at 0, 4 … up to STOP. */
function overEach(inner: readonly number[]): number[] {
  return [
    ...[...op.constant(0), ...op.set(AT)],
    ...op.block,
    ...op.loop,
    ...[...op.get(AT), ...op.get(STOP), ...op.greaterOrEqualUnsigned, ...op.branchIf(1)],
    ...inner,
    ...[...op.get(AT), ...op.constant(4), ...op.add, ...op.set(AT)],
    ...op.branch(0),
    ...op.end,
    ...op.end,
  ];
}

/** A key → where its bucket begins, counted from the first. */
function bucketOfKey(layout: KernelLayout): number[] {
  return [
    ...[...op.constant(layout.bucketShift), ...op.shiftRight],
    ...[...op.constant(Math.log2(BUCKET.bytes)), ...op.shiftLeft],
  ];
}

function touchBucket(layout: KernelLayout): number[] {
  return [
    ...[...op.get(AT), ...op.load(layout.features), ...bucketOfKey(layout), ...op.load(layout.buckets)],
    ...[...op.get(TOUCHED), ...op.add, ...op.set(TOUCHED)],
  ];
}

/** Adds the feature's reference to the list of full rows or of short ones, or to neither. */
function findReference(layout: KernelLayout): number[] {
  // The twelve keys are the last lanes of two vectors of eight.
  const lanesBefore = 16 - BUCKET.entries;
  const equalLanes = (offset: number) => [
    ...[...op.get(PLACE), ...op.loadVector(layout.buckets + offset), ...op.get(KEYS), ...op.equalLanes16],
  ];
  return [
    ...[...op.get(AT), ...op.load(layout.features), ...op.tee(KEY), ...bucketOfKey(layout), ...op.set(PLACE)],
    ...[...op.get(KEY), ...op.splat16, ...op.set(KEYS)],
    ...[...op.get(PLACE), ...equalLanes(BUCKET.bytes - 32), ...equalLanes(BUCKET.bytes - 16)],
    // A bit a key, and behind them one that stands for "none of them".
    ...[...op.narrow16, ...op.bitmask8, ...op.constant((0xffff << lanesBefore) & 0xffff), ...op.and],
    ...[...op.constant(0x10000), ...op.or, ...op.trailingZeros],
    ...[...op.constant(BUCKET.referenceBytes), ...op.multiply, ...op.add],
    ...[...op.load(layout.buckets - BUCKET.referenceBytes * lanesBefore), ...op.constant(0xffffff), ...op.and],
    ...[...op.tee(REFERENCE), ...op.constant(CROWDED), ...op.equal],
    ...[...op.ifThen, ...findCrowded(layout), ...op.end],
    // Written to both lists, and counted in one.
    ...[...op.get(FULL), ...op.get(REFERENCE), ...op.store32(layout.fullRows)],
    ...[...op.get(SHORT), ...op.get(REFERENCE), ...op.store32(layout.shortRows)],
    ...[...op.get(FULL), ...op.get(REFERENCE), ...op.constant(Math.log2(DENSE) - 2), ...op.shiftRight],
    ...[...op.constant(4), ...op.and, ...op.add, ...op.set(FULL)],
    ...[...op.get(SHORT), ...op.get(REFERENCE), ...op.constant(1), ...op.subtract, ...op.constant(DENSE - 1)],
    ...[...op.lessUnsigned, ...op.constant(2), ...op.shiftLeft, ...op.add, ...op.set(SHORT)],
  ];
}

function findCrowded(layout: KernelLayout): number[] {
  return [
    ...[...op.get(KEY), ...op.constant(layout.crowdedShift), ...op.shiftRight],
    ...[...op.constant(3), ...op.shiftLeft, ...op.set(PLACE)],
    ...op.block,
    ...op.loop,
    ...[...op.get(PLACE), ...op.load(layout.crowded + 4), ...op.tee(REFERENCE), ...op.isZero, ...op.branchIf(1)],
    ...[...op.get(PLACE), ...op.load(layout.crowded), ...op.get(KEY), ...op.equal, ...op.branchIf(1)],
    ...[...op.get(PLACE), ...op.constant(8), ...op.add, ...op.set(PLACE)],
    ...op.branch(0),
    ...op.end,
    ...op.end,
  ];
}

function fullRow(layout: KernelLayout): number[] {
  return [
    ...[...op.get(AT), ...op.load(layout.fullRows), ...op.constant(DENSE - 1), ...op.and],
    ...[...op.constant(layout.paddedClasses * 2), ...op.multiply],
  ];
}

function touchFullRow(layout: KernelLayout): number[] {
  return [...fullRow(layout), ...op.load16(layout.dense), ...op.get(TOUCHED), ...op.add, ...op.set(TOUCHED)];
}

function addFullRow(layout: KernelLayout, each: (write: (chunk: number) => readonly number[]) => number[]): number[] {
  return [
    ...[...fullRow(layout), ...op.set(PLACE)],
    ...each((chunk) => [
      ...[...op.get(SUMS + chunk), ...op.get(PLACE), ...op.loadVector(layout.dense + 16 * chunk)],
      ...[...op.addSaturated, ...op.set(SUMS + chunk)],
    ]),
  ];
}

/** Leaves the reference, and whether the row is a single weight on the stack. */
function shortRow(layout: KernelLayout): number[] {
  return [...[...op.get(AT), ...op.load(layout.shortRows), ...op.tee(REFERENCE), ...op.constant(SINGLE), ...op.and]];
}

function touchShortRow(layout: KernelLayout): number[] {
  return [
    ...[...shortRow(layout), ...op.isZero, ...op.ifThen],
    ...[...op.get(REFERENCE), ...op.constant(1), ...op.shiftLeft, ...op.load16(layout.pairs)],
    ...[...op.get(TOUCHED), ...op.add, ...op.set(TOUCHED), ...op.end],
  ];
}

function addShortRow(layout: KernelLayout): number[] {
  return [
    ...[...shortRow(layout), ...op.ifThen],
    ...[...op.get(REFERENCE), ...op.set(PAIR), ...addPair(layout)],
    ...op.otherwise,
    ...[...op.get(REFERENCE), ...op.constant(1), ...op.shiftLeft, ...op.set(PLACE)],
    ...op.loop,
    ...[...op.get(PLACE), ...op.load16(layout.pairs), ...op.set(PAIR), ...addPair(layout)],
    ...[...op.get(PLACE), ...op.constant(2), ...op.add, ...op.set(PLACE)],
    ...[...op.get(PAIR), ...op.constant(LAST), ...op.and, ...op.isZero, ...op.branchIf(0)],
    ...op.end,
    ...op.end,
  ];
}

function addPair(layout: KernelLayout): number[] {
  return [
    // The class's address, then the sum to store there.
    ...[...op.get(PAIR), ...op.constant(7), ...op.shiftRight, ...op.constant(0xfe), ...op.and, ...op.tee(KEY)],
    ...[...op.get(KEY), ...op.load16Signed(layout.scores)],
    ...[...op.get(PAIR), ...op.constant(0xff), ...op.and, ...op.constant(1), ...op.shiftLeft],
    ...[...op.load16Signed(layout.values), ...op.add, ...op.store16(layout.scores)],
  ];
}

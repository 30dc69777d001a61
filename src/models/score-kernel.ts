import { I32, moduleOf, op, V128 } from "./wasm-code.ts";

/** Where the tables lie in the kernel's memory, in bytes. */
export interface KernelLayout {
  readonly features: number;
  /** What features are made of. */
  readonly parts: number;
  /** Room for as many row references as there can be features, and one number more. */
  readonly references: number;
  readonly scores: number;
  readonly values: number;
  /** Entries of a key and a row reference, 8 bytes, found from the key's high bits on; reference 0 is an empty entry. */
  readonly table: number;
  readonly pairs: number;
  readonly dense: number;
  /** Scores are 16-bit, padded to a multiple of eight. */
  readonly paddedClasses: number;
  readonly shift: number;
}

/** A reference to a row laid out in full: this bit and the row's number. */
export const DENSE = 0x80000000;
/** A row of one weight: this bit, the class from bit 16 on, the weight in the low 16 bits. */
export const SINGLE = 0x40000000;
/** Else the number of the row's first pair, then in this many bits how many pairs there are. */
export const LENGTH_BITS = 4;

// Locals: 0 is the parameter, the number of features.
const AT = 1;
const STOP = 2;
const KEY = 3;
const ENTRY = 4;
const REFERENCE = 5;
const PAIR = 6;
const PLACE = 7;
const LAST = 8;
const TOUCHED = 9;
const FOUND = 10;
const SUMS = 11;

/**
 * Compiles the inner loop of scoring: look up each feature, add its row to the scores. In JavaScript this loop takes most
 * of the time that a report takes, and most of that is waiting for memory. So the places to be read are touched one after
 * the other first, which the processor does side by side, then read; eight scores are added at once, and the sums of full
 * rows stay in registers.
 */
export function compileKernel(memory: WebAssembly.Memory, layout: KernelLayout): (count: number) => void {
  const chunks = layout.paddedClasses / 8;
  const each = (write: (chunk: number) => readonly number[]) =>
    Array.from({ length: chunks }, (_, chunk) => write(chunk)).flat();
  const body = [
    ...each((chunk) => [...op.zeroVector, ...op.set(SUMS + chunk)]),
    ...each((chunk) => [...op.constant(0), ...op.zeroVector, ...op.storeVector(layout.scores + 16 * chunk)]),
    ...[...op.get(0), ...op.constant(2), ...op.shiftLeft, ...op.set(STOP)],
    ...touchEntries(layout),
    ...findReferences(layout),
    ...touchRows(layout),
    ...overEach([...[...op.get(AT), ...op.load(layout.references), ...op.set(REFERENCE)], ...addRow(layout, each)]),
    ...each((chunk) => [
      ...[...op.constant(0), ...op.constant(0), ...op.loadVector(layout.scores + 16 * chunk)],
      ...[...op.get(SUMS + chunk), ...op.addSaturated, ...op.storeVector(layout.scores + 16 * chunk)],
    ]),
    // What was touched is kept, or the touching would be left out as useless.
    ...[...op.constant(0), ...op.get(TOUCHED), ...op.store32(layout.references + 256 * 4)],
  ];
  const bytes = moduleOf(
    [
      [10, I32],
      [chunks, V128],
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

function entryOfKey(layout: KernelLayout): number[] {
  return [...op.constant(layout.shift), ...op.shiftRight, ...op.constant(3), ...op.shiftLeft];
}

function touchEntries(layout: KernelLayout): number[] {
  return overEach([
    ...[...op.get(AT), ...op.load(layout.features), ...entryOfKey(layout), ...op.load(layout.table)],
    ...[...op.get(TOUCHED), ...op.add, ...op.set(TOUCHED)],
  ]);
}

/** Leaves the references that were found, without gaps, and STOP behind the last. */
function findReferences(layout: KernelLayout): number[] {
  return [
    ...[...op.constant(0), ...op.set(FOUND)],
    ...overEach([
      ...[...op.get(AT), ...op.load(layout.features), ...op.tee(KEY), ...entryOfKey(layout), ...op.set(ENTRY)],
      ...op.block,
      ...op.loop,
      ...[...op.get(ENTRY), ...op.load(layout.table + 4), ...op.tee(REFERENCE), ...op.isZero, ...op.branchIf(1)],
      ...[...op.get(ENTRY), ...op.load(layout.table), ...op.get(KEY), ...op.equal],
      ...op.ifThen,
      ...[...op.get(FOUND), ...op.get(REFERENCE), ...op.store32(layout.references)],
      ...[...op.get(FOUND), ...op.constant(4), ...op.add, ...op.set(FOUND)],
      ...op.branch(2),
      ...op.end,
      ...[...op.get(ENTRY), ...op.constant(8), ...op.add, ...op.set(ENTRY)],
      ...op.branch(0),
      ...op.end,
      ...op.end,
    ]),
    ...[...op.get(FOUND), ...op.set(STOP)],
  ];
}

/** The first weight of each row that lies elsewhere. */
function touchRows(layout: KernelLayout): number[] {
  return overEach([
    ...[...op.get(AT), ...op.load(layout.references), ...op.tee(REFERENCE), ...op.constant(0), ...op.lessSigned],
    ...op.ifThen,
    ...[...op.get(REFERENCE), ...op.constant(0x7fffffff), ...op.and],
    ...[...op.constant(layout.paddedClasses * 2), ...op.multiply, ...op.load16(layout.dense)],
    ...[...op.get(TOUCHED), ...op.add, ...op.set(TOUCHED)],
    ...op.otherwise,
    ...[...op.get(REFERENCE), ...op.constant(SINGLE), ...op.and, ...op.isZero],
    ...op.ifThen,
    ...[...op.get(REFERENCE), ...op.constant(LENGTH_BITS), ...op.shiftRight, ...op.constant(1), ...op.shiftLeft],
    ...[...op.load16(layout.pairs), ...op.get(TOUCHED), ...op.add, ...op.set(TOUCHED)],
    ...op.end,
    ...op.end,
  ]);
}

function addRow(layout: KernelLayout, each: (write: (chunk: number) => readonly number[]) => number[]): number[] {
  return [
    ...[...op.get(REFERENCE), ...op.constant(0), ...op.lessSigned],
    ...op.ifThen,
    ...[...op.get(REFERENCE), ...op.constant(0x7fffffff), ...op.and],
    ...[...op.constant(layout.paddedClasses * 2), ...op.multiply, ...op.set(PLACE)],
    ...each((chunk) => [
      ...[...op.get(SUMS + chunk), ...op.get(PLACE), ...op.loadVector(layout.dense + 16 * chunk)],
      ...[...op.addSaturated, ...op.set(SUMS + chunk)],
    ]),
    ...op.otherwise,
    ...[...op.get(REFERENCE), ...op.constant(SINGLE), ...op.and],
    ...op.ifThen,
    ...[...op.get(REFERENCE), ...op.constant(16), ...op.shiftRight, ...op.constant(0xff), ...op.and],
    ...[...op.constant(1), ...op.shiftLeft, ...op.tee(PLACE)],
    ...[
      ...op.get(PLACE),
      ...op.load16Signed(layout.scores),
      ...op.get(REFERENCE),
      ...op.add,
      ...op.store16(layout.scores),
    ],
    ...op.otherwise,
    ...addPairs(layout),
    ...op.end,
    ...op.end,
  ];
}

function addPairs(layout: KernelLayout): number[] {
  return [
    ...[
      ...op.get(REFERENCE),
      ...op.constant(LENGTH_BITS),
      ...op.shiftRight,
      ...op.constant(1),
      ...op.shiftLeft,
      ...op.tee(PLACE),
    ],
    ...[...op.get(REFERENCE), ...op.constant(2 ** LENGTH_BITS - 1), ...op.and, ...op.constant(1), ...op.shiftLeft],
    ...[...op.add, ...op.set(LAST)],
    ...op.loop,
    ...[...op.get(PLACE), ...op.load16(layout.pairs), ...op.set(PAIR)],
    // The class's address, then the sum to store there.
    ...[...op.get(PAIR), ...op.constant(8), ...op.shiftRight, ...op.constant(1), ...op.shiftLeft, ...op.tee(KEY)],
    ...[...op.get(KEY), ...op.load16Signed(layout.scores)],
    ...[
      ...op.get(PAIR),
      ...op.constant(0xff),
      ...op.and,
      ...op.constant(1),
      ...op.shiftLeft,
      ...op.load16Signed(layout.values),
    ],
    ...[...op.add, ...op.store16(layout.scores)],
    ...[
      ...op.get(PLACE),
      ...op.constant(2),
      ...op.add,
      ...op.tee(PLACE),
      ...op.get(LAST),
      ...op.lessUnsigned,
      ...op.branchIf(0),
    ],
    ...op.end,
  ];
}

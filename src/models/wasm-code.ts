/** The few WebAssembly instructions that `score-kernel.ts` needs, as bytes (WebAssembly core specification 2.0, §5). */
export const I32 = 0x7f;
export const V128 = 0x7b;

const VOID = 0x40;

export const op = {
  block: [0x02, VOID],
  loop: [0x03, VOID],
  ifThen: [0x04, VOID],
  otherwise: [0x05],
  end: [0x0b],
  branch: (depth: number) => [0x0c, depth],
  branchIf: (depth: number) => [0x0d, depth],
  get: (local: number) => [0x20, ...unsigned(local)],
  set: (local: number) => [0x21, ...unsigned(local)],
  tee: (local: number) => [0x22, ...unsigned(local)],
  constant: (value: number) => [0x41, ...signed(value)],
  load: (offset: number) => [0x28, 2, ...unsigned(offset)],
  load16Signed: (offset: number) => [0x2e, 1, ...unsigned(offset)],
  load16: (offset: number) => [0x2f, 1, ...unsigned(offset)],
  store32: (offset: number) => [0x36, 2, ...unsigned(offset)],
  store16: (offset: number) => [0x3b, 1, ...unsigned(offset)],
  isZero: [0x45],
  equal: [0x46],
  lessUnsigned: [0x49],
  greaterOrEqualUnsigned: [0x4f],
  trailingZeros: [0x68],
  add: [0x6a],
  subtract: [0x6b],
  and: [0x71],
  or: [0x72],
  multiply: [0x6c],
  shiftLeft: [0x74],
  shiftRight: [0x76],
  loadVector: (offset: number) => [0xfd, 0x00, 0, ...unsigned(offset)],
  storeVector: (offset: number) => [0xfd, 0x0b, 0, ...unsigned(offset)],
  /** Four numbers of 32 bits. */
  vector: (numbers: readonly number[]) => [
    ...[0xfd, 0x0c],
    ...numbers.flatMap((number) => [0, 8, 16, 24].map((bits) => (number >>> bits) & 0xff)),
  ],
  /** One number into the first lane, 0 into the others; or into one lane of the vector on the stack. */
  loadLane0: (offset: number) => [0xfd, 0x5c, 2, ...unsigned(offset)],
  loadLane: (offset: number, lane: number) => [0xfd, 0x56, 2, ...unsigned(offset), lane],
  xorLanes: [0xfd, 0x51],
  multiplyLanes: [0xfd, 0xb5, 0x01],
  shiftLanesRight: [0xfd, 0xad, 0x01],
  /** The low 16 bits of a number in all eight lanes. */
  splat16: [0xfd, 0x10],
  /** All bits of a lane of 16 where both vectors are equal, else none. */
  equalLanes16: [0xfd, 0x2d],
  /** Two vectors of eight lanes as one of sixteen; then the sixteen signs as bits of a number. */
  narrow16: [0xfd, 0x65],
  bitmask8: [0xfd, 0x64],
  zeroVector: [0xfd, 0x0c, ...new Array<number>(16).fill(0)],
  /** Eight 16-bit sums that stay at the limit instead of wrapping. */
  addSaturated: [0xfd, 0x8f, 0x01],
} as const;

export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

/** A module with one imported memory ("env" "memory") and one exported function "run" of one i32 that returns nothing. */
export function moduleOf(
  locals: readonly (readonly [count: number, type: number])[],
  body: readonly number[],
): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: readonly number[]) => [id, ...unsigned(content.length), ...content];
  const name = (text: string) => [text.length, ...Array.from(text, (c) => c.charCodeAt(0))];
  const declared = locals.flatMap(([count, type]) => [...unsigned(count), type]);
  const code = [...unsigned(locals.length), ...declared, ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 1, I32, 0]),
    ...section(2, [1, ...name("env"), ...name("memory"), 0x02, 0x00, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("run"), 0x00, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

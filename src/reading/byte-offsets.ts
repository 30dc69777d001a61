/**
 * Where characters of decoded text stand in the bytes that it was decoded from. `offsets` are UTF-16 code units of the
 * text, in any order; byte order marks and NULs, which decoding leaves out, are passed over as it does. An offset at the
 * text's end, or beyond it, is the end of the bytes. Linear in the bytes.
 */
export function byteOffsets(bytes: Uint8Array, encoding: string, offsets: readonly number[]): number[] {
  const order = offsets.map((_, index) => index).sort((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0));
  const found = new Array<number>(offsets.length).fill(bytes.length);
  let next = 0;
  const units = UNITS.get(encoding) ?? (isMultiByte(encoding) ? unitsOfStream : unitsOfSingle);
  let at = 0;
  units(bytes, encoding, (start, length) => {
    const until = at + length;
    for (; next < order.length; next++) {
      const index = order[next] ?? 0;
      if ((offsets[index] ?? 0) >= until) break;
      found[index] = start;
    }
    at = until;
    return next < order.length;
  });
  return found;
}

/** Called with where each character starts and how many code units it gives; false ends the walk. */
type Visit = (start: number, length: number) => boolean;
type Units = (bytes: Uint8Array, encoding: string, visit: Visit) => void;

const UNITS: ReadonlyMap<string, Units> = new Map<string, Units>([
  ["utf-8", unitsOfUtf8],
  ["utf-16le", unitsOfUtf16],
  ["utf-16be", unitsOfUtf16],
]);

function isMultiByte(encoding: string): boolean {
  return /^(?:gb|big5|euc-|shift_jis|iso-2022|x-user|replacement)/.test(encoding);
}

function unitsOfSingle(bytes: Uint8Array, _: string, visit: Visit): void {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0 && !visit(at, 1)) return;
}

function unitsOfUtf16(bytes: Uint8Array, encoding: string, visit: Visit): void {
  const [high, low] = encoding === "utf-16le" ? [1, 0] : [0, 1];
  for (let at = 0; at < bytes.length; at += 2) {
    const unit = ((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0);
    if (unit === 0 || (at === 0 && unit === 0xfeff)) continue;
    if (!visit(at, 1)) return;
  }
}

/** As the Encoding Standard decodes: of what is no character, the longest start of one gives one replacement. */
function unitsOfUtf8(bytes: Uint8Array, _: string, visit: Visit): void {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      if (lead !== 0 && !visit(at, 1)) return;
      at++;
      continue;
    }
    const needed =
      lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    let lower = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    let upper = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let end = at + 1;
    while (end <= at + needed && (bytes[end] ?? 0) >= lower && (bytes[end] ?? 0) <= upper) {
      end++;
      lower = 0x80;
      upper = 0xbf;
    }
    if (!visit(at, needed === 3 && end === at + 4 ? 2 : 1)) return;
    at = end;
  }
}

/** Encodings of several bytes a character, with states: decoded byte by byte. */
function unitsOfStream(bytes: Uint8Array, encoding: string, visit: Visit): void {
  const decoder = new TextDecoder(encoding);
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    const text = decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    if (text === "") continue;
    const length = text.replaceAll("\0", "").length;
    if (length > 0 && !visit(start, length)) return;
    start = at + 1;
  }
}

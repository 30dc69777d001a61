import { inflateSync } from "node:zlib";
import { OnrecordError } from "../../errors.ts";

/** What all packed streams of one PDF may unpack to. */
const MAX_UNPACKED = 300_000_000;
/** Filters applied over one another, as a bomb does. */
const MAX_LAYERS = 3;
const STREAM = Buffer.from("stream");

/**
 * Refuses a PDF whose packed streams would fill the memory, before anything is made of them: the PDF library unpacks a
 * stream whole.
 *
 * @throws OnrecordError "too-large"
 */
export function checkPdfStreams(bytes: Uint8Array, maxUnpacked = MAX_UNPACKED): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let room = maxUnpacked;
  for (let at = buffer.indexOf(STREAM); at >= 0; at = buffer.indexOf(STREAM, at + STREAM.length)) {
    let start = at + STREAM.length;
    if (buffer[start] === 0x0d) start++;
    if (buffer[start] === 0x0a) start++;
    let packed: Uint8Array = buffer.subarray(start);
    for (let layer = 0; layer < MAX_LAYERS && isZlib(packed); layer++) {
      const unpacked = inflateUpTo(packed, room);
      if (unpacked === "too-large") throw tooLarge(maxUnpacked);
      if (unpacked === null) break;
      room -= unpacked.length;
      packed = unpacked;
    }
  }
}

function isZlib(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return first !== undefined && second !== undefined && (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

/** Null for what is not packed so after all, or damaged. */
function inflateUpTo(packed: Uint8Array, limit: number): Uint8Array | "too-large" | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    return code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : null;
  }
}

function tooLarge(maxUnpacked: number): OnrecordError {
  return new OnrecordError("too-large", `The PDF unpacks to more than ${maxUnpacked} bytes.`, {
    next: "Print the pages of the report into a PDF of their own.",
  });
}

import { OnrecordError } from "../../errors.ts";
import type { Meter } from "./archive.ts";
import { ByteReader } from "./byte-reader.ts";

const BLOCK = 512;
/** Headers of long names; a real one is a path. */
const MAX_EXTENSION = 65_536;

export interface TarEntry {
  readonly path: string;
  /** Its bytes; what is not read is passed over. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** Whether a file begins with the header of a tar: its checksum fits. */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && checksumFits(head.subarray(0, BLOCK)) && head[0] !== 0;
}

/**
 * The plain files of a tar (ustar, GNU and pax long names), as a stream. Links and devices are passed over.
 *
 * @throws OnrecordError "unreadable" where it is cut short or damaged, "archive-too-large".
 */
export async function* readTar(
  chunks: AsyncIterable<Uint8Array>,
  meter: Meter,
): AsyncGenerator<TarEntry, void, undefined> {
  const reader = new ByteReader(chunks);
  let longName: string | null = null;
  for (;;) {
    const header = await reader.read(BLOCK);
    if (header.length === 0 || header.every((byte) => byte === 0)) return;
    if (header.length < BLOCK || !checksumFits(header)) throw damaged();
    const size = numberAt(header, 124, 12);
    const kind = String.fromCharCode(header[156] ?? 0);
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (kind === "L" || kind === "x" || kind === "g") {
      if (size > MAX_EXTENSION) throw damaged();
      const words = await reader.read(size);
      await reader.skip(padding);
      if (kind === "L") longName = textOf(words, 0, words.length);
      if (kind === "x") longName = paxPath(words) ?? longName;
      continue;
    }
    const path = longName ?? nameIn(header);
    longName = null;
    meter.countEntry();
    let left = size;
    const content = (async function* () {
      while (left > 0) {
        const chunk = await reader.readSome(left);
        if (chunk.length === 0) throw damaged();
        left -= chunk.length;
        yield chunk;
      }
    })();
    if (kind === "0" || kind === "\0" || kind === "7") yield { path, content };
    if ((await reader.skip(left)) < left) throw damaged();
    await reader.skip(padding);
  }
}

function nameIn(header: Uint8Array): string {
  const name = textOf(header, 0, 100);
  const prefix = textOf(header, 257, 5) === "ustar" ? textOf(header, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

function paxPath(words: Uint8Array): string | null {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(Buffer.from(words).toString("utf8"))?.[1] ?? null;
}

function checksumFits(header: Uint8Array): boolean {
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 0x20 : (header[at] ?? 0);
  return sum === numberAt(header, 148, 8);
}

/** Octal, or base 256 where the first bit is set. */
function numberAt(header: Uint8Array, start: number, length: number): number {
  if ((header[start] ?? 0) & 0x80) {
    let value = 0;
    for (let at = start + 1; at < start + length; at++) value = value * 256 + (header[at] ?? 0);
    return Number.isSafeInteger(value) ? value : 0;
  }
  const value = Number.parseInt(textOf(header, start, length).trim() || "0", 8);
  return Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function textOf(bytes: Uint8Array, start: number, length: number): string {
  const part = bytes.subarray(start, start + length);
  const end = part.indexOf(0);
  return Buffer.from(end < 0 ? part : part.subarray(0, end)).toString("utf8");
}

function damaged(): OnrecordError {
  return new OnrecordError("unreadable", "The tar is damaged or cut short.", { next: "Get the file again." });
}

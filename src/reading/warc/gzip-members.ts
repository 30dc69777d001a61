import { crc32, createInflateRaw } from "node:zlib";
import { ByteReader } from "../archives/byte-reader.ts";

/** Bytes without a break in them. */
export interface Segment {
  /** Of its first byte in the file. */
  readonly offset: number;
  /** To be read to its end before the next segment is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Why it ends, once it has been read: null at the end of the file, else what is damaged there. */
  readonly damage: () => string | null;
}

/** Small, so that what one piece unpacks to stays small. */
const PIECE = 16_384;
/** How far back a member that was lost in a damaged one is looked for. */
const KEPT = 4_000_000;
const TRAILER = 8;

/**
 * Unpacks gzip files of many members, as WARC has them: one segment for everything up to a damage, and after it from the
 * next place where a member begins. Constant memory, also for one member without an end.
 */
export async function* readGzipMembers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Segment, void, undefined> {
  const reader = new ByteReader(chunks);
  let isLost = false;
  while (isLost ? await findMember(reader) : await hasMore(reader)) {
    const end = { damage: null as string | null };
    yield { offset: reader.position, chunks: unpackUntilDamage(reader, end), damage: () => end.damage };
    if (end.damage === null) return;
    isLost = true;
  }
}

async function hasMore(reader: ByteReader): Promise<boolean> {
  const next = await reader.readSome(1);
  reader.unread(next);
  return next.length > 0;
}

async function* unpackUntilDamage(reader: ByteReader, end: { damage: string | null }): AsyncGenerator<Uint8Array> {
  while (await hasMore(reader)) {
    const kept = new Tail();
    try {
      if (!(await skipHeader(reader, kept))) {
        end.damage = "bytes that are not packed";
      } else {
        end.damage = yield* unpackMember(reader, kept);
      }
    } catch (error) {
      end.damage = error instanceof Error ? error.message : String(error);
    }
    if (end.damage !== null) {
      // What was taken for a part of this member may hold the next one. Its own first byte must go, or it is found again.
      const again = kept.bytes();
      reader.unread(again.subarray(1));
      return;
    }
  }
}

/** Unpacks one member; returns what is wrong with it. */
async function* unpackMember(reader: ByteReader, kept: Tail): AsyncGenerator<Uint8Array, string | null> {
  const inflate = createInflateRaw();
  let fed = 0;
  let checksum = 0;
  let size = 0;
  let last: Uint8Array[] = [];
  const over = new Promise<"over">((done) => {
    for (const event of ["end", "close", "error"]) inflate.once(event, () => done("over"));
  });
  const feeding = (async () => {
    for (;;) {
      const piece = await reader.readSome(PIECE);
      if (piece.length === 0) return inflate.end();
      kept.add(piece);
      fed += piece.length;
      last = [...last.slice(-2), piece];
      const written = new Promise<"written">((done) => inflate.write(piece, () => done("written")));
      if ((await Promise.race([written, over])) === "over") return;
    }
  })();
  try {
    for await (const chunk of inflate) {
      const bytes: Uint8Array = chunk;
      checksum = crc32(bytes, checksum);
      size += bytes.length;
      yield bytes;
    }
  } finally {
    inflate.destroy();
    await feeding;
  }
  // The last pieces hold what comes after the member.
  const excess = fed - inflate.bytesWritten;
  const rest = Buffer.concat(last);
  reader.unread(rest.subarray(rest.length - excess));
  kept.drop(excess);
  const trailer = Buffer.from(await reader.read(TRAILER));
  kept.add(trailer);
  if (trailer.length < TRAILER) return "cut short";
  if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== size % 2 ** 32) return "a wrong checksum";
  return null;
}

/** Whether a member begins here; what was read of it is in `kept`. */
async function skipHeader(reader: ByteReader, kept: Tail): Promise<boolean> {
  const take = async (count: number) => {
    const bytes = await reader.read(count);
    kept.add(bytes);
    if (bytes.length < count) throw new Error("cut short");
    return Buffer.from(bytes);
  };
  const header = await take(10);
  if (header[0] !== 0x1f || header[1] !== 0x8b || header[2] !== 8) return false;
  const flags = header[3] ?? 0;
  if (flags & 4) await take((await take(2)).readUInt16LE(0));
  for (const bit of [8, 16]) if (flags & bit) while ((await take(1))[0] !== 0);
  if (flags & 2) await take(2);
  return true;
}

/** Moves on to where a member seems to begin; false at the end of the file. */
async function findMember(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const piece = Buffer.from(await reader.readSome(65_536));
    if (piece.length === 0) return false;
    const at = piece.indexOf(0x1f);
    if (at < 0) continue;
    reader.unread(piece.subarray(at));
    const start = Buffer.from(await reader.read(4));
    const isMember = start[1] === 0x8b && start[2] === 8 && start.length === 4 && ((start[3] ?? 0xff) & 0xe0) === 0;
    if (start.length < 4) return false;
    reader.unread(isMember ? start : start.subarray(1));
    if (isMember) return true;
  }
}

/** The last bytes of what was read. */
class Tail {
  #parts: Uint8Array[] = [];
  #length = 0;

  add(part: Uint8Array): void {
    this.#parts.push(part);
    this.#length += part.length;
    while (this.#length - (this.#parts[0]?.length ?? 0) > KEPT) this.#length -= this.#parts.shift()?.length ?? 0;
  }

  drop(count: number): void {
    const all = Buffer.concat(this.#parts);
    this.#parts = [all.subarray(0, Math.max(0, all.length - count))];
    this.#length = this.#parts[0]?.length ?? 0;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}

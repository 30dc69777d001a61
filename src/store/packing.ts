import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { StoryRecord } from "../core/link/story-record.ts";
import type { Record } from "../core/record/record.ts";

/** Zstandard at its default level: about 3 times smaller on articles, and lossless by its own checksum of lengths. */
export function packBytes(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes);
}

export function unpackBytes(packed: Uint8Array): Uint8Array {
  return zstdDecompressSync(packed);
}

/** A value that survives JSON, packed. Lone surrogates survive too, because JSON writes them as escapes. */
export function packJson(value: unknown): Uint8Array {
  return packBytes(Buffer.from(JSON.stringify(value), "utf8"));
}

/** `JSON.parse` is where the type comes from: only `packJson` of the same type may have written the bytes. */
export function unpackRecord(packed: Uint8Array): Record {
  return JSON.parse(unpackText(packed));
}

export function unpackStoryRecord(packed: Uint8Array): StoryRecord {
  return JSON.parse(unpackText(packed));
}

function unpackText(packed: Uint8Array): string {
  return Buffer.from(unpackBytes(packed)).toString("utf8");
}

import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { OnrecordError } from "../../errors.ts";
import { type ArchiveEntry, archiveDamaged, Meter } from "./archive.ts";

/** The files of a ZIP on disk or in memory, in the order of its directory. Nothing is written to disk. */
export async function* readZip(
  source: string | Uint8Array,
  meter: Meter,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const zip = await openZip(source);
  try {
    for await (const entry of entriesOf(zip)) {
      if (entry.fileName.endsWith("/")) continue;
      meter.countEntry();
      yield { path: entry.fileName, open: () => openEntry(zip, entry, meter) };
    }
  } finally {
    zip.close();
  }
}

/** One file of a ZIP in memory, or null when it holds none of that name. */
export async function readZipFile(bytes: Uint8Array, path: string, maxBytes: number): Promise<Uint8Array | null> {
  const meter = new Meter({ maxBytes });
  for await (const entry of readZip(bytes, meter)) {
    if (entry.path !== path) continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of await entry.open()) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  return null;
}

async function openZip(source: string | Uint8Array): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false };
  try {
    return typeof source === "string"
      ? await openPromise(source, options)
      : await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
  } catch (cause) {
    throw archiveDamaged("ZIP", cause);
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry, void, undefined> {
  try {
    for await (const entry of zip.eachEntry()) yield entry;
  } catch (cause) {
    throw cause instanceof OnrecordError ? cause : archiveDamaged("ZIP", cause);
  }
}

async function openEntry(zip: ZipFile, entry: Entry, meter: Meter): Promise<AsyncIterable<Uint8Array>> {
  if (entry.isEncrypted()) {
    throw new OnrecordError("locked", "The file is encrypted.", {
      next: "Unpack the archive with its password first.",
    });
  }
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    return meter.measure(stream, "ZIP");
  } catch (cause) {
    throw archiveDamaged("ZIP", cause);
  }
}

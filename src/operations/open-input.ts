import { constants, createGunzip, gunzipSync } from "node:zlib";
import { type ErrorCode, OnrecordError } from "../errors.ts";
import { type ArchiveEntry, Meter } from "../reading/archives/archive.ts";
import { isTar, readTar } from "../reading/archives/tar.ts";
import { readZip } from "../reading/archives/zip.ts";
import { isJsonBundle, splitJsonBundle } from "../reading/formats/json-bundle.ts";
import { isWarc, readWarc } from "../reading/warc/read-warc.ts";
import type { WarcRecord } from "../reading/warc/warc-record.ts";
import { describeError } from "./analysis-messages.ts";
import { extensionOf, MAX_INPUT_BYTES, mediaTypeOf, readStream } from "./read-input.ts";
import { isListing, readListing } from "./read-listing.ts";

/** Bytes to read a report from, and where they came from. */
export interface InputDocument {
  readonly kind: "document";
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly url: string | null;
  readonly path: string | null;
  readonly retrievedAt: string | null;
  /** The header of that name that it was sent with. */
  readonly lastModified?: string | null;
}

/** A page that a feed or a list names; it must be fetched. */
export interface LinkedPage {
  readonly kind: "url";
  readonly url: string;
  /** When the list says that it was published; taken where the page does not say. */
  readonly listedAt: string | null;
}

/** What stands in an archive or a feed: documents, pages, and what is no report, each with why. */
export type Part =
  | InputDocument
  | LinkedPage
  | { readonly kind: "left-out"; readonly name: string; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: "passed-over"; readonly name: string; readonly reason: string }
  | { readonly kind: "warned"; readonly name: string; readonly code: WarningCode; readonly message: string };

/** What was taken though something about it is odd. Documented in docs/reference/errors.md. */
export type WarningCode = "damaged-record";

export type OpenedInput = InputDocument | { readonly kind: "container"; readonly parts: AsyncIterable<Part> };

export interface InputStream {
  readonly name: string;
  readonly mediaType: string;
  readonly url: string | null;
  readonly path: string | null;
  readonly retrievedAt: string | null;
  readonly lastModified?: string | null;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The file on disk that `chunks` are read from, if it is one: a ZIP is read by its directory. */
  readonly file?: string;
}

const HEAD_BYTES = 65_536;
/** An archive inside an archive inside an archive is nobody's collection of reports. */
const MAX_DEPTH = 3;
/** A ZIP that is not a file on disk is held in memory. */
const MAX_HELD_ZIP = 100_000_000;

/**
 * Looks at how a stream begins and gives it as one document, or, where it is an archive, as what the archive holds.
 * The parts must be read in their order; no more than one document is held at a time.
 *
 * @throws OnrecordError "too-large" for a document over the limit, and what the stream throws.
 */
export async function openInput(stream: InputStream, meter = new Meter(), depth = 0): Promise<OpenedInput> {
  const { head, chunks } = await peek(stream.chunks);
  const opened = { ...stream, chunks };
  const parts = partsOf(opened, head, meter, depth);
  if (parts === null) return readWhole(opened);
  if (depth >= MAX_DEPTH) {
    throw new OnrecordError("archive-too-large", `Archives in archives are opened to a depth of ${MAX_DEPTH}.`, {
      next: "Unpack it yourself and add the folder.",
    });
  }
  return { kind: "container", parts };
}

function partsOf(stream: InputStream, head: Uint8Array, meter: Meter, depth: number): AsyncIterable<Part> | null {
  if (isWarc(head)) return recordParts(stream, false);
  if (isGzip(head)) return isWarc(unpackHead(head)) ? recordParts(stream, true) : gzipParts(stream, head, meter, depth);
  if (isZip(head, stream.mediaType)) return entriesOf(zipEntries(stream, meter), stream, meter, depth);
  if (isTar(head)) return entriesOf(tarEntries(stream, meter), stream, meter, depth);
  if (isJsonBundle(head)) return bundleParts(stream);
  return isListing(head) ? listedParts(stream) : null;
}

async function* gzipParts(stream: InputStream, head: Uint8Array, meter: Meter, depth: number): AsyncGenerator<Part> {
  const gunzip = createGunzip();
  const unpacked = meter.measure(gunzip, "gzip");
  const feeding = feed(stream.chunks, gunzip);
  const name = stream.name.replace(/\.tgz$/i, ".tar").replace(/\.gz$/i, "");
  const path = stream.path?.replace(/\.gz$/i, "") ?? null;
  const inner = { ...stream, name, path, mediaType: mediaTypeOf(name), chunks: unpacked };
  try {
    // A plain file that was packed alone is the file itself; it keeps the name that it has.
    yield* partsIn(
      { ...inner, ...(isTar(unpackHead(head)) ? {} : { name: stream.name, path: stream.path }) },
      meter,
      depth,
    );
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/** Writes a stream into a decoder as fast as it takes it. A failure of either ends the decoder. */
async function feed(chunks: AsyncIterable<Uint8Array>, decoder: ReturnType<typeof createGunzip>): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (decoder.destroyed) return;
      if (!decoder.write(chunk)) {
        await new Promise<void>((ready) => decoder.once("drain", ready).once("close", ready));
      }
    }
    decoder.end();
  } catch (error) {
    decoder.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

async function* entriesOf(
  entries: AsyncIterable<ArchiveEntry>,
  archive: InputStream,
  meter: Meter,
  depth: number,
): AsyncGenerator<Part> {
  for await (const entry of entries) {
    const name = `${archive.name}!/${entry.path}`;
    const mediaType = mediaTypeOf(entry.path);
    if (isHidden(entry.path)) continue;
    if (/(?:^|\/)(?:datapackage(?:-digest)?\.json|[^/]+\.(?:cdxj?|idx)(?:\.gz)?)$/.test(entry.path)) {
      yield { kind: "passed-over", name, reason: "the description of a web archive" };
      continue;
    }
    if (mediaType === "application/octet-stream") {
      yield { kind: "passed-over", name, reason: `${extensionOf(entry.path)} is no kind of report` };
      continue;
    }
    const path = archive.path === null ? null : `${archive.path}!/${entry.path}`;
    try {
      const chunks = await entry.open();
      yield* partsIn({ name, mediaType, url: null, path, retrievedAt: null, chunks }, meter, depth);
    } catch (error) {
      if (error instanceof OnrecordError && error.code === "archive-too-large") throw error;
      yield leftOut(name, error);
    }
  }
}

/** The pages and files that a web archive holds answers of. */
async function* recordParts(stream: InputStream, isPacked: boolean): AsyncGenerator<Part> {
  for await (const record of readWarc(stream.chunks, isPacked)) {
    const name = `${stream.name}!/${record.url ?? `record at ${record.offset}`}`;
    if (record.kind === "damaged") {
      const message = `The record at byte ${record.offset} cannot be read: ${record.reason}.`;
      yield { kind: "left-out", name, code: "unreadable", message };
      continue;
    }
    const reason = whyNoReport(record);
    if (reason !== null) {
      yield { kind: "passed-over", name, reason };
      continue;
    }
    if (record.faults.length > 0) {
      const message = `The record at byte ${record.offset} was taken, but ${record.faults.join("; ")}.`;
      yield { kind: "warned", name, code: "damaged-record", message };
    }
    const { payload: bytes, mediaType, date: retrievedAt, lastModified } = record;
    const url = URL.parse(record.url ?? "")?.href.replace(/#.*$/s, "") ?? null;
    yield { kind: "document", name, bytes, mediaType, url, path: stream.path, retrievedAt, lastModified };
  }
}

const PAGE_TYPES =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|(?:ninjs\+)?json)|message\/rfc822|application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document)$/;

/** Of a crawl, most is no page: requests, pictures, redirects, scripts. */
function whyNoReport({ type, status, mediaType, url, payload }: WarcRecord): string | null {
  if (!["response", "resource", "conversion", "arc"].includes(type) || url?.startsWith("filedesc:") === true) {
    return `a record of the type ${type === "arc" ? "filedesc" : type || "unknown"}`;
  }
  if (url !== null && !/^(?:https?|file):/i.test(url)) return "a record about the archive itself";
  if (status !== null && (status < 200 || status > 299)) return `an answer with status ${status}`;
  const kind = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (!PAGE_TYPES.test(kind)) return `${kind} is no kind of report`;
  if (/\/robots\.txt$/.test(url ?? "")) return "robots.txt";
  return payload.length === 0 ? "an answer without content" : null;
}

/** The items of a list of wire items in one file. */
async function* bundleParts(stream: InputStream): AsyncGenerator<Part> {
  const { url, path, retrievedAt } = stream;
  const whole = await readStream(stream.chunks, stream.name, MAX_INPUT_BYTES);
  for (const [index, bytes] of splitJsonBundle(whole).entries()) {
    const name = `${stream.name}!/${index + 1}`;
    const part = path === null ? null : `${path}!/${index + 1}`;
    yield { kind: "document", name, bytes, mediaType: "application/json", url, path: part, retrievedAt };
  }
}

/** The pages that a feed, a list of feeds or a sitemap names. */
async function* listedParts(stream: InputStream): AsyncGenerator<Part> {
  const bytes = await readStream(stream.chunks, stream.name, MAX_INPUT_BYTES);
  const { pages, unnamed } = readListing(bytes, stream.mediaType, stream.url);
  yield* pages;
  for (let left = unnamed; left > 0; left--) {
    yield { kind: "passed-over", name: stream.name, reason: "an item that names no page" };
  }
}

async function* partsIn(stream: InputStream, meter: Meter, depth: number): AsyncGenerator<Part> {
  const opened = await openInput(stream, meter, depth + 1);
  if (opened.kind === "document") yield opened;
  else yield* opened.parts;
}

async function* zipEntries(stream: InputStream, meter: Meter): AsyncGenerator<ArchiveEntry> {
  // It is opened anew by its name; the first reading of it is let go.
  if (stream.file !== undefined) for await (const _ of stream.chunks) break;
  yield* readZip(stream.file ?? (await readStream(stream.chunks, stream.name, MAX_HELD_ZIP)), meter);
}

async function* tarEntries(stream: InputStream, meter: Meter): AsyncGenerator<ArchiveEntry> {
  for await (const { path, content } of readTar(stream.chunks, meter)) {
    yield { path, open: async () => meter.measure(content, "tar") };
  }
}

async function readWhole(stream: InputStream): Promise<InputDocument> {
  const { name, mediaType, url, path, retrievedAt, lastModified = null } = stream;
  const bytes = await readStream(stream.chunks, name, MAX_INPUT_BYTES);
  return { kind: "document", name, bytes, mediaType, url, path, retrievedAt, lastModified };
}

async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }> {
  const rest = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const { done, value } = await rest.next();
    if (done === true) break;
    first.push(value);
    length += value.length;
  }
  const all = (async function* () {
    try {
      yield* first.splice(0);
      for (;;) {
        const { done, value } = await rest.next();
        if (done === true) return;
        yield value;
      }
    } finally {
      // Whoever stops early lets the file or connection go.
      await rest.return?.();
    }
  })();
  return { head: Buffer.concat(first), chunks: all };
}

/** How packed bytes begin when unpacked; empty when they are damaged at once. */
function unpackHead(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head.subarray(0, 2048), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    // What is damaged is found, and told, when it is read.
    return new Uint8Array(0);
  }
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** A ZIP that is no office document or book, which are ZIPs too. */
function isZip(head: Uint8Array, mediaType: string): boolean {
  const start = Buffer.from(head.subarray(0, 4)).toString("latin1");
  if (start !== "PK\x03\x04" && start !== "PK\x05\x06") return false;
  const latin = Buffer.from(head.subarray(0, 4096)).toString("latin1");
  return !/officedocument/.test(mediaType) && !/\[Content_Types\]\.xml|word\/|mimetypeapplication\//.test(latin);
}

function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
}

function leftOut(name: string, error: unknown): Part {
  const { code, message } = describeError(error);
  return { kind: "left-out", name, code, message };
}

import { createReadStream, type Stats } from "node:fs";
import { lstat, open, readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { OnrecordError } from "../errors.ts";
import { isHttpUrl } from "../fetching/http-url.ts";

export type InputReference =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "stdin" }
  | { readonly kind: "missing"; readonly path: string }
  /** A file of a folder that is no kind of report. */
  | { readonly kind: "passed-over"; readonly name: string; readonly reason: string };

export interface InputBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Kinds of files that may hold reports; anything else in a folder or archive is passed over. */
const MEDIA_TYPES: { readonly [extension: string]: string } = {
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "application/xhtml+xml",
  ".txt": "text/plain",
  ".md": "text/markdown",
  ".eml": "message/rfc822",
  ".mht": "multipart/related",
  ".mhtml": "multipart/related",
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".json": "application/json",
  ".xml": "application/xml",
  ".zip": "application/zip",
  ".gz": "application/gzip",
  ".tgz": "application/gzip",
  ".tar": "application/x-tar",
  ".warc": "application/warc",
  ".arc": "application/x-arc",
  ".wacz": "application/wacz",
};

export const MAX_INPUT_BYTES = 20_000_000;

/** What the given paths stand for, folders opened to their files in order of name; hidden files and links to folders are left. */
export async function expandInputs(inputs: readonly string[]): Promise<readonly InputReference[]> {
  const references: InputReference[] = [];
  for (const input of inputs) {
    if (input === "-") references.push({ kind: "stdin" });
    else if (isHttpUrl(input)) references.push({ kind: "url", url: input });
    else references.push(...(await expandPath(input)));
  }
  return references;
}

/** @throws OnrecordError "not-found", "is-directory", "unreadable", "empty" or "too-large". */
export async function readFileInput(path: string): Promise<InputBytes> {
  const found = await statFile(path);
  if (found.isDirectory()) {
    throw new OnrecordError("is-directory", `${path} is a folder, and one report was asked for.`, {
      next: `Name a file in it, or put the whole folder into a store: onrecord add ${path}`,
    });
  }
  if (found.size > MAX_INPUT_BYTES) throw tooLarge(path, MAX_INPUT_BYTES);
  const bytes = await readUpTo(path);
  return { bytes, mediaType: mediaTypeOf(path) };
}

/** A file of any length, as a stream. What goes wrong while it is read is "unreadable". */
export async function openFileStream(path: string): Promise<AsyncIterable<Uint8Array>> {
  const found = await statFile(path);
  if (found.isDirectory()) throw new OnrecordError("is-directory", `${path} is a folder, and a file was asked for.`);
  return explained(createReadStream(path), path);
}

async function* explained(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* chunks;
  } catch (cause) {
    throw explainFileError(cause, path);
  }
}

function statFile(path: string): Promise<Stats> {
  return stat(path).catch((cause: unknown) => {
    throw explainFileError(cause, path);
  });
}

/** @throws OnrecordError "too-large" */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes = MAX_INPUT_BYTES,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(name, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** ".jpg", or words for a name that has none. */
export function extensionOf(path: string): string {
  return /\.[^./]{1,12}$/.exec(path)?.[0].toLowerCase() ?? "a file without an extension";
}

/** By the file's extension; "application/octet-stream" where it tells nothing, and the content decides. */
export function mediaTypeOf(path: string): string {
  return MEDIA_TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
}

async function expandPath(path: string): Promise<InputReference[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) return [{ kind: "missing", path }];
  return found.isDirectory() ? listFolder(path) : [{ kind: "file", path }];
}

async function listFolder(folder: string): Promise<InputReference[]> {
  const references: InputReference[] = [];
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort(compareNames);
  for (const name of names) {
    const path = join(folder, name);
    const entry = await lstat(path).catch(() => null);
    if (entry?.isDirectory()) references.push(...(await listFolder(path)));
    else if (entry !== null && extname(name).toLowerCase() in MEDIA_TYPES) references.push({ kind: "file", path });
    else if (entry?.isFile() === true)
      references.push({ kind: "passed-over", name: path, reason: `${extensionOf(path)} is no kind of report` });
  }
  return references;
}

/** Reads no more than the limit, also of a file that grows or a device without an end. */
async function readUpTo(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path, "r");
    return await readStream(file.createReadStream({ autoClose: false }), path);
  } catch (cause) {
    throw cause instanceof OnrecordError ? cause : explainFileError(cause, path);
  }
}

function explainFileError(cause: unknown, path: string): unknown {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new OnrecordError("not-found", `There is no file ${path}.`, {
      cause,
      next: "Check the name and the folder.",
    });
  }
  const why = code === "EACCES" ? "you may not read it" : cause instanceof Error ? cause.message : String(cause);
  return new OnrecordError("unreadable", `${path} cannot be read: ${why}.`, { cause });
}

function tooLarge(name: string, maxBytes: number): OnrecordError {
  return new OnrecordError("too-large", `${name} is larger than ${maxBytes} bytes.`, {
    next: "Give single articles. For a stream of many, use: onrecord analyze --jsonl",
  });
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

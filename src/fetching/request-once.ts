import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { type Dispatcher, request } from "undici";
import { OnrecordError } from "../errors.ts";

export interface RequestOptions {
  readonly dispatcher: Dispatcher;
  readonly headers: { readonly [name: string]: string };
  readonly signal: AbortSignal;
  readonly maxBytes: number;
  /** Says by status and media type whether the body is wanted; what it throws ends the request. */
  readonly wanted: (status: number, mediaType: string) => boolean;
}

export interface Answer {
  readonly status: number;
  /** First value of a header, by its name in lower case. */
  readonly header: (name: string) => string | null;
  /** Unpacked; empty when it was not wanted. */
  readonly bytes: Uint8Array;
}

/** A body may be packed in packed form; nobody does it more often than this in good faith. */
const MAX_ENCODINGS = 3;

/**
 * Sends one request and reads its answer. What is unpacked counts against the size limit.
 *
 * @throws OnrecordError "too-large" or "unreachable", and what undici and zlib throw.
 */
export async function requestOnce(url: URL, options: RequestOptions): Promise<Answer> {
  const { dispatcher, headers, signal, maxBytes, wanted } = options;
  const response = await request(url, { dispatcher, headers, signal });
  const header = (name: string) => headerOf(response, name);
  try {
    if (!wanted(response.statusCode, header("content-type") ?? "")) {
      await discard(response);
      return { status: response.statusCode, header, bytes: new Uint8Array(0) };
    }
    return { status: response.statusCode, header, bytes: await readBody(response, url, maxBytes) };
  } catch (error) {
    // Ending it early is an error of its own to the stream, which nobody needs to hear of.
    response.body.on("error", () => {}).destroy();
    throw error;
  }
}

/** Reads a short body to its end, so that the connection can be used again, and drops a long one. */
async function discard(response: Dispatcher.ResponseData): Promise<void> {
  await response.body.dump({ limit: 16_384 });
}

async function readBody(response: Dispatcher.ResponseData, url: URL, maxBytes: number): Promise<Uint8Array> {
  const claimed = Number(headerOf(response, "content-length") ?? 0);
  if (claimed > maxBytes) throw tooLarge(url, maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of decoded(response, url)) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(url, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(response: Dispatcher.ResponseData, url: URL): Readable {
  let body: Readable = response.body;
  const encodings = (headerOf(response, "content-encoding") ?? "")
    .toLowerCase()
    .split(/\s*,\s*/)
    .filter(Boolean);
  if (encodings.length > MAX_ENCODINGS) {
    throw new OnrecordError(
      "unreachable",
      `${url.href} could not be fetched: it is packed ${encodings.length} times over.`,
    );
  }
  for (const encoding of encodings.reverse()) {
    const decoder = decoderFor(encoding);
    if (decoder === null) continue;
    const encoded = body;
    encoded.on("error", (error) => decoder.destroy(error));
    body = encoded.pipe(decoder);
    body.on("close", () => encoded.destroy());
  }
  return body;
}

function decoderFor(encoding: string) {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    case "zstd":
      return createZstdDecompress();
    default:
      return null;
  }
}

function headerOf(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

function tooLarge(url: URL, maxBytes: number): OnrecordError {
  return new OnrecordError("too-large", `${url.href} is larger than ${maxBytes} bytes.`, {
    next: "Give the address of the article itself, or download it and add the file.",
  });
}

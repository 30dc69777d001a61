import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
  zstdDecompressSync,
} from "node:zlib";

/** An HTTP answer as it was archived. */
export interface HttpMessage {
  readonly status: number | null;
  readonly mediaType: string | null;
  readonly lastModified: string | null;
  /** As it came over the wire, after the headers. */
  readonly body: Uint8Array;
  /** With its chunks joined. */
  readonly joined: Uint8Array;
  /** Joined and unpacked. */
  readonly payload: Uint8Array;
  readonly faults: readonly string[];
}

/** Reads an answer or a request; null when the bytes begin as neither. */
export function readHttpMessage(block: Uint8Array, maxBytes: number): HttpMessage | null {
  const buffer = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const first = buffer.subarray(0, 2000).toString("latin1");
  const start = /^(?:HTTP\/[\d.]+\s+(\d{3})|[A-Z]{3,10} \S+ HTTP\/)/.exec(first);
  if (start === null) return null;
  const { headers, length } = readHeaders(buffer);
  const body = buffer.subarray(length);
  const faults: string[] = [];
  const isChunked = /\bchunked\b/i.test(headers.get("transfer-encoding") ?? "");
  const joined = isChunked ? joinChunks(body, faults) : body;
  const payload = unpack(joined, headers.get("content-encoding") ?? "", maxBytes, faults);
  const status = start[1] === undefined ? null : Number(start[1]);
  return {
    status,
    mediaType: headers.get("content-type") ?? null,
    lastModified: headers.get("last-modified") ?? null,
    body,
    joined,
    payload,
    faults,
  };
}

function readHeaders(buffer: Buffer): { headers: Map<string, string>; length: number } {
  const headers = new Map<string, string>();
  let at = 0;
  for (;;) {
    const end = buffer.indexOf(10, at);
    if (end < 0) return { headers, length: buffer.length };
    const line = buffer.subarray(at, end).toString("latin1").trimEnd();
    at = end + 1;
    if (line === "") return { headers, length: at };
    const field = /^([^\s:]+)\s*:\s*(.*)$/.exec(line);
    if (field && !headers.has((field[1] ?? "").toLowerCase()))
      headers.set((field[1] ?? "").toLowerCase(), field[2] ?? "");
  }
}

/** A body that is not in chunks though its header says so is taken as it is. */
function joinChunks(body: Buffer, faults: string[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf(10, at);
    const line =
      end < 0
        ? ""
        : body
            .subarray(at, Math.min(end, at + 200))
            .toString("latin1")
            .trim();
    const size = /^[0-9a-f]{1,8}(?=$|;|\s)/i.exec(line)?.[0];
    if (size === undefined) {
      faults.push(
        parts.length === 0 ? "its body is not in chunks as its header says" : "a chunk of its body is cut short",
      );
      return parts.length === 0 ? body : Buffer.concat(parts);
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    const part = body.subarray(end + 1, end + 1 + length);
    parts.push(part);
    if (part.length < length) {
      faults.push("a chunk of its body is cut short");
      return Buffer.concat(parts);
    }
    at = end + 1 + length;
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
    if (at >= body.length) return Buffer.concat(parts);
  }
}

function unpack(body: Uint8Array, encodings: string, maxBytes: number, faults: string[]): Uint8Array {
  let bytes = body;
  if (body.length === 0) return body;
  const names = encodings
    .toLowerCase()
    .split(/\s*,\s*/)
    .filter((name) => name !== "" && name !== "identity");
  for (const name of names.slice(-3).reverse()) {
    try {
      bytes = decode(bytes, name, { maxOutputLength: maxBytes });
    } catch (error) {
      const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
      const part = isTooLarge ? null : unpackPart(bytes, name, maxBytes);
      if (part !== null) {
        faults.push("its packed body is cut short");
        bytes = part;
        continue;
      }
      // Archives often keep the header of what they unpacked themselves.
      faults.push(
        isTooLarge
          ? `its body unpacks to more than ${maxBytes} bytes`
          : `its body is not packed as its header says (${name})`,
      );
      return isTooLarge ? new Uint8Array(0) : bytes;
    }
  }
  return bytes;
}

/** What can be unpacked of a body that breaks off; null when that is nothing. */
function unpackPart(bytes: Uint8Array, name: string, maxBytes: number): Uint8Array | null {
  if (!/^(?:x-)?gzip$|^deflate$/.test(name)) return null;
  try {
    const part = decode(bytes, name, { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH });
    return part.length > 0 ? part : null;
  } catch {
    // It is not cut short but something else; the caller says so.
    return null;
  }
}

function decode(bytes: Uint8Array, name: string, options: ZlibOptions): Uint8Array {
  switch (name) {
    case "gzip":
    case "x-gzip":
      return gunzipSync(bytes, options);
    case "deflate":
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
    case "br":
      return brotliDecompressSync(bytes, { maxOutputLength: options.maxOutputLength });
    case "zstd":
      return zstdDecompressSync(bytes, { maxOutputLength: options.maxOutputLength });
    default:
      return bytes;
  }
}

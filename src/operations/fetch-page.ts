import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { Agent, type Dispatcher, request } from "undici";
import { OnrecordError } from "../errors.ts";
import { ENGINE } from "./engine.ts";
import { checkLiteralHost, lookupPublic } from "./guarded-lookup.ts";

export interface FetchedPage {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** The address that was asked for, without its fragment. */
  readonly url: string;
}

export interface FetchOptions {
  /** Whether addresses of private networks may be read. */
  readonly allowPrivate: boolean;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
}

const MAX_REDIRECTS = 5;
const DEFAULT_MAX_BYTES = 20_000_000;
const DEFAULT_TIMEOUT_MS = 30_000;
const READABLE = /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/xhtml\+xml)$/;

/**
 * Fetches one page. Every hop of a redirect is checked like the first, what is unpacked counts against the size limit,
 * and the whole takes no longer than the time limit.
 *
 * @throws OnrecordError "usage", "unreachable", "address-refused", "too-large" or "binary".
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<FetchedPage> {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const agent = new Agent({
    connect: { timeout: timeoutMs, ...(options.allowPrivate ? {} : { lookup: lookupPublic }) },
  });
  try {
    const asked = parseHttpUrl(address);
    asked.hash = "";
    const signal = AbortSignal.timeout(timeoutMs);
    let url = asked;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      if (!options.allowPrivate) checkLiteralHost(url);
      const response = await request(url, { dispatcher: agent, signal, headers: HEADERS });
      const location = redirectOf(response);
      if (location !== null) {
        await response.body.dump();
        url = parseHttpUrl(new URL(location, url).href);
        continue;
      }
      const bytes = await readBody(response, url, options.maxBytes ?? DEFAULT_MAX_BYTES);
      return { bytes, mediaType: headerOf(response, "content-type") ?? "text/html", url: asked.href };
    }
    throw unreachable(address, `it redirects more than ${MAX_REDIRECTS} times`);
  } catch (error) {
    throw explainFailure(error, address);
  } finally {
    await agent.destroy();
  }
}

export function isHttpUrl(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

const HEADERS = {
  "user-agent": `${ENGINE.name}/${ENGINE.version}`,
  accept: "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
  "accept-encoding": "gzip, br, deflate, zstd",
};

function parseHttpUrl(address: string): URL {
  const url = URL.parse(address);
  if (url && (url.protocol === "http:" || url.protocol === "https:")) return url;
  throw new OnrecordError("usage", `"${address.slice(0, 200)}" is not the address of a page.`, {
    next: "Give an address that begins with https:// or http://",
  });
}

function redirectOf(response: Dispatcher.ResponseData): string | null {
  return [301, 302, 303, 307, 308].includes(response.statusCode) ? headerOf(response, "location") : null;
}

async function readBody(response: Dispatcher.ResponseData, url: URL, maxBytes: number): Promise<Uint8Array> {
  if (response.statusCode < 200 || response.statusCode > 299) {
    await response.body.dump();
    throw unreachable(url.href, `the site answered with status ${response.statusCode}`);
  }
  const type = headerOf(response, "content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== undefined && type !== "" && !READABLE.test(type)) {
    await response.body.dump();
    throw new OnrecordError("binary", `${url.href} is ${type}, and not a page or text.`, {
      next: "Give the address of the article itself.",
    });
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of decoded(response)) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new OnrecordError("too-large", `${url.href} is larger than ${maxBytes} bytes.`, {
        next: "Give the address of the article itself, or save it as text.",
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(response: Dispatcher.ResponseData): Readable {
  let body: Readable = response.body;
  const encodings = (headerOf(response, "content-encoding") ?? "").toLowerCase().split(/\s*,\s*/);
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

function explainFailure(error: unknown, address: string): unknown {
  if (error instanceof OnrecordError) return error;
  if (!(error instanceof Error)) return error;
  if (error.cause instanceof OnrecordError) return error.cause;
  if (error.name === "TimeoutError" || /timeout/i.test(error.message)) {
    return unreachable(address, "it did not answer in time", error);
  }
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const why = REASONS[code] ?? (error.message || code || "the connection failed");
  return unreachable(address, why, error);
}

const REASONS: { readonly [code: string]: string } = {
  ENOTFOUND: "there is no site of that name",
  EAI_AGAIN: "names cannot be looked up; is there a network?",
  ECONNREFUSED: "the site refuses connections",
  ECONNRESET: "the connection broke",
  ENETUNREACH: "there is no network",
  EHOSTUNREACH: "the site cannot be reached",
  UND_ERR_SOCKET: "the connection broke",
};

function unreachable(address: string, why: string, cause?: unknown): OnrecordError {
  return new OnrecordError("unreachable", `${address.slice(0, 300)} could not be fetched: ${why}.`, {
    next: "Check the address and the network, or save the page in a browser and give the file.",
    ...(cause === undefined ? {} : { cause }),
  });
}

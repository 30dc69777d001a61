import { Agent, type Dispatcher } from "undici";
import { OnrecordError } from "../errors.ts";
import { explainFailure, unreachable } from "./explain-failure.ts";
import { checkLiteralHost, lookupPublic } from "./guarded-lookup.ts";
import { type Answer, requestOnce } from "./request-once.ts";

export interface FetchedPage {
  readonly kind: "page";
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** The address that was asked for, without its fragment. */
  readonly url: string;
  /** What the site calls this version of the page; sent with the next request. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Nothing new since the version that the conditions name. */
export interface NotModified {
  readonly kind: "not-modified";
  readonly url: string;
}

export interface FetchConditions {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export interface FetchOptions extends FetchConditions {
  /** Whether addresses of private networks may be read. */
  readonly allowPrivate: boolean;
  readonly maxBytes?: number;
  /** For the whole, but for the time that `gate` waits. */
  readonly timeoutMs?: number;
  readonly userAgent?: string;
  /** Ends the request when it is no longer wanted. */
  readonly signal?: AbortSignal;
  /** Made by `makeAgent` with the same `allowPrivate`; one of its own unless given. */
  readonly dispatcher?: Dispatcher;
  /** Runs each request of a chain of redirects; may wait before it, or refuse it by throwing. */
  readonly gate?: <T extends Answer>(url: URL, send: () => Promise<T>) => Promise<T>;
}

const MAX_REDIRECTS = 5;
export const DEFAULT_MAX_BYTES = 20_000_000;
export const DEFAULT_TIMEOUT_MS = 30_000;
/** Kinds of which no report is read; everything else is looked at. */
const UNREADABLE = /^(?:image|audio|video|font)\/|^text\/(?:css|javascript)$|^application\/(?:x-)?javascript$/;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Connections that, unless private networks are allowed, are made to addresses on the public internet alone. */
export function makeAgent(allowPrivate: boolean, timeoutMs = DEFAULT_TIMEOUT_MS): Agent {
  return new Agent({ connect: { timeout: timeoutMs, ...(allowPrivate ? {} : { lookup: lookupPublic }) } });
}

/**
 * Fetches one page or file. Every hop of a redirect is checked like the first, what is unpacked counts against the size
 * limit, and the whole takes no longer than the time limit.
 *
 * @throws OnrecordError "usage", "unreachable", "address-refused", "too-large" or "binary", and what `gate` throws.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<FetchedPage | NotModified> {
  const agent = options.dispatcher ?? makeAgent(options.allowPrivate, options.timeoutMs);
  try {
    const asked = parseHttpUrl(address);
    asked.hash = "";
    let left = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    let url = asked;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      if (!options.allowPrivate) checkLiteralHost(url);
      const target = url;
      const send = async () => {
        const started = performance.now();
        const timeout = AbortSignal.timeout(Math.max(1, Math.ceil(left)));
        const answer = await requestOnce(target, {
          dispatcher: agent,
          headers: headersFor(options),
          signal: options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]),
          maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
          wanted: (status, mediaType) => isWanted(target, status, mediaType),
        });
        left -= performance.now() - started;
        return answer;
      };
      const answer = await (options.gate === undefined ? send() : options.gate(url, send));
      const location = REDIRECTS.has(answer.status) ? answer.header("location") : null;
      if (location !== null) {
        url = parseHttpUrl(URL.parse(location, url)?.href ?? location);
        continue;
      }
      if (answer.status === 304) return { kind: "not-modified", url: asked.href };
      if (answer.status < 200 || answer.status > 299) {
        throw unreachable(url.href, `the site answered with status ${answer.status}`);
      }
      return {
        kind: "page",
        bytes: answer.bytes,
        mediaType: answer.header("content-type") ?? "text/html",
        url: asked.href,
        etag: answer.header("etag"),
        lastModified: answer.header("last-modified"),
      };
    }
    throw unreachable(address, `it redirects more than ${MAX_REDIRECTS} times`);
  } catch (error) {
    throw explainFailure(error, address);
  } finally {
    if (options.dispatcher === undefined) await agent.destroy();
  }
}

function headersFor({ userAgent, etag, lastModified }: FetchOptions): { readonly [name: string]: string } {
  return {
    "user-agent": userAgent ?? "onrecord",
    accept: "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5",
    "accept-encoding": "gzip, br, deflate, zstd",
    ...(etag == null ? {} : { "if-none-match": etag }),
    ...(lastModified == null ? {} : { "if-modified-since": lastModified }),
  };
}

function parseHttpUrl(address: string): URL {
  const url = URL.parse(address);
  if (url && (url.protocol === "http:" || url.protocol === "https:")) return url;
  throw new OnrecordError("usage", `"${address.slice(0, 200)}" is not the address of a page.`, {
    next: "Give an address that begins with https:// or http://",
  });
}

/** @throws OnrecordError "binary" */
function isWanted(url: URL, status: number, mediaType: string): boolean {
  if (status < 200 || status > 299) return false;
  const type = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (!UNREADABLE.test(type)) return true;
  throw new OnrecordError("binary", `${url.href} is ${type}, and not a page or text.`, {
    next: "Give the address of the article itself.",
  });
}

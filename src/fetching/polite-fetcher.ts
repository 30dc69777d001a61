import { OnrecordError } from "../errors.ts";
import { explainFailure } from "./explain-failure.ts";
import {
  DEFAULT_TIMEOUT_MS,
  type FetchConditions,
  type FetchedPage,
  fetchPage,
  makeAgent,
  type NotModified,
} from "./fetch-page.ts";
import { checkLiteralHost } from "./guarded-lookup.ts";
import { HostQueue } from "./host-queue.ts";
import { type Answer, requestOnce } from "./request-once.ts";
import { type RobotRules, readRobots } from "./robots.ts";

export interface FetcherOptions {
  readonly allowPrivate: boolean;
  /** Name and version, as sent to sites: "onrecord/0.1.0". The name is what robots.txt may speak to. */
  readonly userAgent: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Between two requests to one host; a second unless told, more where the site asks for more. */
  readonly minDelayMs?: number;
  readonly signal?: AbortSignal;
}

export interface Fetcher extends AsyncDisposable {
  /** @throws OnrecordError as `fetchPage`, and "robots-refused". */
  fetch(address: string, conditions?: FetchConditions): Promise<FetchedPage | NotModified>;
}

const DEFAULT_MIN_DELAY_MS = 1000;
/** A site that asks to be left alone for longer is asked again at the next run. */
const MAX_RETRY_PAUSE_MS = 120_000;
/** Rules are read anew after a day. */
const RULES_LAST_MS = 86_400_000;
const MAX_ROBOTS_BYTES = 1_000_000;

/** Fetches as a polite crawler: what robots.txt allows, one request a host at a time, with a pause in between. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { allowPrivate, userAgent, timeoutMs = DEFAULT_TIMEOUT_MS, signal } = options;
  const minDelayMs = options.minDelayMs ?? DEFAULT_MIN_DELAY_MS;
  const agent = makeAgent(allowPrivate, timeoutMs);
  const queue = new HostQueue();
  const rules = new Map<string, { readonly rules: RobotRules; readonly until: number }>();

  async function gate<T extends Answer>(url: URL, send: () => Promise<T>): Promise<T> {
    return queue.run(url.host, async () => {
      signal?.throwIfAborted();
      const { allows, delayMs } = await rulesFor(url);
      if (!allows(url)) throw refused(url);
      const result = await send();
      return { result, pauseMs: Math.max(minDelayMs, delayMs, retryPause(result)) };
    });
  }

  async function rulesFor(url: URL): Promise<RobotRules> {
    const known = rules.get(url.origin);
    if (known !== undefined && known.until > performance.now()) return known.rules;
    const found = await readRules(new URL("/robots.txt", url));
    rules.set(url.origin, { rules: found, until: performance.now() + RULES_LAST_MS });
    return found;
  }

  /** A redirect is followed on the same host only; rules that lie elsewhere are as good as none. */
  async function readRules(url: URL): Promise<RobotRules> {
    let target = url;
    for (let hop = 0; hop < 5; hop++) {
      if (!allowPrivate) checkLiteralHost(target);
      const timeout = AbortSignal.timeout(timeoutMs);
      const answer = await requestOnce(target, {
        dispatcher: agent,
        headers: { "user-agent": userAgent, "accept-encoding": "gzip, br, deflate, zstd" },
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
        maxBytes: MAX_ROBOTS_BYTES,
        wanted: (status) => status >= 200 && status <= 299,
      }).catch((error: unknown) => {
        // Rules too long to be read forbid nothing that could be known.
        if (error instanceof OnrecordError && error.code === "too-large") return null;
        // It is the site that nobody reaches; its rules were asked for by us alone.
        throw explainFailure(error, target.origin);
      });
      if (answer === null) return readRobots(url, 404, new Uint8Array(0), userAgent);
      const location = answer.status >= 300 && answer.status < 400 ? answer.header("location") : null;
      const next = location === null ? null : URL.parse(location, target);
      if (next === null || next.host !== url.host) return readRobots(url, answer.status, answer.bytes, userAgent);
      target = next;
    }
    return readRobots(url, 404, new Uint8Array(0), userAgent);
  }

  return {
    fetch: (address, conditions = {}) =>
      fetchPage(address, {
        ...conditions,
        allowPrivate,
        userAgent,
        timeoutMs,
        dispatcher: agent,
        gate,
        ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
        ...(signal === undefined ? {} : { signal }),
      }),
    [Symbol.asyncDispose]: () => agent.destroy(),
  };
}

/** What a busy site asks for in its Retry-After, in seconds or as a date. */
function retryPause(answer: Answer): number {
  if (answer.status !== 429 && answer.status !== 503) return 0;
  const seconds = Number(answer.header("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds * 1000), MAX_RETRY_PAUSE_MS) : 0;
}

function refused(url: URL): OnrecordError {
  return new OnrecordError(
    "robots-refused",
    `${url.host} asks programs not to fetch ${url.href.slice(0, 300)} (robots.txt).`,
    {
      next: "Open the page in a browser, save it and add the file.",
    },
  );
}

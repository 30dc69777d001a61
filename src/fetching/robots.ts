import robotsParser, { type Robot } from "robots-parser";

export interface RobotRules {
  readonly allows: (url: URL) => boolean;
  /** Between two requests, as the site asks for, or 0. */
  readonly delayMs: number;
}

/** As RFC 9309 has it: crawlers may stop reading there. */
const MAX_LENGTH = 512_000;
/** A site that asks for more is served at this pace. */
const MAX_DELAY_MS = 30_000;

const ALLOW_ALL: RobotRules = { allows: () => true, delayMs: 0 };
const ALLOW_NONE: RobotRules = { allows: () => false, delayMs: 0 };

/**
 * What robots.txt says to us, by RFC 9309: a site without one allows everything, one whose server fails allows nothing
 * until it answers.
 */
export function readRobots(url: URL, status: number, bytes: Uint8Array, agent: string): RobotRules {
  if (status >= 500) return ALLOW_NONE;
  if (status < 200 || status > 299) return ALLOW_ALL;
  const rules = parseRobots(url.href, Buffer.from(bytes.subarray(0, MAX_LENGTH)).toString("utf8"));
  const seconds = rules.getCrawlDelay(agent) ?? 0;
  return {
    allows: (address) => rules.isAllowed(address.href, agent) ?? true,
    delayMs: Number.isFinite(seconds) ? Math.min(Math.max(0, seconds * 1000), MAX_DELAY_MS) : 0,
  };
}

/** The package is a function; its types, written for another way of importing, say that it holds one. */
function parseRobots(url: string, text: string): Robot {
  const parse: unknown = robotsParser;
  if (typeof parse !== "function") throw new TypeError("robots-parser is not a function");
  return Reflect.apply(parse, undefined, [url, text]);
}

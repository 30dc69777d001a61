/** Every code that a user can meet, with its exit code, HTTP status, and what it means. Documented in docs/reference/errors.md. */
export const ERROR_CODES = {
  usage: { exit: 2, status: 400, meaning: "The command or request was put wrongly." },
  "not-found": { exit: 1, status: 404, meaning: "No such story, report, actor or file." },
  "is-directory": { exit: 1, status: 400, meaning: "A file was needed and a folder was given." },
  unreadable: { exit: 1, status: 400, meaning: "The file cannot be read." },
  empty: { exit: 1, status: 422, meaning: "There is no text in the input." },
  binary: { exit: 1, status: 422, meaning: "The input is of a kind that cannot be read." },
  "too-large": { exit: 1, status: 413, meaning: "The input is over the size limit." },
  "no-text": { exit: 1, status: 422, meaning: "The file holds no words that could be read, such as a scan." },
  locked: { exit: 1, status: 422, meaning: "The file is encrypted or locked with a password." },
  "archive-too-large": { exit: 1, status: 413, meaning: "The archive unpacks to more than the limits allow." },
  "not-a-feed": { exit: 1, status: 422, meaning: "That is not a feed, a list of feeds or a news sitemap." },
  "no-article": { exit: 1, status: 422, meaning: "The page holds no article that could be read." },
  conflict: { exit: 1, status: 409, meaning: "Something was decided since that stands against it." },
  "decisions-refused": { exit: 1, status: 403, meaning: "The server takes no decisions, or not from that page." },
  "wrong-method": { exit: 1, status: 405, meaning: "That address cannot be used in that way." },
  "host-refused": { exit: 1, status: 421, meaning: "The request names a host that this server does not answer for." },
  "bad-date": { exit: 2, status: 400, meaning: "A date is not an ISO 8601 date." },
  "bad-json": { exit: 1, status: 400, meaning: "A line or body is not JSON of the expected shape." },
  unreachable: { exit: 1, status: 502, meaning: "The URL could not be fetched." },
  "address-refused": { exit: 1, status: 400, meaning: "The URL leads to a private, loopback or link-local address." },
  "robots-refused": { exit: 1, status: 403, meaning: "The site asks programs not to fetch that page (robots.txt)." },
  "store-locked": { exit: 1, status: 503, meaning: "Another process is writing to the store." },
  "store-newer": { exit: 1, status: 500, meaning: "The store was made by a newer version." },
  "store-damaged": { exit: 1, status: 500, meaning: "The store file is damaged or is not an Onrecord store." },
  "disk-full": { exit: 1, status: 507, meaning: "The disk is full; nothing of the current report was written." },
  "model-missing": { exit: 1, status: 500, meaning: "A model file is missing or damaged." },
  "port-in-use": { exit: 1, status: 500, meaning: "Another program listens on that port." },
  internal: { exit: 1, status: 500, meaning: "A fault in Onrecord itself." },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}

/** The world failed, or was asked wrongly. `next` says what to do about it. */
export class OnrecordError extends Error {
  readonly code: ErrorCode;
  readonly next: string | null;

  constructor(code: ErrorCode, message: string, options: { next?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "OnrecordError";
    this.code = code;
    this.next = options.next ?? null;
  }
}

import { OnrecordError } from "../errors.ts";

/** A decision is some words and ids; a split may name thousands of reports. */
const MOST_BYTES = 1_000_000;

/**
 * Lets only our own pages, and programs, change something. Another site's page can send a form or plain text to this
 * machine, but not JSON unasked, and its browser says where a request comes from.
 *
 * @throws OnrecordError `decisions-refused`, `usage`, `too-large`
 */
export async function readBody(request: Request): Promise<string> {
  const { headers } = request;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isForeign =
    (site !== null && site !== "same-origin" && site !== "none") ||
    (origin !== null && URL.parse(origin)?.host !== headers.get("host"));
  if (isForeign) throw refused("Another site's page asked for it.", "Decide on the pages of this server.");
  if (!/^application\/json\b/i.test(headers.get("content-type") ?? "")) {
    throw new OnrecordError("usage", "The body must be JSON.", {
      next: "Send it with Content-Type: application/json.",
    });
  }
  if (Number(headers.get("content-length") ?? 0) > MOST_BYTES) throw tooLarge();
  const body = await request.text();
  if (body.length > MOST_BYTES) throw tooLarge();
  return body;
}

export function refused(why: string, next: string): OnrecordError {
  return new OnrecordError("decisions-refused", `This was not decided. ${why}`, { next });
}

function tooLarge(): OnrecordError {
  return new OnrecordError("too-large", `A decision takes ${MOST_BYTES} bytes at most.`);
}

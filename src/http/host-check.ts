import { isIP } from "node:net";
import { OnrecordError } from "../errors.ts";

/**
 * Refuses requests that reach this server under a foreign name. A page of any site can point its own name at 127.0.0.1
 * (DNS rebinding) and would then be same-origin with us; it cannot do so under an address or "localhost".
 *
 * @throws OnrecordError `host-refused`
 */
export function checkHost(header: string | undefined, allowed: readonly string[]): void {
  const name = hostName(header ?? "");
  if (isIP(name) !== 0 || name === "localhost" || name.endsWith(".localhost") || allowed.includes(name)) return;
  throw new OnrecordError("host-refused", "The server does not answer for the host that the request names.", {
    next: "Open the address that `onrecord serve` printed.",
  });
}

/** "[::1]:4000" → "::1", "localhost:4000" → "localhost". */
function hostName(header: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d*)?$/.exec(header);
  return (bracketed?.[1] ?? header.replace(/:\d*$/, "")).toLowerCase();
}

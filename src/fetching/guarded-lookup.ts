import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { OnrecordError } from "../errors.ts";

/**
 * Whether an address is on the public internet: not private, loopback, link-local, carrier-grade, multicast, reserved,
 * or any of those written as IPv6.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}

/** @throws OnrecordError "address-refused" when the host of the URL is an address that is not public. */
export function checkLiteralHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw refused(host);
}

/**
 * Looks a name up as the system does and refuses it when any of its addresses is not public. The connection is made to
 * the addresses that were checked, so a name cannot change its mind in between.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const hidden = addresses.find(({ address }) => !isPublicAddress(address));
    if (hidden) return callback(refused(`${hostname} (${hidden.address})`), []);
    if (options.all === true) return callback(null, addresses);
    const first = addresses[0];
    return first ? callback(null, first.address, first.family) : callback(new Error(`${hostname} has no address`), []);
  });
};

function refused(host: string): OnrecordError {
  return new OnrecordError("address-refused", `${host} is not an address on the public internet.`, {
    next: "Save the page and add the file, or give --allow-private (or set ONRECORD_ALLOW_PRIVATE=1) if you mean to read from your own network.",
  });
}

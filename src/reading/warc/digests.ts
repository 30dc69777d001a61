import { hash } from "node:crypto";

const ALGORITHMS: { readonly [name: string]: string } = {
  sha1: "sha1",
  "sha-1": "sha1",
  sha256: "sha256",
  "sha-256": "sha256",
  sha512: "sha512",
  md5: "md5",
};
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * Whether a digest as WARC writes it ("sha1:" and Base32, hexadecimal or either Base64) fits one of the bytes; null for
 * an algorithm that is not known. Which bytes a payload's digest is of differs between programs.
 */
export function digestFits(written: string, candidates: readonly Uint8Array[]): boolean | null {
  const [, name = "", value = ""] = /^([\w-]+):(\S+)$/.exec(written.trim()) ?? [];
  const algorithm = ALGORITHMS[name.toLowerCase()];
  if (algorithm === undefined) return null;
  return candidates.some((bytes) => {
    const digest = hash(algorithm, bytes, "buffer");
    const base64 = digest.toString("base64");
    const plain = value.replace(/=+$/, "");
    return (
      plain.toUpperCase() === base32(digest) ||
      plain.toLowerCase() === digest.toString("hex") ||
      plain.replaceAll("-", "+").replaceAll("_", "/") === base64.replace(/=+$/, "")
    );
  });
}

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  let written = "";
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      written += BASE32[(value >> bits) & 31];
    }
  }
  return bits > 0 ? written + BASE32[(value << (5 - bits)) & 31] : written;
}

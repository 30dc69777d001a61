import { type DecodedText, decodeBytes } from "../decode-bytes.ts";

/**
 * Decodes XML or JSON. Besides what pages are written in, both may be UTF-32, which no decoder of the platform knows.
 *
 * @throws OnrecordError "empty" or "binary"
 */
export function decodeXml(bytes: Uint8Array, contentType?: string): DecodedText {
  const order = wideOrder(bytes);
  if (order === null) return decodeBytes(bytes, contentType === undefined ? {} : { contentType });
  const text = decodeWide(bytes, order === "little");
  return { text, encoding: order === "little" ? "utf-32le" : "utf-32be", diagnostics: [] };
}

/** By the mark, or by how "<" or "{" stands among its zeros. */
function wideOrder(bytes: Uint8Array): "little" | "big" | null {
  const [a, b, c, d] = bytes;
  if (bytes.length < 8) return null;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (isOpener(a) && b === 0 && c === 0 && d === 0))
    return "little";
  if ((a === 0 && b === 0 && c === 0xfe && d === 0xff) || (a === 0 && b === 0 && c === 0 && isOpener(d))) return "big";
  return null;
}

function isOpener(byte: number | undefined): boolean {
  return byte === 0x3c || byte === 0x7b || byte === 0x0a || byte === 0x20;
}

function decodeWide(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const codePoint = view.getUint32(at, isLittle);
    if (codePoint !== 0xfeff) parts.push(codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : "\ufffd");
  }
  return parts.join("");
}

import chardet from "chardet";
import { ResultType, Sniffer } from "encoding-sniffer/sniffer";
import type { Diagnostic } from "../core/text/diagnostic.ts";
import { OnrecordError } from "../errors.ts";

export interface DecodedText {
  readonly text: string;
  /** WHATWG name of the encoding, in lower case. */
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes in which a declaration is looked for; the HTML standard asks for 1,024, pages put it later. */
const SNIFFED = 4096;
const SAMPLED = 65_536;

/**
 * Decodes bytes by what declares their encoding, in this order: byte order mark, Content-Type header, meta element or XML
 * declaration; undeclared bytes by whether they are UTF-8, else by how often their byte pairs occur in each encoding. A
 * declaration that the bytes contradict is overruled, with a diagnostic. NULs are dropped from text.
 *
 * @throws OnrecordError "empty" for no bytes or nothing but blanks, "binary" for what is no text.
 */
export function decodeBytes(bytes: Uint8Array, options: { readonly contentType?: string } = {}): DecodedText {
  if (bytes.length === 0) throw new OnrecordError("empty", "There is no text in the input.");
  const diagnostics: Diagnostic[] = [];
  const encoding = chooseEncoding(bytes, options.contentType, diagnostics);
  if (isBinary(bytes, encoding)) {
    throw new OnrecordError("binary", "The input is of a kind that cannot be read.", {
      next: "Give the report as text, a page, PDF, Word, mail or a wire item; other kinds cannot be read.",
    });
  }
  const decoded = new TextDecoder(encoding).decode(bytes);
  const text = dropNulls(decoded, diagnostics);
  if (encoding !== "utf-8" || decoded.includes("\ufffd")) noteLoss(text, encoding, diagnostics);
  if (text.trim() === "") throw new OnrecordError("empty", "There is no text in the input.");
  return { text, encoding, diagnostics };
}

function chooseEncoding(bytes: Uint8Array, contentType: string | undefined, diagnostics: Diagnostic[]): string {
  const header = /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? "")?.[1];
  const sniffer = new Sniffer({
    maxBytes: SNIFFED,
    ...(header === undefined ? {} : { transportLayerEncodingLabel: header }),
  });
  sniffer.write(bytes.subarray(0, SNIFFED));
  const found = sniffer.resultType === ResultType.DEFAULT ? null : knownEncoding(sniffer.encoding);
  if (sniffer.resultType === ResultType.BOM && found !== null) return found;
  if (found !== null && found !== "utf-8" && isUtf8(bytes) && hasHighBytes(bytes)) {
    // Text that is UTF-8 by chance in another encoding does not occur beyond a few characters.
    diagnostics.push(overruled(found, "utf-8"));
    return "utf-8";
  }
  if (found === "utf-8" && !isUtf8(bytes)) {
    const likely = detectEncoding(bytes);
    // A few broken bytes in UTF-8 are replaced; where most are, the declaration is wrong.
    if (brokenShare(bytes) < 0.1 || likely === "utf-8") return "utf-8";
    diagnostics.push(overruled("utf-8", likely));
    return likely;
  }
  if (found !== null) return found;
  if (isUtf8(bytes)) return withoutMark(bytes) ?? "utf-8";
  // Undeclared text that is UTF-8 but for a few bytes is UTF-8 that was damaged.
  return withoutMark(bytes) ?? (brokenShare(bytes) < 0.1 ? "utf-8" : detectEncoding(bytes));
}

/** UTF-16 without a byte order mark: every other byte of Latin text is NUL. */
function withoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLED);
  const nulls = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
  const [even, odd] = [nulls[0] ?? 0, nulls[1] ?? 0];
  if (odd > sample.length * 0.3 && even < sample.length * 0.02) return "utf-16le";
  if (even > sample.length * 0.3 && odd < sample.length * 0.02) return "utf-16be";
  return null;
}

function detectEncoding(bytes: Uint8Array): string {
  return withoutMark(bytes) ?? knownEncoding(chardet.detect(bytes.subarray(0, SAMPLED)) ?? "") ?? "windows-1252";
}

/** The name that decoders know, or null. Latin-1 is read as windows-1252, as browsers do. */
function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // An unknown name is as good as none.
    return null;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function hasHighBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

/** Of the bytes beyond ASCII, the share that is no UTF-8. */
function brokenShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLED * 16);
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high++;
  const replaced = new TextDecoder("utf-8").decode(sample).split("\ufffd").length - 1;
  return high === 0 ? 0 : replaced / high;
}

/** How PDF, ZIP (and so Word), PNG, JPEG, gzip, program and old Office files start. */
const SIGNATURES = ["%PDF-", "PK\x03\x04", "\x89PNG", "\xff\xd8\xff", "\x1f\x8b", "\x7fELF", "\xd0\xcf\x11\xe0"];

/** Signatures of common files, and control characters or NULs beyond what broken text has. */
function isBinary(bytes: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith("utf-16")) return false;
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (SIGNATURES.some((signature) => start.startsWith(signature))) return true;
  const sample = bytes.subarray(0, SAMPLED);
  let odd = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) odd++;
  return odd > sample.length * 0.05 && odd > 3;
}

function dropNulls(text: string, diagnostics: Diagnostic[]): string {
  if (!text.includes("\0")) return text;
  const plain = text.replaceAll("\0", "");
  const message = `${text.length - plain.length} NUL characters were left out.`;
  diagnostics.push({ code: "null-characters", span: null, message });
  return plain;
}

function noteLoss(text: string, encoding: string, diagnostics: Diagnostic[]): void {
  const lost = text.split("\ufffd").length - 1;
  if (lost === 0) return;
  const message = `${lost} characters could not be read as ${encoding}.`;
  diagnostics.push({ code: "undecodable-characters", span: null, message });
}

function overruled(declared: string, read: string): Diagnostic {
  const message = `The input says that it is ${declared}, but its bytes are ${read}.`;
  return { code: "wrong-encoding", span: null, message };
}

import chardet from "chardet";
import { ResultType, Sniffer } from "encoding-sniffer/sniffer";
import type { Diagnostic } from "../core/text/diagnostic.ts";
import { OnrecordError } from "../errors.ts";

export interface DecodedText {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws OnrecordError "empty" or "binary". */
export function decodeBytes(bytes: Uint8Array, options: { readonly contentType?: string } = {}): DecodedText {
  if (bytes.length === 0) throw new OnrecordError("empty", "There is no text in the input.");
  const label = /charset\s*=\s*["']?([\w:.-]+)/i.exec(options.contentType ?? "")?.[1];
  const sniffer = new Sniffer(label === undefined ? {} : { transportLayerEncodingLabel: label });
  sniffer.write(bytes.subarray(0, 1024));
  const declared = sniffer.resultType === ResultType.DEFAULT ? null : sniffer.encoding;
  const encoding = declared ?? detectEncoding(bytes);
  if (encoding.startsWith("utf-16") === false && bytes.subarray(0, 4096).includes(0)) {
    throw new OnrecordError("binary", "The input is not text or HTML.");
  }
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, diagnostics: [] };
}

function detectEncoding(bytes: Uint8Array): string {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return chardet.detect(bytes.subarray(0, 65_536))?.toLowerCase() ?? "windows-1252";
  }
}

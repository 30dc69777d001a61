import type { ReportFields } from "../../core/read/plain-text.ts";
import type { Diagnostic } from "../../core/text/diagnostic.ts";

/** What a format's reader gives: the words as plain text or as a page, and what the file says about them. */
export interface ReportInput {
  readonly text: string;
  readonly as: "text" | "html";
  readonly fields: ReportFields;
  readonly diagnostics: readonly Diagnostic[];
}

/** How one kind of file becomes a report's words. */
export interface FormatReader {
  /** As in messages: "PDF". */
  readonly name: string;
  /** Media types without parameters, in lower case. */
  readonly mediaTypes: readonly string[];
  /** Whether bytes that begin so are of this kind, whatever their name says. */
  readonly recognises: (head: Head) => boolean;
  /** @throws OnrecordError when the bytes are damaged, locked or hold no words. */
  readonly read: (bytes: Uint8Array, mediaType: string) => Promise<ReportInput>;
}

/** The beginning of a file, as bytes of Latin-1 and as text. */
export interface Head {
  readonly latin: string;
  readonly bytes: Uint8Array;
}

const HEAD_BYTES = 4096;

export function headOf(bytes: Uint8Array): Head {
  return { bytes, latin: Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1") };
}

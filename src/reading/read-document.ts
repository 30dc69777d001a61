import { type ReportFields, readPlainText } from "../core/read/plain-text.ts";
import type { Report } from "../core/read/report.ts";
import { OnrecordError } from "../errors.ts";
import { type DecodedText, decodeBytes } from "./decode-bytes.ts";
import { placesOf } from "./page/places.ts";
import { readPage } from "./read-html.ts";

export interface ReadOptions extends ReportFields {
  readonly format?: "auto" | "text" | "html";
  /** The Content-Type header that the bytes came with, or the media type told by a file's name. */
  readonly mediaType?: string;
  /** Bytes over this are refused; 20 MB unless told. */
  readonly maxBytes?: number;
  /** ISO date or date-time of retrieval; dates of a page that lie after it are refused. */
  readonly retrievedAt?: string | null;
  /** The header Last-Modified that a page came with. */
  readonly lastModified?: string | null;
}

const MAX_BYTES = 20_000_000;

/**
 * Reads bytes as received into a report: the one way in for files, pages and streams.
 *
 * @throws OnrecordError "empty", "binary", "too-large" or, for a page without an article, "no-article".
 */
export function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Report {
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  if (bytes.length > maxBytes) {
    throw new OnrecordError("too-large", `The input has ${bytes.length} bytes; the limit is ${maxBytes}.`, {
      next: "Give the article's own page or text, or raise the limit.",
    });
  }
  const decoded = decodeBytes(bytes, options.mediaType === undefined ? {} : { contentType: options.mediaType });
  const report = isHtml(decoded.text, options)
    ? readPlacedPage(bytes, decoded, options)
    : readPlainText(decoded.text, options);
  if (report.text === "") throw new OnrecordError("empty", "There is no text in the input.");
  return { ...report, diagnostics: [...decoded.diagnostics, ...report.diagnostics] };
}

function readPlacedPage(bytes: Uint8Array, { text, encoding }: DecodedText, options: ReadOptions): Report {
  const { report, lines } = readPage(text, options);
  return { ...report, places: placesOf(lines, report.paragraphs, bytes, encoding) };
}

export function isHtml(text: string, options: ReadOptions): boolean {
  if (options.format === "html") return true;
  if (options.format === "text") return false;
  if (options.mediaType !== undefined && /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(options.mediaType))
    return true;
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|header|div|table|p|h[1-6]|meta|title|link|script|style)\b/i.test(
    text.slice(0, 4096),
  );
}

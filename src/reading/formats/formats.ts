import { DOCX } from "./docx.ts";
import { type FormatReader, headOf, type ReportInput } from "./format.ts";
import { MAIL } from "./mail.ts";
import { NEWSML } from "./newsml.ts";
import { NINJS } from "./ninjs.ts";
import { PDF } from "./pdf.ts";

/** Every kind of file that is neither text nor a page; the first that recognises the content reads it. */
const FORMATS: readonly FormatReader[] = [PDF, DOCX, NINJS, NEWSML, MAIL];

/**
 * Reads bytes of a kind of its own into words, by what they are, else by what their name or header says; null for text
 * and pages, which need no such reader.
 *
 * @throws OnrecordError "unreadable", "no-text", "locked", "empty" or "too-large".
 */
export async function readFormat(bytes: Uint8Array, mediaType = ""): Promise<ReportInput | null> {
  const head = headOf(bytes);
  const said = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const format =
    FORMATS.find((one) => one.recognises(head)) ?? FORMATS.find((one) => one.mediaTypes.includes(said)) ?? null;
  return format === null ? null : format.read(bytes, mediaType);
}

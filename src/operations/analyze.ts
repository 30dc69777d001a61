import { analyzeReport, type Engine } from "../core/pipeline.ts";
import { type ReportFields, readPlainText } from "../core/read/plain-text.ts";
import type { Report } from "../core/read/report.ts";
import type { Record } from "../core/record/record.ts";
import { OnrecordError } from "../errors.ts";
import type { ReadOptions } from "../reading/read-document.ts";
import { readFrontMatter } from "./front-matter.ts";

// Readers of pages and of files are loaded by the first input that needs them: a stream of texts needs neither, and they
// are half of the code.

/**
 * A report is a page or two; this is a book. Beyond it an input is no report, and the time it takes would hold up all
 * others.
 */
export const MAX_TEXT_LENGTH = 1_000_000;

/**
 * Reads bytes as received and analyses the report in them. Fields given win over what a page or the top lines of a text
 * file say of themselves.
 *
 * @throws OnrecordError "empty", "binary", "too-large", "no-article" or "bad-date".
 */
export async function analyzeDocument(bytes: Uint8Array, options: ReadOptions, engine: Engine): Promise<Record> {
  const { fields, length } = options.format === "html" ? { fields: {}, length: 0 } : readFrontMatter(bytes);
  const { readDocument } = await import("../reading/read-document.ts");
  const report = readDocument(length === 0 ? bytes : bytes.subarray(length), { ...fields, ...options });
  return analyzeRead(report, engine);
}

/**
 * Reads bytes of any kind that can be read: text and pages, and files of a format of their own, such as PDF or mail.
 *
 * @throws OnrecordError as `analyzeDocument`, and "no-text", "locked" or "unreadable".
 */
export async function analyzeSource(bytes: Uint8Array, options: ReadOptions, engine: Engine): Promise<Record> {
  const { readFormat } = await import("../reading/formats/formats.ts");
  const input =
    options.format === undefined || options.format === "auto" ? await readFormat(bytes, options.mediaType) : null;
  if (input === null) return analyzeDocument(bytes, options, engine);
  const given = { ...input.fields, ...options };
  const report = input.as === "html" ? await readPage(input.text, given) : readPlainText(input.text, given);
  return analyzeRead({ ...report, diagnostics: [...input.diagnostics, ...report.diagnostics] }, engine);
}

/** Analyses text that is no bytes any more; every character of it is kept. */
export async function analyzeText(text: string, fields: ReportFields, engine: Engine): Promise<Record> {
  if (text.includes("\0") && isBinary(text))
    throw new OnrecordError("binary", "The input is of a kind that cannot be read.");
  return analyzeRead(readPlainText(text, fields), engine);
}

export async function analyzeHtml(html: string, fields: ReportFields, engine: Engine): Promise<Record> {
  return analyzeRead(await readPage(html, fields), engine);
}

async function readPage(html: string, fields: ReportFields): Promise<Report> {
  const { readHtml } = await import("../reading/read-html.ts");
  return readHtml(html, fields);
}

async function analyzeRead(report: Report, engine: Engine): Promise<Record> {
  if (report.text.trim() === "") {
    throw new OnrecordError("empty", "There is no text in the input.", {
      next: "Check that the file is the saved article and not an empty or blocked page.",
    });
  }
  if (report.text.length > MAX_TEXT_LENGTH) {
    throw new OnrecordError(
      "too-large",
      `The report has ${report.text.length} characters; the limit is ${MAX_TEXT_LENGTH}.`,
      { next: "Split it into single reports." },
    );
  }
  return analyzeReport(report, engine);
}

/** A stray NUL is an odd mark; many are the sign of something that is no text. */
function isBinary(text: string): boolean {
  const nuls = text.split("\0").length - 1;
  return nuls > 8 && nuls * 100 > text.length;
}

import type { Engine } from "../core/pipeline.ts";
import type { ReportFields } from "../core/read/plain-text.ts";
import { type ErrorCode, OnrecordError } from "../errors.ts";
import type { ReadOptions } from "../reading/read-document.ts";
import { packBytes } from "../store/packing.ts";
import { makeReportEntry, type ReportEntry } from "../store/report-entry.ts";
import type { GivenFields } from "../store/store.ts";
import { analyzeHtml, analyzeSource, analyzeText } from "./analyze.ts";
import { checkIsoDate } from "./iso-date.ts";

/** Sent to a worker instead of tasks: it ends. */
export const STOP = "stop";

/** What a worker is asked to do: a line of a stream, or a document for the store. Survives structured cloning. */
export type AnalysisTask =
  | { readonly kind: "line"; readonly line: string; readonly number: number }
  | {
      readonly kind: "document";
      readonly bytes: Uint8Array;
      readonly sha256: string;
      readonly mediaType: string;
      readonly url: string | null;
      readonly path: string | null;
      readonly retrievedAt: string | null;
      readonly lastModified: string | null;
      readonly given: GivenFields;
      /** When a feed says that it was published; taken, and kept as given, where the document does not say. */
      readonly listedAt?: string | null;
      /** The id that the report has in the store already; it stays when its text is read otherwise now. */
      readonly keepId: string | null;
    };

export interface TaskError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly next: string | null;
}

export type AnalysisResult =
  | { readonly kind: "line"; readonly output: string }
  | { readonly kind: "entry"; readonly entry: ReportEntry }
  | { readonly kind: "failed"; readonly error: TaskError };

/** Never throws: whatever goes wrong with one input is that input's result. */
export async function performTask(task: AnalysisTask, engine: Engine): Promise<AnalysisResult> {
  if (task.kind === "line") return { kind: "line", output: await analyzeLine(task.line, task.number, engine) };
  try {
    return { kind: "entry", entry: await makeEntry(task, engine) };
  } catch (error) {
    return { kind: "failed", error: describeError(error) };
  }
}

/** The output line for a task that could not be performed at all, such as one that killed its worker. */
export function failTask(task: AnalysisTask, error: TaskError): AnalysisResult {
  if (task.kind === "document") return { kind: "failed", error };
  return { kind: "line", output: formatLineError(readLineId(task.line), error) };
}

export function formatLineError(id: LineId, error: { readonly code: string; readonly message: string }): string {
  return JSON.stringify({ id, error: { code: error.code, message: error.message } });
}

export function describeError(error: unknown): TaskError {
  if (error instanceof OnrecordError) return { code: error.code, message: error.message, next: error.next };
  const message = error instanceof Error ? error.message : String(error);
  return { code: "internal", message: `A fault in Onrecord itself: ${message}`, next: "Please report it." };
}

type LineId = string | number | null;

async function analyzeLine(line: string, number: number, engine: Engine): Promise<string> {
  let id: LineId = null;
  try {
    const fields = parseLine(line, number);
    id = idIn(fields, number);
    const given = reportFieldsIn(fields, number);
    const text = optionalText(fields, "text", number);
    const html = optionalText(fields, "html", number);
    if (text === null && html === null) throw badLine(number, 'has neither "text" nor "html"');
    const record = await (text === null ? analyzeHtml(html ?? "", given, engine) : analyzeText(text, given, engine));
    return JSON.stringify({ id, ...record });
  } catch (error) {
    return formatLineError(id, describeError(error));
  }
}

function parseLine(line: string, number: number): object {
  let value: unknown;
  try {
    value = JSON.parse(line.startsWith("\uFEFF") ? line.slice(1) : line);
  } catch {
    throw badLine(number, "is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badLine(number, "is not an object");
  return value;
}

function idIn(fields: object, number: number): string | number {
  const id = "id" in fields ? fields.id : undefined;
  if (typeof id === "string" || typeof id === "number") return id;
  throw badLine(number, id === undefined ? 'has no "id"' : 'has an "id" that is neither text nor a number');
}

function readLineId(line: string): LineId {
  try {
    return idIn(parseLine(line, 0), 0);
  } catch {
    return null;
  }
}

function reportFieldsIn(fields: object, number: number): ReportFields {
  const published = optionalText(fields, "publishedAt", number);
  return {
    url: optionalText(fields, "url", number),
    outlet: optionalText(fields, "outlet", number),
    headline: optionalText(fields, "headline", number),
    publishedAt: published === null ? null : checkIsoDate(published),
  };
}

function optionalText(fields: object, field: string, number: number): string | null {
  const value: unknown = Reflect.get(fields, field);
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw badLine(number, `has a "${field}" that is not text`);
  return value;
}

function badLine(number: number, why: string): OnrecordError {
  return new OnrecordError("bad-json", `Line ${number} ${why}.`);
}

async function makeEntry(task: Extract<AnalysisTask, { kind: "document" }>, engine: Engine): Promise<ReportEntry> {
  const { bytes, sha256, mediaType, url, path, retrievedAt, lastModified, keepId } = task;
  let { given } = task;
  // A page cannot have been published after it was fetched.
  const known = { ...(retrievedAt === null ? {} : { retrievedAt }), lastModified };
  let analyzed = await analyzeSource(bytes, { ...readOptionsOf(mediaType, given), ...known }, engine);
  if (analyzed.report.publishedAt === null && task.listedAt != null) {
    given = { ...given, published: task.listedAt };
    analyzed = await analyzeSource(bytes, { ...readOptionsOf(mediaType, given), ...known }, engine);
  }
  const record = keepId === null ? analyzed : { ...analyzed, report: { ...analyzed.report, id: keepId } };
  const packed = { byteLength: bytes.length, packedBytes: packBytes(bytes) };
  const source = { sha256, mediaType, url, path, retrievedAt, lastModified, ...packed };
  return makeReportEntry(source, given, record);
}

/** Media type of bytes that nobody has named; the content decides how they are read. */
export const UNKNOWN_MEDIA_TYPE = "application/octet-stream";

export function readOptionsOf(mediaType: string, given: GivenFields): ReadOptions {
  return {
    ...(mediaType === UNKNOWN_MEDIA_TYPE ? {} : { mediaType }),
    ...(given.format === undefined ? {} : { format: given.format }),
    ...(given.published === undefined ? {} : { publishedAt: given.published }),
    ...(given.url === undefined ? {} : { url: given.url }),
    ...(given.outlet === undefined ? {} : { outlet: given.outlet }),
  };
}

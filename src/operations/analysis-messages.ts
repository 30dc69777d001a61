import { type ErrorCode, OnrecordError } from "../errors.ts";
import type { ReportEntry, SourceDocument } from "../store/report-entry.ts";
import type { GivenFields } from "../store/store.ts";

// What both sides of the worker threads know; whoever hands tasks out need not load what performs them.

/** Sent to a worker instead of tasks: it ends. */
export const STOP = "stop";

/** What a worker is asked to do: a line of a stream, or a document for the store. Survives structured cloning. */
export type AnalysisTask =
  | { readonly kind: "line"; readonly line: string; readonly number: number }
  | (Omit<SourceDocument, "byteLength" | "packedBytes"> & {
      readonly kind: "document";
      readonly bytes: Uint8Array;
      readonly given: GivenFields;
      /** When a feed says that it was published; taken, and kept as given, where the document does not say. */
      readonly listedAt?: string | null;
      /** The id that the report has in the store already; it stays when its text is read otherwise now. */
      readonly keepId: string | null;
    });

export interface TaskError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly next: string | null;
}

export type AnalysisResult =
  | { readonly kind: "line"; readonly output: string }
  | { readonly kind: "entry"; readonly entry: ReportEntry }
  | { readonly kind: "failed"; readonly error: TaskError };

/** Media type of bytes that nobody has named; the content decides how they are read. */
export const UNKNOWN_MEDIA_TYPE = "application/octet-stream";

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

export type LineId = string | number | null;

export function parseLine(line: string, number: number): object {
  let value: unknown;
  try {
    value = JSON.parse(line.startsWith("\uFEFF") ? line.slice(1) : line);
  } catch {
    throw badLine(number, "is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badLine(number, "is not an object");
  return value;
}

export function idIn(fields: object, number: number): string | number {
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

export function badLine(number: number, why: string): OnrecordError {
  return new OnrecordError("bad-json", `Line ${number} ${why}.`);
}

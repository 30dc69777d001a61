import type { Engine } from "../core/pipeline.ts";
import type { ReportFields } from "../core/read/plain-text.ts";
import type { ReadOptions } from "../reading/read-document.ts";
import { packBytes } from "../store/packing.ts";
import { makeReportEntry, type ReportEntry } from "../store/report-entry.ts";
import type { GivenFields } from "../store/store.ts";
import {
  type AnalysisResult,
  type AnalysisTask,
  badLine,
  describeError,
  formatLineError,
  idIn,
  type LineId,
  parseLine,
  UNKNOWN_MEDIA_TYPE,
} from "./analysis-messages.ts";
import { analyzeHtml, analyzeSource, analyzeText } from "./analyze.ts";
import { checkIsoDate } from "./iso-date.ts";

/** Never throws: whatever goes wrong with one input is that input's result. */
export async function performTask(task: AnalysisTask, engine: Engine): Promise<AnalysisResult> {
  if (task.kind === "line") return { kind: "line", output: await analyzeLine(task.line, task.number, engine) };
  try {
    return { kind: "entry", entry: await makeEntry(task, engine) };
  } catch (error) {
    return { kind: "failed", error: describeError(error) };
  }
}

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

export function readOptionsOf(mediaType: string, given: GivenFields): ReadOptions {
  return {
    ...(mediaType === UNKNOWN_MEDIA_TYPE ? {} : { mediaType }),
    ...(given.format === undefined ? {} : { format: given.format }),
    ...(given.published === undefined ? {} : { publishedAt: given.published }),
    ...(given.url === undefined ? {} : { url: given.url }),
    ...(given.outlet === undefined ? {} : { outlet: given.outlet }),
  };
}

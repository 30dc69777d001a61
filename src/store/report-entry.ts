import { furnitureSpans } from "../core/link/report-body.ts";
import { type StorySignature, signatureOf } from "../core/link/signature.ts";
import type { Record } from "../core/record/record.ts";
import { isUnread } from "../core/segment/language.ts";
import { compareSpans, overlaps, textOf } from "../core/text/span.ts";
import { packJson } from "./packing.ts";
import type { GivenFields } from "./store.ts";

/** The bytes as received. Never changed, never deleted. */
export interface SourceDocument {
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly url: string | null;
  readonly path: string | null;
  readonly retrievedAt: string | null;
  /** The header of that name that it was sent with, as sent. */
  readonly lastModified: string | null;
  readonly byteLength: number;
  readonly packedBytes: Uint8Array;
}

/** A report made ready for the store: packed and cut into index rows, so that workers can do that part. */
export interface ReportEntry {
  readonly source: SourceDocument;
  readonly given: GivenFields;
  readonly report: {
    readonly id: string;
    readonly url: string | null;
    readonly outlet: string | null;
    readonly headline: string | null;
    readonly publishedAt: string | null;
    readonly modifiedAt: string | null;
    readonly contentHash: string;
  };
  readonly engine: string;
  readonly packedRecord: Uint8Array;
  readonly statementCount: number;
  /** It is not in English. */
  readonly unread: boolean;
  readonly signature: StorySignature;
  /** The report's words without furniture, for the search index. */
  readonly body: string;
  readonly statements: readonly { readonly row: string; readonly speaker: string; readonly words: string }[];
}

export function makeReportEntry(source: SourceDocument, given: GivenFields, record: Record): ReportEntry {
  const { id, url, outlet, headline, publishedAt, modifiedAt, contentHash } = record.report;
  return {
    source,
    given,
    report: { id, url, outlet, headline, publishedAt, modifiedAt, contentHash },
    engine: engineName(record.engine),
    packedRecord: packJson(record),
    statementCount: record.statements.length,
    unread: isUnread(record.diagnostics),
    signature: signatureOf(record),
    body: bodyOf(record),
    statements: statementsOf(record),
  };
}

/** What findings are told apart by: name, version and model of the engine that made them. */
export function engineName(engine: Record["engine"]): string {
  return `${engine.name} ${engine.version} ${engine.model}`;
}

/** Both lists are in text order, so one walk over them is enough. */
function bodyOf(record: Record): string {
  const furniture = [...furnitureSpans(record)].sort(compareSpans);
  const kept: string[] = [];
  let next = 0;
  for (const paragraph of record.report.paragraphs) {
    while (next < furniture.length && furniture[next]!.end <= paragraph.start) next++;
    const piece = furniture[next];
    if (piece === undefined || !overlaps(piece, paragraph)) kept.push(textOf(record.report.text, paragraph));
  }
  return kept.join("\n");
}

function statementsOf(record: Record): ReportEntry["statements"] {
  const names = new Map(record.actors.map((actor) => [actor.id, actor.name]));
  return record.statements.map((statement) => ({
    row: statement.id,
    speaker:
      statement.speaker.kind === "resolved"
        ? (names.get(statement.speaker.actor) ?? "")
        : statement.speaker.kind === "unnamed"
          ? statement.speaker.description
          : statement.source === null
            ? ""
            : textOf(record.report.text, statement.source),
    words: printedWords(record.report.text, statement),
  }));
}

/** Characters between two parts of a statement that are printed with it. */
const NEAR = 80;

/** Who, the verb and what was said, as printed: content alone ("the details") says neither whether nor how. */
function printedWords(text: string, { source, cue, content }: Record["statements"][number]): string {
  const spans = [source, cue, ...content].filter((span) => span !== null).sort(compareSpans);
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = runs.at(-1);
    const joins = last !== undefined && start - last.end <= NEAR && !text.slice(last.end, start).includes("\n");
    if (joins) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs.map((run) => textOf(text, run)).join(" … ");
}

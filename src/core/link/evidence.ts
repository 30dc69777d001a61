import type { Record } from "../record/record.ts";
import { compareSpans, type Span } from "../text/span.ts";
import type { Evidence } from "./story-record.ts";

/** Code units of context kept before the first span and after the last. */
const CONTEXT = 32;

/**
 * The only way to make Evidence.
 *
 * @throws RangeError when there is no span, or one lies outside the report's text.
 */
export function evidenceOf(record: Record, row: string | null, spans: readonly Span[]): Evidence {
  const text = record.report.text;
  const ordered = [...spans].sort(compareSpans);
  const first = ordered[0];
  if (!first) throw new RangeError(`Row ${row ?? "(none)"} of ${record.report.id} has no span`);
  let end = first.end;
  for (const span of ordered) {
    if (span.start < 0 || span.end <= span.start || span.end > text.length) {
      throw new RangeError(`Span ${span.start}–${span.end} is outside a text of ${text.length} code units`);
    }
    end = Math.max(end, span.end);
  }
  return {
    report: record.report.id,
    row,
    spans: ordered.map(({ start, end }) => ({ start, end })),
    exact: ordered.map((span) => text.slice(span.start, span.end)).join(" … "),
    prefix: text.slice(wholeAt(text, Math.max(0, first.start - CONTEXT), 1), first.start),
    suffix: text.slice(end, wholeAt(text, Math.min(text.length, end + CONTEXT), -1)),
  };
}

/** Moves a cut that would part a surrogate pair by one code unit. */
function wholeAt(text: string, at: number, step: 1 | -1): number {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const parts = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return parts ? at + step : at;
}

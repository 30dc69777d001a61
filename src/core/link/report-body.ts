import type { Record } from "../record/record.ts";
import type { Span } from "../text/span.ts";

/** The spans of the report's text that are furniture. */
export function furnitureSpans(record: Record): Span[] {
  return record.report.furniture.flatMap((piece) => ("start" in piece ? [piece] : []));
}

/** The text with furniture blanked out, so that offsets stay true. */
export function reportBody(record: Record): string {
  let text = record.report.text;
  for (const { start, end } of furnitureSpans(record)) {
    text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  }
  return text;
}

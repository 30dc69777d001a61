import type { Span } from "../records.ts";
import type { Finding, SpanRole } from "./findings.ts";

/** A finding's part in a stretch of text. */
interface Cover {
  readonly finding: Finding;
  readonly role: SpanRole;
}

/** A stretch of text with the same findings over all of it. */
export interface Segment extends Span {
  /** The innermost (shortest span) last. */
  readonly covers: readonly Cover[];
  /** The first stretch of at least one of its findings' spans. */
  readonly opens: boolean;
}

/**
 * Cuts a paragraph wherever a finding begins or ends, so that nested and overlapping findings can all be lit.
 *
 * > | “We came ‘back’ on Friday,” she said.
 *     ^^^^^^^^^                               statement
 *              ^^^^^^                         statement, quoted words
 *                    ^^^^                     statement
 *                        ^^^^^^               statement, time
 */
export function segmentParagraph(paragraph: Span, findings: readonly Finding[]): readonly Segment[] {
  const spans = findings.flatMap((finding) =>
    finding.spans.flatMap(({ start, end, role }) => {
      const clipped = { start: Math.max(start, paragraph.start), end: Math.min(end, paragraph.end) };
      return clipped.start < clipped.end ? [{ ...clipped, finding, role }] : [];
    }),
  );
  const cuts = [...new Set([paragraph.start, paragraph.end, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const segments: Segment[] = [];
  let open: typeof spans = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i] ?? 0;
    const end = cuts[i + 1] ?? 0;
    open = open.filter((span) => span.end > start);
    let opens = false;
    for (let span = spans[next]; span !== undefined && span.start === start; span = spans[++next]) {
      open.push(span);
      opens = true;
    }
    const covers = open
      .toSorted((a, b) => b.end - b.start - (a.end - a.start))
      .map(({ finding, role }) => ({ finding, role }));
    segments.push({ start, end, covers, opens });
  }
  return segments;
}

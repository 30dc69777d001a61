/** A half-open range in UTF-16 code units of `report.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** @throws RangeError when the range is empty, reversed, fractional or outside a text of `length` code units. */
export function makeSpan(start: number, end: number, length: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > length) {
    throw new RangeError(`Span ${start}–${end} is outside a text of ${length} code units`);
  }
  return { start, end };
}

export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The span without the white space at its two ends; an all-blank span comes back empty at its start. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Orders by start, longer first where starts are equal, so that an outer span precedes what it holds. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x200b || code === 0xfeff;
}

import type { Diagnostic } from "../text/diagnostic.ts";
import type { Span } from "../text/span.ts";
import type { Correction } from "./corrections.ts";

export type FurnitureKind =
  | "related"
  | "caption"
  | "newsletter"
  | "read-more"
  | "share"
  | "author-box"
  | "advertisement"
  | "comment"
  | "credit"
  | "heading"
  | "other";

/** Words around the report that are no part of it: a span of the text, or, when found elsewhere on the page, its own words. */
export type Furniture =
  | (Span & { readonly kind: FurnitureKind; readonly reason: string })
  | { readonly text: string; readonly kind: FurnitureKind; readonly reason: string };

/**
 * Where a field of a report was read: what the caller gave, what the source declares or prints, its address, script data,
 * or the header that the server sent with it.
 */
export type FieldSource =
  | "given"
  | "json-ld"
  | "meta"
  | "time-element"
  | "visible-text"
  | "url"
  | "script"
  | "http-header";

export type FieldName =
  | "url"
  | "outlet"
  | "headline"
  | "byline"
  | "publishedAt"
  | "modifiedAt"
  | "language"
  | "standfirst"
  | "section"
  | "dateline"
  | "wire"
  | "isPaywalled";

/**
 * A paragraph that is more than running text, or the paragraphs of one entry of a live report. `level` is that of a
 * heading, 1–6; `at` when the entry was made, as printed, and `from` where that was read. `time` is that as a date: `value`
 * with the day that the page's own dates give a bare clock time, `stated` without it.
 */
export type ReportBlock = Span & {
  readonly kind: "heading" | "list-item" | "quote" | "row" | "preformatted" | "entry";
  readonly level?: number;
  readonly at?: string;
  readonly from?: FieldSource;
  readonly time?: {
    readonly value: string | null;
    readonly stated: string | null;
    readonly inferred: string | null;
  };
};

/** Where a paragraph stands in the source document. */
export type SourcePlace = Span & {
  /** Of the text node that its first character stands in, and where in that node, in UTF-16 code units. */
  readonly xpath: string;
  readonly offset: number;
  /** The same for its last character; `endOffset` is one beyond it. */
  readonly endXpath: string;
  readonly endOffset: number;
  /** Half-open range of bytes from its first character to its last, markup between them included. */
  readonly bytes: { readonly start: number; readonly end: number };
};

/** What a source says of its report beyond the fields that every report has; absent where nothing was looked for. */
export interface ReportPage {
  /** Where each field was read; a field that nobody gives has none. */
  readonly sources?: Readonly<Partial<Record<FieldName, FieldSource>>>;
  /** The address that the page gives for itself. */
  readonly canonicalUrl?: string | null;
  /** The lines between headline and text that sum the report up. */
  readonly standfirst?: string | null;
  readonly section?: string | null;
  /** Where, and when, the report says that it was written ("LATHEMOUTH, 3 May"). */
  readonly dateline?: string | null;
  /** The agency whose copy the report says it is. */
  readonly wire?: string | null;
  /** Whether the page says that it can be read without payment (false) or not (true); null when it says neither. */
  readonly isPaywalled?: boolean | null;
  /** Notes of correction or amendment; of plain text only where there are any. */
  readonly corrections?: readonly Correction[];
  readonly blocks?: readonly ReportBlock[];
  /** One for each paragraph that was read off a page's markup. */
  readonly places?: readonly SourcePlace[];
}

/** One article as read. `null` means "the source does not say"; nothing is filled in from a clock. */
export interface Report extends ReportPage {
  readonly url: string | null;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly byline: readonly string[];
  /** ISO 8601 date or date-time as printed, or null. */
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** BCP 47 tag as declared by the source, or null. */
  readonly language: string | null;
  readonly text: string;
  /** Every paragraph in text order, furniture included. */
  readonly paragraphs: readonly Span[];
  readonly furniture: readonly Furniture[];
  readonly diagnostics: readonly Diagnostic[];
}

import type { Diagnostic } from "../text/diagnostic.ts";
import type { Span } from "../text/span.ts";

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

/** One article as read. `null` means "the source does not say"; nothing is filled in from a clock. */
export interface Report {
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

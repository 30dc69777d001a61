import type { Report } from "../read/report.ts";
import type { Span } from "../text/span.ts";

/**
 * A word or mark: `text` is `report.text.slice(start, end)`. Clitics stand alone ("do" "n't", "Yard" "’s");
 * hyphenated words, numbers ("1,000", "3.5m"), abbreviations ("Mr.", "U.S."), initials, addresses, @handles and #tags stay
 * whole; signs of currency and percent stand alone ("£" "3.5m", "50" "%").
 */
export interface Token extends Span {
  readonly text: string;
}

/** Tokens `firstToken` (included) to `endToken` (excluded) of the report. `paragraph` is an index. */
export interface Sentence extends Span {
  readonly paragraph: number;
  readonly firstToken: number;
  readonly endToken: number;
}

/**
 * One run of quoted words, marks included, over one or more paragraphs.
 *
 * > | “We came.
 *      ^^^^^^^^^ parts[0]
 * > | “We saw ‘nothing’ there,” he said.
 *      ^^^^^^^^^^^^^^^^^^^^^^^^^ parts[1]       ‘nothing’ is its own quotation with depth 1
 */
export interface Quotation extends Span {
  /** One span a paragraph, each with whatever marks open and close it there. */
  readonly parts: readonly Span[];
  /** 0 for an outermost quotation, 1 for one inside it … */
  readonly depth: number;
  /** False when no closing mark was found; the quotation then ends with its paragraph, or where the next of its kind opens. */
  readonly closed: boolean;
}

/** Furniture paragraphs have neither sentences nor tokens nor quotations. */
export interface SegmentedReport {
  readonly report: Report;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

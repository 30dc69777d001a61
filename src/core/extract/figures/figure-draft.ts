import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Sentence } from "../../segment/segmented-report.ts";
import type { Span } from "../../text/span.ts";
import type { FigureQuantity } from "../candidates.ts";
import { type Amount, boundsOf, scaledLow } from "./amounts.ts";
import type { Piece } from "./pieces.ts";

export type FigureKind = "money" | "percent" | "fraction" | "age" | "length" | "measure" | "votes" | "count";

/** A figure before it is known what it counts. `first`, `last` and `head` are tokens. */
export interface FigureDraft {
  readonly span: Span;
  readonly min: number | null;
  readonly max: number | null;
  readonly quantity: FigureQuantity;
  readonly unit: string | null;
  readonly kind: FigureKind;
  readonly head: number;
  /** False when the number stands without a noun. */
  readonly named: boolean;
  readonly first: number;
  readonly last: number;
}

/** What a reader sees: an amount in the pieces of one sentence. */
export interface AmountInPlace {
  readonly annotated: AnnotatedReport;
  readonly sentence: Sentence;
  readonly pieces: readonly Piece[];
  readonly amount: Amount;
}

/** How far a figure reaches: piece after its last, what kind it is, its unit, and the noun it counts. */
export interface Reach {
  readonly first?: number;
  readonly end: number;
  readonly kind: FigureKind;
  readonly unit: string | null;
  readonly head?: number | null;
}

export function draftFigure({ pieces, amount }: AmountInPlace, reach: Reach): FigureDraft {
  const first = pieces[reach.first ?? amount.first]!;
  const last = pieces[reach.end - 1]!;
  return {
    span: { start: first.start, end: last.end },
    ...boundsOf(amount, scaledLow(amount, pieces), isWhole(reach.kind)),
    unit: reach.unit,
    kind: reach.kind,
    head: reach.head ?? last.token,
    named: reach.head != null,
    first: first.token,
    last: last.token,
  };
}

/** Whether what is counted comes whole, so that more than 40 is 41 at least. */
export function isWhole(kind: FigureKind): boolean {
  return kind === "count" || kind === "length" || kind === "age" || kind === "votes";
}

/** Index after the last piece of a token. */
export function endOfToken(pieces: readonly Piece[], token: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.token <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

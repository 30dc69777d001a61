import type { Span } from "../../text/span.ts";
import type { Medium, StatementAct } from "../candidates.ts";

/** A statement in the making: tokens for cue and source, spans for content. */
export interface StatementDraft {
  readonly predicate: number;
  readonly cue: readonly [number, number];
  readonly source: readonly [number, number] | null;
  readonly sourceHead: number | null;
  readonly content: readonly Span[];
  /** Words of a transcript: verbatim without quotation marks. */
  readonly isTurn?: true;
  /** Outermost quotations that the content takes whole. */
  readonly quotations: readonly number[];
  readonly addresseeHead: number | null;
  readonly act: StatementAct;
  readonly medium: Medium | null;
  readonly alleged: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  readonly producedBy: string;
}

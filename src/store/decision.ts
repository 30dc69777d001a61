import type { Evidence } from "../core/link/story-record.ts";

/** What a person says about the record. Append-only; to take one back is another, `undo`. */
export type DecisionKind = "settle" | "merge" | "split" | "reject" | "undo";

export interface NewDecision {
  readonly kind: DecisionKind;
  readonly author: string;
  /** ISO date-time. */
  readonly madeAt: string;
  readonly reason: string;
  /** The stories it is about, the one that stays first. */
  readonly stories: readonly string[];
  /** The words that it is about, by which it finds its row again after re-analysis. */
  readonly evidence: readonly Evidence[];
  /** What it is about, in words: the sides of a discrepancy, the titles of the stories. */
  readonly about: string;
  /** The proposal that it takes up or turns down. */
  readonly proposal: string | null;
  /** The decision that it takes back. */
  readonly undoes: number | null;
  readonly moves: readonly ReportMove[];
  /** Ids of reports: those of one part and those of another belong together (`merge`), or apart (`split`). */
  readonly parts: readonly (readonly string[])[];
  /** What a `reject` turns down. */
  readonly rejects: "merge" | "split" | null;
}

export interface StoredDecision extends NewDecision {
  readonly key: number;
  /** The decision that takes it back; null while it stands. */
  readonly undoneBy: number | null;
}

/** One report taken from a story to another. */
export interface ReportMove {
  readonly report: string;
  readonly from: string;
  readonly to: string;
}

/** A merge or split that the engine proposes; it stays on the log when the stories no longer call for it. */
export interface ProposalEntry {
  /** The same for the same stories and parts. */
  readonly id: string;
  readonly kind: "merge" | "split";
  readonly stories: readonly string[];
  /** Ids of reports; of a merge the reports of each story, of a split those of each part, the part that stays first. */
  readonly parts: readonly (readonly string[])[];
  readonly reasons: readonly string[];
  readonly proposedAt: string;
}

export interface StoredProposal extends ProposalEntry {
  readonly withdrawnAt: string | null;
}

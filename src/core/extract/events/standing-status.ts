import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { EventStatus } from "../candidates.ts";
import { childrenOf, lemmaOf, wordOf } from "./grammar.ts";
import { isDefinite } from "./noun-status.ts";
import type { ReadStatus } from "./status.ts";
import type { Trigger } from "./triggers.ts";

/** Keeps the status that earlier mentions gave, in text order. */
export interface StandingStatuses {
  /** The status of a mention: its own when its words show one, else that of the last such noun that showed one. */
  settle(trigger: Trigger, read: ReadStatus): EventStatus;
}

/** "A debate set for Monday … The debate was to …": a definite mention that shows no status of its own keeps the last. */
export function standingStatuses(annotated: AnnotatedReport): StandingStatuses {
  const byLemma = new Map<string, EventStatus>();
  return {
    settle({ head, shape }, { status, shown }) {
      if (shape !== "noun") return status;
      const lemma = lemmaOf(annotated, head);
      if (shown) {
        if (status === "planned" || status === "cancelled" || status === "ongoing") byLemma.set(lemma, status);
        else byLemma.delete(lemma);
        return status;
      }
      const standing = byLemma.get(lemma);
      return standing !== undefined && isDefinite(annotated, head) && !isOfEarlierYear(annotated, head)
        ? standing
        : status;
    },
  };
}

/** "The 2016 election" is not the one ahead. */
function isOfEarlierYear(annotated: AnnotatedReport, head: number): boolean {
  const year = annotated.report.publishedAt?.slice(0, 4);
  if (year === undefined) return false;
  return childrenOf(annotated, head).some((child) => {
    const word = wordOf(annotated, child);
    return /^\d{4}$/.test(word) && word < year;
  });
}

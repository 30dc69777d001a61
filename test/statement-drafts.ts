import type { StatementDraft } from "../src/core/extract/statements/draft.ts";

/** A draft that has a cue of one token and nothing but its source besides. */
export function makeDraft(cue: number, source: readonly [number, number]): StatementDraft {
  return {
    predicate: cue,
    cue: [cue, cue],
    source,
    sourceHead: 1,
    content: [],
    quotations: [],
    addresseeHead: null,
    act: "assertion",
    medium: null,
    alleged: false,
    confidence: 1,
    producedBy: "statements/clause",
  };
}

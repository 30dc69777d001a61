import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childrenOf } from "../../annotate/tree.ts";
import type { StatementDraft } from "./draft.ts";

/**
 * Drops drafts whose cue another, earlier listed, draft already holds, and those whose cue is only the auxiliary of another's
 * ("has, however, shown"). What a thing is meant for is nobody's plan.
 */
export function refineDrafts(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  const holder = new Int32Array(annotated.tokens.length).fill(-1);
  const kept: StatementDraft[] = [];
  const predicates = new Set(drafts.map(({ predicate }) => predicate));
  for (const draft of drafts) {
    const [first, last] = draft.cue;
    const isHelper = first === last && /^aux(?::|$)/.test(annotated.deprels[first]!);
    if (isHelper && predicates.has(annotated.heads[first]!)) continue;
    if (isMeantFor(annotated, draft.cue)) continue;
    let free = true;
    for (let token = first; token <= last; token++) if (holder[token] !== -1) free = false;
    if (!free) continue;
    holder.fill(kept.length, first, last + 1);
    kept.push(draft);
  }
  return kept;
}

/** "Content intended to shock": what a thing is for is nobody's plan. */
function isMeantFor(annotated: AnnotatedReport, [first, last]: readonly [number, number]): boolean {
  for (let token = first; token <= last; token++) {
    if (annotated.xpos[token] !== "VBN" || !/^(?:intend|mean|design)$/i.test(annotated.lemmas[token]!)) continue;
    return !childrenOf(annotated, token, "aux").some((child) => annotated.lemmas[child] === "have");
  }
  return false;
}

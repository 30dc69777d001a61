import type { StatementAct } from "../src/core/extract/candidates.ts";

/** The bank's tags for what a statement does, in the record's words. */
export const BANK_ACTS: { readonly [tag: string]: StatementAct } = {
  say: "assertion",
  ask: "request",
  deny: "denial",
  refuse: "refusal",
  agree: "agreement",
  promise: "promise",
  rule: "ruling",
  allege: "allegation",
  admit: "admission",
  think: "belief",
  nocomment: "no-comment",
};

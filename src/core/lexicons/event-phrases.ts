// Wordings of several words that name one event. Compiled for this project, Apache-2.0.

import type { EventType } from "../extract/candidates.ts";

/**
 * A wording as lemmas in order; "a|b" offers choices, "?" after a word makes it optional, "*" stands for up to two
 * words that are neither verbs nor marks. The trigger is the whole wording, or only the part in ( ).
 */
export interface EventPhrase {
  readonly pattern: string;
  readonly type: EventType;
}

export const EVENT_PHRASES: readonly EventPhrase[] = [
  { pattern: "plead not? guilty", type: "plea" },
  { pattern: "enter a|no * plea", type: "plea" },
  { pattern: "find not? guilty", type: "verdict" },
  { pattern: "take legal action", type: "lawsuit" },
  { pattern: "go to court", type: "lawsuit" },
  { pattern: "file a? (lawsuit|suit)", type: "lawsuit" },
  { pattern: "court appearance", type: "hearing" },
  { pattern: "appear in|at|before court", type: "hearing" },
  { pattern: "class action", type: "lawsuit" },
  { pattern: "legal action", type: "lawsuit" },
  { pattern: "judicial review", type: "hearing" },
  { pattern: "state of emergency", type: "law" },
  { pattern: "catch fire", type: "disaster" },
  { pattern: "lose his|her|their life", type: "death" },
  { pattern: "pass away", type: "death" },
  { pattern: "shoot dead", type: "death" },
  { pattern: "stab to death", type: "death" },
  { pattern: "turn himself|herself|themselves in", type: "arrest" },
  { pattern: "lead away", type: "arrest" },
  { pattern: "take into custody", type: "arrest" },
  { pattern: "sign into law", type: "law" },
  { pattern: "take office", type: "appoint" },
  { pattern: "swear in", type: "appoint" },
  { pattern: "take over as", type: "appoint" },
  { pattern: "step down", type: "resign" },
  { pattern: "leave office", type: "resign" },
  { pattern: "go on strike", type: "strike" },
  { pattern: "walk out", type: "strike" },
  { pattern: "take to the street", type: "protest" },
  { pattern: "make landfall", type: "disaster" },
  { pattern: "test positive", type: "other" },
  { pattern: "shut down", type: "other" },
];

/** What a statement does. */
export type StatementAct =
  | "assertion"
  | "request"
  | "denial"
  | "refusal"
  | "agreement"
  | "promise"
  | "ruling"
  | "allegation"
  | "admission"
  | "belief"
  | "no-comment";

/** Through what the words came. */
export type Medium =
  | "letter"
  | "court"
  | "spokesperson"
  | "interview"
  | "statement"
  | "social"
  | "report"
  | "speech"
  | "sign"
  | "broadcast"
  | "press-conference";

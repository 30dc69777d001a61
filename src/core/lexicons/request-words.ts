// Words that ask and words that answer. Compiled for this project, Apache-2.0.

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Verbs whose subject asks somebody to do something. */
export const ASKING_VERBS: ReadonlySet<string> = words(
  "ask urge call appeal plead beg implore petition press demand request invite lobby beseech entreat exhort apply plead",
);

/** Nouns for an ask: "a plea by Scotland Yard to call it off". */
export const ASKING_NOUNS: ReadonlySet<string> = words(
  "plea call appeal request demand petition invitation application",
);

/** Lemmas that refuse by what will happen all the same: "the march will go ahead as planned". */
export const GOING_AHEAD: readonly (readonly string[])[] = [
  ["go", "ahead"],
  ["press", "ahead"],
  ["push", "ahead"],
  ["as", "planned"],
  ["not", "move"],
  ["not", "stop"],
  ["not", "leave"],
  ["not", "cancel"],
  ["not", "postpone"],
];

// Number words of English. Compiled for this project, Apache-2.0.

/** Words that stand for one number below a hundred. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ["zero", 0],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["eleven", 11],
  ["twelve", 12],
  ["thirteen", 13],
  ["fourteen", 14],
  ["fifteen", 15],
  ["sixteen", 16],
  ["seventeen", 17],
  ["eighteen", 18],
  ["nineteen", 19],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fourty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["score", 20],
  ["hundred", 100],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

/** Letters that may end a written number: "£3.5m". */
export const SCALE_SUFFIXES: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["bn", 1e9],
  ["b", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
]);

/** Plural scales are vague: at least twice the scale. */
export const PLURAL_SCALES: ReadonlyMap<string, number> = new Map([
  ["tens", 10],
  ["dozens", 12],
  ["scores", 20],
  ["hundreds", 100],
  ["thousands", 1e3],
  ["lakhs", 1e5],
  ["millions", 1e6],
  ["crores", 1e7],
  ["billions", 1e9],
  ["trillions", 1e12],
]);

/** Parts of one: "two thirds", "half the guests". */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["half", 1 / 2],
  ["halves", 1 / 2],
  ["third", 1 / 3],
  ["thirds", 1 / 3],
  ["quarter", 1 / 4],
  ["quarters", 1 / 4],
  ["fifth", 1 / 5],
  ["fifths", 1 / 5],
  ["sixth", 1 / 6],
  ["sixths", 1 / 6],
  ["seventh", 1 / 7],
  ["sevenths", 1 / 7],
  ["eighth", 1 / 8],
  ["eighths", 1 / 8],
  ["ninth", 1 / 9],
  ["ninths", 1 / 9],
  ["tenth", 1 / 10],
  ["tenths", 1 / 10],
]);

/** Vague amounts by their words, with the least that each can mean (docs/reference/figures.md). */
export const VAGUE_AMOUNTS: ReadonlyMap<string, number> = new Map([
  ["several", 3],
  ["a few", 3],
  ["quite a few", 3],
  ["a handful", 3],
  ["a couple", 2],
  ["a number", 2],
  ["a large number", 2],
  ["large numbers", 2],
  ["a small number", 2],
  ["a small crowd", 2],
]);

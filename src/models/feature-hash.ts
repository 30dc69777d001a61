/**
 * The kinds of features of a model: each a template number and up to four of the integers that describe a decision, by
 * their places in a list of them. Laid out by length, in flat arrays, for `hashFeatures`.
 */
export interface FeatureTemplates {
  readonly size: number;
  /** For each length, the numbers of the templates, spread over 32 bits, and the places of their parts. */
  readonly groups: readonly { readonly salts: Int32Array; readonly places: Int32Array }[];
}

/** A template's number, then the places of its parts. */
export type FeatureTemplate = readonly [template: number, ...places: number[]];

/** By which the parts of a feature are multiplied, by their place in it. */
export const MULTIPLIERS = [0x9e3779b1, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1] as const;

/** How the bits of a hash are spread at the end. */
export const FINISH = { shifts: [15, 12, 15], factors: [0x2c1b3c6d, 0x297a2d39] } as const;

const [A, B, C, D] = MULTIPLIERS;

export function featureTemplates(templates: readonly FeatureTemplate[]): FeatureTemplates {
  const groups = [1, 2, 3, 4].map((length) => {
    const own = templates.filter((template) => template.length === length + 1);
    return {
      salts: Int32Array.from(own, ([template]) => Math.imul(template, 0x85ebca6b)),
      places: Int32Array.from(own.flatMap(([, ...places]) => places)),
    };
  });
  return { size: templates.length, groups };
}

/**
 * Writes the 32-bit feature that each template makes of `parts`, and returns how many they are. Different templates never
 * share a feature except by chance (about 1 in 4,000 at a million features). In loops, because a compiler does not inline
 * a hundred calls in a row, and this runs a thousand times a report.
 */
export function hashFeatures({ size, groups }: FeatureTemplates, parts: Int32Array, out: Int32Array): number {
  let k = 0;
  const [ones, twos, threes, fours] = groups;
  for (let i = 0, { salts, places } = ones!; i < salts.length; i++) {
    out[k++] = finish(Math.imul(parts[places[i]!]!, A) ^ salts[i]!);
  }
  for (let i = 0, at = 0, { salts, places } = twos!; i < salts.length; i++, at += 2) {
    out[k++] = finish(Math.imul(Math.imul(parts[places[at]!]!, A) ^ parts[places[at + 1]!]!, B) ^ salts[i]!);
  }
  for (let i = 0, at = 0, { salts, places } = threes!; i < salts.length; i++, at += 3) {
    const two = Math.imul(Math.imul(parts[places[at]!]!, A) ^ parts[places[at + 1]!]!, B);
    out[k++] = finish(Math.imul(two ^ parts[places[at + 2]!]!, C) ^ salts[i]!);
  }
  for (let i = 0, at = 0, { salts, places } = fours!; i < salts.length; i++, at += 4) {
    const two = Math.imul(Math.imul(parts[places[at]!]!, A) ^ parts[places[at + 1]!]!, B);
    out[k++] = finish(Math.imul(Math.imul(two ^ parts[places[at + 2]!]!, C) ^ parts[places[at + 3]!]!, D) ^ salts[i]!);
  }
  return size;
}

/** Spreads the bits, because tables are addressed by the high ones. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> FINISH.shifts[0]);
  h = Math.imul(h, FINISH.factors[0]);
  h ^= h >>> FINISH.shifts[1];
  h = Math.imul(h, FINISH.factors[1]);
  return h ^ (h >>> FINISH.shifts[2]);
}

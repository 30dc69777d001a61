/** What takes the binary features of a decision: a template and up to three words, as numbers. */
export interface FeatureSink {
  word(text: string): number;
  add(template: number, a?: number, b?: number, c?: number): void;
}

/** A table of weights by name ("lk:tell:clause:of"), indexed by the numbers of its templates and words. */
export interface FeatureWeights {
  readonly words: ReadonlyMap<string, number>;
  /** Open-addressed: two numbers a feature; 0 in the first is an empty place. */
  readonly keys: Int32Array;
  readonly weights: Float64Array;
}

/** Bits of the number of a word; 0 stands for none, the highest for a word that no weighted feature has. */
const WORD_BITS = 15;
const UNKNOWN = 2 ** WORD_BITS - 1;

/** Names of templates → their numbers. */
export function numberTemplates<Name extends string>(names: readonly Name[]): { readonly [name in Name]: number };
export function numberTemplates(names: readonly string[]): { readonly [name: string]: number } {
  return Object.fromEntries(names.map((name, i) => [name, i + 1]));
}

/** @throws RangeError when the table has too many words, or a name of no template or of more than three words. */
export function indexWeights(
  templates: { readonly [name: string]: number },
  table: { readonly [feature: string]: number },
): FeatureWeights {
  const entries = Object.entries(table);
  const words = new Map<string, number>();
  const size = 2 ** Math.ceil(Math.log2(entries.length * 2 + 1));
  const keys = new Int32Array(size * 2);
  const weights = new Float64Array(size);
  for (const [feature, weight] of entries) {
    const [name = "", ...parts] = feature.split(":");
    const template = templates[name];
    if (template === undefined || parts.length > 3) throw new RangeError(`"${feature}" is a feature of no template`);
    const numbers = parts.map((part) => {
      const number = words.get(part) ?? words.size + 1;
      words.set(part, number);
      return number;
    });
    const [high, low] = [highKey(template, numbers[0] ?? 0), lowKey(numbers[1] ?? 0, numbers[2] ?? 0)];
    const place = placeOf(keys, high, low);
    keys[place * 2] = high;
    keys[place * 2 + 1] = low;
    weights[place] = weight;
  }
  if (words.size >= UNKNOWN) throw new RangeError(`${words.size} words; ${UNKNOWN - 1} is the limit`);
  return { words, keys, weights };
}

/**
 * Adds up the weights of features as they come; those that the table lacks weigh nothing. Names are not put together for
 * it: that takes longer than all else that is done with them.
 */
export class WeightSum implements FeatureSink {
  total = 0;
  private readonly table: FeatureWeights;

  constructor(table: FeatureWeights) {
    this.table = table;
  }

  word(text: string): number {
    return this.table.words.get(text) ?? UNKNOWN;
  }

  add(template: number, a = 0, b = 0, c = 0): void {
    if (a === UNKNOWN || b === UNKNOWN || c === UNKNOWN) return;
    const { keys, weights } = this.table;
    const place = placeOf(keys, highKey(template, a), lowKey(b, c));
    if (keys[place * 2] !== 0) this.total += weights[place]!;
  }
}

function highKey(template: number, a: number): number {
  return (template << WORD_BITS) | a;
}

function lowKey(b: number, c: number): number {
  return (b << WORD_BITS) | c;
}

/** Where the key stands, or the empty place where it would. */
function placeOf(keys: Int32Array, high: number, low: number): number {
  const mask = keys.length / 2 - 1;
  const hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
  let place = (hash ^ (hash >>> 15)) & mask;
  while (keys[place * 2] !== 0 && (keys[place * 2] !== high || keys[place * 2 + 1] !== low)) place = (place + 1) & mask;
  return place;
}

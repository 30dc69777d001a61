/** Bits of `WordFeatures.flags`. */
export const FLAG = {
  capital: 1,
  allCapitals: 2,
  digit: 4,
  hyphen: 8,
  letter: 16,
  period: 32,
  onlyDigits: 64,
  quote: 128,
  comma: 256,
  colon: 512,
  closing: 1024,
  mixedCase: 2048,
} as const;

/**
 * Integers that stand for the words of one sentence; entry 0 and the two after the last are padding, so word `i` is at
 * `i + 1`. Quotation marks, dashes and digits are brought to one form first: a report's house style must not matter.
 */
export interface WordFeatures {
  readonly length: number;
  /** Hash of the lower-case word with every digit as 0. */
  readonly lower: Int32Array;
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix1: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  /** Hash of the run-length-shortened shape: "Xx", "XX", "d-x" … */
  readonly shape: Int32Array;
  readonly flags: Int32Array;
  /** 0 ordinary, 1 title case throughout, 2 capitals throughout: there a capital says nothing. */
  readonly style: number;
}

const PADDING_START = 0x51ed270b;
const PADDING_END = 0x3c6ef372;

/** The features last read of a list of words: tagger and name finder read the same list one after the other. */
const LAST_READ = new WeakMap<readonly string[], WordFeatures>();

export function wordFeatures(words: readonly string[]): WordFeatures {
  let features = LAST_READ.get(words);
  if (features === undefined) {
    features = readWords(words);
    LAST_READ.set(words, features);
  }
  return features;
}

function readWords(words: readonly string[]): WordFeatures {
  const length = words.length;
  const size = length + 3;
  // One piece of memory for all: asking for ten small ones takes longer than filling them.
  const memory = new ArrayBuffer(size * 4 * 10);
  let next = 0;
  const column = () => new Int32Array(memory, size * 4 * next++, size);
  const features = {
    length,
    lower: column(),
    suffix1: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    prefix1: column(),
    prefix2: column(),
    prefix3: column(),
    shape: column(),
    flags: column(),
    style: 0,
  };
  features.lower[0] = PADDING_START;
  features.lower[length + 1] = PADDING_END;
  features.lower[length + 2] = PADDING_END + 1;
  features.shape[0] = PADDING_START;
  features.shape[length + 1] = PADDING_END;
  features.shape[length + 2] = PADDING_END + 1;
  let lettered = 0;
  let capitalised = 0;
  let inCapitals = 0;
  for (let i = 0; i < length; i++) {
    const word = normalForm(words, i);
    readWord(features, i + 1, word);
    const flags = features.flags[i + 1]!;
    if ((flags & FLAG.letter) !== 0 && word.length > 3) {
      lettered++;
      if ((flags & FLAG.capital) !== 0) capitalised++;
      if ((flags & FLAG.allCapitals) !== 0) inCapitals++;
    }
  }
  if (lettered >= 3) {
    if (inCapitals >= lettered * 0.8) features.style = 2;
    else if (capitalised >= lettered * 0.8) features.style = 1;
  }
  return features;
}

/** The word with quotation marks, dashes and dots in one form; one that may close a quotation or mark a plural's genitive stays "'". */
export function normalForm(words: readonly string[], index: number): string {
  const word = words[index]!;
  if (word.length > 3 && !hasTypographicMark(word)) return word;
  switch (word) {
    case "“":
    case "”":
    case "„":
    case "«":
    case "»":
    case "‘":
    case "``":
    case "''":
    case "’’":
    case "‘‘":
    case '""':
    case "`":
      return '"';
    case "'":
    case "’":
      return mayBeGenitive(words, index) ? "'" : '"';
    case "–":
    case "—":
    case "―":
    case "−":
    case "--":
    case "---":
      return "-";
    case "…":
    case "....":
    case ". . .":
      return "...";
    default:
      return hasTypographicMark(word) ? word.replace(/[’‘ʼ]/g, "'").replace(/[‐‑–]/g, "-") : word;
  }
}

function hasTypographicMark(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 0x2010 && code <= 0x201f) return true;
    if (code === 0x02bc) return true;
  }
  return false;
}

function mayBeGenitive(words: readonly string[], index: number): boolean {
  if (index === 0 || index + 1 >= words.length) return false;
  const before = words[index - 1]!;
  const last = before.charCodeAt(before.length - 1) | 32;
  if (last !== 115 && last !== 122 && last !== 120) return false;
  const next = words[index + 1]!.charCodeAt(0);
  return isLetter(next) || (next >= 48 && next <= 57);
}

type Mutable = { -readonly [K in keyof WordFeatures]: WordFeatures[K] };

function readWord(features: Mutable, at: number, word: string): void {
  let lower = 0x811c9dc5;
  let shape = 0x1234567;
  let previousClass = -1;
  let run = 0;
  let upperLetters = 0;
  let lowerLetters = 0;
  let flags = 0;
  let digits = 0;
  const length = word.length;
  for (let i = 0; i < length; i++) {
    const code = word.charCodeAt(i);
    let kind: number;
    let folded = code;
    if (code >= 97 && code <= 122) {
      kind = 1;
      lowerLetters++;
    } else if (code >= 65 && code <= 90) {
      kind = 2;
      upperLetters++;
      folded = code + 32;
    } else if (code >= 48 && code <= 57) {
      kind = 3;
      digits++;
      folded = 48;
    } else if (code < 128) {
      kind = code;
      if (code === 45) flags |= FLAG.hyphen;
      else if (code === 46) flags |= FLAG.period;
    } else if (isLetter(code)) {
      const small = word[i]!.toLowerCase();
      folded = small.charCodeAt(0);
      if (folded !== code) {
        kind = 2;
        upperLetters++;
      } else {
        kind = 1;
        lowerLetters++;
      }
    } else kind = 4;
    lower = Math.imul(lower ^ folded, 0x01000193);
    if (kind === previousClass) run++;
    else run = 0;
    if (run < 2) shape = Math.imul(shape ^ kind, 0x01000193);
    previousClass = kind;
  }
  const first = word.charCodeAt(0);
  if (upperLetters + lowerLetters > 0) flags |= FLAG.letter;
  if (isCapital(first, word)) flags |= FLAG.capital;
  else if (upperLetters > 0) flags |= FLAG.mixedCase;
  if (upperLetters > 1 && lowerLetters === 0) flags |= FLAG.allCapitals;
  if (digits > 0) flags |= FLAG.digit;
  if (digits === length && length > 0) flags |= FLAG.onlyDigits;
  if (length === 1) {
    if (first === 34) flags |= FLAG.quote;
    else if (first === 44) flags |= FLAG.comma;
    else if (first === 58 || first === 59) flags |= FLAG.colon;
    else if (first === 46 || first === 33 || first === 63) flags |= FLAG.closing;
  }
  features.lower[at] = lower;
  features.shape[at] = shape;
  features.flags[at] = flags;
  const a = fold(word, length - 1);
  const b = fold(word, length - 2);
  const c = fold(word, length - 3);
  const d = fold(word, length - 4);
  features.suffix1[at] = a + 1;
  features.suffix2[at] = Math.imul(a + 1, 0x10001) ^ b;
  features.suffix3[at] = Math.imul(Math.imul(a + 1, 0x10001) ^ b, 0x1003f) ^ c;
  features.suffix4[at] = Math.imul(Math.imul(Math.imul(a + 1, 0x10001) ^ b, 0x1003f) ^ c, 0x10061) ^ d;
  const p = fold(word, 0);
  const q = fold(word, 1);
  const r = fold(word, 2);
  features.prefix1[at] = p + 1;
  features.prefix2[at] = Math.imul(p + 1, 0x10001) ^ q;
  features.prefix3[at] = Math.imul(Math.imul(p + 1, 0x10001) ^ q, 0x1003f) ^ r;
}

function fold(word: string, index: number): number {
  if (index < 0 || index >= word.length) return 0;
  const code = word.charCodeAt(index);
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return 48;
  return code;
}

function isCapital(code: number, word: string): boolean {
  if (code >= 65 && code <= 90) return true;
  return code >= 0xc0 && isLetter(code) && word[0]!.toLowerCase() !== word[0]!;
}

/** Letters of any script, near enough: everything above Latin-1's signs but general punctuation, symbols and surrogates. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  if (code >= 0x2000 && code <= 0x2bff) return false;
  return code < 0xd800 || code > 0xf8ff;
}

import { SMALL_NUMBERS } from "../lexicons/figure-number-words.ts";
import { FUNCTION_WORDS } from "../lexicons/function-words.ts";

/** A word of a text that can tell one report from another: its comparison form and where it stands. */
export interface ContentWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Written with a capital or a figure: a likely name, place or number. */
  readonly marked: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:[.,’'][\p{L}\p{N}]+)*/gu;
const INITIAL = /^[\p{Lu}\p{N}]/u;

/**
 * The content words of a text in order, function words left out. Words are compared in lower case, without accents,
 * possessive `’s` or inflection ("banned", "banning" and "ban" are one); "1,000" and "1000" are one.
 */
export function findContentWords(text: string): ContentWord[] {
  const words: ContentWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = comparisonForm(match[0]);
    if (word === null) continue;
    words.push({
      word,
      start: match.index,
      end: match.index + match[0].length,
      marked: INITIAL.test(match[0]),
    });
  }
  return words;
}

/** The comparison forms alone. */
export function contentWordsOf(text: string): string[] {
  return findContentWords(text).map((found) => found.word);
}

/** The same with numbers in figures and spans in days, so that "seven years" meets "7 years" and "a fortnight" "14 days". */
export function plainWordsOf(text: string): string[] {
  return contentWordsOf(text).flatMap((word) => {
    if (word === "fortnight") return ["14", "day"];
    const number = SMALL_NUMBERS.get(word);
    return number === undefined || number < 2 ? word : String(number);
  });
}

/** Letters that a looser form keeps of a word. */
const LOOSE_LETTERS = 5;

/** Looser comparison forms: the first letters, marked so that they are no words of the text. Short words are left out. */
export function looseWordsOf(words: readonly string[]): string[] {
  return words.filter((word) => word.length >= LOOSE_LETTERS).map((word) => `${word.slice(0, LOOSE_LETTERS)}…`);
}

/** A name in comparison form: lower case, no accents, no article, title or possessive; words parted by one blank. */
export function normaliseName(name: string): string {
  return plain(name)
    .replace(/[’']s(?![\p{L}\p{N}])/gu, "")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim()
    .replace(/^(?:the|a|an) /u, "");
}

/** Words come again and again; the forms of the latest are kept. */
const FORMS = new Map<string, string | null>();
const MOST_FORMS = 60_000;

function comparisonForm(written: string): string | null {
  let form = FORMS.get(written);
  if (form === undefined) {
    form = makeForm(written);
    if (FORMS.size >= MOST_FORMS) FORMS.clear();
    FORMS.set(written, form);
  }
  return form;
}

function makeForm(written: string): string | null {
  let word = plain(written)
    .replace(/[’']s$/u, "")
    .replace(/[’'.,]/gu, "");
  if (word.length < 2 && !/\p{N}/u.test(word)) return null;
  if (FUNCTION_WORDS.has(word)) return null;
  if (!/\p{N}/u.test(word)) word = stem(word);
  return word.length < 2 && !/\p{N}/u.test(word) ? null : word;
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/**
 * Cuts the endings of English inflection and nothing more. Not Porter's stemmer: derivation is left alone, so that
 * "organise" and "organ" stay two words.
 */
function stem(word: string): string {
  if (word.length < 4) return word;
  let base = word;
  if (base.endsWith("ies") && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(base)) base = base.slice(0, -2);
  else if (base.endsWith("s") && !/(?:ss|us|is)$/.test(base)) base = base.slice(0, -1);
  if (base.endsWith("ied") && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (base.endsWith("ing") && base.length > 5) base = undouble(base.slice(0, -3));
  else if (base.endsWith("ed") && base.length > 4) base = undouble(base.slice(0, -2));
  return base.length > 4 && base.endsWith("e") ? base.slice(0, -1) : base;
}

function undouble(base: string): string {
  return /([bdgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

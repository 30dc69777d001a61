import type { AnnotatedReport } from "../annotate/layers.ts";
import { isAcronym, isAcronymOf, lettersOf, SMALL_WORDS } from "./initials.ts";
import { type NameForm, trimName } from "./name-forms.ts";
import { nameKey } from "./name-keys.ts";

/**
 * Pairs of names that the report itself joins with brackets, and the short names found in brackets that no annotator saw.
 *
 * > | Defend Our Rivers (DOR) has called on …      DOR (Defend Our Rivers) is the same pair
 */
export function readBracketedNames(
  annotated: AnnotatedReport,
  forms: readonly NameForm[],
): { readonly pairs: readonly (readonly [string, string])[]; readonly added: readonly NameForm[] } {
  const { tokens } = annotated;
  const found: BracketedNames = {
    byEnd: new Map(forms.map((form) => [form.endToken, form])),
    byStart: new Map(forms.map((form) => [form.firstToken, form])),
    pairs: [],
    added: [],
  };
  for (let i = 1; i + 1 < tokens.length; i++) {
    if (tokens[i]!.text === "(") readBracket(annotated, i, found);
  }
  return { pairs: found.pairs, added: found.added };
}

interface BracketedNames {
  readonly byEnd: ReadonlyMap<number, NameForm>;
  readonly byStart: ReadonlyMap<number, NameForm>;
  readonly pairs: (readonly [string, string])[];
  readonly added: NameForm[];
}

function readBracket(annotated: AnnotatedReport, i: number, { byEnd, byStart, pairs, added }: BracketedNames): void {
  const { tokens } = annotated;
  let close = i + 1;
  while (close < tokens.length && close <= i + 8 && tokens[close]!.text !== ")") close++;
  if (tokens[close]?.text !== ")") return;
  const inside = tokens.slice(i + 1, close).map((token) => token.text);
  const before = byEnd.get(i) ?? null;
  if (inside.length === 1 && isShortName(inside[0]!)) {
    const long = fullerForm(annotated, i, inside[0]!, before);
    if (long === null || long.kind === "person") return;
    const words = tokens.slice(long.firstToken, long.endToken).map((token) => token.text);
    const isForeign = long === before && long.kind === "organisation" && isForeignAcronym(inside[0]!, words);
    const isShort = isAcronymOf(inside[0]!, words) || (words.length > 1 && isContraction(inside[0]!, words));
    if (!isShort && !isForeign) return;
    if (long !== before) added.push(long);
    const short = byStart.get(i + 1) ?? trimName(annotated, i + 1, i + 2, long.kind);
    if (short === null) return;
    if (!byStart.has(i + 1)) added.push(short);
    pairs.push([long.key, short.key]);
  } else if (before !== null && isAcronym(tokens[i - 1]!.text) && isAcronymOf(tokens[i - 1]!.text, inside)) {
    const long = byStart.get(i + 1) ?? trimName(annotated, i + 1, close, before.kind);
    if (long === null) return;
    if (!byStart.has(i + 1)) added.push(long);
    pairs.push([nameKey(inside), before.key]);
  }
}

/** A word that can be a short name in brackets: an acronym, or a capitalised word such as "Phivolcs". */
function isShortName(word: string): boolean {
  return isAcronym(word) || /^\p{Lu}\p{L}{2,11}$/u.test(word);
}

/** "Phivolcs" takes letters of "Philippine Institute of Volcanology and Seismology" in order, from the first on. */
function isContraction(short: string, words: readonly string[]): boolean {
  const letters = lettersOf(short);
  const long = words.join("").toLowerCase();
  if (letters[0] !== long[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return letters.length < long.length;
}

/** "Federal Security Service (FSB)": an acronym from another language shares some first letter, and three letters or more. */
function isForeignAcronym(short: string, words: readonly string[]): boolean {
  const letters = lettersOf(short);
  return (
    isAcronym(short) &&
    letters.length > 2 &&
    words.length > 1 &&
    words.some((word) => word[0]!.toLowerCase() === letters[0])
  );
}

/** The name that ends at the bracket, or the longer run of words there that the short name stands for. */
function fullerForm(
  annotated: AnnotatedReport,
  bracket: number,
  short: string,
  before: NameForm | null,
): NameForm | null {
  const { tokens, sentenceOf } = annotated;
  let run: number | null = null;
  for (let first = bracket - 1; first >= 0 && first >= bracket - 12; first--) {
    const word = tokens[first]!.text;
    if (sentenceOf[first] !== sentenceOf[bracket]) break;
    if (/^\p{Lu}/u.test(word)) {
      const words = tokens.slice(first, bracket).map((token) => token.text);
      if (words.length > 1 && isAcronymOf(short, words)) return trimName(annotated, first, bracket, "organisation");
      if (words.length > 1 && word[0]!.toLowerCase() === short[0]!.toLowerCase() && isContraction(short, words))
        run = first;
    } else if (!SMALL_WORDS.has(word) && !/^['’]s?$/.test(word)) break;
  }
  if (run !== null && (before === null || run < before.firstToken))
    return trimName(annotated, run, bracket, "organisation");
  return before;
}

import type { AnnotatedReport } from "../annotate/layers.ts";
import { type NameForm, nameKey, trimName } from "./name-forms.ts";

const SMALL_WORDS: ReadonlySet<string> = new Set(
  "of the and for in on to a an de la le des du et & at against".split(" "),
);

/** Whether the acronym is the initials of all the words, or of all but the small ones. */
export function isAcronymOf(acronym: string, words: readonly string[]): boolean {
  const letters = lettersOf(acronym);
  return letters.length >= 2 && initialsOf(words).includes(letters);
}

/** Letters of an acronym in lower case, without dots. */
export function lettersOf(acronym: string): string {
  return acronym.replace(/[.\s]/g, "").toLowerCase();
}

/** Initials of all the words, and of those that are not small; hyphenated words give one a part. */
export function initialsOf(words: readonly string[]): readonly [string, string] {
  const parts = words.flatMap((word) => word.split(/[-–]/)).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const content = parts.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  return [initials(parts), initials(content)];
}

function initials(words: readonly string[]): string {
  return words.map((word) => word[0]!.toLowerCase()).join("");
}

/** An acronym shape: two to eight capitals, with dots, digits, "&" or a small letter or two between ("DoJ", "U.N."). */
export function isAcronym(word: string): boolean {
  if (!/^[\p{L}][\p{L}\p{N}.&]{1,9}s?$/u.test(word)) return false;
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 && capitals * 2 >= word.replace(/\./g, "").length;
}

/**
 * Pairs of names that the report itself joins with brackets, and the short names found in brackets that no annotator saw.
 *
 * > | Defend Our Juries (DOJ) has called on …      DOJ (Defend Our Juries) is the same pair
 */
export function readBracketedNames(
  annotated: AnnotatedReport,
  forms: readonly NameForm[],
): { readonly pairs: readonly (readonly [string, string])[]; readonly added: readonly NameForm[] } {
  const { tokens } = annotated;
  const byEnd = new Map(forms.map((form) => [form.endToken, form]));
  const byStart = new Map(forms.map((form) => [form.firstToken, form]));
  const pairs: (readonly [string, string])[] = [];
  const added: NameForm[] = [];
  for (let i = 1; i + 1 < tokens.length; i++) {
    if (tokens[i]!.text !== "(") continue;
    let close = i + 1;
    while (close < tokens.length && close <= i + 8 && tokens[close]!.text !== ")") close++;
    if (tokens[close]?.text !== ")") continue;
    const inside = tokens.slice(i + 1, close).map((token) => token.text);
    const before = byEnd.get(i) ?? null;
    if (inside.length === 1 && isAcronym(inside[0]!)) {
      const long = before ?? longForm(annotated, i, inside[0]!);
      if (long === null) continue;
      const words = tokens.slice(long.firstToken, long.endToken).map((token) => token.text);
      const sharesLetter = words.some((word) => word[0]?.toLowerCase() === inside[0]![0]!.toLowerCase());
      if (long.kind === "person" || !(isAcronymOf(inside[0]!, words) || (sharesLetter && words.length > 1))) continue;
      if (before === null) added.push(long);
      const short = byStart.get(i + 1) ?? trimName(annotated, i + 1, i + 2, long.kind);
      if (short === null) continue;
      if (!byStart.has(i + 1)) added.push(short);
      pairs.push([long.key, short.key]);
    } else if (before !== null && isAcronym(tokens[i - 1]!.text) && isAcronymOf(tokens[i - 1]!.text, inside)) {
      const long = byStart.get(i + 1) ?? trimName(annotated, i + 1, close, before.kind);
      if (long === null) continue;
      if (!byStart.has(i + 1)) added.push(long);
      pairs.push([nameKey(inside), before.key]);
    }
  }
  return { pairs, added };
}

/** The words before the bracket whose initials the acronym is, the first of them capitalised. */
function longForm(annotated: AnnotatedReport, bracket: number, acronym: string): NameForm | null {
  const { tokens, sentenceOf } = annotated;
  for (let first = bracket - 2; first >= 0 && first >= bracket - 10; first--) {
    if (sentenceOf[first] !== sentenceOf[bracket]) return null;
    if (!/^\p{Lu}/u.test(tokens[first]!.text)) continue;
    const words = tokens.slice(first, bracket).map((token) => token.text);
    if (isAcronymOf(acronym, words)) return trimName(annotated, first, bracket, "organisation");
  }
  return null;
}

export const SMALL_WORDS: ReadonlySet<string> = new Set(
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

/** Case, dots, a nickname and the shape of apostrophes and hyphens make no difference between two names. */
export function nameKey(words: readonly string[]): string {
  const key = words.join(" ").toLowerCase();
  if (!MARKS_OR_BLANKS.test(key)) return key;
  return key
    .replace(/[’‘`]/g, "'")
    .replace(/[‐‑–]/g, "-")
    .replace(/ [“"] ?[^“”"]+ ?[”"] /g, " ")
    .replace(/\./g, "")
    .replace(/ '/g, "'")
    .replace(/ +/g, " ")
    .trim();
}

/** Anything but words with one blank between them. */
const MARKS_OR_BLANKS = /[’‘`‐‑–.“"]|\s['\s]|^\s|\s$/;

/** Case, dots and the shape of apostrophes and hyphens make no difference between two names. */
export function nameKey(words: readonly string[]): string {
  return words
    .join(" ")
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[‐‑–]/g, "-")
    .replace(/\./g, "")
    .replace(/ '/g, "'")
    .replace(/ +/g, " ")
    .trim();
}

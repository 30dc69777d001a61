/** One part of a user's query: words that must stand together, the last of which may be a beginning ("prot*"). */
export interface QueryPhrase {
  readonly words: string;
  readonly prefix: boolean;
}

/** More would only slow the search down. */
const MAX_PHRASES = 32;
const MAX_LENGTH = 1000;
/** So many words begin with one or two letters that looking them all up would take seconds in a large store. */
const MIN_PREFIX = /[^ ]{3}$/u;
/** The index holds words without their endings, and these would be looked up by two letters: "res*" by "re". */
const SHORTENED = /(?:^| )(?:..?s|[aeiou][^aeiou ](?:e|es|ed|ing))$/iu;

/**
 * Reads a query as people write them: words, “phrases” in any double quotation marks, and beginnings of
 * three letters or more with a star.
 * Every other sign is a gap between words, so no query is malformed. All parts must be found.
 */
export function parseSearchQuery(q: string): QueryPhrase[] {
  const phrases: QueryPhrase[] = [];
  const pattern = /["“”„«»]([^"“”„«»]*)(?:["“”„«»](\*?)|$)|([^\s"“”„«»]+)/gu;
  for (const match of q.slice(0, MAX_LENGTH).matchAll(pattern)) {
    const written = match[1] ?? match[3] ?? "";
    const starred = match[1] === undefined ? written.endsWith("*") : match[2] === "*";
    const words = written.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
    if (words !== "") phrases.push({ words, prefix: starred && MIN_PREFIX.test(words) && !SHORTENED.test(words) });
    if (phrases.length === MAX_PHRASES) break;
  }
  return phrases;
}

/** As an FTS5 expression (https://www.sqlite.org/fts5.html, section 3); null when the query holds no word. */
export function formatFts5Query(phrases: readonly QueryPhrase[]): string | null {
  if (phrases.length === 0) return null;
  return phrases.map(({ words, prefix }) => `"${words}"${prefix ? "*" : ""}`).join(" AND ");
}

import { DEED_WORDS, type Deed } from "../lexicons/deed-words.ts";

const PATTERNS = DEED_WORDS.map(
  ([deed, wordings]) => [deed, new RegExp(`(?<![\\p{L}-])(?:${wordings.join("|")})(?![\\p{L}-])`, "iu")] as const,
);

/** Letters read at most: what is asked for stands at the head of long contents. */
const READ = 400;

/** The deeds that words name: of "to let us have that film, and to sit down with him", to disclose and to meet. */
export function deedsIn(text: string): ReadonlySet<Deed> {
  const head = text.slice(0, READ);
  return new Set(PATTERNS.flatMap(([deed, pattern]) => (pattern.test(head) ? [deed] : [])));
}

/** Those of what is asked for: a noun alone ("the log") is asked for. */
export function deedsAskedFor(content: string): ReadonlySet<Deed> {
  return deedsIn(/^(?:to|that|for)\b/i.test(content) ? `asked ${content}` : `asked for ${content}`);
}

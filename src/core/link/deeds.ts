import { DEED_WORDS, PAPERS } from "../lexicons/deed-words.ts";
import { contentWordsOf } from "./content-words.ts";
import { intersects } from "./story-words.ts";

const bounded = (wording: string) => new RegExp(`(?<![\\p{L}-])(?:${wording})(?![\\p{L}-])`, "iu");
const PATTERNS = DEED_WORDS.map(([deed, wordings]) => [deed, bounded(wordings.join("|"))] as const);
const KINDS = PAPERS.map(([kind, nouns]) => [kind, bounded(nouns)] as const);

/** Letters read at most: what is asked for stands at the head of long contents. */
const READ = 400;

/**
 * The deeds that words name: of "to let us have that film, and to sit down with him", "disclose film" and "meet". What is to be
 * disclosed is told by kind, for papers of two kinds are two requests.
 */
export function deedsIn(text: string): ReadonlySet<string> {
  const head = text.slice(0, READ);
  return new Set(
    PATTERNS.flatMap(([deed, pattern]) => {
      const found = pattern.exec(head);
      if (found === null) return [];
      return deed === "disclose" ? disclosed(head, found.index + found[0].length) : [deed];
    }),
  );
}

/** Those of what is asked for: a noun alone ("the log") is asked for. */
export function deedsAskedFor(content: string): ReadonlySet<string> {
  return deedsIn(/^(?:to|that|for)\b/i.test(content) ? `asked ${content}` : `asked for ${content}`);
}

/** Both name deeds, and none in common. */
export function deedsDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !intersects(a, b);
}

/** Kinds of papers that words name: a film, a report, a record. */
export function papersIn(text: string): ReadonlySet<string> {
  return new Set(KINDS.flatMap(([kind, pattern]) => (pattern.test(text) ? [kind] : [])));
}

/** By the kinds of papers that the words name, else by the next word that tells; "publish it" may be any of them. */
function disclosed(text: string, end: number): string[] {
  const named = [...papersIn(text)];
  const [next] = contentWordsOf(text.slice(end));
  const kinds = named.length > 0 ? named : next === undefined ? KINDS.map(([kind]) => kind) : [next];
  return kinds.map((kind) => `disclose ${kind}`);
}

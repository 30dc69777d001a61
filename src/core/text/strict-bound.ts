/** A figure as far as its bounds go. */
export interface Bounded {
  readonly min: number | null;
  readonly max: number | null;
  /** As the report has it; null where the words are not at hand. */
  readonly words: string | null;
  readonly unit: string | null;
}

/**
 * The number that the words leave out, where they say "more than" or "fewer than" it: nobody gave the 1,001 that "more
 * than 1,000 people" begins at. Null where the bound itself was given.
 *
 * > | more than 1,000 people
 *               ^^^^^ 1000, and not `min`
 */
export function strictBound({ min, max, words, unit }: Bounded): { kind: "over" | "under"; than: number } | null {
  if (words === null) return null;
  const step = unit === null || COUNTED.has(unit) ? 1 : 0;
  if (max === null && min !== null && OVER.test(words) && !NOT_OVER.test(words)) {
    return { kind: "over", than: Number.isInteger(min) ? min - step : min };
  }
  if (min === null && max !== null && UNDER.test(words) && !NOT_UNDER.test(words)) {
    return { kind: "under", than: Number.isInteger(max) ? max + step : max };
  }
  return null;
}

/** Units of whole things, of which "more than three" begins at four. */
const COUNTED: ReadonlySet<string> = new Set(
  "person vote second minute hour day week month year decade century".split(" "),
);
const OVER = /\b(?:more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards? of|north of|greater than)\b/i;
const NOT_OVER =
  /\bor (?:more|over|above)\b|\b(?:not?|nor|never) (?:more|over)\b|\bover (?:the\b|more\b|an?\b(?! (?:hundred|thousand|million|billion|trillion|dozen|score|half|third|quarter)))/i;
const UNDER = /\b(?:fewer than|less than|under|below|short of)\b/i;
const NOT_UNDER = /\bor (?:fewer|less|under|below)\b|\bno (?:fewer|less)\b/i;

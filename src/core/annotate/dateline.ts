import { firstTokenFrom } from "./first-token-from.ts";
import type { AnnotatedReport } from "./layers.ts";

/**
 * The first token of a sentence behind its dateline, which says where a report was written and tells nothing of it; without one
 * the sentence's own first.
 *
 * > | LONDON, May 12 (ANS) - Police arrested … · Port Adair, 3 May — The board …
 *     ^^^^^^^^^^^^^^^^^^^^^^                     ^^^^^^^^^^^^^^^^^^
 */
export function behindDateline(annotated: AnnotatedReport, sentence: number): number {
  const { sentences, tokens, report } = annotated;
  const { firstToken, endToken } = sentences[sentence]!;
  const { start } = tokens[firstToken]!;
  const found = DATELINE.exec(report.text.slice(start, Math.min(tokens[endToken - 1]!.end, start + LONGEST)));
  return found === null ? firstToken : firstTokenFrom(annotated, start + found[0].length);
}

/** Code units of a dateline, at most. */
const LONGEST = 90;

const PLACE = "\\p{Lu}{2}[\\p{Lu}’'.-]*(?:[ /-]\\p{Lu}[\\p{Lu}’'.-]+)*";
const PLAIN_PLACE = "\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}?\\p{L}+){0,2}";
const REGION = "(?:, \\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+)?)";
const DATE =
  "(?:,? (?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\p{Ll}*\\.? \\d{1,2}|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\p{Ll}*\\.?)(?:,? \\d{4})?)";
const AGENCY = "(?:,? \\((?:\\p{Lu}[\\p{L}.]*[ /]?){1,4}\\))";
const DASH = "\\s?(?:—|–|--|-)\\s+";

/** Agencies whose name ends a dateline without a dash. */
const KNOWN_AGENCY = "\\((?:CNN|AP|AFP|UPI|Reuters|Bloomberg|Xinhua|ANI|IANS|PTI|TASS|dpa|KCNA|Kyodo)\\)\\s*";

/** In capitals, or with a date or an agency; behind a colon only with one of those. What it opens begins as a sentence does. */
const DATELINE = new RegExp(
  `^(?:(?:${PLACE}|${PLAIN_PLACE})${REGION}?${DATE}?,? ${KNOWN_AGENCY}|${PLACE}${REGION}?${DATE}?${AGENCY}?${DASH}|(?:${PLACE}|${PLAIN_PLACE})${REGION}?(?:${DATE}${AGENCY}?|${AGENCY})(?:${DASH}|:\\s+))(?=["“‘']?[\\p{Lu}\\d])`,
  "u",
);

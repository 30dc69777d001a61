import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childrenOf, firstDependent, headOf, lemmaOf, prepositionOf, relationOf, wordOf } from "../events/grammar.ts";

/** What a number counts: the head noun, and the last token of the figure. */
export interface Counted {
  /** Head token of the counted noun; the number's own token when it stands alone. */
  readonly head: number;
  /** Last token that belongs to the figure. */
  readonly lastToken: number;
  /** True when a noun was found. */
  readonly named: boolean;
}

/**
 * The noun that the number at tokens `firstToken` to `lastToken` counts.
 *
 * > | more than 1,000 peaceful people from Ayr
 *               ^^^^^ number    ^^^^^^ head
 * > | dozens of angry residents
 *     ^^^^^^          ^^^^^^^^^ head
 */
export function findCounted(
  annotated: AnnotatedReport,
  firstToken: number,
  lastToken: number,
  endOfSentence: number,
): Counted {
  const governor = headOfNumber(annotated, firstToken, lastToken);
  if (governor !== null && governor > lastToken && governor - lastToken <= 8 && isCountable(annotated, governor)) {
    if (staysInPhrase(annotated, lastToken + 1, governor)) {
      return { head: governor, lastToken: withOf(annotated, governor, lastToken), named: true };
    }
  }
  const next = lastToken + 1;
  if (next < endOfSentence && wordOf(annotated, next) === "of") {
    const noun = nounAfter(annotated, next + 1, endOfSentence);
    if (noun !== null) return { head: noun, lastToken: noun, named: true };
  }
  const adjacent = governor === null || governor <= lastToken ? nounAfter(annotated, next, endOfSentence) : null;
  if (adjacent !== null && wordOf(annotated, next) !== "the") {
    return { head: adjacent, lastToken: withOf(annotated, adjacent, lastToken), named: true };
  }
  return { head: lastToken, lastToken, named: false };
}

/** Where the number's own tokens hang: the head outside of them. */
export function headOfNumber(annotated: AnnotatedReport, firstToken: number, lastToken: number): number | null {
  for (let token = lastToken; token >= firstToken; token--) {
    const head = headOf(annotated, token);
    if (head < 0 || (head >= firstToken && head <= lastToken)) continue;
    if (
      relationOf(annotated, token) === "nummod" ||
      relationOf(annotated, token) === "amod" ||
      relationOf(annotated, token) === "det" ||
      relationOf(annotated, token) === "compound"
    ) {
      return head;
    }
  }
  return null;
}

function isCountable(annotated: AnnotatedReport, token: number): boolean {
  const upos = annotated.upos[token];
  return (
    upos === "NOUN" ||
    upos === "PROPN" ||
    upos === "SYM" ||
    (upos === "ADJ" && /s$|ed$|dead/.test(wordOf(annotated, token)))
  );
}

/** Words between a number and its noun are modifiers; a comma, a verb with a subject or a preposition breaks the phrase. */
function staysInPhrase(annotated: AnnotatedReport, from: number, noun: number): boolean {
  for (let token = from; token < noun; token++) {
    const upos = annotated.upos[token];
    const word = wordOf(annotated, token);
    if (word === "," || word === "and" || word === "or" || word === "-" || word === "&" || word === "/") continue;
    if (
      upos === "ADJ" ||
      upos === "NOUN" ||
      upos === "PROPN" ||
      upos === "NUM" ||
      upos === "ADV" ||
      upos === "SYM" ||
      upos === "PART"
    )
      continue;
    if (word === "more" || word === "other" || word === "such" || word === "of" || word === "’s" || word === "'s")
      continue;
    if (upos === "VERB" && /(?:ed|ing|en)$/.test(word)) continue;
    if (upos === "PUNCT") continue;
    return false;
  }
  return true;
}

/** Words that say when or where, tagged as nouns or not: "one million worldwide", "the hundreds today". */
const AFTERTHOUGHTS =
  /^(?:today|yesterday|tomorrow|tonight|overnight|worldwide|nationwide|altogether|so|each|apiece|ago|earlier|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** First noun of a phrase that starts at `from`: adjectives and compounds are passed over; null when no noun follows. */
function nounAfter(annotated: AnnotatedReport, from: number, end: number): number | null {
  let found: number | null = null;
  for (let token = from; token < end && token < from + 8; token++) {
    const upos = annotated.upos[token];
    if (AFTERTHOUGHTS.test(wordOf(annotated, token))) return found;
    if (upos === "NOUN" || upos === "PROPN") {
      found = token;
      continue;
    }
    if (found !== null) {
      if (wordOf(annotated, token) === "-" && annotated.upos[token + 1] === "NOUN") continue;
      if (
        (wordOf(annotated, token) === "’s" || wordOf(annotated, token) === "'s") &&
        (annotated.upos[token + 1] === "NUM" ||
          annotated.upos[token + 1] === "NOUN" ||
          annotated.upos[token + 1] === "ADJ")
      ) {
        found = null;
        continue;
      }
      return found;
    }
    if (annotated.xpos[token] === "PRP$") continue;
    if (upos === "PRON")
      return ["them", "those", "these", "us", "you", "whom", "which"].includes(wordOf(annotated, token)) ? token : null;
    if (upos === "ADJ" || upos === "DET" || upos === "NUM") continue;
    if (
      upos === "VERB" &&
      (annotated.xpos[token] === "VBN" || annotated.xpos[token] === "VBG") &&
      annotated.upos[token + 1] === "NOUN"
    )
      continue;
    return null;
  }
  return found;
}

const PART_NOUNS = new Set([
  "member",
  "total",
  "pair",
  "kind",
  "type",
  "series",
  "piece",
  "group",
  "resident",
  "employee",
  "percent",
  "%",
  "case",
  "set",
  "team",
]);

/** "two members of staff", "38% of respondents": an "of" phrase belongs to nouns that mean nothing alone. */
function withOf(annotated: AnnotatedReport, noun: number, lastToken: number): number {
  const end = Math.max(noun, lastToken);
  if (!PART_NOUNS.has(lemmaOf(annotated, noun))) return end;
  for (const child of childrenOf(annotated, noun)) {
    if (relationOf(annotated, child) === "nmod" && child > noun && prepositionOf(annotated, child) === "of") {
      const marker = firstDependent(annotated, child, "case");
      if (marker === noun + 1 && child - noun <= 6) return child;
    }
  }
  return end;
}

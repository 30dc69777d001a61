import { GENDERED_NOUNS, ROLE_NOUNS } from "../lexicons/roles.ts";
import { RANK_WORDS } from "../lexicons/titles.ts";
import { bareWord } from "../text/bare-word.ts";
import type { AnnotatedReport } from "./layers.ts";

/** A noun for a post, trade or part: "mayor", "ex-minister", "Colonel". */
export function isRoleNoun({ upos, tokens, xpos }: AnnotatedReport, at: number): boolean {
  const word = bareWord(tokens[at]?.text ?? "");
  if (upos[at] !== "NOUN" && upos[at] !== "PROPN" && !(upos[at] === "ADJ" && isRank(word))) return false;
  if (/^NNP?S$/.test(xpos[at] ?? "") && !ROLE_NOUNS.has(word)) return false;
  return ROLE_NOUNS.has(word) || isRank(word) || ROLE_NOUNS.has(word.slice(word.lastIndexOf("-") + 1));
}

export function isRank(word: string): boolean {
  return RANK_WORDS.has(bareWord(word));
}

/** A noun for one person: "driver", "girl", "ex-minister". */
export function isPersonNoun(annotated: AnnotatedReport, at: number): boolean {
  const word = bareWord(annotated.tokens[at]?.text ?? "");
  return isRoleNoun(annotated, at) || GENDERED_NOUNS.has(word) || ONE_PERSON.has(word);
}

/** Nouns for one person, whose name may stand beside them, that are no part or trade. */
const ONE_PERSON: ReadonlySet<string> = new Set(
  "child baby toddler infant person youth teen adult newborn orphan deceased".split(" "),
);

import type { AnnotatedReport, NameMention } from "../../annotate/layers.ts";
import { PEOPLE_NOUNS } from "../../lexicons/figure-counted-nouns.ts";
import { childrenOf, lemmaOf, prepositionOf, relationOf, wordOf } from "./grammar.ts";

const PERSONAL_PRONOUNS = new Set([
  "he",
  "she",
  "they",
  "him",
  "her",
  "them",
  "who",
  "whom",
  "me",
  "us",
  "i",
  "we",
  "you",
  "himself",
  "herself",
  "themselves",
  "someone",
  "somebody",
  "anyone",
  "everyone",
]);

/** True when the token heads a phrase for people: a person's name, a pronoun for people, or a noun such as "driver". */
export function isPersonal(annotated: AnnotatedReport, token: number): boolean {
  if (PERSONAL_PRONOUNS.has(wordOf(annotated, token))) return true;
  const name = nameAt(annotated, token);
  if (name !== null) return name.kind === "person";
  const lemma = lemmaOf(annotated, token);
  if (PEOPLE_NOUNS.has(lemma)) return true;
  if (annotated.upos[token] === "NUM") return !isOneOfThings(annotated, token);
  return /(?:ist|man|woman|er|or)$/.test(lemma) && annotated.upos[token] === "NOUN" && lemma.length > 4;
}

/** "one of his cars", but not "two of the drivers". */
function isOneOfThings(annotated: AnnotatedReport, number: number): boolean {
  return childrenOf(annotated, number).some(
    (child) =>
      relationOf(annotated, child) === "nmod" &&
      annotated.upos[child] === "NOUN" &&
      prepositionOf(annotated, child) === "of" &&
      !isPersonal(annotated, child),
  );
}

/** The name that the token is part of, found by halving, because names are in text order and do not overlap. */
export function nameAt(annotated: AnnotatedReport, token: number): NameMention | null {
  const { names } = annotated;
  let low = 0;
  let high = names.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const name = names[middle]!;
    if (token < name.firstToken) high = middle - 1;
    else if (token >= name.endToken) low = middle + 1;
    else return name;
  }
  return null;
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Span } from "../../text/span.ts";
import { lemmaOf, wordOf } from "../events/grammar.ts";
import { tokensWithin } from "./tokens-within.ts";

/** Words in the report for one side of a request. */
export interface Party {
  readonly span: Span;
  readonly head: number;
}

/** "same" and "other" are certain by the words alone; "open" means that only resolving can tell. */
export type Sameness = "same" | "other" | "open";

const PRONOUN = /^(?:he|she|it|they|him|her|them|his|its|their|who|i|we|us|me|you)$/;
/** Words of names that many bodies share. */
const GENERIC = new Set(
  "police council government party group court department office ministry union association company board authority service force city county district state national royal federal department commission committee university sir ms mr mrs dr lord lady dame justice judge president minister mayor secretary the of and for".split(
    " ",
  ),
);

/** Compares two sides by their names, initials and head nouns; nothing is resolved here. */
export function compareParties(annotated: AnnotatedReport, a: Party, b: Party): Sameness {
  if (a.head === b.head) return "same";
  if (PRONOUN.test(wordOf(annotated, a.head)) || PRONOUN.test(wordOf(annotated, b.head))) return "open";
  const namesA = namesOf(annotated, a);
  const namesB = namesOf(annotated, b);
  if (namesA.length === 0 && namesB.length === 0) {
    return lemmaOf(annotated, a.head) === lemmaOf(annotated, b.head) ? "same" : "open";
  }
  if (namesA.length === 0 || namesB.length === 0) return "open";
  const own = new Set(namesA);
  if (namesB.some((name) => own.has(name) && !GENERIC.has(name))) return "same";
  if (namesA.join(" ") === namesB.join(" ")) return "same";
  return initialsOf(namesA) === namesB[0] || initialsOf(namesB) === namesA[0] ? "same" : "other";
}

export function isPronoun(annotated: AnnotatedReport, party: Party): boolean {
  return PRONOUN.test(wordOf(annotated, party.head));
}

function namesOf(annotated: AnnotatedReport, { span }: Party): string[] {
  return tokensWithin(annotated, span)
    .filter((token) => annotated.upos[token] === "PROPN")
    .map((token) => wordOf(annotated, token));
}

function initialsOf(names: readonly string[]): string {
  return names.map((name) => name[0] ?? "").join("");
}

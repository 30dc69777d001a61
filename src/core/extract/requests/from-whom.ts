import type { AnnotatedReport } from "../../annotate/layers.ts";
import { KIND_NOUNS } from "../../lexicons/kind-nouns.ts";
import { ROLE_NOUNS } from "../../lexicons/roles.ts";
import type { Span } from "../../text/span.ts";
import { lemmaOf, wordOf } from "../events/grammar.ts";
import { nameAt } from "../events/personal.ts";
import { runSpan } from "../statements/quote-map.ts";
import type { Party } from "./parties.ts";
import { tokensWithin } from "./tokens-within.ts";

/**
 * Whom a thing is asked of where what is asked for says it at its end.
 *
 * > | demanded the survey from the board      | requested a meeting with the mayor
 *                           ^^^^^^^^^                              ^^^^^^^^^
 */
export function fromWhom(annotated: AnnotatedReport, about: Span): Party | null {
  const tokens = tokensWithin(annotated, about);
  const at = tokens.findLastIndex((token) => wordOf(annotated, token) === "from" || meetsWith(annotated, token));
  const named = tokens.slice(at + 1);
  const [first, last] = [named[0], named.at(-1)];
  if (at < 1 || first === undefined || last === undefined || named.length > LONGEST) return null;
  if (named.some((token) => /^(?:ADP|VERB|AUX|PUNCT|CCONJ|SCONJ)$/.test(annotated.upos[token]!))) return null;
  return isSomebody(annotated, first, last) ? { span: runSpan(annotated, first, last), head: last } : null;
}

/** Words that a party may have: "the county’s chief constable, Ann Ray" is read elsewhere. */
const LONGEST = 6;

/** "a meeting with", "talks with" */
function meetsWith(annotated: AnnotatedReport, token: number): boolean {
  return (
    wordOf(annotated, token) === "with" &&
    /^(?:meeting|talk|interview|audience|dialogue|discussion|appointment)$/.test(lemmaOf(annotated, token - 1))
  );
}

/** A person, a body, or a noun for one. */
function isSomebody(annotated: AnnotatedReport, first: number, last: number): boolean {
  const lemma = lemmaOf(annotated, last);
  if (KIND_NOUNS.get(lemma) === "organisation" || ROLE_NOUNS.has(lemma) || lemma === "board" || lemma === "police")
    return true;
  const name = nameAt(annotated, last);
  return name !== null && name.kind !== "place" && name.firstToken >= first && name.endToken === last + 1;
}

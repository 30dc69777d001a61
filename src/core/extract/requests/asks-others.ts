import type { AnnotatedReport } from "../../annotate/layers.ts";
import { IRREGULAR_PASTS } from "../../lexicons/irregular-verbs.ts";
import { SOUGHT_THINGS, WANTING_VERBS } from "../../lexicons/request-words.ts";
import type { Span } from "../../text/span.ts";
import { headOf, lemmaOf, relationOf, wordOf } from "../events/grammar.ts";
import { tokensWithin } from "./tokens-within.ts";

/** "the council to pay", "them dropped", "$118 million": somebody else is to act, something to be done, a sum to be paid. */
export function asksOthers(annotated: AnnotatedReport, content: Span): boolean {
  const tokens = tokensWithin(annotated, content);
  const first = tokens.find((token) => annotated.upos[token] !== "PUNCT");
  if (first === undefined || NO_OTHERS.test(wordOf(annotated, first)) || annotated.upos[first] === "VERB") return false;
  const last = tokens.at(-1)!;
  if (last > first && /^(?:to|back)$/.test(wordOf(annotated, last))) return true;
  // "wanted them dropped", whatever the tagger makes of the participle.
  if (/^(?:them|it|him|her|this|those)$/.test(wordOf(annotated, first)) && isParticiple(annotated, first + 1))
    return true;
  if (SUM.test(annotated.report.text.slice(content.start, Math.min(content.end, content.start + FIRST_WORDS))))
    return true;
  return upToNextClause(annotated, tokens).some(
    (token) =>
      annotated.upos[token] === "VERB" &&
      (isParticiple(annotated, token) || (wordOf(annotated, token - 1) === "to" && token - 1 > first)) &&
      relationOf(annotated, token) !== "amod" &&
      (relationOf(annotated, token) !== "acl" || isWantedDone(annotated, token) || isWantedToAct(annotated, token)) &&
      // "the best for years to come"
      lemmaOf(annotated, token) !== "come",
  );
}

/** "wants | a statutory inquiry", "wanted | her out": what is asked of others, where the words are told as an asking. */
export function wantsThing(annotated: AnnotatedReport, content: Span): boolean {
  const tokens = tokensWithin(annotated, content).slice(0, HEAD);
  const [first] = tokens;
  if (first === undefined || NO_OTHERS.test(wordOf(annotated, first)) || annotated.upos[first] === "VERB") return false;
  return upToNextClause(annotated, tokens).some(
    (token) =>
      SOUGHT_THINGS.has(lemmaOf(annotated, token)) ||
      (token > first && /^(?:out|gone)$/.test(wordOf(annotated, token))),
  );
}

/** Words in which the thing wanted is named. */
const HEAD = 7;

/** "want | the wreck | raised", which a parser takes for a wreck that was raised. */
function isWantedDone(annotated: AnnotatedReport, participle: number): boolean {
  const noun = headOf(annotated, participle);
  return noun === participle - 1 && WANTING_VERBS.has(lemmaOf(annotated, headOf(annotated, noun)));
}

/** "wants | the inspectorate | to shut the pit", which a parser takes for an inspectorate to shut it. */
function isWantedToAct(annotated: AnnotatedReport, verb: number): boolean {
  const noun = headOf(annotated, verb);
  if (noun !== verb - 2 || wordOf(annotated, verb - 1) !== "to" || OF_DEEDS.test(lemmaOf(annotated, noun)))
    return false;
  return WANTING_VERBS.has(lemmaOf(annotated, headOf(annotated, noun)));
}

/** Nouns whose infinitive is what they are of: "the right to vote". */
const OF_DEEDS =
  /^(?:right|chance|time|ability|power|permission|way|opportunity|freedom|money|place|space|room|reason|licen[cs]e|leave|something|anything|nothing|thing|somewhere)$/;

/** "rewritten", "reopened", whatever form the tagger sees in it. */
function isParticiple(annotated: AnnotatedReport, token: number): boolean {
  const word = wordOf(annotated, token);
  const xpos = annotated.xpos[token] ?? "";
  return xpos === "VBN" || (/^VB[DP]?$/.test(xpos) && (word.endsWith("ed") || IRREGULAR_PASTS.has(word)));
}

const NO_OTHERS = /^(?:to|what|without|because|since|when|while|as|if|so|but)$/;

/** Up to the first finite verb or the word that opens a clause; what is inserted behind a comma is passed over. */
function upToNextClause(annotated: AnnotatedReport, tokens: readonly number[]): number[] {
  const found: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const word = wordOf(annotated, token);
    if (/^(?:who|which|whose|whom)$/.test(word) && wordOf(annotated, token - 1) === ",") {
      while (index < tokens.length && wordOf(annotated, tokens[index]!) !== ",") index++;
      continue;
    }
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(annotated.xpos[token] ?? "") && annotated.deprels[token] !== "acl") break;
    if (/^(?:who|which|that|whose|whom|because|when|while|where|:)$/.test(word)) break;
    found.push(token);
  }
  return found;
}

const SUM =
  /^(?:a |another |at least |nearly |about |some |up to )?(?:(?:pay )?(?:rise|raise|increase) of )?(?:[$£€]\s?\d|\p{L}+ (?:per cent|percent)\b|[\d.,]+\s?(?:%|per cent|percent)|[\d.,]+ (?:million|billion)\b|\d+(?=$|[,.;]| and\b))/iu;
const FIRST_WORDS = 60;

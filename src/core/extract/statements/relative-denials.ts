import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";
import { headOfPhrase } from "./phrase-head.ts";
import { type QuoteMap, runSpan } from "./quote-map.ts";

export const RELATIVE_DENIAL = "statements/relative-denial";

/**
 * What somebody is said to deny at the end of a sentence about it. Read by the order of the words, for parsers hang such a
 * clause on whatever noun is near.
 *
 * > | He was accused of theft, which the board has denied.   | She is accused of theft, a charge she denies.
 *                              ^^^^^ content     ^^^^^^^^^^ cue                             ^^^^^^^^ content
 */
export function draftRelativeDenials(annotated: AnnotatedReport, quotes: QuoteMap): StatementDraft[] {
  return annotated.lemmas.flatMap((lemma, verb): StatementDraft[] => {
    if (annotated.upos[verb] !== "VERB" || !DENYING.has(lemma) || !endsClause(annotated, verb)) return [];
    const first = groupStart(annotated, verb);
    const content = contentBefore(annotated, first, DENYING_ANYTHING.has(lemma));
    if (content === null || quotes.at[verb] !== quotes.at[content[0]]) return [];
    const named = textAt(annotated, content[1] + 1) === "that" ? content[1] + 2 : content[1] + 1;
    if (named >= first) return [];
    const source: [number, number] = [named, first - 1];
    return [
      {
        predicate: verb,
        cue: [first, verb],
        source,
        sourceHead: headOfPhrase(annotated, source),
        content: [runSpan(annotated, ...content)],
        quotations: [],
        addresseeHead: null,
        act: "denial",
        medium: null,
        alleged: false,
        confidence: 0.8,
        producedBy: RELATIVE_DENIAL,
      },
    ];
  });
}

/** What may be done with what somebody says, and what only with a charge: a report that is rejected is not denied. */
const DENYING: ReadonlySet<string> = new Set(["deny", "dispute", "refute", "reject", "dismiss"]);
const DENYING_ANYTHING: ReadonlySet<string> = new Set(["deny", "dispute", "refute"]);
const CHARGES = /^(?:charges?|claims?|allegations?|accusations?|assertions?|suggestions?)$/i;
/** Words that the one who denies may be named in. */
const LONGEST_SOURCE = 6;

function textAt({ tokens }: AnnotatedReport, token: number): string {
  return tokens[token]?.text.toLowerCase() ?? "";
}

/** Nothing but an adverb stands behind it in its clause. */
function endsClause(annotated: AnnotatedReport, verb: number): boolean {
  const next = annotated.upos[verb + 1] === "ADV" ? verb + 2 : verb + 1;
  if (annotated.sentenceOf[next] !== annotated.sentenceOf[verb]) return true;
  return /^(?:[.,;:!?)”"’—–]|and|but|while)$/.test(textAt(annotated, next));
}

/** "has always denied": where its group begins. */
function groupStart({ upos }: AnnotatedReport, verb: number): number {
  let first = verb;
  while (upos[first - 1] === "AUX" || upos[first - 1] === "ADV") first--;
  return first;
}

/** ", which" or ", a charge (that)" with nothing but a short name or pronoun between it and the verb. */
function contentBefore(annotated: AnnotatedReport, verb: number, ofAnything: boolean): [number, number] | null {
  const { upos, sentenceOf } = annotated;
  for (let token = verb - 2; token >= verb - 1 - LONGEST_SOURCE && sentenceOf[token] === sentenceOf[verb]; token--) {
    const isWhich = ofAnything && textAt(annotated, token) === "which";
    const isCharge = CHARGES.test(textAt(annotated, token)) && upos[token - 1] === "DET";
    const start = isCharge ? token - 1 : token;
    if ((isWhich || isCharge) && textAt(annotated, start - 1) === ",") return [start, token];
    if (upos[token] === "VERB" || upos[token] === "AUX" || upos[token] === "PUNCT") return null;
  }
  return null;
}

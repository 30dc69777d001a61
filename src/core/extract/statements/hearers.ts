import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";

/** Verbs whose passive is said of the one who hears: "was asked", "were warned". */
const HEARD =
  /^(?:ask|question|press|quiz|challenge|grill|inform|warn|urge|advise|order|remind|tell|assure|instruct|invite|notify|summon)$/;

/** Verbs whose object is spoken of, not to. */
const SPOKEN_OF =
  /^(?:describe|call|label|dub|characteri[sz]e|term|brand|deem|name|consider|praise|laud|hail|credit|critici[sz]e|condemn|attack|blast|slam|denounce|mock|report|portray|regard|identify|cite|quote)$/;

/** "She described him as a guide": he is no hearer; whoever is called on the telephone, or called to join, is. */
function isSpokenOf(annotated: AnnotatedReport, predicate: number, addressee: number): boolean {
  const { lemmas, heads, deprels, children, tokens } = annotated;
  if (!SPOKEN_OF.test(lemmas[predicate]!) || heads[addressee] !== predicate) return false;
  const isCalledUp = children[predicate]!.some(
    (child) => deprels[child] === "compound:prt" || (deprels[child] === "xcomp" && tokens[child - 1]?.text === "to"),
  );
  return !isCalledUp && (deprels[addressee] === "obj" || deprels[addressee] === "nsubj:pass");
}

/**
 * "Asked about the noise, the company said …", "she was told that …": whoever is asked or told is who hears, and who asks or
 * tells is not named. Whoever is only described hears nothing.
 */
export function settleHearers(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  return drafts.map((draft) => {
    const { predicate, sourceHead, addresseeHead } = draft;
    if (sourceHead !== null && isHearer(annotated, predicate, sourceHead))
      return { ...draft, source: null, sourceHead: null, addresseeHead: sourceHead };
    if (addresseeHead !== null && isSpokenOf(annotated, predicate, addresseeHead))
      return { ...draft, addresseeHead: null };
    return draft;
  });
}

function isHearer(annotated: AnnotatedReport, predicate: number, source: number): boolean {
  const { lemmas, heads, deprels, xpos, children } = annotated;
  if (!HEARD.test(lemmas[predicate]!)) return false;
  if (heads[source] === predicate && deprels[source] === "nsubj:pass") return true;
  const hasOwn = children[predicate]!.some((child) => child !== source && /^(?:nsubj|obj|iobj)/.test(deprels[child]!));
  if (hasOwn || predicate > source) return false;
  return (
    (xpos[predicate] === "VBN" && deprels[predicate] === "advcl") ||
    (/^VB[DN]$/.test(xpos[predicate]!) &&
      opensSentence(annotated, predicate) &&
      isPartedByComma(annotated, predicate, source))
  );
}

/** "Asked …", "When asked …" */
function opensSentence({ sentences, sentenceOf, tokens }: AnnotatedReport, token: number): boolean {
  const first = sentences[sentenceOf[token]!]!.firstToken;
  return token === first || (token === first + 1 && /^(?:when|while|if)$/i.test(tokens[first]!.text));
}

function isPartedByComma({ tokens }: AnnotatedReport, first: number, last: number): boolean {
  for (let token = first + 1; token < last; token++) if (tokens[token]!.text === ",") return true;
  return false;
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";

/** Verbs whose passive is said of the one who hears: "was asked", "were warned". */
const HEARD =
  /^(?:ask|question|press|quiz|challenge|grill|inform|warn|urge|advise|order|remind|tell|assure|instruct|invite|notify|summon)$/;

/**
 * "Asked about the noise, the company said …", "she was told that …": whoever is asked or told is who hears, and who asks or
 * tells is not named.
 */
export function turnToTheAsked(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  return drafts.map((draft) =>
    draft.sourceHead !== null && isHearer(annotated, draft.predicate, draft.sourceHead)
      ? { ...draft, source: null, sourceHead: null, addresseeHead: draft.sourceHead }
      : draft,
  );
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

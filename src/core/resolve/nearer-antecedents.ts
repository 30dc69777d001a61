import type { StatementCandidate } from "../extract/candidates.ts";
import type { Discourse } from "./discourse.ts";
import { agrees, type PronounClass } from "./pronouns.ts";
import type { Referent } from "./referent.ts";
import type { Ranked, Seen } from "./salience.ts";

/** A runner-up this close to the best makes a pronoun ambiguous. */
export const CLOSE = 0.72;

/** What a mention two sentences back counts beside one in the sentence before. */
export const FARTHER = 0.5;

/**
 * "Ray would not comment. A claim came from a fitter. He says …": somebody whom the sentence before tells of, and who fits, is
 * not passed over for one farther back, unless whoever spoke goes on ("he added").
 */
export function passedOver(
  discourse: Discourse,
  i: number,
  pronoun: PronounClass,
  meant: Referent,
  ranked: readonly Ranked[],
): Referent | null {
  const { heads, lemmas } = discourse.annotated;
  if (GOING_ON.test(lemmas[heads[i]!] ?? "")) return null;
  const near = nearReferents(discourse, i);
  if (near.has(meant)) return null;
  const best = ranked[0]!.score * FARTHER;
  const isNoticed = (one: Seen) => one.quotation < 0 && one.weight >= NOTICED && agrees(pronoun, one);
  return (
    ranked.find(({ referent, score }) => near.get(referent)?.some(isNoticed) && score > best * CLOSE)?.referent ?? null
  );
}

/** Whom this sentence, before the pronoun, or the one before tells of, with the mentions. */
export function nearReferents({ annotated, seen }: Discourse, i: number): Map<Referent, Seen[]> {
  const near = new Map<Referent, Seen[]>();
  for (let at = seen.length - 1; at >= 0 && annotated.sentenceOf[i]! - seen[at]!.sentence <= 1; at--) {
    const one = seen[at]!;
    if (one.token < i) near.set(one.referent, [...(near.get(one.referent) ?? []), one]);
  }
  return near;
}

/** Whether the sentence before tells of the one first of all; for a quotation's speaker, as somebody who speaks. */
export function isTopic(
  discourse: Discourse,
  i: number,
  referent: Referent,
  verbatim: StatementCandidate | undefined,
): boolean {
  const { heads, sentences, sentenceOf, tokens } = discourse.annotated;
  const { firstToken } = sentences[sentenceOf[i]!]!;
  const isAfterQuotation = verbatim === undefined && /^["“‘']/.test(tokens[firstToken]!.text) && heads[i]! >= 0;
  return (nearReferents(discourse, i).get(referent) ?? []).some(
    (one) => one.quotation < 0 && one.weight >= FOREMOST && (one.isSource || !isAfterQuotation),
  );
}

/** The weight of the subject of a clause that stands by itself. */
const FOREMOST = 3.5;

const GOING_ON = /^(?:add|continue|conclude|repeat|go)$/;
/** Of whom a sentence tells in passing, it is not about. */
const NOTICED = 1.7;

import { SPOKESPERSON_NOUNS } from "../lexicons/roles.ts";
import type { Discourse } from "./discourse.ts";
import { type PronounClass, pronounClassOf } from "./pronouns.ts";
import type { Reference, Referent } from "./referent.ts";

/** "Standing beside | Ray |, her barrister, | she | said": Ray is neither the one who says so nor the one whose barrister she is. */
export function othersByGrammar({ annotated, mentions, nameAt }: Discourse, i: number): ReadonlySet<Referent> {
  const { heads, deprels, children, xpos } = annotated;
  const head = heads[i]!;
  const named: number[] = [];
  if (deprels[i] === "nmod:poss" && head >= 0 && deprels[head] === "appos") named.push(heads[head]!);
  if (head >= 0 && /^nsubj/.test(deprels[i]!)) {
    for (const beside of children[head]!) {
      if (beside > i || xpos[beside] !== "VBG" || deprels[beside] !== "advcl") continue;
      named.push(...children[beside]!.filter((child) => /^(?:obl|obj)/.test(deprels[child]!)));
    }
  }
  const references = named.map((token) => mentions[nameAt[token] ?? -1]?.reference);
  return new Set(references.flatMap((one) => (one?.kind === "referent" ? [one.referent] : [])));
}

/**
 * "His press secretary, Ann Ray, said | he | hopes to come": the one she speaks for, where he is told of; undefined where he is not,
 * null for any other pronoun.
 */
export function patronOf(
  { annotated, referenceAt }: Discourse,
  i: number,
  pronoun: PronounClass,
): Reference | undefined | null {
  const { deprels, heads, children, tokens, lemmas } = annotated;
  if ((pronoun !== "he" && pronoun !== "she") || !/^nsubj/.test(deprels[i]!)) return null;
  let verb = heads[i]!;
  while (verb >= 0 && deprels[verb] === "xcomp") verb = heads[verb]!;
  if (verb < 0 || deprels[verb] !== "ccomp" || heads[verb]! < 0) return null;
  const speaker = children[heads[verb]!]!.find((child) => deprels[child] === "nsubj" && child < i);
  if (speaker === undefined || !(SPOKESPERSON_NOUNS.has(lemmas[speaker]!) || FOR_OTHERS.test(lemmas[speaker]!)))
    return null;
  const owner = children[speaker]!.find((child) => deprels[child] === "nmod:poss" && child < speaker);
  if (owner === undefined || pronounClassOf(tokens[owner]!.text) !== pronoun) return null;
  return referenceAt.get(owner);
}

const FOR_OTHERS = /^(?:secretary|lawyer|solicitor|barrister|attorney|agent|aide|office|counsel|representative)$/;

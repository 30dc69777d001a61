import type { AnnotatedReport } from "../../annotate/layers.ts";
import { subtreeOf } from "../../annotate/tree.ts";
import { MEDIUM_BY_VERB, MEDIUM_BY_WORD } from "../../lexicons/media.ts";
import type { Medium } from "../candidates.ts";
import { lemmaOfCase } from "./predicates.ts";

const AUTHORED = new Set<Medium>(["letter", "statement", "report", "sign", "spokesperson", "social"]);

/** Through what the words came, where the sentence says so: by the source, the verb, the one told, or "in a letter". */
export function mediumOf(
  annotated: AnnotatedReport,
  predicate: number,
  source: readonly [number, number] | null,
  sourceHead: number | null,
  addressee: number | null,
): Medium | null {
  const { lemmas, tokens } = annotated;
  if (sourceHead !== null) {
    const bySource = mediumOfNoun(annotated, sourceHead);
    if (bySource !== null && AUTHORED.has(bySource)) return bySource;
    if (source !== null) {
      for (let token = source[0]; token <= source[1]; token++) {
        if (MEDIUM_BY_WORD.get(tokens[token]!.text.toLowerCase()) === "spokesperson") return "spokesperson";
      }
    }
  }
  const byVerb = MEDIUM_BY_VERB.get(lemmas[predicate]!);
  if (byVerb !== undefined) return byVerb;
  for (const child of annotated.children[predicate]!) {
    const deprel = annotated.deprels[child]!;
    if (deprel !== "obl" && deprel !== "advmod" && deprel !== "nmod") continue;
    if (!["in", "on", "at", "during", "via", "by", "through", "after"].includes(lemmaOfCase(annotated, child)))
      continue;
    const medium = mediumOfPhrase(annotated, child);
    if (medium !== null) return medium;
  }
  if (addressee !== null) {
    const told = mediumOfNoun(annotated, addressee);
    if (told === "court") return "court";
  }
  return null;
}

function mediumOfPhrase(annotated: AnnotatedReport, head: number): Medium | null {
  const lemma = annotated.lemmas[head]!.toLowerCase();
  if (lemma === "conference") {
    const words = subtreeOf(annotated, head).map((token) => annotated.lemmas[token]!.toLowerCase());
    return words.includes("press") || words.includes("news") ? "press-conference" : null;
  }
  return mediumOfNoun(annotated, head);
}

function mediumOfNoun(annotated: AnnotatedReport, head: number): Medium | null {
  return (
    MEDIUM_BY_WORD.get(annotated.lemmas[head]!.toLowerCase()) ??
    MEDIUM_BY_WORD.get(annotated.tokens[head]!.text.toLowerCase()) ??
    null
  );
}

import { firstTokenFrom } from "../annotate/first-token-from.ts";
import type { StatementCandidate } from "../extract/candidates.ts";
import type { Span } from "../text/span.ts";
import type { Discourse } from "./discourse.ts";
import { subjectOf } from "./documents.ts";
import type { PronounClass } from "./pronouns.ts";
import type { Referent } from "./referent.ts";

/** Sentences to look back; a paragraph can be as long as the report. */
const NEAR = 5;

/** By the head of a source, whom its quotations name: few speak of themselves by name. Who is named in words told on, may be. */
export function namesInQuotations(
  { annotated, nameAt, mentions }: Discourse,
  statements: readonly StatementCandidate[],
): Map<number, ReadonlySet<Referent>> {
  const inner = new Uint8Array(annotated.tokens.length);
  const tokensOf = (span: Span) => {
    const found: number[] = [];
    for (let i = firstTokenFrom(annotated, span.start); i < inner.length && annotated.tokens[i]!.start < span.end; i++)
      found.push(i);
    return found;
  };
  for (const { depth, parts } of annotated.quotations)
    if (depth > 0) for (const part of parts) for (const i of tokensOf(part)) inner[i] = 1;
  const namedBy = new Map<number, Set<Referent>>();
  for (const { form, sourceHead, content } of statements) {
    if (form !== "direct" || sourceHead === null) continue;
    const named = namedBy.get(sourceHead) ?? new Set();
    namedBy.set(sourceHead, named);
    for (const i of content.flatMap(tokensOf)) {
      const reference = inner[i] === 1 ? undefined : mentions[nameAt[i]!]?.reference;
      if (reference?.kind === "referent") named.add(reference.referent);
    }
  }
  return namedBy;
}

/** Whether "he" would mean a body, whose spokesman was not heard in the sentence before. */
export function isSpokesmanOfOld(
  { annotated, seen }: Discourse,
  i: number,
  pronoun: PronounClass,
  referent: Referent,
): boolean {
  if ((pronoun !== "he" && pronoun !== "she") || isHuman(referent)) return false;
  for (let at = seen.length - 1; at >= 0 && annotated.sentenceOf[i]! - seen[at]!.sentence <= 1; at--) {
    const one = seen[at]!;
    if (one.referent === referent && one.human && one.isSource) return false;
  }
  return true;
}

/**
 * "Norvex made no choice. “It will be close,” he said.": what a paragraph tells of by one word, and the annotator takes for a
 * body, may be the person, where the paragraph does not tell of the one that "he" would mean.
 */
export function personTakenForBody({ annotated, seen }: Discourse, i: number, meant: Referent): Referent | null {
  const { sentences, sentenceOf, deprels, upos } = annotated;
  const { paragraph } = sentences[sentenceOf[i]!]!;
  let found: Referent | null = null;
  for (let at = seen.length - 1; at >= 0; at--) {
    const { referent, token, quotation, sentence } = seen[at]!;
    if (sentences[sentence]!.paragraph !== paragraph || sentenceOf[i]! - sentence > NEAR) break;
    if (token >= i || quotation >= 0) continue;
    if (referent === meant && upos[token] !== "PRON") return null;
    const isBody = referent.kind === "organisation" || referent.kind === "other";
    if (isBody && referent.named && deprels[token] === "nsubj" && /^\p{Lu}[\p{Ll}’'-]+$/u.test(referent.name))
      found = referent;
  }
  return found;
}

/** "The council refused their request": who answers an asking is not the one whose asking it is. */
export function answererOf({ annotated, referenceAt, mentions, nameAt }: Discourse, i: number): Referent | null {
  const { deprels, heads, lemmas } = annotated;
  const asking = heads[i]!;
  if (deprels[i] !== "nmod:poss" || asking < 0 || !ASKINGS.has(lemmas[asking]!)) return null;
  const verb = heads[asking]!;
  if (verb < 0 || !ANSWERING.has(lemmas[verb]!)) return null;
  const subject = subjectOf(annotated, verb);
  if (subject < 0) return null;
  const reference = referenceAt.get(subject) ?? mentions[nameAt[subject]!]?.reference;
  return reference?.kind === "referent" ? reference.referent : null;
}

const ASKINGS: ReadonlySet<string> = new Set(
  "request plea appeal call demand petition letter invitation bid application question offer complaint".split(" "),
);
const ANSWERING: ReadonlySet<string> = new Set(
  "answer refuse reject turn decline ignore grant accept heed dismiss rebuff deny respond reply acknowledge consider receive spurn meet".split(
    " ",
  ),
);

/** "Asked by Ada Moon why she had gone, | she | said": whoever asks is not who answers. */
export function askersBefore({ annotated, nameAt, mentions }: Discourse, i: number): ReadonlySet<Referent> {
  const { heads, children, deprels, lemmas, tokens } = annotated;
  const askers = new Set<Referent>();
  const verb = heads[i]!;
  if (verb < 0 || !deprels[i]!.startsWith("nsubj")) return askers;
  for (const asked of children[verb]!) {
    if (asked > i || deprels[asked] !== "advcl" || !/^(?:ask|question|press|challenge|quiz)$/.test(lemmas[asked]!))
      continue;
    if (tokens[asked + 1]?.text.toLowerCase() !== "by") continue;
    for (let at = asked + 2; at < i && !ASKING_WORD.test(tokens[at]!.text); at++) {
      const reference = mentions[nameAt[at]!]?.reference;
      if (reference?.kind === "referent") askers.add(reference.referent);
    }
  }
  return askers;
}

const ASKING_WORD = /^(?:whether|if|why|how|what|when|who|where|which|to|about)$/i;

export function isHuman({ kind }: Referent): boolean {
  return kind === "person" || kind === "individual";
}

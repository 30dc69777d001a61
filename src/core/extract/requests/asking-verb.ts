import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isNegated } from "../../annotate/negation.ts";
import { subtreeOf } from "../../annotate/tree.ts";
import { ASKING_VERBS } from "../../lexicons/request-words.ts";
import type { Span } from "../../text/span.ts";
import {
  agentOf,
  antecedentOf,
  childrenOf,
  firstDependent,
  headOf,
  isPassive,
  lemmaOf,
  patientOf,
  phraseSpan,
  prepositionOf,
  relationOf,
  spanOfTokens,
  subjectOf,
  whomOf,
  wordOf,
} from "../events/grammar.ts";
import { readByOrder } from "./asking-by-order.ts";
import type { Party } from "./parties.ts";

/** Who asks whom for what, by the syntax of one asking verb. */
export interface AskingVerb {
  readonly asker: Party | null;
  readonly asked: Party | null;
  readonly about: Span | null;
  /** Asks for something to be done: has an infinitive, "that …" or "for …". */
  readonly forDeed: boolean;
}

const TOWARDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["call", new Set(["on", "upon"])],
  ["appeal", new Set(["to"])],
  ["plead", new Set(["with"])],
  ["apply", new Set(["to"])],
  ["request", new Set(["from"])],
  ["seek", new Set(["from"])],
  ["demand", new Set(["from", "of"])],
]);

/**
 * > | The board has asked the mayor to close the road.
 *     ^^^^^^^^^ asker     ^^^^^^^^^ asked ^^^^^^^^^^^^^^^ about
 */
export function readAskingVerb(annotated: AnnotatedReport, verb: number): AskingVerb | null {
  const lemma = lemmaOf(annotated, verb);
  if (!ASKING_VERBS.has(lemma)) return null;
  const passive = isPassive(annotated, verb);
  const asker = passive ? agentOf(annotated, verb) : subjectOf(annotated, verb);
  const clause = deedOf(annotated, verb);
  const forPhrase = childrenOf(annotated, verb).find(
    (child) => child > verb && relationOf(annotated, child) === "obl" && prepositionOf(annotated, child) === "for",
  );
  const found = passive ? patientOf(annotated, verb) : askedBy(annotated, verb, lemma, clause ?? forPhrase ?? null);
  // "the minister, whom it has asked to visit"
  const asked = found === null ? null : antecedentOf(annotated, found, verb);
  const object = firstDependent(annotated, verb, "obj");
  const ordered = passive || clause !== null ? null : readByOrder(annotated, verb);
  if (ordered !== null)
    return { asker: partyOf(annotated, openingParty(annotated, verb) ?? asker), ...ordered, forDeed: true };
  const what = clause ?? forPhrase ?? (object !== asked ? object : null);
  return {
    asker: partyOf(annotated, asker),
    asked: partyOf(annotated, asked),
    about: what === null ? null : spanOfDeed(annotated, what, asked),
    forDeed: clause !== null || forPhrase !== undefined,
  };
}

/** "The Guild, whose president …, has invited": the phrase that opens the sentence, where the verb follows an insertion. */
function openingParty(annotated: AnnotatedReport, verb: number): number | null {
  const { firstToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  let before = verb - 1;
  while (before > firstToken && /^(?:AUX|ADV)$/.test(annotated.upos[before] ?? "")) before--;
  if (wordOf(annotated, before) !== ",") return null;
  let head: number | null = null;
  for (let token = firstToken; token < before && wordOf(annotated, token) !== ","; token++) {
    const upos = annotated.upos[token] ?? "";
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(upos)) return upos === "ADP" && head !== null ? head : null;
    if (upos === "NOUN" || upos === "PROPN") head = token;
  }
  return head;
}

function partyOf(annotated: AnnotatedReport, head: number | null): Party | null {
  return head === null ? null : { span: phraseSpan(annotated, head), head };
}

/** "to close the road", "that it be closed": not a question. */
function deedOf(annotated: AnnotatedReport, verb: number): number | null {
  const object = firstDependent(annotated, verb, "obj", "iobj", "obl");
  for (const holder of [verb, object ?? -1]) {
    if (holder < 0) continue;
    for (const child of childrenOf(annotated, holder)) {
      if (child < verb || !["xcomp", "advcl", "ccomp", "parataxis", "acl"].includes(relationOf(annotated, child)))
        continue;
      const marks = childrenOf(annotated, child).filter((mark) => relationOf(annotated, mark) === "mark");
      if (
        marks.some((mark) => /^(?:to|that)$/.test(wordOf(annotated, mark))) &&
        !marks.some((mark) => /^(?:if|whether)$/.test(wordOf(annotated, mark)))
      )
        return child;
    }
  }
  return null;
}

function askedBy(annotated: AnnotatedReport, verb: number, lemma: string, what: number | null): number | null {
  const towards = TOWARDS.get(lemma);
  if (towards !== undefined) {
    const phrase = childrenOf(annotated, verb).find(
      (child) => relationOf(annotated, child) === "obl" && towards.has(prepositionOf(annotated, child) ?? ""),
    );
    if (phrase !== undefined || lemma !== "request") return phrase ?? null;
  }
  const indirect = firstDependent(annotated, verb, "iobj") ?? whomOf(annotated, verb);
  if (indirect !== null) return indirect;
  const object = firstDependent(annotated, verb, "obj");
  return object !== null && object !== what && (what !== null || annotated.upos[object] === "PROPN") ? object : null;
}

/** The unbroken words of what is asked for, from "to", "that" or "for" on; the asked are no part of it. */
export function spanOfDeed(annotated: AnnotatedReport, head: number, asked: number | null): Span {
  const tokens = subtreeOf(annotated, head).filter((token) => asked === null || token > asked || head < asked);
  let first = tokens.findIndex((token) => annotated.upos[token] !== "PUNCT");
  if (first < 0) first = 0;
  const start = tokens[first] ?? head;
  let last = start;
  for (const token of tokens.slice(first)) {
    if (token > last + 1) break;
    last = token;
  }
  while (last > start && annotated.upos[last] === "PUNCT") last--;
  return spanOfTokens(annotated, start, Math.max(last, start) + 1);
}

/** The verb of a run of tokens that asks, the last if there are several ("has called on"). */
export function askingVerbAmong(annotated: AnnotatedReport, tokens: readonly number[]): number | null {
  return (
    tokens.findLast((token) => annotated.upos[token] === "VERB" && ASKING_VERBS.has(lemmaOf(annotated, token))) ?? null
  );
}

export function isNegatedVerb(annotated: AnnotatedReport, verb: number): boolean {
  if (isNegated(annotated, verb)) return true;
  const head = headOf(annotated, verb);
  return (
    head >= 0 && relationOf(annotated, verb) === "xcomp" && /^(?:refuse|decline|fail)$/.test(lemmaOf(annotated, head))
  );
}

import type { AnnotatedReport } from "../annotate/layers.ts";
import type { Gender } from "../lexicons/titles.ts";
import type { Referent } from "./referent.ts";

/** One mention that a later pronoun or description may mean. */
export interface Seen {
  readonly referent: Referent;
  readonly token: number;
  readonly sentence: number;
  /** Index of the outermost quotation it stands in, or -1. */
  readonly quotation: number;
  /** How much its place in the sentence makes it the topic. */
  readonly weight: number;
  /** True for the words that name a speaker. */
  readonly isSource: boolean;
  /** A spokesperson is a person whose words are the body's: "he" may follow. */
  readonly human: boolean;
  /** True inside the words that somebody is reported to say: spoken of, not speaking. */
  readonly inContent: boolean;
  /** True for "the organisers", which nobody then calls "the group". */
  readonly plural: boolean;
  readonly gender: Gender | null;
}

export interface Search {
  readonly token: number;
  readonly sentence: number;
  readonly quotation: number;
  readonly isSource: boolean;
  readonly agrees: (seen: Seen) => boolean;
  /** Sentences to look back. */
  readonly window: number;
  /** What the weight of a mention is multiplied by for each sentence between. */
  readonly decay: number;
  /** What the score of a mention is multiplied by for what it is: 1 when nothing is known against it. */
  readonly preference?: (seen: Seen) => number;
  /** For descriptions of one body: mentions as several people count less, those in the same surroundings more. */
  readonly singular?: boolean;
}

export interface Ranked {
  readonly referent: Referent;
  readonly score: number;
}

const MOST_MENTIONS = 80;

/** Referents that the search may mean, best first. Looks at the last mentions only, so its cost is bounded. */
export function rankAntecedents(annotated: AnnotatedReport, seen: readonly Seen[], search: Search): readonly Ranked[] {
  const best = new Map<Referent, { max: number; sum: number }>();
  const governor = speechSubject(annotated, search.token);
  let looked = 0;
  for (let i = seen.length - 1; i >= 0 && looked < MOST_MENTIONS; i--) {
    const one = seen[i]!;
    if (one.token >= search.token) continue;
    const distance = search.sentence - one.sentence;
    if (distance > search.window) break;
    looked++;
    if (!search.agrees(one) || sharesClause(annotated, one.token, search.token)) continue;
    let score = one.weight * search.decay ** distance;
    if (one.quotation !== search.quotation) score *= one.quotation >= 0 ? 0.2 : 0.8;
    if (one.isSource && search.isSource) score *= 1.5;
    if (one.inContent && search.isSource) score *= 0.6;
    score *= search.preference?.(one) ?? 1;
    if (search.singular && one.plural) score *= 0.3;
    if (search.singular && isParallel(annotated, one.token, search.token)) score *= 1.5;
    if (governor >= 0 && one.token === governor) score *= 1.8;
    const before = best.get(one.referent);
    if (before === undefined) best.set(one.referent, { max: score, sum: score });
    else {
      before.max = Math.max(before.max, score);
      before.sum += score;
    }
  }
  return [...best]
    .map(([referent, { max, sum }]) => ({ referent, score: max + 0.25 * Math.min(sum - max, max) }))
    .sort((a, b) => b.score - a.score || a.referent.index - b.referent.index);
}

/** Grammar's share in what a sentence is about, after the subject > object > oblique order of centering theory. */
export function weightOf(annotated: AnnotatedReport, token: number): number {
  const { heads, deprels } = annotated;
  let at = token;
  let factor = 1;
  for (let depth = 0; depth < 6; depth++) {
    const deprel = deprels[at]!;
    if (deprel === "conj") factor *= 0.9;
    else if (deprel === "appos") factor *= 0.95;
    else if (deprel !== "flat" && !deprel.startsWith("flat:") && deprel !== "nmod:desc") break;
    const head = heads[at]!;
    if (head < 0) break;
    at = head;
  }
  return factor * relationWeight(annotated, at);
}

function relationWeight(annotated: AnnotatedReport, at: number): number {
  const { deprels, heads } = annotated;
  switch (deprels[at]) {
    case "nsubj":
      return 4 * clauseWeight(annotated, heads[at]!);
    case "nsubj:pass":
      return 3.7 * clauseWeight(annotated, heads[at]!);
    case "root":
    case "parataxis":
      return 3;
    case "obl:agent":
      return 2.6;
    case "obj":
    case "iobj":
      return 2.3;
    case "obl":
      return 1.8;
    case "nmod:poss":
      return 1.5;
    case "nmod":
      return 1.3;
    case "compound":
      return 0.9;
    default:
      return 1.2;
  }
}

function clauseWeight(annotated: AnnotatedReport, verb: number): number {
  let at = verb;
  for (let depth = 0; depth < 4 && at >= 0; depth++) {
    const deprel = annotated.deprels[at]!;
    if (deprel === "root" || deprel === "parataxis") return 1;
    if (deprel === "conj") {
      at = annotated.heads[at]!;
      continue;
    }
    return deprel === "ccomp" ? 0.8 : deprel === "advcl" || deprel === "xcomp" ? 0.7 : 0.55;
  }
  return 0.6;
}

/** Two arguments of one verb are two different things: in "Ray told him", "him" is not Ray. */
function sharesClause(annotated: AnnotatedReport, other: number, pronoun: number): boolean {
  const { heads, deprels } = annotated;
  if (deprels[pronoun] === "nmod:poss" || !isArgument(deprels[pronoun]!)) return false;
  return heads[pronoun]! >= 0 && heads[other] === heads[pronoun] && isArgument(deprels[other]!);
}

/** "in support of River Action … in support of the group": same preposition under the same word. */
function isParallel(annotated: AnnotatedReport, a: number, b: number): boolean {
  const { heads, lemmas, deprels } = annotated;
  const [headA, headB] = [heads[a]!, heads[b]!];
  return headA >= 0 && headB >= 0 && deprels[a] === deprels[b] && lemmas[headA] === lemmas[headB];
}

function isArgument(deprel: string): boolean {
  return /^(?:nsubj|obj|iobj|obl)/.test(deprel);
}

/** For the subject of a reported clause ("Ray said she …"): the subject of the clause that reports it, or -1. */
function speechSubject(annotated: AnnotatedReport, pronoun: number): number {
  const { heads, deprels, children } = annotated;
  if (!/^nsubj/.test(deprels[pronoun]!) && deprels[pronoun] !== "nmod:poss") return -1;
  let at = heads[pronoun]!;
  for (let depth = 0; depth < 4 && at >= 0; depth++) {
    if (deprels[at] === "ccomp" || deprels[at] === "xcomp" || deprels[at] === "advcl") {
      const governor = heads[at]!;
      const subject = children[governor]?.find((child) => /^nsubj/.test(deprels[child]!));
      return subject !== undefined && subject < pronoun ? subject : -1;
    }
    at = heads[at]!;
  }
  return -1;
}

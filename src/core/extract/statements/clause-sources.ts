import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf } from "../../annotate/tree.ts";
import { isEmptyIt } from "./predicates.ts";
import type { QuoteMap } from "./quote-map.ts";
import { sourceTokens } from "./spans.ts";

export interface ClauseSource {
  readonly source: readonly [number, number] | null;
  readonly sourceHead: number | null;
}

/**
 * Who speaks where the words found for it belong to the clause around the cue's: its own subject, or nobody for an "it" that
 * means nothing. Null where they may well be right.
 *
 * > | Ray recalled the pilot telling passengers …
 *                  ^^^^^^^^^
 * > | It felt like an hour before the captain came on and said …
 */
export function readClauseSource(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  predicate: number,
  cue: readonly [number, number],
  source: readonly [number, number],
): ClauseSource | null {
  const [first, last] = source;
  const governor = annotated.heads[first]!;
  const felt = governor < 0 ? null : childOf(annotated, governor, "nsubj", "expl");
  // "For Ray, it felt …": neither "it" nor Ray.
  const isFelt =
    first === felt || (felt !== null && annotated.deprels[first] === "obl" && last < felt && felt < predicate);
  if (isFelt && governor !== predicate && isEmptyIt(annotated, felt, governor))
    return { source: null, sourceHead: null };
  const owner = ownerOfNoun(annotated, predicate, source);
  if (owner !== null)
    return { source: sourceTokens(annotated, quotes, { head: owner, how: "own" }, cue), sourceHead: owner };
  const asked = subjectBehindWhom(annotated, predicate, source);
  if (asked !== null)
    return { source: sourceTokens(annotated, quotes, { head: asked, how: "own" }, cue), sourceHead: asked };
  const own = childOf(annotated, predicate, "nsubj");
  if (own === null || own <= last || own > predicate || quotes.at[own] !== quotes.at[predicate]) return null;
  // "She passed on a message that read": its words, not hers.
  const isRelative = /^(which|that)$/.test(annotated.lemmas[own]!);
  if (isRelative && own === predicate - 1 && annotated.lemmas[predicate] === "read" && annotated.xpos[last] === "PRP")
    return { source: [own, own], sourceHead: own };
  if (isRelative || /^(who|what|it)$/.test(annotated.lemmas[own]!)) return null;
  const outer = outerSubject(annotated, predicate);
  if (outer === null || outer < first || outer > last) return null;
  return { source: sourceTokens(annotated, quotes, { head: own, how: "own" }, cue), sourceHead: own };
}

/** "the minister, whom residents have asked to go": residents ask, whatever stands before "whom". */
function subjectBehindWhom(
  { children, deprels, tokens }: AnnotatedReport,
  predicate: number,
  [first]: readonly [number, number],
): number | null {
  const whom = children[predicate]!.find((child) => tokens[child]!.text.toLowerCase() === "whom");
  if (whom === undefined || first > whom) return null;
  const subject = children[predicate]!.find((child) => child > whom && child < predicate && deprels[child] === "nsubj");
  return subject ?? null;
}

/** "He took up the midwives' invitation": whose noun it is, where the words found stand elsewhere. */
function ownerOfNoun(
  { upos, tokens }: AnnotatedReport,
  predicate: number,
  [first, last]: readonly [number, number],
): number | null {
  const mark = tokens[predicate - 1];
  const owner = predicate - 2;
  if (upos[predicate] !== "NOUN" || !/^[’']s?$/.test(mark?.text ?? "") || (owner >= first && owner <= last))
    return null;
  return /^(?:NOUN|PROPN)$/.test(upos[owner] ?? "") ? owner : null;
}

/** The subject of the verb whose clause holds the verb's, or null. */
function outerSubject(annotated: AnnotatedReport, verb: number): number | null {
  const { deprels, heads, xpos } = annotated;
  let at = verb;
  for (let depth = 0; depth < 4; depth++) {
    const inside = /^(ccomp|xcomp)$/.test(deprels[at]!) || (deprels[at] === "advcl" && xpos[at] === "VBG");
    at = heads[at]!;
    if (!inside || at < 0) return null;
    const subject = childOf(annotated, at, "nsubj");
    if (subject !== null) return subject;
  }
  return null;
}

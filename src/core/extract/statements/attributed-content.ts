import type { AnnotatedReport } from "../../annotate/layers.ts";
import { runsOf } from "../../annotate/tree.ts";
import type { QuoteMap, TokenQuotation } from "./quote-map.ts";

/**
 * Content words as an annotator gives them, made to obey what is certain: a quotation outside of which the cue stands is
 * taken whole or not at all; words in other sentences than the cue's are content only when they are quoted; and a run
 * does not end in the middle of a phrase.
 */
export function obeyStructure(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  content: readonly number[],
  cue: readonly [number, number],
): number[] {
  const home = annotated.sentenceOf[cue[0]]!;
  const inside = new Set(content);
  const kept = new Set<number>();
  const judged = new Map<number, boolean>();
  for (const token of content) {
    const quotation = quotes.outermost[quotes.at[token]!];
    if (quotation === undefined || quotes.at[token] === quotes.at[cue[0]]) {
      if (annotated.sentenceOf[token] === home) kept.add(token);
      continue;
    }
    const taken = judged.get(quotation.index) ?? coversMost(annotated, quotation, inside);
    judged.set(quotation.index, taken);
    if (taken) for (const { first, last } of quotation.parts) for (let at = first; at <= last; at++) kept.add(at);
  }
  const blocked = (token: number) => token >= cue[0] && token <= cue[1];
  for (const [, last] of runsOf([...kept].sort((a, b) => a - b))) {
    for (
      let next = last + 1;
      endsInPhrase(annotated, next, last) && !blocked(next) && quotes.at[next] === quotes.at[last];
      next++
    )
      kept.add(next);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Half of the quotation's words, or all of its last words. */
function coversMost(annotated: AnnotatedReport, { parts }: TokenQuotation, content: ReadonlySet<number>): boolean {
  let words = 0;
  let covered = 0;
  for (const { first, last } of parts) {
    for (let token = first; token <= last; token++) {
      if (annotated.upos[token] === "PUNCT") continue;
      words++;
      if (content.has(token)) covered++;
    }
  }
  return covered * 2 > words;
}

const PHRASE = /^(det|amod|compound|flat|nummod|case|aux|aux:pass|cop|nmod:poss|fixed|compound:prt|obj|mark)$/;

/** Whether the word after a run belongs to a phrase that the run has begun. */
function endsInPhrase({ heads, deprels, sentenceOf }: AnnotatedReport, next: number, last: number): boolean {
  if (next >= heads.length || sentenceOf[next] !== sentenceOf[last]) return false;
  const opens = heads[last]! >= next && PHRASE.test(deprels[last]!);
  const continues = heads[next] === last && PHRASE.test(deprels[next]!);
  return opens || continues;
}

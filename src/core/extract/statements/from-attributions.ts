import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport, Attribution } from "../../annotate/layers.ts";
import type { Span } from "../../text/span.ts";
import { quotationsIn } from "./according-to.ts";
import { obeyStructure } from "./attributed-content.ts";
import type { StatementDraft } from "./draft.ts";
import { allReadings, draftsOfPredicate } from "./from-predicates.ts";
import { headOfPhrase, personNamedLast } from "./phrase-head.ts";
import type { Reading } from "./predicates.ts";
import type { QuoteMap } from "./quote-map.ts";
import { nameKinds } from "./score.ts";
import { contentSpans } from "./spans.ts";

/** Attributions less sure than this make no statement by themselves. */
const SURE_ALONE = 0.55;
/** What a draft from syntax and an attribution with the same cue must reach on average. */
const SURE_TOGETHER = 0.4;
/** How sure a draft from syntax is taken to be of when no attribution has its cue. */
const UNSEEN = 0.12;
/** Log odds that a clause of the syntax has ahead of other words as content: its edges are cleaner. */
const CLAUSE = 12;

/**
 * Joins what syntax and the annotator's attributions say: the annotator has the word on what is a cue and who is
 * speaking; the content is the clause or quotation that fits its odds best, or its own words where none does.
 */
export function joinAttributions(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  drafts: readonly StatementDraft[],
): StatementDraft[] {
  const { attributions } = annotated;
  if (attributions === null) return [...drafts];
  const nameKindOf = nameKinds(annotated);
  const readings = new Map<number, Reading[]>();
  for (const reading of allReadings(annotated, quotes)) {
    const own = readings.get(reading.predicate);
    if (own === undefined) readings.set(reading.predicate, [reading]);
    else own.push(reading);
  }
  const left = new Set(attributions);
  const byCue = new Map(attributions.flatMap((one) => one.cue.map((token) => [token, one] as const)));
  const joined = drafts.flatMap((draft) => {
    const same = cueTokensOf(draft)
      .map((token) => byCue.get(token))
      .find((one) => one !== undefined && left.has(one));
    if (same !== undefined) left.delete(same);
    const confidence = (draft.confidence + (same?.confidence ?? UNSEEN)) / 2;
    if (confidence < SURE_TOGETHER) return [];
    if (same === undefined) return [{ ...draft, confidence }];
    return toDraft(same, [draft, ...draftsOf(same)], confidence) ?? [];
  });
  const alone = [...left].flatMap((one) =>
    one.confidence < SURE_ALONE ? [] : (toDraft(one, draftsOf(one), one.confidence) ?? []),
  );
  return [...joined, ...alone];

  function draftsOf({ cue }: Attribution): StatementDraft[] {
    const own: Reading[] = cue.flatMap((token) => readings.get(token) ?? []);
    return draftsOfPredicate(annotated, quotes, own, nameKindOf);
  }

  function toDraft(
    attribution: Attribution,
    candidates: readonly StatementDraft[],
    confidence: number,
  ): StatementDraft | null {
    const own = draftOf(annotated, quotes, attribution);
    let best: StatementDraft | null = own;
    let top = own === null ? -8 : oddsOf(annotated, attribution, own.content);
    for (const candidate of candidates) {
      const value = oddsOf(annotated, attribution, candidate.content) + CLAUSE;
      if (value <= top) continue;
      top = value;
      best = candidate;
    }
    if (best === null) return null;
    const { act, medium } = attribution;
    return {
      ...best,
      ...(own?.source && { source: own.source, sourceHead: own.sourceHead }),
      cue: own?.cue ?? best.cue,
      act,
      medium: best.medium ?? medium,
      alleged: act === "allegation",
      confidence: Math.round(confidence * 100) / 100,
    };
  }
}

/** Sum of the odds of all words in the spans. */
function oddsOf(annotated: AnnotatedReport, { contentOdds }: Attribution, content: readonly Span[]): number {
  let sum = 0;
  for (const { start, end } of content) {
    for (let token = firstTokenFrom(annotated, start); (annotated.tokens[token]?.start ?? end) < end; token++)
      sum += contentOdds.odds[token - contentOdds.first] ?? 0;
  }
  return sum;
}

/** The predicate, then every word of the cue. */
function cueTokensOf({ cue: [first, last], predicate }: StatementDraft): number[] {
  return [predicate, ...Array.from({ length: last - first + 1 }, (_, i) => first + i)];
}

/** The attribution's own words as a draft; null when they leave no content. */
function draftOf(annotated: AnnotatedReport, quotes: QuoteMap, attribution: Attribution): StatementDraft | null {
  const { cue: cueWords, content, act, medium, confidence } = attribution;
  const cue: [number, number] = [cueWords[0]!, cueWords.at(-1)!];
  const source = phraseOf(attribution.source);
  const addressee = phraseOf(attribution.addressee);
  const words = obeyStructure(annotated, quotes, content, cue);
  const spans = contentSpans(annotated, quotes, words, cue, source);
  if (spans.length === 0) return null;
  return {
    predicate: predicateOf(annotated, cue),
    cue,
    source,
    sourceHead: source && (personNamedLast(annotated, source) ?? headOfPhrase(annotated, source)),
    content: spans,
    quotations: quotationsIn(quotes, words),
    addresseeHead: addressee && headOfPhrase(annotated, addressee),
    act,
    medium,
    alleged: act === "allegation",
    confidence,
    producedBy: "statements/model",
  };
}

function phraseOf(words: readonly number[]): [number, number] | null {
  return words.length === 0 ? null : [words[0]!, words.at(-1)!];
}

/** The last verb of the cue, or its last noun, or its last word. */
function predicateOf({ upos }: AnnotatedReport, [first, last]: readonly [number, number]): number {
  for (const kind of ["VERB", "NOUN"])
    for (let token = last; token >= first; token--) if (upos[token] === kind) return token;
  return last;
}

import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport, Attribution } from "../../annotate/layers.ts";
import { childOf } from "../../annotate/tree.ts";
import { BODY_KINDS, COMMON_BODIES, OPEN_BODY_NOUNS, PEOPLE_NOUNS } from "../../lexicons/nominals.ts";
import { ROLE_NOUNS } from "../../lexicons/roles.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { quotationsIn } from "./according-to.ts";
import { nearestPart, obeyStructure, tearsQuotation, withoutLeadIn } from "./attributed-content.ts";
import { callsMetWith } from "./calls-met-with.ts";
import { readClauseSource } from "./clause-sources.ts";
import type { StatementDraft } from "./draft.ts";
import { allReadings, draftsOfPredicate } from "./from-predicates.ts";
import { withoutOthers, withoutTail, withSubject } from "./mended-content.ts";
import { headOfPhrase, personNamedLast } from "./phrase-head.ts";
import { PLEA } from "./pleas.ts";
import type { Reading } from "./predicates.ts";
import { type QuoteMap, runSpan, type TokenQuotation } from "./quote-map.ts";
import { RELATIVE_DENIAL } from "./relative-denials.ts";
import { nameKinds } from "./score.ts";
import { settleAct } from "./settled-acts.ts";
import { contentSpans } from "./spans.ts";

/** Attributions less sure than this make no statement by themselves. */
const SURE_ALONE = 0.65;
/** What a draft from syntax and an attribution with the same cue must reach on average. */
const SURE_TOGETHER = 0.4;
/** How sure a draft from syntax is taken to be of when no attribution has its cue. */
const UNSEEN = 0.12;
/** Log odds that a clause of the syntax has ahead of other words as content: its edges are cleaner. */
const CLAUSE = 6;

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
    // "which he denies": the order of the words is surer than the annotator's clause.
    if (draft.producedBy === RELATIVE_DENIAL || draft.producedBy === PLEA) return [{ ...draft, confidence }];
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
    let top = own === null ? -8 : oddsOf(annotated, quotes, attribution, own.content);
    for (const candidate of candidates) {
      const value = oddsOf(annotated, quotes, attribution, candidate.content) + CLAUSE;
      if (value <= top || tearsQuotation(annotated, quotes, candidate.content, candidate.cue)) continue;
      top = value;
      best = candidate;
    }
    best = candidates.map((one) => ownGoesOn(annotated, one, own)).find((one) => one !== null) ?? best;
    if (best === null) return null;
    const { medium } = attribution;
    // "said they will attend": by its form a promise, whatever the annotator makes of "said".
    const isPromise = attribution.act === "assertion" && candidates[0]?.act === "promise";
    const cue = own === null || overlapsRun(annotated, best.content, own.cue) ? best.cue : own.cue;
    const named = own?.source && readClauseSource(annotated, quotes, best.predicate, best.cue, own.source);
    const told = own?.source ? own : best;
    const met = callsMetWith(annotated, cue, told.sourceHead);
    const [source, sourceHead] = met ? [null, null] : [own?.source ?? best.source, own?.sourceHead ?? best.sourceHead];
    const led = withoutLeadIn(annotated, quotes, withPreposition(annotated, best.content, cue), cue, source);
    const tailless = withoutTail(annotated, quotes, led, cue, source);
    const mended = withoutOthers(annotated, withSubject(annotated, tailless, cue, source), cue, source);
    if (isColonApart(annotated, cue, source) || isInserted(annotated, cue, mended)) return null;
    if (source === null && isNotKnown(annotated, cue)) return null;
    if (source !== null && isThingOfNoun(annotated, best.predicate, source)) return null;
    if (sourceHead !== null && isAskedForComment(annotated, best.predicate, sourceHead)) return null;
    const thought = source !== null && sourceHead !== null && isThoughtOf(annotated, best.predicate, sourceHead);
    const read = isPromise ? "promise" : attribution.act;
    const act = met ? met.act : settleAct(annotated, read, { ...best, source, sourceHead, cue });
    return {
      ...best,
      source,
      sourceHead,
      ...(!met && named),
      ...(thought && { source: null, sourceHead: null }),
      cue,
      content: thought ? [runSpan(annotated, ...source), ...mended] : mended,
      quotations: best.quotations.filter((index) => holds(mended, quotes.outermost[index]!)),
      addresseeHead: best.addresseeHead ?? addresseeOf(annotated, attribution),
      act,
      medium: best.medium ?? medium,
      alleged: act === "allegation",
      confidence: Math.round(confidence * 100) / 100,
    };
  }
}

/**
 * "claimed | responsibility for | an action": where the annotator's content goes on after a preposition from the object that
 * syntax reads, the two are one; else null.
 */
function ownGoesOn(
  annotated: AnnotatedReport,
  draft: StatementDraft,
  own: StatementDraft | null,
): StatementDraft | null {
  const [first, ...more] = draft.content;
  const [rest, ...others] = own?.content ?? [];
  if (first === undefined || rest === undefined || more.length > 0 || others.length > 0) return null;
  const next = firstTokenFrom(annotated, first.end);
  if (annotated.upos[next] !== "ADP" || annotated.tokens[next + 1]?.start !== rest.start) return null;
  return { ...draft, content: [{ start: first.start, end: rest.end }] };
}

/** "Ray is expected to win": on nobody's word, and of her. */
function isThoughtOf(annotated: AnnotatedReport, predicate: number, head: number): boolean {
  const { lemmas, deprels, children } = annotated;
  if (!/^(?:expect|believe|think|consider|suppose|assume|regard|view|see|perceive|deem)$/.test(lemmas[predicate]!))
    return false;
  return (
    isPassiveSubject(annotated, predicate, head) &&
    !children[predicate]!.some((child) => deprels[child] === "obl:agent")
  );
}

/** "The council has been approached for comment": it is asked, and says nothing. */
function isAskedForComment(annotated: AnnotatedReport, predicate: number, head: number): boolean {
  return (
    /^(?:ask|approach|contact|reach|invite)$/.test(annotated.lemmas[predicate]!) &&
    isPassiveSubject(annotated, predicate, head)
  );
}

function isPassiveSubject(annotated: AnnotatedReport, predicate: number, head: number): boolean {
  const { deprels, heads } = annotated;
  return (
    deprels[head] === "nsubj:pass" && heads[head] === predicate && childOf(annotated, predicate, "aux:pass") !== null
  );
}

/** "Ray has something to prove: that she can win": a colon alone says only what whoever stands right before it says. */
function isColonApart(
  { tokens, upos }: AnnotatedReport,
  [first, last]: readonly [number, number],
  source: readonly [number, number] | null,
): boolean {
  if (first !== last || tokens[first]!.text !== ":" || source === null || source[1] > first) return false;
  for (let token = source[1] + 1; token < first; token++) if (/^(?:VERB|AUX)$/.test(upos[token]!)) return true;
  return false;
}

/** "It was not yet known how many were hurt": on nobody's word. */
function isNotKnown({ tokens }: AnnotatedReport, [first, last]: readonly [number, number]): boolean {
  const words = tokens.slice(Math.max(0, first - 2), last + 1).map(({ text }) => text.toLowerCase());
  return words.at(-1) === "known" && words.some((word) => word === "not" || /n[’']t$/.test(word));
}

/** "a storm warning", "a death threat": what a noun is about gives no warning; "a police warning" has a body that does. */
function isThingOfNoun(
  { upos, deprels, heads, lemmas }: AnnotatedReport,
  predicate: number,
  [, last]: readonly [number, number],
): boolean {
  const isCompound = deprels[last] === "compound" && heads[last] === predicate && last === predicate - 1;
  if (!isCompound || upos[last] !== "NOUN") return false;
  const noun = lemmas[last]!.toLowerCase();
  return ![BODY_KINDS, COMMON_BODIES, OPEN_BODY_NOUNS, PEOPLE_NOUNS, ROLE_NOUNS].some((list) => list.has(noun));
}

/** "asked the board, before it voted, to publish it": what follows the inserted clause belongs to the verb around it. */
function isInserted(
  annotated: AnnotatedReport,
  [, last]: readonly [number, number],
  content: readonly Span[],
): boolean {
  const { tokens, children, deprels } = annotated;
  const isCut = tokens[last + 1]?.text === "," && tokens[last + 2]?.text === "to";
  if (!isCut || content[0]?.start !== tokens[last + 2]!.start) return false;
  return children[last]!.some(
    (child) => deprels[child] === "mark" && /^(?:before|after|when|while|once|until|as)$/i.test(tokens[child]!.text),
  );
}

/** Whether content still has words of the quotation. */
function holds(content: readonly Span[], { quotation }: TokenQuotation): boolean {
  return content.some((span) => quotation.parts.some((part) => overlaps(span, part)));
}

/** No word is both cue and content. */
function overlapsRun(
  annotated: AnnotatedReport,
  content: readonly Span[],
  [first, last]: readonly [number, number],
): boolean {
  const run = runSpan(annotated, first, last);
  return content.some((span) => overlaps(span, run));
}

/** "pray | for calm": a preposition right after the cue that no longer belongs to it opens the content. */
function withPreposition(
  annotated: AnnotatedReport,
  content: readonly Span[],
  [, last]: readonly [number, number],
): readonly Span[] {
  const between = annotated.tokens[last + 1];
  if (between === undefined || !/^(ADP|PART)$/.test(annotated.upos[last + 1]!)) return content;
  const follows = annotated.tokens[last + 2]?.start;
  return content.map((span) => (span.start === follows ? { start: between.start, end: span.end } : span));
}

/**
 * Sum of the odds of all words in the spans, and of their first and last words as edges. Of a quotation over paragraphs
 * the part nearest to the cue counts: the rest goes with it.
 */
function oddsOf(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  { contentOdds, cue }: Attribution,
  content: readonly Span[],
): number {
  const { first, inside, begins, ends } = contentOdds;
  const nearest = new Map<number, { readonly first: number; readonly last: number }>();
  const counts = (token: number) => {
    const quotation = quotes.outermost[quotes.at[token]!];
    if (quotation === undefined || quotation.parts.length === 1) return true;
    const part = nearest.get(quotation.index) ?? nearestPart(annotated, quotation, [cue[0]!, cue.at(-1)!]);
    nearest.set(quotation.index, part);
    return token >= part.first && token <= part.last;
  };
  let sum = 0;
  for (const { start, end } of content) {
    const from = firstTokenFrom(annotated, start);
    let token = from;
    for (; (annotated.tokens[token]?.start ?? end) < end; token++) if (counts(token)) sum += inside[token - first] ?? 0;
    if (counts(from)) sum += begins[from - first] ?? 0;
    if (counts(token - 1)) sum += ends[token - 1 - first] ?? 0;
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
  const words = obeyStructure(annotated, quotes, content, cue);
  const spans = contentSpans(annotated, quotes, words, cue, source, "kept");
  if (spans.length === 0) return null;
  return {
    predicate: predicateOf(annotated, cue),
    cue,
    source,
    sourceHead: source && headOfActor(annotated, source),
    content: spans,
    quotations: quotationsIn(quotes, words),
    addresseeHead: addresseeOf(annotated, attribution),
    act,
    medium,
    alleged: act === "allegation",
    confidence,
    producedBy: "statements/model",
  };
}

function addresseeOf(annotated: AnnotatedReport, { addressee }: Attribution): number | null {
  const phrase = phraseOf(addressee);
  return phrase && headOfActor(annotated, phrase);
}

/** "the head of the police Sir Jon Ray": the person named, else the phrase's head. */
function headOfActor(annotated: AnnotatedReport, phrase: readonly [number, number]): number {
  return personNamedLast(annotated, phrase) ?? headOfPhrase(annotated, phrase);
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

import type { AnnotatedReport } from "../../annotate/layers.ts";
import { MEDIUM_BY_WORD } from "../../lexicons/media.ts";
import type { Span } from "../../text/span.ts";
import { quotationsIn } from "./according-to.ts";
import { actOfReading, phrasalAct } from "./acts.ts";
import type { StatementDraft } from "./draft.ts";
import { isQuoted } from "./features.ts";
import { mediumOf } from "./media.ts";
import { headOfPhrase, personNamedLast } from "./phrase-head.ts";
import { type Reading, readPredicates } from "./predicates.ts";
import { type QuoteMap, runSpan } from "./quote-map.ts";
import { type QuotedReading, readQuotedPredicates } from "./quoted-readings.ts";
import { nameKinds, scoreReading } from "./score.ts";
import { type Asides, contentSpans, cueTokens, sentenceAround, sourceTokens } from "./spans.ts";

/** Below this probability a reading is dropped. */
const THRESHOLD = 0.35;

/** Inside a quotation the first thing said is the quotation; what it reports in turn must be plainer. */
const THRESHOLD_IN_QUOTATION = 0.6;

/** Every reading of every predicate that could be a cue, those with a quotation first. */
export function allReadings(annotated: AnnotatedReport, quotes: QuoteMap): Reading[] {
  return [...readQuotedPredicates(annotated, quotes), ...readPredicates(annotated)].filter(
    ({ predicate, content, subject }) => {
      const home = quotes.at[predicate];
      // Words quoted from somebody cannot reach out of their quotation for content or speaker.
      if (home === -1) return true;
      return (
        content.every((token) => quotes.at[token] === home) && (subject === null || quotes.at[subject.head] === home)
      );
    },
  );
}

const ASIDES: readonly Asides[] = ["left out", "kept"];

/** Drafts of every reading of a predicate, likely or not, without and with its asides; the scores are their confidence. */
export function draftsOfPredicate(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  readings: readonly Reading[],
  nameKindOf: (token: number) => string,
): StatementDraft[] {
  const scored = readings.map((reading) => ({ reading, score: scoreReading(annotated, quotes, reading, nameKindOf) }));
  const clause = scored.filter(({ reading }) => !isQuoted(reading)).sort((a, b) => b.score - a.score)[0]?.reading;
  return scored.flatMap(({ reading, score }) =>
    ASIDES.flatMap(
      (asides) => toDraft(annotated, quotes, reading, isQuoted(reading) ? (clause ?? null) : null, score, asides) ?? [],
    ),
  );
}

/** Statements whose cue is a verb, noun or adjective: the best reading of each, when it is likely enough. */
export function draftFromPredicates(annotated: AnnotatedReport, quotes: QuoteMap): StatementDraft[] {
  const nameKindOf = nameKinds(annotated);
  const best = new Map<number, { reading: Reading; score: number }>();
  const clauses = new Map<number, { reading: Reading; score: number }>();
  for (const reading of allReadings(annotated, quotes)) {
    if (reading.content.length === 0) continue;
    const likely = isOnSign(annotated, reading) ? 0.9 : scoreReading(annotated, quotes, reading, nameKindOf);
    const score = isPhrasal(annotated, reading) ? Math.max(likely, PHRASAL) : likely;
    if (!isQuoted(reading) && score >= (clauses.get(reading.predicate)?.score ?? 0.1))
      clauses.set(reading.predicate, { reading, score });
    if (score < thresholdFor(annotated, quotes, reading)) continue;
    const earlier = best.get(reading.predicate);
    if (earlier === undefined || score > earlier.score || (isQuoted(reading) && !isQuoted(earlier.reading))) {
      if (!(earlier && isQuoted(earlier.reading) && !isQuoted(reading)))
        best.set(reading.predicate, { reading, score });
    }
  }
  const taken = strongestPerQuotation([...best.values()]);
  return [...best.values()]
    .flatMap(({ reading, score }) => {
      const chosen = isQuoted(reading) ? keepQuotations(annotated, quotes, reading, taken) : reading;
      if (chosen === null) return [];
      const clause = clauses.get(reading.predicate)?.reading ?? null;
      return [toDraft(annotated, quotes, chosen, isQuoted(chosen) ? clause : null, score, "left out")];
    })
    .filter((draft) => draft !== null)
    .sort((a, b) => a.predicate - b.predicate);
}

const PHRASAL = 0.5;

/** "turned down the request", "threw out the claim": the open data that the weights learn from hold few of them. */
function isPhrasal(annotated: AnnotatedReport, { predicate, kind, subject }: Reading): boolean {
  return kind === "object" && subject !== null && phrasalAct(annotated, predicate) !== null;
}

/** Words printed on a sign, banner or leaflet are there whatever the verb: "placards reading “…”". */
function isOnSign(annotated: AnnotatedReport, reading: Reading): boolean {
  return (
    isQuoted(reading) &&
    reading.side === "before" &&
    reading.subject !== null &&
    MEDIUM_BY_WORD.get(annotated.lemmas[reading.subject.head]!) === "sign"
  );
}

function thresholdFor(annotated: AnnotatedReport, quotes: QuoteMap, reading: Reading): number {
  if (quotes.at[reading.predicate] === -1) return THRESHOLD;
  const own = reading.subject !== null && /^(I|we)$/i.test(annotated.lemmas[reading.subject.head]!);
  return own && PERFORMED.has(actOfReading(annotated, reading)) ? THRESHOLD : THRESHOLD_IN_QUOTATION;
}

/** What a quoted speaker does by saying so: "we urge you", "I refuse". */
const PERFORMED: ReadonlySet<string> = new Set(["request", "refusal", "denial", "admission"]);

/** One quotation has one cue: of several that claim it, the likeliest. */
function strongestPerQuotation(chosen: readonly { reading: Reading; score: number }[]): Map<number, number> {
  const owner = new Map<number, { predicate: number; score: number }>();
  for (const { reading, score } of chosen) {
    if (!isQuoted(reading)) continue;
    for (const quotation of reading.quotations) {
      if (score > (owner.get(quotation)?.score ?? 0)) owner.set(quotation, { predicate: reading.predicate, score });
    }
  }
  return new Map([...owner].map(([quotation, { predicate }]) => [quotation, predicate]));
}

function keepQuotations(
  _annotated: AnnotatedReport,
  quotes: QuoteMap,
  reading: QuotedReading,
  owner: ReadonlyMap<number, number>,
): QuotedReading | null {
  const quotations = reading.quotations.filter((quotation) => owner.get(quotation) === reading.predicate);
  if (quotations.length === 0) return null;
  return { ...reading, quotations, content: reading.content.filter((token) => quotations.includes(quotes.at[token]!)) };
}

/** A reading as a draft; null when it leaves no content. `clause` is what the cue governs beside a quotation. */
function toDraft(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  reading: Reading,
  clause: Reading | null,
  score: number,
  asides: Asides,
): StatementDraft | null {
  const cue = cueTokens(annotated, reading);
  let source: [number, number] | null = null;
  if (reading.subject !== null) {
    source = sourceTokens(annotated, quotes, reading.subject, cue);
    if (source[1] >= cue[0] && source[0] <= cue[1]) source = null;
  }
  const shifted = source === null ? null : afterOpeningPhrase(annotated, source, cue);
  if (shifted !== null) source = shifted;
  const own = isQuoted(reading)
    ? quotedContent(annotated, quotes, reading, clause, cue, source, asides)
    : {
        spans: contentSpans(
          annotated,
          quotes,
          parenthetical(annotated, quotes, reading, cue, source) ?? reading.content,
          cue,
          source,
          asides,
        ),
        mixed: false,
      };
  if (own.spans.length === 0) return null;
  const sourceHead =
    source === null
      ? null
      : (personNamedLast(annotated, source) ??
        (shifted !== null ? headOfPhrase(annotated, shifted) : (reading.subject?.head ?? null)));
  const act = actOfReading(annotated, reading);
  return {
    predicate: reading.predicate,
    cue,
    source,
    sourceHead,
    content: own.spans,
    quotations: isQuoted(reading) ? reading.quotations : quotationsIn(quotes, reading.content),
    addresseeHead: reading.addressee,
    act,
    medium: mediumOf(annotated, reading.predicate, source, sourceHead, reading.addressee),
    alleged: act === "allegation",
    confidence: Math.round(score * 100) / 100,
    producedBy: `statements/${isQuoted(reading) ? `quotation-${reading.side}` : reading.kind}`,
  };
}

/**
 * "In a letter to the chief constable, Ann Ray, the group said": an apposition would be closed by a comma before the
 * cue, so the words after the last comma are the speaker. Lists ("the board, the union and the bank said") stay whole.
 */
function afterOpeningPhrase(
  annotated: AnnotatedReport,
  [first, last]: readonly [number, number],
  cue: readonly [number, number],
): [number, number] | null {
  if (last + 1 !== cue[0]) return null;
  for (let token = last; token > first; token--) {
    if (annotated.upos[token] === "CCONJ" || annotated.upos[token] === "ADP") return null;
    if (annotated.tokens[token]!.text !== ",") continue;
    if (token === last) return null;
    return [token + 1, last];
  }
  return null;
}

/** Content of a cue set off by commas ("…, the board said, …"), or null where the cue is not. */
function parenthetical(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  reading: Reading,
  cue: readonly [number, number],
  source: readonly [number, number] | null,
): number[] | null {
  if (source === null || (reading.kind !== "inverted" && reading.kind !== "clause")) return null;
  const first = Math.min(cue[0], source[0]);
  const last = Math.max(cue[1], source[1]);
  const adjacent = source[1] + 1 === cue[0] || cue[1] + 1 === source[0];
  const { tokens, sentenceOf } = annotated;
  const comma = (token: number) => tokens[token]?.text === "," && sentenceOf[token] === sentenceOf[first];
  const closes =
    comma(last + 1) ||
    tokens[last]!.text === "," ||
    tokens[last + 1]?.text === "." ||
    sentenceOf[last + 1] !== sentenceOf[last];
  if (!adjacent || !comma(first - 1) || !closes) return null;
  const words = sentenceAround(annotated, quotes, first, last);
  return words.filter((token) => token < first).length > 1 ? words : null;
}

/** The quotations whole; where the clause says more than they do (said the march “will go ahead”), the whole clause. */
function quotedContent(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  reading: QuotedReading,
  clause: Reading | null,
  cue: readonly [number, number],
  source: readonly [number, number] | null,
  asides: Asides,
): { spans: Span[]; mixed: boolean } {
  if (clause !== null && saysMore(annotated, quotes, reading, clause)) {
    const content = [...new Set([...clause.content, ...reading.content])].sort((a, b) => a - b);
    return { spans: contentSpans(annotated, quotes, content, cue, source, asides), mixed: true };
  }
  const parts = reading.quotations.flatMap((index) => quotes.outermost[index]!.parts);
  return { spans: parts.map(({ first, last }) => runSpan(annotated, first, last)), mixed: false };
}

function saysMore(annotated: AnnotatedReport, quotes: QuoteMap, reading: QuotedReading, clause: Reading): boolean {
  const touches = clause.content.some((token) => reading.quotations.includes(quotes.at[token]!));
  const outside = clause.content.filter(
    (token) => !reading.quotations.includes(quotes.at[token]!) && annotated.upos[token] !== "PUNCT",
  );
  const first = quotes.outermost[reading.quotations[0]!]!.first;
  return touches && outside.some((token) => token < first && token > reading.predicate);
}

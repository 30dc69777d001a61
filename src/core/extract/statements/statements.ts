import { behindDateline } from "../../annotate/dateline.ts";
import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { QuotedWords } from "../../record/record.ts";
import type { Span } from "../../text/span.ts";
import type { StatementCandidate, StatementForm } from "../candidates.ts";
import { draftAccordingTo } from "./according-to.ts";
import { continueQuotations } from "./continuations.ts";
import type { StatementDraft } from "./draft.ts";
import { joinAttributions } from "./from-attributions.ts";
import { draftFromPredicates } from "./from-predicates.ts";
import { settleHearers } from "./hearers.ts";
import { draftHearsayAdverbs } from "./hearsay-adverbs.ts";
import { draftPleas } from "./pleas.ts";
import { mapQuotations, type QuoteMap, runSpan } from "./quote-map.ts";
import { classifyQuotedWords } from "./quoted-words.ts";
import { refineDrafts } from "./refine.ts";
import { readRefusals } from "./refusals.ts";
import { draftRelativeDenials } from "./relative-denials.ts";
import { dropSayings } from "./sayings.ts";
import { shareQuotations } from "./share-quotations.ts";
import { groundSources } from "./sources-by-grammar.ts";
import { settleSources } from "./sources-by-order.ts";
import { draftSpeakerTags } from "./speaker-tags.ts";
import { tidySources } from "./tidy-sources.ts";
import { draftTurns } from "./turns.ts";
import { dropUnspoken } from "./unspoken.ts";
import { withholdActs } from "./withheld.ts";

/**
 * Finds statements with the cue and source that attribute them, in text order of the cue, and the quoted words that
 * nobody says. Each draft-maker sees the whole report; their order decides who keeps a cue that two of them claim.
 * Roles follow PARC 3.0 (Pareti 2016).
 */
export function extractStatements(annotated: AnnotatedReport): {
  statements: StatementCandidate[];
  quotedWords: QuotedWords[];
} {
  const quotes = mapQuotations(annotated);
  const bySyntax = [
    ...draftSpeakerTags(annotated, quotes),
    ...draftAccordingTo(annotated, quotes),
    ...draftHearsayAdverbs(annotated, quotes),
    ...draftPleas(annotated, quotes),
    ...draftRelativeDenials(annotated, quotes),
    ...draftFromPredicates(annotated, quotes),
  ];
  const turns = draftTurns(annotated);
  const joined = settleHearers(annotated, joinAttributions(annotated, quotes, bySyntax));
  const attributed = withholdActs(annotated, dropUnspoken(annotated, dropSayings(annotated, joined)));
  const found = shareQuotations(
    annotated,
    quotes,
    tidySources(
      annotated,
      groundSources(annotated, quotes, settleSources(annotated, refineDrafts(annotated, [...turns, ...attributed]))),
    ),
  );
  const { drafts, loose } = continueQuotations(annotated, quotes, found);
  return {
    statements: readRefusals(annotated, toCandidates(annotated, quotes, drafts)),
    quotedWords: classifyQuotedWords(annotated, loose),
  };
}

function toCandidates(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  drafts: readonly StatementDraft[],
): StatementCandidate[] {
  const ordered = [...drafts].sort((a, b) => a.cue[0] - b.cue[0]);
  return ordered.map((draft, index) => ({
    id: `s${index + 1}`,
    content: withoutDateline(annotated, draft.content).sort((a, b) => a.start - b.start),
    cue: runSpan(annotated, ...draft.cue),
    source: draft.source && runSpan(annotated, ...draft.source),
    sourceHead: draft.sourceHead,
    form: draft.isTurn ? "direct" : formOf(annotated, quotes, draft),
    act: draft.act,
    medium: draft.medium,
    addressee: draft.addresseeHead === null ? null : phraseOf(annotated, draft.addresseeHead),
    addresseeHead: draft.addresseeHead,
    within: enclosing(annotated, ordered, index),
    alleged: draft.alleged,
    confidence: draft.confidence,
    producedBy: draft.producedBy,
  }));
}

/** "| LONDON (ANS) — | Police held a man, the force said": where it was written is no part of what is said. */
function withoutDateline(annotated: AnnotatedReport, content: readonly Span[]): Span[] {
  return content.flatMap((span) => {
    const sentence = annotated.sentenceOf[firstTokenFrom(annotated, span.start)];
    if (sentence === undefined) return [span];
    const { start } = annotated.tokens[behindDateline(annotated, sentence)]!;
    if (start <= span.start) return [span];
    return start < span.end ? [{ start, end: span.end }] : [];
  });
}

function phraseOf(annotated: AnnotatedReport, head: number): Span {
  let first = head;
  let last = head;
  for (const child of annotated.children[head]!) {
    if (!/^(det|amod|compound|flat|nmod:poss|nummod)$/.test(annotated.deprels[child]!)) continue;
    first = Math.min(first, child);
    last = Math.max(last, child);
  }
  return runSpan(annotated, first, last);
}

function formOf(annotated: AnnotatedReport, quotes: QuoteMap, { content, predicate }: StatementDraft): StatementForm {
  let quoted = 0;
  let plain = 0;
  for (const span of content) {
    for (
      let token = firstTokenFrom(annotated, span.start);
      token < annotated.tokens.length && annotated.tokens[token]!.start < span.end;
      token++
    ) {
      if (annotated.upos[token] === "PUNCT") continue;
      if (quotes.at[token] !== -1 && quotes.at[token] !== quotes.at[predicate]) quoted++;
      else plain++;
    }
  }
  if (quoted === 0) return "indirect";
  return plain === 0 ? "direct" : "mixed";
}

/** The innermost other statement whose content holds this one's cue. */
function enclosing(annotated: AnnotatedReport, drafts: readonly StatementDraft[], index: number): string | null {
  const cue = annotated.tokens[drafts[index]!.cue[0]]!;
  let best: { id: string; length: number } | null = null;
  drafts.forEach((other, otherIndex) => {
    if (otherIndex === index) return;
    for (const span of other.content) {
      const length = span.end - span.start;
      if (span.start <= cue.start && cue.end <= span.end && (best === null || length < best.length))
        best = { id: `s${otherIndex + 1}`, length };
    }
  });
  return (best as { id: string } | null)?.id ?? null;
}

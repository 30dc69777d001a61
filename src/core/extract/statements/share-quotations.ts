import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isReportingLemma } from "../../lexicons/acts.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { StatementDraft } from "./draft.ts";
import { type QuoteMap, runSpan, type TokenQuotation } from "./quote-map.ts";

/**
 * Leaves a quotation that several statements take to one of them, unless one tells of the other: to the one in whose
 * sentence it stands, then to the one whose cue is nearest. A statement that has nothing else is left out, unless one
 * person may say it twice over: "Ray scolded him: “…,” she said".
 */
export function shareQuotations(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  drafts: readonly StatementDraft[],
): StatementDraft[] {
  const takers = new Map<number, StatementDraft[]>();
  for (const draft of drafts) {
    for (const quotation of draft.quotations) {
      if (quotes.at[draft.predicate] === quotation) continue;
      const others = takers.get(quotation);
      if (others === undefined) takers.set(quotation, [draft]);
      else others.push(draft);
    }
  }
  const lost = new Map<StatementDraft, TokenQuotation[]>();
  const outdone = new Set<StatementDraft>();
  const keeper = new Map<number, StatementDraft>();
  // In text order: whoever has the quotation before goes on.
  for (const [index, rivals] of [...takers].sort(([a], [b]) => a - b)) {
    const quotation = quotes.outermost[index]!;
    const nearness = (draft: StatementDraft) =>
      distanceOf(annotated, draft, quotation, keeper.get(index - 1) === draft);
    const [first, ...others] = [...rivals].sort((a, b) => nearness(a) - nearness(b));
    keeper.set(index, first!);
    if (rivals.some((one) => rivals.some((other) => tellsOf(annotated, one, other)))) continue;
    for (const other of others) {
      const isOther = areNamedApart(annotated, first!, other);
      if (!isOther && !holdsNothingElse(annotated, other, quotation)) continue;
      lost.set(other, [...(lost.get(other) ?? []), quotation]);
      if (isOther || isAside(annotated, other)) outdone.add(other);
    }
  }
  return drafts.flatMap((draft) => {
    const quotations = lost.get(draft);
    if (quotations === undefined) return [draft];
    return withoutQuotations(annotated, draft, quotations) ?? (outdone.has(draft) ? [] : [draft]);
  });
}

/** “…,” he said, referring to the pier: no cue of its own. */
function isAside({ lemmas, xpos }: AnnotatedReport, { predicate }: StatementDraft): boolean {
  return xpos[predicate] === "VBG" && !isReportingLemma(lemmas[predicate]!);
}

/** Whether the other's cue stands in the words of the one. */
function tellsOf(annotated: AnnotatedReport, one: StatementDraft, other: StatementDraft): boolean {
  const cue = runSpan(annotated, ...other.cue);
  return one !== other && one.content.some((span) => overlaps(span, cue));
}

/** Whether no words around the quotation are content with it: of "he called it “a farce”" only the quotation could be left out. */
function holdsNothingElse(annotated: AnnotatedReport, { content }: StatementDraft, { parts }: TokenQuotation): boolean {
  return parts
    .map(({ first, last }) => runSpan(annotated, first, last))
    .every((part) =>
      content.every((span) => !overlaps(span, part) || (part.start <= span.start && span.end <= part.end)),
    );
}

/** Whether both sources hold names, and none in common; a pronoun may mean either. */
function areNamedApart(annotated: AnnotatedReport, a: StatementDraft, b: StatementDraft): boolean {
  const [left, right] = [namesOf(annotated, a), namesOf(annotated, b)];
  return left.size > 0 && right.size > 0 && ![...left].some((name) => right.has(name));
}

function namesOf({ tokens, upos }: AnnotatedReport, { source }: StatementDraft): Set<string> {
  if (source === null) return new Set();
  const [first, last] = source;
  return new Set(tokens.slice(first, last + 1).flatMap(({ text }, i) => (upos[first + i] === "PROPN" ? [text] : [])));
}

/**
 * Tokens between the cue and the quotation. Whoever shares its sentence is nearer than whoever has the quotation before it,
 * and both than others; a verb of saying is nearer than another word.
 */
function distanceOf(
  { sentenceOf, tokens, lemmas }: AnnotatedReport,
  { predicate }: StatementDraft,
  quotation: TokenQuotation,
  goesOn: boolean,
): number {
  const home = sentenceOf[predicate]!;
  const gap = predicate < quotation.first ? quotation.first - predicate : predicate - quotation.last;
  const shares = sentenceOf[quotation.first] === home || sentenceOf[quotation.last] === home;
  const rank = (shares ? 0 : goesOn ? 2 : 4) + (isReportingLemma(lemmas[predicate]!) ? 0 : 1);
  return rank * tokens.length + gap;
}

function withoutQuotations(
  annotated: AnnotatedReport,
  draft: StatementDraft,
  quotations: readonly TokenQuotation[],
): StatementDraft | null {
  const taken: Span[] = quotations.flatMap(({ parts }) =>
    parts.map(({ first, last }) => runSpan(annotated, first, last)),
  );
  const content = draft.content.filter((span) => !taken.some((one) => overlaps(one, span)));
  if (content.length === 0) return null;
  const gone = new Set(quotations.map(({ index }) => index));
  return { ...draft, content, quotations: draft.quotations.filter((index) => !gone.has(index)) };
}

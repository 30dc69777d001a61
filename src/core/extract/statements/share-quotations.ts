import type { AnnotatedReport } from "../../annotate/layers.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { StatementDraft } from "./draft.ts";
import { type QuoteMap, runSpan, type TokenQuotation } from "./quote-map.ts";

/**
 * Leaves a quotation that speakers of different names take to one of them, unless one tells of the other: to the one in
 * whose sentence it stands, then to the one whose cue is nearest. A statement that has nothing else is left out.
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
  for (const [index, rivals] of takers) {
    if (rivals.length === 1 || rivals.some((one) => rivals.some((other) => tellsOf(annotated, one, other)))) continue;
    const quotation = quotes.outermost[index]!;
    const [first, ...others] = [...rivals].sort(
      (a, b) => distanceOf(annotated, a, quotation) - distanceOf(annotated, b, quotation),
    );
    for (const other of others)
      if (areNamedApart(annotated, first!, other)) lost.set(other, [...(lost.get(other) ?? []), quotation]);
  }
  return drafts.flatMap((draft) => {
    const quotations = lost.get(draft);
    return quotations === undefined ? [draft] : (withoutQuotations(annotated, draft, quotations) ?? []);
  });
}

/** Whether the other's cue stands in the words of the one. */
function tellsOf(annotated: AnnotatedReport, one: StatementDraft, other: StatementDraft): boolean {
  const cue = runSpan(annotated, ...other.cue);
  return one !== other && one.content.some((span) => overlaps(span, cue));
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

/** Tokens between the cue and the quotation; a sentence apart is further than any. */
function distanceOf({ sentenceOf, tokens }: AnnotatedReport, { predicate }: StatementDraft, quotation: TokenQuotation) {
  const home = sentenceOf[predicate]!;
  const gap = predicate < quotation.first ? quotation.first - predicate : predicate - quotation.last;
  const shares = sentenceOf[quotation.first] === home || sentenceOf[quotation.last] === home;
  return shares ? gap : tokens.length + gap;
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

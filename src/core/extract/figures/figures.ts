import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isNegated } from "../../annotate/negation.ts";
import { textOf } from "../../text/span.ts";
import type { EventCandidate, FigureCandidate, StatementCandidate } from "../candidates.ts";
import { indexStatements } from "../events/according-to.ts";
import { readAmount } from "./amounts.ts";
import { countsOf, countsOfUndone, unitOfCount } from "./counts.ts";
import { type AmountInPlace, type FigureDraft, isWhole } from "./figure-draft.ts";
import { linkFigures } from "./figure-events.ts";
import { isNotFigure } from "./not-figures.ts";
import { mayHoldNumber, mayOpenNumber } from "./number-openers.ts";
import { cutPieces, type Piece } from "./pieces.ts";
import { readAge } from "./read-age.ts";
import { readCount, readVoteSplit } from "./read-count.ts";
import { readLength, readMeasure } from "./read-length.ts";
import { readMoney } from "./read-money.ts";
import { readFraction, readPercent } from "./read-share.ts";

/**
 * Finds figures in text order: a number, its qualifier and the noun it counts.
 *
 * > | Hundreds of people will join, with more than 1,000 in the square.
 *     ^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^
 *
 * Dates, clock times, ordinals, scores, addresses and numbers inside names are left out. The rule that turns the words
 * into `min` and `max` is in docs/reference/figures.md.
 */
export function extractFigures(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
  events: readonly EventCandidate[],
): FigureCandidate[] {
  const found: FigureCandidate[] = [];
  const index = indexStatements(annotated, statements);
  const links = linkFigures(annotated, statements, events);
  for (const sentence of annotated.sentences) {
    if (!mayHoldNumber(annotated, sentence)) continue;
    const drafts = readSentence(annotated, cutPieces(annotated, sentence), sentence);
    let earlier: { readonly draft: FigureDraft; readonly counts: string } | null = null;
    for (const draft of drafts) {
      const tied = links.eventOf(draft);
      // "None of the 40 passengers was hurt": of them it is told that it did not happen.
      const isUndone = isOfNone(annotated, draft) || (tied !== null && isNotSo(annotated, tied));
      const event = isUndone ? null : tied;
      const told = countsOf(annotated, draft, tied, links.contextOf(draft), earlier);
      const counts = isUndone ? countsOfUndone(told) : told;
      earlier = { draft, counts };
      const giver = index.around(draft.span);
      if (isSetAside(annotated, draft, giver)) continue;
      found.push({
        id: `f${found.length + 1}`,
        span: draft.span,
        ...(isNeverMore(annotated, draft) ? { min: null, max: edgeOf(draft), quantity: "max" } : rangeOf(draft)),
        unit: draft.unit ?? unitOfCount(counts),
        counts,
        head: draft.head,
        event: event?.id ?? null,
        accordingTo: giver?.id ?? null,
        producedBy: `figures/${draft.kind}`,
      });
    }
  }
  return found;
}

/**
 * "14 patients, not | 41": a number that is set aside; "said 14 were held, rather than | 40 | as the protesters claimed": and
 * where it is not known whose it is.
 */
function isSetAside(
  { report, tokens }: AnnotatedReport,
  { first, last, span }: FigureDraft,
  giver: StatementCandidate | null,
): boolean {
  const before = report.text.slice(Math.max(0, tokens[first]!.start - SET_ASIDE_LENGTH), tokens[first]!.start);
  const after = report.text.slice(tokens[last]!.end, tokens[last]!.end + 60);
  if (/(?:,| –| —|\d[^.;]* and) not (?:the )?$/i.test(before) && /^(?:$|[.,;:)”"’]| –| —| as )/.test(after))
    return true;
  if (giver?.cue == null || giver.cue.start > span.end) return false;
  return (
    /\b(?:not|rather than|instead of) (?:the )?$/i.test(before) &&
    /^,? (?:\p{L}+ )?as (?:[\p{L}’'-]+ ){1,5}(?:claim|say|said|report|suggest|state|put)/iu.test(after)
  );
}

const SET_ASIDE_LENGTH = 48;

function rangeOf({ min, max, quantity }: FigureDraft) {
  return { min, max, quantity };
}

/** "never employed | more than 40 people", "did not cost | more than £3m": so many at the most, whatever the words by themselves say. */
function isNeverMore(annotated: AnnotatedReport, { first, head, quantity, kind, span }: FigureDraft): boolean {
  const { report, heads, deprels, upos } = annotated;
  if (quantity !== "min" || !/^(?:more|over|above)\b/iu.test(textOf(report.text, span))) return false;
  let verb = head;
  while (verb >= 0 && upos[verb] !== "VERB") verb = heads[verb]!;
  if (verb < 0 || verb > first) return false;
  while (/^(?:xcomp|advcl)$/.test(deprels[verb]!) && heads[verb]! >= 0 && !isNegated(annotated, verb))
    verb = heads[verb]!;
  if (!isNegated(annotated, verb)) return false;
  // "did not stop more than 40 drivers" may leave out the forty.
  return kind === "money" || kind === "percent" || kind === "measure" || hasNever(annotated, verb);
}

function hasNever({ children, lemmas }: AnnotatedReport, verb: number): boolean {
  return children[verb]!.some((child) => lemmas[child]!.toLowerCase() === "never");
}

/** The number itself: "more than 40 people" begins at 41. */
function edgeOf({ min, kind }: FigureDraft): number | null {
  return min !== null && isWhole(kind) ? min - 1 : min;
}

/** "none of the | 40 passengers", "neither of | the two men" */
function isOfNone({ report, tokens }: AnnotatedReport, { first }: FigureDraft): boolean {
  const { start } = tokens[first]!;
  return /\b(?:none|neither|nobody|no one) (?:of|among) (?:\p{L}+ )?$/iu.test(
    report.text.slice(Math.max(0, start - 32), start),
  );
}

/** "nobody was hurt", "could have killed 200 people": it did not come to that. */
function isNotSo({ children, tokens }: AnnotatedReport, { status, triggerHead }: EventCandidate): boolean {
  if (status === "denied") return true;
  const own = children[triggerHead]!.map((child) => tokens[child]!.text.toLowerCase());
  return own.includes("have") && (own.includes("could") || own.includes("would"));
}

/** The order matters: a reader takes an amount only if none before it does. */
const READERS: readonly ((place: AmountInPlace) => FigureDraft | null)[] = [
  readPercent,
  readMoney,
  readAge,
  readLength,
  readMeasure,
  readFraction,
  readCount,
];

function readSentence(
  annotated: AnnotatedReport,
  pieces: readonly Piece[],
  sentence: AmountInPlace["sentence"],
): FigureDraft[] {
  const drafts: FigureDraft[] = [];
  let floor = 0;
  for (let at = 0; at < pieces.length; at++) {
    if (!mayOpenNumber(pieces, at)) continue;
    const amount = readAmount(pieces, at, floor);
    if (amount === null) continue;
    const draft = readDraft({ annotated, sentence, pieces, amount });
    floor = amount.numberEnd;
    if (draft !== null) {
      drafts.push(draft);
      while (floor < pieces.length && pieces[floor]!.end <= draft.span.end) floor++;
    }
    at = floor - 1;
  }
  return drafts;
}

function readDraft(place: AmountInPlace): FigureDraft | null {
  const split = readVoteSplit(place);
  if (split !== null) return split;
  if (isNotFigure(place.annotated, place.pieces, place.amount)) return null;
  for (const read of READERS) {
    const draft = read(place);
    if (draft !== null) return draft;
  }
  return null;
}

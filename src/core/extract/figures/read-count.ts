import { lemmaOf, wordOf } from "../events/grammar.ts";
import { qualifierAfter } from "./amounts.ts";
import { type Counted, findCounted } from "./counted.ts";
import { type AmountInPlace, draftFigure, endOfToken, type FigureDraft } from "./figure-draft.ts";
import { isDash } from "./pieces.ts";

/** A number with the noun it counts, or alone where its noun is understood. */
export function readCount(place: AmountInPlace): FigureDraft | null {
  const { annotated, sentence, pieces, amount } = place;
  const lastNumber = pieces[amount.end - 1]!;
  // "an eight-page insert", "a four-pack": the compound is the figure.
  const joined = pieces[amount.end + 1];
  if (
    isDash(pieces[amount.end]) &&
    pieces[amount.end]!.glued &&
    joined?.glued &&
    /^\p{L}{2,}$/u.test(joined.text) &&
    amount.high === null
  ) {
    // "two-legged", "three-sided" tell a shape.
    if (/ed$/.test(joined.text)) return null;
    return draftFigure(place, { end: amount.end + 2, kind: "count", unit: null, head: joined.token });
  }
  const counted = findCounted(annotated, pieces[amount.numberFirst]!.token, lastNumber.token, sentence.endToken);
  if (!standsForCount(place, counted)) return null;
  const noun = counted.lastToken > lastNumber.token ? endOfToken(pieces, counted.lastToken) : amount.end;
  const after = amount.bound === null && amount.high === null && counted.named ? qualifierAfter(pieces, noun) : null;
  if (after !== null)
    return draftFigure(
      { ...place, amount: { ...amount, bound: after.bound } },
      { end: after.end, kind: "count", unit: null, head: counted.head },
    );
  const end = withRate(place, counted.named ? noun : withMore(place, noun));
  const first =
    /^(?:all|another)$/.test(pieces[amount.first - 1]?.text ?? "") && counted.named ? amount.first - 1 : amount.first;
  return draftFigure(place, { first, end, kind: "count", unit: null, head: counted.named ? counted.head : null });
}

/** "seven more were hurt" */
function withMore({ pieces }: AmountInPlace, end: number): number {
  return pieces[end]?.text === "more" && pieces[end + 1]?.text !== "than" ? end + 1 : end;
}

/** "six per 100,000 people" */
function withRate({ annotated, pieces, sentence }: AmountInPlace, end: number): number {
  if (pieces[end]?.text !== "per" || !/^[\d,]+$/.test(pieces[end + 1]?.text ?? "")) return end;
  const counted = findCounted(annotated, pieces[end + 1]!.token, pieces[end + 1]!.token, sentence.endToken);
  return counted.named ? endOfToken(pieces, counted.lastToken) : end + 2;
}

const VOTING =
  /^(?:vote|votes|voted|voting|ruled|split|decision|majority|margin|ballot|tribunal|court|panel|passed|approved|rejected|failed|backed|endorsed)$/;

/** "by 5-4", "a 230-to-198 vote": two counts that face each other where people vote. */
export function readVoteSplit(place: AmountInPlace): FigureDraft | null {
  const { pieces, amount } = place;
  if (!amount.low.digits || amount.low.kind !== "plain") return null;
  let at = amount.low.end;
  if (isDash(pieces[at]) && pieces[at]!.glued) at++;
  else if (pieces[at]?.text !== "to") return null;
  if (pieces[at]?.text === "to" && isDash(pieces[at + 1])) at += 2;
  else if (pieces[at]?.text === "to") at++;
  if (!/^\d{1,3}$/.test(pieces[at]?.text ?? "") || !/^\d{1,3}$/.test(pieces[amount.low.first]!.text)) return null;
  const from = Math.max(0, amount.low.first - 12);
  if (!pieces.slice(from, at + 6).some(({ text }) => VOTING.test(text))) return null;
  const single = { ...amount, high: null, bound: null, first: amount.low.first };
  return draftFigure({ ...place, amount: single }, { end: at + 1, kind: "votes", unit: "vote" });
}

/** "One" is a figure only before a noun for something that is counted; a list of one kind ("one of the stars") is none. */
function standsForCount({ annotated, pieces, amount }: AmountInPlace, counted: Counted): boolean {
  const number = pieces[amount.numberFirst]!;
  // "Region 12": the number of something with a name.
  const before = amount.bound === null && !counted.named && amount.low.digits ? pieces[amount.first - 1] : undefined;
  if (before !== undefined && annotated.upos[before.token] === "PROPN" && before.token === number.token - 1)
    return false;
  if (number.text !== "one" || amount.low.end !== amount.numberFirst + 1 || amount.bound !== null) return true;
  const token = number.token;
  if (annotated.upos[token] !== "NUM" && annotated.xpos[token] !== "CD") return false;
  const next = wordOf(annotated, token + 1);
  if (next === "another") return false;
  if (!counted.named) return next === "more";
  if (next === "of") return /^(?:them|those|whom)$/.test(wordOf(annotated, token + 2));
  return !/^(?:day|time|point|thing|way|side|hand|reason|week|year|place|issue|example|case|word|step|area|part|kind|sort|idea)$/.test(
    lemmaOf(annotated, counted.head),
  );
}

import { findCounted } from "./counted.ts";
import { type AmountInPlace, draftFigure, endOfToken, type FigureDraft } from "./figure-draft.ts";
import { isDash } from "./pieces.ts";

/** "46%", "8 per cent", "3.3 percentage points"; with the noun of "38% of respondents". */
export function readPercent(place: AmountInPlace): FigureDraft | null {
  const { annotated, sentence, pieces, amount } = place;
  let end = amount.numberEnd;
  if (isDash(pieces[end])) end++;
  const word = pieces[end]?.text ?? "";
  const next = pieces[end + 1]?.text ?? "";
  if (word === "%" || word === "percent" || word === "pc") end++;
  else if (word === "per" && next === "cent") end += 2;
  else if ((word === "percentage" || word === "basis") && /^points?$/.test(next)) end += 2;
  else if (word === "percentage") end++;
  else return null;
  if (isDash(pieces[end]) && /^points?$/.test(pieces[end + 1]?.text ?? "")) end += 2;
  else if (/^points?$/.test(pieces[end]?.text ?? "")) end++;
  const counted = findCounted(annotated, pieces[amount.numberFirst]!.token, pieces[end - 1]!.token, sentence.endToken);
  const withNoun = pieces[end]?.text === "of" && counted.named ? endOfToken(pieces, counted.lastToken) : end;
  return draftFigure(place, {
    end: withNoun,
    kind: "percent",
    unit: "percent",
    head: counted.named ? counted.head : null,
  });
}

/** "half the guests", "two-thirds of senators", "one in three". */
export function readFraction(place: AmountInPlace): FigureDraft | null {
  const { annotated, sentence, pieces, amount } = place;
  if (amount.low.kind !== "fraction") return null;
  const last = pieces[amount.end - 1]!;
  const counted = findCounted(annotated, pieces[amount.numberFirst]!.token, last.token, sentence.endToken);
  const end = counted.named && counted.lastToken > last.token ? endOfToken(pieces, counted.lastToken) : amount.end;
  return draftFigure(place, { end, kind: "fraction", unit: "fraction", head: counted.named ? counted.head : null });
}

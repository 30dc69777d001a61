import { TIME_UNITS } from "../../lexicons/figure-counted-nouns.ts";
import { MEASURE_UNITS } from "../../lexicons/units.ts";
import { type AmountInPlace, draftFigure, type FigureDraft } from "./figure-draft.ts";
import { readNumber } from "./numbers.ts";
import { isDash, type Piece } from "./pieces.ts";

const BEFORE_UNIT =
  /^(?:full|working|long|more|consecutive|straight|calendar|whole|further|extra|solid|school|business)$/;

/** "14 years", "14-day", "six working days", "eight years and two months". */
export function readLength(place: AmountInPlace): FigureDraft | null {
  const { pieces, amount } = place;
  const first = timeUnitAfter(pieces, amount.end, amount.low.kind === "vague");
  if (first === null || (amount.low.kind === "fraction" && amount.high === null)) return null;
  let end = first.end;
  let unit = first.unit;
  for (let next = partAfter(pieces, end, unit); next !== null; next = partAfter(pieces, end, unit))
    ({ end, unit } = next);
  // "in prison" belongs to a term that the law sets as the most.
  const capped = amount.bound === "at-most" || amount.bound === "less-than";
  if (capped && pieces[end]?.text === "in" && /^(?:prison|jail|custody)$/.test(pieces[end + 1]?.text ?? "")) end += 2;
  return draftFigure(place, { end, kind: "length", unit: first.unit, head: pieces[first.end - 1]!.token });
}

interface UnitAt {
  readonly end: number;
  readonly unit: string;
}

function timeUnitAfter(pieces: readonly Piece[], at: number, vague: boolean): UnitAt | null {
  let end = at;
  if (isDash(pieces[end])) end++;
  if (BEFORE_UNIT.test(pieces[end]?.text ?? "")) end++;
  if (pieces[end]?.text === "of" && vague) end++;
  const word = pieces[end]?.text ?? "";
  const unit =
    TIME_UNITS.get(word) ??
    TIME_UNITS.get(word.replace(/ies$/, "y").replace(/s$/, "")) ??
    TIME_UNITS.get(word.replace(/s?'s?$/, ""));
  return unit === undefined || word === "second" || word === "min" ? null : { end: end + 1, unit };
}

const ORDER = ["century", "decade", "year", "month", "week", "day", "hour", "minute", "second"];

/** A smaller unit that follows: ", 8 months", " and two months", " 39 seconds". */
function partAfter(pieces: readonly Piece[], at: number, unit: string): UnitAt | null {
  const from = /^(?:,|and)$/.test(pieces[at]?.text ?? "") ? at + 1 : at;
  const number = readNumber(pieces, from);
  if (number === null || number.kind !== "plain") return null;
  const next = timeUnitAfter(pieces, number.end, false);
  return next !== null && ORDER.indexOf(next.unit) > ORDER.indexOf(unit) && ORDER.includes(unit) ? next : null;
}

/** "50 gallons", "185 mph", "30 miles per hour", "160 km2", "magnitude 6.3". */
export function readMeasure(place: AmountInPlace): FigureDraft | null {
  const { pieces, amount } = place;
  const magnitude = magnitudeBefore(pieces, amount.first);
  if (magnitude !== null)
    return draftFigure(place, { first: magnitude, end: amount.end, kind: "measure", unit: "magnitude" });
  if (amount.low.kind === "fraction") return null;
  let end = amount.end;
  if (isDash(pieces[end])) end++;
  let form = "";
  for (; FORM.test(pieces[end]?.text ?? ""); end++) if (SPACE.test(pieces[end]!.text)) form = `${pieces[end]!.text} `;
  const word = pieces[end]?.text ?? "";
  const measure = MEASURE_UNITS.get(word);
  if (measure === undefined) return null;
  end++;
  if (pieces[end]?.glued && /^[23²³]$/.test(pieces[end]!.text)) {
    form = /[2²]/.test(pieces[end]!.text) ? "square " : "cubic ";
    end++;
  }
  const per = rateAfter(pieces, end);
  if (per !== null) end = per.end;
  const unit = `${form}${measure}${per === null ? "" : ` per ${per.unit}`}`;
  if (pieces[end]?.text === "of" && /^\p{L}+$/u.test(pieces[end + 1]?.text ?? ""))
    return withSubstance(place, end, unit);
  return draftFigure(place, { end, kind: "measure", unit });
}

const FORM = /^(?:square|cubic|nautical|more|metric)$/;
const SPACE = /^(?:square|cubic|nautical)$/;
const SHORT_TIMES: ReadonlyMap<string, string> = new Map([
  ["s", "second"],
  ["h", "hour"],
]);

/** "/s", "/kg", "per hour", "a day" */
function rateAfter(pieces: readonly Piece[], at: number): UnitAt | null {
  const word = pieces[at + 1]?.text ?? "";
  const isSlash = pieces[at]?.text === "/" && pieces[at]!.glued && pieces[at + 1]?.glued === true;
  if (isSlash) return { end: at + 2, unit: SHORT_TIMES.get(word) ?? MEASURE_UNITS.get(word) ?? word };
  const isRate = /^(?:per|an|a)$/.test(pieces[at]?.text ?? "") && /^(?:hour|second|day|minute|year)$/.test(word);
  return isRate ? { end: at + 2, unit: word } : null;
}

/** "50 gallons of diesel fuel" ends where its last word ends; articles and pronouns open another phrase. */
function withSubstance(place: AmountInPlace, of: number, unit: string): FigureDraft {
  const { annotated, pieces } = place;
  let end = of;
  for (let at = of + 1; at < pieces.length && at < of + 4; at++) {
    const upos = annotated.upos[pieces[at]!.token];
    if (upos !== "NOUN" && upos !== "ADJ") break;
    if (upos === "NOUN") end = at + 1;
  }
  return draftFigure(place, { end, kind: "measure", unit });
}

function magnitudeBefore(pieces: readonly Piece[], at: number): number | null {
  if (pieces[at - 1]?.text === "magnitude") return at - 1;
  return pieces[at - 1]?.text === "of" && pieces[at - 2]?.text === "magnitude" ? at - 2 : null;
}

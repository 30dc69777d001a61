import type { AnnotatedReport } from "../../annotate/layers.ts";
import { CURRENCY_SIGNS, CURRENCY_WORDS, PAID_NOUNS, WEIGHED_NOUNS } from "../../lexicons/figure-counted-nouns.ts";
import { firstDependent, lemmaOf } from "../events/grammar.ts";
import { type AmountInPlace, draftFigure, type FigureDraft } from "./figure-draft.ts";
import { isDash, type Piece } from "./pieces.ts";

const SIGN = /^[$£€¥₹₽₪₩₿₺₴]$/;
const NATIONALITY =
  /^(?:us|american|canadian|australian|singapore|hong|georgian|egyptian|swiss|indian|turkish|sterling|new|jamaican)$/;
const CODE_OF_NATIONALITY: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["american", "USD"],
  ["canadian", "CAD"],
  ["australian", "AUD"],
  ["singapore", "SGD"],
  ["hong", "HKD"],
  ["egyptian", "EGP"],
  ["new", "NZD"],
  ["jamaican", "JMD"],
]);

/** "£3.5m", "US$5 million", "61,000 pounds", "SEK9 million", "between $5 and $7 billion". */
export function readMoney(place: AmountInPlace): FigureDraft | null {
  return readSigned(place) ?? readNamed(place);
}

function readSigned(place: AmountInPlace): FigureDraft | null {
  const sign = signOf(place);
  if (sign === null) return null;
  const { pieces, amount } = place;
  let end = amount.end;
  if (pieces[end]?.text === "each") end++;
  const rate = rateAfter(place, amount.end);
  return draftFigure(place, {
    first: Math.min(amount.first, sign.first),
    end: rate ?? amount.end,
    kind: "money",
    unit: sign.unit,
  });
}

/** "$3 million a year", "USD15 an hour". */
function rateAfter({ pieces }: AmountInPlace, at: number): number | null {
  if (!/^(?:a|an|per)$/.test(pieces[at]?.text ?? "")) return null;
  return /^(?:year|month|week|day|hour|head|person|tonne|ton|acre|share)$/.test(pieces[at + 1]?.text ?? "")
    ? at + 2
    : null;
}

function readNamed(place: AmountInPlace): FigureDraft | null {
  const { pieces, amount } = place;
  if (amount.low.kind === "fraction") return null;
  let end = amount.end;
  if (isDash(pieces[end])) end++;
  let nationality = "";
  if (NATIONALITY.test(pieces[end]?.text ?? "")) {
    nationality = pieces[end]!.text;
    end += nationality === "hong" || nationality === "new" ? 2 : 1;
  }
  if (pieces[end]?.text === "of") end++;
  const word = pieces[end]?.text ?? "";
  if (word === "p" && pieces[end]!.glued && nationality === "" && amount.low.digits) {
    return draftFigure(place, { end: end + 1, kind: "money", unit: "GBP-penny" });
  }
  const unit = currencyOf(word);
  if (unit === null) return null;
  if (/^pounds?$/.test(word) && nationality === "" && isWeight(place, end)) return null;
  // "won" is a verb, "real" an adjective, "rand" rare, unless the word before says otherwise.
  if (/^(?:won|real|rand|sterling|franc|mark)$/.test(word) && nationality === "") return null;
  return draftFigure(place, { end: end + 1, kind: "money", unit: CODE_OF_NATIONALITY.get(nationality) ?? unit });
}

const WEIGHTS =
  /^(?:kg|kgs|kilogram|kilograms|kilo|kilos|kilogramme|kilogrammes|tonne|tonnes|ton|tons|lb|lbs|ounce|ounces|grams?)$/;
/** Pieces beside the word in which another weight tells what it is: "400 pounds (181 kg)". */
const NEAR = 7;
/** Past it nothing but money is told in pounds by one number: "a two-million-pound yard". */
const HEAVIEST = 20_000;

/** "a 400-pound gorilla", "pounds (63,800 kilograms)", "pounds of thrust", "weighs 82 pounds" */
function isWeight({ annotated, pieces, amount }: AmountInPlace, at: number): boolean {
  const lemmaAt = (piece: Piece | undefined) =>
    piece === undefined ? "" : (annotated.lemmas[piece.token] ?? "").toLowerCase();
  if (pieces[at + 1]?.text === "of") {
    for (const piece of pieces.slice(at + 2, at + 5)) if (WEIGHED_NOUNS.has(lemmaAt(piece))) return true;
    return false;
  }
  for (const piece of pieces.slice(Math.max(0, amount.first - NEAR), at + 1 + NEAR))
    if (WEIGHTS.test(piece.text)) return true;
  for (const piece of pieces.slice(Math.max(0, amount.first - 4), amount.first))
    if (/^(?:weigh|lift|heavy|weight)/.test(lemmaAt(piece))) return true;
  if (isToldOfSubject(annotated, pieces[at]!.token) && amount.low.value <= HEAVIEST) return true;
  const isBeforeNoun = isDash(pieces[at - 1]) && pieces[at]!.text === "pound";
  if (!isBeforeNoun || amount.low.value > HEAVIEST) return false;
  for (const piece of pieces.slice(at + 1, at + 4)) {
    if (PAID_NOUNS.has(lemmaAt(piece))) return false;
    if (
      annotated.upos[piece.token] !== "ADJ" &&
      annotated.upos[piece.token] !== "PROPN" &&
      annotated.upos[piece.token] !== "NOUN"
    )
      break;
  }
  return annotated.upos[pieces[at + 1]?.token ?? -1] !== undefined;
}

/** "an animal that's over 400 pounds", in a report that has no pound sign. */
function isToldOfSubject(annotated: AnnotatedReport, pounds: number): boolean {
  if (firstDependent(annotated, pounds, "cop") === null || /£|\bsterling\b/i.test(annotated.report.text)) return false;
  const subject = firstDependent(annotated, pounds, "nsubj");
  return subject !== null && !PAID_NOUNS.has(lemmaOf(annotated, subject)) && !COSTS.has(lemmaOf(annotated, subject));
}

const COSTS: ReadonlySet<string> = new Set("cost price value sum amount total figure it this".split(" "));

function currencyOf(word: string): string | null {
  const singulars = [
    word,
    word.replace(/s$/, ""),
    word.replace(/es$/, ""),
    word.replace(/ies$/, "y"),
    word.replace(/(?:ych|e|y)$/, "y"),
  ];
  for (const singular of singulars) {
    const unit = CURRENCY_WORDS.get(singular);
    if (unit !== undefined) return unit;
  }
  return null;
}

/** The currency before a number: a sign, with the country's letters if there are any, or a code. */
function signOf({
  annotated,
  pieces,
  amount,
}: AmountInPlace): { readonly first: number; readonly unit: string } | null {
  const start = amount.numberFirst;
  let at = start;
  while (at < amount.low.first && !SIGN.test(pieces[at]!.text)) at++;
  if (at < amount.low.first) {
    const letters =
      at > start && /^\p{L}{1,2}\.?$/u.test(pieces[at - 1]!.text) && pieces[at]!.glued
        ? pieces[at - 1]!.text.replace(".", "")
        : "";
    const sign = pieces[at]!.text;
    return { first: start, unit: CURRENCY_SIGNS.get(letters + sign) ?? CURRENCY_SIGNS.get(sign) ?? "USD" };
  }
  const code = pieces[start - 1];
  const number = pieces[start]!;
  if (code === undefined || !amount.low.digits || !CURRENCY_SIGNS.has(code.text)) return null;
  const written = annotated.tokens[code.token]!.text;
  if (code.token !== number.token && !/^(?:\p{Lu}{2,}|Rs\.?)/u.test(written)) return null;
  if (code.text === "r" && !number.glued) return null;
  return { first: start - 1, unit: CURRENCY_SIGNS.get(code.text)! };
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import { ROLE_NOUNS } from "../../lexicons/roles.ts";
import { childrenOf, firstDependent, headOf } from "../events/grammar.ts";
import { isPersonal, nameAt } from "../events/personal.ts";
import { type AmountInPlace, draftFigure, type FigureDraft } from "./figure-draft.ts";
import { isDash, type Piece } from "./pieces.ts";

/**
 * Ages: "aged 78", "age of 95", "52-year-old", "71 years old", "a boy of 12", a bare number between commas after a person's name, and
 * "She was 66".
 */
export function readAge(place: AmountInPlace): FigureDraft | null {
  const { annotated, pieces, amount } = place;
  const { first, end, numberFirst, numberEnd, low } = amount;
  if (low.kind !== "plain" || low.value > 130) return null;
  const year = { kind: "age", unit: "year" } as const;
  const years = endOfYearsOld(pieces, numberEnd);
  if (years !== null) {
    const from = /^aged?$/.test(pieces[first - 1]?.text ?? "") ? first - 1 : first;
    return draftFigure(place, { first: from, end: years, kind: "age", unit: unitOfAge(pieces, numberEnd) });
  }
  if (pieces.slice(first, numberFirst + 4).some(({ text }) => text === "ages"))
    return draftFigure(place, { end, ...year });
  const before = pieces[first - 1]?.text ?? "";
  if (before === "aged" || before === "age") return draftFigure(place, { first: first - 1, end, ...year });
  if (/^ages?$/.test(pieces[first - 2]?.text ?? "") && before === "of")
    return draftFigure(place, { first: first - 2, end, ...year });
  if (isAgeOfOne(annotated, pieces, first, end)) return draftFigure(place, { end, ...year });
  if (isInAgeList(pieces, first)) return draftFigure(place, { end, ...year });
  // "gave his age as 61"
  if (before === "as" && pieces[first - 2]?.text === "age") return draftFigure(place, { end, ...year });
  if (isTimeAfter(pieces, numberEnd)) return null;
  if (
    isAgeAfterName(annotated, pieces, numberFirst, numberEnd) ||
    isAgeOfSubject(annotated, pieces, amount.numberFirst, numberEnd)
  ) {
    return draftFigure(place, { end, ...year });
  }
  return null;
}

/** "a boy of | 12", "a woman of | 82": and not "a man of 12 votes", nor "a mother of three". */
function isAgeOfOne(annotated: AnnotatedReport, pieces: readonly Piece[], first: number, end: number): boolean {
  const [article, noun, of] = [pieces[first - 3], pieces[first - 2], pieces[first - 1]];
  if (of?.text !== "of" || noun === undefined || !OF_AN_AGE.test(noun.text)) return false;
  const next = annotated.upos[pieces[end]?.token ?? -1] ?? "";
  return article !== undefined && !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next);
}

const OF_AN_AGE =
  /^(?:boy|girl|child|man|woman|youth|teenager|youngster|lad|toddler|baby|infant|widow|widower|pensioner|student|pupil)$/;

/** "aged 22, 35 and | 58" */
function isInAgeList(pieces: readonly Piece[], first: number): boolean {
  for (let at = first - 1; at > first - 12; at--) {
    const word = pieces[at]?.text ?? "";
    if (word === "aged" || word === "ages") return true;
    if (!/^(?:,|and|or|\d{1,3})$/.test(word)) return false;
  }
  return false;
}

/** Index after "years old", "-year-old", "years of age", or null. */
function endOfYearsOld(pieces: readonly Piece[], at: number): number | null {
  let end = at;
  if (isDash(pieces[end])) end++;
  if (!/^(?:years?|yrs?|months?|weeks?|days?)$/.test(pieces[end]?.text ?? "")) return null;
  end++;
  if (isDash(pieces[end])) end++;
  if (/^olds?$/.test(pieces[end]?.text ?? "")) return end + 1;
  if (pieces[end]?.text === "of" && pieces[end + 1]?.text === "age") return end + 2;
  return null;
}

function unitOfAge(pieces: readonly Piece[], at: number): string {
  const word = pieces[isDash(pieces[at]) ? at + 1 : at]?.text ?? "year";
  return word.replace(/s$/, "").replace(/^yr$/, "year");
}

function isTimeAfter(pieces: readonly Piece[], at: number): boolean {
  return /^(?:minutes?|hours?|days?|weeks?|months?|percent|%)$/.test(pieces[at]?.text ?? "");
}

function isAgeAfterName(annotated: AnnotatedReport, pieces: readonly Piece[], first: number, end: number): boolean {
  const comma = pieces[first - 1];
  const name = pieces[first - 2];
  const after = pieces[end];
  if ((comma?.text !== "," && comma?.text !== "(") || name === undefined) return false;
  if (after !== undefined && !/^[,.;)”"]$/.test(after.text)) return false;
  const isInDigits = /^\d{1,3}$/.test(pieces[first]!.text);
  if (isOneOfKind(annotated, name.token)) return true;
  if (!/^\p{Lu}/u.test(annotated.tokens[name.token]!.text)) return false;
  if (!isInDigits) return nameAt(annotated, name.token)?.kind === "person";
  return nameAt(annotated, name.token)?.kind === "person" || isFullName(annotated, pieces, first);
}

/** "the driver, 41, died", "a mother-of-two, 31, was hurt": one person, by a noun. */
function isOneOfKind(annotated: AnnotatedReport, noun: number): boolean {
  const lemma = annotated.lemmas[noun]!.toLowerCase();
  if (annotated.xpos[noun] !== "NN" || MANY.test(lemma)) return false;
  if (!isPersonal(annotated, noun) && !ROLE_NOUNS.has(lemma) && !SINGLE.test(lemma)) return false;
  return childrenOf(annotated, noun).some((child) =>
    /^(?:the|an?|his|her|their|its|my|our|another|one|this|that)$/i.test(annotated.tokens[child]!.text),
  );
}

/** Singular nouns for many: "the crew, 12, died" may count them. */
const MANY =
  /^(?:crew|family|couple|pair|group|team|staff|crowd|band|gang|trio|duo|number|squad|unit|public|audience)$/;
const SINGLE = /^(?:star|suspect|victim|pensioner|grandad|granddad|celebrity|teen|.+-of-(?:\p{L}+|\p{N}+))$/u;

/** "Opal Deaton, 71, who": two words with capitals stand for a person's name where no annotator knows them for another. */
function isFullName(annotated: AnnotatedReport, pieces: readonly Piece[], first: number): boolean {
  const age = Number(pieces[first]!.text);
  const [given, last] = [pieces[first - 3], pieces[first - 2]!];
  if (given === undefined || age < 10 || age > 105 || nameAt(annotated, last.token)?.kind === "place") return false;
  const hasCapital = ({ token }: Piece) => /^\p{Lu}\p{Ll}/u.test(annotated.tokens[token]!.text);
  return annotated.upos[last.token] === "PROPN" && hasCapital(given) && hasCapital(last);
}

/** "She was 66", "Imus was 79 when he died": a person, a form of "be", and a bare number that closes the phrase. */
function isAgeOfSubject(annotated: AnnotatedReport, pieces: readonly Piece[], first: number, end: number): boolean {
  const token = pieces[first]!.token;
  const after = pieces[end]?.text;
  if (after !== undefined && !/^(?:[,.;)”"]|when|and|at|last)$/.test(after)) return false;
  if (firstDependent(annotated, token, "cop") === null || headOf(annotated, token) === token) return false;
  const subject = firstDependent(annotated, token, "nsubj");
  if (subject === null) return false;
  const word = annotated.tokens[subject]!.text.toLowerCase();
  // "Harker, who was 17, was shot": of one.
  if (word === "who") return /^(?:was|is)$/i.test(annotated.tokens[token - 1]?.text ?? "") && after === ",";
  return isPersonal(annotated, subject) && !/^(?:they|we|them|us)$/.test(word) && !MANY.test(word);
}

import type { AnnotatedReport, Sentence } from "../../annotate/layers.ts";
import { CURRENCY_SIGNS, CURRENCY_WORDS, TIME_UNITS } from "../../lexicons/figure-counted-nouns.ts";
import type { Span } from "../../text/span.ts";
import type { EventCandidate, FigureCandidate, FigureQuantity, StatementCandidate } from "../candidates.ts";
import { statementAround } from "../events/according-to.ts";
import { lemmaOf, wordOf } from "../events/grammar.ts";
import { type Amount, boundsOf, readAmount, scaledLow } from "./amounts.ts";
import { type Counted, findCounted } from "./counted.ts";
import { countsOf, unitOfCount } from "./counts.ts";
import { FigureEvents } from "./figure-events.ts";
import { isNotFigure } from "./not-figures.ts";
import { cutPieces, isDash, type Piece } from "./pieces.ts";

/**
 * Finds figures in text order: a number, its qualifier and the noun it counts.
 *
 * > | Hundreds of people will join, with more than 1,000 in the square.
 *      ^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^
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
  const figureEvents = new FigureEvents(annotated, statements, events);
  for (const sentence of annotated.sentences) {
    const pieces = cutPieces(annotated, sentence);
    let floor = 0;
    for (let at = 0; at < pieces.length; at++) {
      if (!mayOpenNumber(pieces[at]!)) continue;
      const amount = readAmount(pieces, at, floor);
      if (amount === null) continue;
      const draft = isNotFigure(annotated, pieces, amount) ? null : readFigure(annotated, sentence, pieces, amount);
      at = amount.numberEnd - 1;
      floor = amount.numberEnd;
      if (draft === null) continue;
      while (floor < pieces.length && pieces[floor]!.end <= draft.span.end) floor++;
      at = Math.max(at, floor - 1);
      const event = figureEvents.eventOf(draft.head, draft.first, draft.last);
      const counts = countsOf(annotated, draft, event, figureEvents.contextOf(draft.head));
      found.push({
        id: `f${found.length + 1}`,
        span: draft.span,
        min: draft.min,
        max: draft.max,
        quantity: draft.quantity,
        unit: draft.unit ?? unitOfCount(counts),
        counts,
        head: draft.head,
        event: event?.id ?? null,
        accordingTo: statementAround(statements, draft.span)?.id ?? null,
        producedBy: `figures/${draft.kind}`,
      });
    }
  }
  return found;
}

/** A figure before it is known what it counts. `first` and `last` are tokens. */
export interface FigureDraft {
  readonly span: Span;
  readonly min: number | null;
  readonly max: number | null;
  readonly quantity: FigureQuantity;
  readonly unit: string | null;
  readonly kind: "money" | "percent" | "fraction" | "age" | "length" | "count";
  readonly head: number;
  readonly named: boolean;
  readonly first: number;
  readonly last: number;
}

const OPENERS = new Set(["a", "an", "half", "the", "many", "large", "quite"]);

function mayOpenNumber(piece: Piece): boolean {
  return piece.text.length < 12 && (OPENERS.has(piece.text) || /^[\d\p{L}]/u.test(piece.text));
}

function readFigure(
  annotated: AnnotatedReport,
  sentence: Sentence,
  pieces: readonly Piece[],
  amount: Amount,
): FigureDraft | null {
  return (
    readPercent(pieces, amount, annotated, sentence) ??
    readMoney(annotated, pieces, amount) ??
    readAge(annotated, pieces, amount) ??
    readFraction(annotated, sentence, pieces, amount) ??
    readCount(annotated, sentence, pieces, amount)
  );
}

interface Reach {
  readonly end: number;
  readonly kind: FigureDraft["kind"];
  readonly unit: string | null;
}

function draftOf(
  pieces: readonly Piece[],
  amount: Amount,
  reach: Reach,
  whole: boolean,
  head: number | null,
): FigureDraft {
  const last = pieces[reach.end - 1]!;
  return {
    span: { start: pieces[amount.first]!.start, end: last.end },
    ...boundsOf(amount, scaledLow(amount, pieces), whole),
    unit: reach.unit,
    kind: reach.kind,
    head: head ?? last.token,
    named: head !== null,
    first: pieces[amount.first]!.token,
    last: last.token,
  };
}

/** "46%", "8 per cent", "3.3 percentage points". */
function readPercent(
  pieces: readonly Piece[],
  amount: Amount,
  annotated: AnnotatedReport,
  sentence: Sentence,
): FigureDraft | null {
  let end = amount.numberEnd;
  if (isDash(pieces[end])) end++;
  const word = pieces[end]?.text ?? "";
  if (word === "%" || word === "percent" || word === "pc") end++;
  else if (word === "per" && pieces[end + 1]?.text === "cent") end += 2;
  else if ((word === "percentage" || word === "basis") && /^points?$/.test(pieces[end + 1]?.text ?? "")) end += 2;
  else if (word === "percentage") end++;
  else return null;
  if (/^points?$/.test(pieces[end]?.text ?? "")) end++;
  const counted = findCounted(annotated, pieces[amount.numberFirst]!.token, pieces[end - 1]!.token, sentence.endToken);
  const withNoun = pieces[end]?.text === "of" && counted.named ? endOfToken(pieces, counted.lastToken) : end;
  return draftOf(
    pieces,
    amount,
    { end: withNoun, kind: "percent", unit: "percent" },
    false,
    counted.named ? counted.head : null,
  );
}

/** Index after the last piece of a token. */
function endOfToken(pieces: readonly Piece[], token: number): number {
  let end = pieces.length;
  while (end > 0 && pieces[end - 1]!.token > token) end--;
  return end;
}

/** "£3.5m", "US$5 million", "61,000 pounds", "SEK9 million". */
function readMoney(annotated: AnnotatedReport, pieces: readonly Piece[], amount: Amount): FigureDraft | null {
  const sign = signBefore(annotated, pieces, amount);
  if (sign !== null) {
    const first = Math.min(amount.first, sign.first);
    return draftOf(pieces, { ...amount, first }, { end: amount.end, kind: "money", unit: sign.unit }, false, null);
  }
  let end = amount.end;
  if (isDash(pieces[end])) end++;
  let adjective = "";
  if (
    /^(?:us|american|canadian|australian|singapore|hong|georgian|egyptian|swiss|indian|turkish|sterling)$/.test(
      pieces[end]?.text ?? "",
    )
  ) {
    adjective = pieces[end]!.text;
    end += adjective === "hong" ? 2 : 1;
  }
  const word = pieces[end]?.text ?? "";
  if (word === "p" && pieces[end]!.glued && adjective === "" && amount.low.digits) {
    return draftOf(pieces, amount, { end: end + 1, kind: "money", unit: "GBP-penny" }, false, null);
  }
  const singular = CURRENCY_WORDS.has(word)
    ? word
    : word
        .replace(/ies$/, "y")
        .replace(/e?s$/, "")
        .replace(/złot(?:ych|e|y)$/, "złoty");
  const unit = CURRENCY_WORDS.get(singular) ?? CURRENCY_WORDS.get(word.replace(/s$/, ""));
  if (unit === undefined) return null;
  // "won" is a verb, "pound" a weight, "real" an adjective unless the word says otherwise.
  if ((word === "won" || word === "real" || word === "rand" || word === "sterling") && adjective === "") return null;
  if (amount.low.kind === "fraction") return null;
  return draftOf(
    pieces,
    amount,
    { end: end + 1, kind: "money", unit: MONEY_OF_ADJECTIVE.get(adjective) ?? unit },
    false,
    null,
  );
}

const MONEY_OF_ADJECTIVE: ReadonlyMap<string, string> = new Map([
  ["canadian", "CAD"],
  ["australian", "AUD"],
  ["singapore", "SGD"],
  ["hong", "HKD"],
  ["egyptian", "EGP"],
]);

/** The currency before a number: a sign, with the country's letters if there are any, or a code. */
function signBefore(
  annotated: AnnotatedReport,
  pieces: readonly Piece[],
  amount: Amount,
): { readonly first: number; readonly unit: string } | null {
  const start = amount.numberFirst;
  const first = pieces[start]!;
  const opening = /^[$£€¥₹₽₪₩₿₺₴]$/.test(first.text)
    ? first
    : /^\p{L}/u.test(first.text) && pieces[start + 1]?.text === "$"
      ? pieces[start + 1]!
      : null;
  const between = first.text === "between" || first.text === "from" ? pieces[start + 1] : undefined;
  if (opening !== null) {
    const letters = opening === first ? "" : first.text.replace(".", "");
    return {
      first: start,
      unit: CURRENCY_SIGNS.get(letters + opening.text) ?? CURRENCY_SIGNS.get(opening.text) ?? "USD",
    };
  }
  if (between !== undefined && CURRENCY_SIGNS.has(between.text))
    return { first: start, unit: CURRENCY_SIGNS.get(between.text)! };
  const code = pieces[start - 1];
  if (code === undefined || !amount.low.digits) return null;
  const written = annotated.tokens[code.token]!.text;
  if (
    !CURRENCY_SIGNS.has(code.text) || code.token === first.token
      ? !CURRENCY_SIGNS.has(code.text)
      : !/^\p{Lu}/u.test(written)
  )
    return null;
  if (code.text === "r" && !first.glued) return null;
  return { first: start - 1, unit: CURRENCY_SIGNS.get(code.text)! };
}

/** "aged 78", "age of 95", "52-year-old", "71 years old", and a bare number between commas after a person's name. */
function readAge(annotated: AnnotatedReport, pieces: readonly Piece[], amount: Amount): FigureDraft | null {
  const { first, end, numberFirst, numberEnd, low } = amount;
  if (low.kind !== "plain" || low.value > 130) return null;
  const years = readYearsOld(pieces, numberEnd);
  if (years !== null) {
    const from = /^aged?$/.test(pieces[first - 1]?.text ?? "") ? first - 1 : first;
    return draftOf(
      pieces,
      { ...amount, first: from },
      { end: years, kind: "age", unit: unitOfAge(pieces, numberEnd) },
      true,
      null,
    );
  }
  const before = pieces[first - 1]?.text ?? "";
  if (before === "aged" || before === "age") {
    return draftOf(pieces, { ...amount, first: first - 1 }, { end, kind: "age", unit: "year" }, true, null);
  }
  if (/^ages?$/.test(pieces[first - 2]?.text ?? "") && before === "of") {
    return draftOf(pieces, { ...amount, first: first - 2 }, { end, kind: "age", unit: "year" }, true, null);
  }
  if (isAgeAfterName(annotated, pieces, numberFirst, numberEnd)) {
    return draftOf(pieces, amount, { end, kind: "age", unit: "year" }, true, null);
  }
  return null;
}

/** Index after "years old", "-year-old", "years of age", or null. */
function readYearsOld(pieces: readonly Piece[], at: number): number | null {
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

function isAgeAfterName(annotated: AnnotatedReport, pieces: readonly Piece[], first: number, end: number): boolean {
  const comma = pieces[first - 1];
  const name = pieces[first - 2];
  const after = pieces[end];
  if (comma?.text !== "," && comma?.text !== "(") return false;
  if (name === undefined || !(after === undefined || /^[,.;)]$/.test(after.text))) return false;
  if (!/^\d{1,3}$/.test(pieces[first]!.text) || !/^\p{Lu}/u.test(annotated.tokens[name.token]!.text)) return false;
  return annotated.names.some(
    (mention) => mention.kind === "person" && mention.firstToken <= name.token && name.token < mention.endToken,
  );
}

/** "half the guests", "two-thirds of senators", "one in three". */
function readFraction(
  annotated: AnnotatedReport,
  sentence: Sentence,
  pieces: readonly Piece[],
  amount: Amount,
): FigureDraft | null {
  if (amount.low.kind !== "fraction") return null;
  const last = pieces[amount.end - 1]!;
  const counted = findCounted(annotated, pieces[amount.numberFirst]!.token, last.token, sentence.endToken);
  const end = counted.named && counted.lastToken > last.token ? endOfToken(pieces, counted.lastToken) : amount.end;
  return draftOf(
    pieces,
    amount,
    { end, kind: "fraction", unit: "fraction" },
    false,
    counted.named ? counted.head : null,
  );
}

function readCount(
  annotated: AnnotatedReport,
  sentence: Sentence,
  pieces: readonly Piece[],
  amount: Amount,
): FigureDraft | null {
  const lastNumber = pieces[amount.end - 1]!;
  const length = readLength(pieces, amount);
  if (length !== null) return draftOf(pieces, amount, length, true, pieces[length.end - 1]!.token);
  const counted = findCounted(annotated, pieces[amount.numberFirst]!.token, lastNumber.token, sentence.endToken);
  if (!isFigureWithoutNoun(annotated, pieces, amount, counted)) return null;
  const end = counted.lastToken > lastNumber.token ? endOfToken(pieces, counted.lastToken) : amount.end;
  const first =
    /^(?:all|another)$/.test(pieces[amount.first - 1]?.text ?? "") && counted.named ? amount.first - 1 : amount.first;
  return draftOf(
    pieces,
    { ...amount, first },
    { end, kind: "count", unit: null },
    true,
    counted.named ? counted.head : null,
  );
}

/** "14 years", "14-day", "six working days"; "in prison" belongs to a term that the law sets as the most. */
function readLength(pieces: readonly Piece[], amount: Amount): Reach | null {
  let end = amount.end;
  if (isDash(pieces[end])) end++;
  if (
    /^(?:full|working|long|more|consecutive|straight|calendar|whole|further|extra|solid)$/.test(pieces[end]?.text ?? "")
  )
    end++;
  if (pieces[end]?.text === "of" && amount.low.kind === "vague") end++;
  const word = pieces[end]?.text ?? "";
  const unit =
    TIME_UNITS.get(word) ??
    TIME_UNITS.get(word.replace(/ies$/, "y").replace(/s$/, "")) ??
    TIME_UNITS.get(word.replace(/s?'$/, ""));
  if (unit === undefined || word === "second" || word === "min") return null;
  end++;
  // A "20 year" that is an age was read before.
  const capped = amount.bound === "at-most" || amount.bound === "less-than";
  if (capped && pieces[end]?.text === "in" && /^(?:prison|jail|custody)$/.test(pieces[end + 1]?.text ?? "")) end += 2;
  return { end, kind: "length", unit };
}

/** "One" and a bare small word are pronouns unless something shows that people or things are counted. */
function isFigureWithoutNoun(
  annotated: AnnotatedReport,
  pieces: readonly Piece[],
  amount: Amount,
  counted: Counted,
): boolean {
  const number = pieces[amount.numberFirst]!;
  if (number.text === "one" && amount.low.end === amount.numberFirst + 1) {
    const token = number.token;
    if (annotated.upos[token] !== "NUM" && annotated.xpos[token] !== "CD") return false;
    if (!counted.named) return false;
    const next = wordOf(annotated, token + 1);
    if (
      next === "another" ||
      /^(?:day|time|point|thing|way|side|hand|reason|week|year)$/.test(lemmaOf(annotated, counted.head))
    )
      return false;
  }
  return true;
}

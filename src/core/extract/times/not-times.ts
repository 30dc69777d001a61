import type { AnnotatedReport } from "../../annotate/layers.ts";
import { GAME_WORDS, NAME_TAILS, NAMED_WEEKDAYS } from "../../lexicons/time-nouns.ts";
import { MONTHS, SHORT_WEEKDAYS, UNITS, WEEKDAYS } from "../../lexicons/time-words.ts";
import type { Found } from "./meaning.ts";
import { pieceAt, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

/** Words after which a bare "May" or "March" is the month. */
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  `in since last next this of until till by from to between and through during for before after late early mid or every
  each following previous coming past around`.split(/\s+/),
);

/**
 * True for what only looks like a time: "May" as verb or name, a march, "Sunday Times", "Black Friday", a month or
 * weekday inside the name of a person or body.
 */
export function isNoTime(annotated: AnnotatedReport, pieces: readonly Piece[], time: Found): boolean {
  const { meaning } = time;
  const first = pieceAt(pieces, time.start);
  const core = coreOf(pieces, time);
  const before = pieceAt(pieces, core - 1);
  const after = pieceAt(pieces, time.end);
  const calendar = meaning.kind === "part" || meaning.kind === "clock" ? meaning.day : meaning;
  const isBareMonth =
    meaning.kind === "month" && meaning.day === null && meaning.year === null && meaning.relation === null;
  const isBareWeekday = calendar?.kind === "weekday" && calendar.relation === null && calendar.weeks === null;
  if (isBareMonth && !isMonth(annotated, pieceAt(pieces, core), before)) return true;
  if (isBareWeekday && before.capital && NAMED_WEEKDAYS.has(before.word)) return true;
  const isName =
    isBareMonth || isBareWeekday || meaning.kind === "set" || meaning.kind === "holiday" || meaning.kind === "month";
  if (isName && after.capital && NAME_TAILS.has(after.word)) return true;
  if (
    (isBareMonth || isBareWeekday || (meaning.kind === "set" && first.capital)) &&
    isInName(annotated, pieces, time, core)
  )
    return true;
  // "USA Today", "Carrow This Week"
  const previous = pieceAt(pieces, time.start - 1);
  const last = pieceAt(pieces, time.end - 1);
  const isRelative = calendar?.kind === "day" || calendar?.kind === "period";
  if (isRelative && first.capital && last.capital && previous.capital && previous.kind === "word") return true;
  const isOpen = meaning.kind === "reference" || (meaning.kind === "part" && meaning.day === null);
  // "the past chairman", "in the night sky": the word of time describes the noun that follows it.
  if (isOpen && wordAt(pieces, time.start) === "the" && isNominal(annotated, pieces, time.end)) return true;
  return isTitle(pieces, time) || isOfGames(annotated, pieces, time) || isAnyYear(pieces, time);
}

/** "trailed in the third quarter": a quarter of a game, by the words around it. */
function isOfGames(annotated: AnnotatedReport, pieces: readonly Piece[], { meaning, start }: Found): boolean {
  if (meaning.kind !== "year-part" || meaning.year !== null || !meaning.part.startsWith("Q")) return false;
  const sentence = annotated.sentenceOf[pieceAt(pieces, start).token] ?? 0;
  const first = annotated.sentences[Math.max(0, sentence - 2)]?.firstToken ?? 0;
  const end = annotated.sentences[Math.min(annotated.sentences.length - 1, sentence + 2)]?.endToken ?? 0;
  for (let token = first; token < end; token++)
    if (GAME_WORDS.has(annotated.tokens[token]!.text.toLowerCase())) return true;
  return false;
}

/** "the months of the year", "at this time of the year": of any. */
function isAnyYear(pieces: readonly Piece[], { meaning, start, end }: Found): boolean {
  if (meaning.kind !== "period" || meaning.unit !== "year" || meaning.offset !== 0 || end !== start + 2) return false;
  return (
    wordAt(pieces, start) === "the" &&
    wordAt(pieces, start - 1) === "of" &&
    (wordAt(pieces, start - 2) === "time" ||
      (/^(?:months|days|weeks|seasons)$/.test(wordAt(pieces, start - 2)) &&
        /^(?:the|all)$/.test(wordAt(pieces, start - 3))))
  );
}

function isMonth(annotated: AnnotatedReport, month: Piece, before: Piece): boolean {
  const { word } = month;
  if (word !== "may" && word !== "march" && word !== "august" && word.length > 3) return true;
  if (word.length <= 3 && word !== "may") return BEFORE_MONTH.has(before.word);
  if (word === "may" || word === "march") {
    const xpos = annotated.xpos[month.token] ?? "";
    return BEFORE_MONTH.has(before.word) && xpos !== "MD" && xpos !== "VB";
  }
  return true;
}

function isNominal(annotated: AnnotatedReport, pieces: readonly Piece[], at: number): boolean {
  const { kind, token } = pieceAt(pieces, at);
  const upos = annotated.upos[token];
  return kind === "word" && (upos === "NOUN" || upos === "PROPN" || upos === "ADJ" || upos === "NUM");
}

/** Where the month or weekday stands, behind "early" and "the end of". */
function coreOf(pieces: readonly Piece[], time: Found): number {
  for (let at = time.start; at < time.end; at++) {
    const { word, capital } = pieces[at]!;
    if (capital && (MONTHS.has(word) || WEEKDAYS.has(word) || SHORT_WEEKDAYS.has(word))) return at;
  }
  return time.start;
}

/** "This Week", "60 Minutes": a unit with a capital inside quotation marks names a programme. */
function isTitle(pieces: readonly Piece[], time: Found): boolean {
  const last = pieceAt(pieces, time.end - 1);
  const before = wordAt(pieces, time.start - 1);
  return (
    last.capital &&
    UNITS.has(last.word) &&
    time.end - time.start > 1 &&
    (before === '"' || before === "'" || before === "“")
  );
}

/**
 * True when the name of a person or body covers the expression and goes on after it ("Sunday Times Magazine", "April
 * Jones"). Names that end with it are no sign: "Clinton Thursday condemned …" is easily read as one name.
 */
function isInName(annotated: AnnotatedReport, pieces: readonly Piece[], time: Found, core: number): boolean {
  const start = pieceAt(pieces, core);
  const end = pieceAt(pieces, time.end - 1);
  const { names } = annotated;
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.end <= start.start) low = middle + 1;
    else high = middle;
  }
  const name = names[low];
  if (name === undefined || name.start > start.start || name.end < end.end) return false;
  if (name.kind !== "person" && name.kind !== "organisation") return false;
  if (WEEKDAYS.has(start.word)) return name.kind === "organisation" && name.start === start.start && name.end > end.end;
  return name.end > end.end || name.start < start.start;
}

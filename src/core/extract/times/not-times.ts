import type { AnnotatedReport } from "../../annotate/layers.ts";
import { NAME_TAILS, NAMED_WEEKDAYS } from "../../lexicons/time-nouns.ts";
import type { Found } from "./meaning.ts";
import { pieceAt } from "./numbers.ts";
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
  const before = pieceAt(pieces, time.start - 1);
  const after = pieceAt(pieces, time.end);
  const calendar = meaning.kind === "part" || meaning.kind === "clock" ? meaning.day : meaning;
  const isBareMonth =
    meaning.kind === "month" && meaning.day === null && meaning.year === null && meaning.relation === null;
  const isBareWeekday = calendar?.kind === "weekday" && calendar.relation === null && calendar.weeks === null;
  if (isBareMonth && !isMonth(annotated, first, before)) return true;
  if (isBareWeekday && before.capital && NAMED_WEEKDAYS.has(before.word)) return true;
  const isName =
    isBareMonth || isBareWeekday || meaning.kind === "set" || meaning.kind === "holiday" || meaning.kind === "month";
  if (isName && after.capital && NAME_TAILS.has(after.word)) return true;
  if ((isBareMonth || isBareWeekday || (meaning.kind === "set" && first.capital)) && isInName(annotated, pieces, time))
    return true;
  return false;
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

/** True when a name that is no date covers the expression and more. */
function isInName(annotated: AnnotatedReport, pieces: readonly Piece[], time: Found): boolean {
  const start = pieceAt(pieces, time.start);
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
  return name.kind !== "other" && (name.start < start.start || name.end > end.end);
}

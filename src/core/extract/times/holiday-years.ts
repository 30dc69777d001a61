import type { AnnotatedReport } from "../../annotate/layers.ts";
import { readDirection } from "./direction.ts";
import type { Found, Meaning } from "./meaning.ts";
import { wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

type Holiday = Extract<Meaning, { kind: "holiday" }>;

/**
 * Gives holidays that name no year the one that their sentence tells of: "the 2015 New Year's Eve party", "New Year's Eve
 * celebrations on Dec. 31, 2016", "two years ago … on New Year's Eve". Told "two years after", the year stays open.
 */
export function placeHolidays(
  annotated: AnnotatedReport,
  pieces: readonly Piece[],
  times: readonly Found[],
): readonly Found[] {
  const sentences = times.map(({ start }) => annotated.sentenceOf[pieces[start]!.token] ?? -1);
  return times.map((time, index) => {
    const { meaning } = time;
    if (meaning.kind !== "holiday" || meaning.year !== null || meaning.relation !== null) return time;
    let first = index;
    let end = index + 1;
    while (first > 0 && sentences[first - 1] === sentences[index]) first--;
    while (end < times.length && sentences[end] === sentences[index]) end++;
    const placed = placedBy(annotated, pieces, time, meaning, times.slice(first, end));
    return placed === null ? time : { ...time, meaning: placed };
  });
}

function placedBy(
  annotated: AnnotatedReport,
  pieces: readonly Piece[],
  time: Found,
  holiday: Holiday,
  near: readonly Found[],
): Holiday | null {
  for (const { end, meaning } of near) {
    if (meaning.kind === "fixed" && end === time.start && /^\d{4}$/.test(meaning.value))
      return { ...holiday, year: { year: Number(meaning.value) } };
    if (meaning.kind === "month" && meaning.year !== null && isSameDay(holiday, meaning))
      return { ...holiday, year: meaning.year };
    const looksBack =
      meaning.kind === "offset" && meaning.unit === "year" && meaning.sign < 0 && meaning.from === "publication";
    if (looksBack && !isAhead(annotated, pieces, time)) {
      return meaning.amount === null ? { ...holiday, isOpen: true } : { ...holiday, year: { shift: -meaning.amount } };
    }
    const isLength = meaning.kind === "duration" && /^P\d*X?Y$/.test(meaning.value);
    if (isLength && end <= time.start && wordAt(pieces, end) === "after") return { ...holiday, isOpen: true };
  }
  return null;
}

function isSameDay({ rule }: Holiday, { month, day }: Extract<Meaning, { kind: "month" }>): boolean {
  return "day" in rule && rule.month === month && rule.day === day;
}

/** "The zone, tried two years ago, will open on New Year's Eve": the day is that of what will be. */
function isAhead(annotated: AnnotatedReport, pieces: readonly Piece[], { start, end }: Found): boolean {
  const { side, strength } = readDirection(annotated, pieces[start]!.token, pieces[end - 1]!.token);
  return side === "future" && strength === 2;
}

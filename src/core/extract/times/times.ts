import type { AnnotatedReport } from "../../annotate/layers.ts";
import { makeSpan } from "../../text/span.ts";
import type { TimeExpression, TimeType } from "../candidates.ts";
import { type Direction, readDirection } from "./direction.ts";
import { placeHolidays } from "./holiday-years.ts";
import { joinRanges, rangeKind } from "./join-ranges.ts";
import type { Found, Meaning } from "./meaning.ts";
import { makeMentions } from "./mentions.ts";
import { isNoTime } from "./not-times.ts";
import { type Piece, splitPieces } from "./pieces.ts";
import { readPublication } from "./publication.ts";
import { rangeOfValue } from "./range.ts";
import { readTimes } from "./read-times.ts";
import { resolveMeaning } from "./resolve-meaning.ts";
import { shiftValue } from "./shift.ts";
import { statedValue } from "./stated.ts";

/**
 * Finds the time expressions of a report and puts them on the calendar, in text order, none inside another. Types,
 * extents and values follow TIMEX3 (TimeML 1.2.1); see docs/reference/times.md.
 *
 * > | They will march on Saturday.      published Friday 2025-09-05
 *                        ^^^^^^^^ DATE, stated XXXX-WXX-6, value 2025-09-06
 */
export function extractTimes(annotated: AnnotatedReport): TimeExpression[] {
  const pieces = splitPieces(annotated);
  const read = readTimes(pieces).filter((time) => !isNoTime(annotated, pieces, time));
  const found = joinRanges(pieces, placeHolidays(annotated, pieces, read));
  const publication = readPublication(annotated.report.publishedAt);
  const monthFirst = readNumericOrder(found, annotated.report.language);
  const mentions = makeMentions(publication);
  const times = found.map((time, index): TimeExpression => {
    const { span, firstToken, lastToken } = placeOf(annotated, pieces, time);
    const sentence = annotated.sentenceOf[firstToken] ?? 0;
    mentions.moveTo(sentence);
    let direction: Direction | null = null;
    const { value, inferred } = resolveMeaning(time.meaning, {
      publication,
      mentions,
      monthFirst,
      direction: () => {
        direction ??= readDirection(annotated, firstToken, lastToken);
        return direction;
      },
    });
    if (value !== null && isAnchor(time.meaning)) {
      mentions.add(value);
    }
    return {
      id: `t${index + 1}`,
      span,
      type: typeOf(time.meaning, value),
      value,
      stated: statedValue(time.meaning),
      inferred,
      range: value === null ? null : rangeOfValue(value),
    };
  });
  for (let index = 0; index + 1 < times.length; index++) {
    const kind = rangeKind(pieces, found[index]!, found[index + 1]!);
    const [first, last] = [times[index]!, times[index + 1]!];
    if (kind === "month") times[index] = beforeEnd(first, last);
    else if (kind === "weekday") times[index + 1] = afterStart(first, last);
  }
  return times;
}

/** The first end of a range, moved back a year when its own year was inferred and came out after the last end. */
function beforeEnd(first: TimeExpression, last: TimeExpression): TimeExpression {
  if (first.inferred === null || first.value === null || last.value === null || first.value <= last.value) return first;
  const value = /^\d{4}-\d{2}(?:-\d{2})?$/.test(first.value) ? shiftValue(first.value, "year", -1) : null;
  if (value === null) return first;
  const inferred = `the one before ${last.value}, with which the stretch ends`;
  return { ...first, value, inferred, range: rangeOfValue(value) };
}

/** The last end of a range of weekdays, moved on a week when it came out before the first. */
function afterStart(first: TimeExpression, last: TimeExpression): TimeExpression {
  if (last.inferred === null || first.value === null || last.value === null || last.value >= first.value) return last;
  const value = shiftValue(last.value, "week", 1);
  if (value === null) return last;
  return {
    ...last,
    value,
    inferred: `the one after ${first.value}, with which the stretch begins`,
    range: rangeOfValue(value),
  };
}

/** Lengths and sets name no place on the calendar; what is compared with ("a year earlier") is no new point of reference. */
function isAnchor(meaning: Meaning): boolean {
  if (["duration", "set", "comparison", "ahead"].includes(meaning.kind)) return false;
  // "that year" is coarser than the date it goes back to.
  if (meaning.kind === "mentioned" && meaning.offset === 0) return false;
  return meaning.kind !== "offset" || meaning.unit !== "year" || meaning.sign > 0;
}

function placeOf(annotated: AnnotatedReport, pieces: readonly Piece[], time: Found) {
  const first = pieces[time.start]!;
  const last = pieces[time.end - 1]!;
  return {
    span: makeSpan(first.start, last.end, annotated.report.text.length),
    firstToken: first.token,
    lastToken: last.token,
  };
}

function typeOf(meaning: Meaning, value: string | null): TimeType {
  if (meaning.kind === "duration" || (meaning.kind === "ahead" && value === meaning.length)) return "DURATION";
  if (meaning.kind === "set") return "SET";
  if (meaning.kind === "clock" || meaning.kind === "part") return "TIME";
  if ((meaning.kind === "offset" || meaning.kind === "ahead") && ["hour", "minute", "second"].includes(meaning.unit))
    return "TIME";
  return "DATE";
}

/** Whether numeric dates put the month first: as one of them shows by a number above 12, else as the report's language has it. */
function readNumericOrder(times: readonly Found[], language: string | null): boolean | null {
  let order: boolean | null = null;
  for (const { meaning } of times) {
    if (meaning.kind !== "numeric" || (meaning.first <= 12 && meaning.second <= 12)) continue;
    const monthFirst = meaning.second > 12;
    if (order !== null && order !== monthFirst) return null;
    order = monthFirst;
  }
  if (order !== null) return order;
  const region = /^en[-_]([A-Za-z]{2})\b/.exec(language ?? "")?.[1]?.toUpperCase();
  return region === undefined ? null : region === "US";
}

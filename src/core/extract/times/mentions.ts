import type { TimeUnit } from "../../lexicons/time-words.ts";
import { civilDay, dayNumber, formatDay, formatMonth, formatWeek, formatYear } from "./calendar.ts";
import type { Publication } from "./publication.ts";
import { rangeOfValue } from "./range.ts";
import type { Resolved } from "./resolve-meaning.ts";

/** The dates that the report has named so far, to which "three days later" and "that year" refer. */
export interface Mentions {
  /** The last date named within reach, as a value. */
  last(): string | null;
  /** The last whole day named within reach. */
  day(): number | null;
  /** The last whole day named in the paragraph that is being read. */
  dayInParagraph(): number | null;
  /** The quarter last named within reach, as a value. */
  quarter(): string | null;
  /** The unit so many units from the one last named. */
  near(unit: TimeUnit, offset: number): Resolved;
  add(value: string, sentence: number, paragraph: number): void;
  moveTo(sentence: number, paragraph: number): void;
}

/** How many sentences back a date may lie that a later one is counted from. */
const REACH = 3;
/** A report on results speaks of one quarter throughout. */
const QUARTER_REACH = 12;

export function makeMentions(publication: Publication | null): Mentions {
  let last: { value: string; sentence: number } | null = null;
  let lastDay: { day: number; sentence: number; paragraph: number } | null = null;
  let lastQuarter: { value: string; sentence: number } | null = null;
  let sentence = 0;
  let paragraph = 0;
  const recent = () => (last !== null && sentence - last.sentence <= REACH ? last.value : null);
  const recentDay = () => (lastDay !== null && sentence - lastDay.sentence <= REACH ? lastDay.day : null);
  return {
    last: recent,
    day: recentDay,
    dayInParagraph: () => (lastDay !== null && lastDay.paragraph === paragraph ? lastDay.day : null),
    quarter: () =>
      lastQuarter !== null && sentence - lastQuarter.sentence <= QUARTER_REACH ? lastQuarter.value : null,
    near(unit, offset) {
      if (unit === "quarter" && lastQuarter === null) return latestQuarter(offset, publication);
      const value =
        unit === "quarter"
          ? shiftQuarter(lastQuarter?.value ?? null, offset)
          : nearValue(unit, offset, recent(), recentDay());
      return { value, inferred: value === null ? null : `counted from the date mentioned before` };
    },
    add(value, inSentence, inParagraph) {
      const range = rangeOfValue(value);
      if (range === null) return;
      last = { value, sentence: inSentence };
      // Only a quarter that is over can have been reported on.
      const isOver = publication === null || range.last <= formatDay(publication.day);
      if (/^\d{4}-Q\d$/.test(value) && isOver) lastQuarter = { value, sentence: inSentence };
      if (range.first === range.last) {
        const [year = 0, month = 0, day = 0] = range.first.split("-").map(Number);
        lastDay = { day: dayNumber(year, month, day), sentence: inSentence, paragraph: inParagraph };
      }
    },
    moveTo(inSentence, inParagraph) {
      sentence = inSentence;
      paragraph = inParagraph;
    },
  };
}

function nearValue(unit: TimeUnit, offset: number, value: string | null, day: number | null): string | null {
  if (unit === "day") return day === null ? null : formatDay(day + offset);
  if (value === null) return null;
  if (unit === "week") {
    if (/^\d{4}-W\d\d/.test(value)) {
      const first = rangeOfValue(value.slice(0, 8))?.first;
      const [year = 0, month = 0, dayOfMonth = 0] = (first ?? "").split("-").map(Number);
      return formatWeek(dayNumber(year, month, dayOfMonth) + offset * 7);
    }
    return day === null ? null : formatWeek(day + offset * 7);
  }
  const year = Number(value.slice(0, 4));
  if (unit === "year" && /^\d{4}/.test(value)) return formatYear(year + offset);
  if (unit === "month") {
    const month = /^\d{4}-(\d{2})/.exec(value)?.[1];
    if (month === undefined) return null;
    const { year: y, month: m } = civilDay(dayNumber(year, Number(month) + offset, 1));
    return formatMonth(y, m);
  }
  return null;
}

/** Where none is named, "the quarter" is the last one that was over at publication. */
function latestQuarter(offset: number, publication: Publication | null): Resolved {
  if (publication === null) return { value: null, inferred: null };
  const total = publication.year * 4 + Math.floor((publication.month - 1) / 3) - 1 + offset;
  return {
    value: `${formatYear(Math.floor(total / 4))}-Q${(total % 4) + 1}`,
    inferred: `the last whole quarter before publication on ${publication.words}`,
  };
}

function shiftQuarter(value: string | null, offset: number): string | null {
  if (value === null) return null;
  const total = Number(value.slice(0, 4)) * 4 + Number(value[6]) - 1 + offset;
  return `${formatYear(Math.floor(total / 4))}-Q${(total % 4) + 1}`;
}

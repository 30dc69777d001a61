import type { TimeUnit } from "../../lexicons/time-words.ts";
import type { Resolved } from "./bearings.ts";
import { formatDay, formatWeek, formatYear } from "./calendar.ts";
import type { Publication } from "./publication.ts";
import { dayOfValue, rangeOfValue } from "./range.ts";
import { shiftMonth, shiftQuarter, shiftValue } from "./shift.ts";

/** The dates that the report has named so far, to which "three days later" and "that year" refer. */
export interface Mentions {
  /** The last date named within reach, as a value. */
  last(): string | null;
  /** The last whole day named within reach. */
  day(): number | null;
  /**
   * The day of which a clause on that side of publication speaks: the last whole day named on that side, in this
   * paragraph or not far above.
   */
  dayOn(side: "past" | "future"): number | null;
  /** The quarter last reported on, as a value. */
  quarter(): string | null;
  /** The unit so many units from the one last named. */
  near(unit: TimeUnit, offset: number, side: () => "past" | "future"): Resolved;
  add(value: string): void;
  /** Says which sentence is being read; must not go back. */
  moveTo(sentence: number): void;
}

/** How many sentences back a date may lie that a later one is counted from. */
const REACH = 3;
/** A report on results speaks of one quarter throughout. */
const QUARTER_REACH = 12;

/** How many sentences back a day may lie to which a time of the clock belongs. */
const DAY_REACH = 4;

interface NamedDay {
  readonly day: number;
  readonly sentence: number;
}

export function makeMentions(publication: Publication | null): Mentions {
  let last: { value: string; sentence: number } | null = null;
  let lastDay: NamedDay | null = null;
  let lastPast: NamedDay | null = null;
  let lastFuture: NamedDay | null = null;
  let lastQuarter: { value: string; sentence: number } | null = null;
  let sentence = 0;
  const recent = () => (last !== null && sentence - last.sentence <= REACH ? last.value : null);
  const recentDay = () => (lastDay !== null && sentence - lastDay.sentence <= REACH ? lastDay.day : null);
  const reported = () =>
    lastQuarter !== null && sentence - lastQuarter.sentence <= QUARTER_REACH ? lastQuarter.value : null;
  return {
    last: recent,
    day: recentDay,
    dayOn(side) {
      const named = side === "past" ? lastPast : lastFuture;
      return named !== null && sentence - named.sentence <= DAY_REACH ? named.day : null;
    },
    quarter: reported,
    near(unit, offset, side) {
      if (unit === "quarter" && lastQuarter === null) return latestQuarter(offset, publication);
      const value =
        unit === "quarter"
          ? shiftValue(lastQuarter?.value ?? "", "quarter", offset)
          : nearValue(unit, offset, recent(), unit === "day" ? (this.dayOn(side()) ?? recentDay()) : recentDay());
      return { value, inferred: value === null ? null : "counted from the date mentioned before" };
    },
    add(value) {
      const range = rangeOfValue(value);
      if (range === null) return;
      last = { value, sentence };
      // Only a quarter that is over can have been reported on.
      const isOver = publication === null || range.last <= formatDay(publication.day);
      if (/^\d{4}-Q\d$/.test(value) && isOver) lastQuarter = { value, sentence };
      const day = range.first === range.last ? dayOfValue(range.first) : null;
      if (day === null) return;
      lastDay = { day, sentence };
      if (publication === null || day <= publication.day) lastPast = lastDay;
      if (publication === null || day >= publication.day) lastFuture = lastDay;
    },
    moveTo(inSentence) {
      sentence = inSentence;
    },
  };
}

function nearValue(unit: TimeUnit, offset: number, value: string | null, day: number | null): string | null {
  if (unit === "day") return day === null ? null : formatDay(day + offset);
  const match = value === null ? null : /^(\d{4})(?:-(\d{2}))?/.exec(value);
  if (value === null || match === null) return null;
  const year = Number(match[1]);
  if (unit === "year") return formatYear(year + offset);
  if (unit === "month") return match[2] === undefined ? null : shiftMonth(year, Number(match[2]), offset);
  if (unit !== "week") return null;
  const first = /^\d{4}-W\d\d/.test(value) ? (dayOfValue(rangeOfValue(value)?.first ?? null) ?? day) : day;
  return first === null ? null : formatWeek(first + offset * 7);
}

/** Where none is named, "the quarter" is the last one that was over at publication. */
function latestQuarter(offset: number, publication: Publication | null): Resolved {
  if (publication === null) return { value: null, inferred: null };
  return {
    value: shiftQuarter(publication.year, Math.floor((publication.month - 1) / 3) + 1, offset - 1),
    inferred: `the last whole quarter before publication on ${publication.words}`,
  };
}

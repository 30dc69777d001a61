import type { HolidayRule } from "../../lexicons/time-holidays.ts";
import type { DayPart, Season, TimeUnit } from "../../lexicons/time-words.ts";

/** "this", "last", "next", and "previous"/"following", which count from the time last mentioned. */
export type Relation = "this" | "last" | "next" | "previous" | "following";

/** A year as the words give it: a number, a shift from the year of publication ("last year": -1), or nothing. */
export type StatedYear = { readonly year: number } | { readonly shift: number } | null;

/** Part of a year: quarter, half or season. */
export type YearPart = "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2" | Season;

/** What the words of a time expression say, before it is put on a calendar. */
export type Meaning =
  /** "June 20", "20 June 2025", "July last year", "last July" */
  | {
      readonly kind: "month";
      readonly year: StatedYear;
      readonly month: number;
      readonly day: number | null;
      readonly weekday: number | null;
      readonly relation: Relation | null;
    }
  /** "5/6/2025", of which either number may be the month. */
  | { readonly kind: "numeric"; readonly first: number; readonly second: number; readonly year: number }
  /** "the 20th" of a month that is not named */
  | { readonly kind: "day-of-month"; readonly day: number; readonly weekday: number | null }
  /** `weeks` is how many weeks away ("Monday next week": 1); `plus` is added to the day found ("a week on Monday": 7). */
  | {
      readonly kind: "weekday";
      readonly weekday: number;
      /** "this past" and "this coming" are the nearest; "last" and "next" lie in another week. */
      readonly relation: Relation | "past" | "coming" | null;
      readonly weeks: number | null;
      readonly plus: number;
    }
  /** "yesterday": -1 */
  | { readonly kind: "day"; readonly offset: number }
  /** "this month": 0, "last year": -1 */
  | { readonly kind: "period"; readonly unit: TimeUnit; readonly offset: number }
  | { readonly kind: "weekend"; readonly relation: Relation | null; readonly weeks: number | null }
  /** "the third quarter", "summer 2024", "last spring" */
  | {
      readonly kind: "year-part";
      readonly part: YearPart;
      readonly year: StatedYear;
      readonly relation: Relation | null;
    }
  /** "two weeks ago": -2 weeks from now; `amount` null is vague ("several years ago"). */
  | {
      readonly kind: "offset";
      readonly amount: number | null;
      readonly unit: TimeUnit;
      readonly sign: -1 | 1;
      readonly from: "publication" | "mention" | Meaning;
    }
  /** "in two weeks": a time ahead when the clause looks ahead, else a length. */
  | { readonly kind: "ahead"; readonly amount: number; readonly unit: TimeUnit; readonly length: string }
  /** "the year-ago quarter", "year-earlier profit": the same stretch, a year before the one reported on. */
  | { readonly kind: "comparison" }
  /** "that day": day, 0; "the following week": week, 1; "the year-earlier quarter" */
  | { readonly kind: "mentioned"; readonly unit: TimeUnit; readonly offset: number }
  /** "the first Monday of June"; -1 is the last. `unit` "weekday" goes with `weekday`. */
  | {
      readonly kind: "nth";
      readonly nth: number;
      readonly unit: "weekday" | "week" | "day";
      readonly weekday: number | null;
      readonly of: Meaning;
    }
  | {
      readonly kind: "holiday";
      readonly rule: HolidayRule;
      readonly year: StatedYear;
      readonly relation: Relation | null;
      readonly as: "day" | "week" | "weekend";
      /** The sentence tells of another year than the nearest, and does not say which. */
      readonly isOpen?: boolean;
    }
  /** "the week of Nov. 6" */
  | { readonly kind: "week-of"; readonly day: Meaning }
  | { readonly kind: "clock"; readonly time: string; readonly day: Meaning | null; readonly zone: string | null }
  | { readonly kind: "part"; readonly part: DayPart; readonly day: Meaning | null }
  /** A value that needs no calendar: "1984", "the 1990s", "the 20th century". */
  | { readonly kind: "fixed"; readonly value: string }
  | { readonly kind: "duration"; readonly value: string }
  | { readonly kind: "set"; readonly value: string }
  | { readonly kind: "reference"; readonly value: "PAST_REF" | "PRESENT_REF" | "FUTURE_REF" };

/** A stretch of pieces, end excluded, and what it means. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
}

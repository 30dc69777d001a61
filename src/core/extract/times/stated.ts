import type { TimeUnit } from "../../lexicons/time-words.ts";
import { formatYear, two } from "./calendar.ts";
import { formatDuration } from "./durations.ts";
import type { Meaning, StatedYear } from "./meaning.ts";

const OPEN_UNITS: Partial<Readonly<Record<TimeUnit, string>>> = {
  day: "XXXX-XX-XX",
  week: "XXXX-WXX",
  month: "XXXX-XX",
  quarter: "XXXX-QX",
  year: "XXXX",
  decade: "XXX",
  century: "XX",
};

/** What the words say by themselves, as TIMEX3 with X for what they leave open; null when they fix no part of it. */
export function statedValue(meaning: Meaning): string | null {
  switch (meaning.kind) {
    case "month": {
      const month = `${statedYear(meaning.year)}-${two(meaning.month)}`;
      return meaning.day === null ? month : `${month}-${two(meaning.day)}`;
    }
    case "numeric":
      return statedNumeric(meaning.first, meaning.second, meaning.year);
    case "day-of-month":
      return `XXXX-XX-${two(meaning.day)}`;
    case "weekday":
      return `XXXX-WXX-${meaning.weekday}`;
    case "weekend":
      return "XXXX-WXX-WE";
    case "day":
      return "XXXX-XX-XX";
    case "period":
    case "mentioned":
      return OPEN_UNITS[meaning.unit] ?? null;
    case "year-part":
      return `${statedYear(meaning.year)}-${meaning.part}`;
    case "offset":
      return formatDuration(meaning.amount, meaning.unit);
    case "nth":
      return meaning.unit === "weekday"
        ? `${statedValue(meaning.of) ?? "XXXX-XX"}-WXX-${meaning.weekday}`
        : (OPEN_UNITS[meaning.unit] ?? null);
    case "holiday":
      return "month" in meaning.rule && "day" in meaning.rule
        ? `${statedYear(meaning.year)}-${two(meaning.rule.month)}-${two(meaning.rule.day)}`
        : `${statedYear(meaning.year)}-XX-XX`;
    case "ahead":
      return meaning.length;
    case "comparison":
      return "XXXX";
    case "week-of":
      return "XXXX-WXX";
    case "clock":
      return `${dayPart(meaning.day)}T${meaning.time}`;
    case "part":
      return `${dayPart(meaning.day)}T${meaning.part}`;
    case "fixed":
    case "duration":
    case "set":
    case "reference":
      return meaning.value;
  }
}

function statedNumeric(first: number, second: number, year: number): string {
  if (first <= 12 && second <= 12 && first !== second) return `${formatYear(year)}-XX-XX`;
  const [month, day] = first > 12 ? [second, first] : [first, second];
  return `${formatYear(year)}-${two(month)}-${two(day)}`;
}

function dayPart(day: Meaning | null): string {
  return (day === null ? null : statedValue(day)) ?? "XXXX-XX-XX";
}

function statedYear(year: StatedYear): string {
  return year !== null && "year" in year ? formatYear(year.year) : "XXXX";
}

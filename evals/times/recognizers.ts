import { readFileSync } from "node:fs";
import type { TimeExpression } from "../../src/core/extract/candidates.ts";
import { extractTimes } from "../../src/core/extract/times/times.ts";
import { findData } from "../data.ts";
import { annotateText } from "../engine.ts";
import type { EvalResult } from "../result.ts";

const FILE = "time/recognizers-text/DateTime/DateTimeModel.json";

interface ExpectedValue {
  readonly timex?: string;
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

interface ExpectedTime {
  readonly Text: string;
  readonly Start: number;
  /** Last character, included. */
  readonly End: number;
  readonly Resolution: { readonly values: readonly ExpectedValue[] };
}

export interface RecognizerCase {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime: string };
  readonly Results: readonly ExpectedTime[];
}

/** Cases that pass, of those that news could hold; see README.md here for what is left out. */
export async function scoreRecognizerCases(): Promise<EvalResult[]> {
  const path = findData(FILE);
  if (path === null) return [];
  const kept = readRecognizerCases(path).filter((one) => reasonToLeaveOut(one) === null);
  let passed = 0;
  for (const one of kept) if (passes(one, await findCaseTimes(one))) passed++;
  return [
    {
      task: "times",
      dataset: "recognizers-text",
      split: "DateTimeModel, news",
      metric: "pass rate",
      value: (100 * passed) / kept.length,
      n: kept.length,
    },
  ];
}

export function readRecognizerCases(path: string): RecognizerCase[] {
  return JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
}

export async function findCaseTimes({ Input, Context }: RecognizerCase): Promise<readonly TimeExpression[]> {
  const text = Input.trim();
  if (text === "") return [];
  const lead = Input.length - Input.trimStart().length;
  const annotated = await annotateText(text, Context?.ReferenceDateTime ?? null);
  // An order of day and month that a British or American outlet would show.
  const report = { ...annotated.report, language: "en-US" };
  return extractTimes({ ...annotated, report }).map((time) => ({
    ...time,
    span: { start: time.span.start + lead, end: time.span.end + lead },
  }));
}

const MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec";
const NAMES = new RegExp(
  `\\b(?:(?:${MONTH})[a-z]*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|christmas|easter|independence|thanksgiving|labor|halloween|earth|juneteenth)\\b`,
  "g",
);

/** The criteria, first one that holds counts. */
const REASONS: readonly (readonly [reason: string, holds: (one: RecognizerCase) => boolean])[] = [
  [
    "is no prose: addresses, operators, codes, search phrases",
    ({ Input }) =>
      /[=<>~@]|www\.|:\/\/|search phrase|greater than|equals to|\b\d{6,}\b|[A-Z]+-\d+-[A-Z]|\$[A-Z]{3}|\bdate 1\b/.test(
        Input,
      ),
  ],
  [
    "spells as in a chat: tmrw, eod, 3h, 9a, noonish, oclock, a 1990 s",
    ({ Input }) =>
      /\b(?:tmrw|tonite|eo[dmy]|otd|ooo|w\/c|noonish|\d+ish|oclock|mid night|workweek|cy|sy|fy|cy18|sy18)\b|\bOOO\b|\b\d+(?:\.\d+)?(?:h|[DYW])\b|\d[ap]\b\.?(?!\s?m)|ampm|\d0 s\b|\d ?[ap] \. ?m|[ap] m\b|\d\.am|\bhahaha|\b[A-Za-z]{3}\d|\d+years|°|½ hour|\b\d{3,4} a\.m/i.test(
        Input,
      ),
  ],
  [
    "writes the name of a month, weekday or holiday in lower case",
    ({ Input, Results }) =>
      Results.some(({ Start, End }) =>
        (Input.slice(Start, End + 1).match(NAMES) ?? []).some((name) => /^[a-z]/.test(name)),
      ),
  ],
  [
    "writes a day and month in figures without a year, or joins figures and month names by marks",
    ({ Results }) =>
      Results.some(
        ({ Text }) =>
          /(?<![\d/.-])\d{1,2}[/-]\d{1,2}(?![\d/-])/.test(Text) ||
          /(?<![\d/.:-])\d{1,2}\.\d{1,2}(?!\d|\s?[ap]\.?m|[.])/.test(Text) ||
          new RegExp(`(?:${MONTH})[a-z]*[/-]\\d|\\d[/-](?:${MONTH})`, "i").test(Text) ||
          /\d{1,2}\/\d{1,2}\/\d\d(?!\d)|\d{4} \d\d \d\d|\b\d{4}-\d{1,2}\b(?!-)|\b\d{1,2}-\d{4}\b/.test(Text),
      ),
  ],
  [
    "gives hours of the clock as bare numbers or words (5 to 7, three thirty)",
    ({ Results }) =>
      Results.some(
        ({ Text, Resolution }) =>
          /^(?:time|datetime|timerange|datetimerange)$/.test(Resolution.values[0]?.type ?? "") &&
          !/^P/.test(Resolution.values[0]?.timex ?? "P") &&
          hasBareHour(Text),
      ),
  ],
  [
    "expects a code that TIMEX3 does not have: school and fiscal years, business days, meals, weeks of a month, zones, undefined references",
    ({ Results }) =>
      Results.some(({ Resolution }) =>
        Resolution.values.some(
          ({ timex = "", type, ...rest }) =>
            /SY|FY|BD|WE$|P\d+WD|TME|#\d|-\d\d-W\d|XX-W\d|^S[UP]$|^WI$|TDT|TNT|XX\d\d-|^P0\.5Y/.test(timex) ||
            type === "timezone" ||
            JSON.stringify(rest).includes("ref_undef"),
        ),
      ),
  ],
];

function hasBareHour(text: string): boolean {
  const plain = text
    .replace(
      new RegExp(
        `\\b(?:${MONTH})[a-z]*\\.? ?\\d{1,2}(?:st|nd|rd|th)?(?![:\\d])|\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH})[a-z]*`,
        "gi",
      ),
      "",
    )
    .replace(/\b\d{1,4}[/-]\d{1,2}[/-]\d{1,4}\b|\b\d{1,2}(?:st|nd|rd|th)\b/g, "")
    .replace(/\b\d+ (?:minutes?|min|hours?|days?|weeks?)\b/g, "");
  if (
    /\b\d{1,2}(?![\d:.]|\s?[ap]\.?m|\s?(?:o'clock|noon|midnight|in the (?:morning|afternoon|evening)))/i.test(
      plain.replace(/\d{1,2}[:.]\d\d(?::\d\d)?/g, ""),
    )
  )
    return true;
  return (
    /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s(?:[ap]\.?m|o'clock|minutes?|hours?|days?|weeks?|months?|in the))/i.test(
      plain,
    ) && !/half past|past (?:one|two|three|four|five|six|seven|eight|nine|ten)/.test(plain)
  );
}

export function reasonToLeaveOut(one: RecognizerCase): string | null {
  return REASONS.find(([, holds]) => holds(one))?.[0] ?? null;
}

/** Every expected time is found with its value, and nothing is found where nothing is expected. */
export function passes({ Results, Input }: RecognizerCase, found: readonly TimeExpression[]): boolean {
  const within = (time: TimeExpression, { Start, End }: ExpectedTime) =>
    time.span.start <= End && Start < time.span.end;
  if (found.some((time) => !Results.some((expected) => within(time, expected)))) return false;
  return Results.every((expected) => {
    const inside = found.filter((time) => within(time, expected));
    const vague = /\b(?:few|several|some)\b/.test(Input.slice(expected.Start, expected.End + 1).toLowerCase());
    return expected.Resolution.values.some((value) => matches(value, inside, vague));
  });
}

function matches(expected: ExpectedValue, found: readonly TimeExpression[], vague: boolean): boolean {
  const { timex = "", value = "", start = "", end = "" } = expected;
  const range = /^\((.*),(.*),(.*)\)$/.exec(timex);
  if (range === null) return found.some((time) => matchesOne(time, timex, value, start, vague));
  const [, from = "", to = "", length = ""] = range;
  const has = (bound: string, day: string) =>
    found.some(
      (time) => matchesOne(time, bound, day, day, false) || (!bound.includes("T") && time.range?.first === day),
    );
  if (has(from, start) && has(to, end)) return true;
  return found.some(
    ({ value: ours, range: days }) =>
      ours === length ||
      (days !== null && days.first === start.slice(0, 10) && dayAfter(days.last) === end.slice(0, 10)),
  );
}

function matchesOne(time: TimeExpression, timex: string, value: string, start: string, vague: boolean): boolean {
  const wanted = normal(timex);
  const forms = [time.value, time.stated].filter((form) => form !== null).map(normal);
  if (forms.includes(wanted)) return true;
  if (
    /^T/.test(wanted) &&
    forms.some((form) => form.endsWith(wanted) && form.charAt(form.length - wanted.length) === "T")
  )
    return true;
  if (/^P/.test(wanted)) {
    if (vague) return forms.some((form) => form === wanted.replace(/\d+/, "X"));
    return time.value !== null && secondsOf(time.value) !== null && secondsOf(time.value) === Number(value);
  }
  // A day or moment that the words leave open: one of its readings.
  const reading = normal(value.replace(" ", "T"));
  if (value !== "" && value !== "not resolved" && forms.includes(reading)) return true;
  if (/^\d{4}-\d\d-\d\d$/.test(value) && time.range?.first === value && time.range.last === value) return true;
  return (
    /XX/.test(timex) && start !== "" && time.range?.first === start.slice(0, 10) && sameGrain(timex, time.value ?? "")
  );
}

function sameGrain(timex: string, value: string): boolean {
  return timex.split("-").length === value.split("-").length;
}

/** One spelling for "T16", "T16:00" and "T16:00:00". */
function normal(timex: string): string {
  return timex.replace(/T(\d\d?)(?::(\d\d))?(?::(\d\d))?$/, (_, hour: string, minute = "00", second = "00") => {
    const time = `T${hour.padStart(2, "0")}:${minute}`;
    return second === "00" ? time : `${time}:${second}`;
  });
}

const SECONDS: Readonly<Record<string, number>> = {
  Y: 31_536_000,
  M: 2_592_000,
  W: 604_800,
  D: 86_400,
  TH: 3600,
  TM: 60,
  TS: 1,
};

function secondsOf(duration: string): number | null {
  const match = /^P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])*))?$/.exec(duration);
  if (match === null) return null;
  let seconds = 0;
  for (const [, amount, unit] of (match[1] ?? "").matchAll(/([\d.]+)([YMWD])/g))
    seconds += Number(amount) * SECONDS[unit ?? ""]!;
  for (const [, amount, unit] of (match[2] ?? "").matchAll(/([\d.]+)([HMS])/g))
    seconds += Number(amount) * SECONDS[`T${unit}`]!;
  return seconds;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

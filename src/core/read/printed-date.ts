import { MONTH_NUMBERS, ZONE_OFFSETS } from "../lexicons/month-names.ts";

/** `value` is ISO 8601 with the precision and zone as printed, and `start`–`end` the words read. */
export type PrintedDate =
  | { readonly kind: "date"; readonly value: string; readonly start: number; readonly end: number }
  /** Day and month could be either way round ("03/05/2031"). */
  | { readonly kind: "ambiguous"; readonly start: number; readonly end: number }
  /** There is no such day or hour. */
  | { readonly kind: "impossible"; readonly start: number; readonly end: number };

const CLOCK = String.raw`(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?)?\s?(?<half>[ap]\.?m\.?)?`;
const ZONE = String.raw`(?:\s*\(?(?<zone>Z(?![a-z])|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|[A-Z]{3,4}(?![a-z]))\)?)?`;
const ISO = new RegExp(
  String.raw`(?<![\d./-])(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d])(?:(?:T|\s+|,\s*)(?<iso>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)${ZONE})?`,
  "u",
);
const COMPACT =
  /^(?<year>(?:19|20|21)\d{2})(?<month>\d{2})(?<day>\d{2})(?:T?(?<iso>\d{2}:?\d{2}(?::?\d{2})?)(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/;
const NAME = String.raw`(?<name>[\p{L}\p{M}]{2,14})`;
const DAY_MONTH = new RegExp(
  String.raw`(?<![\d.,-])(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de|di)\s+|[\s-]+|[./](?=\p{L}{3}))${NAME}\.?,?(?:(?:\s+de|\s+del)?[\s-]+|(?<=\.)|/)(?<year>\d{4})(?!\d)`,
  "u",
);
const MONTH_DAY = new RegExp(
  String.raw`(?<!\p{L})${NAME}\.?(?:\s+|[-/])(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}{0,6},?\s+)?|[-/])(?<year>\d{4})(?!\d)`,
  "u",
);
/** As China, Japan and Korea print it, the year first. */
const EAST_ASIAN = /(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/u;
const NUMERIC = /(?<![\d./-])(?<a>\d{1,2})(?<sep>[/.-])(?<b>\d{1,2})\k<sep>(?<year>\d{4})(?![\d/.-])/u;
const TIME_AFTER = new RegExp(String.raw`^(?:[\s,|·•–—-]|at|um|às|à|las|alle|T)+${CLOCK}${ZONE}`, "iu");
const TIME_BEFORE = new RegExp(String.raw`${CLOCK}${ZONE}(?:[\s,|·•–—-]|on)+(?:\p{L}{3,9},?\s+)?$`, "iu");

/**
 * Reads the first full date of a short line, with its clock time where printed beside it; null when there is none. A
 * date without a year is none. Never fills in anything.
 */
export function readPrintedDate(line: string): PrintedDate | null {
  const text = withAsciiDigits(line.slice(0, 200));
  const compact = COMPACT.exec(text.trim());
  if (compact !== null) return fromIso(compact, 0, text.length);
  const iso = ISO.exec(text);
  if (iso !== null) return fromIso(iso, iso.index, iso.index + iso[0].length);
  const eastern = EAST_ASIAN.exec(text);
  if (eastern !== null)
    return withTime(text, eastern, Number(eastern.groups?.["month"]), Number(eastern.groups?.["day"]));
  for (const pattern of [DAY_MONTH, MONTH_DAY]) {
    const named = pattern.exec(text);
    const month = MONTH_NUMBERS.get(named?.groups?.["name"]?.toLowerCase().normalize("NFC") ?? "");
    if (named !== null && month !== undefined) return withTime(text, named, month, Number(named.groups?.["day"]));
  }
  const numeric = NUMERIC.exec(text);
  if (numeric === null) return null;
  const a = Number(numeric.groups?.["a"]);
  const b = Number(numeric.groups?.["b"]);
  // A day over 12 or equal numbers settle the order; else points are printed day first.
  if (b > 12 && a <= 12) return withTime(text, numeric, a, b);
  if (numeric.groups?.["sep"] === "." || a > 12 || a === b) return withTime(text, numeric, b, a);
  // Either order has the same clock time beside it.
  const { start, end } = withTime(text, numeric, a, b);
  return { kind: "ambiguous", start, end };
}

/** Arabic, Persian, Devanagari and Bengali digits as those of ASCII, each in its place. */
function withAsciiDigits(text: string): string {
  return OTHER_DIGIT.test(text)
    ? text.replace(new RegExp(OTHER_DIGIT, "g"), (digit) => String((digit.charCodeAt(0) - digitZero(digit)) % 10))
    : text;
}

const OTHER_DIGIT = /[٠-٩۰-۹०-९০-৯]/;
const ZEROS = ["٠", "۰", "०", "০"].map((zero) => zero.charCodeAt(0));

function digitZero(digit: string): number {
  return ZEROS.findLast((zero) => zero <= digit.charCodeAt(0)) ?? 0;
}

function fromIso(match: RegExpExecArray, start: number, end: number): PrintedDate {
  const { year, month, day, iso, zone } = match.groups ?? {};
  const date = isoDate(Number(year), Number(month), Number(day));
  if (date === null) return { kind: "impossible", start, end };
  if (iso === undefined) return { kind: "date", value: date, start, end };
  const bare = iso.replace(/[.,]\d+$/, "").replace(/:/g, "");
  const digits = bare.length % 2 === 0 ? bare : `0${bare}`;
  const time = isoTime(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6) || "0"));
  if (time === null) return { kind: "impossible", start, end };
  return { kind: "date", value: `${date}T${time}${isoZone(zone)}`, start, end };
}

function withTime(text: string, match: RegExpExecArray, month: number, day: number): PrintedDate {
  const start = match.index;
  const end = start + match[0].length;
  const date = isoDate(Number(match.groups?.["year"]), month, day);
  if (date === null) return { kind: "impossible", start, end };
  const after = TIME_AFTER.exec(text.slice(end));
  const afterTime = after === null ? null : clockTime(after);
  if (after !== null && afterTime !== null)
    return { kind: "date", value: `${date}T${afterTime}`, start, end: end + after[0].length };
  const before = TIME_BEFORE.exec(text.slice(0, start));
  const beforeTime = before === null ? null : clockTime(before);
  if (before !== null && beforeTime !== null)
    return { kind: "date", value: `${date}T${beforeTime}`, start: before.index, end };
  return { kind: "date", value: date, start, end };
}

/** A clock time needs minutes or "am"/"pm": a bare number beside a date is something else. */
function clockTime(match: RegExpExecArray): string | null {
  const { hour, minute, second, half, zone } = match.groups ?? {};
  if (minute === undefined && half === undefined) return null;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  }
  const time = isoTime(hours, Number(minute ?? "0"), Number(second ?? "0"));
  return time === null ? null : time + isoZone(zone);
}

function isoZone(zone: string | undefined): string {
  if (zone === undefined) return "";
  const offset = /[+-]\d{2}:?\d{2}$/.exec(zone)?.[0];
  if (offset !== undefined) return `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  return ZONE_OFFSETS.get(zone.toUpperCase()) ?? "";
}

function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1600 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

function isoTime(hours: number, minutes: number, seconds: number): string | null {
  if (hours > 23 || minutes > 59 || seconds > 60) return null;
  return `${two(hours)}:${two(minutes)}:${two(seconds)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

import { readPrintedDate } from "../../core/read/printed-date.ts";
import type { Diagnostic } from "../../core/text/diagnostic.ts";
import type { JsonLdArticle } from "../json-ld.ts";
import { addressDate } from "./address-date.ts";
import { type DateCandidate, gatherDates, type ReportPlace } from "./date-candidates.ts";
import { type DayOrder, dayOrderOf, inOrder, printedDayOrder } from "./day-order.ts";
import type { Said } from "./field.ts";
import type { PageBlocks } from "./page-blocks.ts";
import type { PageFacts } from "./page-facts.ts";
import { readScriptDate } from "./script-date.ts";

/** What is known of the page beside its tree. */
export interface PageGiven {
  readonly url: string | null;
  readonly retrievedAt: string | null;
  /** The header of that name, for a page that nobody else dates. */
  readonly lastModified: string | null;
  readonly html: string;
}

export interface PageDates {
  readonly publishedAt: Said<string> | null;
  readonly modifiedAt: Said<string> | null;
  readonly diagnostics: readonly Diagnostic[];
}

const DAY = 86_400_000;
/** The first pages of the web; what is dated before it is a default ("1970-01-01") or a date in the report. */
const EARLIEST = "1990";

/**
 * Finds when the page says that it was published and changed: what it declares for machines, then what it prints, labelled
 * or beside the headline, then the address. Nothing is taken from a clock. With `retrievedAt`, later dates are refused. What
 * says nothing at all of when is dated by the server's word for its last change, as changed and never as published.
 */
export function findDates(
  facts: PageFacts,
  page: PageBlocks,
  article: JsonLdArticle | null,
  place: ReportPlace & { readonly url: string | null; readonly language: string | null },
  { retrievedAt, lastModified, html }: Pick<PageGiven, "retrievedAt" | "lastModified" | "html">,
): PageDates {
  const diagnostics: Diagnostic[] = [];
  const candidates = gatherDates(facts, page, article, place);
  const address = addressDate(place.url);
  const published =
    address === null
      ? candidates.published
      : [...candidates.published, { printed: address, from: "url" as const, isDeclared: false }];
  const order = lazily(() => dayOrderOf(place.language, place.url) ?? printedDayOrder(page));
  const settled = daysOf([...published, ...candidates.modified]);
  const context = { retrievedAt, order, settled };
  const publishedAt =
    chooseDate(published, "published", context, diagnostics) ?? fromScript(html, context, diagnostics);
  let modifiedAt = chooseDate(candidates.modified, "modified", context, diagnostics);
  if (publishedAt !== null && modifiedAt !== null && isBefore(modifiedAt.value, publishedAt.value)) {
    const message = `The page says it was changed on ${modifiedAt.value}, before it was published on ${publishedAt.value}.`;
    diagnostics.push({ code: "modified-before-published", span: null, message });
    modifiedAt = null;
  }
  if (publishedAt?.from === "url") {
    const message = `Only the address dates the page: ${publishedAt.value}.`;
    diagnostics.push({ code: "date-from-url", span: null, message });
  }
  if (publishedAt === null && modifiedAt === null) {
    modifiedAt = fromHeader(lastModified, retrievedAt);
    if (modifiedAt !== null) {
      const message = `Only the server dates the page: it was last changed on ${modifiedAt.value}.`;
      diagnostics.push({ code: "date-from-header", span: null, message });
    }
  }
  return { publishedAt, modifiedAt, diagnostics };
}

/** A page that is made when it is asked for has the time of the asking, which dates nothing. */
const FRESH_MS = 3_600_000;

function fromHeader(lastModified: string | null, retrievedAt: string | null): Said<string> | null {
  const date = lastModified === null ? null : readPrintedDate(lastModified);
  if (date?.kind !== "date" || refuse(date.value, "", retrievedAt) !== null) return null;
  const isFresh = retrievedAt !== null && Date.parse(retrievedAt) - Date.parse(date.value) < FRESH_MS;
  return isFresh ? null : { value: date.value, from: "http-header" };
}

/** The first date that reads and can be; what cannot be, and what says another day, is noted. */
function chooseDate(
  candidates: readonly DateCandidate[],
  what: string,
  context: Context,
  diagnostics: Diagnostic[],
): Said<string> | null {
  const good: (Said<string> & { readonly isDeclared: boolean })[] = [];
  let doubt: Diagnostic | null = null;
  for (const { printed, from, isDeclared } of candidates) {
    const date = readDate(printed, isDeclared, context);
    if (date === null) continue;
    const refused =
      date.kind === "date" ? refuse(date.value, what, context.retrievedAt) : oddDate(date.kind, printed, what);
    if (refused !== null) {
      if (doubt === null || (doubt.code === "ambiguous-date" && refused.code !== "ambiguous-date")) doubt = refused;
    } else if (date.kind === "date") good.push({ value: date.value, from, isDeclared });
  }
  const chosen = settle(good);
  if (doubt !== null && (chosen === null || doubt.code !== "ambiguous-date")) diagnostics.push(doubt);
  const other = good.find(
    (one) =>
      chosen !== null &&
      (one.isDeclared || one.from === "url") &&
      Math.abs(dayNumber(one.value) - dayNumber(chosen.value)) > 1,
  );
  if (chosen !== null && other !== undefined) {
    const message = `The page gives two dates on which it was ${what}: ${chosen.value} (${chosen.from}, kept) and ${other.value} (${other.from}).`;
    diagnostics.push({ code: "conflicting-dates", span: null, message });
  }
  return chosen;
}

function fromScript(html: string, context: Context, diagnostics: Diagnostic[]): Said<string> | null {
  const printed = readScriptDate(html);
  const one = { printed: printed ?? "", from: "script", isDeclared: false } as const;
  return printed === null ? null : chooseDate([one], "published", context, diagnostics);
}

/** What numeric dates are settled by: the page's order, its other dates, and the day it was retrieved. */
interface Context {
  readonly retrievedAt: string | null;
  readonly order: () => DayOrder | null;
  readonly settled: ReadonlySet<string>;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Days that the candidates give beyond doubt. */
function daysOf(candidates: readonly DateCandidate[]): ReadonlySet<string> {
  return new Set(
    candidates.flatMap(({ printed }) => {
      const date = readPrintedDate(printed);
      return date?.kind === "date" ? [date.value.slice(0, 10)] : [];
    }),
  );
}

function readDate(printed: string, isDeclared: boolean, context: Context): ReturnType<typeof readPrintedDate> {
  const epoch = isDeclared ? fromEpoch(printed) : null;
  const date = epoch ?? readPrintedDate(printed);
  if (date?.kind !== "ambiguous") return date;
  const readings = ORDERS.flatMap((order) => {
    const one = readPrintedDate(inOrder(printed, order));
    return one?.kind === "date" ? [{ order, one }] : [];
  });
  // Another date of the page that is one of the two settles it; else how the page's country writes.
  const known = readings.filter(({ one }) => context.settled.has(one.value.slice(0, 10)));
  if (known.length === 1) return known[0]?.one ?? date;
  const order = context.order();
  if (order !== null) return readings.find((reading) => reading.order === order)?.one ?? date;
  const possible = readings.filter(({ one }) => refuse(one.value, "", context.retrievedAt) === null);
  return possible.length === 1 ? (possible[0]?.one ?? date) : date;
}

const ORDERS: readonly DayOrder[] = ["day-first", "month-first"];

/** Seconds or milliseconds since 1970, which are in UTC by their definition. */
function fromEpoch(printed: string): ReturnType<typeof readPrintedDate> {
  if (!/^\d{10}(?:\d{3})?$/.test(printed)) return null;
  const value = new Date(Number(printed.padEnd(13, "0"))).toISOString().replace(/\.\d+Z$/, "Z");
  return { kind: "date", value, start: 0, end: printed.length };
}

/** The first; with a clock time where another of its day has one; the outlet's own day where the first is in UTC. */
function settle(good: readonly Said<string>[]): Said<string> | null {
  let [chosen] = good;
  if (chosen === undefined) return null;
  const address = good.find((one) => one.from === "url");
  // An address is given once, at publication; a later declared date is that of a new edition or of a crawl.
  if (address !== undefined && dayNumber(address.value) < dayNumber(chosen.value) - 1) return address;
  // An evening west of Greenwich is the next day in UTC, a night east of it the day before: the day that words like
  // "Monday" count from is the outlet's.
  const [, hour] = /T(\d\d).*(?:Z|[+-]00:?00)$/.exec(chosen.value) ?? [];
  if (hour !== undefined) {
    const utcDay = dayNumber(chosen.value);
    const isWest = Number(hour) < 12;
    const localDay = isWest ? utcDay - 1 : utcDay + 1;
    if (isWest && address !== undefined && dayNumber(address.value) === localDay) return address;
    const printed = good.find(isPrinted);
    if (printed !== undefined && dayNumber(printed.value) === localDay)
      return { value: printed.value, from: printed.from };
  }
  for (const one of good) {
    if (chosen.value.length > 10) break;
    if (one.value.length > 10 && one.value.startsWith(chosen.value)) chosen = one;
  }
  return { value: chosen.value, from: chosen.from };
}

function isPrinted({ from }: Said<string>): boolean {
  return from === "time-element" || from === "visible-text";
}

function refuse(value: string, what: string, retrievedAt: string | null): Diagnostic | null {
  if (retrievedAt !== null && dayNumber(value) > dayNumber(retrievedAt) + 1) {
    const message = `The page says it was ${what} on ${value}, after it was retrieved.`;
    return { code: "future-date", span: null, message };
  }
  if (value < EARLIEST) {
    const message = `The page says it was ${what} on ${value}, before there were web pages.`;
    return { code: "impossible-date", span: null, message };
  }
  return null;
}

function oddDate(kind: "ambiguous" | "impossible", printed: string, what: string): Diagnostic {
  const short = printed.slice(0, 60);
  return kind === "ambiguous"
    ? {
        code: "ambiguous-date",
        span: null,
        message: `Day and month of "${short}" (${what}) could be either way round.`,
      }
    : { code: "impossible-date", span: null, message: `"${short}" (${what}) is no date of the calendar.` };
}

/** Whether one is of an earlier day. A night east of Greenwich is the day before in UTC. */
function isBefore(value: string, other: string): boolean {
  const isNight = other.length === 10 && /T(?:1[2-9]|2\d).*(?:Z|[+-]00:?00)$/.test(value);
  return dayNumber(value) < dayNumber(other) - (isNight ? 1 : 0);
}

function dayNumber(iso: string): number {
  return Math.floor(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / DAY);
}

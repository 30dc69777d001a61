import { readPrintedDate } from "../../core/read/printed-date.ts";
import type { FieldSource } from "../../core/read/report.ts";
import type { Diagnostic } from "../../core/text/diagnostic.ts";
import type { JsonLdArticle } from "../json-ld.ts";
import type { Said } from "./field.ts";
import type { PageBlocks } from "./page-blocks.ts";
import type { Capture, PageFacts } from "./page-facts.ts";

export interface PageDates {
  readonly publishedAt: Said<string> | null;
  readonly modifiedAt: Said<string> | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A date as some part of the page prints it. Declared ones are meant for machines; the others stand in the page's text. */
interface Candidate {
  readonly printed: string;
  readonly from: FieldSource;
  readonly isDeclared: boolean;
}

const PUBLISHED_METAS =
  "article:published_time og:article:published_time og:published_time datepublished article:published shareaholic:article_published_time parsely-pub-date sailthru.date cxenseparse:recs:publishtime originalpublicationdate publication_date publishdate publish-date publish_date published_time published_at pubdate pub_date displaydate dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date dc.date.published citation_publication_date citation_online_date citation_date article_date_original article.published rbpubdate ptime createdate datecreated date_published date release_date".split(
    " ",
  );
const MODIFIED_METAS =
  "article:modified_time og:article:modified_time og:updated_time og:modified_time datemodified article:modified dcterms.modified dc.date.modified lastmod last-modified last_modified date_modified modified_time revised".split(
    " ",
  );
const DAY = 86_400_000;
/** The first pages of the web; what is dated before it is a default ("1970-01-01") or a date in the report. */
const EARLIEST = "1990";

/**
 * Finds when the page says that it was published and changed, in the order JSON-LD, meta elements, time elements, dates
 * printed beside the headline, the address. Nothing is taken from a clock. With `retrievedAt`, later dates are refused.
 */
export function findDates(
  facts: PageFacts,
  page: PageBlocks,
  article: JsonLdArticle | null,
  place: {
    readonly first: number | null;
    readonly titleAt: number;
    readonly url: string | null;
    readonly language: string | null;
  },
  retrievedAt: string | null,
): PageDates {
  const diagnostics: Diagnostic[] = [];
  const printed = printedDates(page, place.first, place.titleAt);
  const address = addressDate(place.url);
  const published: Candidate[] = [
    ...(article?.publishedAt ?? []).map((one) => declared(one, "json-ld")),
    ...fromMetas(facts, PUBLISHED_METAS),
    ...fromCaptures(facts, false),
    ...printed.filter(({ isUpdate }) => !isUpdate),
    ...(address === null ? [] : [address]),
  ];
  const modified: Candidate[] = [
    ...(article?.modifiedAt ?? []).map((one) => declared(one, "json-ld")),
    ...fromMetas(facts, MODIFIED_METAS),
    ...fromCaptures(facts, true),
    ...printed.filter(({ isUpdate }) => isUpdate),
  ];
  const order = dayOrder(place.language);
  const publishedAt = chooseDate(published, "published", retrievedAt, order, diagnostics);
  let modifiedAt = chooseDate(modified, "modified", retrievedAt, order, diagnostics);
  if (publishedAt !== null && modifiedAt !== null && dayNumber(modifiedAt.value) < dayNumber(publishedAt.value)) {
    const message = `The page says it was changed on ${modifiedAt.value}, before it was published on ${publishedAt.value}.`;
    diagnostics.push({ code: "modified-before-published", span: null, message });
    modifiedAt = null;
  }
  if (publishedAt?.from === "url") {
    const message = `Only the address dates the page: ${publishedAt.value}.`;
    diagnostics.push({ code: "date-from-url", span: null, message });
  }
  return { publishedAt, modifiedAt, diagnostics };
}

function declared(printed: string, from: FieldSource): Candidate {
  return { printed, from, isDeclared: true };
}

function fromMetas(facts: PageFacts, names: readonly string[]): Candidate[] {
  return names.flatMap((name) => (facts.metas.get(name) ?? []).slice(0, 2).map((one) => declared(one, "meta")));
}

/** Time elements and dates printed in elements named for them: first those that say what they date, then the article's. */
function fromCaptures(facts: PageFacts, isModified: boolean): Candidate[] {
  const dated = facts.captures.filter((capture) => capture.kind !== "title" && capture.kind !== "heading");
  const ranked: Candidate[][] = [[], [], [], []];
  for (const capture of dated) {
    const itemprop = (capture.attributes["itemprop"] ?? "").toLowerCase();
    const names = `${capture.attributes["class"] ?? ""} ${capture.attributes["id"] ?? ""}`.toLowerCase();
    const saysModified =
      itemprop === "datemodified" || /updat|modif|revis|edited/.test(names) || UPDATE.test(capture.text);
    const saysPublished =
      itemprop === "datepublished" || /publi|posted|pubdate/.test(names) || "pubdate" in capture.attributes;
    if (saysModified !== isModified || (capture.kind === "author" && (capture.text.length > 100 || capture.inSide)))
      continue;
    const printed = printedIn(capture);
    if (printed === null) continue;
    const isDeclared = itemprop === "datepublished" || itemprop === "datemodified";
    const rank = isDeclared ? 0 : saysPublished && !capture.inSide ? 1 : capture.inArticle && !capture.inSide ? 2 : 3;
    // A lone date in a side column is another story's more often than this one's.
    const from = capture.kind === "time" || isDeclared ? "time-element" : "visible-text";
    if (rank < 3 || !capture.inSide) ranked[rank]?.push({ printed, from, isDeclared });
  }
  return ranked.flat();
}

const UPDATE =
  /^\W*(?:(?:last|page) )?(?:updated|modified|edited|revised|last edited|last edit|page revision|aktualisiert|mis à jour|actualizado)/i;

function printedIn(capture: Capture): string | null {
  const given = capture.attributes["datetime"] ?? capture.attributes["content"];
  if (given !== undefined && readPrintedDate(given)?.kind === "date") return given;
  return capture.text.length <= 120 ? capture.text : null;
}

/** Dates in short lines from above the headline to the first paragraphs. */
function printedDates(page: PageBlocks, first: number | null, titleAt: number) {
  const found: (Candidate & { readonly isUpdate: boolean })[] = [];
  if (first === null && titleAt < 0) return found;
  const anchor = titleAt >= 0 ? titleAt : (first ?? 0);
  const from = Math.max(0, anchor - 8);
  const to = Math.min(page.blocks.length, Math.max(anchor, Math.min(first ?? anchor, anchor + 25)) + 5);
  const rank = (at: number) => (at > anchor ? at - anchor : (anchor - at) * 2);
  const order = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).sort(
    (a, b) => rank(a) - rank(b),
  );
  for (const at of order) {
    const block = page.blocks[at];
    if (block === undefined || block.text.length > 140 || !/\d/.test(block.text)) continue;
    if (
      block.box !== null &&
      block.box.finding.kind !== "credit" &&
      block.box.finding.kind !== "share" &&
      block.box.finding.kind !== "other"
    )
      continue;
    const date = readPrintedDate(block.text);
    if (date === null || date.kind !== "date") continue;
    // Words beyond a label, a name and the date are a sentence about something else.
    if (block.text.length - (date.end - date.start) > 70) continue;
    found.push({ printed: block.text, from: "visible-text", isDeclared: false, isUpdate: UPDATE.test(block.text) });
  }
  return found;
}

const ADDRESS_DATE =
  /[/=_-](?<year>(?:19|20|21)\d{2})(?<mark>[/_-])(?<month>0?[1-9]|1[0-2])\k<mark>(?<day>0?[1-9]|[12]\d|3[01])(?:[/_.-]|$)/;
const ADDRESS_COMPACT = /[/_-](?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?:[/_.-]|$)/;

function addressDate(url: string | null): Candidate | null {
  const path = url === null ? "" : url.replace(/[?#].*$/s, "").slice(0, 500);
  const { year, month, day } = (ADDRESS_DATE.exec(path) ?? ADDRESS_COMPACT.exec(path))?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  return { printed: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, from: "url", isDeclared: false };
}

type DayOrder = "day-first" | "month-first" | null;

/** How the page's declared language and country write numeric dates; null where they do not tell. */
function dayOrder(language: string | null): DayOrder {
  const [, tongue, country] = /^([a-z]{2,3})(?:-([a-z]{2}))?$/i.exec(language ?? "") ?? [];
  if (tongue === undefined) return null;
  if (/^(?:us|ph)$/i.test(country ?? "")) return "month-first";
  if (/^(?:gb|uk|ie|au|nz|in|za|ng|ke|pk|sg|my|jm|tt)$/i.test(country ?? "")) return "day-first";
  return /^(?:de|fr|es|it|pt|nl|da|nb|no|pl|cs|ru|tr|el|ro|fi)$/i.test(tongue) ? "day-first" : null;
}

function inOrder(printed: string, order: DayOrder): string {
  if (order === null) return printed;
  return printed.replace(/(\d{1,2})[/-](\d{1,2})[/-](\d{4})/, (_, a: string, b: string, year: string) => {
    const [day, month] = order === "day-first" ? [a, b] : [b, a];
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  });
}

/** The first date that reads and can be; what cannot be, and what says another day, is noted. */
function chooseDate(
  candidates: readonly Candidate[],
  what: string,
  retrievedAt: string | null,
  order: DayOrder,
  diagnostics: Diagnostic[],
): Said<string> | null {
  const good: (Said<string> & { readonly isDeclared: boolean })[] = [];
  let doubt: Diagnostic | null = null;
  for (const { printed, from, isDeclared } of candidates) {
    let date = readPrintedDate(printed);
    if (date?.kind === "ambiguous") date = readPrintedDate(inOrder(printed, order)) ?? date;
    if (date === null) continue;
    const refused = date.kind === "date" ? refuse(date.value, what, retrievedAt) : oddDate(date.kind, printed, what);
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

/** The first; with a clock time where another of its day has one; the outlet's own day where the first is in UTC. */
function settle(good: readonly Said<string>[]): Said<string> | null {
  let [chosen] = good;
  if (chosen === undefined) return null;
  const address = good.find((one) => one.from === "url");
  // An address is given once, at publication; a later declared date is that of a new edition or of a crawl.
  if (address !== undefined && dayNumber(address.value) < dayNumber(chosen.value) - 1) return address;
  // An evening west of Greenwich is the next day in UTC: the day that words like "Monday" count from is the outlet's.
  if (/T(?:0\d|1[01]).*(?:Z|[+-]00:?00)$/.test(chosen.value)) {
    const utcDay = dayNumber(chosen.value);
    if (address !== undefined && dayNumber(address.value) === utcDay - 1) return address;
    const isSameDay = good.some((one) => isPrinted(one) && dayNumber(one.value) === utcDay);
    const printed = good.find((one) => isPrinted(one) && dayNumber(one.value) === utcDay - 1);
    if (printed !== undefined && !isSameDay) return { value: printed.value, from: printed.from };
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

function dayNumber(iso: string): number {
  return Math.floor(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / DAY);
}

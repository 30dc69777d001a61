import { readPrintedDate } from "../core/read/printed-date.ts";
import type { Diagnostic } from "../core/text/diagnostic.ts";
import type { JsonLdArticle } from "./json-ld.ts";
import type { Capture, PageScan } from "./scan-page.ts";

export interface PageDates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A date as some part of the page prints it. Declared ones are meant for machines; the others stand in the page's text. */
interface Candidate {
  readonly printed: string;
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

/**
 * Finds when the page says that it was published and changed, in the order JSON-LD, meta elements, time elements, dates
 * printed beside the article. Nothing is taken from the URL or a clock. With `retrievedAt`, later dates are refused.
 */
export function readPageDates(scan: PageScan, article: JsonLdArticle | null, retrievedAt: string | null): PageDates {
  const diagnostics: Diagnostic[] = [];
  const published = [
    ...(article?.publishedAt ?? []).map(declared),
    ...fromMetas(scan, PUBLISHED_METAS),
    ...fromCaptures(scan, false),
  ];
  const modified = [
    ...(article?.modifiedAt ?? []).map(declared),
    ...fromMetas(scan, MODIFIED_METAS),
    ...fromCaptures(scan, true),
  ];
  const publishedAt = chooseDate(published, "published", retrievedAt, diagnostics);
  let modifiedAt = chooseDate(modified, "modified", retrievedAt, diagnostics);
  if (publishedAt !== null && modifiedAt !== null && dayNumber(modifiedAt) < dayNumber(publishedAt)) {
    const message = `The page says it was changed on ${modifiedAt}, before it was published on ${publishedAt}.`;
    diagnostics.push({ code: "modified-before-published", span: null, message });
    modifiedAt = null;
  }
  return { publishedAt, modifiedAt, diagnostics };
}

function declared(printed: string): Candidate {
  return { printed, isDeclared: true };
}

function fromMetas(scan: PageScan, names: readonly string[]): Candidate[] {
  return names.flatMap((name) => (scan.metas.get(name) ?? []).slice(0, 2).map(declared));
}

/** Time elements and dates printed in elements named for them: first those that say what they date, then the article's. */
function fromCaptures(scan: PageScan, isModified: boolean): Candidate[] {
  const dated = scan.captures.filter((capture) => capture.kind === "time" || capture.kind === "date");
  const ranked: Candidate[][] = [[], [], [], []];
  for (const capture of dated) {
    const itemprop = (capture.attributes["itemprop"] ?? "").toLowerCase();
    const names = `${capture.attributes["class"] ?? ""} ${capture.attributes["id"] ?? ""}`.toLowerCase();
    const saysModified =
      itemprop === "datemodified" ||
      /updat|modif|revis/.test(names) ||
      /^(?:last )?(?:updated|modified)/i.test(capture.text);
    const saysPublished =
      itemprop === "datepublished" || /publi|posted|pubdate/.test(names) || "pubdate" in capture.attributes;
    if (saysModified !== isModified || (isModified && !saysModified)) continue;
    const printed = printedIn(capture);
    if (printed === null) continue;
    const isDeclared = itemprop === "datepublished" || itemprop === "datemodified";
    const rank = isDeclared ? 0 : saysPublished && !capture.inSide ? 1 : capture.inArticle && !capture.inSide ? 2 : 3;
    // A lone date in a side column is another story's more often than this one's.
    if (rank < 3 || !capture.inSide) ranked[rank]?.push({ printed, isDeclared });
  }
  return ranked.flat();
}

function printedIn(capture: Capture): string | null {
  const given = capture.attributes["datetime"] ?? capture.attributes["content"];
  if (given !== undefined && readPrintedDate(given)?.kind === "date") return given;
  return capture.text.length <= 120 ? capture.text : null;
}

/** The first date that reads; one with a clock time on the same day is preferred. What cannot be is noted. */
function chooseDate(
  candidates: readonly Candidate[],
  what: string,
  retrievedAt: string | null,
  diagnostics: Diagnostic[],
): string | null {
  let chosen: string | null = null;
  let conflict: string | null = null;
  let doubt: Diagnostic | null = null;
  for (const { printed, isDeclared } of candidates) {
    const date = readPrintedDate(printed);
    if (date === null) continue;
    if (date.kind !== "date") {
      doubt ??= oddDate(date.kind, printed, what);
      continue;
    }
    if (retrievedAt !== null && dayNumber(date.value) > dayNumber(retrievedAt) + 1) {
      const message = `The page says it was ${what} on ${date.value}, after it was retrieved.`;
      doubt ??= { code: "future-date", span: null, message };
      continue;
    }
    if (chosen === null) chosen = date.value;
    else if (chosen.length === 10 && date.value.length > 10 && date.value.startsWith(chosen)) chosen = date.value;
    else if (isDeclared && Math.abs(dayNumber(date.value) - dayNumber(chosen)) > 1) conflict ??= date.value;
  }
  if (doubt !== null && (chosen === null || doubt.code !== "ambiguous-date")) diagnostics.push(doubt);
  if (conflict !== null) {
    const message = `The page gives two dates on which it was ${what}: ${chosen} (kept) and ${conflict}.`;
    diagnostics.push({ code: "conflicting-dates", span: null, message });
  }
  return chosen;
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

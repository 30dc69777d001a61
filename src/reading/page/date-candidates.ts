import { readPrintedDate } from "../../core/read/printed-date.ts";
import type { FieldSource } from "../../core/read/report.ts";
import type { JsonLdArticle } from "../json-ld.ts";
import type { PageBlocks } from "./page-blocks.ts";
import type { Capture, PageFacts } from "./page-facts.ts";
import {
  type BlockIndex,
  type DateLabel,
  indexBlocks,
  labelIn,
  readLabelledDates,
  withFullYears,
} from "./printed-dates.ts";

/** A date as some part of the page prints it. Declared ones are meant for machines; the others stand in the page's text. */
export interface DateCandidate {
  readonly printed: string;
  readonly from: FieldSource;
  readonly isDeclared: boolean;
}

export interface DateCandidates {
  /** The best first. */
  readonly published: readonly DateCandidate[];
  readonly modified: readonly DateCandidate[];
}

/** Where the report stands on its page, in blocks: its headline (−1 where it is not printed), and its text. */
export interface ReportPlace {
  readonly titleAt: number;
  readonly first: number | null;
  readonly last: number | null;
}

const PUBLISHED_METAS = names(
  "article:published_time og:article:published_time og:published_time datepublished article:published shareaholic:article_published_time parsely-pub-date sailthru.date cxenseparse:recs:publishtime originalpublicationdate publication_date publishdate publish-date publish_date published_time published_at publicationdate publication-date published published-date first_published pubdate pub_date displaydate dc.date.issued dcterms.issued dc.date.published citation_publication_date citation_online_date article_date_original article.published article:publish_date article.publishdate rbpubdate ptime date_published bt:pubdate vf:published_time lp.article:published_time",
);
/** They date the page somehow: a date printed at the headline says more. */
const WEAK_METAS = names(
  "citation_date dc.date dc.date.created dcterms.created dcterms.date createdate datecreated uploaddate date release_date created article:created",
);
const MODIFIED_METAS = names(
  "article:modified_time og:article:modified_time og:updated_time og:modified_time datemodified article:modified dcterms.modified dc.date.modified lastmod last-modified last_modified date_modified modified_time modified lastupdated last-updated revised",
);

/** Gathers all that may date the report, published and changed apart, each in the order of what it is worth. */
export function gatherDates(
  facts: PageFacts,
  page: PageBlocks,
  article: JsonLdArticle | null,
  place: ReportPlace,
): DateCandidates {
  const printed = [...fromCaptures(facts, page, place), ...fromLines(page, place), ...fromFarLines(page, place)].sort(
    (a, b) => a.rank - b.rank || a.distance - b.distance,
  );
  const ofLabel = (isModified: boolean, isStrong: boolean) =>
    printed.filter((one) => one.isModified === isModified && one.rank < 3 === isStrong);
  return {
    published: [
      ...(article?.publishedAt ?? []).map((one) => declared(one, "json-ld")),
      ...fromMetas(facts, PUBLISHED_METAS),
      ...ofLabel(false, true),
      ...(article?.createdAt ?? []).map((one) => declared(one, "json-ld")),
      ...fromMetas(facts, WEAK_METAS),
      ...ofOneDay(ofLabel(false, false)),
    ],
    modified: [
      ...(article?.modifiedAt ?? []).map((one) => declared(one, "json-ld")),
      ...fromMetas(facts, MODIFIED_METAS),
      ...ofLabel(true, true),
      ...ofOneDay(ofLabel(true, false)),
    ],
  };
}

/** Dates away from the headline: several days are a list of other stories, or of comments. */
function ofOneDay(candidates: readonly DateCandidate[]): readonly DateCandidate[] {
  const days = new Set(candidates.map(({ printed }) => dayOf(printed)));
  return days.size === 1 ? candidates : [];
}

function dayOf(printed: string): string {
  const date = readPrintedDate(printed);
  return date?.kind === "date" ? date.value.slice(0, 10) : printed;
}

function names(list: string): readonly string[] {
  return list.split(" ");
}

function declared(printed: string, from: FieldSource): DateCandidate {
  return { printed, from, isDeclared: true };
}

function fromMetas(facts: PageFacts, wanted: readonly string[]): DateCandidate[] {
  return wanted.flatMap((name) => (facts.metas.get(name) ?? []).slice(0, 2).map((one) => declared(one, "meta")));
}

/**
 * `rank`: 0 marked up as the report's date, 1 labelled, 2 beside the headline, 3 elsewhere in the article, 4 elsewhere.
 * `distance` orders those of one rank.
 */
interface Ranked extends DateCandidate {
  readonly rank: number;
  readonly distance: number;
  readonly isModified: boolean;
}

/** Blocks from above the headline to the first paragraphs: where a report's own date is printed. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly anchor: number;
}

function windowOf(page: PageBlocks, { titleAt, first, last }: ReportPlace): Window | null {
  if (first === null && titleAt < 0) return null;
  const anchor = titleAt >= 0 ? titleAt : (first ?? 0);
  const from = Math.max(0, anchor - 8);
  const end = Math.max(anchor, Math.min(first ?? anchor, anchor + 25)) + 5;
  // Right below a short report its date may stand; further down stand other stories'.
  const to = Math.min(page.blocks.length, end, Math.max(anchor, last ?? end) + 2);
  return { from, to, anchor };
}

/** Blocks above a headline in which a date without a label is the report's: kicker, section, date. */
const FURTHEST_ABOVE = 3;

/** What stands above the headline is more often the page's than the report's. */
function distanceOf(at: number, { anchor }: Window): number {
  return at > anchor ? at - anchor : (anchor - at) * 2;
}

/** Time elements and dates printed in elements named for them. */
function fromCaptures(facts: PageFacts, page: PageBlocks, place: ReportPlace): Ranked[] {
  const window = windowOf(page, place);
  const index = indexBlocks(page);
  return facts.captures.flatMap((capture) => {
    const { kind, attributes, inSide } = capture;
    if (kind === "title" || kind === "heading") return [];
    if (kind === "author" && (capture.text.length > 100 || inSide)) return [];
    const at = index.blockOf(capture.element);
    const isNear = window !== null && at >= window.from && at < window.to;
    const isInText = place.first !== null && at >= place.first && at < (place.last ?? place.first);
    const distance = window === null ? at : distanceOf(at, window);
    const itemprop = (attributes["itemprop"] ?? "").toLowerCase();
    const isMarked = /^date(?:published|modified)$/.test(itemprop) || "pubdate" in attributes;
    // Dates far below, and in side columns, are those of comments and other stories, unless markup or words tell.
    const rankOf = ({ label, isSaid }: Printed) => {
      if (inSide) return isSaid && capture.inArticle ? 3 : 5;
      if (isMarked) return 0;
      if (label !== null && (isNear || isInText)) return 1;
      if (isNear && place.titleAt - at <= FURTHEST_ABOVE) return 2;
      return at < place.titleAt ? 5 : capture.inArticle ? 3 : 4;
    };
    const from = kind === "time" || isMarked ? ("time-element" as const) : ("visible-text" as const);
    return datesOf(capture, index).flatMap((date): Ranked[] => {
      const { printed, label } = date;
      const rank = rankOf(date);
      if (label === "other" || rank > 4) return [];
      return [{ printed, from, isDeclared: isMarked, rank, distance, isModified: label === "modified" }];
    });
  });
}

/** A date of an element, and what it dates; `isSaid` when words say so, not only the element's name. */
interface Printed {
  readonly printed: string;
  readonly label: DateLabel;
  readonly isSaid: boolean;
}

function datesOf(capture: Capture, index: BlockIndex): readonly Printed[] {
  const { attributes } = capture;
  const text = capture.text.length <= 160 ? withFullYears(capture.text) : capture.text;
  const own = namedLabel(capture);
  const given = ["datetime", "content", "data-datetime", "data-timestamp", "title"]
    .map((name) => attributes[name] ?? "")
    .find((one) => readPrintedDate(one)?.kind === "date" || /^\d{10}(?:\d{3})?$/.test(one));
  if (given !== undefined) {
    const said = labelIn(text.replace(/\d.*$/s, "")) ?? labelIn(index.wordsBefore(capture.element));
    return [{ printed: given, label: said ?? own, isSaid: said !== null }];
  }
  if (text.length > 160) return [];
  return readLabelledDates(text).map(({ date, label }, at) => {
    const said = label ?? (at === 0 ? labelIn(index.wordsBefore(capture.element)) : null);
    const printed = text.slice(date.start, date.end);
    return { printed, label: said ?? (at === 0 ? own : null), isSaid: said !== null };
  });
}

/** What the element's own name says that it dates. Many pages call one date "published updated" when both are one. */
function namedLabel({ attributes }: Capture): DateLabel {
  const itemprop = (attributes["itemprop"] ?? "").toLowerCase();
  if (itemprop === "datepublished" || "pubdate" in attributes) return "published";
  if (itemprop === "datemodified") return "modified";
  const called = `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`.toLowerCase();
  if (/publi|posted|pubdate|entry-date|post-date/.test(called)) return "published";
  return /updat|modif|revis|edited/.test(called) ? "modified" : null;
}

/** Dates in short lines from above the headline to the first paragraphs. */
function fromLines(page: PageBlocks, place: ReportPlace): Ranked[] {
  const window = windowOf(page, place);
  if (window === null) return [];
  const found: Ranked[] = [];
  for (let at = window.from; at < window.to; at++) {
    const block = page.blocks[at];
    if (block === undefined || block.text.length > 160 || !/\p{Nd}/u.test(block.text)) continue;
    const line = withFullYears(block.text);
    const dates = readLabelledDates(line);
    const words = dates.reduce((sum, { date }) => sum - (date.end - date.start), line.length);
    // Words beyond a label, a name and the date are a sentence about something else.
    if (words > 70) continue;
    // In a box of other things only a date by itself right under the headline is the report's.
    const isUnderTitle = place.titleAt >= 0 && at > place.titleAt && at <= (place.first ?? at) && words <= 25;
    if (block.box !== null && !DATE_BOXES.has(block.box.finding.kind) && !isUnderTitle) continue;
    if (block.box?.finding.kind === "other" && at < place.titleAt) continue;
    for (const { date, label } of dates) {
      // Well above the headline stands the day of the visit, in the page's head.
      if (label === "other" || (label === null && place.titleAt - at > FURTHEST_ABOVE)) continue;
      const printed = line.slice(date.start, date.end);
      const rank = label === null ? 2 : 1;
      const distance = distanceOf(at, window);
      found.push({
        printed,
        from: "visible-text",
        isDeclared: false,
        rank,
        distance,
        isModified: label === "modified",
      });
    }
  }
  return found;
}

/**
 * Lines outside of that which are no more than a label and a date ("Date 19.01.2031", "Last updated on 3 May 2031"), and the
 * date that the text itself begins with ("Feb. 23, 2031 -- ").
 */
function fromFarLines(page: PageBlocks, place: ReportPlace): Ranked[] {
  const window = windowOf(page, place);
  const found: Ranked[] = [];
  const add = (printed: string, isModified: boolean, distance: number) =>
    found.push({ printed, from: "visible-text", isDeclared: false, rank: 4, distance, isModified });
  for (const [at, { text, box }] of page.blocks.entries()) {
    if (window !== null && at >= window.from && at < window.to) {
      const isOpening = place.first !== null && at >= place.first && at < place.first + 3;
      const opening = isOpening ? DATELINE_DAY.exec(text.slice(0, 120))?.groups?.["day"] : undefined;
      if (opening !== undefined && readPrintedDate(opening)?.kind === "date") add(opening, false, 0);
      continue;
    }
    if (text.length > 80 || !/\p{Nd}/u.test(text) || (box !== null && !DATE_BOXES.has(box.finding.kind))) continue;
    const [one, ...more] = readLabelledDates(text);
    if (one === undefined || more.length > 0 || (one.label !== "published" && one.label !== "modified")) continue;
    const words = text.length - (one.date.end - one.date.start);
    if (words > LONGEST_FAR_LABEL || MADE.test(text)) continue;
    add(
      text.slice(one.date.start, one.date.end),
      one.label === "modified",
      window === null ? at : distanceOf(at, window),
    );
  }
  return found;
}

const LONGEST_FAR_LABEL = 35;
/** Accounts and forums are "created", films "released". */
const MADE = /created|erstellt|added|filed|issued|released|submitted/i;
/** Where a text begins with its day, after the place or without one. */
const DATELINE_DAY =
  /^(?:\p{Lu}[\p{Lu}\p{M}.,’' -]{2,40},\s+)?(?<day>\p{Lu}\p{L}{2,8}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+\p{Lu}\p{L}{2,8}\s+\d{4})\s*(?:\([^()]{2,40}\)\s*)?(?:—|–|--|-|\/)\s*\S/u;
const DATE_BOXES: ReadonlySet<string> = new Set(["credit", "share", "other"]);

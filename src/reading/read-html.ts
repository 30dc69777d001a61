import { findFurniture } from "../core/read/furniture.ts";
import type { ReportFields } from "../core/read/plain-text.ts";
import type { FieldName, FieldSource, Furniture, Report, ReportBlock } from "../core/read/report.ts";
import { readTopMatter } from "../core/read/top-matter.ts";
import { cleanText } from "../core/text/clean-text.ts";
import type { Diagnostic } from "../core/text/diagnostic.ts";
import { type Span, textOf } from "../core/text/span.ts";
import { OnrecordError } from "../errors.ts";
import { chooseAnswer } from "./page/choose-answer.ts";
import { type PageDays, timeEntries } from "./page/entry-times.ts";
import { wordKey } from "./page/field.ts";
import { findNotes } from "./page/find-notes.ts";
import { findLiveEntries, type LiveEntry } from "./page/live-entries.ts";
import { type Line, readMainText } from "./page/main-text.ts";
import { type PageBlocks, readBlocks } from "./page/page-blocks.ts";
import { gatherFacts } from "./page/page-facts.ts";
import { readPageFields, readStructuredData } from "./page/page-fields.ts";
import type { PageTree } from "./page/page-tree.ts";
import { parsePage } from "./page/parse-page.ts";

export interface PageOptions extends ReportFields {
  /** ISO date or date-time of retrieval; dates of the page that lie after it are refused. */
  readonly retrievedAt?: string | null;
  /** The header Last-Modified that the page came with. */
  readonly lastModified?: string | null;
}

/** A report with the words of the page that each of its paragraphs is made of. */
export interface ReadPage {
  readonly report: Report;
  /** One for each of `report.paragraphs`. */
  readonly lines: readonly Line[];
  readonly tree: PageTree;
}

/**
 * Reads the article out of a page. Never runs or loads anything of it. Bounded: pages of any depth and shape take time in
 * proportion to their length.
 *
 * @throws OnrecordError "no-article" when the page holds no words that could be an article.
 */
export function readHtml(html: string, given: PageOptions = {}): Report {
  return readPage(html, given).report;
}

/**
 * The same, with the way back from each paragraph to the page. A page whose words its scripts bring is read as browsers
 * without scripts show it, where that shows more.
 *
 * @throws OnrecordError "no-article"
 */
export function readPage(html: string, given: PageOptions = {}): ReadPage {
  if (!NOSCRIPT.test(html)) return readShown(html, given);
  let shown: ReadPage | OnrecordError;
  try {
    shown = readShown(html, given);
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    shown = error;
  }
  const length = shown instanceof OnrecordError ? 0 : shown.report.text.length;
  if (!(shown instanceof OnrecordError) && length >= FEW_CHARACTERS) return shown;
  try {
    const page = readShown(withoutNoscript(html), given);
    if (page.report.text.length < Math.max(FEW_CHARACTERS, length * 2)) throw noArticle(html, given.url ?? null);
    const message = "The page shows its words by scripts; they were read as a browser without scripts shows them.";
    const diagnostics = [...page.report.diagnostics, { code: "noscript", span: null, message }];
    return { ...page, report: { ...page.report, diagnostics } };
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    if (shown instanceof OnrecordError) throw shown;
    return shown;
  }
}

/** Characters below which a text is hardly the report. */
const FEW_CHARACTERS = 250;
const NOSCRIPT = /<noscript\b/i;

/** Blanks in place of the tags, so that every place stays what it is. */
function withoutNoscript(html: string): string {
  return html.replace(/<\/?noscript\b[^>]{0,500}>/gi, (tag) => " ".repeat(tag.length));
}

function readShown(html: string, given: PageOptions): ReadPage {
  const tree = parsePage(html);
  const page = readBlocks(tree);
  const facts = gatherFacts(tree, page);
  const reading = readStructuredData(facts);
  const body = reading.article?.body ?? null;
  const choice = chooseAnswer(tree, page, body);
  const fields = readPageFields(facts, page, reading, choice?.answer ?? null, {
    url: given.url ?? null,
    retrievedAt: given.retrievedAt ?? null,
    lastModified: given.publishedAt == null && given.modifiedAt == null ? (given.lastModified ?? null) : null,
    html,
  });
  const descriptions = DESCRIPTIONS.flatMap((name) => facts.metas.get(name) ?? []);
  const headline = given.headline ?? fields.headline?.value ?? null;
  const updates = (reading.article?.updates ?? []).flatMap((one) => [one.headline ?? "", one.body ?? ""]);
  const spoken = body ?? (updates.length > 0 ? updates.join("\n") : null);
  const main = readMainText(page, choice, { headline, descriptions, body: spoken });

  const found = joinDropCaps(main.lines);
  const leads =
    main.leads === 0
      ? null
      : found
          .slice(0, main.leads)
          .map((line) => line.text)
          .join("\n");
  const words = found.filter(({ text }, index) => text !== "" && !(index < 3 && isTitle(text, headline)));
  const repeated = repeatedLines(words);
  const distinct = words.filter(({ text }) => !repeated.has(text));
  const all = distinct.length > 0 ? distinct : words;
  if (all.length === 0) {
    throw noArticle(html, given.url ?? null);
  }
  const draft = joinParagraphs(all);
  const top = readTopMatter(draft.text, draft.paragraphs);
  const aside = [...top.furniture, ...findFurniture(draft.text, draft.paragraphs, top.furniture)];
  const asideAt = new Set(aside.flatMap((one) => ("start" in one ? [one.start] : [])));
  // What is no part of the report is kept beside its text, unless that leaves none.
  const own = all.filter((_, index) => !asideAt.has(draft.paragraphs[index]?.start ?? -1));
  const lines = own.length > 0 ? own : all;
  const { text, paragraphs } = joinParagraphs(lines);
  const furniture: Furniture[] = [
    ...(own.length > 0 ? aside.map((one) => withWords(one, draft.text)) : aside),
    ...main.furniture,
  ];

  const byline = given.byline !== undefined && given.byline.length > 0 ? given.byline : fields.byline?.value;
  const notes = findNotes(text, paragraphs, furniture, byline ?? top.byline);
  const sources = fieldSources({
    url: [given.url, fields.canonicalUrl],
    outlet: [given.outlet, fields.outlet],
    headline: [given.headline, fields.headline, top.headline],
    byline: [
      given.byline?.length === 0 ? null : given.byline,
      fields.byline,
      top.byline.length > 0 ? top.byline : null,
    ],
    publishedAt: [given.publishedAt, fields.publishedAt, top.publishedAt],
    modifiedAt: [given.modifiedAt, fields.modifiedAt, top.modifiedAt],
    language: [given.language, fields.language],
    section: [null, fields.section],
    isPaywalled: [null, fields.isPaywalled],
    standfirst: [null, null, leads],
    dateline: [null, null, notes.dateline],
    wire: [null, null, notes.wire],
  });
  const publishedAt = given.publishedAt ?? fields.publishedAt?.value ?? top.publishedAt;
  const modifiedAt = given.modifiedAt ?? fields.modifiedAt?.value ?? top.modifiedAt;
  const report: Report = {
    url: given.url ?? fields.canonicalUrl?.value ?? null,
    outlet: given.outlet ?? fields.outlet?.value ?? null,
    headline: headline ?? top.headline,
    byline: byline ?? top.byline,
    publishedAt,
    modifiedAt,
    language: given.language ?? fields.language?.value ?? null,
    text,
    paragraphs,
    furniture,
    diagnostics: [
      ...pageDiagnostics(tree, page),
      ...fields.diagnostics,
      ...main.diagnostics,
      ...top.diagnostics.map(placeless),
    ],
    sources,
    canonicalUrl: fields.canonicalUrl?.value ?? null,
    standfirst: leads,
    section: fields.section?.value ?? null,
    dateline: notes.dateline,
    wire: notes.wire,
    isPaywalled: fields.isPaywalled?.value ?? null,
    corrections: notes.corrections,
    blocks: [
      ...lines.flatMap((line, index) => blockOf(line, paragraphs[index])),
      ...entryBlocks(findLiveEntries(lines, facts, reading.article, headline), paragraphs, { publishedAt, modifiedAt }),
    ],
  };
  return { report, lines, tree };
}

/** A page of frames says where the article may be. */
function noArticle(html: string, url: string | null): OnrecordError {
  const framed = /<i?frame\b[^>]{0,2000}?\ssrc\s*=\s*["']?([^"'\s>]{1,500})/i.exec(html.slice(0, 200_000))?.[1];
  const address = framed === undefined ? null : URL.parse(framed, url ?? undefined);
  const isPage =
    address === null ? framed !== undefined && !/^[a-z]+:/i.test(framed) : /^https?:$/.test(address.protocol);
  if (isPage && framed !== undefined)
    return new OnrecordError("no-article", "The page holds no article, only frames with other pages in them.", {
      next: `Give the address of the frame itself: ${address?.href ?? framed}`,
    });
  return new OnrecordError("no-article", "The page holds no article that could be read.", {
    next: "Give the address of the article itself, or its text.",
  });
}

const DESCRIPTIONS = ["description", "og:description", "twitter:description"];

function isTitle(text: string, headline: string | null): boolean {
  return headline !== null && wordKey(text) === wordKey(headline);
}

/** Scraps that the page prints between the paragraphs ("Article content"): the same few words three times or more. */
function repeatedLines(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text, kind } of lines)
    if (text.length <= 40 && kind !== "row") counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].flatMap(([text, count]) => (count >= 3 ? [text] : [])));
}

/** A first letter that the page sets apart as a drop cap ("T" "urkey, Poland and …") is put before its word. */
function joinDropCaps(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const text = cleanText(line.text);
    const cap = joined.at(-1);
    if (cap !== undefined && /^[“‘"']?\p{Lu}$/u.test(cap.text) && /^\p{Ll}/u.test(text))
      joined[joined.length - 1] = { ...line, text: cap.text + text, parts: [...cap.parts, ...line.parts] };
    else joined.push(text === line.text ? line : { ...line, text });
  }
  return joined;
}

function joinParagraphs(lines: readonly Line[]): { text: string; paragraphs: Span[] } {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const { text } of lines) {
    paragraphs.push({ start, end: start + text.length });
    start += text.length + 2;
  }
  return { text: lines.map(({ text }) => text).join("\n\n"), paragraphs };
}

function withWords(one: Furniture, text: string): Furniture {
  return "start" in one ? { text: textOf(text, one), kind: one.kind, reason: one.reason } : one;
}

/** The line that it points at is no part of the text any more. */
function placeless(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, span: null };
}

function blockOf(line: Line, span: Span | undefined): ReportBlock[] {
  const { kind } = line;
  if (span === undefined || kind === "paragraph" || kind === "caption") return [];
  const level = /^h([1-6])$/.exec(line.element?.name ?? "")?.[1];
  return [{ ...span, kind, ...(level === undefined ? {} : { level: Number(level) }) }];
}

function entryBlocks(entries: readonly LiveEntry[], paragraphs: readonly Span[], days: PageDays): ReportBlock[] {
  const times = timeEntries(
    entries.map(({ at }) => at),
    days,
  );
  return entries.flatMap(({ first, last, at, from }, index) => {
    const [start, end, time] = [paragraphs[first]?.start, paragraphs[last - 1]?.end, times[index]];
    if (start === undefined || end === undefined || time === undefined) return [];
    return [{ start, end, kind: "entry", at, from, time }];
  });
}

/** What the caller gives comes first, then what the page says with its source, then what its text says. */
type Origins = readonly [given: unknown, said: { readonly from: FieldSource } | null, printed?: unknown];

function fieldSources(fields: Readonly<Record<FieldName, Origins>>): Partial<Record<FieldName, FieldSource>> {
  const sources: Partial<Record<FieldName, FieldSource>> = {};
  for (const name of FIELD_NAMES) {
    const [given, said, printed] = fields[name];
    if (given != null) sources[name] = "given";
    else if (said !== null) sources[name] = said.from;
    else if (printed != null) sources[name] = "visible-text";
  }
  return sources;
}

const FIELD_NAMES: readonly FieldName[] = [
  "url",
  "outlet",
  "headline",
  "byline",
  "publishedAt",
  "modifiedAt",
  "language",
  "standfirst",
  "section",
  "dateline",
  "wire",
  "isPaywalled",
];

function pageDiagnostics(tree: PageTree, page: PageBlocks): Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (code: string, message: string) => found.push({ code, span: null, message });
  if (tree.isFlattened) add("deep-nesting", "Elements are nested too deeply; the deepest were read flat.");
  if (page.isCrowded) add("large-page", "The page has too many paragraphs; the last of them were read as one.");
  if (tree.isUnfinished) add("unfinished-page", "The page ends before its closing tags; it may be cut short.");
  return found;
}

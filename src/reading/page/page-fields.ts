import type { FieldSource } from "../../core/read/report.ts";
import type { Diagnostic } from "../../core/text/diagnostic.ts";
import { htmlToText } from "../html-text.ts";
import { type JsonLdArticle, readJsonLd } from "../json-ld.ts";
import { isRunningText } from "./article-answers.ts";
import { isSameWords, type Said, wordKey } from "./field.ts";
import { findByline } from "./find-byline.ts";
import { findDates, type PageGiven } from "./find-dates.ts";
import { findHeadline } from "./find-headline.ts";
import { findOutlet } from "./find-outlet.ts";
import type { PageBlocks } from "./page-blocks.ts";
import type { PageFacts } from "./page-facts.ts";

/** What a page says of its report, each with where it says it. Nothing is guessed: what it does not say is null. */
export interface PageFields {
  readonly canonicalUrl: Said<string> | null;
  readonly outlet: Said<string> | null;
  readonly headline: Said<string> | null;
  readonly byline: Said<readonly string[]> | null;
  readonly publishedAt: Said<string> | null;
  readonly modifiedAt: Said<string> | null;
  readonly language: Said<string> | null;
  readonly section: Said<string> | null;
  readonly isPaywalled: Said<boolean> | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PageReading {
  readonly article: JsonLdArticle | null;
  /** What the structured data says of the page, where it names no article. */
  readonly webPage: JsonLdArticle | null;
  readonly site: string | null;
  readonly canonicalUrl: Said<string> | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the structured data: the article that the page is about, among those that it names. */
export function readStructuredData(facts: PageFacts): PageReading {
  const { articles, page, site, broken } = readJsonLd(facts.jsonLd);
  const canonicalUrl = firstUrl([
    { value: facts.canonical, from: "meta" },
    { value: meta(facts, "og:url"), from: "meta" },
  ]);
  const article = chooseArticle(articles, canonicalUrl?.value ?? null, titles(facts));
  const message = `${broken} of ${facts.jsonLd.length} JSON-LD scripts could not be read.`;
  return {
    article,
    webPage: page,
    site,
    canonicalUrl: canonicalUrl ?? firstUrl([{ value: article?.url ?? null, from: "json-ld" }]),
    diagnostics: broken > 0 ? [{ code: "broken-json-ld", span: null, message }] : [],
  };
}

/** `text` are the blocks of the article, or null where none was found. */
export function readPageFields(
  facts: PageFacts,
  page: PageBlocks,
  reading: PageReading,
  text: { readonly first: number; readonly last: number } | null,
  given: PageGiven,
): PageFields {
  const { article, site, canonicalUrl } = reading;
  const first = text?.first ?? null;
  const url = given.url ?? canonicalUrl?.value ?? null;
  const outlet = findOutlet(facts, article, site, url);
  const headline = findHeadline(facts, page, article, outlet?.value ?? null, first);
  const titleAt = headline === null ? -1 : placeOf(page, headline.value, first);
  const byline = findByline(facts, page, article, outlet?.value ?? null, first, titleAt);
  const tongues = languages(facts, article);
  const language = tongues[0] ?? null;
  const [named, walls] = [sections(facts, article), paywalls(facts, article)];
  const place = { first, last: text?.last ?? null, titleAt, url, language: language?.value ?? null };
  const dated = article !== null && article.publishedAt.length > 0 ? article : (reading.webPage ?? article);
  const dates = findDates(facts, page, dated, place, given);
  const diagnostics: Diagnostic[] = [...reading.diagnostics, ...dates.diagnostics];
  const [clash] = byline?.conflicts ?? [];
  if (byline !== null && clash !== undefined) {
    const message = `The page names two sets of authors: ${byline.value.join(", ")} (${byline.from}, kept) and ${clash.value.join(", ")} (${clash.from}).`;
    diagnostics.push({ code: "conflicting-bylines", span: null, message: message.slice(0, 400) });
  }
  const lie = headline === null ? null : lyingHeadline(article, page, headline);
  if (lie !== null) diagnostics.push(lie);
  return {
    canonicalUrl,
    outlet,
    headline,
    byline: byline === null ? null : { value: byline.value, from: byline.from },
    publishedAt: dates.publishedAt,
    modifiedAt: dates.modifiedAt,
    language,
    section: named[0] ?? null,
    isPaywalled: walls[0] ?? null,
    diagnostics: [
      ...diagnostics,
      ...conflictOf("language", tongues, isSameTongue),
      ...conflictOf("section", named, isSameName),
      ...conflictOf("paywall flag", walls, (a, b) => a === b),
    ],
  };
}

function meta(facts: PageFacts, name: string): string | null {
  return facts.metas.get(name)?.[0] ?? null;
}

function titles(facts: PageFacts): string[] {
  const title = facts.captures.find((capture) => capture.kind === "title")?.text;
  const heading = facts.captures.find((capture) => capture.kind === "heading" && !capture.inSide)?.text;
  return [meta(facts, "og:title"), title, heading].flatMap((one) =>
    one == null || one === "" ? [] : [htmlToText(one)],
  );
}

/** The article the page is about: the one with the page's address, else with its title, else the first with a headline. */
function chooseArticle(
  articles: readonly JsonLdArticle[],
  canonical: string | null,
  names: readonly string[],
): JsonLdArticle | null {
  if (articles.length < 2) return articles[0] ?? null;
  return (
    articles.find((article) => canonical !== null && article.url === canonical) ??
    articles.find(
      (article) => article.headline !== null && names.some((name) => isSameWords(name, article.headline ?? "")),
    ) ??
    articles.find((article) => article.headline !== null) ??
    null
  );
}

/**
 * The block that prints the headline: of those before the article that do, a heading of the first level, else one that
 * stands in no box of other stories or pictures, else any; the last of them.
 */
function placeOf(page: PageBlocks, headline: string, first: number | null): number {
  const key = wordKey(headline);
  const last = first === null ? page.blocks.length : Math.min(page.blocks.length, first + 4);
  let found = -1;
  let worth = -1;
  for (let at = last - 1; at >= 0; at--) {
    const block = page.blocks[at];
    if (block === undefined || block.element.name === "title" || block.text.length >= 400) continue;
    if (wordKey(block.text) !== key) continue;
    const own =
      block.element.name === "h1" ? 2 : block.box === null || HEADLINE_BOX.has(block.box.finding.kind) ? 1 : 0;
    if (own > worth) [found, worth] = [at, own];
  }
  return found;
}

const HEADLINE_BOX: ReadonlySet<string> = new Set(["credit", "share", "other"]);

/** Structured data whose headline has no word in common with the headline and the text is about something else. */
function lyingHeadline(article: JsonLdArticle | null, page: PageBlocks, headline: Said<string>): Diagnostic | null {
  if (article?.headline == null || headline.from === "json-ld" || isSameWords(article.headline, headline.value))
    return null;
  const printed = new Set(wordsOf(headline.value));
  for (const block of page.blocks) if (isRunningText(block)) for (const word of wordsOf(block.text)) printed.add(word);
  const own = wordsOf(article.headline);
  if (own.length < 2 || own.some((word) => printed.has(word))) return null;
  const message = `The structured data names another story: “${article.headline.slice(0, 120)}”.`;
  return { code: "conflicting-headlines", span: null, message };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}

function firstUrl(urls: readonly Said<string | null>[]): Said<string> | null {
  for (const { value, from } of urls) {
    const url = value?.trim() ?? "";
    if (url.length <= 2000 && /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url)) return { value: url, from };
  }
  return null;
}

function languages(facts: PageFacts, article: JsonLdArticle | null): readonly Said<string>[] {
  const tags: [string | null, FieldSource][] = [
    [facts.language, "meta"],
    [meta(facts, "og:locale"), "meta"],
    [article?.language ?? null, "json-ld"],
    [meta(facts, "content-language"), "meta"],
    [meta(facts, "language"), "meta"],
  ];
  // "/en-gb/" in the address tells the country where the page declares none.
  const local = /\/([a-z]{2}[-_][a-z]{2})\//i.exec(meta(facts, "og:url") ?? facts.canonical ?? "")?.[1];
  if (local !== undefined) tags.push([local, "url"]);
  return tags.flatMap(([tag, from]): Said<string>[] => {
    const plain = tag?.trim().replace(/_/g, "-") ?? "";
    return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(plain) ? [{ value: plain, from }] : [];
  });
}

function sections(facts: PageFacts, article: JsonLdArticle | null): readonly Said<string>[] {
  const named: readonly [string | null, FieldSource][] = [
    [article?.section ?? null, "json-ld"],
    [meta(facts, "article:section"), "meta"],
    [meta(facts, "parsely-section"), "meta"],
    [meta(facts, "cxenseparse:section"), "meta"],
  ];
  return named.flatMap(([value, from]): Said<string>[] => {
    const plain = value === null ? "" : htmlToText(value);
    return plain !== "" && plain.length <= 80 && !/^https?:/.test(plain) ? [{ value: plain, from }] : [];
  });
}

function paywalls(facts: PageFacts, article: JsonLdArticle | null): readonly Said<boolean>[] {
  const found: Said<boolean>[] = [];
  if (article?.isFree != null) found.push({ value: !article.isFree, from: "json-ld" });
  const tier = meta(facts, "article:content_tier") ?? meta(facts, "article.content_tier");
  if (tier !== null && /^(?:locked|metered|premium|paid)$/i.test(tier)) found.push({ value: true, from: "meta" });
  if (tier !== null && /^free$/i.test(tier)) found.push({ value: false, from: "meta" });
  return found;
}

/** What another source says of a field, where it cannot mean the same as the first, which is kept. */
function conflictOf<Value>(
  name: string,
  said: readonly Said<Value>[],
  isSame: (a: Value, b: Value) => boolean,
): Diagnostic[] {
  const [kept] = said;
  const other = kept === undefined ? undefined : said.find(({ value }) => !isSame(kept.value, value));
  if (kept === undefined || other === undefined) return [];
  const message = `The page gives its ${name} twice: ${kept.value} (${kept.from}, kept) and ${other.value} (${other.from}).`;
  return [{ code: "conflicting-fields", span: null, message: message.slice(0, 400) }];
}

function isSameTongue(a: string, b: string): boolean {
  return a.slice(0, 3).toLowerCase().replace("-", "") === b.slice(0, 3).toLowerCase().replace("-", "");
}

/** One name holds the other ("News", "News/World"). */
function isSameName(a: string, b: string): boolean {
  const [x, y] = [wordKey(a), wordKey(b)];
  return x.includes(y) || y.includes(x);
}

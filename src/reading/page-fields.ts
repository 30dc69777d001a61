import type { Diagnostic } from "../core/text/diagnostic.ts";
import { htmlToText } from "./html-text.ts";
import { type JsonLdArticle, readJsonLd } from "./json-ld.ts";
import { readPageByline } from "./page-bylines.ts";
import { readPageDates } from "./page-dates.ts";
import type { PageScan } from "./scan-page.ts";

/** What a page says of its report. Nothing is guessed: what it does not say is null. */
export interface PageFields {
  readonly url: string | null;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly language: string | null;
  /** The article's words as JSON-LD gives them, for pages whose markup holds none. */
  readonly body: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function readPageFields(scan: PageScan, retrievedAt: string | null): PageFields {
  const { articles, site, broken } = readJsonLd(scan.jsonLd);
  const canonical = firstUrl([scan.canonical, meta(scan, "og:url")]);
  const article = chooseArticle(articles, canonical, titles(scan));
  const dates = readPageDates(scan, article, retrievedAt);
  const outlet = chooseOutlet(scan, article, site);
  const diagnostics: Diagnostic[] = [...dates.diagnostics];
  if (broken > 0) {
    const message = `${broken} of ${scan.jsonLd.length} JSON-LD scripts could not be read.`;
    diagnostics.unshift({ code: "broken-json-ld", span: null, message });
  }
  return {
    url: canonical ?? firstUrl([article?.url ?? null]),
    outlet,
    headline: chooseHeadline(scan, article, outlet),
    byline: readPageByline(scan, article),
    publishedAt: dates.publishedAt,
    modifiedAt: dates.modifiedAt,
    language: firstLanguage([
      scan.language,
      meta(scan, "og:locale"),
      article?.language ?? null,
      meta(scan, "content-language"),
      meta(scan, "language"),
    ]),
    body: article?.body ?? null,
    diagnostics,
  };
}

function meta(scan: PageScan, name: string): string | null {
  return scan.metas.get(name)?.[0] ?? null;
}

function titles(scan: PageScan): string[] {
  const title = scan.captures.find((capture) => capture.kind === "title")?.text;
  return [meta(scan, "og:title"), title].flatMap((one) => (one == null || one === "" ? [] : [htmlToText(one)]));
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
      (article) => article.headline !== null && names.some((name) => isSame(name, article.headline ?? "")),
    ) ??
    articles.find((article) => article.headline !== null) ??
    null
  );
}

function chooseOutlet(scan: PageScan, article: JsonLdArticle | null, site: string | null): string | null {
  const named = [
    meta(scan, "og:site_name"),
    article?.publisher ?? null,
    site,
    meta(scan, "application-name"),
    meta(scan, "dc.publisher"),
  ];
  const found = named
    .flatMap((one) => (one === null || one.length > 100 ? [] : [htmlToText(one)]))
    .filter((one) => one !== "");
  return found.find((one) => !/^@|^(?:https?:|www\.)|\.(?:com|org|net|co\.uk)$/i.test(one)) ?? found[0] ?? null;
}

/** The printed heading where it agrees with the declared titles, else what JSON-LD, OpenGraph and the title say. */
function chooseHeadline(scan: PageScan, article: JsonLdArticle | null, outlet: string | null): string | null {
  const declared = [article?.headline ?? null, ...titles(scan), meta(scan, "twitter:title"), meta(scan, "dc.title")]
    .flatMap((one) => (one === null || one === "" ? [] : [withoutSite(htmlToText(one), outlet)]))
    .filter((one) => one !== "");
  const headings = scan.captures.filter((one) => one.kind === "heading" && !one.inSide && /\p{L}{2}/u.test(one.text));
  const printed = headings.find((one) => declared.some((name) => isSame(one.text, name)));
  if (printed !== undefined) {
    // A kicker inside the heading ("Politics | …") is not part of the headline.
    return declared.find((name) => printed.text.length > name.length && printed.text.endsWith(name)) ?? printed.text;
  }
  return declared[0] ?? headings[0]?.text ?? null;
}

/** "Town hall shut | The Mercury" → "Town hall shut", when the end names the outlet or stands behind a bar. */
function withoutSite(title: string, outlet: string | null): string {
  const parts = title.split(/\s+([|–—·•»:-]|::|\|\|)\s+/u);
  if (parts.length < 3) return title;
  const tail = parts.at(-1) ?? "";
  const head = title.slice(0, title.lastIndexOf(tail)).replace(/\s+[|–—·•»:-]+\s+$/u, "");
  const isOutlet =
    outlet !== null && (isSame(tail, outlet) || key(outlet).startsWith(key(tail)) || key(tail).startsWith(key(outlet)));
  const isBar = parts.at(-2) === "|" || parts.at(-2) === "||";
  const isDomain = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$/i.test(tail);
  return (isOutlet || isDomain || (isBar && head.length >= 15 && tail.length <= 40)) && head !== ""
    ? withoutSite(head, outlet)
    : title;
}

/** Equal words, or one the cut or lengthened other. */
function isSame(a: string, b: string): boolean {
  const [x, y] = [key(a), key(b)];
  if (x === "" || y === "") return false;
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length >= 15 && long.includes(short);
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function firstUrl(urls: readonly (string | null)[]): string | null {
  for (const url of urls) {
    if (url === null || url.length > 2000 || !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url.trim())) continue;
    return url.trim();
  }
  return null;
}

function firstLanguage(tags: readonly (string | null)[]): string | null {
  for (const tag of tags) {
    const plain = tag?.trim().replace(/_/g, "-") ?? "";
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(plain)) return plain;
  }
  return null;
}

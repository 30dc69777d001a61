import { htmlToText } from "../html-text.ts";
import type { JsonLdArticle } from "../json-ld.ts";
import { isSameWords, type Said, wordKey } from "./field.ts";
import type { Block, PageBlocks } from "./page-blocks.ts";
import type { PageFacts } from "./page-facts.ts";
import { elementsOf, namesOf, type PageElement } from "./page-tree.ts";

const MOST_HEADINGS = 60;
const LONGEST_HEADLINE = 300;

interface Candidate extends Said<string> {
  score: number;
}

/** What tells the outlet's name in a title from the title. */
interface Site {
  readonly outlet: string | null;
  readonly names: readonly string[];
  /** Keys of what the page prints as headings. */
  readonly printed: ReadonlySet<string>;
}

/**
 * The headline: the heading that the most speaks for — its level, its place before the article, and that the declared
 * titles say the same —, else the best of the declared ones. The name of the outlet is none.
 */
export function findHeadline(
  facts: PageFacts,
  page: PageBlocks,
  article: JsonLdArticle | null,
  outlet: string | null,
  first: number | null,
): Said<string> | null {
  const siteNames = [
    outlet,
    facts.metas.get("og:site_name")?.[0] ?? null,
    facts.metas.get("application-name")?.[0] ?? null,
  ]
    .flatMap((one) => (one === null ? [] : [wordKey(one)]))
    .filter((one) => one !== "");
  const declared = declaredTitles(facts, article);
  const headings = page.blocks
    .filter(
      ({ text, kind, element }) => text.length <= LONGEST_HEADLINE && (kind === "heading" || isNamedHeadline(element)),
    )
    .slice(0, MOST_HEADINGS);
  const site: Site = { outlet, names: siteNames, printed: new Set(headings.map(({ text }) => wordKey(text))) };
  const candidates: Candidate[] = [];
  for (const { value, from, weight } of declared) {
    for (const [index, part] of titleParts(value, site).entries()) {
      const known = candidates.find((one) => wordKey(one.value) === wordKey(part));
      // A part of a title is worth less than the whole one without the outlet's name.
      const worth = index === 0 ? weight : weight - 1.5;
      if (known === undefined) candidates.push({ value: part, from, score: worth });
      else known.score += worth;
    }
  }
  const near = nearestHeading(headings, first);
  const ones = new Set(
    headings.flatMap(({ element, box, text }) =>
      headingLevel(element) === 1 && (box === null || TITLE_BOX.has(box.finding.kind)) ? [wordKey(text)] : [],
    ),
  );
  for (const block of headings) {
    const key = wordKey(block.text);
    if (key.length < 3 || !/\p{L}{2}/u.test(block.text)) continue;
    const level = headingLevel(block.element);
    let score = level === 1 ? 3 : level === 2 ? 1 : 0;
    if (level === 1 && ones.size === 1) score += 2;
    if (block.index === near) score += 2;
    if (first !== null && block.index > first + 3) score -= 3;
    if (block.box !== null && !TITLE_BOX.has(block.box.finding.kind)) score -= 5;
    if (block.linked > block.text.length * 0.8) score -= isHomeLink(block.element) ? 6 : level > 1 ? 1 : 0;
    // Titles made for search engines and for readers share some of their words.
    const isAlone = level === 1 && ones.size === 1;
    const hasRival = article?.headline != null || block.index !== near;
    let isBacked =
      declared.length < 3 ||
      (isAlone && !hasRival && declared.some(({ value }) => isKin(withoutSite(value, site), block.text)));
    for (const { value, weight } of declared) {
      const isExact = titleParts(value, site).some((part) => wordKey(part) === key) || isTitleEnd(value, block.text);
      if (isExact) score += weight + 0.5;
      const isSame = isExact || isSameWords(value, block.text) || (isAlone && isWithin(block.text, value));
      if (isSame && !isExact) score += weight - 1;
      if (isSame) isBacked = true;
    }
    if (!isBacked) score -= 3;
    candidates.push({ value: block.text, from: "visible-text", score });
  }
  let best: Candidate | null = null;
  for (const one of candidates) {
    if (siteNames.includes(wordKey(one.value)) || GENERIC.test(one.value)) one.score -= 6;
    if (one.value.length < 8) one.score -= 1;
    if (best === null || one.score > best.score) best = one;
  }
  return best === null ? null : { value: tidy(best, declared, site).normalize("NFC"), from: best.from };
}

/** The heading right above the text, else the last one that stands no further down than its first block. */
function nearestHeading(headings: readonly Block[], first: number | null): number {
  if (first === null) return -1;
  const high = headings.filter(({ element }) => headingLevel(element) <= 2);
  return (
    (high.find(({ index }) => index === first - 1) ?? high.findLast(({ index }) => index <= first + 1))?.index ?? -1
  );
}

/** Whether two titles share at least half the longer words of the one that has fewer. */
function isKin(a: string, b: string): boolean {
  const [x, y] = [longWords(a), longWords(b)];
  const fewer = Math.min(x.size, y.size);
  return fewer >= 2 && [...x].filter((word) => y.has(word)).length >= fewer / 2;
}

/** Whether a title has every word of another, in order, with more between them. */
function isWithin(short: string, long: string): boolean {
  const [own, all] = [short, long].map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  if (own === undefined || all === undefined || own.length < 4) return false;
  let at = 0;
  for (const word of all) if (word === own[at]) at++;
  return at === own.length;
}

function longWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
}

const TITLE_BOX: ReadonlySet<string> = new Set(["credit", "caption", "other", "share"]);
const GENERIC =
  /^(?:home|homepage|news|blog|article|articles|about us|search|menu|contact|untitled|index|welcome|login|log in|404.*|page not found)$/i;

function declaredTitles(facts: PageFacts, article: JsonLdArticle | null) {
  const title = facts.captures.find((capture) => capture.kind === "title")?.text ?? null;
  const meta = (name: string) => facts.metas.get(name)?.[0] ?? null;
  const all: readonly (Said<string | null> & { readonly weight: number })[] = [
    { value: article?.headline ?? null, from: "json-ld", weight: 2.5 },
    { value: meta("og:title"), from: "meta", weight: 2.5 },
    { value: title, from: "meta", weight: 2 },
    { value: meta("twitter:title"), from: "meta", weight: 1 },
    { value: meta("dc.title") ?? meta("citation_title"), from: "meta", weight: 2 },
    { value: meta("parsely-title") ?? meta("sailthru.title") ?? meta("headline"), from: "meta", weight: 1.5 },
  ];
  return all.flatMap(({ value, from, weight }) => {
    const plain = value === null ? "" : htmlToText(value);
    return plain === "" || plain.length > LONGEST_HEADLINE ? [] : [{ value: plain, from, weight }];
  });
}

/** A title without the outlet's name first, then its other parts that could be one. */
function titleParts(title: string, site: Site): string[] {
  const whole = withoutSite(title, site);
  const parts = title.split(SEPARATOR).filter((part, index) => index % 2 === 0 && part.split(/\s+/).length >= 2);
  return [whole, ...parts.filter((part) => part !== whole && !site.names.includes(wordKey(part)))];
}

/** Whether a separator is all that stands between this and the rest of the title. */
function isTitleEnd(title: string, text: string): boolean {
  if (title === text) return true;
  if (title.startsWith(text)) return /^\s+[|–—·•»«:/-]+\s/u.test(title.slice(text.length));
  return title.endsWith(text) && /\s[|–—·•»«:/-]+\s+$/u.test(title.slice(0, -text.length));
}

/** Whether it links to the first page of the site: an outlet's name does. */
function isHomeLink(element: PageElement): boolean {
  let own = element.parent?.name === "a" ? element.parent : null;
  let seen = 0;
  for (const one of own === null ? elementsOf(element) : []) {
    if (one.name === "a") own = one;
    if (own !== null || ++seen > 50) break;
  }
  return /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(own?.attributes["href"] ?? "-");
}

const SEPARATOR = /\s+([|–—·•»«:-]|::|\|\||\/)\s+/u;

/** "Town hall shut | The Mercury" → "Town hall shut", when one end names the outlet or stands behind a bar. */
function withoutSite(title: string, site: Site): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 3) return title;
  const tail = parts.at(-1) ?? "";
  const head = title.slice(0, title.lastIndexOf(tail)).replace(/\s+[|–—·•»«:/-]+\s+$/u, "");
  const isBar = (parts.at(-2) === "|" || parts.at(-2) === "||") && !isPrinted(title, tail, site);
  if (head !== "" && (isSite(tail, site) || (isBar && head.length >= 15 && tail.length <= 40)))
    return withoutSite(head, site);
  const start = parts[0] ?? "";
  const rest = title.slice(start.length).replace(/^\s+[|–—·•»«:/-]+\s+/u, "");
  return rest !== "" && isSite(start, site) ? withoutSite(rest, site) : title;
}

/** Whether a heading of the page begins and ends as the title does: what stands behind its bar is its second part. */
function isPrinted(title: string, tail: string, { printed }: Site): boolean {
  const [start, end] = [wordKey(title).slice(0, 12), wordKey(tail)];
  return [...printed].some((key) => key.startsWith(start) && key.endsWith(end));
}

function isSite(part: string, { outlet, names }: Site): boolean {
  const key = wordKey(part);
  if (key === "") return true;
  if (names.some((name) => name === key || (key.length >= 4 && (name.startsWith(key) || key.startsWith(name)))))
    return true;
  if (outlet !== null && wordKey(outlet).includes(key) && key.length >= 5) return true;
  return /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$/i.test(part);
}

function headingLevel(element: PageElement): number {
  for (let at: PageElement | null = element, up = 0; at !== null && up < 4; at = at.parent, up++) {
    const digit = /^h([1-6])$/.exec(at.name)?.[1];
    if (digit !== undefined) return Number(digit);
    if (/^headline$/i.test(at.attributes["itemprop"] ?? "")) return 1;
  }
  return isNamedHeadline(element) ? 2 : 7;
}

function isNamedHeadline(element: PageElement): boolean {
  for (let at: PageElement | null = element, up = 0; at !== null && up < 2; at = at.parent, up++) {
    if (at.name === "h1" || /^headline$/i.test(at.attributes["itemprop"] ?? "")) return true;
    if (/\s(?:headline|article-?_?title|entry-title|post-?_?title|page-?title|story-?title)\s/i.test(namesOf(at)))
      return true;
  }
  return false;
}

/** A kicker ("Politics | …") before, or a second line behind, that the declared titles do without. */
function tidy(best: Candidate, declared: readonly Said<string>[], site: Site): string {
  if (best.from !== "visible-text") return best.value;
  const titles = declared.map(({ value }) => withoutSite(value, site));
  const isShorter = (title: string) => title.length >= 15 && title.length < best.value.length;
  const last = titles.find(
    (title) =>
      isShorter(title) &&
      best.value.endsWith(` ${title}`) &&
      /[\p{L}\p{N}|]\s*$/u.test(best.value.slice(0, -title.length)),
  );
  if (last !== undefined) return last;
  if (titles.some((title) => wordKey(title) === wordKey(best.value))) return best.value;
  return titles.find((title) => isShorter(title) && best.value.startsWith(`${title} `)) ?? best.value;
}

import type { FieldSource } from "../../core/read/report.ts";
import type { JsonLdArticle } from "../json-ld.ts";
import { collapse } from "./collapse.ts";
import { isSameWords, type Said, wordKey } from "./field.ts";
import { agencyOf } from "./find-notes.ts";
import type { PageBlocks } from "./page-blocks.ts";
import type { Capture, PageFacts } from "./page-facts.ts";
import { elementsOf, type PageElement, textContent } from "./page-tree.ts";

/** Names that are read of one source, and elements in which they are looked for: bounds for hostile pages. */
const MOST_NAMES = 30;
const MOST_ELEMENTS = 200;

const AUTHOR_METAS =
  "author article:author article:author_name parsely-author sailthru.author dc.creator dcterms.creator dc.contributor byl byline citation_author og:article:author article.author authors author_name cxenseparse:author vr:author lp.article:author".split(
    " ",
  );

export interface BylineReading extends Said<readonly string[]> {
  /** Sources that name nobody of those chosen. */
  readonly conflicts: readonly Said<readonly string[]>[];
}

interface Source extends Said<readonly string[]> {
  readonly weight: number;
  /** Whether it is meant to name all authors: structured data, or a line of print. */
  readonly isWhole: boolean;
}

/** The names that the page says wrote the report, as printed: of all sources that name persons, the one most agree with. */
export function findByline(
  facts: PageFacts,
  page: PageBlocks,
  article: JsonLdArticle | null,
  outlet: string | null,
  first: number | null,
  titleAt: number,
): BylineReading | null {
  const sources: Source[] = [];
  const add = (from: FieldSource, weight: number, printed: readonly string[], isMarked: boolean, isWhole = false) => {
    const names = distinct(printed.slice(0, MOST_NAMES).flatMap((one) => namesIn(one, isMarked)));
    if (names.length > 0) sources.push({ value: names, from, weight, isWhole });
  };
  add("json-ld", 1, article?.authors ?? [], true, true);
  for (const name of AUTHOR_METAS) add("meta", 0.9, facts.metas.get(name) ?? [], true, true);
  const printed = facts.captures.filter((capture) => capture.kind === "author" && !capture.inSide);
  const marked = printed.filter(({ attributes }) => "itemprop" in attributes || "rel" in attributes);
  const inArticle = marked.filter((capture) => capture.inArticle);
  add("visible-text", 0.9, firstGroup(inArticle.length > 0 ? inArticle : marked).flatMap(namesOfCapture), true);
  const named = printed.filter((capture) => capture.text.length <= 160);
  for (const capture of named.slice(0, 3)) {
    const isName = /^(?:a|span)$/.test(capture.element.name) && capture.text.length <= 40;
    add("visible-text", 0.7, namesOfCapture(capture), isName);
  }
  const lines = printedBylines(page, first, titleAt);
  const isMarkedLine = (line: string) => HANDLE.test(line) || agencyOf(line) !== null;
  const line =
    lines.find((one) => namesIn(one, isMarkedLine(one)).some((name) => !isNobody(name, outlet))) ?? lines[0] ?? "";
  add("visible-text", 0.8, [line], isMarkedLine(line), true);
  const isPublisher = (names: readonly string[]) => names.every((name) => isNobody(name, outlet));
  const persons = sources.filter(({ value }) => !isPublisher(value));
  let best: Source | null = null;
  let bestScore = 0;
  for (const source of persons) {
    let score = source.weight;
    for (const other of persons) if (other !== source) score += support(source, other.value) * other.weight * 0.7;
    if (score > bestScore + 1e-9) {
      best = source;
      bestScore = score;
    }
  }
  const bare = best?.value.length === 1 ? best.value[0] : undefined;
  // "Jane" where another source says "Jane Roe".
  if (bare !== undefined && !/\s/.test(bare))
    best = persons.find(({ value: [name, ...more] }) => more.length === 0 && name?.startsWith(`${bare} `)) ?? best;
  best ??= sources[0] ?? desk(printed, article, lines);
  if (best === null) return null;
  const chosen = best;
  const isFull = chosen.value.some((name) => /\S\s+\S/.test(name));
  const kept = chosen.value.filter(
    (name) =>
      chosen.value.length === 1 ||
      (!isNobody(name, outlet) && (!isFull || /\s/.test(name) || name === name.toUpperCase())),
  );
  const conflicts = persons.filter((source) => source !== chosen && overlap(source.value, chosen.value) === 0);
  return { value: kept.length > 0 ? kept : chosen.value, from: chosen.from, conflicts };
}

/** Names that stand together: those of the first element and of its near neighbours, not of a list of other stories. */
function firstGroup(captures: readonly Capture[]): readonly Capture[] {
  const [head] = captures;
  if (head === undefined) return [];
  return captures
    .filter((capture) => capture.element.start - head.element.end < 1500 && capture.element.start >= head.element.start)
    .slice(0, 8);
}

/** Link by link where the element links to its authors' pages, else its words line by line. */
function namesOfCapture(capture: Capture): string[] {
  const links: string[] = [];
  const names: string[] = [];
  let seen = 0;
  for (const element of elementsOf(capture.element)) {
    if (++seen > MOST_ELEMENTS) break;
    const itemprop = element.attributes["itemprop"] ?? "";
    if (itemprop === "name" && element !== capture.element)
      names.push(element.attributes["content"] ?? collapse(textContent(element, 200)));
    if (element.name === "a" && AUTHOR_PAGE.test(element.attributes["href"] ?? ""))
      links.push(collapse(textContent(element, 200)));
  }
  const content = capture.attributes["content"];
  if (content !== undefined && content !== "") return [content];
  const found = (names.length > 0 ? names : links).filter((name) => name !== "" && name.length <= 80);
  if (found.length > 0) return distinct(found);
  return linesOf(capture.element);
}

const AUTHOR_PAGE =
  /\/(?:author|authors|autor|autores|auteur|people|person|profile|profiles|staff|writers?|contributors?|by|journalists?|reporters?|team|users?|news-?team)[/=-]|[?&]author=/i;

function linesOf(element: PageElement): string[] {
  const lines: string[] = [""];
  let seen = 0;
  const visit = (one: PageElement): void => {
    if (++seen > MOST_ELEMENTS) return;
    const isLine = one !== element && /^(?:div|p|li|br|h[1-6]|time|section)$/.test(one.name);
    if (isLine) lines.push("");
    for (const child of one.children)
      if (child.kind === "text") lines.push(`${lines.pop() ?? ""} ${child.value}`);
      else visit(child);
    if (isLine && one.name !== "br") lines.push("");
  };
  visit(element);
  // "By" and the name may stand in elements of their own.
  const words = lines.map(collapse).filter((line) => line !== "");
  return words.length > 1 && LEAD_ALONE.test(words[0] ?? "") ? [`By ${words.slice(1, 2).join("")}`] : words.slice(0, 3);
}

const LEAD_ALONE =
  /^(?:(?:article|story|written|posted|words|text|recipe|reported) by|by|von|par|por|di|door|words|text|story)\s*:?$/i;
/** A name on a site of its readers, where a label says that it is one. */
const HANDLE = /^[\p{L}\d][\p{L}\d_.-]{2,29}$/u;
const BYLINE =
  /(?:^[\s|·•–—-]*|(?:\d{4},?|\||·|•|\d:\d{2}(?: ?[ap]\.?m\.?)?)\s+)(?:by|von|par|por|di|door|(?:words|article|written|posted|story|recipe|reported) by|author|text|autor)(?:\s*[:|]\s*|\s+)(?<names>[\p{Lu}@].{2,140})$/iu;

/** What lines "By Jane Roe" name, from right above the headline to the first paragraphs. */
function printedBylines(page: PageBlocks, first: number | null, titleAt: number): string[] {
  const from = titleAt >= 0 ? Math.max(0, titleAt - 3) : Math.max(0, (first ?? 0) - 12);
  const to = Math.min(page.blocks.length, Math.max(first ?? 0, titleAt) + 6);
  const found: string[] = [];
  for (let at = from; at < to && found.length < MOST_LINES; at++) {
    const block = page.blocks[at];
    if (block === undefined || block.text.length > 160) continue;
    const next = page.blocks[at + 1]?.text ?? "";
    if (LEAD_ALONE.test(block.text) && next.length <= 60 && (NAME.test(next) || HANDLE.test(next))) found.push(next);
    const names = BYLINE.exec(block.text)?.groups?.["names"];
    if (names !== undefined && /^[\p{Lu}@]/u.test(names)) found.push(names);
    // An agency's name by itself under the headline is the byline.
    if (at > titleAt && at <= Math.max(first ?? at, titleAt + 2) && agencyOf(block.text) !== null)
      found.push(block.text);
  }
  return found;
}

const MOST_LINES = 4;

/** Where nobody is named: the desk or the role that the page prints in place of names ("Staff Writer"). */
function desk(printed: readonly Capture[], article: JsonLdArticle | null, lines: readonly string[]): Source | null {
  const said: readonly Said<string>[] = [
    ...(article?.authors ?? []).map((value): Said<string> => ({ value, from: "json-ld" })),
    ...lines.map((value): Said<string> => ({ value, from: "visible-text" })),
    ...printed.map(({ text }): Said<string> => ({ value: text, from: "visible-text" })),
  ];
  for (const { value, from } of said) {
    const plain = collapse(value).replace(LEAD, "").replace(TAIL, "").trim();
    if (DESK.test(plain)) return { value: [plain], from, weight: 0.5, isWhole: true };
  }
  return null;
}

const DESK =
  /^(?:(?:our|the|local|wire|web|news|online|digital|sports?|business|city|staff|and|&|,|service|services|special|correspondents?|reporters?|reports?|writers?|desk|bureau|agencies|team)(?:\s+|$)){2,6}$/i;

const LEAD =
  /^(?:[\s|·•–—-]*(?:(?:view )?(?:all )?(?:posts|articles|stories) by|by|from|(?:words|article|recipe|written|posted|published|reported|reporting|story|review) by|words|author|authors|autor|von|par|por|di|door|av)\b\s*[:|]?\s*)+/iu;
const NO_NAME =
  /^(?:admin|administrator|editor|editors|staff|unknown|null|undefined|none|no author|guest|guest author|author|authors|follow|n\/a|.* says:?|link\d*|user|webmaster|root|superuser|news ?desk|newsroom|web ?desk|online desk|share|comments?|print|email|about|contact|more|bio|read more|updated?|published|image|photo|getty images|about(?: the)? author|letters? to .*|.*\b(?:edited by|edition)\b.*|view (?:all|my) .*|full bio|see (?:all|more).*|\d.*)$/i;
const NAME =
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}.’'-]*(?:\s+(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.’'-]*|de|da|di|du|del|dos|das|van|von|der|den|la|le|el|al|bin|ibn|of|the|y|e|ter|ten|zu)){0,5}$/u;
const ROLE =
  /\b(?:correspondent|reporter|editor|editorial|writer|staff|columnist|bureau|contributor|contributing|producer|journalist|desk|updated|published|chief|fellow|professor|director|analyst|specialist|senior|assistant|managing|critic|meteorologist|anchor|follow|photographer|photography|images?|phd|md|mba|rd|ms|bsc)\b/i;
/** Where a byline goes on with its date or place. */
const TAIL =
  /\s*(?:[,|·•–—(-]\s*)?\b(?:(?<!\b(?:on|the)\s+)(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:am|um|le|el)\s+\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d+ comments?|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+\d|updated|published|posted|last updated|\d{1,2}[:./]\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}\p{L}+\s+\d{4}|\d{4}-\d{2}|(?:on|at)\s+\d|\d+ (?:min|hour|day)s?).*$/iu;

/** "By Jane Roe and Al Fox, Health Correspondents | 3 May" → Jane Roe, Al Fox. */
function namesIn(printed: string, isMarked: boolean): string[] {
  const text = collapse(printed)
    .replace(/^.{0,60}\d{4},?\s+by\s+/i, "")
    .replace(LEAD, "")
    .replace(TAIL, "")
    .replace(/\s*(?:\(@?\w+\)|@[\w.]+(?:\.\w+)*|\S+@\S+)/g, "")
    .replace(/\s*\([^)]*\)\s*$/, "")
    .trim();
  if (text === "" || text.length > 300 || /^https?:|^www\.|[\\{}<>]/.test(text)) return [];
  const parts = text
    .split(/\s*(?:;|\||·|•|,\s*and\b|\band\b|\bAND\b|\bund\b|\bet\b|&|,|\s\/\s|\s[–—-]+(?:\s|$))\s*/u)
    .map((part) =>
      part
        .replace(LEAD, "")
        .replace(TAIL, "")
        .replace(/[\s,.:–—-]+$/, "")
        .trim(),
    );
  const names = parts.filter((part) => NAME.test(part) && !NO_NAME.test(part) && part.length <= 60).map(withoutRole);
  const full = names.filter((name) => /\s/.test(name) && !ROLE.test(name));
  if (full.length > 0) return full;
  const [only] = parts;
  if (
    parts.length === 1 &&
    only !== undefined &&
    (isMarked || isLabelled(printed)) &&
    HANDLE.test(only) &&
    !NO_NAME.test(only)
  )
    return [only];
  if (only === undefined || NO_NAME.test(only) || only.length > 60 || /\d{3}/.test(only)) return [];
  if (isMarked) return parts.length === 1 || NAME.test(only) ? [only] : [];
  return NAME.test(only) && !ROLE.test(only) ? [only] : [];
}

/** Whether words say that what follows is who wrote it ("Author: Bo2man"). */
function isLabelled(printed: string): boolean {
  return /^\s*(?:author|autor|(?:written|posted) by)\s*:?\s/i.test(printed);
}

/** "Adam Aaronson PhillyVoice Staff", "Adam Aaronson The Associated Press" → "Adam Aaronson". */
function withoutRole(name: string): string {
  const words = name.split(/\s+/);
  const agencyAt = words.findIndex((_, from) => from >= 2 && agencyOf(words.slice(from).join(" ")) !== null);
  if (agencyAt >= 0) return words.slice(0, agencyAt).join(" ");
  const at = words.findIndex((word) => ROLE.test(word));
  if (at < 2) return name;
  return words.slice(0, Math.min(at, 2)).join(" ");
}

/** An outlet, an agency's desk or a generic account: no person. */
function isNobody(name: string, outlet: string | null): boolean {
  if (
    outlet !== null &&
    (isSameWords(name, outlet) ||
      wordKey(outlet).startsWith(wordKey(name)) ||
      wordKey(name).startsWith(wordKey(outlet)))
  )
    return true;
  return /\b(?:staff|news|newsroom|desk|editors?|editorial|team|press|media|agency|agencies|online|magazine|times|post|tv|bureau|admin|reporters?|wire|service|contributors?|university|institute|college|department|foundation|inc|ltd|llc|gmbh|reports|network|group|association|company)\b|\.(?:com|org|net|co)\b/i.test(
    name,
  );
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const keys = new Set(b.map(wordKey));
  const shared = a.filter((name) => keys.has(wordKey(name))).length;
  return shared / (a.length + b.length - shared);
}

/** How much other names speak for a source. One that names all authors is spoken for by any of them. */
function support({ value, isWhole }: Source, other: readonly string[]): number {
  if (!isWhole) return overlap(value, other);
  const keys = new Set(value.map(wordKey));
  return other.filter((name) => keys.has(wordKey(name))).length / other.length;
}

function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = wordKey(name);
    if (key !== "" && !seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
}

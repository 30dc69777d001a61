import { htmlToText } from "../html-text.ts";
import type { JsonLdArticle } from "../json-ld.ts";
import { type Said, wordKey } from "./field.ts";
import type { PageFacts } from "./page-facts.ts";

/**
 * The outlet as it writes its own name, or null where the page names none. What meta elements declare is often the name
 * of a template ("nationalpost", "U.S.", the headline): among the names that the page gives, one that its address bears
 * out goes before one that it does not, and one as printed before one in a single lower-case word.
 */
export function findOutlet(
  facts: PageFacts,
  article: JsonLdArticle | null,
  site: string | null,
  url: string | null,
): Said<string> | null {
  const names = declaredNames(facts, article, site);
  const host = url === null ? null : hostKey(url);
  const first = names.find(({ value }) => !isAddress(value)) ?? names[0] ?? null;
  if (host === null) return first;
  const titled = nameInTitle(facts, host);
  if (first === null) return titled;
  const others = [...names, ...(titled === null ? [] : [titled])].filter(({ value }) => isPrintedName(value));
  if (isAddress(first.value) || (bareKey(first.value).length <= 3 && !sharesWithHost(first.value, host))) {
    return others.find(({ value }) => isHost(value, host)) ?? first;
  }
  return isPrintedName(first.value) ? first : (others.find(({ value }) => isNameOf(value, first.value)) ?? first);
}

function declaredNames(facts: PageFacts, article: JsonLdArticle | null, site: string | null): readonly Said<string>[] {
  const meta = (name: string) => facts.metas.get(name)?.[0] ?? null;
  const named: readonly Said<string | null>[] = [
    { value: meta("og:site_name"), from: "meta" },
    { value: article?.publisher ?? null, from: "json-ld" },
    { value: site, from: "json-ld" },
    { value: meta("application-name"), from: "meta" },
    { value: meta("dc.publisher"), from: "meta" },
  ];
  const headlines = [meta("og:title"), article?.headline ?? null].flatMap((one) => one ?? []);
  return named.flatMap(({ value, from }): Said<string>[] => {
    const plain = value === null || value.length > 100 ? "" : withoutSlogan(htmlToText(value));
    const isHeadline = headlines.some((headline) => wordKey(headline) === wordKey(value ?? ""));
    return plain === "" || isHeadline ? [] : [{ value: plain, from }];
  });
}

/** "WSVN 7News | Miami News, Weather, Sports" → "WSVN 7News" */
function withoutSlogan(name: string): string {
  const start = name.split(/\s+(?:\||–|—|-|•|·|»)(?:\s+|$)/u)[0]?.trim() ?? "";
  return /\p{L}.*\p{L}/u.test(start) ? start : name;
}

/** The part of the page's title that its address bears out: "Schools safe – The Lathe Mail" of lathemail.example. */
function nameInTitle(facts: PageFacts, host: string): Said<string> | null {
  const title = htmlToText(facts.captures.find(({ kind }) => kind === "title")?.text ?? "").slice(0, 400);
  const parts = title.split(/\s+[|–—·•»«-]+\s+/u);
  const name = parts.length < 2 ? undefined : parts.findLast((part) => part.length <= 40 && isHost(part, host));
  return name === undefined || !isPrintedName(name) ? null : { value: name, from: "meta" };
}

/** The telling label of a host: "lathemail" of "https://news.lathemail.co.example/ferry". */
function hostKey(url: string): string | null {
  const labels = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase().split(".") ?? [];
  labels.pop();
  if (labels.length > 1 && /^(?:co|com|org|net|gov|gob|ac|edu|news)$/.test(labels.at(-1) ?? "")) labels.pop();
  const key = wordKey(labels.at(-1) ?? "");
  return key === "" ? null : key;
}

function bareKey(name: string): string {
  return wordKey(name.replace(/^the\s+/i, ""));
}

/** The host's own name, with or without "The", an ending (".com") or a place after it. */
function isHost(name: string, host: string): boolean {
  const [whole, bare] = [wordKey(name), bareKey(name)];
  return whole === host || bare === host || (host.length >= 6 && (whole.startsWith(host) || bare.startsWith(host)));
}

/** "BBC" of bbc.example; "U.S." of reuters.example is a section. */
function sharesWithHost(name: string, host: string): boolean {
  return host.startsWith(bareKey(name));
}

/** The same name as printed: "National Post" of "nationalpost". */
function isNameOf(name: string, compact: string): boolean {
  const own = wordKey(compact);
  return wordKey(name) === own || bareKey(name) === own;
}

function isAddress(name: string): boolean {
  return /^@|^(?:https?:|www\.)/i.test(name) || (/\.(?:com|org|net|co\.uk)$/.test(name) && !/\p{Lu}/u.test(name));
}

/** Not one lower-case word, as templates and accounts name themselves. */
function isPrintedName(name: string): boolean {
  return /\p{Lu}|\s|[^\x20-\x7f]/u.test(name) && !/^(?:https?:|www\.|@)/i.test(name);
}

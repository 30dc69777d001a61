import { collapse } from "./html-text.ts";
import type { JsonLdArticle } from "./json-ld.ts";
import type { PageScan } from "./scan-page.ts";

const AUTHOR_METAS = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "citation_author",
  "og:article:author",
  "article.author",
  "dc.contributor",
];
const LEAD =
  /^(?:[\s|·•–—-]*(?:(?:view )?(?:all )?posts by|by|from|words by|written by|posted by|published by|reported by|story by|author|authors|von|par|por|di|door)\b\s*[:|]?\s*)+/iu;
const NO_NAME =
  /^(?:admin|administrator|editor|staff|unknown|null|undefined|none|no author|guest|author|authors|follow|n\/a|.* says:?|link\d*)$/i;
const NAME =
  /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:[\p{Lu}][\p{L}\p{M}.’'-]*|de|da|di|du|del|van|von|der|den|la|le|el|al|bin|ibn|of|the|y)){0,5}$/u;

/** The names that the page says wrote the report, as printed and without doubles: JSON-LD first, then meta, then the byline. */
export function readPageByline(scan: PageScan, article: JsonLdArticle | null): readonly string[] {
  const printed = scan.captures.filter((capture) => capture.kind === "author" && !capture.inSide);
  const marked = printed.filter((capture) => "itemprop" in capture.attributes || "rel" in capture.attributes);
  const sources: (readonly string[])[] = [
    article?.authors ?? [],
    ...AUTHOR_METAS.map((name) => scan.metas.get(name) ?? []),
    marked.some((capture) => capture.inArticle)
      ? marked.filter((capture) => capture.inArticle).map((capture) => capture.text)
      : marked.slice(0, 1).map((capture) => capture.text),
    printed
      .filter((capture) => capture.text.length <= 120)
      .slice(0, 1)
      .map((capture) => capture.text),
  ];
  for (const source of sources) {
    const names = distinct(source.flatMap(namesIn));
    if (names.length > 0) return names.slice(0, 20);
  }
  return [];
}

/** "By Jane Roe and Al Fox, Health Correspondents | 3 May" → Jane Roe, Al Fox. */
function namesIn(printed: string): string[] {
  const text = collapse(printed).replace(LEAD, "").trim();
  if (text === "" || text.length > 200 || /^https?:|[@\\{}<>]/.test(text)) return [];
  const parts = text
    .split(/\s*(?:;|\||·|•|,\s*and\b|\band\b|\bund\b|\bet\b|&|,|\/|\s[–—-]\s)\s*/u)
    .map((part) => part.replace(LEAD, "").trim());
  const names = parts.filter((part) => NAME.test(part) && !NO_NAME.test(part) && part.length <= 60);
  const full = names.filter((name) => /\s/.test(name) && !ROLE.test(name));
  if (parts.length > 1 && full.length > 0) return full;
  return NO_NAME.test(text) || text.length > 80 || /\d{3}/.test(text) ? [] : [text];
}

const ROLE =
  /\b(?:correspondent|reporter|editor|writer|staff|columnist|bureau|political|contributor|producer|journalist|desk|updated|published)\b/i;

function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (!seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
}

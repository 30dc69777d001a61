import { findFurniture } from "../core/read/furniture.ts";
import type { ReportFields } from "../core/read/plain-text.ts";
import type { Furniture, Report } from "../core/read/report.ts";
import { readTopMatter } from "../core/read/top-matter.ts";
import { cleanText } from "../core/text/clean-text.ts";
import type { Diagnostic } from "../core/text/diagnostic.ts";
import type { Span } from "../core/text/span.ts";
import { OnrecordError } from "../errors.ts";
import { readMainText } from "./main-text.ts";
import { readPageFields } from "./page-fields.ts";
import { scanPage } from "./scan-page.ts";

export interface PageOptions extends ReportFields {
  /** ISO date or date-time of retrieval; dates of the page that lie after it are refused. */
  readonly retrievedAt?: string | null;
}

/**
 * Reads the article out of a page. Never runs or loads anything of it. Bounded: pages of any depth and shape take time in
 * proportion to their length.
 *
 * @throws OnrecordError "no-article" when the page holds no words that could be an article.
 */
export function readHtml(html: string, given: PageOptions = {}): Report {
  const scan = scanPage(html);
  const fields = readPageFields(scan, given.retrievedAt ?? null);
  const title = scan.captures.find((capture) => capture.kind === "title")?.text ?? null;
  const main = readMainText(scan, title, fields);
  const headline = given.headline ?? fields.headline;
  const lines = joinDropCaps(main.paragraphs).map(cleanText);
  const repeated = repeatedLines(lines);
  const words = lines.filter((text, index) => text !== "" && !(index < 3 && text === headline));
  const distinct = words.filter((text) => !repeated.has(text));
  const kept = distinct.length > 0 ? distinct : words;
  if (kept.length === 0) {
    throw new OnrecordError("no-article", "The page holds no article that could be read.", {
      next: "Give the address of the article itself, or its text.",
    });
  }
  const { text, paragraphs } = joinParagraphs(kept);
  const top = readTopMatter(text, paragraphs);
  const inText = findFurniture(text, paragraphs, top.furniture);
  const furniture: Furniture[] = [...top.furniture, ...inText, ...main.furniture];
  const byline = given.byline !== undefined && given.byline.length > 0 ? given.byline : fields.byline;
  return {
    url: given.url ?? fields.url,
    outlet: given.outlet ?? fields.outlet,
    headline: headline ?? top.headline,
    byline: byline.length > 0 ? byline : top.byline,
    publishedAt: given.publishedAt ?? fields.publishedAt ?? top.publishedAt,
    modifiedAt: given.modifiedAt ?? fields.modifiedAt ?? top.modifiedAt,
    language: given.language ?? fields.language,
    text,
    paragraphs,
    furniture,
    diagnostics: [...pageDiagnostics(scan), ...fields.diagnostics, ...main.diagnostics, ...top.diagnostics],
  };
}

/** Scraps that the page prints between the paragraphs ("Article content"): the same few words three times or more. */
function repeatedLines(paragraphs: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of paragraphs) if (text.length <= 40) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].flatMap(([text, count]) => (count >= 3 ? [text] : [])));
}

/** A first letter that the page sets apart as a drop cap ("T" "urkey, Poland and …") is put before its word. */
function joinDropCaps(paragraphs: readonly string[]): string[] {
  const joined: string[] = [];
  for (const text of paragraphs) {
    const cap = joined.at(-1) ?? "";
    if (/^[“‘"']?\p{Lu}$/u.test(cap) && /^\p{Ll}/u.test(text)) joined[joined.length - 1] = cap + text;
    else joined.push(text);
  }
  return joined;
}

function joinParagraphs(kept: readonly string[]): { text: string; paragraphs: Span[] } {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const paragraph of kept) {
    paragraphs.push({ start, end: start + paragraph.length });
    start += paragraph.length + 2;
  }
  return { text: kept.join("\n\n"), paragraphs };
}

function pageDiagnostics(scan: { readonly isFlattened: boolean; readonly isUnfinished: boolean }): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (scan.isFlattened) {
    found.push({
      code: "deep-nesting",
      span: null,
      message: "Elements are nested too deeply; the deepest were read flat.",
    });
  }
  if (scan.isUnfinished) {
    found.push({
      code: "unfinished-page",
      span: null,
      message: "The page ends before its closing tags; it may be cut short.",
    });
  }
  return found;
}

import { cleanText } from "../text/clean-text.ts";
import { findCorrections } from "./corrections.ts";
import { findFurniture } from "./furniture.ts";
import { readParagraphs } from "./paragraphs.ts";
import type { Report } from "./report.ts";
import { readTopMatter } from "./top-matter.ts";

/** What the caller knows of a report besides its words. A field given is kept as given. */
export interface ReportFields {
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly headline?: string | null;
  readonly byline?: readonly string[];
  readonly publishedAt?: string | null;
  readonly modifiedAt?: string | null;
  readonly language?: string | null;
}

/**
 * Reads a report out of plain text. `report.text` keeps every character of the input but line ends and blanks, furniture
 * included. Headline, byline and dates are read off the lines above the body where the caller does not give them.
 */
export function readPlainText(text: string, given: ReportFields = {}): Report {
  const clean = cleanText(text);
  const paragraphs = readParagraphs(clean);
  const top = readTopMatter(clean, paragraphs);
  const below = findFurniture(clean, paragraphs, top.furniture);
  const corrections = findCorrections(clean, paragraphs);
  const isByline = given.byline !== undefined && given.byline.length > 0;
  return {
    url: given.url ?? null,
    outlet: given.outlet ?? null,
    headline: given.headline ?? top.headline,
    byline: isByline ? given.byline : top.byline,
    publishedAt: given.publishedAt ?? top.publishedAt,
    modifiedAt: given.modifiedAt ?? top.modifiedAt,
    language: given.language ?? null,
    text: clean,
    paragraphs,
    furniture: [...top.furniture, ...below],
    diagnostics: top.diagnostics,
    ...(corrections.length > 0 ? { corrections } : {}),
  };
}

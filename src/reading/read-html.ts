import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type ReportFields, readPlainText } from "../core/read/plain-text.ts";
import type { Report } from "../core/read/report.ts";

/** Reads the article out of a page. */
export function readHtml(html: string, given: ReportFields = {}): Report {
  const { document } = parseHTML(html);
  const article = new Readability(document, { serializer: (node) => node }).parse();
  const blocks: string[] = [];
  const root = article?.content;
  if (root instanceof Object && "querySelectorAll" in root) {
    for (const block of (root as unknown as Element).querySelectorAll("p, li, h2, h3, blockquote")) {
      if (block.querySelector("p") === null) blocks.push((block.textContent ?? "").replace(/\s+/g, " ").trim());
    }
  }
  return readPlainText(blocks.filter((block) => block !== "").join("\n\n"), {
    ...given,
    headline: given.headline ?? article?.title ?? null,
    outlet: given.outlet ?? article?.siteName ?? null,
    publishedAt: given.publishedAt ?? article?.publishedTime ?? null,
    language: given.language ?? article?.lang ?? null,
  });
}

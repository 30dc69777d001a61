import type { Report } from "../../src/core/read/report.ts";

/** The text without the furniture in it. */
export function reportBody(report: Report): string {
  const furniture = new Set(report.furniture.flatMap((one) => ("start" in one ? [one.start] : [])));
  return report.paragraphs
    .filter((paragraph) => !furniture.has(paragraph.start))
    .map((paragraph) => report.text.slice(paragraph.start, paragraph.end))
    .join("\n");
}

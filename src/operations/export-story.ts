import type { StoryRecord } from "../core/link/story-record.ts";
import { checkEvidence } from "./check-evidence.ts";
import { formatCsv } from "./export-csv.ts";
import { formatBriefing } from "./export-markdown.ts";
import { type ExportTableName, tabulateStory } from "./export-table.ts";
import type { Operations } from "./operations.ts";

export type ExportForm =
  | { readonly format: "json" }
  | { readonly format: "md" }
  | { readonly format: "csv"; readonly table: ExportTableName; readonly mark: boolean };

/** Reads a story for export, with every row's words checked against its reports. */
export async function readStoryForExport(operations: Operations, id: string): Promise<StoryRecord> {
  const story = await operations.getStory(id);
  const texts = new Map<string, string>();
  for (const report of story.reports) {
    texts.set(report.id, (await operations.getReport(report.id)).record.report.text);
  }
  checkEvidence(story, (report) => texts.get(report) ?? "");
  return story;
}

export function formatExport(story: StoryRecord, form: ExportForm): string {
  switch (form.format) {
    case "json":
      return `${JSON.stringify(story, null, 2)}\n`;
    case "md":
      return formatBriefing(story);
    case "csv":
      return formatCsv(tabulateStory(story, form.table), form.mark);
  }
}

import type { SourceDocument } from "../report-entry.ts";
import type { StoredActor, StoredReportSummary, StoredStorySummary } from "../store.ts";
import { numberIn, optionalTextIn, type Row, textIn } from "./rows.ts";

export function summariseReport(row: Row): StoredReportSummary {
  return {
    id: textIn(row, "id"),
    story: textIn(row, "story"),
    url: optionalTextIn(row, "url"),
    outlet: optionalTextIn(row, "outlet"),
    headline: optionalTextIn(row, "headline"),
    publishedAt: optionalTextIn(row, "published_at"),
    revision: numberIn(row, "revision"),
    statements: numberIn(row, "statements"),
  };
}

export function summariseStory(row: Row, outlets: readonly string[]): StoredStorySummary {
  return {
    id: textIn(row, "id"),
    stale: row.cached !== row.version,
    title: textIn(row, "title"),
    reportCount: numberIn(row, "report_count"),
    outlets,
    firstPublished: optionalTextIn(row, "first_published"),
    lastPublished: optionalTextIn(row, "last_published"),
    newSentences: numberIn(row, "new_sentences"),
    openRequests: numberIn(row, "open_requests"),
    discrepancies: numberIn(row, "discrepancies"),
  };
}

export function summariseActor(row: Row): StoredActor {
  return {
    id: textIn(row, "id"),
    story: textIn(row, "story_id"),
    name: textIn(row, "name"),
    kind: textIn(row, "kind"),
    statements: numberIn(row, "statements"),
    mentions: numberIn(row, "mentions"),
  };
}

export function sourceIn(row: Row): Omit<SourceDocument, "packedBytes"> {
  return {
    sha256: textIn(row, "sha256"),
    mediaType: textIn(row, "media_type"),
    url: optionalTextIn(row, "url"),
    path: optionalTextIn(row, "path"),
    retrievedAt: optionalTextIn(row, "retrieved_at"),
    lastModified: optionalTextIn(row, "last_modified"),
    byteLength: numberIn(row, "byte_length"),
  };
}

import type { DatabaseSync } from "node:sqlite";
import type { Record } from "../../core/record/record.ts";
import { unpackRecord } from "../packing.ts";
import type { QuietChanges } from "../store.ts";
import { prepare } from "./prepare.ts";
import { bytesIn, numberIn, optionalTextIn, textIn } from "./rows.ts";

/** In order of publication, undated last. */
export function recordsOfStory(db: DatabaseSync, story: number): Record[] {
  return prepare(
    db,
    `SELECT packed_record FROM story_reports JOIN reports ON reports.key = story_reports.report
         JOIN findings ON findings.report = reports.key
         WHERE story = ? ORDER BY published_at IS NULL, published_at, reports.key`,
  )
    .all(story)
    .map((row) => unpackRecord(bytesIn(row, "packed_record")));
}

/** The reports read from one URL, oldest first, each with the key of its story. */
export function revisionsOf(db: DatabaseSync, url: string): { readonly id: string; readonly story: number }[] {
  return prepare(
    db,
    `SELECT id, story FROM reports JOIN story_reports ON story_reports.report = reports.key
         WHERE url = ? ORDER BY revision`,
  )
    .all(url)
    .map((row) => ({ id: textIn(row, "id"), story: numberIn(row, "story") }));
}

/** Null where the source of the report never came with other bytes that read the same. */
export function quietChangesOf(db: DatabaseSync, report: string): QuietChanges | null {
  const row = prepare(
    db,
    `SELECT count, kept, last_sha256, last_seen_at FROM quiet_changes
       JOIN reports ON reports.key = quiet_changes.report WHERE id = ?`,
  ).get(report);
  if (row === undefined) return null;
  return {
    count: numberIn(row, "count"),
    kept: numberIn(row, "kept"),
    lastSha256: textIn(row, "last_sha256"),
    lastSeenAt: optionalTextIn(row, "last_seen_at"),
  };
}

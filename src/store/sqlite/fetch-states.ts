import type { DatabaseSync } from "node:sqlite";
import type { FeedState, FetchState } from "../store.ts";
import { prepare } from "./prepare.ts";
import { numberIn, optionalTextIn, textIn } from "./rows.ts";

export function getFetchState(db: DatabaseSync, url: string, given: string): FetchState | null {
  const row = prepare(
    db,
    `SELECT etag, last_modified, fetched_at, reports.id AS report, stories.id AS story FROM fetches
       LEFT JOIN reports ON reports.key = fetches.report
       LEFT JOIN story_reports ON story_reports.report = fetches.report LEFT JOIN stories ON stories.key = story
       WHERE fetches.url = ? AND fetches.given = ?`,
  ).get(url, given);
  if (row === undefined) return null;
  return {
    etag: optionalTextIn(row, "etag"),
    lastModified: optionalTextIn(row, "last_modified"),
    fetchedAt: textIn(row, "fetched_at"),
    report: optionalTextIn(row, "report"),
    story: optionalTextIn(row, "story"),
  };
}

export function putFetchState(db: DatabaseSync, url: string, given: string, state: Omit<FetchState, "story">): void {
  prepare(
    db,
    `INSERT INTO fetches (url, given, etag, last_modified, fetched_at, report)
       VALUES (?, ?, ?, ?, ?, (SELECT key FROM reports WHERE id = ?))
       ON CONFLICT (url) DO UPDATE SET given = excluded.given, etag = excluded.etag,
         last_modified = excluded.last_modified, fetched_at = excluded.fetched_at, report = excluded.report`,
  ).run(url, given, state.etag, state.lastModified, state.fetchedAt, state.report);
}

export function listFeedStates(db: DatabaseSync): FeedState[] {
  return prepare(db, "SELECT * FROM feeds ORDER BY url")
    .all()
    .map((row) => ({
      url: textIn(row, "url"),
      etag: optionalTextIn(row, "etag"),
      lastModified: optionalTextIn(row, "last_modified"),
      title: optionalTextIn(row, "title"),
      polledAt: textIn(row, "polled_at"),
      nextPollAt: textIn(row, "next_poll_at"),
      failures: numberIn(row, "failures"),
      lastError: optionalTextIn(row, "last_error"),
    }));
}

export function putFeedState(db: DatabaseSync, feed: FeedState): void {
  prepare(
    db,
    `INSERT OR REPLACE INTO feeds (url, etag, last_modified, title, polled_at, next_poll_at, failures, last_error)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    feed.url,
    feed.etag,
    feed.lastModified,
    feed.title,
    feed.polledAt,
    feed.nextPollAt,
    feed.failures,
    feed.lastError,
  );
}

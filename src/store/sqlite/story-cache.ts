import type { DatabaseSync } from "node:sqlite";
import type { StoryRecord } from "../../core/link/story-record.ts";
import { prepare } from "./prepare.ts";
import { numberIn } from "./rows.ts";
import { toIndexedText } from "./word-lighter.ts";

/** Keeps a story's computed record, with the counts and the actors that lists and search read from it. */
export function cacheStoryRecord(
  db: DatabaseSync,
  record: StoryRecord,
  packed: Uint8Array,
  version: number,
  engine: string,
): void {
  const row = prepare(db, "SELECT key FROM stories WHERE id = ? AND version = ?").get(record.id, version);
  if (row === undefined) return;
  const key = numberIn(row, "key");
  prepare(
    db,
    "UPDATE stories SET title = ?, new_sentences = ?, open_requests = ?, discrepancies = ? WHERE key = ?",
  ).run(
    record.title,
    record.news.length,
    record.requests.filter((request) => request.status === "open").length,
    record.discrepancies.length - record.settled.length,
    key,
  );
  prepare(db, "INSERT OR REPLACE INTO story_records (story, version, engine, packed_record) VALUES (?, ?, ?, ?)").run(
    key,
    version,
    engine,
    packed,
  );
  replaceActors(db, key, record);
}

/** Drops what was computed of a story that has lost its reports. */
export function dropStoryRecord(db: DatabaseSync, story: number): void {
  prepare(db, "DELETE FROM story_records WHERE story = ?").run(story);
  dropActors(db, story);
}

function dropActors(db: DatabaseSync, story: number): void {
  prepare(db, "DELETE FROM actor_words WHERE rowid IN (SELECT key FROM story_actors WHERE story = ?)").run(story);
  prepare(db, "DELETE FROM story_actors WHERE story = ?").run(story);
}

function replaceActors(db: DatabaseSync, story: number, record: StoryRecord): void {
  dropActors(db, story);
  const spoken = new Map<string, number>();
  for (const { speaker } of record.statements) {
    if (speaker.kind === "resolved") spoken.set(speaker.actor, (spoken.get(speaker.actor) ?? 0) + 1);
  }
  const insert = prepare(
    db,
    "INSERT INTO story_actors (story, id, name, kind, statements, mentions) VALUES (?, ?, ?, ?, ?, ?) RETURNING key",
  );
  const indexNames = prepare(db, "INSERT INTO actor_words (rowid, names) VALUES (?, ?)");
  for (const actor of record.actors) {
    const statements = spoken.get(actor.id) ?? 0;
    const row = insert.get(story, actor.id, actor.name, actor.kind, statements, actor.mentionCount);
    indexNames.run(numberIn(row, "key"), toIndexedText([...new Set([actor.name, ...actor.aliases])].join(" · ")));
  }
}

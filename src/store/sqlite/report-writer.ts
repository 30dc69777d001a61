import { hash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { signatureOf } from "../../core/link/signature.ts";
import { OnrecordError } from "../../errors.ts";
import type { ReportMove } from "../decision.ts";
import { packJson, unpackRecord } from "../packing.ts";
import type { ReportEntry, SourceDocument } from "../report-entry.ts";
import type { Commit, GivenFields } from "../store.ts";
import { prepare } from "./prepare.ts";
import { recordsOfStory, revisionsOf } from "./report-reader.ts";
import { bytesIn, numberIn, type Row, textIn } from "./rows.ts";
import { ROWS_PER_REPORT } from "./sqlite-search.ts";
import { dropStoryRecord } from "./story-cache.ts";
import { StoryIndex } from "./story-index.ts";
import { toIndexedText } from "./word-lighter.ts";

/** Fields that a person may add or correct later for the same words at the same address. */
const CHANGEABLE = ["publishedAt", "modifiedAt", "outlet", "headline"] as const;
/** Of bytes that read the same as those held, so many are kept for one report. */
const MOST_KEPT = 3;
/** Versions of one page that differ in nothing but what they say of their dates. */
const MOST_REDATED = 5;

/** Writes reports with everything that hangs on them. Used inside a write transaction only. */
export class ReportWriter {
  readonly #db: DatabaseSync;
  readonly #index: StoryIndex;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#index = new StoryIndex(db);
  }

  /** Drops what is remembered between transactions, after one has failed or another process has written. */
  forget(): void {
    this.#index.forget();
  }

  commit(entry: ReportEntry): Commit {
    const same = this.#find(entry.report.id);
    return same === undefined ? this.#insert(entry) : this.#meetAgain(same, entry);
  }

  #find(id: string): Row | undefined {
    return prepare(
      this.#db,
      "SELECT reports.key, sha256 FROM reports JOIN source_documents ON source_documents.key = source WHERE id = ?",
    ).get(id);
  }

  #insert(entry: ReportEntry): Commit {
    const { report, source } = entry;
    const earlier = report.url === null ? [] : revisionsOf(this.#db, report.url);
    const joined = earlier.at(-1)?.story ?? null;
    const placed = this.#index.place(entry.signature, titleOf(entry), joined);
    const sourceKey = this.#insertSource(source);
    const key = numberIn(
      prepare(
        this.#db,
        `INSERT INTO reports (id, source, given, url, outlet, headline, published_at, modified_at, content_hash,
             revision, statements) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key`,
      ).get(
        report.id,
        sourceKey,
        formatGiven(entry.given),
        report.url,
        report.outlet,
        report.headline,
        report.publishedAt,
        report.modifiedAt,
        report.contentHash,
        earlier.length + 1,
        entry.statementCount,
      ),
      "key",
    );
    prepare(this.#db, "INSERT INTO story_reports (report, story, reasons) VALUES (?, ?, ?)").run(
      key,
      placed.story,
      JSON.stringify(placed.reasons),
    );
    prepare(this.#db, "INSERT INTO findings (report, engine, packed_record) VALUES (?, ?, ?)").run(
      key,
      entry.engine,
      entry.packedRecord,
    );
    this.#indexWords(key, entry);
    return { kind: earlier.length > 0 ? "revised" : "added", report: report.id, story: placed.storyId };
  }

  #insertSource(source: SourceDocument): number {
    const row = prepare(
      this.#db,
      `INSERT INTO source_documents (sha256, media_type, url, path, retrieved_at, last_modified, byte_length,
           packed_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING key`,
    ).get(
      source.sha256,
      source.mediaType,
      source.url,
      source.path,
      source.retrievedAt,
      source.lastModified,
      source.byteLength,
      source.packedBytes,
    );
    return numberIn(row, "key");
  }

  /**
   * Other bytes of an address that read the same are no revision. A page may send them at every request, so only the
   * first few are kept as what the site sent that day; the others are counted. Whether the bytes are new.
   */
  #noteQuiet(key: number, { source, report }: ReportEntry): boolean {
    if (report.url === null) return false;
    const held = prepare(
      this.#db,
      "SELECT 1 FROM source_documents WHERE sha256 = ? UNION SELECT 1 FROM quiet_changes WHERE report = ? AND last_sha256 = ?",
    ).get(source.sha256, key, source.sha256);
    if (held !== undefined) return false;
    const noted = prepare(this.#db, "SELECT count, kept FROM quiet_changes WHERE report = ?").get(key);
    const [count, kept] = noted === undefined ? [0, 0] : [numberIn(noted, "count"), numberIn(noted, "kept")];
    const isKept = kept < MOST_KEPT;
    if (isKept) this.#insertSource(source);
    prepare(
      this.#db,
      "INSERT OR REPLACE INTO quiet_changes (report, count, kept, last_sha256, last_seen_at) VALUES (?, ?, ?, ?, ?)",
    ).run(key, count + 1, kept + (isKept ? 1 : 0), source.sha256, source.retrievedAt);
    return true;
  }

  /**
   * Whether a page whose words are the same says otherwise of itself in a way that it may say anew at every request: when
   * it was changed last, or, after some versions that differ in nothing else, when it was published.
   */
  #isRestless(before: ReportEntry["report"], { report }: ReportEntry): boolean {
    const changed = CHANGEABLE.filter((field) => before[field] !== report[field]);
    if (changed.every((field) => field === "modifiedAt" && before.modifiedAt !== null)) return true;
    const versions = prepare(this.#db, "SELECT count(*) AS count FROM reports WHERE url = ? AND content_hash = ?");
    return numberIn(versions.get(report.url, report.contentHash), "count") > MOST_REDATED;
  }

  /** The same words at the same address: nothing new, unless the person now says more about them. */
  #meetAgain(same: Row, entry: ReportEntry): Commit {
    const key = numberIn(same, "key");
    const row = prepare(
      this.#db,
      "SELECT stories.id, packed_record FROM story_reports JOIN stories ON stories.key = story JOIN findings USING (report) WHERE report = ?",
    ).get(key);
    const commit = { report: entry.report.id, story: textIn(row, "id") };
    const before = unpackRecord(bytesIn(row, "packed_record")).report;
    // A field is never lost because it was left out this time.
    const kept = CHANGEABLE.every((field) => before[field] === null || entry.report[field] !== null);
    const changed = kept && CHANGEABLE.some((field) => before[field] !== entry.report[field]);
    const quiet = (report: number, id = commit.report): Commit => {
      const kind = this.#noteQuiet(report, entry) ? "quiet" : "unchanged";
      return { kind, story: commit.story, report: id };
    };
    if (!changed) return quiet(key);
    if (entry.report.url !== null && textIn(same, "sha256") !== entry.source.sha256) {
      // The page itself says otherwise now, if only of its date; what it said before stays beside it.
      const revision = asRevision(entry);
      const again = this.#find(revision.report.id);
      if (again !== undefined) return quiet(numberIn(again, "key"), revision.report.id);
      return this.#isRestless(before, entry) ? quiet(key) : this.#insert(revision);
    }
    prepare(this.#db, "UPDATE reports SET given = ? WHERE key = ?").run(formatGiven(entry.given), key);
    this.overwrite([{ key, entry }]);
    return { kind: "updated", ...commit };
  }

  overwrite(entries: readonly { readonly key: number; readonly entry: ReportEntry }[]): void {
    const stories = new Map<number, string>();
    for (const { key, entry } of entries) {
      this.#overwriteRows(key, entry);
      const story = prepare(
        this.#db,
        "SELECT stories.key, id FROM story_reports JOIN stories ON stories.key = story WHERE report = ?",
      ).get(key);
      stories.set(numberIn(story, "key"), textIn(story, "id"));
    }
    // Once for all reports of a story: each time, all of them are read.
    for (const [story, id] of stories) this.#index.rebuild(story, id, recordsOfStory(this.#db, story).map(signatureOf));
  }

  #overwriteRows(key: number, entry: ReportEntry): void {
    const { report } = entry;
    prepare(
      this.#db,
      `UPDATE reports SET outlet = ?, headline = ?, published_at = ?, modified_at = ?, content_hash = ?,
           statements = ? WHERE key = ?`,
    ).run(
      report.outlet,
      report.headline,
      report.publishedAt,
      report.modifiedAt,
      report.contentHash,
      entry.statementCount,
      key,
    );
    prepare(this.#db, "UPDATE findings SET engine = ?, packed_record = ? WHERE report = ?").run(
      entry.engine,
      entry.packedRecord,
      key,
    );
    prepare(this.#db, "DELETE FROM report_words WHERE rowid = ?").run(key);
    prepare(this.#db, "DELETE FROM statement_words WHERE rowid BETWEEN ? AND ?").run(
      key * ROWS_PER_REPORT,
      (key + 1) * ROWS_PER_REPORT - 1,
    );
    this.#indexWords(key, entry);
  }

  /** Takes reports from one story to another; a story that is missing is made, one that is left empty is listed no more. */
  move(moves: readonly ReportMove[]): void {
    const touched = new Map<string, number>();
    for (const { report, from, to } of moves) {
      const row = prepare(
        this.#db,
        `SELECT reports.key, stories.id AS story, stories.key AS story_key, reasons FROM reports
           JOIN story_reports ON story_reports.report = reports.key JOIN stories ON stories.key = story
           WHERE reports.id = ?`,
      ).get(report);
      if (row === undefined || textIn(row, "story") !== from) {
        throw new OnrecordError("conflict", `The report ${report} is no longer in the story ${from}.`, {
          next: "See what was decided since: onrecord decisions",
        });
      }
      touched.set(from, numberIn(row, "story_key"));
      touched.set(to, this.#index.found(to));
      const reasons: unknown[] = JSON.parse(textIn(row, "reasons"));
      prepare(this.#db, "UPDATE story_reports SET story = ?, reasons = ? WHERE report = ?").run(
        this.#index.found(to),
        JSON.stringify([...reasons, `moved from ${from} by a person`]),
        numberIn(row, "key"),
      );
    }
    for (const [id, story] of touched) {
      const signatures = recordsOfStory(this.#db, story).map(signatureOf);
      if (signatures.length > 0) this.#index.rebuild(story, id, signatures);
      else {
        this.#index.clear(story);
        dropStoryRecord(this.#db, story);
      }
    }
  }

  findAlike(story: string): string[] {
    const row = prepare(this.#db, "SELECT key FROM stories WHERE id = ?").get(story);
    return row === undefined ? [] : this.#index.findAlike(numberIn(row, "key"));
  }

  #indexWords(key: number, entry: ReportEntry): void {
    prepare(this.#db, "INSERT INTO report_words (rowid, headline, body) VALUES (?, ?, ?)").run(
      key,
      toIndexedText(entry.report.headline ?? ""),
      toIndexedText(entry.body),
    );
    const insert = prepare(this.#db, "INSERT INTO statement_words (rowid, speaker, words, row) VALUES (?, ?, ?, ?)");
    entry.statements.slice(0, ROWS_PER_REPORT).forEach((statement, at) => {
      insert.run(
        key * ROWS_PER_REPORT + at,
        toIndexedText(statement.speaker),
        toIndexedText(statement.words),
        statement.row,
      );
    });
  }
}

/** The same words at the same address out of other bytes: a version with an id of its own. */
function asRevision(entry: ReportEntry): ReportEntry {
  const id = `r-${hash("sha256", `${entry.report.id} ${entry.source.sha256}`, "hex").slice(0, 16)}`;
  const record = unpackRecord(entry.packedRecord);
  const packedRecord = packJson({ ...record, report: { ...record.report, id } });
  return { ...entry, report: { ...entry.report, id }, packedRecord };
}

/** Keys in one order, so that equal fields are equal text. */
export function formatGiven(given: GivenFields): string {
  const { published, url, outlet, format } = given;
  return JSON.stringify({ published, url, outlet, format });
}

function titleOf(entry: ReportEntry): string {
  const title = entry.report.headline ?? entry.body.split("\n", 1)[0] ?? "";
  return title.length <= 120 ? title : `${title.slice(0, 119)}…`;
}

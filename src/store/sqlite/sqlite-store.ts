import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { StoryRecord } from "../../core/link/story-record.ts";
import { OnrecordError } from "../../errors.ts";
import type { NewDecision, ProposalEntry, StoredDecision, StoredProposal } from "../decision.ts";
import { packJson, unpackRecord, unpackStoryRecord } from "../packing.ts";
import type { ReportEntry } from "../report-entry.ts";
import type {
  Commit,
  FeedState,
  FetchState,
  GivenFields,
  NewFindings,
  Store,
  StoreDescription,
  StoredActor,
  StoredHit,
  StoredReportRow,
  StoredReportSummary,
  StoredStorySummary,
  StoreList,
  StorePage,
  StoreQuery,
} from "../store.ts";
import { inTransaction, openDatabase } from "./database.ts";
import {
  appendDecision,
  decisionRows,
  findDecision,
  findProposal,
  logProposals,
  openProposals,
  readDecision,
  standingRegroupings,
  standingSettlements,
} from "./decision-log.ts";
import { getFetchState, listFeedStates, putFeedState, putFetchState } from "./fetch-states.ts";
import { MIGRATIONS } from "./migrations.ts";
import { cursorAt, cursorOf, listFrom, offsetOf } from "./pages.ts";
import { prepare } from "./prepare.ts";
import { quietChangesOf, recordsOfStory, revisionsOf } from "./report-reader.ts";
import { formatGiven, ReportWriter } from "./report-writer.ts";
import { bytesIn, numberIn, optionalTextIn, textIn } from "./rows.ts";
import { explainSqliteError } from "./sqlite-errors.ts";
import { searchStore } from "./sqlite-search.ts";
import { cacheStoryRecord } from "./story-cache.ts";
import { sourceIn, summariseActor, summariseReport, summariseStory } from "./summaries.ts";
import { WordLighter } from "./word-lighter.ts";

export interface SqliteStoreOptions {
  /** A file, or ":memory:". */
  readonly location: string;
  /** Whether a missing store is made; without it a missing file is "not-found". */
  readonly create: boolean;
  /** How long to wait for another process that writes; 5 seconds unless told. */
  readonly lockWaitMs?: number;
  /** The file may not grow beyond this many pages of 4096 bytes; then "disk-full". */
  readonly maxPages?: number;
}

const DEFAULT_LOCK_WAIT_MS = 5000;

export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const lockWaitMs = options.lockWaitMs ?? DEFAULT_LOCK_WAIT_MS;
  const { db, readOnly } = openDatabase({ location: options.location, create: options.create, lockWaitMs });
  if (options.maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${options.maxPages}`);
  return new SqliteStore(db, options.location, readOnly);
}

class SqliteStore implements Store {
  readonly #db: DatabaseSync;
  readonly #location: string;
  readonly #readOnly: boolean;
  #writer: ReportWriter | null = null;
  readonly #lit = new WordLighter();
  #dataVersion: number | null = null;

  constructor(db: DatabaseSync, location: string, readOnly: boolean) {
    this.#db = db;
    this.#location = location;
    this.#readOnly = readOnly;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#lit.close();
    if (this.#db.isOpen) this.#db.close();
  }

  async findReport(sha256: string, given: GivenFields) {
    return this.#read(() => {
      const row = prepare(
        this.#db,
        `SELECT reports.id, stories.id AS story FROM source_documents
           JOIN reports ON reports.source = source_documents.key
           JOIN story_reports ON story_reports.report = reports.key JOIN stories ON stories.key = story
           WHERE sha256 = ? AND given = ?`,
      ).get(sha256, formatGiven(given));
      return row === undefined ? null : { report: textIn(row, "id"), story: textIn(row, "story") };
    });
  }

  async commitReport(entry: ReportEntry): Promise<Commit> {
    return this.#write((writer) => writer.commit(entry));
  }

  async commitReports(entries: readonly ReportEntry[]): Promise<readonly Commit[]> {
    return this.#write((writer) => entries.map((entry) => writer.commit(entry)));
  }

  async replaceFindings(found: readonly NewFindings[]): Promise<void> {
    this.#write((writer) =>
      writer.overwrite(
        found.map(({ report, entry }) => {
          const row = prepare(this.#db, "SELECT key FROM reports WHERE id = ?").get(report);
          if (row === undefined) throw new OnrecordError("not-found", `There is no report ${report} in the store.`);
          return { key: numberIn(row, "key"), entry };
        }),
      ),
    );
  }

  async getReport(id: string): Promise<StoredReportRow | null> {
    return this.#read(() => {
      const row = prepare(
        this.#db,
        `SELECT reports.url AS report_url, packed_record, stories.id AS story, sha256, media_type,
             source_documents.url, path, retrieved_at, last_modified, byte_length
           FROM reports JOIN findings ON findings.report = reports.key
           JOIN source_documents ON source_documents.key = reports.source
           JOIN story_reports ON story_reports.report = reports.key JOIN stories ON stories.key = story
           WHERE reports.id = ?`,
      ).get(id);
      if (row === undefined) return null;
      const url = optionalTextIn(row, "report_url");
      return {
        record: unpackRecord(bytesIn(row, "packed_record")),
        story: textIn(row, "story"),
        source: sourceIn(row),
        revisions: url === null ? [id] : revisionsOf(this.#db, url).map((one) => one.id),
        quietChanges: quietChangesOf(this.#db, id),
      };
    });
  }

  async getSource(report: string) {
    return this.#read(() => {
      const row = prepare(
        this.#db,
        `SELECT source_documents.*, given FROM reports
           JOIN source_documents ON source_documents.key = reports.source WHERE reports.id = ?`,
      ).get(report);
      if (row === undefined) return null;
      const given: GivenFields = JSON.parse(textIn(row, "given"));
      return { ...sourceIn(row), packedBytes: bytesIn(row, "packed_bytes"), given };
    });
  }

  async listReports(page: StorePage & { readonly story?: string }): Promise<StoreList<StoredReportSummary>> {
    return this.#read(() => {
      const from = cursorOf(page.after);
      const rows = prepare(
        this.#db,
        `SELECT reports.*, stories.id AS story FROM reports
           JOIN story_reports ON story_reports.report = reports.key JOIN stories ON stories.key = story
           WHERE (coalesce(published_at, ''), reports.key) < (?, ?) ${page.story === undefined ? "" : "AND stories.id = ?"}
           ORDER BY coalesce(published_at, '') DESC, reports.key DESC LIMIT ?`,
      ).all(from.day, from.key, ...(page.story === undefined ? [] : [page.story]), page.limit + 1);
      return listFrom(rows, page.limit, summariseReport, (row) => cursorAt(optionalTextIn(row, "published_at"), row));
    });
  }

  async listOutdated(engine: string): Promise<readonly string[]> {
    return this.#read(() =>
      prepare(
        this.#db,
        "SELECT id FROM findings JOIN reports ON reports.key = report WHERE engine <> ? ORDER BY reports.key",
      )
        .all(engine)
        .map((row) => textIn(row, "id")),
    );
  }

  async listStories(page: StorePage): Promise<StoreList<StoredStorySummary>> {
    return this.#read(() => {
      const from = cursorOf(page.after);
      const rows = prepare(
        this.#db,
        `SELECT stories.*, story_records.version AS cached FROM stories
           LEFT JOIN story_records ON story_records.story = stories.key
           WHERE (coalesce(last_published, ''), stories.key) < (?, ?) AND report_count > 0
           ORDER BY coalesce(last_published, '') DESC, stories.key DESC LIMIT ?`,
      ).all(from.day, from.key, page.limit + 1);
      const outlets = prepare(
        this.#db,
        `SELECT DISTINCT outlet FROM story_reports JOIN reports ON reports.key = report
         WHERE story = ? AND outlet IS NOT NULL ORDER BY outlet`,
      );
      return listFrom(
        rows,
        page.limit,
        (row) =>
          summariseStory(
            row,
            outlets.all(numberIn(row, "key")).map((one) => textIn(one, "outlet")),
          ),
        (row) => cursorAt(optionalTextIn(row, "last_published"), row),
      );
    });
  }

  async getStoryRecords(story: string) {
    return this.#read(() => {
      const row = prepare(this.#db, "SELECT key, version FROM stories WHERE id = ?").get(story);
      if (row === undefined) return { version: 0, records: [] };
      return { version: numberIn(row, "version"), records: recordsOfStory(this.#db, numberIn(row, "key")) };
    });
  }

  async getCachedStory(story: string, engine: string): Promise<StoryRecord | null> {
    return this.#read(() => {
      const row = prepare(
        this.#db,
        `SELECT packed_record FROM stories JOIN story_records
             ON story_records.story = stories.key AND story_records.version = stories.version
           WHERE id = ? AND engine = ?`,
      ).get(story, engine);
      return row === undefined ? null : unpackStoryRecord(bytesIn(row, "packed_record"));
    });
  }

  async cacheStory(record: StoryRecord, version: number, engine: string): Promise<void> {
    if (this.#readOnly) return;
    const packed = packJson(record);
    this.#write(() => cacheStoryRecord(this.#db, record, packed, version, engine));
  }

  async listStaleStories(engine: string): Promise<readonly string[]> {
    return this.#read(() =>
      prepare(
        this.#db,
        `SELECT id FROM stories LEFT JOIN story_records
             ON story_records.story = stories.key AND story_records.version = stories.version AND engine = ?
           WHERE story_records.story IS NULL AND report_count > 0 ORDER BY key`,
      )
        .all(engine)
        .map((row) => textIn(row, "id")),
    );
  }

  async listActors(page: StorePage & { readonly story?: string }): Promise<StoreList<StoredActor>> {
    return this.#read(() => {
      const offset = offsetOf(page.after);
      const rows = prepare(
        this.#db,
        `SELECT story_actors.*, stories.id AS story_id FROM story_actors JOIN stories ON stories.key = story
           ${page.story === undefined ? "" : "WHERE stories.id = ?"}
           ORDER BY statements DESC, mentions DESC, story_actors.key LIMIT ? OFFSET ?`,
      ).all(...(page.story === undefined ? [] : [page.story]), page.limit + 1, offset);
      return listFrom(rows, page.limit, summariseActor, () => `o${offset + page.limit}`);
    });
  }

  async search(query: StoreQuery): Promise<StoreList<StoredHit>> {
    return this.#read(() => searchStore(this.#db, this.#lit, query));
  }

  async decide(decision: NewDecision): Promise<StoredDecision> {
    return this.#write((writer) => {
      const { undoes } = decision;
      const before = undoes === null ? null : findDecision(this.#db, undoes);
      if (before !== null && before.undoneBy !== null) {
        throw new OnrecordError("conflict", `Decision ${before.key} was taken back by decision ${before.undoneBy}.`);
      }
      writer.move(decision.moves);
      return appendDecision(this.#db, decision);
    });
  }

  async getDecision(key: number): Promise<StoredDecision | null> {
    return this.#read(() => findDecision(this.#db, key));
  }

  async listDecisions(page: StorePage & { readonly story?: string }): Promise<StoreList<StoredDecision>> {
    return this.#read(() => {
      const { key } = cursorOf(page.after);
      const rows = decisionRows(this.#db, key, page.limit + 1, page.story);
      return listFrom(rows, page.limit, readDecision, (row) => cursorAt(null, row));
    });
  }

  async listSettlements(story: string): Promise<readonly StoredDecision[]> {
    return this.#read(() => standingSettlements(this.#db, story));
  }

  async listRegroupings(): Promise<readonly StoredDecision[]> {
    return this.#read(() => standingRegroupings(this.#db));
  }

  async countDiscrepancies(story: string, open: number): Promise<void> {
    this.#write(() => prepare(this.#db, "UPDATE stories SET discrepancies = ? WHERE id = ?").run(open, story));
  }

  async findAlike(story: string): Promise<readonly string[]> {
    return this.#write((writer) => writer.findAlike(story));
  }

  async logProposals(
    story: string,
    among: readonly string[],
    proposals: readonly ProposalEntry[],
    at: string,
  ): Promise<void> {
    this.#write(() => logProposals(this.#db, story, among, proposals, at));
  }

  async listProposals(): Promise<readonly StoredProposal[]> {
    return this.#read(() => openProposals(this.#db));
  }

  async getProposal(id: string): Promise<StoredProposal | null> {
    return this.#read(() => findProposal(this.#db, id));
  }

  async getFetch(url: string, given: GivenFields): Promise<FetchState | null> {
    return this.#read(() => getFetchState(this.#db, url, formatGiven(given)));
  }

  async putFetch(url: string, given: GivenFields, state: Omit<FetchState, "story">): Promise<void> {
    this.#write(() => putFetchState(this.#db, url, formatGiven(given), state));
  }

  async listFeeds(): Promise<readonly FeedState[]> {
    return this.#read(() => listFeedStates(this.#db));
  }

  async putFeed(feed: FeedState): Promise<void> {
    this.#write(() => putFeedState(this.#db, feed));
  }

  async removeFeed(url: string): Promise<boolean> {
    return this.#write(() => Number(prepare(this.#db, "DELETE FROM feeds WHERE url = ?").run(url).changes) > 0);
  }

  async describe(): Promise<StoreDescription> {
    return this.#read(() => {
      const count = (table: string, where = "true") =>
        numberIn(prepare(this.#db, `SELECT count(*) AS count FROM ${table} WHERE ${where}`).get(), "count");
      return {
        kind: "sqlite",
        location: this.#location,
        version: MIGRATIONS.length,
        sources: count("source_documents"),
        reports: count("reports"),
        stories: count("stories", "report_count > 0"),
        decisions: count("decisions"),
        bytes: this.#location === ":memory:" ? 0 : statSync(this.#location).size,
      };
    });
  }

  #read<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw explainSqliteError(error, this.#location);
    }
  }

  #write<T>(work: (writer: ReportWriter) => T): T {
    this.#writer ??= new ReportWriter(this.#db);
    const writer = this.#writer;
    try {
      return inTransaction(this.#db, () => {
        // Changes whenever another connection has committed since this one last looked.
        const version = numberIn(prepare(this.#db, "PRAGMA data_version").get(), "data_version");
        if (version !== this.#dataVersion) writer.forget();
        this.#dataVersion = version;
        return work(writer);
      });
    } catch (error) {
      writer.forget();
      throw explainSqliteError(error, this.#location);
    }
  }
}

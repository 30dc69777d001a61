import type { StoryRecord } from "../core/link/story-record.ts";
import type { Record } from "../core/record/record.ts";
import type { Span } from "../core/text/span.ts";
import type { NewDecision, ProposalEntry, StoredDecision, StoredProposal } from "./decision.ts";
import type { ReportEntry, SourceDocument } from "./report-entry.ts";

/**
 * Where source documents, reports, findings, stories and decisions are kept. Every method is one transaction: it is
 * done whole or not at all, also when the process is killed. Held by `store.conformance.ts` for every implementation.
 *
 * @throws OnrecordError "store-locked" when another process keeps the store locked, "disk-full" when it cannot grow.
 */
export interface Store extends AsyncDisposable {
  /** Whether these bytes were stored already, with the same words about them from the person who added them. */
  findReport(sha256: string, given: GivenFields): Promise<{ readonly report: string; readonly story: string } | null>;

  /** Stores one report, and places it in a story, or in the story of its earlier revisions. Idempotent. */
  commitReport(entry: ReportEntry): Promise<Commit>;

  /** The same for several, in their order and in one transaction: all of them or none. */
  commitReports(entries: readonly ReportEntry[]): Promise<readonly Commit[]>;

  /**
   * Puts newly computed findings in place of reports' old ones, all of them or none. Ids, stories and sources stay. What
   * is known of a story is made anew once, so reports of one story are better given together.
   */
  replaceFindings(found: readonly NewFindings[]): Promise<void>;

  getReport(id: string): Promise<StoredReportRow | null>;
  getSource(report: string): Promise<(SourceDocument & { readonly given: GivenFields }) | null>;
  /** By day of publication, newest first, undated last. */
  listReports(page: StorePage & { readonly story?: string }): Promise<StoreList<StoredReportSummary>>;
  /** Reports whose findings an engine other than this one made, in the order they were added. */
  listOutdated(engine: string): Promise<readonly string[]>;

  /** By the day of the latest report, newest first, undated last. */
  listStories(page: StorePage): Promise<StoreList<StoredStorySummary>>;
  /** The records of a story's reports, in order of publication, undated last; empty when there is no such story. */
  getStoryRecords(story: string): Promise<{ readonly version: number; readonly records: readonly Record[] }>;
  /** The story's record as computed last; null when a report came or changed since, or another engine made it. */
  getCachedStory(story: string, engine: string): Promise<StoryRecord | null>;
  /** Keeps a computed story record. Does nothing when the story has changed since `version`, or cannot be written. */
  cacheStory(record: StoryRecord, version: number, engine: string): Promise<void>;
  /** Stories without a current record. */
  listStaleStories(engine: string): Promise<readonly string[]>;

  /** Actors of the cached story records, those with most statements first. */
  listActors(page: StorePage & { readonly story?: string }): Promise<StoreList<StoredActor>>;
  /** Best matches first, of the newest that match; a query without words finds nothing. Never fails on the query's form. */
  search(query: StoreQuery): Promise<StoreList<StoredHit>>;

  /**
   * Keeps a decision for good, and takes the reports that it moves to their stories, which are made where they are
   * missing. A story without reports is listed no longer.
   *
   * @throws OnrecordError "conflict" when a report is no longer in the story that it is taken from, or when the decision
   *   that is taken back was taken back before.
   */
  decide(decision: NewDecision): Promise<StoredDecision>;
  getDecision(key: number): Promise<StoredDecision | null>;
  /** The latest first; of a story those that name it or hold words of its reports. */
  listDecisions(page: StorePage & { readonly story?: string }): Promise<StoreList<StoredDecision>>;
  /** Settlements that stand and hold words of the story's reports. */
  listSettlements(story: string): Promise<readonly StoredDecision[]>;
  /** Merges, splits and proposals turned down that stand. */
  listRegroupings(): Promise<readonly StoredDecision[]>;
  /** How many discrepancies of the story nobody has settled, for the list of stories. */
  countDiscrepancies(story: string, open: number): Promise<void>;

  /** Stories that are as alike to this one as a report must be to join, by an index and never by a scan. */
  findAlike(story: string): Promise<readonly string[]>;
  /** Logs what is proposed for a story, and withdraws what was proposed for it among the same stories and is no more. */
  logProposals(story: string, among: readonly string[], proposals: readonly ProposalEntry[], at: string): Promise<void>;
  /** Those not withdrawn, the earliest first. */
  listProposals(): Promise<readonly StoredProposal[]>;
  getProposal(id: string): Promise<StoredProposal | null>;

  /** What is known of the last fetch of an address; null when it was never fetched with these words about it. */
  getFetch(url: string, given: GivenFields): Promise<FetchState | null>;
  /** Keeps what is known of a fetch, in place of what was known of the one before. */
  putFetch(url: string, given: GivenFields, state: Omit<FetchState, "story">): Promise<void>;

  /** The feeds that are watched, by address. */
  listFeeds(): Promise<readonly FeedState[]>;
  putFeed(feed: FeedState): Promise<void>;
  /** Whether it was watched. */
  removeFeed(url: string): Promise<boolean>;

  describe(): Promise<StoreDescription>;
}

export interface FetchState {
  /** What the site calls the version that it gave. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly fetchedAt: string;
  /** The report that was read from it, and its story; null when none could be. */
  readonly report: string | null;
  readonly story: string | null;
}

/** A feed that is watched. */
export interface FeedState {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly title: string | null;
  readonly polledAt: string;
  readonly nextPollAt: string;
  /** Polls that failed since the last that did not. */
  readonly failures: number;
  readonly lastError: string | null;
}

/** What a person said about an input; kept, because re-reading the bytes needs it. */
export interface GivenFields {
  readonly published?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly format?: "text" | "html";
}

/** A report that is in the store, as it is read now. */
export interface NewFindings {
  readonly report: string;
  readonly entry: ReportEntry;
}

export interface Commit {
  /**
   * `updated`: the same words at the same address with other fields, such as a date given later; `quiet`: other bytes of
   * an address that read the same, which are counted and make no revision.
   */
  readonly kind: "added" | "revised" | "updated" | "quiet" | "unchanged";
  readonly report: string;
  readonly story: string;
}

export interface StorePage {
  readonly limit: number;
  readonly after?: string;
}

export interface StoreList<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface StoredReportRow {
  readonly record: Record;
  readonly story: string;
  readonly source: Omit<SourceDocument, "packedBytes">;
  readonly revisions: readonly string[];
  readonly quietChanges: QuietChanges | null;
}

/**
 * How often the address of a report sent other bytes that read the same: advertising, counters, other stories' headlines.
 * The bytes of the first three are kept as sources, of the others only how many there were and the last one's hash.
 */
export interface QuietChanges {
  readonly count: number;
  readonly kept: number;
  readonly lastSha256: string;
  readonly lastSeenAt: string | null;
}

export interface StoredReportSummary {
  readonly id: string;
  readonly story: string;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly revision: number;
  readonly statements: number;
}

/** Counts that rest on the story's record are null while it is stale. */
export interface StoredStorySummary {
  readonly id: string;
  readonly stale: boolean;
  readonly title: string;
  readonly reportCount: number;
  readonly outlets: readonly string[];
  readonly firstPublished: string | null;
  readonly lastPublished: string | null;
  readonly newSentences: number;
  readonly openRequests: number;
  readonly discrepancies: number;
}

export interface StoredActor {
  readonly id: string;
  readonly story: string;
  readonly name: string;
  readonly kind: string;
  readonly statements: number;
  readonly mentions: number;
}

export type SearchKind = "report" | "statement" | "actor";

export interface StoreQuery extends StorePage {
  readonly q: string;
  readonly kind?: SearchKind;
  readonly story?: string;
}

export interface StoredHit {
  readonly kind: SearchKind;
  readonly report: string | null;
  readonly story: string | null;
  readonly storyTitle: string | null;
  readonly row: string | null;
  readonly title: string;
  readonly text: string;
  readonly matches: readonly Span[];
  readonly publishedAt: string | null;
  readonly outlet: string | null;
}

export interface StoreDescription {
  readonly kind: string;
  readonly location: string;
  readonly version: number;
  readonly sources: number;
  readonly reports: number;
  readonly stories: number;
  readonly decisions: number;
  readonly bytes: number;
}

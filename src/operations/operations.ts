import type { RevisionChanges } from "../core/link/compare-revisions.ts";
import type { Evidence, StoryRecord } from "../core/link/story-record.ts";
import type { Record } from "../core/record/record.ts";
import type { Span } from "../core/text/span.ts";
import type { ShownPage } from "../reading/page/show-page.ts";

/** What a user can do. CLI, HTTP and later MCP call these and nothing below them. */
export interface Operations extends AsyncDisposable {
  /** Adds what the paths hold: files, folders, URLs, "-" for standard input. Idempotent; resumes after a crash. */
  add(inputs: readonly string[], options: AddOptions): Promise<AddSummary>;
  listStories(page: Page): Promise<List<StorySummary>>;
  getStory(id: string): Promise<StoryRecord>;
  getReport(id: string): Promise<StoredReport>;
  /** What the report says otherwise than an earlier version of it: the one before, or the one that is named. */
  getChanges(report: string, against?: string): Promise<ReportChanges>;
  /** The bytes as received that the report was read from. */
  getSource(report: string): Promise<SourceBytes>;
  /** The page that the report was read from, made safe to show, with the words of `spans` lit. */
  getPage(report: string, spans: readonly Span[]): Promise<ShownPage>;
  listReports(page: Page & { story?: string }): Promise<List<ReportSummary>>;
  listActors(page: Page & { story?: string }): Promise<List<ActorSummary>>;
  /** Everything the store holds on one actor of one story. */
  getActor(story: string, actor: string): Promise<ActorDossier>;
  search(query: SearchQuery): Promise<List<SearchHit>>;
  /** Merges and splits of stories that the engine proposes and nobody has decided, the earliest first. */
  listProposals(query: { story?: string }): Promise<List<Proposal>>;
  /** What people decided, the latest first. */
  listDecisions(page: Page & { story?: string }): Promise<List<Decision>>;
  /** Keeps what a person decides, for good, and does it. */
  decide(request: DecisionRequest): Promise<Decision>;
}

export type DecisionRequest = (
  | { readonly kind: "settle"; readonly story: string; readonly discrepancy: string }
  | { readonly kind: "merge"; readonly stories: readonly string[] }
  | { readonly kind: "split"; readonly story: string; readonly reports: readonly string[] }
  | { readonly kind: "accept" | "reject"; readonly proposal: string }
  | { readonly kind: "undo"; readonly decision: number }
) & {
  /** Why. */
  readonly reason: string;
  /** Who decides. */
  readonly by: string;
};

export interface Proposal {
  readonly id: string;
  readonly kind: "merge" | "split";
  readonly stories: readonly { readonly id: string; readonly title: string }[];
  /** Ids of reports: of a merge those of each story, of a split those of each part, the part that stays first. */
  readonly parts: readonly (readonly string[])[];
  readonly reasons: readonly string[];
  readonly proposedAt: string;
}

export interface Decision {
  readonly id: number;
  readonly kind: "settle" | "merge" | "split" | "reject" | "undo";
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** What it is about, in words. */
  readonly about: string;
  /** The stories it is about, the one that stays first. */
  readonly stories: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Ids of the reports that it moved. */
  readonly moved: readonly string[];
  /** `orphan`: it stands, but the words that it is about are no longer at odds, or no longer found. */
  readonly standing: "stands" | "undone" | "orphan";
  readonly undoes: number | null;
  readonly undoneBy: number | null;
}

/** What the command line can do besides. */
export interface Watching {
  /** Polls the feeds that are due, those named among them, and adds what is new. */
  pollFeeds(addresses: readonly string[], options: PollOptions): Promise<PollSummary>;
  listFeeds(): Promise<readonly WatchedFeed[]>;
  /** Whether the feed was watched. */
  forgetFeed(address: string): Promise<boolean>;
}

export interface PollOptions extends AddOptions {
  /** Between two polls of a feed. */
  readonly everyMs: number;
}

export interface WatchedFeed {
  readonly url: string;
  readonly title: string | null;
  readonly polledAt: string;
  readonly nextPollAt: string;
  /** Polls that failed since the last that did not. */
  readonly failures: number;
  readonly lastError: string | null;
}

export interface PollSummary extends AddSummary {
  readonly feeds: readonly {
    readonly url: string;
    readonly title: string | null;
    readonly status: "polled" | "unchanged" | "waiting" | "failed";
    /** Pages that it names and that were not fetched before. */
    readonly newPages: number;
    readonly error: string | null;
  }[];
  /** When the next feed is due; null when none is watched. */
  readonly nextPollAt: string | null;
}

/** What the command line can do besides. */
export interface Reanalysis {
  /** Computes the findings anew of every report that another engine analysed; sources and stories stay as they are. */
  reanalyze(options?: Pick<AddOptions, "onProgress">): Promise<ReanalysisSummary>;
}

export interface ReanalysisSummary {
  readonly reanalyzed: number;
  readonly failed: readonly { readonly report: string; readonly code: string; readonly message: string }[];
}

export interface AddOptions {
  /** ISO date or date-time for inputs that do not say when they were published. */
  readonly published?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly format?: "auto" | "text" | "html";
  readonly onProgress?: (progress: AddProgress) => void;
  /** Ends after the report that is being stored; what was stored stays. */
  readonly signal?: AbortSignal;
}

export interface AddProgress {
  readonly done: number;
  /** Null when that is not known before everything is read. */
  readonly total: number | null;
  readonly current: string;
}

export interface AddSummary {
  readonly added: number;
  readonly revised: number;
  /** Pages that came with other bytes and read the same. */
  readonly quiet: number;
  readonly unchanged: number;
  /** Of the reports stored, those of which hardly a word is English: nothing was read out of them. */
  readonly unread: number;
  /** What was left out, each with its reason. */
  readonly failed: readonly {
    readonly input: string;
    readonly code: string;
    readonly message: string;
    /** What can be done about it, where something can. */
    readonly next: string | null;
  }[];
  /** What was taken though something about it is odd, such as a record of a web archive whose digest does not fit. */
  readonly warnings: readonly { readonly input: string; readonly code: string; readonly message: string }[];
  /** What folders and archives held besides reports, such as pictures, counted by reason. */
  readonly passedOver: readonly { readonly reason: string; readonly count: number; readonly example: string }[];
  readonly stories: readonly string[];
}

export interface Page {
  readonly limit?: number;
  readonly after?: string;
}

/** `next` is the `after` of the following page, null on the last. */
export interface List<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface StorySummary {
  readonly id: string;
  readonly title: string;
  readonly reportCount: number;
  readonly outlets: readonly string[];
  readonly firstPublished: string | null;
  readonly lastPublished: string | null;
  readonly newSentences: number;
  readonly openRequests: number;
  readonly discrepancies: number;
}

export interface ReportSummary {
  readonly id: string;
  readonly story: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly revision: number;
  readonly statements: number;
}

export interface StoredReport {
  readonly record: Record;
  readonly story: string | null;
  readonly source: {
    readonly sha256: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly url: string | null;
    readonly retrievedAt: string | null;
    readonly path: string | null;
  };
  /** Ids of the reports read from the same URL, oldest first, this one among them. */
  readonly revisions: readonly string[];
  /** How often the page came with other bytes that read the same; the first three of them are kept. Null for never. */
  readonly quietChanges: {
    readonly count: number;
    readonly kept: number;
    readonly lastSha256: string;
    readonly lastSeenAt: string | null;
  } | null;
}

export interface ReportChanges {
  readonly report: string;
  /** The version that it is compared with; null for the first, with which nothing is compared. */
  readonly against: string | null;
  readonly changes: RevisionChanges;
}

export interface SourceBytes {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface ActorSummary {
  readonly id: string;
  readonly story: string;
  readonly name: string;
  readonly kind: string;
  readonly statements: number;
  readonly mentions: number;
}

export interface ActorDossier {
  readonly story: { readonly id: string; readonly title: string };
  readonly actor: StoryRecord["actors"][number];
  readonly statements: StoryRecord["statements"];
  readonly requestsMade: StoryRecord["requests"];
  readonly requestsReceived: StoryRecord["requests"];
  readonly timeline: StoryRecord["timeline"];
  readonly figuresGiven: StoryRecord["figures"];
}

export interface SearchQuery extends Page {
  readonly q: string;
  readonly kind?: "report" | "statement" | "actor";
  readonly story?: string;
}

export interface SearchHit {
  readonly kind: "report" | "statement" | "actor";
  readonly report: string | null;
  readonly story: string | null;
  readonly storyTitle: string | null;
  readonly row: string | null;
  readonly title: string;
  /** Words around the match, with the matches as ranges of `text`; never markup. */
  readonly text: string;
  readonly matches: readonly Span[];
  readonly publishedAt: string | null;
  readonly outlet: string | null;
}

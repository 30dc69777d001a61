import type {
  AnswerKind,
  EventStatus,
  EventType,
  FigureQuantity,
  Medium,
  StatementAct,
  StatementForm,
  TimeBound,
} from "../extract/candidates.ts";
import type { ActorKind, RequestStatus, Speaker } from "../record/record.ts";
import type { Span } from "../text/span.ts";

/** The words in one report that a row stands on (W3C Web Annotation: exact, prefix, suffix). At least one span. */
export interface Evidence {
  readonly report: string;
  /** Id of the row in that report's record ("s3", "e1"), or null for a bare span. */
  readonly row: string | null;
  readonly spans: readonly Span[];
  /** The words of the spans, joined by " … ". */
  readonly exact: string;
  /** Up to 32 code units before the first span and after the last. */
  readonly prefix: string;
  readonly suffix: string;
}

/** The record of one developing story over all its reports. Row ids are stable under replay in any order. */
export interface StoryRecord {
  readonly id: string;
  /** The report headline or first sentence that names the story best. */
  readonly title: string;
  readonly reports: readonly StoryReport[];
  readonly origins: readonly Origin[];
  readonly actors: readonly StoryActor[];
  readonly statements: readonly StoryStatement[];
  /** Events by event time; undated ones last. */
  readonly timeline: readonly StoryEvent[];
  readonly matters: readonly Matter[];
  readonly requests: readonly StoryRequest[];
  readonly figures: readonly FigureSeries[];
  readonly discrepancies: readonly Discrepancy[];
  /** What a speaker said of one thing and later said otherwise. */
  readonly changes: readonly StatementChange[];
  /** Figures that one giver has moved since: no discrepancies. */
  readonly updates: readonly FigureUpdate[];
  /** What a person has settled; a record as linked has none. */
  readonly settled: readonly Settlement[];
  readonly commentSought: readonly SoughtComment[];
  /** Telling sentences of the latest reports that are new to the story, the latest report first: "what is new". */
  readonly news: readonly { readonly kind: "new" | "updates"; readonly evidence: Evidence }[];
}

export interface StoryReport {
  readonly id: string;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** 1 for the first version of a URL, 2 for its first revision … */
  readonly revision: number;
  readonly origin: string;
  /** Hardly a word of it is English, so that nothing was read out of it. */
  readonly unread: boolean;
  /** Sentences that are new to the story, repeat it, or update it, in the order of publication. */
  readonly novelty: { readonly new: number; readonly repeats: number; readonly updates: number };
}

/** Reports that carry the same copy. `reports` are in order of publication; the first is the earliest seen. */
export interface Origin {
  readonly id: string;
  readonly reports: readonly string[];
  readonly outlets: readonly string[];
  readonly credited: string | null;
}

export interface StoryActor {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly { readonly title: string; readonly of: string | null; readonly evidence: Evidence }[];
  /** The actor of each report's record that this one joins, and why ("same name", "acronym in brackets", "second name of a body"). */
  readonly members: readonly { readonly report: string; readonly actor: string; readonly reason: string }[];
  readonly mentionCount: number;
}

export interface StoryStatement {
  readonly id: string;
  readonly form: StatementForm;
  readonly act: StatementAct;
  readonly medium: Medium | null;
  /** Actor ids are those of the story. */
  readonly speaker: Speaker;
  readonly addressee: string | null;
  readonly saidAt: string | null;
  readonly alleged: boolean;
  readonly cue: string | null;
  readonly source: string | null;
  readonly evidence: Evidence;
  /** The same utterance in other reports, this one left out. */
  readonly renderings: readonly Rendering[];
  /** Why they are one; empty without renderings. */
  readonly reasons: readonly string[];
}

/** How another report renders an utterance. Its speaker and form may differ from those of the row. */
export interface Rendering extends Evidence {
  /** As that report has it, or null for words that only point back to the utterance. */
  readonly speaker: Speaker | null;
  readonly form: StatementForm | null;
}

/** Whom a report asked for comment. */
export interface SoughtComment {
  readonly actor: string | null;
  /** The report's words for whom was asked; null where it has none. */
  readonly asked: string | null;
  /** In the same report. */
  readonly answered: boolean;
  readonly evidence: Evidence;
  /** What the one asked is first reported to have said afterwards, in a later report. */
  readonly later: { readonly statement: string; readonly evidence: Evidence } | null;
  /** Reports of the story published after it. */
  readonly reportsSince: number;
}

export interface StoryEvent {
  readonly id: string;
  readonly type: EventType;
  /** Words of the report that names it best as it stands. */
  readonly label: string;
  /**
   * ISO days the event time covers (equal for a day); null when undated. With a bound ("before", "since" …) they are the days of the
   * time that bounds it. The value of a stretch is that of its ends, with a slash between.
   */
  readonly when: {
    readonly first: string;
    readonly last: string;
    readonly value: string;
    readonly bound: TimeBound | null;
  } | null;
  /** Status as it stands after the last report. */
  readonly status: EventStatus;
  /** Each change of status, and the first report that tells in its own voice what stood on somebody's word till then. */
  readonly history: readonly {
    readonly report: string;
    readonly status: EventStatus;
    readonly accordingTo: string | null;
    readonly evidence: Evidence;
  }[];
  readonly participants: readonly { readonly role: string; readonly actor: string }[];
  readonly places: readonly string[];
  /** The mention that gives the label first, then the others in the order of the reports. */
  readonly evidence: readonly Evidence[];
  /** Why its mentions were joined. */
  readonly reasons: readonly string[];
}

export interface Matter {
  readonly id: string;
  readonly about: string;
  readonly parties: readonly string[];
  /** Event ids in the order of law and time. */
  readonly steps: readonly { readonly event: string; readonly step: EventType; readonly reason: string }[];
  /** Steps that must have been taken before one that is told of, and that no report tells of. */
  readonly missing: readonly { readonly step: EventType; readonly before: string; readonly reason: string }[];
}

export interface StoryRequest {
  readonly id: string;
  readonly asker: Speaker;
  readonly asked: Speaker;
  readonly about: string | null;
  readonly status: RequestStatus;
  readonly asks: readonly Evidence[];
  /** Why its askings are one; empty for a single asking. */
  readonly reasons: readonly string[];
  readonly answers: readonly {
    /** "reply" for words of the one asked that neither grant nor refuse. */
    readonly kind: AnswerKind | "reply";
    readonly speaker: Speaker;
    readonly evidence: Evidence;
    readonly reason: string;
  }[];
  /** Reports of the story published after the asking; "none reported in the N reports since". */
  readonly reportsSince: number;
}

export interface FigureSeries {
  readonly id: string;
  readonly counts: string;
  readonly unit: string | null;
  readonly event: string | null;
  /** What is counted, in the reports' words. */
  readonly label: string;
  readonly values: readonly {
    readonly min: number | null;
    readonly max: number | null;
    readonly quantity: FigureQuantity;
    readonly words: string;
    /** Who gives it; null when the report gives it in its own voice. */
    readonly giver: Speaker | null;
    readonly report: string;
    readonly asOf: string | null;
    readonly evidence: Evidence;
  }[];
  /** Why its values count one thing; empty for a single value. */
  readonly reasons: readonly string[];
}

/** One giver's figures for one thing, as they moved. */
export interface FigureUpdate {
  readonly series: string;
  readonly giver: Speaker;
  /** Indices of the series' values, in the order of the reports; each differs from the one before. */
  readonly values: readonly number[];
}

/** A person's word that a discrepancy is settled. */
export interface Settlement {
  readonly discrepancy: string;
  readonly decision: number;
  readonly reason: string;
  readonly by: string;
  /** ISO date-time. */
  readonly at: string;
}

export interface StatementChange {
  readonly speaker: Speaker;
  readonly from: StatementSide;
  readonly to: StatementSide;
  readonly reason: string;
}

interface StatementSide {
  /** Id of the statement in the story's record. */
  readonly statement: string;
  readonly act: StatementAct;
  readonly evidence: Evidence;
}

export interface Discrepancy {
  readonly id: string;
  readonly kind: "figure" | "date" | "time" | "claim";
  /** Figure series, event or statement that the sides disagree on; of a claim the statement that makes it, which stands first. */
  readonly row: string;
  readonly reason: string;
  readonly sides: readonly { readonly label: string; readonly giver: Speaker | null; readonly evidence: Evidence }[];
}

import type { EventType } from "../annotate/event-type.ts";
import type { Medium, StatementAct } from "../annotate/speech.ts";
import type { Span } from "../text/span.ts";

export type { EventType, Medium, StatementAct };

export type StatementForm = "direct" | "indirect" | "mixed";

/**
 * A statement as the words give it, before anybody is resolved.
 *
 * > | “We will reopen,” Mayor Ruiz said Tuesday.
 *      ^^^^^^^^^^^^^^^^^ content
 *                        ^^^^^^^^^^ source
 *                                   ^^^^ cue
 */
export interface StatementCandidate {
  readonly id: string;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  /** The words that name the speaker; null when the sentence names none ("it was reported that"). */
  readonly source: Span | null;
  /** Head token of the source (report-wide index), for resolving; null with the source. */
  readonly sourceHead: number | null;
  readonly form: StatementForm;
  readonly act: StatementAct;
  readonly medium: Medium | null;
  readonly addressee: Span | null;
  readonly addresseeHead: number | null;
  /** Id of the statement that this one is nested in. */
  readonly within: string | null;
  /** A wording that says the words are on somebody's unproven word ("allegedly", "is accused of"). */
  readonly alleged: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  readonly producedBy: string;
}

export type TimeType = "DATE" | "TIME" | "DURATION" | "SET";

/** TIMEX3 (TimeML 1.2.1). `value` is null when it cannot be known without a publication date. */
export interface TimeExpression {
  readonly id: string;
  readonly span: Span;
  readonly type: TimeType;
  readonly value: string | null;
  /** What the words themselves say, as TIMEX3 with X for what is left open ("XXXX-06-20", "XXXX-WXX-6"). */
  readonly stated: string | null;
  /** What was added from the publication date and the clause's tense, in words a reader can check; null when nothing was. */
  readonly inferred: string | null;
  /** First and last day that the value covers (ISO dates), when it names a stretch of the calendar. */
  readonly range: { readonly first: string; readonly last: string } | null;
}

export type EventStatus = "occurred" | "planned" | "ongoing" | "alleged" | "denied" | "cancelled" | "possible";

/** Roles follow the event's verb, not its grammar: agent did it, patient had it done to them. */
export type ParticipantRole = "agent" | "patient" | "forum" | "topic" | "place" | "other";

/**
 * How a time bounds an event that is not told to be at it. "By" takes in the time itself, "since" everything from it on, and "about" is
 * near it.
 */
export type TimeBound = "before" | "by" | "after" | "since" | "about";

export interface EventCandidate {
  readonly id: string;
  readonly type: EventType;
  readonly trigger: Span;
  readonly triggerHead: number;
  readonly status: EventStatus;
  readonly participants: readonly { readonly role: ParticipantRole; readonly span: Span; readonly head: number }[];
  /** Words that name the place. */
  readonly places: readonly Span[];
  /** Id of the time expression that dates it. */
  readonly time: string | null;
  /** Null where it is told to be at that time, or within it. */
  readonly bound: TimeBound | null;
  /** Id of the time expression with which a stretch ends that begins with `time`. */
  readonly until: string | null;
  /** Id of the statement it rests on, when it is only on somebody's word. */
  readonly accordingTo: string | null;
  readonly producedBy: string;
}

export type FigureQuantity = "exact" | "min" | "max" | "about" | "range" | "vague";

export interface FigureCandidate {
  readonly id: string;
  /** Number, its qualifier and the noun it counts: "more than 1,000 people". */
  readonly span: Span;
  readonly min: number | null;
  readonly max: number | null;
  readonly quantity: FigureQuantity;
  /** "person", "year", "GBP", "percent" … or null for a bare count. */
  readonly unit: string | null;
  /** dead, injured, missing, arrested, crowd, affected, people, money, share, votes, age, length, other */
  readonly counts: string;
  /** Head token of the counted noun. */
  readonly head: number;
  readonly event: string | null;
  readonly accordingTo: string | null;
  readonly producedBy: string;
}

export interface RequestCandidate {
  readonly id: string;
  readonly asker: Span | null;
  readonly askerHead: number | null;
  readonly asked: Span | null;
  readonly askedHead: number | null;
  /** Id of the statement that asks, when it is a statement of its own. */
  readonly statement: string | null;
  /** Where the asking is worded: "a plea by Scotland Yard to call it off". */
  readonly span: Span;
  readonly about: Span | null;
  /** Statements of the same report that answer it. */
  readonly answers: readonly { readonly statement: string; readonly kind: AnswerKind }[];
  readonly producedBy: string;
}

export type AnswerKind = "refusal" | "agreement" | "partial" | "promise" | "no-comment";

export interface CommentSoughtCandidate {
  /** The whole wording: "The Metropolitan Police has been contacted for further comment." */
  readonly span: Span;
  readonly actor: Span | null;
  readonly actorHead: number | null;
  readonly answered: boolean;
}

export interface Candidates {
  readonly statements: readonly StatementCandidate[];
  readonly times: readonly TimeExpression[];
  readonly events: readonly EventCandidate[];
  readonly figures: readonly FigureCandidate[];
  readonly requests: readonly RequestCandidate[];
  readonly commentSought: readonly CommentSoughtCandidate[];
}

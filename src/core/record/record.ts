import type {
  AnswerKind,
  EventStatus,
  EventType,
  FigureQuantity,
  Medium,
  ParticipantRole,
  StatementAct,
  StatementForm,
  TimeBound,
  TimeExpression,
} from "../extract/candidates.ts";
import type { Furniture, ReportPage } from "../read/report.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import type { Span } from "../text/span.ts";

/** The public record of one report (DESIGN: "Record JSON"). Every row has at least one span of `report.text`. */
export interface Record {
  readonly engine: { readonly name: string; readonly version: string; readonly model: string };
  readonly report: RecordReport;
  readonly sentences: readonly Span[];
  readonly timeExpressions: readonly TimeExpression[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly figures: readonly Figure[];
  readonly requests: readonly Request[];
  readonly commentSought: readonly CommentSought[];
  /** Quoted words that nobody says (titles, slogans, scare quotes, nicknames), or that the report gives to nobody. */
  readonly quotedWords: readonly QuotedWords[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface RecordReport extends ReportPage {
  /** "r-" and 16 hex digits of SHA-256 over the text, the headline and the address (or the outlet, without one). */
  readonly id: string;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly language: string | null;
  /** SHA-256, hex, of the text. */
  readonly contentHash: string;
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly furniture: readonly Furniture[];
}

export type ActorKind = "person" | "organisation" | "group" | "place";

export interface Actor {
  readonly id: string;
  readonly kind: ActorKind;
  /** The fullest name in the report, without title or article; for an unnamed group its description ("protesters"). */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly { readonly title: string; readonly of: string | null; readonly span: Span }[];
  readonly mentions: readonly (Span & { readonly form: "name" | "nominal" | "pronoun" })[];
}

export type Speaker =
  | { readonly kind: "resolved"; readonly actor: string }
  | { readonly kind: "ambiguous"; readonly candidates: readonly string[] }
  | { readonly kind: "unnamed"; readonly description: string };

export interface Statement {
  readonly id: string;
  readonly form: StatementForm;
  readonly act: StatementAct;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  readonly speaker: Speaker;
  readonly medium: Medium | null;
  /** Actor id, or null. */
  readonly addressee: string | null;
  /** ISO date (or month, year) on which it was said, as far as the report tells; null otherwise. */
  readonly saidAt: string | null;
  readonly within: string | null;
  readonly alleged: boolean;
  readonly confidence: number;
  readonly producedBy: string;
}

export interface Event {
  readonly id: string;
  readonly type: EventType;
  readonly trigger: Span;
  readonly status: EventStatus;
  readonly participants: readonly {
    readonly role: ParticipantRole;
    readonly actor: string | null;
    readonly span: Span;
  }[];
  readonly place: { readonly name: string; readonly actor: string | null; readonly span: Span } | null;
  /** Every place named for it, the first of which is `place`. */
  readonly places: readonly { readonly name: string; readonly actor: string | null; readonly span: Span }[];
  /** Id of a time expression of this report. */
  readonly time: string | null;
  /** How the time bounds the event; null where it is told to be at that time, or within it. */
  readonly bound: TimeBound | null;
  /** Id of the time expression with which a stretch ends that begins with `time`. */
  readonly until: string | null;
  readonly accordingTo: string | null;
  /** Other triggers in this report that name the same event. */
  readonly mentions: readonly Span[];
  readonly producedBy: string;
}

export interface Figure {
  readonly id: string;
  readonly span: Span;
  readonly min: number | null;
  readonly max: number | null;
  readonly quantity: FigureQuantity;
  readonly unit: string | null;
  readonly counts: string;
  readonly event: string | null;
  readonly accordingTo: string | null;
  readonly producedBy: string;
}

export type RequestStatus = "refused" | "agreed" | "partly" | "promised" | "open";

export interface Request {
  readonly id: string;
  readonly asker: Speaker;
  readonly asked: Speaker;
  readonly statement: string | null;
  readonly span: Span;
  /** What is asked for, in the report's own words. */
  readonly about: Span | null;
  readonly status: RequestStatus;
  readonly answers: readonly { readonly statement: string; readonly kind: AnswerKind }[];
  readonly producedBy: string;
}

export interface CommentSought {
  readonly actor: string | null;
  /** The words for whom was asked; null where the report has none. */
  readonly asked: Span | null;
  readonly span: Span;
  readonly answered: boolean;
}

export interface QuotedWords {
  readonly span: Span;
  readonly kind: "title" | "slogan" | "scare-quotes" | "nickname" | "term" | "unattributed";
}

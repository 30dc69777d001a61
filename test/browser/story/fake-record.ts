import type {
  AnswerKind,
  EventStatus,
  EventType,
  FigureQuantity,
  Medium,
  ParticipantRole,
  StatementAct,
  StatementForm,
} from "../../../src/core/extract/candidates.ts";
import type { FurnitureKind } from "../../../src/core/read/report.ts";
import type {
  ActorKind,
  QuotedWords,
  Record as ReportRecord,
  RequestStatus,
  Speaker,
} from "../../../src/core/record/record.ts";
import type { Span } from "../../../src/core/text/span.ts";
import { type MarkedText, readMarkedText } from "./marked-text.ts";

type Rows<T> = { readonly [id: string]: T };
export type FakeSpeaker = string | { readonly unnamed: string } | { readonly candidates: readonly string[] };

/** A report with its rows; spans come from the marks in the text. Actor ids are those of the story. */
export interface FakeReport {
  readonly id: string;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt?: string;
  readonly url: string | null;
  readonly copyOf?: string;
  readonly revisionOf?: string;
  readonly revisedBy?: string;
  readonly marked: string;
  readonly furniture: { readonly words: string; readonly kind: FurnitureKind; readonly reason: string } | null;
  readonly times: Rows<readonly [value: string, inferred: string]>;
  readonly actors: Rows<readonly [kind: ActorKind, name: string]>;
  readonly statements: Rows<{
    readonly form: StatementForm;
    readonly act: StatementAct;
    readonly speaker: FakeSpeaker;
    readonly medium: Medium | null;
    readonly saidAt: string | null;
    readonly addressee?: string;
    readonly alleged?: boolean;
    readonly sameAs?: string;
  }>;
  readonly events: Rows<{
    readonly type: EventType;
    readonly status: EventStatus;
    readonly time: string | null;
    readonly participants: readonly (readonly [ParticipantRole, string])[];
    readonly place: string | null;
    /** Name of the event in the story that this one is. */
    readonly key: string;
    readonly accordingTo: string | null;
  }>;
  readonly figures: Rows<{
    readonly min: number | null;
    readonly max: number | null;
    readonly quantity: FigureQuantity;
    readonly unit: string | null;
    readonly counts: string;
    readonly giver: FakeSpeaker | null;
    readonly key: string;
    readonly accordingTo: string | null;
  }>;
  readonly requests: Rows<{
    readonly asker: FakeSpeaker;
    readonly asked: FakeSpeaker;
    readonly statement: string | null;
    readonly about: string;
    readonly status: RequestStatus;
    readonly key: string;
    readonly answer?: readonly [statement: string, kind: AnswerKind];
  }>;
  readonly commentSought: Rows<{ readonly actor: string; readonly answered: boolean }>;
  readonly quotedWords: Rows<QuotedWords["kind"]>;
  readonly diagnostics?: readonly { readonly code: string; readonly message: string }[];
}

export function recordOf(report: FakeReport): ReportRecord {
  const marked = readMarkedText(report.marked);
  const one = (mark: string) => marked.spans.get(mark)?.[0] ?? null;
  const must = (mark: string) => one(mark) ?? unmarked(report, mark);
  return {
    engine: { name: "onrecord", version: "0.1.0", model: "fake" },
    report: {
      id: report.id,
      url: report.url,
      outlet: report.outlet,
      headline: report.headline,
      byline: report.byline,
      publishedAt: report.publishedAt,
      modifiedAt: report.modifiedAt ?? null,
      language: "en",
      contentHash: report.id.slice(2).padEnd(64, "0"),
      text: marked.text,
      paragraphs: paragraphsOf(marked.text),
      furniture: furnitureOf(report, marked),
    },
    sentences: paragraphsOf(marked.text),
    timeExpressions: entries(report.times).map(([id, [value, inferred]]) => ({
      id,
      span: must(id),
      type: "DATE",
      value,
      stated: null,
      inferred,
      range: rangeOf(value),
    })),
    actors: entries(report.actors).map(([id, [kind, name]]) => ({
      id,
      kind,
      name,
      aliases: [],
      roles: [],
      mentions: (marked.spans.get(id) ?? []).map((span) => ({ ...span, form: "name" })),
    })),
    statements: entries(report.statements).map(([id, { sameAs: _sameAs, ...statement }]) => ({
      id,
      ...statement,
      content: marked.spans.get(`${id}.content`) ?? [unmarked(report, `${id}.content`)],
      cue: one(`${id}.cue`),
      source: one(`${id}.source`),
      speaker: speakerOf(statement.speaker),
      addressee: statement.addressee ?? null,
      within: null,
      alleged: statement.alleged ?? false,
      confidence: 0.9,
      producedBy: "statements/cue-after",
    })),
    events: entries(report.events).map(([id, event]) => ({
      id,
      type: event.type,
      trigger: must(`${id}.trigger`),
      status: event.status,
      participants: event.participants.flatMap(([role, actor]) => {
        const span = one(actor);
        return span === null ? [] : [{ role, actor, span }];
      }),
      place: null,
      places: [],
      time: event.time,
      bound: null,
      until: null,
      accordingTo: event.accordingTo,
      mentions: marked.spans.get(`${id}.also`) ?? [],
      producedBy: "events/lexicon",
    })),
    figures: entries(report.figures).map(([id, { giver: _giver, key: _key, ...figure }]) => ({
      id,
      span: must(id),
      ...figure,
      event: null,
      producedBy: "figures/number-noun",
    })),
    requests: entries(report.requests).map(([id, request]) => ({
      id,
      asker: speakerOf(request.asker),
      asked: speakerOf(request.asked),
      statement: request.statement,
      span: must(id),
      about: one(request.about),
      status: request.status,
      answers: request.answer ? [{ statement: request.answer[0], kind: request.answer[1] }] : [],
      producedBy: "requests/plea-noun",
    })),
    commentSought: entries(report.commentSought).map(([id, { actor, answered }]) => ({
      actor,
      asked: null,
      span: must(id),
      answered,
    })),
    quotedWords: entries(report.quotedWords).map(([id, kind]) => ({ span: must(id), kind })),
    diagnostics: (report.diagnostics ?? []).map((diagnostic) => ({ ...diagnostic, span: null })),
  };
}

export function speakerOf(speaker: FakeSpeaker): Speaker {
  if (typeof speaker === "string") return { kind: "resolved", actor: speaker };
  return "unnamed" in speaker
    ? { kind: "unnamed", description: speaker.unnamed }
    : { kind: "ambiguous", candidates: speaker.candidates };
}

/** First and last day of "2032-04-11", "2032-04" or "2032-W15". */
export function rangeOf(value: string): { first: string; last: string } {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return { first: value, last: value };
  const week = /^(\d{4})-W(\d\d)$/.exec(value);
  if (week !== null) {
    // ISO 8601: week 1 holds 4 January.
    const january = Date.UTC(Number(week[1]), 0, 4);
    const monday = january - ((new Date(january).getUTCDay() + 6) % 7) * 864e5 + (Number(week[2]) - 1) * 7 * 864e5;
    return { first: isoDay(monday), last: isoDay(monday + 6 * 864e5) };
  }
  const [year, month] = value.split("-").map(Number);
  return { first: `${value}-01`, last: isoDay(Date.UTC(year ?? 0, month ?? 1, 0)) };
}

export function entries<T>(rows: Rows<T>): readonly (readonly [string, T])[] {
  return Object.entries(rows);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function furnitureOf(report: FakeReport, { text }: MarkedText): ReportRecord["report"]["furniture"] {
  if (report.furniture === null) return [];
  const { words, kind, reason } = report.furniture;
  const start = text.indexOf(words);
  return [{ start, end: start + words.length, kind, reason }];
}

function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

function unmarked(report: FakeReport, mark: string): never {
  throw new RangeError(`${report.id} marks no words as ${mark}`);
}

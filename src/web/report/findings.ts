import type { ReportRecord, Span } from "../records.ts";

export const FINDING_KINDS = ["statement", "request", "event", "figure", "time", "actor", "comment", "quoted"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const KIND_NAMES: Readonly<Record<FindingKind, readonly [one: string, many: string]>> = {
  statement: ["Statement", "Statements"],
  request: ["Request", "Requests"],
  event: ["Event", "Events"],
  figure: ["Figure", "Figures"],
  time: ["Time", "Times"],
  actor: ["Actor", "Actors"],
  comment: ["Comment sought", "Comment sought"],
  quoted: ["Quoted words", "Quoted words"],
};

/** What a span is to its finding: the words themselves, or what leads to them. */
export type SpanRole = "words" | "cue" | "source" | "about";

interface FindingSpan extends Span {
  readonly role: SpanRole;
}

/** One row of the record as the page lights it. Rows without an id of their own get one from their place. */
export interface Finding {
  readonly id: string;
  readonly kind: FindingKind;
  /** In text order. */
  readonly spans: readonly FindingSpan[];
  /** Not established: alleged, planned, unnamed, unclear. */
  readonly doubt: boolean;
}

const DOUBTFUL_STATUS: ReadonlySet<string> = new Set(["alleged", "possible", "denied", "planned", "cancelled"]);

/** Every row with its words, in text order, an outer one before what it holds. */
export function findingsOf(record: ReportRecord): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (id: string, kind: FindingKind, doubt: boolean, spans: readonly FindingSpan[]) => {
    if (spans.length > 0) findings.push({ id, kind, doubt, spans: spans.toSorted(compareSpans) });
  };
  for (const { id, content, cue, source, speaker, alleged, act } of record.statements) {
    const doubt = alleged || act === "allegation" || speaker.kind !== "resolved";
    add(id, "statement", doubt, [...content.map(as("words")), ...one(cue, "cue"), ...one(source, "source")]);
  }
  for (const { id, span, about } of record.requests)
    add(id, "request", false, [as("words")(span), ...one(about, "about")]);
  for (const { id, trigger, mentions, status } of record.events) {
    add(id, "event", DOUBTFUL_STATUS.has(status), [as("words")(trigger), ...mentions.map(as("words"))]);
  }
  for (const { id, span, quantity } of record.figures) add(id, "figure", quantity === "vague", [as("words")(span)]);
  for (const { id, span, value } of record.timeExpressions) add(id, "time", value === null, [as("words")(span)]);
  for (const { id, mentions } of record.actors) add(id, "actor", false, mentions.map(as("words")));
  for (const { span, answered } of record.commentSought)
    add(`c${span.start}`, "comment", !answered, [as("words")(span)]);
  for (const { span } of record.quotedWords) add(`q${span.start}`, "quoted", false, [as("words")(span)]);
  return findings.sort((a, b) => compareSpans(a.spans[0] ?? NOWHERE, b.spans[0] ?? NOWHERE));
}

const NOWHERE: Span = { start: 0, end: 0 };

function as(role: SpanRole) {
  return ({ start, end }: Span): FindingSpan => ({ start, end, role });
}

function one(span: Span | null, role: SpanRole): readonly FindingSpan[] {
  return span === null ? [] : [as(role)(span)];
}

function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

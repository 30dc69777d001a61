import { firstTokenFrom } from "../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../annotate/layers.ts";
import type { Candidates, RequestCandidate, StatementCandidate, TimeExpression } from "../extract/candidates.ts";
import { isOpenBound } from "../extract/events/time-bound.ts";
import type { Report, ReportPage } from "../read/report.ts";
import type { Resolution } from "../resolve/resolution.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import { compareSpans, type Span } from "../text/span.ts";
import { checkRecord } from "./evidence.ts";
import { type JoinedEvent, joinEvents } from "./join-events.ts";
import type { Event, QuotedWords, Record, Request, RequestStatus, Speaker, Statement } from "./record.ts";
import { makeSaidAt } from "./said-at.ts";

/** What the record says of the engine that made it, and the hash that names the report. */
export interface RecordEngine {
  readonly name: string;
  readonly version: string;
  readonly model: string;
  readonly sha256: (text: string) => string;
}

/**
 * Puts the record of one report together: ids in text order, speakers and participants resolved, mentions of one event
 * joined.
 *
 * @throws RangeError when a row stands on no words of the report (see `checkRecord`).
 */
export function recordReport(
  annotated: AnnotatedReport,
  candidates: Candidates,
  quotedWords: readonly QuotedWords[],
  resolution: Resolution,
  engine: RecordEngine,
): Record {
  const { report } = annotated;
  const contentHash = engine.sha256(report.text);
  const diagnostics: Diagnostic[] = [...report.diagnostics];
  const times = [...candidates.times].sort((a, b) => compareSpans(a.span, b.span));
  const timeIds = numberIds("t", times);
  const rows = dropTwins(
    candidates.statements.filter((row) => hasWords(row, report.text.length, diagnostics)),
    diagnostics,
  );
  const statementIds = numberIds("s", rows);
  const joined = joinEvents(annotated, candidates.events, candidates.times, resolution);
  const eventIds = new Map<string, string>();
  joined.forEach((event, i) => {
    for (const member of event.members) eventIds.set(member.id, `e${i + 1}`);
  });
  const saidAt = makeSaidAt(annotated, candidates.times);
  const statements = rows.map((row): Statement => {
    const speaker = speakerOf(resolution, row.sourceHead, row.source);
    return {
      id: statementIds.get(row.id)!,
      form: row.form,
      act: row.act,
      content: row.content,
      cue: row.cue,
      source: row.source,
      speaker,
      medium: row.medium,
      addressee: resolution.addresseeOf(row),
      saidAt: saidAt(row),
      within: renamed(statementIds, row.within),
      alleged: row.alleged,
      confidence: row.confidence,
      producedBy: row.producedBy,
    };
  });
  const statementsById = new Map(statements.map((statement) => [statement.id, statement]));
  const figures = [...candidates.figures].sort((a, b) => compareSpans(a.span, b.span));
  const requests = [...candidates.requests].sort((a, b) => compareSpans(a.span, b.span));
  const record: Record = {
    engine: { name: engine.name, version: engine.version, model: engine.model },
    report: {
      id: reportIdOf(report, engine),
      url: report.url,
      outlet: report.outlet,
      headline: report.headline,
      byline: report.byline,
      publishedAt: report.publishedAt,
      modifiedAt: report.modifiedAt,
      language: report.language,
      contentHash,
      text: report.text,
      paragraphs: report.paragraphs,
      furniture: report.furniture,
      ...pageOf(report),
    },
    sentences: annotated.sentences.map(({ start, end }) => ({ start, end })),
    timeExpressions: times.map((time) => ({ ...time, id: timeIds.get(time.id)! })),
    actors: resolution.actors,
    statements,
    events: joined.map((event) => toEvent(annotated, resolution, event, eventIds, timeIds, statementIds, times)),
    figures: figures.map(({ id: _, head: __, ...figure }, i) => ({
      ...figure,
      id: `f${i + 1}`,
      event: renamed(eventIds, figure.event),
      accordingTo: renamed(statementIds, figure.accordingTo),
    })),
    requests: requests.map((request, i) => toRequest(resolution, request, `q${i + 1}`, statementIds, statementsById)),
    commentSought: [...candidates.commentSought]
      .sort((a, b) => compareSpans(a.span, b.span))
      .map(({ span, actor, actorHead, answered }) => {
        const sought = speakerOf(resolution, actorHead, actor);
        return { actor: sought.kind === "resolved" ? sought.actor : null, asked: actor, span, answered };
      }),
    quotedWords: [...quotedWords].sort((a, b) => compareSpans(a.span, b.span)),
    diagnostics: diagnostics.sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1)),
  };
  checkRecord(record);
  return record;
}

/** A reading whose words are not in the report is a diagnostic, never a row. */
function hasWords(statement: StatementCandidate, length: number, diagnostics: Diagnostic[]): boolean {
  const spans = [...statement.content, statement.cue, statement.source].filter((span) => span !== null);
  const isWhole = spans.every((span) => span.start >= 0 && span.end > span.start && span.end <= length);
  if (isWhole && statement.content.length > 0) return true;
  const message = `The reading by ${statement.producedBy} points at no words and was left out.`;
  diagnostics.push({ code: "statement-without-words", span: null, message });
  return false;
}

/** Rows in text order; of two with the same content and cue, the one with a source, or the surer one, stays. */
function dropTwins(
  statements: readonly StatementCandidate[],
  diagnostics: Diagnostic[],
): readonly StatementCandidate[] {
  const kept = new Map<string, StatementCandidate>();
  for (const statement of statements) {
    const key = [...statement.content, statement.cue].map((span) => `${span?.start}-${span?.end}`).join(" ");
    const before = kept.get(key);
    if (before === undefined) {
      kept.set(key, statement);
      continue;
    }
    const isBetter =
      before.source === null
        ? statement.source !== null
        : statement.source !== null && statement.confidence > before.confidence;
    const dropped = isBetter ? before : statement;
    if (isBetter) kept.set(key, statement);
    diagnostics.push({
      code: "duplicate-statement",
      span: dropped.content[0] ?? null,
      message: `Two readings of the same words; the one by ${dropped.producedBy} was left out.`,
    });
  }
  return [...kept.values()].sort((a, b) => compareSpans(wholeOf(a), wholeOf(b)));
}

/** From the first to the last of its words. */
function wholeOf(statement: StatementCandidate): Span {
  const spans = [...statement.content, statement.cue, statement.source].filter((span) => span !== null);
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
}

function toEvent(
  annotated: AnnotatedReport,
  resolution: Resolution,
  { first, members }: JoinedEvent,
  eventIds: ReadonlyMap<string, string>,
  timeIds: ReadonlyMap<string, string>,
  statementIds: ReadonlyMap<string, string>,
  times: readonly TimeExpression[],
): Event {
  const participants = new Map<string, Event["participants"][number]>();
  const places = new Map<string, Event["places"][number]>();
  for (const member of members) {
    for (const { role, span, head } of member.participants) {
      const meant = resolution.speakerOf(head, span);
      const actor = meant.kind === "resolved" ? meant.actor : null;
      const key = `${role} ${actor ?? `${span.start}-${span.end}`}`;
      if (!participants.has(key)) participants.set(key, { role, actor, span });
    }
    for (const span of member.places) {
      const name = annotated.report.text.slice(span.start, span.end).replace(/\s+/g, " ");
      if (!places.has(name)) places.set(name, { name, actor: actorOfSpan(annotated, resolution, span), span });
    }
  }
  const allPlaces = [...places.values()];
  // What the report says in its own voice outweighs what somebody says in it.
  const lead = members.find((member) => member.accordingTo === null) ?? first;
  const dated =
    members.find((member) => member.time !== null && !isOpenBound(member.bound)) ??
    members.find((member) => member.time !== null);
  const time = dated?.time ?? null;
  return {
    id: eventIds.get(first.id)!,
    type: first.type,
    trigger: first.trigger,
    status: isAhead(annotated, times, time) && isReal(lead.status) ? "planned" : lead.status,
    participants: [...participants.values()],
    place: allPlaces[0] ?? null,
    places: allPlaces,
    time: renamed(timeIds, time),
    bound: dated?.bound ?? null,
    until: renamed(timeIds, dated?.until ?? null),
    accordingTo: renamed(statementIds, lead.accordingTo),
    mentions: members.slice(1).map((member) => member.trigger),
    producedBy: first.producedBy,
  };
}

/** Dated after the day of publication: it cannot have occurred yet. */
function isAhead({ report }: AnnotatedReport, times: readonly TimeExpression[], id: string | null): boolean {
  const range = id === null ? null : times.find((time) => time.id === id)?.range;
  return range != null && report.publishedAt !== null && range.first > report.publishedAt.slice(0, 10);
}

function isReal(status: Event["status"]): boolean {
  return status === "occurred" || status === "ongoing";
}

function actorOfSpan(annotated: AnnotatedReport, resolution: Resolution, span: Span): string | null {
  const { tokens } = annotated;
  for (let i = firstTokenFrom(annotated, span.start); i < tokens.length && tokens[i]!.start < span.end; i++) {
    const actor = resolution.actorOf(i);
    if (actor !== null) return actor;
  }
  return null;
}

const STATUS_OF_ANSWER = {
  refusal: "refused",
  agreement: "agreed",
  partial: "partly",
  promise: "promised",
  "no-comment": "open",
} as const satisfies { [kind: string]: RequestStatus };

function toRequest(
  resolution: Resolution,
  request: RequestCandidate,
  id: string,
  statementIds: ReadonlyMap<string, string>,
  statementsById: ReadonlyMap<string, Statement>,
): Request {
  const statement = renamed(statementIds, request.statement);
  const said = statement === null ? undefined : statementsById.get(statement);
  const answers = request.answers.flatMap((answer) => {
    const answering = renamed(statementIds, answer.statement);
    return answering === null ? [] : [{ statement: answering, kind: answer.kind }];
  });
  const settled = answers.filter((answer) => answer.kind !== "no-comment").at(-1);
  const asker =
    request.askerHead === null && said !== undefined
      ? said.speaker
      : speakerOf(resolution, request.askerHead, request.asker);
  const asked: Speaker =
    request.askedHead === null && said?.addressee != null
      ? { kind: "resolved", actor: said.addressee }
      : speakerOf(resolution, request.askedHead, request.asked);
  // Who was asked is then not known: nobody is told to have asked himself.
  const isSelf = asker.kind === "resolved" && asked.kind === "resolved" && asker.actor === asked.actor;
  return {
    id,
    asker,
    asked: isSelf ? { kind: "unnamed", description: "" } : asked,
    statement,
    span: request.span,
    about: request.about,
    status: settled === undefined ? "open" : STATUS_OF_ANSWER[settled.kind],
    answers,
    producedBy: request.producedBy,
  };
}

function speakerOf(resolution: Resolution, head: number | null, span: Span | null): Speaker {
  if (head === null || span === null) return { kind: "unnamed", description: "" };
  return resolution.speakerOf(head, span);
}

/** The same copy at two addresses, or from two outlets when no address is known, is two reports. */
function reportIdOf({ text, headline, url, outlet }: Report, engine: RecordEngine): string {
  return `r-${engine.sha256(JSON.stringify([text, headline, url ?? outlet])).slice(0, 16)}`;
}

function numberIds(prefix: string, rows: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map((row, i) => [row.id, `${prefix}${i + 1}`]));
}

function renamed(ids: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (ids.get(id) ?? null);
}

/** The parts of a report that only some sources have, in the order of the schema; those that are not there stay away. */
function pageOf(report: Report): ReportPage {
  return {
    ...(report.sources === undefined ? {} : { sources: report.sources }),
    ...(report.canonicalUrl === undefined ? {} : { canonicalUrl: report.canonicalUrl }),
    ...(report.standfirst === undefined ? {} : { standfirst: report.standfirst }),
    ...(report.section === undefined ? {} : { section: report.section }),
    ...(report.dateline === undefined ? {} : { dateline: report.dateline }),
    ...(report.wire === undefined ? {} : { wire: report.wire }),
    ...(report.isPaywalled === undefined ? {} : { isPaywalled: report.isPaywalled }),
    ...(report.corrections === undefined ? {} : { corrections: report.corrections }),
    ...(report.blocks === undefined ? {} : { blocks: report.blocks }),
    ...(report.places === undefined ? {} : { places: report.places }),
  };
}

import { findUpdates } from "../../../src/core/link/find-updates.ts";
import type {
  Evidence,
  FigureSeries,
  Rendering,
  StoryActor,
  StoryEvent,
  StoryRecord,
  StoryRequest,
  StoryStatement,
} from "../../../src/core/link/story-record.ts";
import type { Record as ReportRecord } from "../../../src/core/record/record.ts";
import type { Span } from "../../../src/core/text/span.ts";
import { entries, type FakeReport, rangeOf, recordOf, speakerOf } from "./fake-record.ts";
import { readMarkedText } from "./marked-text.ts";

/** Labels of the events, figures and matters that the reports' rows name by `key`. */
const EVENT_LABELS: { readonly [key: string]: string } = {
  ban: "ban on anchoring off the Long Quay",
  fines: "fines of up to £1,500",
  "row-out": "Hundreds of people rowed out past the Long Quay",
  arrests: "Two men had been arrested",
  buoys: "the cutting of eleven buoys",
  "row-out-2": "a second row-out",
  "arrests-ashore": "Nobody will be arrested for staying ashore",
  charge: "charged with cutting a harbour buoy adrift",
  plea: "pleaded not guilty",
  trial: "his trial",
  "three-buoys": "cut three buoys",
  challenge: "challenge the ban at the High Court",
};

const FIGURE_LABELS: { readonly [key: string]: string } = {
  crowd: "people rowed out past the Long Quay",
  "crowd-2": "people on the water at the second row-out",
  fine: "fine for anchoring",
};

/** Joins the records of the reports as a linker would, by the keys that the reports give. */
export function fakeStory(id: string, title: string, reports: readonly FakeReport[]): StoryRecord {
  const records = new Map(reports.map((report) => [report.id, recordOf(report)]));
  const evidence = (report: string, row: string | null, spans: readonly Span[]) =>
    evidenceOf(records.get(report), report, row, spans);
  const timeline = eventsOf(reports, records, evidence);
  const figures = figuresOf(reports, records, evidence);
  const crowd = figures.find((series) => series.id === "fig-crowd");
  return {
    id,
    title,
    reports: reports.map((report) => ({
      id: report.id,
      url: report.url,
      outlet: report.outlet,
      headline: report.headline,
      publishedAt: report.publishedAt,
      modifiedAt: report.modifiedAt ?? null,
      revision: report.revisionOf === undefined ? 1 : 2,
      origin: `o-${report.copyOf ?? report.id}`,
      unread: false,
      novelty: report.copyOf === undefined ? { new: 4, repeats: 1, updates: 1 } : { new: 0, repeats: 3, updates: 0 },
    })),
    origins: originsOf(reports),
    actors: actorsOf(reports, records, evidence),
    statements: statementsOf(reports, records, evidence),
    timeline,
    matters: [
      matter("m-ban", "ban on anchoring off the Long Quay", ["a1", "a3"], ["ban", "challenge"], timeline),
      matter("m-lund", "Piet Lund", ["a8"], ["charge", "plea", "trial"], timeline),
    ].filter(({ steps }) => steps.length > 0),
    requests: requestsOf(reports, records, evidence),
    figures,
    changes: [],
    discrepancies:
      crowd === undefined
        ? []
        : [
            {
              id: "d-crowd",
              kind: "figure",
              row: crowd.id,
              reason: "900 lies outside 350–400, the same crowd on the same day",
              sides: crowd.values
                .filter((value) => value.giver !== null && !value.report.endsWith("c33"))
                .map(({ words, giver, evidence }) => ({ label: words, giver, evidence })),
            },
          ],
    updates: findUpdates(figures),
    settled: [],
    commentSought: reports.flatMap((report, at) =>
      entries(report.commentSought).map(([row, sought]) => ({
        ...sought,
        asked: null,
        evidence: evidence(report.id, null, [spanAt(report, row)]),
        later: null,
        reportsSince: reports.length - 1 - at,
      })),
    ),
    news: reports
      .filter((report) => report.id === "r-0e55" || report.id === "r-0d45")
      .flatMap((report) =>
        (records.get(report.id)?.sentences ?? []).slice(0, 3).map((span, index) => ({
          kind: index === 1 ? ("updates" as const) : ("new" as const),
          evidence: evidence(report.id, null, [span]),
        })),
      ),
  };
}

type MakeEvidence = (report: string, row: string | null, spans: readonly Span[]) => Evidence;
type Records = ReadonlyMap<string, ReportRecord>;

function statementsOf(reports: readonly FakeReport[], records: Records, evidence: MakeEvidence): StoryStatement[] {
  const renderings = new Map<string, Rendering[]>();
  const statements: StoryStatement[] = [];
  for (const report of reports) {
    for (const statement of records.get(report.id)?.statements ?? []) {
      const sameAs = report.statements[statement.id]?.sameAs;
      const words = evidence(report.id, statement.id, statement.content);
      if (sameAs !== undefined) {
        renderings.get(sameAs)?.push({ ...words, speaker: statement.speaker, form: statement.form });
        continue;
      }
      const others: Rendering[] = [];
      renderings.set(`${report.id}/${statement.id}`, others);
      const { form, act, medium, speaker, addressee, saidAt, alleged } = statement;
      const text = records.get(report.id)?.report.text ?? "";
      const cue = statement.cue === null ? null : text.slice(statement.cue.start, statement.cue.end);
      const source = statement.source === null ? null : text.slice(statement.source.start, statement.source.end);
      const id = `st-${report.id.slice(2)}-${statement.id}`;
      statements.push({
        id,
        form,
        act,
        medium,
        speaker,
        addressee,
        saidAt,
        alleged,
        cue,
        source,
        evidence: words,
        renderings: others,
        reasons: ["same speaker, near the same content"],
      });
    }
  }
  return statements;
}

function eventsOf(reports: readonly FakeReport[], records: Records, evidence: MakeEvidence): StoryEvent[] {
  const events = new Map<string, StoryEvent>();
  for (const report of reports) {
    for (const event of records.get(report.id)?.events ?? []) {
      const row = report.events[event.id];
      if (row === undefined) continue;
      const words = evidence(report.id, event.id, [event.trigger]);
      const said = event.accordingTo === null ? null : `st-${report.id.slice(2)}-${event.accordingTo}`;
      const before = events.get(row.key);
      const value = row.time === null ? undefined : report.times[row.time]?.[0];
      const step = { report: report.id, status: event.status, accordingTo: said, evidence: words };
      events.set(row.key, {
        id: `ev-${row.key}`,
        type: event.type,
        label: EVENT_LABELS[row.key] ?? words.exact,
        when: value === undefined ? (before?.when ?? null) : { ...rangeOf(value), value, bound: null },
        status: event.status,
        history: [...(before?.history ?? []), step],
        participants: before?.participants ?? row.participants.map(([role, actor]) => ({ role, actor })),
        places: before?.places ?? (row.place === null ? [] : [row.place]),
        evidence: [...(before?.evidence ?? []), words],
        reasons: before === undefined ? [] : ["same kind, day and agents"],
      });
    }
  }
  return [...events.values()].sort((a, b) =>
    (a.when?.first ?? "9999") < (b.when?.first ?? "9999")
      ? -1
      : (a.when?.first ?? "9999") > (b.when?.first ?? "9999")
        ? 1
        : 0,
  );
}

function figuresOf(reports: readonly FakeReport[], _records: Records, evidence: MakeEvidence): FigureSeries[] {
  const series = new Map<string, FigureSeries>();
  for (const report of reports) {
    for (const [id, figure] of entries(report.figures)) {
      const words = evidence(report.id, id, [spanAt(report, id)]);
      const before = series.get(figure.key);
      const { min, max, quantity, unit, counts } = figure;
      const giver = figure.giver === null ? null : speakerOf(figure.giver);
      const asOf = report.publishedAt?.slice(0, 10) ?? null;
      series.set(figure.key, {
        id: `fig-${figure.key}`,
        counts,
        unit,
        event: null,
        label: FIGURE_LABELS[figure.key] ?? words.exact,
        reasons: ["of one event"],
        values: [
          ...(before?.values ?? []),
          { min, max, quantity, words: words.exact, giver, report: report.id, asOf, evidence: words },
        ],
      });
    }
  }
  return [...series.values()];
}

function requestsOf(reports: readonly FakeReport[], records: Records, evidence: MakeEvidence): StoryRequest[] {
  const requests = new Map<string, StoryRequest>();
  for (const [position, report] of reports.entries()) {
    for (const [id, request] of entries(report.requests)) {
      const record = records.get(report.id);
      const span = spanAt(report, request.about);
      const before = requests.get(request.key);
      const answers = (request.answer === undefined ? [] : [request.answer]).flatMap(([row, kind]) => {
        const statement = record?.statements.find((one) => one.id === row);
        if (statement === undefined) return [];
        const words = evidence(report.id, row, statement.content);
        return [
          { kind, speaker: statement.speaker, evidence: words, reason: "a refusal of the same plea, same sides" },
        ];
      });
      requests.set(request.key, {
        id: `rq-${request.key}`,
        asker: speakerOf(request.asker),
        asked: speakerOf(request.asked),
        about: before?.about ?? record?.report.text.slice(span.start, span.end) ?? null,
        status: request.status,
        asks: [...(before?.asks ?? []), evidence(report.id, id, [spanAt(report, id)])],
        reasons: before === undefined ? [] : ["the same asked by the same"],
        answers: [...(before?.answers ?? []), ...answers],
        reportsSince: before?.reportsSince ?? reports.length - position - 1,
      });
    }
  }
  return [...requests.values()];
}

function actorsOf(reports: readonly FakeReport[], records: Records, evidence: MakeEvidence): StoryActor[] {
  const actors = new Map<string, StoryActor>();
  for (const report of reports) {
    for (const actor of records.get(report.id)?.actors ?? []) {
      const before = actors.get(actor.id);
      actors.set(actor.id, {
        id: actor.id,
        kind: actor.kind,
        name: actor.name,
        aliases: actor.id === "a5" ? ["Castle Street", "The force"] : actor.id === "a4" ? ["Ms Brandt"] : [],
        roles:
          actor.id === "a4"
            ? [
                {
                  title: "who chairs the group",
                  of: "a3",
                  evidence: evidence(reports[0]?.id ?? "", "a4", [spanAt(reports[0], "a4")]),
                },
              ]
            : [],
        members: [...(before?.members ?? []), { report: report.id, actor: actor.id, reason: "same name" }],
        mentionCount: (before?.mentionCount ?? 0) + actor.mentions.length,
      });
    }
  }
  return [...actors.values()].sort((a, b) => b.mentionCount - a.mentionCount);
}

function originsOf(reports: readonly FakeReport[]): StoryRecord["origins"] {
  return reports
    .filter((report) => report.copyOf === undefined)
    .map((report) => {
      const same = reports.filter((other) => other.id === report.id || other.copyOf === report.id);
      return {
        id: `o-${report.id}`,
        reports: same.map(({ id }) => id),
        outlets: same.flatMap(({ outlet }) => outlet ?? []),
        credited: same.length > 1 ? report.outlet : null,
      };
    });
}

function matter(
  id: string,
  about: string,
  parties: readonly string[],
  keys: readonly string[],
  timeline: readonly StoryEvent[],
) {
  const steps = keys.flatMap((key) => {
    const event = timeline.find((one) => one.id === `ev-${key}`);
    return event === undefined ? [] : [{ event: event.id, step: event.type, reason: "same people and measure" }];
  });
  return { id, about, parties, steps, missing: [] };
}

function spanAt(report: FakeReport | undefined, mark: string): Span {
  const span = report === undefined ? undefined : marksOf(report).get(mark)?.[0];
  if (span === undefined) throw new RangeError(`${report?.id} marks no words as ${mark}`);
  return span;
}

const marks = new WeakMap<FakeReport, ReadonlyMap<string, readonly Span[]>>();

function marksOf(report: FakeReport): ReadonlyMap<string, readonly Span[]> {
  const known = marks.get(report) ?? readMarkedText(report.marked).spans;
  marks.set(report, known);
  return known;
}

function evidenceOf(
  record: ReportRecord | undefined,
  report: string,
  row: string | null,
  spans: readonly Span[],
): Evidence {
  const text = record?.report.text ?? "";
  const first = spans[0]?.start ?? 0;
  const last = spans.at(-1)?.end ?? 0;
  return {
    report,
    row,
    spans,
    exact: spans.map(({ start, end }) => text.slice(start, end)).join(" … "),
    prefix: text.slice(Math.max(0, first - 32), first),
    suffix: text.slice(last, last + 32),
  };
}

import type { Evidence, StoryRecord, StoryReport } from "../core/link/story-record.ts";
import type { Speaker } from "../core/record/record.ts";
import { quotableWords } from "../core/text/quotable-words.ts";

/** A cell of an exported table. Words that come out of a report are text, whatever they look like. */
export type Cell = string | number | null;

export interface ExportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const EXPORT_TABLES = ["statements", "timeline", "requests", "figures", "matters", "actors", "reports"] as const;

export type ExportTableName = (typeof EXPORT_TABLES)[number];

/** One table of a story, a row for every finding, each ending with the words it stands on and where they are. */
export function tabulateStory(story: StoryRecord, table: ExportTableName): ExportTable {
  const names = new Map(story.actors.map((actor) => [actor.id, actor.name]));
  const reports = new Map(story.reports.map((report) => [report.id, report]));
  const evidence = (one: Evidence | undefined) => evidenceCells(one, reports);
  const speaker = (one: Speaker | null) => speakerCell(one, names);
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
  switch (table) {
    case "statements":
      return {
        columns: [
          "id",
          "speaker",
          "cue",
          "form",
          "act",
          "medium",
          "addressee",
          "said",
          "alleged",
          "also in",
          ...EVIDENCE,
        ],
        rows: story.statements.map((one) => [
          one.id,
          speaker(one.speaker),
          one.cue,
          one.form,
          one.act,
          one.medium,
          name(one.addressee),
          one.saidAt,
          one.alleged ? "yes" : "no",
          one.renderings.length,
          ...evidence(one.evidence),
        ]),
      };
    case "timeline":
      return {
        columns: [
          "id",
          "first day",
          "last day",
          "bound",
          "type",
          "event",
          "status",
          "participants",
          "places",
          ...EVIDENCE,
        ],
        rows: story.timeline.map((one) => [
          one.id,
          one.when?.first ?? null,
          one.when?.last ?? null,
          one.when?.bound ?? null,
          one.type,
          one.label,
          one.status,
          one.participants.map(({ role, actor }) => `${role}: ${name(actor)}`).join("; "),
          one.places.join("; "),
          ...evidence(one.evidence[0]),
        ]),
      };
    case "requests":
      return {
        columns: ["id", "asker", "asked", "about", "status", "answered by", "answer", "reports since", ...EVIDENCE],
        rows: story.requests.map((one) => [
          one.id,
          speaker(one.asker),
          speaker(one.asked),
          one.about,
          one.status,
          one.answers.map((answer) => speaker(answer.speaker)).join("; "),
          one.answers.map((answer) => quotableWords(answer.evidence)).join(" / "),
          one.reportsSince,
          ...evidence(one.asks[0]),
        ]),
      };
    case "figures":
      return {
        columns: ["id", "what", "counts", "unit", "words", "min", "max", "quantity", "given by", "as of", ...EVIDENCE],
        rows: story.figures.flatMap((series) =>
          series.values.map((value) => [
            series.id,
            series.label,
            series.counts,
            series.unit,
            value.words,
            value.min,
            value.max,
            value.quantity,
            speaker(value.giver),
            value.asOf,
            ...evidence(value.evidence),
          ]),
        ),
      };
    case "matters": {
      const events = new Map(story.timeline.map((event) => [event.id, event]));
      return {
        columns: ["matter", "about", "parties", "step", "first day", "status", "event", "why linked", ...EVIDENCE],
        rows: story.matters.flatMap((matter) =>
          matter.steps.map((step) => {
            const event = events.get(step.event);
            return [
              matter.id,
              matter.about,
              matter.parties.map(name).join("; "),
              step.step,
              event?.when?.first ?? null,
              event?.status ?? null,
              event?.label ?? null,
              step.reason,
              ...evidence(event?.evidence[0]),
            ];
          }),
        ),
      };
    }
    case "actors":
      return {
        columns: ["id", "name", "kind", "also called", "roles", "mentions", "reports"],
        rows: story.actors.map((one) => [
          one.id,
          one.name,
          one.kind,
          one.aliases.join("; "),
          one.roles.map(({ title, of }) => (of === null ? title : `${title}, ${of}`)).join("; "),
          one.mentionCount,
          new Set(one.members.map(({ report }) => report)).size,
        ]),
      };
    case "reports":
      return {
        columns: [
          "id",
          "outlet",
          "headline",
          "published",
          "modified",
          "revision",
          "url",
          "origin",
          "new",
          "repeats",
          "updates",
          "unread",
        ],
        rows: story.reports.map((one) => [
          one.id,
          one.outlet,
          one.headline,
          one.publishedAt,
          one.modifiedAt,
          one.revision,
          one.url,
          one.origin,
          one.novelty.new,
          one.novelty.repeats,
          one.novelty.updates,
          one.unread ? "not in English" : null,
        ]),
      };
  }
}

const EVIDENCE = ["exact words", "report", "outlet", "published", "url", "start", "end"];

function evidenceCells(one: Evidence | undefined, reports: ReadonlyMap<string, StoryReport>): Cell[] {
  if (one === undefined) return EVIDENCE.map(() => null);
  const report = reports.get(one.report);
  return [
    quotableWords(one),
    one.report,
    report?.outlet ?? null,
    report?.publishedAt ?? null,
    report?.url ?? null,
    one.spans[0]?.start ?? null,
    one.spans.at(-1)?.end ?? null,
  ];
}

function speakerCell(speaker: Speaker | null, names: ReadonlyMap<string, string>): string | null {
  if (speaker === null) return null;
  switch (speaker.kind) {
    case "resolved":
      return names.get(speaker.actor) ?? speaker.actor;
    case "ambiguous":
      return `one of: ${speaker.candidates.map((id) => names.get(id) ?? id).join("; ")}`;
    case "unnamed":
      return speaker.description === "" ? "not named" : `not named: ${speaker.description}`;
  }
}

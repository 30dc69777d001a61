import type {
  EventCandidate,
  EventStatus,
  EventType,
  Medium,
  TimeExpression,
} from "../../src/core/extract/candidates.ts";
import type { Actor, Event, Figure, Record, Request, Speaker, Statement } from "../../src/core/record/record.ts";
import type { Span } from "../../src/core/text/span.ts";
import { recordOfText } from "../../test/records.ts";
import { BANK_ACTS } from "../bank-acts.ts";
import { extractFiguresOfWords } from "./figure-ranges.ts";
import { type BankGold, type BankReport, type BankStory, reportNumber } from "./storybank.ts";

/** What extraction adds to gold: sentences, furniture, times, and the times and participants of events. */
export interface Extracted {
  readonly sentences: readonly Span[];
  readonly furniture: Record["report"]["furniture"];
  readonly timeExpressions: readonly TimeExpression[];
  readonly events: readonly Pick<EventCandidate, "trigger" | "participants" | "time" | "bound" | "until">[];
}

/**
 * Records of a bank story made from its gold, so that linkers can be measured apart from extraction: statements,
 * speakers, events and figures are right, and who is who within a report is right; everything across reports is left to
 * find. Statement ids are "s" and the gold number.
 */
export function bankRecords(story: BankStory, extracted?: (report: BankReport) => Extracted): Record[] {
  return story.reports.map((report) => makeRecord(report, story, extracted?.(report)));
}

export function bankReportId(story: string, number: string): string {
  return `r-${story.slice(0, 2)}${number}`;
}

/** What is known about a report apart from its text. A revision has the URL and first date of what it revises. */
export function bankReportFields(report: BankReport, story: BankStory) {
  const of = report.of?.slice(0, 2) ?? null;
  const first = (report.kind === "revision" && story.reports.find((one) => reportNumber(one) === of)) || report;
  return {
    url: `https://bank.example/${story.name}/${reportNumber(first)}`,
    outlet: report.outlet,
    headline: report.headline,
    publishedAt: first.publishedAt || null,
    modifiedAt: report.kind === "revision" ? report.publishedAt || null : null,
  };
}

function makeRecord(report: BankReport, story: BankStory, extracted: Extracted | undefined): Record {
  const number = reportNumber(report);
  const { text } = report;
  const base = recordOfText(text, {
    ...bankReportFields(report, story),
    id: bankReportId(story.name, number),
    furniture: extracted?.furniture ?? furnitureOf(report),
  });
  const actors = findActors(text, number, story.gold);
  const times = extracted?.timeExpressions ?? [];
  const statements = report.statements.map((one): Statement => {
    const speaker = story.gold.speakers[`${number}:${one.id}`] ?? null;
    const content = one.content;
    const cue = one.cue;
    return {
      id: `s${one.id}`,
      form: formOf(text, content),
      act: BANK_ACTS[one.act] ?? "assertion",
      content,
      cue,
      source: one.source,
      speaker: speakerOf(speaker, one.source, text, actors),
      medium: one.medium === "press" ? "press-conference" : (one.medium as Medium | null),
      addressee: one.addressee && actorAt(one.addressee, actors),
      saidAt: null,
      within: one.within && `s${one.within}`,
      alleged: one.act === "allege",
      confidence: 1,
      producedBy: "gold",
    };
  });
  const events = report.events.map((one, index): Event => {
    const held = extracted?.events.find(
      ({ trigger }) => trigger.start < one.trigger.end && one.trigger.start < trigger.end,
    );
    const sentence = base.sentences.find(({ start, end }) => one.trigger.start >= start && one.trigger.start < end);
    const near = sentence
      ? actors.flatMap((actor) =>
          actor.mentions
            .filter((m) => m.start >= sentence.start && m.end <= sentence.end)
            .slice(0, 1)
            .map((m) => ({ actor, span: { start: m.start, end: m.end } })),
        )
      : [];
    const places = near
      .filter(({ actor }) => actor.kind === "place")
      .map(({ actor, span }) => ({ name: actor.name, actor: actor.id, span }));
    return {
      id: `e${index + 1}`,
      type: one.type as EventType,
      trigger: one.trigger,
      status: (one.status === "happened" ? "occurred" : one.status) as EventStatus,
      participants: near
        .filter(({ actor }) => actor.kind !== "place")
        .map(({ actor, span }) => ({ role: roleOf(held, span), actor: actor.id, span })),
      place: places[0] ?? null,
      places,
      time: held?.time ?? null,
      bound: held?.bound ?? null,
      until: held?.until ?? null,
      accordingTo: null,
      mentions: [],
      producedBy: "gold",
    };
  });
  const figures = report.figures.map((one, index): Figure => {
    const range = rangeOf(story.gold, number, text.slice(one.span.start, one.span.end), one.quantity);
    const giver = report.statements
      .filter(({ content }) => content.some((span) => span.start <= one.span.start && one.span.end <= span.end))
      .sort((a, b) => length(a.content) - length(b.content))[0];
    const event = nearestEvent(events, one.span, base.sentences);
    return {
      id: `f${index + 1}`,
      span: one.span,
      ...range,
      unit: one.of === "money" ? "money" : one.of === "share" ? "percent" : null,
      counts: one.of,
      event,
      accordingTo: giver ? `s${giver.id}` : null,
      producedBy: "gold",
    };
  });
  const requests = statements
    .filter(({ act }) => act === "request")
    .map((one): Request => {
      const span = one.content[0] ?? one.cue!;
      return {
        id: `q${one.id.slice(1)}`,
        asker: one.speaker,
        asked: askedOf(`${number}:${one.id.slice(1)}`, one.addressee, story.gold, actors),
        statement: one.id,
        span: one.cue ?? span,
        about: one.content[0] ?? null,
        status: "open",
        answers: [],
        producedBy: "gold",
      };
    });
  return {
    ...base,
    sentences: extracted?.sentences ?? base.sentences,
    timeExpressions: times,
    actors,
    statements,
    events,
    figures,
    requests,
  };
}

function askedOf(ref: string, addressee: string | null, gold: BankGold, actors: readonly Actor[]): Speaker {
  const asked = gold.requests.find(({ ask }) => ask.includes(ref))?.asked ?? addressee;
  if (asked !== null && actors.some(({ id }) => id === asked)) return { kind: "resolved", actor: asked };
  return { kind: "unnamed", description: "" };
}

function roleOf(held: Extracted["events"][number] | undefined, span: Span): Event["participants"][number]["role"] {
  return held?.participants.find((one) => one.span.start < span.end && span.start < one.span.end)?.role ?? "other";
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function nearestEvent(events: readonly Event[], span: Span, sentences: readonly Span[]): string | null {
  const sentence = sentences.find(({ start, end }) => span.start >= start && span.start < end);
  if (!sentence) return null;
  const within = events.filter(({ trigger }) => trigger.start >= sentence.start && trigger.end <= sentence.end);
  within.sort((a, b) => gap(a.trigger, span) - gap(b.trigger, span));
  return within[0]?.id ?? null;
}

function gap(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

function rangeOf(gold: BankGold, report: string, words: string, quantity: string) {
  for (const { series } of gold.figures) {
    const held = series.find(
      (one) => one.report === report && (one.text === words || one.text.includes(words) || words.includes(one.text)),
    );
    if (held) return { min: held.min, max: held.max, quantity: quantity as Figure["quantity"] };
  }
  return { ...extractFiguresOfWords(words, quantity), quantity: quantity as Figure["quantity"] };
}

function formOf(text: string, content: readonly Span[]): Statement["form"] {
  const words = content.map(({ start, end }) => text.slice(start, end));
  if (words.length > 0 && words.every((one) => /^["“'‘]/.test(one))) return "direct";
  return words.some((one) => /["“]|[‘']\w[^’']*[’']/.test(one)) ? "mixed" : "indirect";
}

function speakerOf(actor: string | null, source: Span | null, text: string, actors: readonly Actor[]): Speaker {
  if (actor !== null && actors.some(({ id }) => id === actor)) return { kind: "resolved", actor };
  return { kind: "unnamed", description: source ? text.slice(source.start, source.end) : "" };
}

function actorAt(span: Span, actors: readonly Actor[]): string | null {
  const inside = actors.flatMap((actor) =>
    actor.mentions.filter((one) => one.start >= span.start && one.end <= span.end).map((one) => ({ actor, one })),
  );
  inside.sort((a, b) => b.one.end - b.one.start - (a.one.end - a.one.start));
  return inside[0]?.actor.id ?? null;
}

/** The gold actors that the report names or lets speak; the name is the fullest that this report uses. */
function findActors(text: string, report: string, gold: BankGold): Actor[] {
  const forms = gold.actors
    .flatMap((actor) => [actor.name, ...actor.aliases].map((form) => ({ actor, form })))
    .filter(({ form }) => form.length > 2)
    .sort((a, b) => b.form.length - a.form.length);
  const taken: Span[] = [];
  const mentions = new Map<string, (Span & { form: "name" | "nominal" })[]>();
  for (const { actor, form } of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      const span = { start: at, end: at + form.length };
      if (/\w/.test(text[at - 1] ?? " ") || /\w/.test(text[span.end] ?? " ")) continue;
      if (taken.some((other) => other.start < span.end && span.start < other.end)) continue;
      taken.push(span);
      const isName = /^(?:the |The |a |A |an |An )?\p{Lu}/u.test(form) && isNameForm(form, actor);
      mentions.set(actor.id, [...(mentions.get(actor.id) ?? []), { ...span, form: isName ? "name" : "nominal" }]);
    }
  }
  return gold.actors.flatMap((actor): Actor[] => {
    const held = (mentions.get(actor.id) ?? []).sort((a, b) => a.start - b.start);
    const speaks = Object.entries(gold.speakers).some(([ref, id]) => ref.startsWith(`${report}:`) && id === actor.id);
    if (held.length === 0 && !speaks) return [];
    const words = [...new Set(held.map(({ start, end }) => text.slice(start, end)))];
    const names = [
      ...new Set(held.filter(({ form }) => form === "name").map(({ start, end }) => text.slice(start, end))),
    ];
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a), "");
    const name = names.length > 0 ? actor.name.replace(/^the /, "") : longest || actor.name;
    const roles =
      names.length === 0 || actor.kind !== "person"
        ? []
        : held
            .filter(({ form }) => form === "nominal")
            .map(({ start, end }) => {
              const [title = "", of = null] = text
                .slice(start, end)
                .replace(/^(?:the|a|an) /i, "")
                .split(/ (?:of|for) /);
              return { title, of, span: { start, end } };
            });
    return [
      { id: actor.id, kind: actor.kind, name, aliases: words.filter((one) => one !== name), roles, mentions: held },
    ];
  });
}

/** "The group" opens with a capital and is no name. */
function isNameForm(form: string, actor: BankGold["actors"][number]): boolean {
  const bare = form.replace(/^(?:the|a|an) /i, "");
  if (!/^\p{Lu}/u.test(bare)) return false;
  const lower = bare.charAt(0).toLowerCase() + bare.slice(1);
  return (
    !actor.aliases.some((other) => other.replace(/^(?:the|a|an) /i, "") === lower) &&
    !/^(?:Officers|Organisers|Campaigners|Pickets|Drivers|Police|Its|His|Her|Their)\b/.test(bare)
  );
}

/** Trailing one-line paragraphs after the last annotated row: other stories' headlines. */
function furnitureOf(report: BankReport): Record["report"]["furniture"] {
  const rows = [
    ...report.statements.flatMap(({ content, cue }) => [...content, cue]),
    ...report.events.map(({ trigger }) => trigger),
    ...report.figures.map(({ span }) => span),
  ];
  const last = Math.max(0, ...rows.map(({ end }) => end));
  const start = report.text.indexOf("\n\n", last);
  if (start < 0) return [];
  const tail = report.text.slice(start);
  const lines = tail.trim().split("\n");
  if (lines.some((line) => /[.”"]$/.test(line.trim()))) return [];
  return [{ start: start + 2, end: report.text.length, kind: "related", reason: "lines after the report" }];
}

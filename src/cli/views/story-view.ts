import type {
  Evidence,
  FigureSeries,
  StoryEvent,
  StoryRecord,
  StoryReport,
  StoryRequest,
  StoryStatement,
} from "../../core/link/story-record.ts";
import type { Speaker } from "../../core/record/record.ts";
import { type Page, printable, shorten, table, wrap } from "../layout.ts";
import { describeFigure } from "./figure-words.ts";
import { countOf, joinFacts, section } from "./sections.ts";
import { describeDays, describeWhen } from "./when-words.ts";

/** The whole story as a briefing. */
export function viewStory(story: StoryRecord, page: Page): string {
  const view = new StoryView(story, page);
  return [
    view.head(),
    section("What is new", view.news(), page),
    section("What happened", view.timeline(story.timeline), page),
    section("Who said what", view.statements(story.statements), page),
    section("What was asked, and how it was answered", view.requests(), page),
    section("Figures, by who gives them", view.figures(), page),
    section("Where reports disagree", view.discrepancies(), page),
    section("Legal steps", view.matters(), page),
    section("Comment sought", view.commentSought(), page),
    section("Reports", view.reports(), page),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** One part with the story's name over it. `rows` are what the command chose to show. */
export function viewStoryRows(story: StoryRecord, page: Page, rows: readonly string[], none: string): string {
  const head = wrap(`${page.style.strong(printable(story.title))}  ${page.style.quiet(story.id)}`, page);
  return `${head}\n\n${rows.length === 0 ? `  ${none}` : rows.join("\n")}`;
}

/** Turns rows of a story into lines; needs the story for the names behind ids. */
export class StoryView {
  readonly #story: StoryRecord;
  readonly #page: Page;
  readonly #names: ReadonlyMap<string, string>;
  readonly #reports: ReadonlyMap<string, StoryReport>;
  readonly #events: ReadonlyMap<string, StoryEvent>;

  constructor(story: StoryRecord, page: Page) {
    this.#story = story;
    this.#page = page;
    this.#names = new Map(story.actors.map((actor) => [actor.id, printable(actor.name)]));
    this.#reports = new Map(story.reports.map((report) => [report.id, report]));
    this.#events = new Map(story.timeline.map((event) => [event.id, event]));
  }

  head(): string {
    const { title, reports, origins, id } = this.#story;
    const { style } = this.#page;
    const days = reports.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt.slice(0, 10)])).sort();
    const [first, last] = [days[0], days.at(-1)];
    const outlets = new Set(reports.flatMap(({ outlet }) => outlet ?? []));
    const facts = joinFacts([
      countOf(reports.length, "report"),
      outlets.size > 0 ? `from ${countOf(outlets.size, "outlet")}` : null,
      origins.length < reports.length ? countOf(origins.length, "origin") : null,
      first && last ? describeDays(first, last) : "undated",
    ]);
    return [wrap(style.strong(printable(title)), this.#page), `${facts}  ${style.quiet(id)}`].join("\n");
  }

  news(): string[] {
    return this.#story.news.map(({ kind, evidence }) =>
      this.#row(`${kind === "updates" ? `${this.#page.style.strong("update")} ` : ""}${this.#quote(evidence)}`),
    );
  }

  timeline(events: readonly StoryEvent[]): string[] {
    const { style } = this.#page;
    return events.map((event) => {
      const when = event.when === null ? "undated" : this.#when(event.when);
      const people = event.participants.map(({ actor }) => this.#name(actor));
      const details = joinFacts([
        event.status === "occurred" ? null : event.status,
        [...new Set(people)].join(", "),
        event.places.length > 0 ? `at ${event.places.map(printable).join(", ")}` : null,
        countOf(new Set(event.evidence.map(({ report }) => report)).size, "report"),
        event.id,
      ]);
      const first = event.evidence[0];
      const lead = `  ${when.padEnd(16)}  `;
      const indent = " ".repeat(20);
      return [
        wrap(`${style.strong(event.type)}  ${printable(event.label)}`, this.#page, indent, lead),
        ...(first ? [wrap(style.quiet(shorten(this.#inContext(first), 160)), this.#page, indent)] : []),
        wrap(style.quiet(details), this.#page, indent),
      ].join("\n");
    });
  }

  statements(statements: readonly StoryStatement[]): string[] {
    const { style } = this.#page;
    return statements.map((statement) => {
      const cue = statement.cue === null ? "" : ` ${printable(statement.cue)}`;
      const tags = joinFacts([
        statement.form,
        statement.act === "assertion" ? null : statement.act,
        statement.medium,
        statement.addressee === null ? null : `to ${this.#name(statement.addressee)}`,
        statement.alleged ? "alleged" : null,
        this.#sourceOf(statement.evidence),
        statement.renderings.length > 0 ? `also in ${countOf(statement.renderings.length, "report")}` : null,
        statement.id,
      ]);
      const head = `${style.strong(this.#speaker(statement.speaker, statement.source))}${cue}  ${style.quiet(tags)}`;
      return [
        wrap(head, this.#page, "    ", "  "),
        wrap(printable(statement.evidence.exact), this.#page, "      "),
      ].join("\n");
    });
  }

  requests(requests: readonly StoryRequest[] = this.#story.requests): string[] {
    const { style } = this.#page;
    return requests.map((request) => {
      const about = printable(request.about ?? request.asks[0]?.exact ?? "");
      const ask = request.asks[0];
      const head = `${style.strong(this.#speaker(request.asker, null))} asked ${style.strong(
        this.#speaker(request.asked, null),
      )}: ${about}  ${style.quiet(joinFacts([ask ? this.#sourceOf(ask) : null, request.id]))}`;
      const answers = request.answers.map((answer) =>
        wrap(
          `→ ${style.strong(answer.kind)} by ${this.#speaker(answer.speaker, null)}: ${this.#quote(answer.evidence)}`,
          this.#page,
          "      ",
          "    ",
        ),
      );
      const since =
        request.reportsSince === 0 ? "and no report since" : `in the ${countOf(request.reportsSince, "report")} since`;
      const none = `    → ${style.caution(`no answer found ${since}`)}`;
      return [this.#row(head), ...(answers.length === 0 ? [none] : answers)].join("\n");
    });
  }

  figures(series: readonly FigureSeries[] = this.#story.figures): string[] {
    const { style } = this.#page;
    return series.map((one) => {
      const event = one.event === null ? undefined : this.#events.get(one.event);
      const head = joinFacts([style.strong(printable(one.label)), one.counts, event ? printable(event.label) : null]);
      const values = one.values.map((value) => [
        `“${printable(value.words)}”`,
        describeFigure({ ...value, unit: one.unit }),
        value.giver === null ? "the report itself" : this.#speaker(value.giver, null),
        this.#page.style.quiet(
          joinFacts([value.asOf === null ? null : describeWhen(value.asOf), this.#sourceOf(value.evidence)]),
        ),
      ]);
      return [this.#row(`${head}  ${style.quiet(one.id)}`), table(values, this.#page, "    ")].join("\n");
    });
  }

  matters(): string[] {
    const { style } = this.#page;
    return this.#story.matters.map((matter) => {
      const parties = matter.parties.map((id) => this.#name(id)).join(", ");
      const steps = matter.steps.flatMap(({ event: id, step }) => {
        const event = this.#events.get(id);
        if (event === undefined) return [];
        const when = event.when === null ? "undated" : this.#when(event.when);
        const status = event.status === "occurred" ? "" : event.status;
        return [[when, style.strong(step), status, `${printable(event.label)}  ${style.quiet(id)}`]];
      });
      const head = joinFacts([style.strong(printable(matter.about)), parties]);
      return [this.#row(`${head}  ${style.quiet(matter.id)}`), table(steps, this.#page, "    ")].join("\n");
    });
  }

  discrepancies(): string[] {
    return this.#story.discrepancies.map((one) => {
      const sides = one.sides.map(({ label, giver, evidence }) =>
        wrap(
          `${this.#page.style.strong(printable(label))} ${joinFacts([
            giver === null ? "in the report’s own voice" : `by ${this.#speaker(giver, null)}`,
            this.#sourceOf(evidence),
          ])}`,
          this.#page,
          "      ",
          "    ",
        ),
      );
      return [this.#row(`${this.#page.style.caution(one.kind)}: ${printable(one.reason)}`), ...sides].join("\n");
    });
  }

  commentSought(): string[] {
    return this.#story.commentSought.map(({ actor, answered, evidence }) =>
      this.#row(
        `${actor === null ? "Somebody" : this.#name(actor)} was asked: ${
          answered ? "an answer is in the report" : "no answer reported"
        }. ${this.#quote(evidence)}`,
      ),
    );
  }

  reports(): string[] {
    const { style } = this.#page;
    return this.#story.reports.map((report) => {
      const { novelty } = report;
      const facts = joinFacts([
        report.outlet,
        report.publishedAt === null ? "undated" : describeWhen(report.publishedAt),
        report.revision > 1 ? `revision ${report.revision}` : null,
        `${novelty.new} new, ${novelty.repeats} repeated, ${novelty.updates} updated`,
        report.id,
      ]);
      const title = report.headline === null ? "(no headline)" : printable(report.headline);
      return [this.#row(title), wrap(style.quiet(printable(facts)), this.#page, "    ")].join("\n");
    });
  }

  #when({ first, last, value }: { readonly first: string; readonly last: string; readonly value: string }): string {
    if (first === last) return describeWhen(first);
    const month = /^\d{4}-\d{2}$/.test(value);
    return month || value.length < 10 ? describeWhen(value) : describeDays(first, last);
  }

  #speaker(speaker: Speaker, source: string | null): string {
    switch (speaker.kind) {
      case "resolved":
        return this.#name(speaker.actor);
      case "ambiguous":
        return `${source === null ? "somebody" : `“${printable(source)}”`} (${speaker.candidates
          .map((id) => this.#name(id))
          .join(" or ")}?)`;
      case "unnamed":
        return speaker.description === "" ? "Somebody not named" : `${printable(speaker.description)} (not named)`;
    }
  }

  #name(id: string): string {
    return this.#names.get(id) ?? id;
  }

  #quote(evidence: Evidence): string {
    const words = shorten(printable(evidence.exact), 240);
    return `${words}  ${this.#page.style.quiet(this.#sourceOf(evidence))}`;
  }

  /** Words with what stands around them; words from several places stand alone. */
  #inContext({ prefix, exact, suffix, spans }: Evidence): string {
    if (spans.length > 1) return printable(exact);
    const before = prefix.replace(/^\S*\s/u, "");
    const after = suffix.replace(/\s\S*$/u, "");
    return printable(`${before === "" ? "" : `… ${before}`}${exact}${after} …`);
  }

  #sourceOf(evidence: Evidence): string {
    const report = this.#reports.get(evidence.report);
    const name = report?.outlet ?? evidence.report;
    const day = report?.publishedAt ? describeWhen(report.publishedAt) : null;
    return printable(joinFacts([name, day]));
  }

  #row(text: string): string {
    return wrap(text, this.#page, "    ", "  ");
  }
}

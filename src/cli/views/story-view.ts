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
import { countOf, cueWords, joinFacts, section } from "./sections.ts";
import { describeDays, describeWhen } from "./when-words.ts";

/** The whole story as a briefing. */
export function viewStory(story: StoryRecord, page: Page): string {
  const view = new StoryView(story, page);
  const none = notFound(story);
  return [
    view.head(),
    section("What is new", view.news(), page, none),
    section("Who answered, and who has not", view.requests(), page, none),
    section("Comment sought", view.commentSought(), page, none),
    section("What is disputed", view.discrepancies(), page, none),
    section("Moved since, by who gives it", view.updates(), page),
    section("Said otherwise later", view.changes(), page),
    section("What comes next", view.ahead(), page, none),
    section("What happened", view.timeline(story.timeline), page, none),
    section("Who said what", view.statements(story.statements), page, none),
    section("Figures, by who gives them", view.figures(), page, none),
    section("Legal steps", view.matters(), page, none),
    section("Reports", view.reports(), page, none),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** What is said where nothing was found: of the reports that were read, and of no others. */
function notFound({ reports }: StoryRecord): string {
  return `Not found in the ${countOf(reports.length, "report")} read.`;
}

/** One part with the story's name over it. `rows` are what the command chose to show. */
export function viewStoryRows(story: StoryRecord, page: Page, rows: readonly string[], none: string): string {
  const head = wrap(`${page.style.strong(printable(story.title))}  ${page.style.quiet(story.id)}`, page);
  return `${head}\n\n${rows.length === 0 ? `  ${none} ${notFound(story)}` : rows.join("\n")}`;
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
      const cue = statement.cue === null ? "" : cueWords(printable(statement.cue));
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
      const others = statement.renderings.filter(({ exact }) => exact !== statement.evidence.exact);
      const head = `${style.strong(this.#speaker(statement.speaker, statement.source))}${cue}  ${style.quiet(tags)}`;
      return [
        wrap(head, this.#page, "    ", "  "),
        wrap(printable(statement.evidence.exact), this.#page, "      "),
        ...others.map((one) => {
          const by = one.speaker === null ? "" : ` (${this.#speaker(one.speaker, null)})`;
          return wrap(`${style.quiet("in other words:")} ${this.#quote(one)}${by}`, this.#page, "        ", "      ");
        }),
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
        const missing = matter.missing
          .filter(({ before }) => before === id)
          .map((one) => ["?", style.caution(one.step), "missing", notFound(this.#story)]);
        const when = event.when === null ? "undated" : this.#when(event.when);
        const status = event.status === "occurred" ? "" : event.status;
        return [...missing, [when, style.strong(step), status, `${printable(event.label)}  ${style.quiet(id)}`]];
      });
      const head = joinFacts([style.strong(printable(matter.about)), parties]);
      return [this.#row(`${head}  ${style.quiet(matter.id)}`), table(steps, this.#page, "    ")].join("\n");
    });
  }

  /** Those that nobody has settled come first. */
  discrepancies(): string[] {
    const { style } = this.#page;
    const settled = new Map(this.#story.settled.map((one) => [one.discrepancy, one]));
    const ordered = [...this.#story.discrepancies].sort(
      (a, b) => Number(settled.has(a.id)) - Number(settled.has(b.id)),
    );
    return ordered.map((one) => {
      const sides = one.sides.map(({ label, giver, evidence }) =>
        wrap(
          `${style.strong(printable(label))} ${joinFacts([
            giver === null ? "in the report’s own voice" : `by ${this.#speaker(giver, null)}`,
            this.#sourceOf(evidence),
          ])}`,
          this.#page,
          "      ",
          "    ",
        ),
      );
      const word = settled.get(one.id);
      const said =
        word === undefined
          ? []
          : [
              wrap(
                `→ ${style.strong("settled")} by ${printable(word.by)}, ${describeWhen(word.at.slice(0, 10))}, decision ${word.decision}: ${printable(word.reason)}`,
                this.#page,
                "      ",
                "    ",
              ),
            ];
      const head = `${style.caution(one.kind)}: ${printable(one.reason)}  ${style.quiet(one.id)}`;
      return [this.#row(head), ...sides, ...said].join("\n");
    });
  }

  /** Figures that one giver has moved. */
  updates(): string[] {
    const series = new Map(this.#story.figures.map((one) => [one.id, one]));
    return this.#story.updates.flatMap(({ series: id, giver, values }) => {
      const one = series.get(id);
      if (one === undefined) return [];
      const moved = values.flatMap((at) => one.values[at] ?? []);
      const words = moved.map((value) => `“${printable(value.words)}” (${this.#sourceOf(value.evidence)})`);
      return [this.#row(`${this.#page.style.strong(this.#speaker(giver, null))}, ${one.counts}: ${words.join(" → ")}`)];
    });
  }

  /** What a speaker said of one thing, and said otherwise on another day. */
  changes(): string[] {
    return this.#story.changes.map(({ speaker, from, to }) =>
      this.#row(
        `${this.#page.style.strong(this.#speaker(speaker, null))}: ${from.act} ${this.#quote(from.evidence)} → ${to.act} ${this.#quote(to.evidence)}`,
      ),
    );
  }

  /** What is planned for after the latest report, or for no day. */
  ahead(): string[] {
    const days = this.#story.reports.flatMap(({ publishedAt, modifiedAt }) => [publishedAt ?? "", modifiedAt ?? ""]);
    const latest = (days.sort().at(-1) ?? "").slice(0, 10);
    return this.timeline(
      this.#story.timeline.filter(({ status, when }) => status === "planned" && (when === null || when.last > latest)),
    );
  }

  commentSought(): string[] {
    return this.#story.commentSought.map(({ actor, answered, evidence, later, reportsSince }) => {
      const who = actor === null ? "Somebody" : this.#name(actor);
      const since =
        reportsSince === 0 ? "no report has come since" : `nor in the ${countOf(reportsSince, "report")} since`;
      const answer = answered
        ? "an answer is in the report"
        : later === null
          ? `no answer reported, ${since}`
          : `no answer in that report; first words after that: ${this.#quote(later.evidence)}`;
      return this.#row(`${who} was asked: ${answer}. ${this.#quote(evidence)}`);
    });
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

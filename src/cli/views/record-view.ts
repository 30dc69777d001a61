import type { Actor, Event, Figure, Record, Request, Speaker, Statement } from "../../core/record/record.ts";
import { type Span, textOf } from "../../core/text/span.ts";
import { describePrinted, describeWhen } from "../../operations/when-words.ts";
import { type Page, printable, shorten, table, wrap } from "../layout.ts";
import { describeFigure } from "./figure-words.ts";
import { countOf, cueWords, joinFacts, saidBy, section } from "./sections.ts";

/** The record of one report, for a person at a terminal. Every row ends with the id that it has in the JSON. */
export function viewRecord(record: Record, page: Page): string {
  const view = new RecordView(record, page);
  return [
    view.head(),
    section("Who said what", view.statements(), page, "No statement was found."),
    section("What was asked", view.requests(), page),
    section("What happened, by date", view.events(), page, "No event was found."),
    section("Figures", view.figures(), page),
    section("Comment sought", view.commentSought(), page),
    section("On somebody’s word only", view.allegations(), page),
    section("Who is who", view.actors(), page),
    section("Dates as written", view.times(), page),
    section("Quoted, but said by nobody", view.quotedWords(), page),
    section("Set aside as no part of the report", view.furniture(), page),
    section("Corrected by the outlet", view.corrections(), page),
    section("Notes on the text", view.diagnostics(), page),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Holds what every part needs: the text, the actors by id and the page. */
class RecordView {
  readonly #record: Record;
  readonly #page: Page;
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #statements: ReadonlyMap<string, Statement>;

  constructor(record: Record, page: Page) {
    this.#record = record;
    this.#page = page;
    this.#actors = new Map(record.actors.map((actor) => [actor.id, actor]));
    this.#statements = new Map(record.statements.map((statement) => [statement.id, statement]));
  }

  head(): string {
    const { report, statements, events, figures, requests, engine } = this.#record;
    const { style } = this.#page;
    const furniture = new Set(report.furniture.flatMap((part) => ("start" in part ? [part.start] : [])));
    const first = report.paragraphs.find(({ start }) => !furniture.has(start)) ?? report.paragraphs[0];
    const title = report.headline ?? (first ? shorten(this.#words(first), 200) : "Untitled");
    const facts = joinFacts([
      report.outlet,
      report.byline.length > 0 ? `by ${report.byline.join(", ")}` : null,
      report.publishedAt === null ? "no publication date given" : `published ${describePrinted(report.publishedAt)}`,
      report.modifiedAt === null ? null : `changed ${describePrinted(report.modifiedAt)}`,
      report.url,
    ]);
    const counts = joinFacts([
      countOf(statements.length, "statement"),
      countOf(events.length, "event"),
      countOf(requests.length, "request"),
      countOf(figures.length, "figure"),
      `${report.id}`,
      `${engine.name} ${engine.version}`,
    ]);
    return [
      wrap(style.strong(printable(title)), this.#page),
      wrap(printable(facts), this.#page),
      wrap(style.quiet(counts), this.#page),
    ].join("\n");
  }

  corrections(): string[] {
    return (this.#record.report.corrections ?? []).map(({ text, at, was, now }) => {
      const said = [was === null ? null : `was “${was}”`, now === null ? null : `is “${now}”`, at];
      const facts = joinFacts(said);
      return wrap(printable(facts === "" ? text : `${text}  ${facts}`), this.#page, "    ", "  ");
    });
  }

  statements(): string[] {
    const depth = new Map<string, number>();
    return this.#record.statements.map((statement) => {
      const level = statement.within === null ? 0 : (depth.get(statement.within) ?? 0) + 1;
      depth.set(statement.id, level);
      return this.#statement(statement, "  ".repeat(Math.min(level, 4)));
    });
  }

  requests(): string[] {
    return this.#record.requests.map((request) => this.#request(request));
  }

  events(): string[] {
    const times = new Map(this.#record.timeExpressions.map((time) => [time.id, time]));
    const dated = this.#record.events.map((event) => {
      const time = event.time === null ? undefined : times.get(event.time);
      const end = event.until === null ? undefined : times.get(event.until);
      const when = time === undefined ? null : (time.value ?? time.stated);
      return { event, day: time?.range?.first ?? "9999", when, end: end?.value ?? null };
    });
    dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.event.trigger.start - b.event.trigger.start));
    return dated.map(({ event, when, end }) => this.#event(event, when, end));
  }

  figures(): string[] {
    const { style } = this.#page;
    return this.#record.figures.map((figure) =>
      this.#row(
        `${style.strong(`“${this.#words(figure.span)}”`)} ${joinFacts([
          describeFigure({ ...figure, words: this.#words(figure.span) }),
          figure.counts === "other" ? null : figure.counts,
          this.#giver(figure),
        ])}`,
        figure.id,
      ),
    );
  }

  commentSought(): string[] {
    return this.#record.commentSought.map(({ actor, asked, span, answered }) =>
      this.#row(
        `${actor !== null ? this.#name(actor) : asked === null ? "Somebody not named" : `“${this.#words(asked)}”`}, asked for comment: ${
          answered ? "an answer is in the report" : "no answer in this report"
        }. ${this.#page.style.quiet(`“${this.#words(span)}”`)}`,
      ),
    );
  }

  allegations(): string[] {
    const events = this.#record.events
      .filter((event) => event.status === "alleged" || event.status === "denied")
      .map((event) => {
        const on = event.accordingTo === null ? null : this.#statements.get(event.accordingTo);
        return this.#row(
          joinFacts([
            `${event.status}: ${this.#around(event.trigger)}`,
            on ? `on the word of ${this.#speaker(on.speaker, on.source)}` : null,
          ]),
          event.id,
        );
      });
    const statements = this.#record.statements
      .filter((statement) => statement.alleged)
      .map((statement) => this.#row(`alleged: ${shorten(this.#content(statement), 160)}`, statement.id));
    return [...events, ...statements];
  }

  actors(): string[] {
    const rows = this.#record.actors.map((actor) => [
      this.#page.style.strong(printable(actor.name)),
      actor.kind,
      joinFacts([
        ...actor.roles.map((role) => printable(role.of === null ? role.title : `${role.title}, ${role.of}`)),
        actor.aliases.length > 0 ? `also ${actor.aliases.map((alias) => `“${printable(alias)}”`).join(", ")}` : null,
        countOf(actor.mentions.length, "mention"),
      ]),
    ]);
    return rows.length === 0 ? [] : [table(rows, this.#page, "  ")];
  }

  times(): string[] {
    const rows = new Map<string, string[]>();
    for (const { span, value, inferred } of this.#record.timeExpressions) {
      const words = `“${this.#words(span)}”`;
      const why = inferred === null ? "" : this.#page.style.quiet(printable(inferred));
      rows.set(`${words} ${value}`, [words, value === null ? "not known" : describeWhen(value), why]);
    }
    return rows.size === 0 ? [] : [table([...rows.values()], this.#page, "  ")];
  }

  quotedWords(): string[] {
    return this.#record.quotedWords.map(({ span, kind }) =>
      this.#row(`${this.#words(span)}  ${kind.replace("-", " ")}`),
    );
  }

  furniture(): string[] {
    return this.#record.report.furniture.map((piece) => {
      const words = "start" in piece ? this.#words(piece) : printable(piece.text);
      return this.#row(`${piece.kind.replace("-", " ")}: ${this.#page.style.quiet(shorten(words, 160))}`);
    });
  }

  diagnostics(): string[] {
    return this.#record.diagnostics.map(({ code, message, span }) =>
      this.#row(
        `${this.#page.style.caution(code)}: ${printable(message)}${span === null ? "" : ` “${shorten(this.#words(span), 60)}”`}`,
      ),
    );
  }

  #statement(statement: Statement, nest: string): string {
    const { style } = this.#page;
    const cue = statement.cue === null ? "" : cueWords(this.#words(statement.cue));
    const addressee = statement.addressee === null ? null : `to ${this.#name(statement.addressee)}`;
    const tags = joinFacts([
      statement.form,
      statement.act === "assertion" ? null : statement.act,
      statement.medium,
      addressee,
      statement.saidAt === null ? null : describeWhen(statement.saidAt),
      statement.alleged ? "alleged" : null,
      statement.id,
    ]);
    const indent = `  ${nest}`;
    const speaker = style.strong(this.#speaker(statement.speaker, statement.source));
    const head = `${saidBy(speaker, cue)}  ${style.quiet(tags)}`;
    return [
      wrap(head, this.#page, `${indent}  `, indent),
      ...this.#passages(statement).map((passage) => wrap(passage, this.#page, `${indent}    `)),
    ].join("\n");
  }

  #request(request: Request): string {
    const { style } = this.#page;
    const about = request.about === null ? this.#around(request.span) : this.#words(request.about);
    const head = `${style.strong(this.#speaker(request.asker, null))} asked ${style.strong(
      this.#speaker(request.asked, null),
    )}: ${about}`;
    const answers = request.answers.map(({ statement, kind }) => {
      const answer = this.#statements.get(statement);
      const words = answer ? `: ${shorten(this.#content(answer), 160)}` : "";
      return wrap(`→ ${style.strong(kind)}${words} ${style.quiet(statement)}`, this.#page, "      ", "    ");
    });
    const none = `    → ${style.strong("no answer in this report")}`;
    return [this.#row(head, request.id), ...(answers.length === 0 ? [none] : answers)].join("\n");
  }

  #event(event: Event, when: string | null, end: string | null): string {
    const { style } = this.#page;
    const bound = event.bound === null ? "" : `${event.bound} `;
    const until = end === null ? "" : ` until ${describeWhen(end)}`;
    const day = when === null ? "undated" : `${bound}${describeWhen(when)}${until}`;
    const status = event.status === "occurred" ? null : event.status;
    const places = event.places.map((place) => printable(place.name));
    const details = joinFacts([
      status,
      ...this.#participants(event),
      places.length > 0 ? `at ${places.join(", ")}` : null,
      event.id,
    ]);
    const lead = `  ${day.padEnd(16)}  `;
    return [
      wrap(`${style.strong(event.type)}  ${this.#around(event.trigger)}`, this.#page, " ".repeat(20), lead),
      wrap(style.quiet(details), this.#page, " ".repeat(20)),
    ].join("\n");
  }

  /** "police → six people", "before the High Court", "about the ban". */
  #participants(event: Event): (string | null)[] {
    const named = (role: string) =>
      event.participants
        .filter((one) => one.role === role)
        .map(({ actor, span }) => (actor === null ? this.#words(span) : this.#name(actor)))
        .join(", ");
    const [agents, patients, forum, topic, others] = ["agent", "patient", "forum", "topic", "other"].map(named);
    return [
      patients ? `${agents ? `${agents} ` : ""}→ ${patients}` : (agents ?? null),
      forum ? `before ${forum}` : null,
      topic ? `about ${topic}` : null,
      others ? `with ${others}` : null,
    ];
  }

  #giver(figure: Figure): string {
    const on = figure.accordingTo === null ? undefined : this.#statements.get(figure.accordingTo);
    return on ? `given by ${this.#speaker(on.speaker, on.source)}` : "in the report’s own voice";
  }

  #speaker(speaker: Speaker, source: Span | null): string {
    switch (speaker.kind) {
      case "resolved": {
        const name = this.#name(speaker.actor);
        const written = source === null ? name : this.#words(source);
        return written.includes(name) || source === null ? name : `${name} (“${shorten(written, 60)}”)`;
      }
      case "ambiguous":
        return `${source === null ? "somebody" : `“${this.#words(source)}”`} (${speaker.candidates
          .map((id) => this.#name(id))
          .join(" or ")}?)`;
      case "unnamed":
        return speaker.description === "" ? "Somebody not named" : `${printable(speaker.description)} (not named)`;
    }
  }

  #name(id: string): string {
    return printable(this.#actors.get(id)?.name ?? id);
  }

  /** The words, a line for every paragraph that they run over. */
  #passages(statement: Statement): string[] {
    const passages: string[] = [];
    let before: Span | null = null;
    for (const span of statement.content) {
      const words = this.#words(span);
      const gap = before === null ? "" : this.#record.report.text.slice(before.end, span.start);
      if (before === null || gap.includes("\n")) passages.push(words);
      else passages.push(`${passages.pop() ?? ""} … ${words}`);
      before = span;
    }
    return passages;
  }

  #content(statement: Statement): string {
    return statement.content.map((span) => this.#words(span)).join(" … ");
  }

  /** The words of the sentence around a span, with the span strong. */
  #around(span: Span): string {
    const { style } = this.#page;
    const { text } = this.#record.report;
    const sentence = this.#record.sentences.find((one) => one.start <= span.start && span.end <= one.end) ?? span;
    const before = printable(text.slice(sentence.start, span.start));
    const after = printable(text.slice(span.end, sentence.end));
    const start = before.length > 70 ? `… ${before.slice(-70).replace(/^\S*\s/u, "")}` : before;
    const gaps = [/\s$/u.test(text.slice(0, span.start)) ? " " : "", /^\s/u.test(text.slice(span.end)) ? " " : ""];
    return `${start}${start === "" ? "" : gaps[0]}${style.strong(this.#words(span))}${gaps[1]}${shorten(after, 70)}`.trim();
  }

  #words(span: Span): string {
    return printable(textOf(this.#record.report.text, span));
  }

  #row(text: string, id: string | null = null): string {
    const { style } = this.#page;
    return wrap(id === null ? text : `${text}  ${style.quiet(id)}`, this.#page, "    ", "  ");
  }
}

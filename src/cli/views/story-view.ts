import type {
  Discrepancy,
  Evidence,
  FigureSeries,
  StoryEvent,
  StoryRecord,
  StoryReport,
  StoryRequest,
  StoryStatement,
} from "../../core/link/story-record.ts";
import type { Speaker } from "../../core/record/record.ts";
import { countedWords, isCountedGroup } from "../../core/text/counted-words.ts";
import { quotableWords } from "../../core/text/quotable-words.ts";
import { foldRestated } from "../../core/text/restated-figure.ts";
import { reportName } from "../../operations/report-name.ts";
import { joinSoughtComments } from "../../operations/sought-comments.ts";
import { laterStep, planState } from "../../operations/story-plans.ts";
import { ANSWER_WORDS, CLAIM_DENIED, statusWords, TIME_DISPUTED } from "../../operations/story-terms.ts";
import { describeDays, describeEventTime, describeWhen } from "../../operations/when-words.ts";
import { type Page, printable, shorten, table, wrap } from "../layout.ts";
import { describeFigure } from "./figure-words.ts";
import { countOf, cueWords, joinFacts, saidBy, section } from "./sections.ts";

/** Rows of the long parts that a terminal is shown unasked: of statements the latest. */
const FIRST_EVENTS = 40;
const LATEST_STATEMENTS = 20;
const FIRST_FIGURES = 20;

/** The whole story as a briefing; its longest parts cut to what is read first, unless all is asked for. */
export function viewStory(story: StoryRecord, page: Page, extent: "first" | "all"): string {
  const view = new StoryView(story, page);
  if (story.reports.every(({ unread }) => unread)) {
    const unread = wrap(`${NOT_READ} The words are kept and searched.`, page, "  ");
    return [view.head(), unread, section("Reports", view.reports(), page)].join("\n\n");
  }
  const none = notFound(story);
  const cut = <Row>(rows: readonly Row[], most: number) => (extent === "all" ? rows : rows.slice(0, most));
  const rest = (all: readonly unknown[], shown: readonly unknown[], command: string) =>
    all.length === shown.length
      ? []
      : [`  ${page.style.quiet(`… and ${all.length - shown.length} more: onrecord ${command} ${story.id}`)}`];
  const told = story.timeline.filter((event) => planState(event, story) === null);
  const events = cut(told, FIRST_EVENTS);
  const statements = extent === "all" ? story.statements : story.statements.slice(-LATEST_STATEMENTS);
  const figures = cut(story.figures, FIRST_FIGURES);
  const latest = statements.length < story.statements.length ? `, the latest ${statements.length}` : "";
  return [
    view.head(),
    section("What is new", view.news(), page, none),
    section("Who answered, and who has not", view.requests(), page, none),
    section("Comment sought", view.commentSought(), page, none),
    section("What is disputed", view.discrepancies(), page, none),
    section("Moved since, by who gives it", view.updates(), page),
    section("Said otherwise later", view.changes(), page),
    section("What comes next", view.plans("ahead"), page, none),
    section("Planned for a day gone by", view.plans("passed"), page),
    section("What happened", [...view.timeline(events), ...rest(told, events, "timeline")], page, none),
    section(
      `Who said what${latest}`,
      [...view.statements(statements), ...rest(story.statements, statements, "statements")],
      page,
      none,
    ),
    section(
      "Figures, by who gives them",
      [...view.figures(figures), ...rest(story.figures, figures, "figures")],
      page,
      none,
    ),
    section("Legal steps", view.matters(), page, none),
    section("Reports", view.reports(), page, none),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** What is said where nothing was found: of the reports that were read, and of no others. */
function notFound(story: StoryRecord): string {
  return `Not found${inReportsRead(story)}`;
}

const NOT_READ = "No report is in English, the one language that is read.";

function inReportsRead({ reports }: StoryRecord): string {
  const read = reports.filter(({ unread }) => !unread).length;
  return read === 0 ? `: ${lowered(NOT_READ)}` : ` in the ${countOf(read, "report")} read.`;
}

/** One part with the story's name over it. `rows` are what the command chose to show of `all`. */
export function viewStoryRows(
  story: StoryRecord,
  page: Page,
  rows: readonly string[],
  { noun, all }: { readonly noun: string; readonly all: number },
): string {
  const title = wrap(`${page.style.strong(printable(story.title))}  ${page.style.quiet(story.id)}`, page);
  const head = [title, ...onlySource(story, page)].join("\n");
  // Rows that the options left out were found all the same.
  const none =
    all === 0
      ? `No ${noun} was found${inReportsRead(story)}`
      : `None of the ${countOf(all, noun)} found is what was asked for.`;
  return `${head}\n\n${rows.length === 0 ? `  ${none}` : rows.join("\n")}`;
}

/** Where all rows come from, in a story of one report: no row says it again. */
export function onlySource({ reports }: StoryRecord, page: Page): string[] {
  const [report] = reports;
  if (report === undefined || reports.length > 1) return [];
  const day = report.publishedAt === null ? "undated" : describeWhen(report.publishedAt);
  return [wrap(page.style.quiet(printable(joinFacts(["1 report", reportName(report), day]))), page)];
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
    const [only] = reports.length === 1 ? reports : [];
    const facts = joinFacts([
      versionsOf(reports),
      only !== undefined
        ? printable(reportName(only))
        : outlets.size > 0
          ? `from ${countOf(outlets.size, "outlet")}`
          : null,
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
      const when = event.when === null ? "undated" : describeEventTime(event.when);
      const status = statusWords(event.status);
      const first = event.evidence[0];
      const details = joinFacts([
        this.#peopleIn(event),
        event.places.length > 0 ? `at ${event.places.map(printable).join(", ")}` : null,
        this.#onWhoseWord(event),
        first === undefined ? null : this.#sourceOf(first),
        more(new Set(event.evidence.map(({ report }) => report)).size - 1, "report"),
        event.id,
      ]);
      const lead = `  ${when.padEnd(16)}  `;
      const indent = " ".repeat(20);
      // A word or two say little without their neighbours.
      const isBare = event.label.split(" ").length < 3 && first?.spans.length === 1;
      const kind = event.type === "other" ? "" : `${style.strong(event.type)}  `;
      const name = `${status === null ? "" : `${style.caution(status)}: `}${printable(event.label)}`;
      return [
        wrap(`${kind}${name}`, this.#page, indent, lead),
        ...(isBare && first ? [wrap(style.quiet(shorten(this.#inContext(first), 160)), this.#page, indent)] : []),
        wrap(style.quiet(details), this.#page, indent),
      ].join("\n");
    });
  }

  statements(statements: readonly StoryStatement[]): string[] {
    const { style } = this.#page;
    return statements.map((statement) => {
      const cue = saidWords(statement);
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
      const others = statement.renderings.filter(({ exact }) => !isSameWording(exact, statement.evidence.exact));
      const speaker = capital(this.#speaker(statement.speaker, statement.source));
      const head = `${capital(saidBy(style.strong(speaker), cue))}  ${style.quiet(tags)}`;
      return [
        wrap(head, this.#page, "    ", "  "),
        wrap(printable(quotableWords(statement.evidence)), this.#page, "      "),
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
      const head = `${style.strong(capital(this.#speaker(request.asker, null)))} asked ${style.strong(
        this.#speaker(request.asked, null),
      )}: ${about}  ${style.quiet(joinFacts([ask ? this.#sourceOf(ask) : null, request.id]))}`;
      const answers = request.answers.map((answer) =>
        wrap(
          `→ ${style.strong(ANSWER_WORDS[answer.kind])}, ${this.#speaker(answer.speaker, null)}: ${this.#quoteAnswer(answer.evidence)}`,
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
      // A giver's same number is one line, whoever repeats it and whether as "5" or "five".
      const same = Map.groupBy(foldRestated(one.values), ({ giver, min, max, quantity }) =>
        JSON.stringify([giver, min, max, quantity]),
      );
      const values = [...same.values()].flatMap((held) => {
        const [value] = held;
        if (value === undefined) return [];
        const amount = describeFigure({ ...value, unit: one.unit });
        const facts = joinFacts([
          value.quantity === "exact" ? null : amount,
          value.giver === null ? VOICE : this.#speaker(value.giver, null),
        ]);
        const source = style.quiet(
          joinFacts([
            this.#sourceOf(value.evidence),
            more(new Set(held.map(({ report }) => report)).size - 1, "report"),
          ]),
        );
        return [wrap(`“${printable(value.words)}”  ${facts}  ${source}`.trimEnd(), this.#page, "        ", "    ")];
      });
      return [this.#row(`${style.strong(this.#seriesName(one))}  ${style.quiet(one.id)}`), ...values].join("\n");
    });
  }

  matters(): string[] {
    const { style } = this.#page;
    return this.#story.matters.map((matter) => {
      const parties = namesBeside(
        matter.parties.map((id) => this.#name(id)),
        matter.about,
      );
      const steps = matter.steps.flatMap(({ event: id, step }) => {
        const event = this.#events.get(id);
        if (event === undefined) return [];
        const missing = matter.missing
          .filter(({ before }) => before === id)
          .map((one) => ["?", style.caution(one.step), "missing", notFound(this.#story)]);
        const when = event.when === null ? "undated" : describeEventTime(event.when);
        const status = statusWords(event.status) ?? "";
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
      const sides = one.sides.map((side) => wrap(this.#side(one.kind, side), this.#page, "      ", "    "));
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
      const head = `${style.caution(this.#disputed(one))}  ${style.quiet(one.id)}`;
      const reason = wrap(style.quiet(`${capital(printable(one.reason))}.`), this.#page, "    ");
      return [this.#row(head), ...sides, reason, ...said].join("\n");
    });
  }

  #disputed({ kind, row }: Discrepancy): string {
    if (kind === "claim") return CLAIM_DENIED;
    if (kind === "time") return TIME_DISPUTED;
    const series = this.#story.figures.find(({ id }) => id === row);
    return series === undefined ? this.#eventName(row, "The day") : this.#seriesName(series);
  }

  #side(kind: Discrepancy["kind"], { label, giver, evidence }: Discrepancy["sides"][number]): string {
    const { style } = this.#page;
    if (kind === "claim" && giver !== null) {
      return `${style.strong(capital(this.#speaker(giver, null)))}: ${this.#quote(evidence)}`;
    }
    const words = style.strong(kind === "date" ? describeWhen(label) : printable(label));
    const by = giver === null ? VOICE : `by ${this.#speaker(giver, null)}`;
    return `${words}  ${joinFacts([by, this.#sourceOf(evidence)])}`;
  }

  /** Figures that one giver has moved. */
  updates(): string[] {
    const series = new Map(this.#story.figures.map((one) => [one.id, one]));
    return this.#story.updates.flatMap(({ series: id, giver, values }) => {
      const one = series.get(id);
      if (one === undefined) return [];
      const moved = values.flatMap((at) => one.values[at] ?? []);
      const words = moved.map((value) => {
        const source = this.#sourceOf(value.evidence);
        return `“${printable(value.words)}”${source === "" ? "" : ` (${source})`}`;
      });
      return [
        this.#row(
          `${this.#page.style.strong(capital(this.#speaker(giver, null)))}, ${lowered(this.#seriesName(one))}: ${words.join(" → ")}`,
        ),
      ];
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

  /** Plans for a day after the latest report or for none; or those whose day has passed, with what is known since. */
  plans(which: "ahead" | "passed"): string[] {
    const plans = this.#story.timeline.filter((event) => planState(event, this.#story) === which);
    const rows = this.timeline(plans);
    if (which === "ahead") return rows;
    return rows.map((row, at) => {
      const plan = plans[at];
      const later = plan === undefined ? null : laterStep(plan, this.#story);
      const fate =
        later === null
          ? "whether it took place was not found"
          : `a later step of its matter: ${later.type}, ${later.when === null ? "undated" : describeEventTime(later.when)}`;
      return `${row}\n${wrap(`→ ${fate}`, this.#page, " ".repeat(22), " ".repeat(20))}`;
    });
  }

  commentSought(): string[] {
    const { style } = this.#page;
    return joinSoughtComments(this.#story).map(({ actor, asked, outcome, evidence, later, reportsSince }) => {
      const words = asked === null ? "Somebody not named" : `“${printable(asked)}”`;
      const who = actor === null ? words : this.#name(actor);
      const since =
        reportsSince === 0 ? "no report has come since" : `nor in the ${countOf(reportsSince, "report")} since`;
      const answer = {
        answered: "an answer is in the report",
        declined: "declined to comment",
        "spoke-later": `no answer in that report; first words after it: ${later === null ? "" : this.#quote(later.evidence)}`,
        none: `no answer found, ${since}`,
      }[outcome];
      const told = evidence.map((one) => wrap(this.#quote(one), this.#page, "      ", "    "));
      return [this.#row(`${style.strong(who)}: ${answer}`), ...told].join("\n");
    });
  }

  reports(): string[] {
    const { style } = this.#page;
    return this.#story.reports.map((report) => {
      const { novelty } = report;
      const facts = joinFacts([
        report.outlet,
        report.publishedAt === null ? "undated" : describeWhen(report.publishedAt),
        report.modifiedAt === null ? null : `changed ${describeWhen(report.modifiedAt)}`,
        report.revision > 1 ? `version ${report.revision}` : null,
        report.unread
          ? "not in English, so not read"
          : `${novelty.new} new, ${novelty.repeats} repeated, ${novelty.updates} updated`,
        report.id,
      ]);
      const title = report.headline === null ? "(no headline)" : printable(report.headline);
      return [this.#row(title), wrap(style.quiet(printable(facts)), this.#page, "    ")].join("\n");
    });
  }

  /** Who takes part, but for groups that are only counted and those that the label names. */
  #peopleIn({ participants, label }: StoryEvent): string {
    return namesBeside(
      participants.map(({ actor }) => this.#name(actor)),
      label,
    );
  }

  /** Only when no report tells it, as it stands, in its own voice. */
  #onWhoseWord({ history, status }: StoryEvent): string | null {
    const asItStands = history.filter((step) => step.status === status);
    const last = asItStands.at(-1);
    if (last === undefined || asItStands.some(({ accordingTo }) => accordingTo === null)) return null;
    const statement = this.#story.statements.find(({ id }) => id === last.accordingTo);
    return `on the word of ${statement === undefined ? "somebody quoted" : this.#speaker(statement.speaker, statement.source)}`;
  }

  /** What is counted and of which event, and no side's number. */
  #seriesName({ counts, label, event }: FigureSeries): string {
    const name = capital(printable(countedWords(counts, label)));
    return event === null ? name : this.#eventName(event, name);
  }

  #eventName(id: string, name: string): string {
    const event = this.#events.get(id);
    return event === undefined ? name : `${name}: ${printable(event.label)}`;
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
        return speaker.description === "" ? "somebody not named" : `${printable(speaker.description)} (not named)`;
    }
  }

  #name(id: string): string {
    return this.#names.get(id) ?? id;
  }

  #quote(evidence: Evidence): string {
    return `${shorten(printable(quotableWords(evidence)), 240)}${this.#after(evidence)}`;
  }

  /** Quoted words alone; others with the verb of whoever answers. */
  #quoteAnswer(evidence: Evidence): string {
    if (evidence.spans.length > 1 || /[“"]/u.test(evidence.exact)) return this.#quote(evidence);
    return `${shorten(this.#inContext(evidence), 240)}${this.#after(evidence)}`;
  }

  #after(evidence: Evidence): string {
    const source = this.#sourceOf(evidence);
    return source === "" ? "" : `  ${this.#page.style.quiet(source)}`;
  }

  /** Words with what stands around them; words from several places stand alone. */
  #inContext({ prefix, exact, suffix, spans }: Evidence): string {
    if (spans.length > 1) return printable(exact);
    const before = prefix.replace(/^.*\n/su, "").replace(/^\S*\s/u, "");
    const after = suffix.replace(/\n.*$/su, "").replace(/\s\S*$/u, "");
    return printable(`${before === "" ? "" : `… ${before}`}${exact}${after} …`);
  }

  /** Nothing in a story of one report, which its head names. */
  #sourceOf(evidence: Evidence): string {
    if (this.#reports.size === 1) return "";
    const report = this.#reports.get(evidence.report);
    if (report === undefined) return evidence.report;
    const day = report.publishedAt === null ? "undated" : describeWhen(report.publishedAt);
    return printable(joinFacts([reportName(report), day, report.revision > 1 ? `version ${report.revision}` : null]));
  }

  #row(text: string): string {
    return wrap(text, this.#page, "    ", "  ");
  }
}

const VOICE = "in the report’s own voice";

/** The cue after the speaker's name; after one who says "I", with that word: "Ada Ferro think" is nobody's sentence. */
function saidWords({ cue, source, speaker }: StoryStatement): string {
  const words = cue === null ? "" : cueWords(printable(cue));
  const self = source === null ? null : /^(?:I|we)$/iu.exec(source);
  return words === "" || self === null || speaker.kind !== "resolved" ? words : ` (“${self[0]}${words}”)`;
}

/** Of an event or a matter. */
const MOST_PEOPLE = 6;

/** Names that tell more than the words they stand beside, but for groups that are only counted. */
function namesBeside(all: readonly string[], words: string): string {
  const names = [...new Set(all)].filter((name) => !isCountedGroup(name) && !words.includes(name));
  const rest = names.length - MOST_PEOPLE;
  return names.slice(0, MOST_PEOPLE).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** How many reports there are, and how many of them are later versions of another. */
function versionsOf(reports: readonly StoryReport[]): string {
  const later = reports.filter(({ revision }) => revision > 1).length;
  const all = countOf(reports.length, "report");
  return later === 0 ? all : `${all}, ${later} of them ${later === 1 ? "a later version" : "later versions"}`;
}

/** The same but for case and marks. */
function isSameWording(a: string, b: string): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return bare(a) === bare(b);
}

function more(number: number, noun: string): string | null {
  return number <= 0 ? null : `and ${countOf(number, `more ${noun}`)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

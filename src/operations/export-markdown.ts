import type {
  Discrepancy,
  Evidence,
  FigureSeries,
  StoryEvent,
  StoryRecord,
  StoryReport,
  StoryStatement,
} from "../core/link/story-record.ts";
import type { Speaker } from "../core/record/record.ts";
import { countedWords, isCountedGroup } from "../core/text/counted-words.ts";
import { quotableWords } from "../core/text/quotable-words.ts";
import { foldRestated } from "../core/text/restated-figure.ts";
import { escapeWords, formatUrl, quoteEvidence, quoteInContext, shortenWords } from "./markdown-words.ts";
import { reportName } from "./report-name.ts";
import { joinSoughtComments, type SoughtComment } from "./sought-comments.ts";
import { laterStep, planState } from "./story-plans.ts";
import { ANSWER_WORDS, CLAIM_DENIED, statusWords, TIME_DISPUTED } from "./story-terms.ts";
import { describeDay, describeDays, describeEventTime, describeWhen } from "./when-words.ts";

/**
 * A briefing in Markdown, in the order in which an editor asks: what is new, who answered, what is disputed, what comes
 * next, what happened, the legal steps, the figures, who said what. Every line names its report and has a footnote with
 * the report's own words. Words of reports are escaped, so none becomes markup.
 */
export function formatBriefing(story: StoryRecord): string {
  return new Briefing(story).format();
}

/** Reports whose words are given as footnotes of one line; the rest are counted. */
const MOST_NOTES = 4;
/** Of an event. */
const MOST_PEOPLE = 5;

class Briefing {
  readonly #story: StoryRecord;
  readonly #names: ReadonlyMap<string, string>;
  readonly #reports: ReadonlyMap<string, StoryReport>;
  readonly #events: ReadonlyMap<string, StoryEvent>;
  readonly #statements: ReadonlyMap<string, StoryStatement>;
  readonly #notes: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(story: StoryRecord) {
    this.#story = story;
    this.#names = new Map(story.actors.map((actor) => [actor.id, actor.name]));
    this.#reports = new Map(story.reports.map((report) => [report.id, report]));
    this.#events = new Map(story.timeline.map((event) => [event.id, event]));
    this.#statements = new Map(
      story.statements.flatMap((statement) => [
        [statement.id, statement] as const,
        [rowKey(statement.evidence), statement] as const,
      ]),
    );
  }

  format(): string {
    const { timeline } = this.#story;
    const told = timeline.filter((event) => planState(event, this.#story) === null);
    const parts = [
      `# ${escapeWords(this.#story.title)}`,
      this.#scope(),
      this.#section("What is new", this.#news()),
      this.#section("Who answered, and who has not", this.#requests()),
      this.#section("Asked for comment by the reporters", this.#soughtComments()),
      this.#section("What is disputed", this.#discrepancies()),
      this.#section("Figures that their givers have moved", this.#updates()),
      this.#section("Said otherwise later", this.#changes()),
      this.#section("What comes next", this.#plans("ahead")),
      this.#section("Planned for a day gone by", this.#plans("passed")),
      this.#section("What happened", this.#timeline(told.filter(({ when }) => when !== null))),
      this.#section("What is told without a date", this.#timeline(told.filter(({ when }) => when === null))),
      this.#section("Legal steps", this.#matters()),
      this.#section("Figures, by who gives them", this.#figures()),
      this.#section("Who said what", this.#statementsByReport()),
      this.#section("Reports", this.#reportList()),
      this.#notes.join("\n"),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
  }

  #scope(): string {
    const { reports, origins } = this.#story;
    const outlets = new Set(reports.flatMap(({ outlet }) => outlet ?? []));
    const days = reports.flatMap(({ publishedAt }) => publishedAt?.slice(0, 10) ?? []).sort();
    const [first, last] = [days[0], days.at(-1)];
    const versions = reports.filter(({ revision }) => revision > 1).length;
    const unread = reports.filter((report) => report.unread).length;
    const facts = [
      `${countOf(reports.length, "report")}${versions === 0 ? "" : `, ${versions} of them ${versions === 1 ? "a later version" : "later versions"}`}`,
      outlets.size === 0 ? "outlets not named" : countOf(outlets.size, "outlet"),
      origins.length < reports.length ? `${countOf(origins.length, "origin")}, copies counted once` : null,
      first === undefined || last === undefined ? "undated" : describeDays(first, last),
    ];
    return `${facts.filter((fact) => fact !== null).join(" · ")}\n\nEvery line rests on the words in its footnote, and nobody has checked whether they are true. What is not here was not found in these reports${unread === 0 ? "" : `, of which ${unread} could not be read: ${unread === 1 ? "it is" : "they are"} not in English`}.`;
  }

  #section(heading: string, lines: readonly string[]): string {
    return lines.length === 0 ? "" : `## ${heading}\n\n${lines.join("\n")}`;
  }

  #news(): string[] {
    return this.#story.news.map(
      ({ kind, evidence }) =>
        `- ${kind === "updates" ? "Update: " : ""}${escapeWords(quotableWords(evidence))} ${this.#cite([evidence])}`,
    );
  }

  #requests(): string[] {
    return this.#story.requests.map((request) => {
      const about = escapeWords(request.about ?? request.asks[0]?.exact ?? "");
      const answers = request.answers.map(
        ({ kind, speaker, evidence }) =>
          `\n  - ${raised(ANSWER_WORDS[kind])}, **${this.#speaker(speaker)}**: ${this.#answerWords(evidence)} ${this.#cite([evidence])}`,
      );
      const since = request.reportsSince;
      const none = `\n  - No answer found${since === 0 ? "; no report has come since" : ` in the ${countOf(since, "report")} since`}.`;
      return `- **${this.#speaker(request.asker)}** asked **${this.#speaker(request.asked)}**: ${about} ${this.#cite(request.asks)}${
        answers.length === 0 ? none : answers.join("")
      }`;
    });
  }

  /** Words that say what is answered: quoted ones alone, others with the speaker's verb around them. */
  #answerWords(evidence: Evidence): string {
    if (evidence.spans.length > 1 || /[“"]/u.test(evidence.exact)) {
      return escapeWords(shortenWords(quotableWords(evidence), 300));
    }
    return quoteInContext(evidence);
  }

  #soughtComments(): string[] {
    return joinSoughtComments(this.#story).map((sought) => {
      const { actor, asked, evidence } = sought;
      const words = asked === null ? "Somebody not named" : `“${escapeWords(asked)}”`;
      const who = actor === null ? words : this.#name(actor);
      const told = evidence.map((one) => `\n  - ${quoteEvidence(one)} ${this.#cite([one])}`);
      return `- **${who}**: ${this.#outcome(sought)}${told.join("")}`;
    });
  }

  #outcome({ outcome, later, reportsSince }: SoughtComment): string {
    if (outcome === "answered") return "an answer is in the report";
    if (outcome === "declined") return "declined to comment";
    if (later === null) {
      return reportsSince === 0
        ? "no answer found"
        : `no answer found, nor in the ${countOf(reportsSince, "report")} since`;
    }
    const words = escapeWords(shortenWords(quotableWords(later.evidence), 300));
    return `no answer in that report; first words after it: ${words} ${this.#cite([later.evidence])}`;
  }

  #discrepancies(): string[] {
    const settled = new Map(this.#story.settled.map((one) => [one.discrepancy, one]));
    return this.#story.discrepancies.map((one) => {
      const sides = one.sides.map((side) => `\n  - ${this.#side(one.kind, side)} ${this.#cite([side.evidence])}`);
      const word = settled.get(one.id);
      const said =
        word === undefined
          ? ""
          : `\n  - Settled by ${escapeWords(word.by)}, ${describeDay(word.at)}: ${escapeWords(word.reason)}`;
      return `- ${this.#disputed(one)}${sides.join("")}${said}`;
    });
  }

  #disputed({ kind, row }: Discrepancy): string {
    if (kind === "claim") return CLAIM_DENIED;
    if (kind === "time") return TIME_DISPUTED;
    const series = this.#story.figures.find(({ id }) => id === row);
    return series === undefined ? this.#eventName(row, "The day") : this.#seriesName(series);
  }

  #side(kind: Discrepancy["kind"], { label, giver, evidence }: Discrepancy["sides"][number]): string {
    const by = this.#giver(giver);
    if (kind === "claim") return `${by}: ${escapeWords(shortenWords(quotableWords(evidence), 300))}`;
    return `${kind === "date" ? describeWhen(label) : escapeWords(label)}: ${by}`;
  }

  #updates(): string[] {
    const series = new Map(this.#story.figures.map((one) => [one.id, one]));
    return this.#story.updates.flatMap(({ series: id, giver, values }) => {
      const one = series.get(id);
      if (one === undefined) return [];
      const words = values.flatMap((at) => {
        const value = one.values[at];
        return value === undefined ? [] : `${escapeWords(value.words)} ${this.#cite([value.evidence])}`;
      });
      return [`- **${this.#speaker(giver)}**, ${lowered(this.#seriesName(one))}: ${words.join(" → ")}`];
    });
  }

  #changes(): string[] {
    return this.#story.changes.map(({ speaker, from, to }) => {
      const sides = [from, to].map(
        ({ act, evidence }) =>
          `${act}: ${escapeWords(shortenWords(quotableWords(evidence), 300))} ${this.#cite([evidence])}`,
      );
      return `- **${this.#speaker(speaker)}**\n  - ${sides[0]}\n  - later ${sides[1]}`;
    });
  }

  #plans(which: "ahead" | "passed"): string[] {
    return this.#story.timeline.flatMap((event) => {
      if (planState(event, this.#story) !== which) return [];
      const later = which === "passed" ? laterStep(event, this.#story) : null;
      const fate =
        which === "ahead"
          ? ""
          : later === null
            ? "; whether it took place was not found"
            : `; a later step of the matter: ${later.type}, ${later.when === null ? "no date" : describeEventTime(later.when)}`;
      return [`${this.#eventLine(event, "no day given")}${fate} ${this.#cite(event.evidence)}`];
    });
  }

  #timeline(events: readonly StoryEvent[]): string[] {
    return events.map((event) => {
      const status = bracketed(statusWords(event.status));
      return `${this.#eventLine(event, this.#toldWhen(event))}${status}${this.#onWhoseWord(event)} ${this.#cite(event.evidence)}`;
    });
  }

  /** "**Sat 10 Apr 2032** Hundreds sat on the steps; Keep the Steps; at Merrow Haven" */
  #eventLine(event: StoryEvent, undated: string): string {
    const when = event.when === null ? undated : describeEventTime(event.when);
    const people = [...new Set(event.participants.map(({ actor }) => this.#names.get(actor) ?? actor))].filter(
      (name) => !isCountedGroup(name) && !isNamedIn(name, event.label),
    );
    const more = people.length > MOST_PEOPLE ? ` and ${people.length - MOST_PEOPLE} more` : "";
    const places = event.places
      .filter((place) => !isNamedIn(place, event.label) && !people.includes(place))
      .slice(0, MOST_PEOPLE);
    const details = [
      people.length === 0 ? "" : `; ${people.slice(0, MOST_PEOPLE).map(escapeWords).join(", ")}${more}`,
      places.length === 0 ? "" : `; at ${places.map(escapeWords).join(", ")}`,
    ];
    return `- **${escapeWords(when)}** ${this.#eventWords(event)}${details.join("")}`;
  }

  /** A label of a word or two says little without its neighbours. */
  #eventWords({ label, evidence }: StoryEvent): string {
    const first = evidence[0];
    return label.split(" ").length < 3 && first !== undefined && first.spans.length === 1
      ? `“${quoteInContext(first)}”`
      : escapeWords(label);
  }

  #toldWhen({ history, evidence }: StoryEvent): string {
    const report = this.#reports.get(history[0]?.report ?? evidence[0]?.report ?? "");
    return report?.publishedAt == null ? "No date" : `No date; told ${describeDay(report.publishedAt)}`;
  }

  /** Only when no report tells it, as it stands, in its own voice. */
  #onWhoseWord({ history, status }: StoryEvent): string {
    const asItStands = history.filter((step) => step.status === status);
    const last = asItStands.at(-1);
    if (last === undefined || asItStands.some(({ accordingTo }) => accordingTo === null)) return "";
    const statement = this.#statements.get(last.accordingTo ?? "");
    return `, on the word of ${statement === undefined ? "somebody quoted" : this.#speaker(statement.speaker)}`;
  }

  #matters(): string[] {
    return this.#story.matters.map((matter) => {
      const steps = matter.steps.map(({ event: id, step }) => {
        const event = this.#events.get(id);
        if (event === undefined) return "";
        const when = event.when === null ? this.#toldWhen(event) : describeEventTime(event.when);
        const missing = matter.missing
          .filter(({ before }) => before === id)
          .map((one) => `\n  - ${one.step}: not found in the reports read`);
        const status = bracketed(statusWords(event.status));
        return `${missing.join("")}\n  - **${escapeWords(when)}** ${step === "other" ? "" : `${step}: `}${this.#eventWords(event)}${status} ${this.#cite(event.evidence.slice(0, 1))}`;
      });
      return `- ${escapeWords(matter.about)}${steps.join("")}`;
    });
  }

  #figures(): string[] {
    return this.#story.figures.map((series) => {
      // A giver's same number is one line, whoever repeats it and whether as "5" or "five".
      const same = Map.groupBy(foldRestated(series.values), ({ giver, min, max, quantity }) =>
        JSON.stringify([giver, min, max, quantity]),
      );
      const values = [...same.values()].flatMap((held) => {
        const [value] = held;
        if (value === undefined) return [];
        const cited = this.#cite(held.map(({ evidence }) => evidence));
        return [`${escapeWords(value.words)}: ${this.#giver(value.giver)} ${cited}`];
      });
      return values.length === 1 && series.event === null
        ? `- ${values[0]}`
        : `- ${this.#seriesName(series)}${values.map((value) => `\n  - ${value}`).join("")}`;
    });
  }

  /** What is counted, of which event, and no side's number. */
  #seriesName(series: FigureSeries): string {
    const counted = countedWords(series.counts, series.label);
    const name = escapeWords(raised(counted));
    return series.event === null ? name : this.#eventName(series.event, name);
  }

  #eventName(id: string, name: string): string {
    const event = this.#events.get(id);
    return event === undefined ? name : `${name} (“${escapeWords(event.label)}”)`;
  }

  /** Report by report, in the order of publication: who said what there first, and which reports have it too. */
  #statementsByReport(): string[] {
    const byReport = Map.groupBy(this.#story.statements, ({ evidence }) => evidence.report);
    return [...byReport].map(([id, statements]) => {
      const report = this.#reports.get(id);
      const heading =
        report === undefined
          ? escapeWords(id)
          : [this.#nameOf(report), report.headline]
              .flatMap((part) => (part === null ? [] : escapeWords(part)))
              .join(": ");
      return [`### ${heading}\n`, ...statements.map((statement) => this.#statementLine(statement)), ""].join("\n");
    });
  }

  #statementLine(statement: StoryStatement): string {
    const { act, alleged, medium, speaker, evidence, renderings } = statement;
    const cue = statement.cue === null || !/\p{L}/u.test(statement.cue) ? "" : ` ${escapeWords(statement.cue)}`;
    const kinds = [alleged || act === "allegation" ? "allegation" : act === "assertion" ? null : act, medium];
    const known = kinds.filter((kind) => kind !== null);
    const words = escapeWords(shortenWords(quotableWords(evidence), 600));
    const also = renderings.length === 0 ? "" : `; also ${this.#cite(renderings)}`;
    return `- **${this.#speaker(speaker)}**${cue.replace(/[:,]$/u, "")}${known.length === 0 ? "" : ` (${known.join(", ")})`}: ${words}${this.#note(evidence)}${also}`;
  }

  #reportList(): string[] {
    return this.#story.reports.map((report) => {
      const { headline, modifiedAt, url } = report;
      const facts = [this.#nameOf(report), modifiedAt === null ? null : `changed ${describeDay(modifiedAt)}`].filter(
        (fact) => fact !== null,
      );
      const address = url === null ? "" : ` ${formatUrl(url)}`;
      return `- ${escapeWords(headline ?? "(no headline)")} (${escapeWords(facts.join(", "))})${address}`;
    });
  }

  /** "(Harbour Post, 8 Mar 2031)[^3]", each report once, and how many more there are. */
  #cite(evidence: readonly Evidence[]): string {
    const first = new Map<string, Evidence>();
    for (const one of evidence) if (!first.has(one.report)) first.set(one.report, one);
    const shown = [...first.values()].slice(0, MOST_NOTES);
    const more = first.size > shown.length ? ` and ${countOf(first.size - shown.length, "more report")}` : "";
    const names = shown.map((one) => {
      const report = this.#reports.get(one.report);
      return `${escapeWords(report === undefined ? one.report : this.#nameOf(report))}${this.#note(one)}`;
    });
    return `(${names.join("; ")}${more})`;
  }

  #nameOf(report: StoryReport): string {
    const day = report.publishedAt === null ? "undated" : describeDay(report.publishedAt);
    return `${reportName(report)}, ${day}${report.revision > 1 ? `, version ${report.revision}` : ""}`;
  }

  /** The number of the footnote with these words; the same words in the same place share one. */
  #note(evidence: Evidence): string {
    const key = JSON.stringify([evidence.report, evidence.spans]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return `[^${known}]`;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    const report = this.#reports.get(evidence.report);
    const named = report === undefined ? evidence.report : `${this.#nameOf(report)}, ${evidence.report}`;
    const address = report?.url ? ` ${formatUrl(report.url)}` : "";
    this.#notes.push(`[^${number}]: ${quoteEvidence(evidence)} ${escapeWords(named)}${address}`);
    return `[^${number}]`;
  }

  #giver(giver: Speaker | null): string {
    return giver === null ? "in the report’s own voice" : this.#speaker(giver);
  }

  #speaker(speaker: Speaker): string {
    switch (speaker.kind) {
      case "resolved":
        return this.#name(speaker.actor);
      case "ambiguous": {
        const names = speaker.candidates.map((id) => this.#name(id));
        return names.length === 0 ? "somebody not named" : `${names.join(" or ")} (unclear who)`;
      }
      case "unnamed":
        return speaker.description === "" ? "somebody not named" : `${escapeWords(speaker.description)} (not named)`;
    }
  }

  #name(actor: string): string {
    return escapeWords(this.#names.get(actor) ?? actor);
  }
}

function rowKey({ report, row }: Evidence): string {
  return `${report}/${row}`;
}

/** "Joel Tarrant" is told of by "Tarrant was released". */
function isNamedIn(name: string, label: string): boolean {
  const [words, own] = [label.toLowerCase(), name.toLowerCase()];
  return words.includes(own) || words.includes(own.split(" ").at(-1) ?? own);
}

function bracketed(words: string | null): string {
  return words === null ? "" : ` (${words})`;
}

function raised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

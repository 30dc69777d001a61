import type { Evidence, StoryEvent, StoryRecord } from "../core/link/story-record.ts";
import type { Speaker } from "../core/record/record.ts";

/**
 * A briefing in Markdown: what is new, what happened, who said what, what was asked, which figures, the legal steps.
 * Every line has a footnote with the report's own words. Words of reports are escaped, so none becomes markup.
 */
export function formatBriefing(story: StoryRecord): string {
  return new Briefing(story).format();
}

class Briefing {
  readonly #story: StoryRecord;
  readonly #names: ReadonlyMap<string, string>;
  readonly #notes: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(story: StoryRecord) {
    this.#story = story;
    this.#names = new Map(story.actors.map((actor) => [actor.id, actor.name]));
  }

  format(): string {
    const { title, reports } = this.#story;
    const parts = [
      `# ${escapeWords(title)}`,
      `${reports.length} ${reports.length === 1 ? "report" : "reports"}. Every line rests on the words in its footnote; what is not here was not found in them.`,
      this.#section("What is new", this.#news()),
      this.#section("What happened", this.#timeline()),
      this.#section("Who said what", this.#statements()),
      this.#section("What was asked, and how it was answered", this.#requests()),
      this.#section("Figures, by who gives them", this.#figures()),
      this.#section("Where reports disagree", this.#discrepancies()),
      this.#section("Figures that their givers have moved", this.#updates()),
      this.#section("Legal steps", this.#matters()),
      this.#section("Comment sought", this.#commentSought()),
      this.#section("Reports", this.#reports()),
      this.#notes.join("\n"),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
  }

  #section(heading: string, lines: readonly string[]): string {
    return lines.length === 0 ? "" : `## ${heading}\n\n${lines.join("\n")}`;
  }

  #news(): string[] {
    return this.#story.news.map(
      ({ kind, evidence }) =>
        `- ${kind === "updates" ? "Update: " : ""}${escapeWords(evidence.exact)}${this.#note(evidence)}`,
    );
  }

  #timeline(): string[] {
    return this.#story.timeline.map((event) => {
      const when = event.when === null ? "Undated" : formatDays(event.when);
      const status = event.status === "occurred" ? "" : ` (${event.status})`;
      const places = event.places.filter((place) => !event.label.includes(place));
      const where = places.length === 0 ? "" : `; at ${places.map(escapeWords).join(", ")}`;
      const notes = event.evidence.map((one) => this.#note(one)).join("");
      return `- **${escapeWords(when)}** ${event.type}: ${escapeWords(event.label)}${status}${where}${notes}`;
    });
  }

  #statements(): string[] {
    return this.#story.statements.map((statement) => {
      const cue = statement.cue === null ? "" : ` ${escapeWords(statement.cue.replace(/[:,]$/u, ""))}`;
      const medium = statement.medium === null ? "" : `, ${statement.medium}`;
      const alleged = statement.alleged ? ", alleged" : "";
      const words = escapeWords(shorten(statement.evidence.exact, 400));
      return `- **${this.#speaker(statement.speaker)}**${cue} (${statement.act}${medium}${alleged}): ${words}${this.#note(statement.evidence)}`;
    });
  }

  #requests(): string[] {
    return this.#story.requests.map((request) => {
      const about = escapeWords(request.about ?? request.asks[0]?.exact ?? "");
      const asks = request.asks.map((one) => this.#note(one)).join("");
      const answers = request.answers.map(
        (answer) =>
          `\n  - ${answer.kind} by **${this.#speaker(answer.speaker)}**: ${escapeWords(shorten(answer.evidence.exact, 300))}${this.#note(answer.evidence)}`,
      );
      const none = `\n  - No answer found in the reports since (${request.reportsSince}).`;
      return `- **${this.#speaker(request.asker)}** asked **${this.#speaker(request.asked)}**: ${about}${asks}${
        answers.length === 0 ? none : answers.join("")
      }`;
    });
  }

  #figures(): string[] {
    return this.#story.figures.map((series) => {
      const values = series.values.map((value) => {
        const giver = value.giver === null ? "the report itself" : this.#speaker(value.giver);
        return `\n  - ${escapeWords(value.words)}, given by ${giver}${this.#note(value.evidence)}`;
      });
      return `- ${escapeWords(series.label)}${values.join("")}`;
    });
  }

  #discrepancies(): string[] {
    return this.#story.discrepancies.map((one) => {
      const sides = one.sides.map(({ label, giver, evidence }) => {
        const by = giver === null ? "the report itself" : this.#speaker(giver);
        return `\n  - ${escapeWords(label)}, by ${by}${this.#note(evidence)}`;
      });
      const word = this.#story.settled.find(({ discrepancy }) => discrepancy === one.id);
      const said =
        word === undefined
          ? ""
          : `\n  - Settled by ${escapeWords(word.by)}, ${word.at.slice(0, 10)}: ${escapeWords(word.reason)}`;
      return `- ${one.kind}: ${escapeWords(one.reason)}${sides.join("")}${said}`;
    });
  }

  #updates(): string[] {
    const series = new Map(this.#story.figures.map((one) => [one.id, one]));
    return this.#story.updates.map(({ series: id, giver, values }) => {
      const moved = values.flatMap((at) => series.get(id)?.values[at] ?? []);
      const words = moved.map((value) => `${escapeWords(value.words)}${this.#note(value.evidence)}`);
      return `- **${this.#speaker(giver)}**: ${words.join(" → ")}`;
    });
  }

  #matters(): string[] {
    const events = new Map(this.#story.timeline.map((event) => [event.id, event]));
    return this.#story.matters.map((matter) => {
      const steps = matter.steps.map(({ event: id, step }) => {
        const event = events.get(id);
        const when = event?.when ? formatDays(event.when) : "undated";
        const notes = event?.evidence[0] === undefined ? "" : this.#note(event.evidence[0]);
        const missing = matter.missing
          .filter(({ before }) => before === id)
          .map((one) => `\n  - ${one.step}: not found in the reports read`);
        return `${missing.join("")}\n  - **${escapeWords(when)}** ${step}: ${escapeWords(event?.label ?? id)}${notes}`;
      });
      return `- ${escapeWords(matter.about)}${steps.join("")}`;
    });
  }

  #commentSought(): string[] {
    return this.#story.commentSought.map(({ actor, answered, evidence, later }) => {
      const who = actor === null ? "Somebody" : escapeWords(this.#names.get(actor) ?? actor);
      const after =
        later === null
          ? ""
          : `; later: ${escapeWords(shorten(later.evidence.exact, 300))}${this.#note(later.evidence)}`;
      return `- ${who}: ${answered ? "answered" : "no answer reported"}${this.#note(evidence)}${after}`;
    });
  }

  #reports(): string[] {
    return this.#story.reports.map((report) => {
      const facts = [report.outlet, report.publishedAt, report.revision > 1 ? `revision ${report.revision}` : null];
      const known = facts.filter((fact) => fact !== null).map(escapeWords);
      const address = report.url === null ? "" : ` ${formatUrl(report.url)}`;
      return `- ${escapeWords(report.headline ?? "(no headline)")}${known.length > 0 ? ` (${known.join(", ")})` : ""}${address}`;
    });
  }

  /** The number of the footnote with these words; the same words in the same place share one. */
  #note(evidence: Evidence): string {
    const key = JSON.stringify([evidence.report, evidence.spans]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return `[^${known}]`;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    const report = this.#story.reports.find((one) => one.id === evidence.report);
    const facts = [report?.outlet ?? null, report?.publishedAt ?? null, evidence.report].filter(
      (fact) => fact !== null,
    );
    const address = report?.url ? ` ${formatUrl(report.url)}` : "";
    this.#notes.push(`[^${number}]: ${quote(evidence)} ${escapeWords(facts.join(", "))}${address}`);
    return `[^${number}]`;
  }

  #speaker(speaker: Speaker): string {
    switch (speaker.kind) {
      case "resolved":
        return escapeWords(this.#names.get(speaker.actor) ?? speaker.actor);
      case "ambiguous":
        return `one of ${speaker.candidates.map((id) => escapeWords(this.#names.get(id) ?? id)).join(", ")}`;
      case "unnamed":
        return speaker.description === "" ? "somebody not named" : `${escapeWords(speaker.description)} (not named)`;
    }
  }
}

/** A day as a day, a month or year as it is. */
function formatDays({ first, last, value }: NonNullable<StoryEvent["when"]>): string {
  if (first === last) return first;
  return /^\d{4}(?:-\d{2})?$/.test(value) ? value : `${first} to ${last}`;
}

/** Words too few to be told apart are shown among their neighbours. */
const SHORT_QUOTE = 40;

function quote({ exact, prefix, suffix, spans }: Evidence): string {
  const words = escapeWords(exact);
  if (spans.length === 1 && exact.length < SHORT_QUOTE) {
    const before = prefix.replace(/^\S*\s+/u, "");
    const after = suffix.replace(/\s+\S*$/u, "");
    const gaps = [/\s$/u.test(before) ? " " : "", /^\s/u.test(after) ? " " : ""];
    return `“… ${escapeWords(before)}${gaps[0]}**${words}**${gaps[1]}${escapeWords(after)} …”`;
  }
  return /^[“"‘]/u.test(exact) ? words : `“${words}”`;
}

/** Backslashes before every mark that CommonMark or its common extensions give a meaning where it stands. */
function escapeWords(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/\p{Cc}/gu, "")
    .trim()
    .replace(/[\\`*_{}[\]#|<>~&$^@]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww(?=\.)/gi, "$&\\")
    .replace(/^[-+]/u, "\\$&")
    .replace(/^(\d+)([.)])/u, "$1\\$2");
}

/** An autolink, when the address is one that can stand in it; else escaped text. */
function formatUrl(url: string): string {
  return /^https?:\/\/[^\s<>\p{Cc}]+$/u.test(url) ? `<${url}>` : escapeWords(url);
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/\s+\S*$/u, "")} …`;
}

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { groupReports } from "../../src/core/link/group-reports.ts";
import { linkStory } from "../../src/core/link/link-story.ts";
import { signatureOf } from "../../src/core/link/signature.ts";
import { analyzeReport } from "../../src/core/pipeline.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import type { Record as ReportRecord, Speaker } from "../../src/core/record/record.ts";
import { type Span, textOf } from "../../src/core/text/span.ts";
import { evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";

interface SeedGold {
  readonly file: string;
  readonly publishedAt: string;
  readonly furniture?: readonly string[];
  readonly statements: readonly {
    readonly id: string;
    readonly content: readonly string[];
    readonly speaker?: string;
    readonly kind: string;
    readonly medium?: string;
    readonly act?: string;
    readonly addressee?: string;
    readonly saidOn?: string;
  }[];
  readonly actors: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly times: readonly (readonly [string, string])[];
  readonly events: readonly {
    readonly kind: string;
    readonly status: string;
    readonly on?: string;
    readonly places?: readonly string[];
  }[];
  readonly requests: readonly { readonly asker: string; readonly asked: string; readonly answer: string }[];
  readonly figures: readonly { readonly text: string; readonly min?: number; readonly max?: number }[];
}

/** What of the two model reports' gold comes out, with every miss named on stderr. */
export async function scoreSeeds(): Promise<EvalResult[]> {
  const folder = fileURLToPath(new URL("../../../shared/", import.meta.url));
  if (!existsSync(`${folder}gold/seed-1.json`)) {
    process.stderr.write("evals: the seeds are not beside this checkout; their scores are left out.\n");
    return [];
  }
  const tally = new Map<string, { right: number; n: number }>();
  const count = (metric: string, right: boolean, miss: string) => {
    const row = tally.get(metric) ?? { right: 0, n: 0 };
    tally.set(metric, { right: row.right + (right ? 1 : 0), n: row.n + 1 });
    if (!right) process.stderr.write(`seeds: ${metric}: ${miss}\n`);
  };
  const records: ReportRecord[] = [];
  for (const name of ["seed-1", "seed-2"]) {
    // The gold files are ours and fixed in shape.
    const gold = JSON.parse(readFileSync(`${folder}gold/${name}.json`, "utf8")) as SeedGold;
    const text = readFileSync(folder + gold.file, "utf8");
    const record = await analyzeReport(readPlainText(text, { publishedAt: gold.publishedAt }), evalEngine);
    scoreOne(name, gold, record, count);
    records.push(record);
  }
  scoreStory(records, count);
  return [...tally].map(([metric, { right, n }]) => ({
    task: "seeds",
    dataset: "seeds",
    split: "gold",
    metric,
    value: (100 * right) / n,
    n,
  }));
}

function scoreOne(
  name: string,
  gold: SeedGold,
  record: ReportRecord,
  count: (metric: string, right: boolean, miss: string) => void,
): void {
  const words = (span: Span) => textOf(record.report.text, span);
  const nameOf = (speaker: Speaker) =>
    speaker.kind === "resolved" ? actorName(record, speaker.actor) : `${speaker.kind}`;
  const matched = new Set<string>();
  for (const one of gold.statements) {
    const found = record.statements.find(({ content }) => sameWords(content.map(words), one.content));
    count("statements found", found !== undefined, `${one.id} ${one.content[0]?.slice(0, 60)}`);
    if (found === undefined) continue;
    matched.add(found.id);
    const speaker = nameOf(found.speaker);
    count(
      "speaker",
      one.speaker === undefined
        ? found.speaker.kind !== "resolved" || !isNamed(gold, speaker)
        : speaker === one.speaker,
      `${one.id} is ${speaker}, should be ${one.speaker ?? "nobody named"}`,
    );
    count("form", found.form === one.kind, `${one.id} is ${found.form}, should be ${one.kind}`);
    if (one.medium !== undefined)
      count("medium", found.medium === one.medium, `${one.id} is ${found.medium}, should be ${one.medium}`);
    if (one.act !== undefined) count("act", found.act === one.act, `${one.id} is ${found.act}, should be ${one.act}`);
    if (one.addressee !== undefined)
      count(
        "addressee",
        found.addressee !== null && actorName(record, found.addressee).endsWith(one.addressee),
        `${one.id} is ${found.addressee && actorName(record, found.addressee)}, should be ${one.addressee}`,
      );
    if (one.saidOn !== undefined)
      count("said on", found.saidAt === one.saidOn, `${one.id} is ${found.saidAt}, should be ${one.saidOn}`);
  }
  for (const extra of record.statements.filter(({ id }) => !matched.has(id))) {
    process.stderr.write(
      `seeds: extra statement in ${name}: ${extra.cue && words(extra.cue)} | ${extra.content.map(words).join(" | ").slice(0, 90)}\n`,
    );
  }
  for (const actor of gold.actors)
    count(
      "actors",
      record.actors.some((one) => one.name === actor.name),
      `${actor.name} in ${name}`,
    );
  for (const [expression, value] of gold.times) {
    const found = record.timeExpressions.some(
      (one) => expression.split("|").includes(words(one.span)) && one.value === value,
    );
    count("times", found, `${expression} = ${value}`);
  }
  for (const figure of gold.figures) {
    const found = record.figures.find((one) => words(one.span) === figure.text);
    const bounded =
      found !== undefined &&
      (figure.min === undefined || found.min === figure.min) &&
      (figure.max === undefined || found.max === figure.max);
    count("figures", bounded, `${figure.text}: ${JSON.stringify(found ?? null)}`);
  }
  for (const request of gold.requests) {
    const status = request.answer === "none reported" ? "open" : "refused";
    const found = record.requests.some(
      (one) =>
        nameLike(nameOf(one.asker), request.asker) &&
        nameLike(nameOf(one.asked), request.asked) &&
        one.status === status,
    );
    count(
      "requests",
      found,
      `${request.asker} asks ${request.asked}: ${record.requests.map((one) => `${nameOf(one.asker)}→${nameOf(one.asked)} ${one.status}`).join("; ")}`,
    );
  }
  for (const event of gold.events) {
    const found = record.events.some((one) => {
      const time = record.timeExpressions.find(({ id }) => id === one.time);
      // A part of the day, as printed, is the day.
      const dated = event.on === undefined || time?.value === event.on || time?.value?.startsWith(`${event.on}T`);
      const placed = (event.places ?? []).every((place) =>
        one.places.some(({ name: placeName }) => placeName.includes(place)),
      );
      return KINDS[event.kind]?.includes(one.type) === true && one.status === event.status && dated && placed;
    });
    count("events", found, `${event.kind} ${event.status} ${event.on ?? ""} ${event.places ?? ""} in ${name}`);
  }
  const furniture = record.report.furniture.map((one) => ("text" in one ? one.text : words(one)));
  for (const line of gold.furniture ?? []) count("furniture", furniture.includes(line), line);
}

/** What gold/story.json expects of the two together. */
function scoreStory(
  records: readonly ReportRecord[],
  count: (metric: string, right: boolean, miss: string) => void,
): void {
  count("story", new Set(groupReports(records.map(signatureOf)).values()).size === 1, "both reports in one story");
  const story = linkStory("story", records);
  for (const name of ["Defend Our Juries", "Metropolitan Police", "Palestine Action", "Home Office"]) {
    count(
      "story",
      story.actors.filter((actor) => actor.name === name || actor.aliases.includes(name)).length === 1,
      `one actor ${name}`,
    );
  }
  const on = (type: string, first: string) =>
    story.timeline.filter((event) => event.type === type && event.when?.first === first);
  for (const day of ["2025-09-06", "2025-10-04"]) {
    count(
      "story",
      on("protest", day).length === 1 && on("protest", day)[0]?.status === "planned",
      `one demonstration planned for ${day}`,
    );
  }
  count(
    "story",
    on("law", "2025-07-01").length === 1 && on("law", "2025-07-01")[0]!.evidence.length > 1,
    "one ban of July 2025 in both reports",
  );
  const order = ["damage", "law", "charge", "hearing", "letter", "protest", "attack", "protest"];
  let at = 0;
  for (const event of story.timeline) if (event.when !== null && event.type === order[at]) at++;
  count("story", at === order.length, `timeline in order, stopped at ${order[at]}`);
  const speaker = (one: Speaker) =>
    one.kind === "resolved" ? (story.actors.find(({ id }) => id === one.actor)?.name ?? "") : "";
  const asked = (asker: string, of: string) =>
    story.requests.filter((one) => speaker(one.asker) === asker && speaker(one.asked) === of);
  count(
    "story",
    asked("Metropolitan Police", "Defend Our Juries").some(({ status }) => status === "refused"),
    "plea refused",
  );
  count(
    "story",
    asked("Defend Our Juries", "Mark Rowley").every(({ status }) => status === "open"),
    "letter unanswered",
  );
  const october = on("protest", "2025-10-04")[0]?.id;
  const values = story.figures.filter(({ event }) => event === october).flatMap((series) => series.values);
  count(
    "story",
    values.some(({ min, giver }) => min === 200 && giver === null) &&
      values.some(({ min, giver }) => min === 1001 && giver !== null && speaker(giver) === "Metropolitan Police"),
    "two figures by giver",
  );
}

const KINDS: { readonly [kind: string]: readonly string[] } = {
  demonstration: ["protest"],
  "letter sent": ["letter"],
  "decision not to arrest": ["ruling", "other", "arrest"],
  "court appearance": ["hearing"],
  charge: ["charge"],
  ban: ["law"],
  "damage to property": ["damage"],
  appeal: ["appeal"],
  ruling: ["ruling"],
  "legal challenge": ["lawsuit"],
  attack: ["attack"],
};

function sameWords(found: readonly string[], gold: readonly string[]): boolean {
  return found.length === gold.length && found.every((words, i) => words === gold[i]);
}

function actorName(record: ReportRecord, id: string): string {
  return record.actors.find((actor) => actor.id === id)?.name ?? id;
}

function isNamed(gold: SeedGold, name: string): boolean {
  return gold.actors.some((actor) => actor.name === name);
}

function nameLike(found: string, gold: string): boolean {
  return found.toLowerCase().replace(/^the /, "") === gold.toLowerCase();
}

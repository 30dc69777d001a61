import type { Actor, Record, Statement } from "../../src/core/record/record.ts";
import { overlaps } from "../../src/core/text/span.ts";
import { bankReportId } from "./bank-records.ts";
import type { Outcomes } from "./outcomes.ts";
import type { Alignment } from "./score-linkers.ts";
import { type BankGold, type BankReport, type BankStory, reportNumber } from "./storybank.ts";

/**
 * Speakers of the rows of a story's originals against gold's, each report by itself. Who is told as unnamed or ambiguous where
 * gold has somebody is abstained from.
 */
export function scoreSpeakers(story: BankStory, records: readonly Record[], align: Alignment): Outcomes {
  const tally: Outcomes = { right: 0, abstained: 0, wrong: 0 };
  const originals = new Map(
    story.reports
      .filter(({ kind }) => kind === "original")
      .map((report) => [bankReportId(story.name, reportNumber(report)), report]),
  );
  for (const record of records) {
    const report = originals.get(record.report.id);
    if (report === undefined) continue;
    for (const statement of record.statements) {
      const ref = goldAtCue(report, statement, record, align);
      if (ref === null || story.gold.speakers[ref] === undefined) continue;
      const gold = story.gold.actors.find(({ id }) => id === story.gold.speakers[ref]) ?? null;
      tally[judge(statement, record, gold)]++;
    }
  }
  return tally;
}

/** The gold statement that a row stands for, if their cues share a word. */
function goldAtCue(report: BankReport, statement: Statement, record: Record, align: Alignment): string | null {
  const { cue } = statement;
  if (cue === null) return null;
  const ref = align.statement(record.report.id, statement.id, statement.content);
  const gold = report.statements.find(({ id }) => `${reportNumber(report)}:${id}` === ref);
  return gold !== undefined && overlaps(gold.cue, cue) ? ref : null;
}

type GoldActor = BankGold["actors"][number];

function judge({ speaker }: Statement, { actors }: Record, gold: GoldActor | null): keyof Outcomes {
  if (speaker.kind !== "resolved") return gold === null ? "right" : "abstained";
  const actor = actors.find(({ id }) => id === speaker.actor)!;
  return gold !== null && isNamedAlike(actor, gold) ? "right" : "wrong";
}

/** One name is the other, or holds it; of people the last name will do. */
function isNamedAlike(actor: Actor, gold: GoldActor): boolean {
  const wanted = [gold.name, ...gold.aliases].map(plain).filter((name) => name !== "");
  const isAlike = (own: string, name: string) =>
    ` ${name} `.includes(` ${own} `) ||
    ` ${own} `.includes(` ${name} `) ||
    (gold.kind === "person" && own.split(" ").at(-1) === name.split(" ").at(-1));
  return [actor.name, ...actor.aliases]
    .map(plain)
    .filter((name) => name !== "")
    .some((own) => wanted.some((name) => isAlike(own, name)));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/\b(?:the|an?|mrs?|ms|dr|sir|dame|justice)\b/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

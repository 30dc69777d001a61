import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../test/annotated-cases.ts";
import { loadAnnotator } from "../../models/load.ts";
import { analyzeReport, type Engine } from "../pipeline.ts";
import { readPlainText } from "../read/plain-text.ts";
import { textOf } from "../text/span.ts";
import { checkRecord } from "./evidence.ts";
import type { Record, Speaker } from "./record.ts";

const annotator = loadAnnotator();
const engine: Engine = {
  annotator,
  name: "onrecord",
  version: "test",
  model: annotator.name,
  sha256: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
};

function recordOf(text: string, publishedAt: string | null): Promise<Record> {
  return analyzeReport(readPlainText(text, publishedAt === null ? {} : { publishedAt }), engine);
}

/** The case's title begins with the day of publication. */
const dayOf = (title: string): string => title.slice(0, 10);

testTextCases("record/said.txt", async (source, title) => {
  const record = await recordOf(source, dayOf(title));
  return record.statements.map(
    ({ cue, saidAt }) => `${cue === null ? "-" : textOf(record.report.text, cue)} | ${saidAt}`,
  );
});

testTextCases("record/events.txt", async (source, title) => {
  const record = await recordOf(source, dayOf(title));
  const { text } = record.report;
  return record.events.map(({ id, type, trigger, mentions }) =>
    [id, type, textOf(text, trigger), ...mentions.map((mention) => `+ ${textOf(text, mention)}`)].join(" | "),
  );
});

testTextCases("record/requests.txt", async (source, title) => {
  const record = await recordOf(source, dayOf(title));
  const name = (id: string) => record.actors.find((actor) => actor.id === id)!.name;
  const words = (speaker: Speaker) =>
    speaker.kind === "resolved" ? name(speaker.actor) : speaker.kind === "unnamed" ? `~ ${speaker.description}` : "?";
  return [
    ...record.requests.map(({ asker, asked, status }) => `${words(asker)} asks ${words(asked)} | ${status}`),
    ...record.commentSought.map(
      ({ actor, answered }) => `comment | ${actor && name(actor)} | ${answered ? "answered" : "not answered"}`,
    ),
  ];
});

const TEXT =
  "On Friday, River Action said it has sent a letter to Sir Mark Ashdown. Six people were arrested at a rally in Norwood.\n\n“We will march,” Huda Karimi said.";

describe("recordReport(annotated, candidates, quotedWords, resolution, engine)", () => {
  it("numbers rows in text order", async () => {
    const { statements, events, timeExpressions } = await recordOf(TEXT, "2031-05-09");
    expect(statements.map(({ id }) => id)).toEqual(statements.map((_, i) => `s${i + 1}`));
    expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => `e${i + 1}`));
    expect(timeExpressions.map(({ id }) => id)).toEqual(timeExpressions.map((_, i) => `t${i + 1}`));
  });

  it("gives the same record for the same text", async () => {
    expect(JSON.stringify(await recordOf(TEXT, "2031-05-09"))).toBe(JSON.stringify(await recordOf(TEXT, "2031-05-09")));
  });

  it("names the report by its words, headline and address", async () => {
    const { report } = await recordOf(TEXT, null);
    expect(report.contentHash).toBe(engine.sha256(report.text));
    expect(report.id).toMatch(/^r-[0-9a-f]{16}$/);
    const idWith = async (fields: { url?: string; outlet?: string }) =>
      (await analyzeReport(readPlainText(TEXT, fields), engine)).report.id;
    expect(await idWith({ url: "https://one.example/a" })).not.toBe(await idWith({ url: "https://two.example/a" }));
    expect(await idWith({ outlet: "One" })).not.toBe(await idWith({ outlet: "Two" }));
    expect(await idWith({})).toBe(report.id);
  });

  it.each(["", "\n\n", "\u0000\u0000", "\ud800 said “x", "“".repeat(500), "He said. ".repeat(300), "(((( Ann ))))"])(
    "survives odd text %#",
    (text) => {
      expect(() => recordOf(text, "2031-05-09")).not.toThrow();
    },
  );
});

describe("checkRecord(record)", async () => {
  const record = await recordOf(TEXT, "2031-05-09");

  it("accepts a record that holds to its text", () => {
    expect(() => checkRecord(record)).not.toThrow();
  });

  it("refuses a span outside the text", () => {
    const [first, ...rest] = record.statements;
    const beyond = { ...first!, content: [{ start: 0, end: record.report.text.length + 1 }] };
    expect(() => checkRecord({ ...record, statements: [beyond, ...rest] })).toThrow(RangeError);
  });

  it("refuses an empty span", () => {
    const [first, ...rest] = record.statements;
    expect(() => checkRecord({ ...record, statements: [{ ...first!, cue: { start: 4, end: 4 } }, ...rest] })).toThrow(
      RangeError,
    );
  });

  it("refuses a statement without content", () => {
    const [first, ...rest] = record.statements;
    expect(() => checkRecord({ ...record, statements: [{ ...first!, content: [] }, ...rest] })).toThrow(RangeError);
  });

  it("refuses an id that is nowhere", () => {
    const [first, ...rest] = record.statements;
    const speaker: Speaker = { kind: "resolved", actor: "a99" };
    expect(() => checkRecord({ ...record, statements: [{ ...first!, speaker }, ...rest] })).toThrow(/a99/);
  });

  it("refuses an actor that is never mentioned", () => {
    const [first, ...rest] = record.actors;
    expect(() => checkRecord({ ...record, actors: [{ ...first!, mentions: [] }, ...rest] })).toThrow(RangeError);
  });
});

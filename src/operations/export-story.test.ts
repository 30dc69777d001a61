import { describe, expect, it } from "vitest";
import { sampleOperations } from "../../test/cli/run-cli.ts";
import { STORY, TEXT } from "../../test/cli/sample-story.ts";
import type { StoryRecord } from "../core/link/story-record.ts";
import { checkEvidence, collectEvidence } from "./check-evidence.ts";
import { formatCsv } from "./export-csv.ts";
import { formatBriefing } from "./export-markdown.ts";
import { readStoryForExport } from "./export-story.ts";
import { EXPORT_TABLES, tabulateStory } from "./export-table.ts";

/** The story with one statement whose words, and everything around them, are a stranger's. */
function hostile(words: string): StoryRecord {
  const [statement] = STORY.statements;
  if (statement === undefined) throw new RangeError("The sample story has no statement");
  const evidence = { ...statement.evidence, exact: words, prefix: words, suffix: words };
  const [report] = STORY.reports;
  return {
    ...STORY,
    title: words,
    reports: report === undefined ? [] : [{ ...report, headline: words, outlet: words, url: words }],
    actors: STORY.actors.map((actor) => ({ ...actor, name: words, aliases: [words] })),
    statements: [{ ...statement, cue: words, evidence }],
    news: [{ kind: "new", evidence }],
  };
}

describe("formatCsv(table, mark)", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+44 20 7946", "'+44 20 7946"],
    ["-5 degrees", "'-5 degrees"],
    ["@sum", "'@sum"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ["  =1", "'  =1"],
    ["\u200b=1", "'\u200b=1"],
    ["＝1", "'＝1"],
    ["'=1", "''=1"],
    ['"=1"', '"\'""=1"""'],
    ["|calc", "'|calc"],
    ["a=1", "a=1"],
    ["a, b", '"a, b"'],
    ['he said "no"', '"he said ""no"""'],
    ["two\nlines", '"two\nlines"'],
    [" blank ", '" blank "'],
    ["", ""],
  ])("writes %j as %j", (cell, written) => {
    expect(formatCsv({ columns: ["words"], rows: [[cell]] }, false)).toBe(`words\r\n${written}\r\n`);
  });

  it("leaves numbers as numbers, and begins with a mark when asked", () => {
    expect(formatCsv({ columns: ["n", "m"], rows: [[-5, null]] }, true)).toBe("\uFEFFn,m\r\n-5,\r\n");
  });

  it("guards every table of a story made of formulas", () => {
    for (const table of EXPORT_TABLES) {
      const text = formatCsv(tabulateStory(hostile("=HYPERLINK(1)"), table), false);
      expect(text).not.toMatch(/(?:^|[,\n"])=/);
    }
  });
});

describe("tabulateStory(story, table)", () => {
  it.each(EXPORT_TABLES)("gives %s as many cells in each row as there are columns", (table) => {
    const { columns, rows } = tabulateStory(STORY, table);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});

describe("formatBriefing(story)", () => {
  it("gives every line a footnote, and every footnote once", () => {
    const text = formatBriefing(STORY);
    const used = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map((match) => match[1]));
    const defined = [...text.matchAll(/^\[\^(\d+)\]: /gm)].map((match) => match[1]);
    expect(new Set(defined)).toEqual(used);
    expect(defined).toHaveLength(used.size);
  });

  it("tells what is planned apart from what happened, and says when it is only alleged", () => {
    const text = formatBriefing(STORY);
    expect(text).toMatch(/## What comes next\n\n- \*\*Mon 10 Mar 2031\*\* Ferries to Skerry stop/);
    expect(text).not.toMatch(/## What happened[^#]*Ferries to Skerry/);
    expect(text).toMatch(/thrown.*\(alleged\)/);
  });

  it("names outlet and day on every line that rests on a report", () => {
    const lines = formatBriefing(STORY)
      .split("\n")
      .filter((line) => /\[\^\d+\]/.test(line) && !line.startsWith("[^"));
    const dated = lines.filter((line) => line.includes("Harbour Post, 8 Mar 2031"));
    const said = lines.filter((line) => !dated.includes(line));
    expect(dated.length).toBeGreaterThan(5);
    // Statements stand under the name of their report.
    expect(said).toEqual([expect.stringContaining("Ada Ferro"), expect.stringContaining("refused")]);
  });

  it("puts who claims and who denies before their words", () => {
    expect(formatBriefing(STORY)).toMatch(
      /- Claimed, and denied\n {2}- [^:\n]+: We cannot sail without crews \([^\n]*\n {2}- the union[^:\n]*: The boats/,
    );
  });

  it("names a disputed figure by what it counts, and not by one side's number", () => {
    expect(formatBriefing(STORY)).toMatch(/## What is disputed\n\n- Crowd [^\n]*\n {2}- More than 200 people: /);
  });

  it.each([
    ["<script>alert(1)</script>", /[^\\]<script/],
    ["[click](javascript:alert(1))", /[^\\]\[click/],
    ["![x](http://evil.example/x.png)", /!\[/],
    ["# heading", /^- # heading/m],
    ["- item", /^- - item/m],
    ["1. item", /^- 1\. item/m],
    ["`code` *bold* _it_ ~~no~~ | a | b", /[^\\][`*_~|]code|[^\\*]\*bold/],
    ["two\n\n# lines", /^# lines/m],
    ["[^1]: not a note", /^\[\^1\]: not a note/m],
    ["&lt;b&gt;", /[^\\]&lt;/],
    ["https://evil.example/", /[^\\<]https:\/\/evil/],
    ["\x1b]0;title\x07", /[^\P{Cc}\n]/u],
  ])("keeps %j from becoming markup", (words, forbidden) => {
    expect(formatBriefing(hostile(words)).replaceAll(`<${words}>`, "")).not.toMatch(forbidden);
  });
});

describe("readStoryForExport(operations, id)", () => {
  it("gives the story when all its words are in its reports", async () => {
    expect(await readStoryForExport(sampleOperations(), STORY.id)).toEqual(STORY);
  });

  it("refuses a row whose words are not in the report", () => {
    expect(collectEvidence(STORY).length).toBeGreaterThan(10);
    expect(() => checkEvidence(STORY, () => TEXT)).not.toThrow();
    expect(() => checkEvidence(hostile("words that nobody wrote"), () => TEXT)).toThrow("are not in r-");
    expect(() => checkEvidence(STORY, () => "")).toThrow();
  });
});

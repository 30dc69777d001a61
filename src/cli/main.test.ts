import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { runCli, SAMPLE_ADDED, sampleOperations } from "../../test/cli/run-cli.ts";
import { RECORD, STORY } from "../../test/cli/sample-story.ts";
import { errorBodySchema } from "../schema/operations.ts";
import { storyRecordSchema } from "../schema/story-record.ts";
import { nodeEffects } from "./effects.ts";
import { makePage } from "./layout.ts";
import { makeProgram } from "./main.ts";
import { makeStyle } from "./style.ts";
import { viewRecord } from "./views/record-view.ts";

const golden = (name: string) => fileURLToPath(new URL(`../../test/cli/golden/${name}.txt`, import.meta.url));

describe("onrecord", () => {
  it.each([
    ["stories", ["stories"]],
    ["story", ["story"]],
    ["timeline", ["timeline", STORY.id]],
    ["timeline-days", ["timeline", "--from", "2031-03-09", "--to", "2031-03-11"]],
    ["statements", ["statements"]],
    ["statements-by", ["statements", "--by", "BOARD", "--act", "refusal"]],
    ["requests", ["requests"]],
    ["requests-open", ["requests", "--open"]],
    ["figures", ["figures"]],
    ["matters", ["matters"]],
    ["actors", ["actors"]],
    ["actors-one", ["actors", STORY.id, "a2"]],
    ["search", ["search", "ferries"]],
    ["search-nothing", ["search", "nothing"]],
    ["settle", ["settle", "d1", "--reason", "counted again"]],
    ["proposals", ["proposals"]],
    ["proposals-accept", ["proposals", "--accept", "p-01", "--reason", "one strike", "--by", "Olin"]],
    ["merge", ["merge", STORY.id, STORY.id, "--reason", "one strike"]],
    ["split", ["split", STORY.id, "r-0000000000000001", "--reason", "another strike"]],
    ["decisions", ["decisions"]],
    ["decisions-undo", ["decisions", "--undo", "3", "--reason", "they had not"]],
    ["report", ["report", "r-0000000000000001"]],
    ["report-changes", ["report", "r-0000000000000001", "--changes"]],
    ["report-text", ["report", "r-0000000000000001", "--text"]],
    ["add", ["add", "a.txt", "b.txt"]],
    ["reanalyze", ["reanalyze"]],
    ["export-md", ["export"]],
    ["export-csv", ["export", "--format", "csv", "--table", "requests"]],
    ["help", ["--help"]],
    ["help-search", ["search", "--help"]],
  ])("prints %s as before", async (name, args) => {
    const { code, output, errors } = await runCli(args);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    await expect(output).toMatchFileSnapshot(golden(name));
  });

  it("prints the record of a report in colour, and still no control character of the article's", () => {
    const plain = viewRecord(RECORD, makePage(60, makeStyle(false)));
    const colored = viewRecord(RECORD, makePage(60, makeStyle(true)));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character opens a colour mark.
    expect(colored.replace(/\x1b\[(?:1|2|22|33|39|1;36|22;39)m/g, "")).toBe(plain);
    expect(plain).not.toMatch(/[^\P{Cc}\n]/u);
    for (const line of plain.split("\n")) expect([...line].length).toBeLessThanOrEqual(60);
  });

  it.each([
    [[], 2, "usage"],
    [["nonsense"], 2, "usage"],
    [["stories", "--nonsense"], 2, "usage"],
    [["stories", "--limit", "many"], 2, "usage"],
    [["stories", "extra"], 2, "usage"],
    [["add"], 2, "usage"],
    [["search"], 2, "usage"],
    [["search", "x", "--kind", "poem"], 2, "usage"],
    [["timeline", "--from", "yesterday"], 2, "usage"],
    [["timeline", "--to", "2031-02-30T"], 2, "usage"],
    [["statements", "--act", "lie"], 2, "usage"],
    [["serve", "--port", "70000"], 2, "usage"],
    [["analyze"], 2, "usage"],
    [["analyze", "--jsonl"], 2, "usage"],
    [["analyze", "a", "b", "--url", "https://post.example/"], 2, "usage"],
    [["analyze", "x.txt", "--published", "soon"], 2, "bad-date"],
    [["analyze", "missing.txt"], 1, "not-found"],
    [["analyze", tmpdir()], 1, "is-directory"],
    [["analyze", "http://127.0.0.1/"], 1, "address-refused"],
    [["settle", "d1-1"], 2, "usage"],
    [["proposals", "--accept", "p-1", "--reject", "p-1", "--reason", "both"], 2, "usage"],
    [["decisions", "--undo", "none", "--reason", "x"], 2, "usage"],
    [["merge", "st-none", "--reason", "x"], 2, "usage"],
    [["story", "st-none"], 1, "not-found"],
    [["report", "r-none"], 1, "not-found"],
    [["actors", STORY.id, "a99"], 1, "not-found"],
  ] as const)("answers %j with exit code %i and the code %s", async (args, exitCode, errorCode) => {
    const human = await runCli(args);
    expect(human.code).toBe(exitCode);
    expect(human.output).toBe("");
    expect(human.errors).toMatch(/^onrecord: .+\n/);
    const machine = await runCli([...args, "--json"]);
    expect(machine.code).toBe(exitCode);
    if (machine.errors.startsWith("{")) {
      const lines = machine.errors.trim().split("\n");
      expect(errorBodySchema.parse(JSON.parse(lines.at(-1) ?? "")).error.code).toBe(errorCode);
    }
  });

  it("prints JSON that the schema knows", async () => {
    const { output } = await runCli(["story", "--json"]);
    expect(storyRecordSchema.parse(JSON.parse(output))).toEqual(STORY);
    const list = JSON.parse((await runCli(["statements", "--json", "--form", "direct"])).output);
    expect(list).toEqual({ items: [STORY.statements[0]], next: null, reportsRead: 1 });
  });

  it("does not say that nothing was found where the options left it out", async () => {
    const { output } = await runCli(["timeline", "--from", "2040-01-01"]);
    expect(output).toContain("None of the 2 events found is what was asked for.");
  });

  it("shows the long parts of a story cut, with the command for the rest, and whole when asked", async () => {
    const statements = Array.from({ length: 25 }, (_, at) => ({ ...STORY.statements[0]!, id: `s${at}-x` }));
    const openApp = async () => ({
      ...sampleOperations(),
      getStory: async () => ({ ...STORY, statements }),
    });
    const cut = (await runCli(["story"], { openApp })).output;
    expect(cut).toContain("Who said what, the latest 20");
    expect(cut).toContain(`… and 5 more: onrecord statements ${STORY.id}`);
    expect(cut).not.toContain("s4-x");
    const whole = (await runCli(["story", "--all"], { openApp })).output;
    expect(whole).toContain("s4-x");
    expect(whole).not.toContain(" more: onrecord");
  });

  it("gives the source byte for byte", async () => {
    const { output } = await runCli(["report", "r-0000000000000001", "--source"]);
    expect(output).toContain("\x1b[31m");
  });

  it("needs no name for the only story, takes the beginning of one, and asks when several fit", async () => {
    expect((await runCli(["story", "st-00"])).code).toBe(0);
    expect((await runCli(["story", "0000"])).code).toBe(0);
    const list = (await sampleOperations().listStories({})).items;
    const several = async () => ({
      ...sampleOperations(),
      listStories: async () => ({ items: [...list, { ...list[0]!, id: "st-0000000000000002" }], next: null }),
    });
    const asked = await runCli(["story"], { openApp: several });
    expect(asked).toMatchObject({ code: 2, output: "" });
    expect(asked.errors).toContain("st-0000000000000002 Ferries to stop");
  });

  it("prints its version", async () => {
    const { code, output } = await runCli(["--version"]);
    expect({ code, output }).toEqual({ code: 0, output: `${packageJson.version}\n` });
  });

  it("explains every command with examples", async () => {
    for (const command of makeProgram(nodeEffects()).commands) {
      if (command.name() === "help") continue;
      const { code, output } = await runCli([command.name(), "--help"]);
      expect(code).toBe(0);
      expect(output).toContain("Examples:\n  $ onrecord ");
    }
  });

  it("shows progress on a terminal only, and wipes it away", async () => {
    const openApp = async () => ({
      ...sampleOperations(),
      add: async (
        _inputs: readonly string[],
        options: { onProgress?: (p: { done: number; total: number | null; current: string }) => void },
      ) => {
        options.onProgress?.({ done: 1, total: 1, current: "a\x1b[2J.txt" });
        return { ...SAMPLE_ADDED, stories: [] };
      },
    });
    expect((await runCli(["add", "a.txt"], { openApp })).errors).toBe("");
    const shown = (await runCli(["add", "a.txt"], { openApp, errorIsTerminal: true })).errors;
    expect(shown).toBe("\r\x1b[2K1 of 1  a[2J.txt\r\x1b[2K");
  });

  it("names what was left out and fails", async () => {
    const openApp = async () => ({
      ...sampleOperations(),
      add: async () => ({
        added: 1,
        revised: 0,
        quiet: 0,
        unchanged: 0,
        unread: 0,
        failed: [{ input: "b.txt", code: "empty", message: "There is no text in the input.", next: null }],
        warnings: [],
        passedOver: [],
        stories: [STORY.id],
      }),
    });
    const { code, output, errors } = await runCli(["add", "a.txt", "b.txt"], { openApp });
    expect(code).toBe(1);
    expect(output).toContain("1 added, 1 left out");
    expect(errors).toContain("left out b.txt: There is no text in the input. (empty)");
  });
});

describe("onrecord watch", () => {
  const stopped = { untilStopped: async () => {} };

  it("polls once, says what came, and names the feeds that failed", async () => {
    const run = await runCli(["watch", "https://post.example/feed", "--once"]);
    expect(run.code).toBe(0);
    expect(run.output).toMatch(/^1 of 2 feeds polled: 2 added; in the story /);
    expect(run.errors).toBe("onrecord: https://gull.example/rss: It did not answer.\n");
    expect(JSON.parse((await runCli(["watch", "--once", "--json"])).output)).toMatchObject({ added: 2 });
  });

  it("fails when no feed could be polled", async () => {
    const feeds = [
      {
        url: "https://gull.example/rss",
        title: null,
        status: "failed" as const,
        newPages: 0,
        error: "It did not answer.",
      },
    ];
    const app = sampleOperations();
    const none = await app.pollFeeds([], { everyMs: 60_000 });
    const pollFeeds = async () => ({ ...none, added: 0, stories: [], feeds });
    const run = await runCli(["watch", "--once"], { openApp: async () => ({ ...app, pollFeeds }) });
    expect(run.code).toBe(1);
    expect(run.errors).toContain("The feed could not be polled.");
  });

  it("ends after the round when it is stopped", async () => {
    expect(await runCli(["watch"], stopped)).toMatchObject({ code: 0 });
  });

  it("lists and forgets feeds", async () => {
    expect((await runCli(["watch", "--list"])).output).toBe(
      "https://post.example/feed  Harbour Post  next 2031-03-08T10:15Z\n",
    );
    expect((await runCli(["watch", "--forget", "https://post.example/feed"])).output).toContain("watched no longer");
    expect(await runCli(["watch", "--forget", "https://other.example/"])).toMatchObject({ code: 1 });
  });

  it("refuses a time that is none", async () => {
    for (const every of ["soon", "10s", "0m"]) expect((await runCli(["watch", "--every", every])).code).toBe(2);
  });
});

describe("onrecord, as a program", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "onrecord-cli-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("analyses standard input and files, one record a line when there are several", async () => {
    const text = "“The ferry stops on Monday,” said Ada Ferro, the harbour master.";
    writeFileSync(join(folder, "a.txt"), text);
    const one = await runProgram(["analyze", "--published", "2031-03-08"], text);
    expect(one.code).toBe(0);
    expect(one.output).toContain("Who said what");
    const two = await runProgram(["analyze", "--json", join(folder, "a.txt"), join(folder, "none.txt"), "-"], text);
    expect(two.code).toBe(1);
    const records = two.output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ report }) => report.text)).toEqual([text, text]);
    expect(two.errors).toContain('"not-found"');
  });

  it("ends quietly when nobody reads on", async () => {
    const lines = `${JSON.stringify({ id: 1, text: "“The ferry stops,” said Ada Ferro." })}\n`.repeat(2000);
    writeFileSync(join(folder, "a.jsonl"), lines);
    const child = spawn(process.execPath, [MAIN, "analyze", "--jsonl", join(folder, "a.jsonl")], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    expect(await new Promise((ended) => child.once("exit", ended))).toBe(0);
    expect(errors).toBe("");
  });

  it("says of a story of which no report is in English that nothing was read", async () => {
    const unread = { ...STORY, reports: STORY.reports.map((report) => ({ ...report, unread: true })) };
    const openApp = async () => ({ ...sampleOperations(), getStory: async () => unread });
    const { output } = await runCli(["story"], { openApp });
    expect(output).toContain("No report is in English, the one language that is read.");
    expect(output).toContain("not in English, so not read");
    expect(output).not.toContain("Who said what");
  });

  it("takes --as for --format, and shows no packed bytes on a terminal", async () => {
    const csv = await runCli(["export", "--format", "csv"]);
    expect(csv.code).toBe(0);
    expect(await runCli(["export", "--as", "csv"])).toEqual(csv);
    const shown = await runCli(["export", "--as", "warc"], { outputIsTerminal: true });
    expect([shown.code, shown.output]).toEqual([2, ""]);
    expect(shown.errors).toContain("--output");
  });

  it("writes an export to a new file and never over another", async () => {
    const path = join(folder, "story.md");
    expect((await runCli(["export", "--output", path])).code).toBe(0);
    expect(readFileSync(path, "utf8")).toMatch(/^# Ferries to stop/);
    const again = await runCli(["export", "--format", "json", "--output", path]);
    expect(again.code).toBe(1);
    expect(readFileSync(path, "utf8")).toMatch(/^# Ferries to stop/);
    expect((await runCli(["export", "--output", join(folder, "none", "x.md")])).code).toBe(1);
  });

  it("runs through bin/onrecord.mjs with the Node it was started with", async () => {
    const bin = fileURLToPath(new URL("../../bin/onrecord.mjs", import.meta.url));
    const { code, output } = await runProgram(["--help"], "", bin);
    expect(code).toBe(0);
    expect(output).toContain("analyze");
    expect(existsSync(join(folder, "onrecord.db"))).toBe(false);
  });
});

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

async function runProgram(args: readonly string[], input: string, program = MAIN) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((ended) => child.once("close", ended));
  return { code, output, errors };
}

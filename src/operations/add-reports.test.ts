import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeDocx, makeZip, wordParagraph } from "../../test/make-files.ts";
import { fetchPage } from "../fetching/fetch-page.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { Store } from "../store/store.ts";
import { type AnalysisPool, createAnalysisPool } from "./analysis-pool.ts";
import { createOperations } from "./create-operations.ts";
import type { Operations, Reanalysis } from "./operations.ts";

const TOWNS = ["Skerry", "Upper Dale", "Marrow Point", "Olden", "Farrow", "Brackwater"];

describe("Operations", () => {
  let pool: AnalysisPool;
  let folder: string;
  let store: Store;
  let operations: Operations & Reanalysis;
  let input: Uint8Array[] = [];

  beforeAll(() => {
    pool = createAnalysisPool({ size: 2 });
  });
  afterAll(async () => {
    await pool[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "onrecord-add-"));
    store = await openSqliteStore({ location: ":memory:", create: true });
    operations = createOperations({
      store,
      openPool: () => ({ size: pool.size, run: (tasks) => pool.run(tasks), [Symbol.asyncDispose]: async () => {} }),
      fetchPage: (url, conditions) => fetchPage(url, { ...conditions, allowPrivate: true, timeoutMs: 3000 }),
      standardInput: () => streamOf(input),
      now: () => new Date("2031-03-09T10:00:00Z"),
    });
  });
  afterEach(async () => {
    await operations[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
    return path;
  };

  it("adds a folder with all below it, in order of name, and nothing that is no report", async () => {
    write("b.txt", article(1));
    write("a/deep/page.HTML", page(2));
    write("a/notes.md", article(3));
    write(".hidden.txt", article(4));
    write("picture.png", "not read");
    symlinkSync(folder, join(folder, "loop"));
    const progress: string[] = [];
    const summary = await operations.add([folder], { onProgress: ({ current }) => progress.push(current) });
    expect(summary).toMatchObject({ added: 3, revised: 0, unchanged: 0, failed: [] });
    expect(progress.map((path) => path.slice(folder.length + 1))).toEqual(["a/deep/page.HTML", "a/notes.md", "b.txt"]);
  });

  it("passes over what it holds already", async () => {
    const path = write("a.txt", article(1));
    expect((await operations.add([path], {})).added).toBe(1);
    expect(await operations.add([path, write("copy.txt", article(1))], {})).toMatchObject({ added: 0, unchanged: 2 });
    expect((await operations.listReports({})).items).toHaveLength(1);
  });

  it("keeps the same copy of two outlets as two reports", async () => {
    const paths = ["One", "Two"].map((outlet) => write(`${outlet}.txt`, `---\noutlet: ${outlet}\n---\n${article(1)}`));
    const summary = await operations.add(paths, {});
    expect(summary).toMatchObject({ added: 2 });
    expect(summary.stories).toHaveLength(1);
    const story = await operations.getStory(summary.stories[0] ?? "");
    expect(story.reports.map(({ outlet }) => outlet).sort()).toEqual(["One", "Two"]);
    expect(story.origins).toHaveLength(1);
  });

  it("keeps what is not in English, reads nothing out of it and says so", async () => {
    const ending =
      "sagte Bürgermeisterin Anke Rohde am Dienstag. Die Stadt habe keine andere Wahl, und man hoffe auf den Bund.";
    const paths = [
      write(
        "a.html",
        `<html lang="en"><body><article><p>„Die Brücke bleibt bis zum Frühjahr gesperrt“, ${ending}</p></article>`,
      ),
      write(
        "b.txt",
        `„Das Bad wird im Winter mit 40 Leuten geöffnet“, ${ending} Ein Rat der Stadt und Der Alte Hafen kommen auch vor.`,
      ),
      write("c.txt", article(1)),
    ];
    const summary = await operations.add(paths, {});
    expect(summary).toMatchObject({ added: 3, unread: 2, failed: [] });
    expect(summary.stories).toHaveLength(3);
    expect((await operations.add(paths, {})).unread).toBe(0);
    const records = await Promise.all(
      (await operations.listReports({})).items.map(async ({ id }) => (await operations.getReport(id)).record),
    );
    const german = records.filter(({ report }) => report.text.includes("Rohde"));
    for (const { report, sentences, actors, statements, events, figures, timeExpressions } of german) {
      expect(report.language).toBeNull();
      expect(sentences.length).toBeGreaterThan(0);
      expect([actors, statements, events, figures, timeExpressions].flat()).toEqual([]);
    }
    const [unread] = (await operations.search({ q: "Rohde" })).items;
    const story = await operations.getStory(unread?.story ?? "");
    expect(story.reports.map((report) => report.unread)).toEqual([true]);
  });

  it("takes other words at the same URL as a revision", async () => {
    const url = "https://post.example/ferry";
    await operations.add([write("a.txt", article(1))], { url, published: "2031-03-01" });
    const changed = write("b.txt", `${article(1)}\nA correction was made on Tuesday.`);
    expect(await operations.add([changed], { url, published: "2031-03-01" })).toMatchObject({ revised: 1, added: 0 });
    const { items } = await operations.listReports({});
    expect(items.map(({ revision }) => revision).sort()).toEqual([1, 2]);
    const stored = await operations.getReport(items[0]?.id ?? "");
    expect(stored.revisions).toHaveLength(2);
  });

  it("takes front matter, and what is given over it", async () => {
    const path = write(
      "a.txt",
      `---\npublished: 2031-03-01\noutlet: Harbour Post\nheadline: Ferry stops\n---\n${article(1)}`,
    );
    await operations.add([path], { outlet: "Evening Gull" });
    const { items } = await operations.listReports({});
    expect(items).toMatchObject([{ publishedAt: "2031-03-01", outlet: "Evening Gull", headline: "Ferry stops" }]);
    const { record, source } = await operations.getReport(items[0]?.id ?? "");
    expect(record.report.text).not.toContain("---");
    expect(source.path).toBe(path);
    const bytes = (await operations.getSource(items[0]?.id ?? "")).bytes;
    expect(Buffer.from(bytes).toString()).toContain("outlet: Harbour Post");
  });

  it("adds what archives and files of other formats hold, and does so once", async () => {
    const mail = `From: Ada <a@post.example>\r\nDate: Tue, 04 Mar 2031 09:30:00 +0000\r\nMIME-Version: 1.0\r\nSubject: Ferry\r\n\r\n${article(4)}`;
    const zip = makeZip({ "one.txt": article(1), "bad.txt": "", "crew.jpg": "", "more/two.html": page(2) });
    const inputs = [
      write("reports.zip", zip),
      write(
        "report.docx",
        makeDocx(
          article(3)
            .split("\n\n")
            .map((text) => wordParagraph(text))
            .join(""),
        ),
      ),
      write("letter.eml", mail),
    ];
    const totals: (number | null)[] = [];
    const summary = await operations.add(inputs, { onProgress: ({ total }) => totals.push(total) });
    expect(summary).toMatchObject({ added: 4, passedOver: [{ count: 1, reason: ".jpg is no kind of report" }] });
    expect(summary.failed).toMatchObject([{ input: `${inputs[0]}!/bad.txt`, code: "empty" }]);
    expect(totals.at(-1)).toBeNull();
    expect(await operations.add(inputs, {})).toMatchObject({ added: 0, unchanged: 4 });
    const { items } = await operations.listReports({});
    expect(items.find(({ headline }) => headline === "Ferry")?.publishedAt).toBe("2031-03-04T09:30:00.000Z");
  });

  it("counts what a folder holds besides reports, and says what to do about addresses that are not fetched", async () => {
    write("crew.jpg", "");
    write("notes.xyz", "x");
    write("one.txt", article(1));
    const summary = await operations.add([folder, "file:///etc/hostname", "data:,x", "nowhere.txt"], {});
    expect(summary.passedOver.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([".jpg is no kind of report", ".xyz is no kind of report"]),
    );
    expect(summary.failed.map(({ code, next }) => [code, next])).toEqual([
      ["usage", "Give the file by its path."],
      ["usage", "Save what it holds as a file, and add that."],
      ["not-found", "Check the name and the folder."],
    ]);
  });

  it("reads standard input, also when it is a page", async () => {
    input = [Buffer.from(page(1).slice(0, 50)), Buffer.from(page(1).slice(50))];
    expect(await operations.add(["-"], {})).toMatchObject({ added: 1 });
    expect((await operations.listReports({})).items[0]?.headline).toContain("Skerry");
  });

  it("leaves one bad input out, says why, and stores the others", async () => {
    const inputs = [
      write("good.txt", article(1)),
      write("empty.txt", ""),
      write("blank.txt", " \n \n"),
      write(
        "binary.txt",
        new Uint8Array(4000).map((_, at) => (at * 37) % 256),
      ),
      join(folder, "missing.txt"),
      write("when.txt", `---\npublished: soon\n---\n${article(2)}`),
      write("huge.txt", new Uint8Array(25_000_000).fill(65)),
      write("good-too.txt", article(3)),
    ];
    const summary = await operations.add(inputs, {});
    expect(summary.added).toBe(2);
    expect(summary.failed.map(({ input, code }) => [input.slice(folder.length + 1), code])).toEqual([
      ["empty.txt", "empty"],
      ["blank.txt", "empty"],
      ["binary.txt", "binary"],
      ["missing.txt", "not-found"],
      ["when.txt", "bad-date"],
      ["huge.txt", "too-large"],
    ]);
  });

  it("refuses a bad date and one URL for several inputs before anything is stored", async () => {
    const path = write("a.txt", article(1));
    await expect(operations.add([path], { published: "soon" })).rejects.toMatchObject({ code: "bad-date" });
    const two = [path, write("b.txt", article(2))];
    await expect(operations.add(two, { url: "https://post.example/a" })).rejects.toMatchObject({ code: "usage" });
    expect((await store.describe()).sources).toBe(0);
  });

  it("fetches a page, notes when, and finds it unchanged the next time", async () => {
    const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(page(1)));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ferry#top`;
    try {
      expect(await operations.add([url], {})).toMatchObject({ added: 1, failed: [] });
      expect(await operations.add([url], {})).toMatchObject({ added: 0, unchanged: 1 });
      const { items } = await operations.listReports({});
      const { source } = await operations.getReport(items[0]?.id ?? "");
      expect(source).toMatchObject({ retrievedAt: "2031-03-09T10:00:00.000Z", url: url.replace("#top", "") });
    } finally {
      server.close();
    }
    const gone = await operations.add(["http://127.0.0.1:1/ferry"], {});
    expect(gone.failed).toMatchObject([{ code: "unreachable" }]);
  });

  it("takes no date of a page that lies after the day it was fetched", async () => {
    const dated = page(1).replace("</head>", '<meta property="article:published_time" content="2032-01-05"></head>');
    const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(dated));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    try {
      await operations.add([`http://127.0.0.1:${(server.address() as AddressInfo).port}/ferry`], {});
    } finally {
      server.close();
    }
    const { items } = await operations.listReports({});
    expect(items[0]?.publishedAt).toBeNull();
    const { record } = await operations.getReport(items[0]?.id ?? "");
    expect(record.diagnostics.map(({ code }) => code)).toContain("future-date");
  });

  it("asks for a page that it holds by its version, and anew when more is said about it", async () => {
    const sent: (string | undefined)[] = [];
    let version = 1;
    const server = createServer((request, response) => {
      const held = request.headers["if-none-match"];
      sent.push(held);
      response.setHeader("content-type", "text/html").setHeader("etag", `"v${version}"`);
      if (held === `"v${version}"`) response.writeHead(304).end();
      else response.end(page(version));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ferry`;
    try {
      expect(await operations.add([url], {})).toMatchObject({ added: 1 });
      expect(await operations.add([url], {})).toMatchObject({ unchanged: 1, failed: [] });
      expect(await operations.add([url], { outlet: "Harbour Post" })).toMatchObject({ revised: 1 });
      version = 2;
      expect(await operations.add([url], { outlet: "Harbour Post" })).toMatchObject({ revised: 1 });
      expect(sent).toEqual([undefined, '"v1"', undefined, '"v1"']);
    } finally {
      server.close();
    }
  });

  it("computes findings anew with this engine, and leaves sources, ids and stories as they are", async () => {
    await operations.add([write("a.txt", article(1)), write("b.txt", article(2))], { published: "2031-03-01" });
    const before = await operations.listReports({});
    const [first] = before.items;
    const stored = await operations.getReport(first?.id ?? "");
    expect(await operations.reanalyze()).toEqual({ reanalyzed: 0, failed: [] });
    const source = await store.getSource(first?.id ?? "");
    const { makeReportEntry } = await import("../store/report-entry.ts");
    const old = { ...stored.record, statements: [], engine: { ...stored.record.engine, version: "0.0.1" } };
    await store.replaceFindings([{ report: first?.id ?? "", entry: makeReportEntry(source!, source!.given, old) }]);
    expect(await operations.reanalyze()).toEqual({ reanalyzed: 1, failed: [] });
    expect(await operations.listReports({})).toEqual(before);
    expect((await operations.getReport(first?.id ?? "")).record).toEqual(stored.record);
  });

  it("answers not-found for what is not there", async () => {
    const notFound = { code: "not-found" };
    await expect(operations.getStory("st-none")).rejects.toMatchObject(notFound);
    await expect(operations.getReport("r-none")).rejects.toMatchObject(notFound);
    await expect(operations.getSource("r-none")).rejects.toMatchObject(notFound);
    await expect(operations.getActor("st-none", "a1")).rejects.toMatchObject(notFound);
    await expect(operations.listActors({ story: "st-none" })).rejects.toMatchObject(notFound);
    await expect(operations.listReports({ story: "st-none" })).rejects.toMatchObject(notFound);
    await expect(operations.listReports({ limit: 0 })).rejects.toMatchObject({ code: "usage" });
  });

  it("lists and shows stories whose records nobody has computed yet", async () => {
    const paths = Array.from({ length: 6 }, (_, at) =>
      write(`${at}.txt`, `---\npublished: 2031-03-0${at + 1}\n---\n${article(at)}`),
    );
    await operations.add(paths, {});
    const { items } = await operations.listStories({});
    expect(items.reduce((sum, { reportCount }) => sum + reportCount, 0)).toBe(6);
    const [newest] = items;
    const story = await operations.getStory(newest?.id ?? "");
    expect(story.title).toBe(newest?.title);
    const actors = await operations.listActors({ story: story.id });
    const dossier = await operations.getActor(story.id, actors.items[0]?.id ?? "");
    expect(dossier.actor.name).toBe(actors.items[0]?.name);
    expect((await operations.search({ q: "ferry" })).items.length).toBeGreaterThan(0);
  });
});

describe("onrecord add, killed", () => {
  it("keeps what was committed, is not damaged, and goes on where it was", async () => {
    const folder = mkdtempSync(join(tmpdir(), "onrecord-kill-"));
    const db = join(folder, "test.db");
    const reports = join(folder, "reports");
    mkdirSync(reports);
    const total = 60;
    for (let at = 0; at < total; at++) {
      writeFileSync(join(reports, `${String(at).padStart(3, "0")}.txt`), `${article(at)} This is report ${at}.`);
    }
    try {
      const child = spawn(process.execPath, [MAIN, "add", reports, "--db", db], { stdio: "ignore" });
      await untilCommitted(db, 5, child);
      child.kill("SIGKILL");
      await new Promise((ended) => child.once("exit", ended));
      const committed = countReports(db);
      expect(committed).toBeGreaterThanOrEqual(5);
      expect(committed).toBeLessThan(total);
      const again = spawn(process.execPath, [MAIN, "add", reports, "--db", db, "--json"], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      again.stdout.on("data", (chunk) => (output += chunk));
      const code = await new Promise((ended) => again.once("exit", ended));
      expect(code).toBe(0);
      expect(JSON.parse(output)).toMatchObject({ added: total - committed, unchanged: committed, failed: [] });
      expect(countReports(db)).toBe(total);
      const check = new DatabaseSync(db);
      expect(check.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
      expect(check.prepare("SELECT count(*) AS n FROM findings").get()).toEqual({ n: total });
      expect(check.prepare("SELECT count(*) AS n FROM source_documents").get()).toEqual({ n: total });
      expect(check.prepare("SELECT count(*) AS n FROM report_words").get()).toEqual({ n: total });
      check.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});

const MAIN = fileURLToPath(new URL("../cli/main.ts", import.meta.url));

async function untilCommitted(db: string, count: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    if (countReports(db) >= count) return;
    await wait(20);
  }
}

function countReports(location: string): number {
  try {
    const db = new DatabaseSync(location, { readOnly: true, timeout: 1000 });
    try {
      return Number(db.prepare("SELECT count(*) AS n FROM reports").get()?.n);
    } finally {
      db.close();
    }
  } catch {
    return 0;
  }
}

function article(at: number): string {
  const town = TOWNS[at % TOWNS.length] ?? "";
  return [
    `The ${town} ferry will stop on Monday, the harbour board of ${town} said after a strike vote.`,
    `“We cannot sail without crews,” said Ada Ferro, the board's chair. “The ${town} boats stay in harbour.”`,
    `The Seafarers' Union of ${town} asked the board to reopen talks. The board refused.`,
    "More than 200 people rallied on the quay, the union said.",
  ].join("\n\n");
}

function page(at: number): string {
  const paragraphs = article(at)
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph}</p>`);
  return `<!doctype html><html lang="en"><head><title>${TOWNS[at % TOWNS.length]} Skerry ferry stops</title></head><body><article><h1>Skerry ferry stops</h1>${paragraphs.join("")}</article></body></html>`;
}

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { linkStory } from "../core/link/link-story.ts";
import type { Record } from "../core/record/record.ts";
import type { NewDecision, ProposalEntry } from "./decision.ts";
import { packBytes, unpackBytes } from "./packing.ts";
import { makeReportEntry, type ReportEntry } from "./report-entry.ts";
import { sampleRecord } from "./sample-record.ts";
import type { GivenFields, Store } from "./store.ts";

const ENGINE = "sample 1 none";

/** What every store must do. `open` gives a new, empty store each time. */
export function testStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store[Symbol.asyncDispose]();
    });

    it("gives back a report, its source and its bytes as they came", async () => {
      const entry = entryOf(FERRY, { published: "2031-03-04" });
      const commit = await store.commitReport(entry);
      expect(commit).toMatchObject({ kind: "added", report: FERRY.report.id });
      const stored = await store.getReport(FERRY.report.id);
      expect(stored?.record).toEqual(FERRY);
      expect(stored?.source).toMatchObject({ sha256: entry.source.sha256, mediaType: "text/plain", path: "ferry.txt" });
      const source = await store.getSource(FERRY.report.id);
      expect(Buffer.from(unpackBytes(source!.packedBytes)).toString()).toBe(FERRY.report.text);
      expect(source?.given).toEqual({ published: "2031-03-04" });
      expect(await store.getReport("r-none")).toBeNull();
      expect(await store.getSource("r-none")).toBeNull();
    });

    it("keeps text that is hard to keep: lone surrogates, NULs and marks of its own", async () => {
      const odd = sampleRecord("Ada Ferro: a\ud800b\0c\u{F0001}d\u{F0002} 🛳️ ends");
      await store.commitReport(entryOf(odd));
      expect((await store.getReport(odd.report.id))?.record).toEqual(odd);
      const { items } = await store.search({ q: "ends", limit: 5, kind: "report" });
      expect(items[0]?.matches.map(({ start, end }) => items[0]?.text.slice(start, end))).toEqual(["ends"]);
    });

    it("does nothing when the same report comes again", async () => {
      await store.commitReport(entryOf(FERRY));
      const before = await store.describe();
      expect(await store.commitReport(entryOf(FERRY))).toMatchObject({ kind: "unchanged", report: FERRY.report.id });
      expect(await store.describe()).toEqual(before);
    });

    it("stores several reports at once, in their order, as if they had come one by one", async () => {
      const url = "https://post.example/ferry";
      const revised = sampleRecord("Ada Ferro: the ferry stops on Tuesday.", { url });
      const entries = [FERRY, sampleRecord("Ada Ferro: the ferry stops on Monday.", { url }), revised, FERRY].map(
        (one) => entryOf(one),
      );
      const commits = await store.commitReports(entries);
      expect(commits.map(({ kind }) => kind)).toEqual(["added", "added", "revised", "unchanged"]);
      expect(commits[2]?.story).toBe(commits[1]?.story);
      expect(await store.commitReports(entries)).toEqual(commits.map((commit) => ({ ...commit, kind: "unchanged" })));
      expect(await store.commitReports([])).toEqual([]);
    });

    it("knows bytes that it has seen, and the words given with them", async () => {
      const entry = entryOf(FERRY, { outlet: "Harbour Post" });
      await store.commitReport(entry);
      expect(await store.findReport(entry.source.sha256, { outlet: "Harbour Post" })).toMatchObject({
        report: FERRY.report.id,
      });
      expect(await store.findReport(entry.source.sha256, {})).toBeNull();
      expect(await store.findReport("0".repeat(64), { outlet: "Harbour Post" })).toBeNull();
    });

    it("takes other words at the same URL as a revision in the same story", async () => {
      const url = "https://post.example/ferry";
      const first = sampleRecord("Ada Ferro: the ferry stops on Monday.", { url });
      const second = sampleRecord("Ada Ferro: an entirely different sentence about bees.", { url });
      const { story } = await store.commitReport(entryOf(first));
      expect(await store.commitReport(entryOf(second))).toEqual({ kind: "revised", report: second.report.id, story });
      expect((await store.getReport(first.report.id))?.revisions).toEqual([first.report.id, second.report.id]);
      const { items } = await store.listReports({ limit: 10 });
      expect(items.map(({ id, revision }) => [id, revision])).toEqual([
        [second.report.id, 2],
        [first.report.id, 1],
      ]);
      expect((await store.describe()).sources).toBe(2);
    });

    it("finds what several versions of a page have once, in the newest, with who says it and how", async () => {
      const url = "https://post.example/ferry";
      const versions = ["", "\nBees came.", "\nBees went."].map((end) =>
        sampleRecord(`Ada Ferro: the ferry stops on Monday.${end}`, { url }),
      );
      for (const version of versions) await store.commitReport(entryOf(version));
      await store.commitReport(entryOf(sampleRecord("Olin Marsh: the ferry stops on Monday.")));
      const newest = versions[2]?.report.id;
      for (const kind of ["report", "statement"] as const) {
        const { items, next } = await store.search({ q: "ferry monday", kind, limit: 2 });
        expect(items.filter(({ text }) => text.startsWith("Ada"))).toMatchObject([{ report: newest }]);
        expect([items.length, next]).toEqual([2, null]);
      }
      expect((await store.search({ q: "came", limit: 9 })).items).toMatchObject([{ report: versions[1]?.report.id }]);
      const [said] = (await store.search({ q: "ferry", kind: "statement", limit: 1 })).items;
      expect(said?.text).toMatch(/^(Ada Ferro|Olin Marsh): the ferry stops on Monday\.$/);
    });

    it("takes another date of the same page as a revision, and overwrites nothing", async () => {
      const url = "https://post.example/ferry";
      const first = sampleRecord(FERRY.report.text, { url, publishedAt: "2031-03-04" });
      const second = sampleRecord(FERRY.report.text, { url, publishedAt: "2031-03-05" });
      const other = entryOf(second);
      const changed = { ...other, source: { ...other.source, sha256: "1".repeat(64) } };
      await store.commitReport(entryOf(first));
      const commit = await store.commitReport(changed);
      expect(commit.kind).toBe("revised");
      expect((await store.getReport(first.report.id))?.record.report.publishedAt).toBe("2031-03-04");
      const stored = await store.getReport(commit.report);
      expect(stored?.record.report).toMatchObject({ id: commit.report, publishedAt: "2031-03-05" });
      expect(stored?.revisions).toEqual([first.report.id, commit.report]);
      expect(await store.commitReport(changed)).toMatchObject({ kind: "unchanged", report: commit.report });
    });

    it("keeps the first of other bytes that read the same beside a page, and counts the others", async () => {
      const record = sampleRecord(FERRY.report.text, { url: "https://post.example/ferry" });
      const { id } = record.report;
      await store.commitReport(entryOf(record));
      expect((await store.getReport(id))?.quietChanges).toBeNull();
      for (let version = 1; version <= 9; version++) {
        const other = sentAs(entryOf(record), version);
        expect(await store.commitReport(other)).toMatchObject({ kind: "quiet", report: id });
        expect(await store.commitReport(other)).toMatchObject({ kind: "unchanged", report: id });
      }
      const stored = await store.getReport(id);
      expect(stored?.revisions).toEqual([id]);
      expect(stored?.quietChanges).toEqual({
        count: 9,
        kept: 3,
        lastSha256: "9".repeat(64),
        lastSeenAt: "2031-03-09T00:00:00Z",
      });
      expect((await store.describe()).sources).toBe(4);
    });

    it("makes no revision of a page whose words stay because it says anew when it was changed", async () => {
      const entry = (publishedAt: string, modifiedAt: string | null) =>
        entryOf(sampleRecord(FERRY.report.text, { url: "https://post.example/ferry", publishedAt, modifiedAt }));
      await store.commitReport(sentAs(entry("2031-03-04", "2031-03-05"), 1));
      expect((await store.commitReport(sentAs(entry("2031-03-04", "2031-03-06"), 2))).kind).toBe("quiet");
      // One that is published anew at every request makes some versions and no more.
      const kinds: string[] = [];
      for (let day = 1; day <= 9; day++)
        kinds.push((await store.commitReport(sentAs(entry(`2031-04-0${day}`, "2031-04-09"), `a${day}`))).kind);
      expect(kinds).toEqual([...Array<string>(5).fill("revised"), ...Array<string>(4).fill("quiet")]);
    });

    it("takes a date given later, keeps the source, and never loses a date that is left out", async () => {
      const undated = sampleRecord(FERRY.report.text);
      await store.commitReport(entryOf(undated));
      const dated = sampleRecord(FERRY.report.text, { publishedAt: "2031-03-04" });
      expect((await store.commitReport(entryOf(dated, { published: "2031-03-04" }))).kind).toBe("updated");
      expect((await store.commitReport(entryOf(undated, { outlet: "X" }))).kind).toBe("unchanged");
      const { items } = await store.listReports({ limit: 10 });
      expect(items.map(({ publishedAt }) => publishedAt)).toEqual(["2031-03-04"]);
      expect((await store.listStories({ limit: 1 })).items[0]?.lastPublished).toBe("2031-03-04");
      expect((await store.describe()).sources).toBe(1);
    });

    it("remembers the last fetch of an address, for the words that were given with it", async () => {
      const url = "https://post.example/ferry";
      expect(await store.getFetch(url, {})).toBeNull();
      const { report, story } = await store.commitReport(entryOf(FERRY));
      const state = { etag: '"v1"', lastModified: null, fetchedAt: "2031-03-04T10:00:00Z" };
      await store.putFetch(url, {}, { ...state, report });
      expect(await store.getFetch(url, {})).toEqual({ ...state, report, story });
      expect(await store.getFetch(url, { outlet: "Harbour Post" })).toBeNull();
      await store.putFetch(url, {}, { ...state, etag: null, report: null });
      expect(await store.getFetch(url, {})).toEqual({ ...state, etag: null, report: null, story: null });
    });

    it("keeps the feeds that are watched", async () => {
      const feed = {
        url: "https://post.example/feed",
        etag: null,
        lastModified: "Tue, 04 Mar 2031 09:30:00 GMT",
        title: "Harbour Post",
        polledAt: "2031-03-04T10:00:00Z",
        nextPollAt: "2031-03-04T10:15:00Z",
        failures: 0,
        lastError: null,
      };
      await store.putFeed(feed);
      await store.putFeed({ ...feed, failures: 2, lastError: "It did not answer." });
      expect(await store.listFeeds()).toEqual([{ ...feed, failures: 2, lastError: "It did not answer." }]);
      expect(await store.removeFeed(feed.url)).toBe(true);
      expect(await store.removeFeed(feed.url)).toBe(false);
      expect(await store.listFeeds()).toEqual([]);
    });

    it("puts like reports into one story and others apart", async () => {
      const commits = [];
      for (const record of [FERRY, FERRY_STRIKE, BEES]) commits.push(await store.commitReport(entryOf(record)));
      expect(commits[0]?.story).toBe(commits[1]?.story);
      expect(commits[2]?.story).not.toBe(commits[0]?.story);
      const { items } = await store.listStories({ limit: 10 });
      expect(items.map(({ reportCount, lastPublished }) => [reportCount, lastPublished])).toEqual([
        [1, "2031-06-01"],
        [2, "2031-03-05"],
      ]);
    });

    it("keeps a story's record until a report comes, and not one computed before it came", async () => {
      const { story } = await store.commitReport(entryOf(FERRY));
      const before = await store.getStoryRecords(story);
      expect(before.records).toEqual([FERRY]);
      const computed = linkStory(story, before.records);
      await store.cacheStory(computed, before.version, ENGINE);
      expect(await store.getCachedStory(story, ENGINE)).toEqual(computed);
      expect(await store.getCachedStory(story, "other 2 none")).toBeNull();
      expect(await store.listStaleStories(ENGINE)).toEqual([]);
      await store.commitReport(entryOf(FERRY_STRIKE));
      expect(await store.getCachedStory(story, ENGINE)).toBeNull();
      expect(await store.listStaleStories(ENGINE)).toEqual([story]);
      await store.cacheStory(computed, before.version, ENGINE);
      expect(await store.getCachedStory(story, ENGINE)).toBeNull();
      expect((await store.getStoryRecords(story)).records).toEqual([FERRY, FERRY_STRIKE]);
      expect(await store.getStoryRecords("st-none")).toEqual({ version: 0, records: [] });
    });

    it("replaces findings and leaves the source and the story alone", async () => {
      const { story } = await store.commitReport(entryOf(FERRY));
      const anew = { ...FERRY, engine: { ...FERRY.engine, version: "2" } };
      expect(await store.listOutdated("sample 2 none")).toEqual([FERRY.report.id]);
      await store.replaceFindings([{ report: FERRY.report.id, entry: entryOf(anew) }]);
      expect(await store.listOutdated("sample 2 none")).toEqual([]);
      const stored = await store.getReport(FERRY.report.id);
      expect(stored?.record).toEqual(anew);
      expect(stored?.story).toBe(story);
      expect((await store.describe()).sources).toBe(1);
      expect((await store.search({ q: "ferry", kind: "report", limit: 9 })).items).toHaveLength(1);
      await expect(store.replaceFindings([{ report: "r-none", entry: entryOf(anew) }])).rejects.toMatchObject({
        code: "not-found",
      });
    });

    it("lists in pages that join up without gap or double", async () => {
      for (let day = 1; day <= 9; day++) {
        const dated = day % 3 === 0 ? {} : { publishedAt: `2031-01-0${day}` };
        await store.commitReport(entryOf(sampleRecord(`Ada Ferro: speech number ${day} of nine.`, dated)));
      }
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.listReports({ limit: 2, ...(after === undefined ? {} : { after }) });
        seen.push(...page.items.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(new Set(seen).size).toBe(9);
      expect(seen).toHaveLength(9);
      await expect(store.listReports({ limit: 2, after: "nonsense" })).rejects.toMatchObject({ code: "usage" });
      await expect(store.listActors({ limit: 2, after: "nonsense" })).rejects.toMatchObject({ code: "usage" });
    });

    it("finds words in reports, statements and actors, with where they match", async () => {
      const { story } = await store.commitReport(entryOf(FERRY));
      await store.commitReport(entryOf(BEES));
      const { version, records } = await store.getStoryRecords(story);
      await store.cacheStory(linkStory(story, records), version, ENGINE);
      const all = await store.search({ q: "ferries", limit: 10 });
      expect(all.items.map(({ kind }) => kind)).toEqual(["report", "statement"]);
      const [report, statement] = all.items;
      expect(report).toMatchObject({ report: FERRY.report.id, story, row: null, publishedAt: "2031-03-04" });
      expect(report?.matches.map(({ start, end }) => report.text.slice(start, end))).toEqual(["ferry", "ferries"]);
      expect(statement).toMatchObject({ row: "s1", title: "Ada Ferro", report: FERRY.report.id });
      expect((await store.search({ q: "ada", kind: "actor", limit: 10 })).items).toMatchObject([
        { kind: "actor", story, title: "Ada Ferro", report: null },
      ]);
      expect((await store.search({ q: "said", limit: 10, story })).items).toEqual([]);
      expect((await store.search({ q: "bees", limit: 10, story })).items).toEqual([]);
      expect((await store.search({ q: "bees", limit: 10 })).items).toHaveLength(2);
      expect((await store.listActors({ limit: 5, story })).items).toMatchObject([{ name: "Ada Ferro", statements: 1 }]);
    });

    it.each([
      ['"ferry stops"', 1],
      ['"stops ferry"', 0],
      ["“ferry stops”", 1],
      ["fer*", 1],
      ["fer", 0],
      ["ferry monday", 1],
      ["ferry bees", 0],
      ['"', 0],
      ["", 0],
      ["* - () :", 0],
      ["ferry OR bees NOT monday", 0],
      ["NEAR(ferry monday)", 0],
      ["body:ferry", 0],
      ["ferry^2 AND", 0],
      ['ferry "unclosed', 0],
      ["don't", 0],
      ["\0\ud800\u{1F6F3}", 0],
      ["FÉRRY", 1],
    ])("answers the query %j", async (q, count) => {
      await store.commitReport(entryOf(FERRY));
      expect((await store.search({ q, kind: "report", limit: 10 })).items).toHaveLength(count);
    });

    it("takes no beginning for a shorter one", async () => {
      await store.commitReport(entryOf(sampleRecord("Ada Ferro: Retell the usual story.")));
      await store.commitReport(entryOf(sampleRecord("Ben Ferro: Resist the useful one.")));
      const titles = async (q: string) =>
        (await store.search({ q, kind: "report", limit: 9 })).items.map(({ text }) => text.slice(0, 3));
      expect(await titles("res*")).toEqual([]);
      expect(await titles("resi*")).toEqual(["Ben"]);
      expect(await titles("use*")).toEqual(["Ben"]);
      expect(await titles("usu*")).toEqual(["Ada"]);
    });

    it("ranks by the rarer words of a query", async () => {
      for (const text of [
        "Ada: The ferry left.",
        "Ada: The ferry, a ferry of ferries.",
        "Ada: The other ferry came late.",
      ])
        await store.commitReport(entryOf(sampleRecord(text)));
      const { items } = await store.search({ q: '"the ferry"', kind: "report", limit: 9 });
      expect(items.map(({ text }) => text)).toEqual(["Ada: The ferry, a ferry of ferries.", "Ada: The ferry left."]);
    });

    it("answers a query of thousands of words", async () => {
      await store.commitReport(entryOf(FERRY));
      expect((await store.search({ q: "ferry ".repeat(5000), kind: "report", limit: 10 })).items).toHaveLength(1);
    });

    it("moves reports for a decision and back, and lists no story without reports", async () => {
      const { story } = await store.commitReport(entryOf(FERRY));
      const bees = await store.commitReport(entryOf(BEES));
      const moves = [{ report: BEES.report.id, from: bees.story, to: story }];
      const merged = await store.decide(decisionOf({ kind: "merge", stories: [story, bees.story], moves }));
      const ids = async () =>
        (await store.listStories({ limit: 9 })).items.map(({ id, reportCount }) => [id, reportCount]);
      expect(await ids()).toEqual([[story, 2]]);
      expect(await store.listStaleStories(ENGINE)).toEqual([story]);
      expect((await store.getStoryRecords(bees.story)).records).toEqual([]);
      expect(await store.listRegroupings()).toMatchObject([{ key: merged.key, kind: "merge" }]);
      // What is alike to the bees now finds the merged story, and a later version follows its first.
      const again = sampleRecord(BEES.report.text.replace("unharmed", "well"), { publishedAt: "2031-06-02" });
      expect((await store.commitReport(entryOf(again))).story).toBe(story);

      await expect(store.decide(decisionOf({ kind: "split", stories: [], moves }))).rejects.toMatchObject({
        code: "conflict",
      });
      const back = moves.map(({ report, from, to }) => ({ report, from: to, to: from }));
      const undo = decisionOf({ kind: "undo", undoes: merged.key, moves: back });
      await store.decide(undo);
      expect(new Map((await ids()) as [string, number][])).toEqual(
        new Map([
          [story, 2],
          [bees.story, 1],
        ]),
      );
      expect(await store.getDecision(merged.key)).toMatchObject({ kind: "merge", undoneBy: merged.key + 1 });
      await expect(store.decide(undo)).rejects.toMatchObject({ code: "conflict" });
      expect(await store.listRegroupings()).toEqual([]);
      expect((await store.listDecisions({ limit: 9, story: bees.story })).items.map(({ kind }) => kind)).toEqual([
        "merge",
      ]);
      expect(await store.describe()).toMatchObject({ decisions: 2, stories: 2 });
    });

    it("finds settlements by the reports whose words they hold, and logs proposals until they are withdrawn", async () => {
      const { story } = await store.commitReport(entryOf(FERRY));
      const evidence = [
        {
          report: FERRY.report.id,
          row: "f1",
          spans: [{ start: 0, end: 3 }],
          exact: "Ada",
          prefix: "",
          suffix: " Ferro",
        },
      ];
      const made = await store.decide(decisionOf({ kind: "settle", stories: ["st-gone"], evidence }));
      expect(await store.listSettlements(story)).toEqual([made]);
      expect((await store.listDecisions({ limit: 1, story })).items).toEqual([made]);
      const proposal: ProposalEntry = {
        id: "p-1",
        kind: "split",
        stories: [story],
        parts: [["r-1"], ["r-2"]],
        reasons: ["far apart"],
        proposedAt: "2031-03-04",
      };
      await store.logProposals(story, [story], [proposal], "2031-03-04");
      expect(await store.listProposals()).toEqual([{ ...proposal, withdrawnAt: null }]);
      await store.logProposals(story, [story], [], "2031-03-05");
      expect(await store.listProposals()).toEqual([]);
      expect(await store.getProposal("p-1")).toEqual({ ...proposal, withdrawnAt: "2031-03-05" });
      await store.logProposals(story, [story], [proposal], "2031-03-06");
      expect(await store.listProposals()).toHaveLength(1);
    });

    it("finds stories alike to one by its words", async () => {
      const { story } = await store.commitReport(entryOf(FERRY));
      const bees = await store.commitReport(entryOf(BEES));
      expect(await store.findAlike(story)).toEqual([]);
      const [apart, moves] = ["st-apart", [{ report: FERRY_STRIKE.report.id, from: story, to: "st-apart" }]];
      await store.commitReport(entryOf(FERRY_STRIKE));
      await store.decide(decisionOf({ kind: "split", stories: [story, apart], moves }));
      expect(await store.findAlike(story)).toEqual([apart]);
      expect(await store.findAlike(bees.story)).toEqual([]);
      expect(await store.findAlike("st-none")).toEqual([]);
    });

    it("counts what it holds", async () => {
      await store.commitReport(entryOf(FERRY));
      expect(await store.describe()).toMatchObject({ sources: 1, reports: 1, stories: 1, decisions: 0 });
    });
  });
}

const FERRY = sampleRecord(
  "Ada Ferro: the ferry stops on Monday, as all ferries do when Skerry Harbour is frozen and crews are on strike.",
  { publishedAt: "2031-03-04" },
);
const FERRY_STRIKE = sampleRecord(
  "Ada Ferro: the ferry strike at Skerry Harbour goes on, and frozen crews wait for ferries until Monday comes.",
  { publishedAt: "2031-03-05" },
);
const BEES = sampleRecord(
  "Olin Marsh: beekeepers of Upper Dale counted their hives, and most bees had lived through winter unharmed.",
  { publishedAt: "2031-06-01" },
);

function decisionOf(decision: Pick<NewDecision, "kind"> & Partial<NewDecision>): NewDecision {
  return {
    ...{ author: "ada", madeAt: "2031-03-05T09:00:00Z", reason: "one strike", stories: [], evidence: [], about: "" },
    ...{ proposal: null, undoes: null, moves: [], parts: [], rejects: null },
    ...decision,
  };
}

/** The same report out of other bytes, fetched on another day. */
function sentAs(entry: ReportEntry, version: number | string): ReportEntry {
  const source = { ...entry.source, sha256: String(version).repeat(64).slice(0, 64) };
  return { ...entry, source: { ...source, retrievedAt: `2031-03-0${String(version).slice(-1)}T00:00:00Z` } };
}

function entryOf(record: Record, given: GivenFields = {}): ReportEntry {
  const bytes = Buffer.from(record.report.text);
  const source = {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    mediaType: "text/plain",
    url: record.report.url,
    path: "ferry.txt",
    retrievedAt: null,
    lastModified: null,
    byteLength: bytes.length,
    packedBytes: packBytes(bytes),
  };
  return makeReportEntry(source, given, record);
}

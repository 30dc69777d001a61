import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packBytes } from "../packing.ts";
import { makeReportEntry } from "../report-entry.ts";
import { sampleRecord } from "../sample-record.ts";
import { testStore } from "../store.conformance.ts";
import { MIGRATIONS } from "./migrations.ts";
import { openSqliteStore } from "./sqlite-store.ts";

testStore("the SQLite store, in memory", () => openSqliteStore({ location: ":memory:", create: true }));

describe("the SQLite store, on disk", () => {
  let folder: string;
  let location: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "onrecord-store-"));
    location = join(folder, "test.db");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("keeps what was stored when it is opened again", async () => {
    const record = sampleRecord("Ada Ferro: the ferry stops on Monday.");
    {
      await using store = await openSqliteStore({ location, create: true });
      await store.commitReport(entryOf(record));
    }
    await using again = await openSqliteStore({ location, create: false });
    expect((await again.getReport(record.report.id))?.record).toEqual(record);
  });

  it("says that there is no store, and makes none, when only reading", async () => {
    await expect(openSqliteStore({ location, create: false })).rejects.toMatchObject({ code: "not-found" });
    expect(existsSync(location)).toBe(false);
  });

  it("refuses a folder, a text file and another program's database, and changes none of them", async () => {
    await expect(openSqliteStore({ location: folder, create: true })).rejects.toMatchObject({ code: "is-directory" });
    writeFileSync(
      location,
      "This is a text file, and long enough to be read as the header of a database is.".repeat(20),
    );
    await expect(openSqliteStore({ location, create: true })).rejects.toMatchObject({ code: "store-damaged" });
    const foreign = join(folder, "foreign.db");
    const db = new DatabaseSync(foreign);
    db.exec("CREATE TABLE recipes (name TEXT)");
    db.close();
    await expect(openSqliteStore({ location: foreign, create: true })).rejects.toMatchObject({ code: "store-damaged" });
    expect(existsSync(`${foreign}-wal`)).toBe(false);
  });

  it("refuses a store that a newer version made", async () => {
    await (await openSqliteStore({ location, create: true }))[Symbol.asyncDispose]();
    const db = new DatabaseSync(location);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    await expect(openSqliteStore({ location, create: true })).rejects.toMatchObject({ code: "store-newer" });
  });

  it("says that another process writes, after a short wait, and works when it has finished", async () => {
    await using store = await openSqliteStore({ location, create: true, lockWaitMs: 50 });
    const other = new DatabaseSync(location);
    other.exec("BEGIN IMMEDIATE");
    const entry = entryOf(sampleRecord("Ada Ferro: the ferry stops on Monday."));
    await expect(store.commitReport(entry)).rejects.toMatchObject({ code: "store-locked" });
    expect((await store.listReports({ limit: 5 })).items).toEqual([]);
    other.exec("ROLLBACK");
    other.close();
    expect((await store.commitReport(entry)).kind).toBe("added");
  });

  it("lets two writers take turns and see each other's stories", async () => {
    await using one = await openSqliteStore({ location, create: true });
    await using two = await openSqliteStore({ location, create: true });
    const stories = [];
    for (let turn = 0; turn < 6; turn++) {
      const text = `Ada Ferro: the Skerry Harbour ferry strike, frozen crews, day number ${turn} of the dispute.`;
      const record = sampleRecord(text, { publishedAt: `2031-03-0${turn + 1}` });
      stories.push((await (turn % 2 === 0 ? one : two).commitReport(entryOf(record))).story);
    }
    expect(new Set(stories).size).toBe(1);
    expect((await one.listReports({ limit: 9 })).items).toHaveLength(6);
  });

  it("leaves nothing of a report behind when the disk is full", async () => {
    await using store = await openSqliteStore({ location, create: true });
    await store.commitReport(entryOf(sampleRecord("Ada Ferro: the ferry stops on Monday.")));
    const before = await store.describe();
    const noise = createHash("shake256", { outputLength: 1_000_000 }).update("noise").digest("hex");
    await using limited = await openLimited(location);
    const big = sampleRecord(`Olin Marsh: ${noise.replace(/.{8}/g, "$& ")}`);
    await expect(limited.commitReport(entryOf(big))).rejects.toMatchObject({ code: "disk-full" });
    const after = await limited.describe();
    expect({ ...after, bytes: 0 }).toEqual({ ...before, bytes: 0 });
    expect((await limited.search({ q: "olin", limit: 5 })).items).toEqual([]);
    const small = sampleRecord("Ada Ferro: a short second report.");
    // Of several at once none stays, so that what was told to be stored is all that was.
    await expect(limited.commitReports([entryOf(small), entryOf(big)])).rejects.toMatchObject({ code: "disk-full" });
    expect({ ...(await limited.describe()), bytes: 0 }).toEqual({ ...before, bytes: 0 });
    expect((await limited.commitReport(entryOf(small))).kind).toBe("added");
  });

  it("reads a store that it may not write", async () => {
    const record = sampleRecord("Ada Ferro: the ferry stops on Monday.");
    {
      await using store = await openSqliteStore({ location, create: true });
      await store.commitReport(entryOf(record));
    }
    chmodSync(location, 0o444);
    await using store = await openSqliteStore({ location, create: false });
    expect((await store.listReports({ limit: 5 })).items).toHaveLength(1);
  });

  it("refuses to change or delete source documents and decisions, even by hand", async () => {
    {
      await using store = await openSqliteStore({ location, create: true });
      await store.commitReport(entryOf(sampleRecord("Ada Ferro: the ferry stops on Monday.")));
    }
    const db = new DatabaseSync(location);
    db.exec(
      `INSERT INTO decisions (made_at, author, kind, evidence, body) VALUES ('2031-03-04', 'ada', 'accept', '[]', '{}')`,
    );
    expect(() => db.exec("UPDATE source_documents SET url = 'x'")).toThrow("never changed");
    expect(() => db.exec("DELETE FROM source_documents")).toThrow("never deleted");
    expect(() => db.exec("UPDATE decisions SET author = 'x'")).toThrow("never changed");
    expect(() => db.exec("DELETE FROM decisions")).toThrow("never deleted");
    db.close();
  });
});

/** A store whose file may not grow by more than a few pages, as on a full disk. */
async function openLimited(location: string) {
  return openSqliteStore({ location, create: false, maxPages: 200 });
}

function entryOf(record: ReturnType<typeof sampleRecord>) {
  const bytes = Buffer.from(record.report.text);
  const source = {
    sha256: record.report.contentHash,
    mediaType: "text/plain",
    url: null,
    path: null,
    retrievedAt: null,
    lastModified: null,
    byteLength: bytes.length,
    packedBytes: packBytes(bytes),
  };
  return makeReportEntry(source, {}, record);
}

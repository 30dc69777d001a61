import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { OnrecordError } from "../errors.ts";
import { engineName } from "../store/report-entry.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import { analyzeText } from "./analyze.ts";
import { ENGINE, loadEngine } from "./engine.ts";

/** `note`: works, and worth knowing. */
export interface Check {
  readonly name: string;
  readonly state: "good" | "note" | "broken";
  readonly found: string;
}

const WANTED_NODE = 24;
const LOW_DISK_BYTES = 500_000_000;
const SAMPLE = "“The ferry stops on Monday,” said Ada Ferro, the harbour master.";

/** Looks at everything that Onrecord stands on. Changes nothing. */
export async function examineInstallation(db: string): Promise<Check[]> {
  return [
    checkNode(),
    await attemptAsync("model", async () => {
      const started = performance.now();
      const record = await analyzeText(SAMPLE, {}, loadEngine());
      const took = Math.round(performance.now() - started);
      if (record.statements.length === 0) throw new Error("a plain quotation was not found");
      return `${ENGINE.model} loads and reads a sentence in ${took} ms`;
    }),
    attempt("database", examineSqlite),
    await attemptAsync("store", () => examineStore(db)),
    await attemptAsync("disk", () => examineDisk(db)),
    checkWebFiles(),
    {
      name: "machine",
      state: "good",
      found: `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    },
  ];
}

function checkNode(): Check {
  const major = Number(process.versions.node.split(".")[0]);
  const found = `Node ${process.versions.node}`;
  if (major >= WANTED_NODE) return { name: "runtime", state: "good", found };
  return { name: "runtime", state: "broken", found: `${found}; ${WANTED_NODE} or newer is needed. Run: npm ci` };
}

function examineSqlite(): string {
  const db = new DatabaseSync(":memory:");
  try {
    db.exec("CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = 'porter unicode61 remove_diacritics 2')");
    db.prepare("INSERT INTO words VALUES (?)").run("The ferries stopped.");
    const row = db.prepare("SELECT sqlite_version() AS version FROM words WHERE words MATCH ?").get('"ferry"');
    if (row === undefined) throw new Error("full-text search does not find a word");
    return `SQLite ${String(row.version)} with full-text search`;
  } finally {
    db.close();
  }
}

async function examineStore(db: string): Promise<string> {
  if (!existsSync(db)) return `none yet at ${db}; the first “onrecord add” makes it`;
  await using store = await openSqliteStore({ location: db, create: false });
  const { reports, stories, sources, bytes, version } = await store.describe();
  const outdated = (await store.listOutdated(engineName(ENGINE))).length;
  const old = outdated === 0 ? "" : `; ${outdated} were analysed by another version, run: onrecord reanalyze`;
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  return `${db}, version ${version}: ${reports} reports, ${sources} sources, ${stories} stories, ${size}${old}`;
}

async function examineDisk(db: string): Promise<string> {
  const folder = dirname(resolve(db));
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}; make it, or name another file with --db`);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const found = `${(free / 1e9).toFixed(1)} GB free in ${folder}`;
  if (free < LOW_DISK_BYTES) throw new Error(`only ${found}`);
  return found;
}

function checkWebFiles(): Check {
  const built = existsSync(new URL("../../dist/web/index.html", import.meta.url));
  return built
    ? { name: "pages", state: "good", found: "built" }
    : { name: "pages", state: "note", found: "not built yet; npm start or “onrecord serve” builds them" };
}

function attempt(name: string, work: () => string): Check {
  try {
    return { name, state: "good", found: work() };
  } catch (error) {
    return broken(name, error);
  }
}

async function attemptAsync(name: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { name, state: "good", found: await work() };
  } catch (error) {
    return broken(name, error);
  }
}

function broken(name: string, error: unknown): Check {
  const message = error instanceof Error ? error.message : String(error);
  const next = error instanceof OnrecordError && error.next !== null ? ` ${error.next}` : "";
  return { name, state: "broken", found: `${message}${next}` };
}

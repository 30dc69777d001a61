import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { OnrecordError } from "../../errors.ts";
import { APPLICATION_ID, MIGRATIONS } from "./migrations.ts";
import { damaged, explainSqliteError, isReadOnlyFailure } from "./sqlite-errors.ts";

export interface DatabaseOptions {
  /** A file, or ":memory:". */
  readonly location: string;
  /** Whether a missing store is made. Without it, a missing file is "not-found". */
  readonly create: boolean;
  /** How long to wait for another process that writes. */
  readonly lockWaitMs: number;
}

export interface OpenDatabase {
  readonly db: DatabaseSync;
  /** True when the file or its folder cannot be written; reading works all the same. */
  readonly readOnly: boolean;
}

/**
 * Opens a store's file and brings its schema up to date. A file that is neither empty nor a store is never touched.
 *
 * @throws OnrecordError "not-found", "is-directory", "store-damaged", "store-newer", "store-locked", "unreadable".
 */
export function openDatabase(options: DatabaseOptions): OpenDatabase {
  const { location } = options;
  if (location !== ":memory:") checkFile(location, options.create);
  try {
    return openAndMigrate(options, false);
  } catch (error) {
    if (!options.create && isReadOnlyFailure(error)) {
      try {
        return openAndMigrate(options, true);
      } catch (second) {
        throw explainSqliteError(second, location);
      }
    }
    throw explainSqliteError(error, location);
  }
}

/** Runs `work` in one transaction that takes the write lock at once, so that it never fails half-way for the lock. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk may have rolled back already.
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function checkFile(location: string, create: boolean): void {
  if (!existsSync(location)) {
    if (create) return;
    throw new OnrecordError("not-found", `There is no store at ${location}.`, {
      next: "Make one with: onrecord add FILE…   or name another with --db PATH",
    });
  }
  if (statSync(location).isDirectory()) {
    throw new OnrecordError("is-directory", `The store must be a file, and ${location} is a folder.`, {
      next: "Name a file with --db, for example --db story.db",
    });
  }
}

function openAndMigrate(options: DatabaseOptions, readOnly: boolean): OpenDatabase {
  const { location } = options;
  const db = new DatabaseSync(location, { readOnly, timeout: options.lockWaitMs, enableForeignKeyConstraints: true });
  try {
    const version = checkVersion(db, location);
    if (!readOnly) {
      db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;");
      // Pages are written back every 32 MB and not every 4: the same pages of the word indexes are written again and again.
      db.exec("PRAGMA wal_autocheckpoint = 8192");
      if (version < MIGRATIONS.length) migrate(db, location);
    }
    return { db, readOnly };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The schema version of the file; 0 for an empty one. */
function checkVersion(db: DatabaseSync, location: string): number {
  const version = pragmaNumber(db, "user_version");
  if (pragmaNumber(db, "application_id") !== APPLICATION_ID) {
    const tables = db.prepare("SELECT count(*) AS count FROM sqlite_master").get();
    if (version !== 0 || tables?.count !== 0) throw damaged(location, "The file is not an Onrecord store");
    return 0;
  }
  if (version > MIGRATIONS.length) {
    throw new OnrecordError(
      "store-newer",
      `The store ${location} has version ${version}; this Onrecord knows versions up to ${MIGRATIONS.length}.`,
      { next: "Update Onrecord, or name another store with --db. Nothing was changed." },
    );
  }
  return version;
}

function migrate(db: DatabaseSync, location: string): void {
  inTransaction(db, () => {
    // Another process may have brought it up to date while this one waited for the lock.
    const version = checkVersion(db, location);
    for (const migration of MIGRATIONS.slice(version)) db.exec(migration);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length};`);
  });
}

function pragmaNumber(db: DatabaseSync, name: string): number {
  const value = db.prepare(`PRAGMA ${name}`).get()?.[name];
  return typeof value === "number" ? value : 0;
}

import { OnrecordError } from "../../errors.ts";

/** Primary SQLite result codes, https://www.sqlite.org/rescode.html */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** What a SQLite failure means to a user; an error of our own is passed through. */
export function explainSqliteError(error: unknown, location: string): unknown {
  const code = primaryCode(error);
  if (code === null) return error;
  switch (code) {
    case BUSY:
    case LOCKED:
      return new OnrecordError("store-locked", `Another process is writing to the store ${location}.`, {
        next: "Wait until it has finished, or end it, and run the same command again; what was stored is skipped.",
        cause: error,
      });
    case FULL:
      return new OnrecordError("disk-full", `There is no room left for the store ${location}.`, {
        next: "Free some space and run the same command again; what was stored is kept and skipped.",
        cause: error,
      });
    case CORRUPT:
    case NOTADB:
      return damaged(location, "The file is damaged or is not an Onrecord store", error);
    case CANTOPEN:
    case READONLY:
    case IOERR:
      return new OnrecordError("unreadable", `The store ${location} cannot be opened or written.`, {
        next: "Check that the folder exists and that you may write to it, or name another store with --db.",
        cause: error,
      });
    default:
      return error;
  }
}

export function damaged(location: string, why: string, cause?: unknown): OnrecordError {
  return new OnrecordError("store-damaged", `${why}: ${location}`, {
    next: "Name another file with --db, or put back a copy of the store.",
    ...(cause === undefined ? {} : { cause }),
  });
}

export function isReadOnlyFailure(error: unknown): boolean {
  const code = primaryCode(error);
  return code === READONLY || code === CANTOPEN;
}

/** The low byte of an extended code is the primary one. */
function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return null;
  return error.errcode & 0xff;
}

import type { DatabaseSync, StatementSync } from "node:sqlite";

const PREPARED = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** A statement of this database, parsed once. `sql` must be one of a fixed set of texts: none is ever let go. */
export function prepare(db: DatabaseSync, sql: string): StatementSync {
  let statements = PREPARED.get(db);
  if (statements === undefined) {
    statements = new Map();
    PREPARED.set(db, statements);
  }
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    statements.set(sql, statement);
  }
  return statement;
}

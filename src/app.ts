import type { Config } from "./config.ts";
import { createAnalysisPool } from "./operations/analysis-pool.ts";
import { createOperations } from "./operations/create-operations.ts";
import { fetchPage } from "./operations/fetch-page.ts";
import type { Operations, Reanalysis } from "./operations/operations.ts";
import { openSqliteStore } from "./store/sqlite/sqlite-store.ts";

export interface AppOptions {
  /** Whether a missing store is made; commands that only read say "not-found" instead. */
  readonly create: boolean;
  readonly standardInput?: () => AsyncIterable<Uint8Array>;
}

/**
 * Wires store, workers and operations. Close it with `await using`.
 *
 * @throws OnrecordError when the store cannot be opened.
 */
export async function createApp(
  config: Pick<Config, "db" | "allowPrivate">,
  options: AppOptions,
): Promise<Operations & Reanalysis> {
  const store = await openSqliteStore({ location: config.db, create: options.create });
  return createOperations({
    store,
    openPool: createAnalysisPool,
    fetchPage: (url) => fetchPage(url, { allowPrivate: config.allowPrivate }),
    standardInput: options.standardInput ?? (() => process.stdin),
    now: () => new Date(),
  });
}

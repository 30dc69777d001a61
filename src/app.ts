import type { Config } from "./config.ts";
import { createFetcher } from "./fetching/polite-fetcher.ts";
import { createAnalysisPool } from "./operations/analysis-pool.ts";
import { createOperations } from "./operations/create-operations.ts";
import { ENGINE } from "./operations/engine.ts";
import type { Operations, Reanalysis, Watching } from "./operations/operations.ts";
import { openSqliteStore } from "./store/sqlite/sqlite-store.ts";

export interface AppOptions {
  /** Whether a missing store is made; commands that only read say "not-found" instead. */
  readonly create: boolean;
  readonly standardInput?: () => AsyncIterable<Uint8Array>;
  /** Ends what is being fetched. */
  readonly signal?: AbortSignal;
}

/**
 * Wires store, workers and operations. Close it with `await using`.
 *
 * @throws OnrecordError when the store cannot be opened.
 */
export async function createApp(
  config: Pick<Config, "db" | "allowPrivate">,
  options: AppOptions,
): Promise<Operations & Reanalysis & Watching> {
  const store = await openSqliteStore({ location: config.db, create: options.create });
  const fetcher = createFetcher({
    allowPrivate: config.allowPrivate,
    userAgent: `${ENGINE.name}/${ENGINE.version}`,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  return createOperations({
    store,
    openPool: createAnalysisPool,
    fetchPage: fetcher.fetch,
    closeFetcher: () => fetcher[Symbol.asyncDispose](),
    standardInput: options.standardInput ?? (() => process.stdin),
    now: () => new Date(),
  });
}

import { linkStory } from "../core/link/link-story.ts";
import type { StoryRecord } from "../core/link/story-record.ts";
import { OnrecordError } from "../errors.ts";
import { engineName } from "../store/report-entry.ts";
import type { Store } from "../store/store.ts";
import { ENGINE } from "./engine.ts";

const CURRENT_ENGINE = engineName(ENGINE);

/**
 * The record of a story, computed when a report has come since it was last computed.
 *
 * @throws OnrecordError "not-found"
 */
export async function readStory(store: Store, id: string): Promise<StoryRecord> {
  const cached = await store.getCachedStory(id, CURRENT_ENGINE);
  if (cached !== null) return cached;
  const { version, records } = await store.getStoryRecords(id);
  if (records.length === 0) throw noStory(id);
  const record = linkStory(id, records);
  try {
    await store.cacheStory(record, version, CURRENT_ENGINE);
  } catch (error) {
    // Another process is writing: what was computed is right all the same, only not kept.
    if (!(error instanceof OnrecordError) || error.code !== "store-locked") throw error;
  }
  return record;
}

/** Computes the records of stories that have none, until all have one or the time is up. */
export async function refreshStories(
  store: Store,
  options: { readonly budgetMs?: number; readonly onStory?: (done: number, total: number) => void } = {},
): Promise<void> {
  const started = performance.now();
  const stale = await store.listStaleStories(CURRENT_ENGINE);
  for (const [at, id] of stale.entries()) {
    if (performance.now() - started > (options.budgetMs ?? Number.POSITIVE_INFINITY)) return;
    await readStory(store, id);
    options.onStory?.(at + 1, stale.length);
  }
}

export function noStory(id: string): OnrecordError {
  return new OnrecordError("not-found", `There is no story ${id} in the store.`, {
    next: "List the stories with: onrecord stories",
  });
}

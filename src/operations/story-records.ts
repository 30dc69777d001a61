import { linkStory } from "../core/link/link-story.ts";
import type { StoryRecord } from "../core/link/story-record.ts";
import { OnrecordError } from "../errors.ts";
import { engineName } from "../store/report-entry.ts";
import type { Store } from "../store/store.ts";
import { ENGINE } from "./engine.ts";
import { applySettlements } from "./settlements.ts";

const CURRENT_ENGINE = engineName(ENGINE);

/**
 * The record of a story, computed when a report has come since it was last computed, with what people settled in it.
 *
 * @throws OnrecordError "not-found"
 */
export async function readStory(store: Store, id: string): Promise<StoryRecord> {
  const cached = await store.getCachedStory(id, CURRENT_ENGINE);
  const settlements = await store.listSettlements(id);
  if (cached !== null) return applySettlements(cached, settlements);
  const { version, records } = await store.getStoryRecords(id);
  if (records.length === 0) throw await explainAbsence(store, id);
  const record = applySettlements(linkStory(id, records), settlements);
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

async function explainAbsence(store: Store, id: string): Promise<OnrecordError> {
  const decision = (await store.listRegroupings()).findLast(
    ({ kind, moves }) => kind === "merge" && moves.some(({ from }) => from === id),
  );
  const into = decision?.moves[0]?.to;
  if (decision === undefined || into === undefined) return noStory(id);
  return new OnrecordError("not-found", `The story ${id} was merged into ${into} by decision ${decision.key}.`, {
    next: `See: onrecord story ${into}   or take it back: onrecord decisions --undo ${decision.key}`,
  });
}

export function noStory(id: string): OnrecordError {
  return new OnrecordError("not-found", `There is no story ${id} in the store.`, {
    next: "List the stories with: onrecord stories",
  });
}

import { isCountedGroup } from "../../core/text/counted-words.ts";
import type { StoryActor } from "../records.ts";

const MOST = 6;

/**
 * Of those who take part, the ones that tell a reader more than the label does: no group that is only counted ("14
 * people") and nobody whom the label names. `rest` is how many more there are.
 */
export function tellingActors(
  ids: readonly string[],
  label: string,
  actors: ReadonlyMap<string, StoryActor>,
): { readonly shown: readonly string[]; readonly rest: number } {
  const telling = [...new Set(ids)].filter((id) => {
    const name = actors.get(id)?.name ?? id;
    return !isCountedGroup(name) && !label.toLowerCase().includes(name.toLowerCase());
  });
  return { shown: telling.slice(0, MOST), rest: Math.max(0, telling.length - MOST) };
}

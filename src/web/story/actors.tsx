import { isCountedGroup } from "../../core/text/counted-words.ts";
import { actorAddress, actorsAddress } from "../addresses.ts";
import { label } from "../format/labels.ts";
import { count } from "../format/numbers.ts";
import { Section } from "../parts/section.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead } from "../parts/story-context.ts";
import type { StoryRecord } from "../records.ts";

const FIRST_ROWS = 24;

export function Actors({ story }: { readonly story: StoryRecord }) {
  // Groups that are only counted ("two men") stand in the list of all.
  const actors = story.actors
    .filter(({ name }) => !isCountedGroup(name))
    .sort((a, b) => b.mentionCount - a.mentionCount)
    .slice(0, FIRST_ROWS);
  return (
    <Section id="actors" title="Actors">
      {actors.length === 0 ? (
        <Nothing>No names were found in {reportsRead(story)}.</Nothing>
      ) : (
        <ActorList story={story} actors={actors} />
      )}
      {story.actors.length > actors.length ? (
        <p class="show-more">
          <a href={actorsAddress(story.id)}>All {count(story.actors.length, "actor")}</a>
        </p>
      ) : null}
    </Section>
  );
}

export function ActorList({ story, actors }: { readonly story: StoryRecord; readonly actors: StoryRecord["actors"] }) {
  return (
    <ul class="actor-list">
      {actors.map((actor) => (
        <li key={actor.id} data-href={actorAddress(story.id, actor.id)}>
          <a href={actorAddress(story.id, actor.id)}>{actor.name}</a>
          <span class="meta">
            {label(actor.kind)}, {count(actor.mentionCount, "mention")}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { useEffect } from "preact/hooks";
import { actorAddress, storyAddress } from "../addresses.ts";
import { useApi } from "../api.ts";
import { Answered, Nothing } from "../parts/states.tsx";
import { useTitle } from "../parts/title.ts";
import type { StoryRecord } from "../records.ts";
import { amendPlace, type Place } from "../router.ts";
import { ActorList } from "../story/actors.tsx";

/** All actors of a story. With `?report=…&actor=…` it leads on to the actor that one report's actor is part of. */
export function ActorsPage({ story, place }: { readonly story: string; readonly place: Place }) {
  const answer = useApi<StoryRecord>(`/api/stories/${encodeURIComponent(story)}`);
  return <Answered answer={answer}>{(record) => <Actors story={record} place={place} />}</Answered>;
}

function Actors({ story, place }: { readonly story: StoryRecord; readonly place: Place }) {
  useTitle(`Actors: ${story.title}`);
  const [report, member] = [place.query.get("report"), place.query.get("actor")];
  const found =
    report === null
      ? undefined
      : story.actors.find(({ members }) => members.some((one) => one.report === report && one.actor === member));
  useEffect(() => {
    if (found !== undefined) amendPlace(actorAddress(story.id, found.id));
  }, [found, story]);
  if (found !== undefined) return null;
  return (
    <div class="page page-narrow">
      <p class="crumb">
        <a href={storyAddress(story.id)}>{story.title}</a>
      </p>
      <h1>Actors</h1>
      {report === null ? null : (
        <Nothing>The actor of that report is not joined to any actor of the story; here are all of them.</Nothing>
      )}
      <ActorList story={story} actors={story.actors} />
    </div>
  );
}

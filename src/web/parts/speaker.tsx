import { actorAddress } from "../addresses.ts";
import type { Speaker } from "../records.ts";
import { Badge } from "./badge.tsx";
import { useStory } from "./story-context.ts";

/** What a report leaves open. */
const NOBODY = "somebody not named";

/** Who speaks, asks or gives a figure, with what is unsure about it said in words. */
export function SpeakerName({ speaker }: { readonly speaker: Speaker }) {
  switch (speaker.kind) {
    case "resolved":
      return <ActorName actor={speaker.actor} />;
    case "unnamed":
      if (speaker.description === "") return <span class="speaker muted">{NOBODY}</span>;
      return (
        <span class="speaker">
          {speaker.description} <Badge tone="doubt">unnamed</Badge>
        </span>
      );
    case "ambiguous":
      return (
        <span class="speaker">
          {speaker.candidates.length === 0
            ? NOBODY
            : speaker.candidates.map((actor, index) => (
                <span key={actor}>
                  {index === 0 ? null : " or "}
                  <ActorName actor={actor} />
                </span>
              ))}{" "}
          <Badge tone="doubt">unclear who</Badge>
        </span>
      );
  }
}

export function ActorName({ actor }: { readonly actor: string }) {
  const story = useStory();
  const known = story.actors.get(actor);
  return known === undefined ? (
    <span class="speaker">{actor}</span>
  ) : (
    <a class="speaker" href={actorAddress(story.id, actor)}>
      {known.name}
    </a>
  );
}

export function ActorNames({ actors }: { readonly actors: readonly string[] }) {
  return (
    <>
      {actors.map((actor, index) => (
        <span key={actor}>
          {index === 0 ? null : ", "}
          <ActorName actor={actor} />
        </span>
      ))}
    </>
  );
}

/** The speaker as plain words, for sorting, filtering and text alternatives. */
export function speakerWords(speaker: Speaker, nameOf: (actor: string) => string | undefined): string {
  switch (speaker.kind) {
    case "resolved":
      return nameOf(speaker.actor) ?? speaker.actor;
    case "unnamed":
      return speaker.description || NOBODY;
    case "ambiguous":
      return speaker.candidates.map((actor) => nameOf(actor) ?? actor).join(" or ") || NOBODY;
  }
}

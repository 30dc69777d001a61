import type { StoryRecord } from "../core/link/story-record.ts";
import type { Speaker } from "../core/record/record.ts";
import { OnrecordError } from "../errors.ts";
import type { ActorDossier } from "./operations.ts";

/** @throws OnrecordError "not-found" */
export function collectDossier(story: StoryRecord, id: string): ActorDossier {
  const actor = story.actors.find((one) => one.id === id);
  if (actor === undefined) {
    throw new OnrecordError("not-found", `There is no actor ${id} in the story ${story.id}.`, {
      next: `List its actors with: onrecord actors ${story.id}`,
    });
  }
  const isActor = (speaker: Speaker | null) => speaker?.kind === "resolved" && speaker.actor === id;
  return {
    story: { id: story.id, title: story.title },
    actor,
    statements: story.statements.filter((statement) => isActor(statement.speaker)),
    requestsMade: story.requests.filter((request) => isActor(request.asker)),
    requestsReceived: story.requests.filter((request) => isActor(request.asked)),
    timeline: story.timeline.filter((event) => event.participants.some((participant) => participant.actor === id)),
    figuresGiven: story.figures.flatMap((series) => {
      const values = series.values.filter((value) => isActor(value.giver));
      return values.length === 0 ? [] : [{ ...series, values }];
    }),
  };
}

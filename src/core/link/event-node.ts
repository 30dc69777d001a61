import type { Event, Record } from "../record/record.ts";
import { contentWordsOf, normaliseName } from "./content-words.ts";
import type { ActorLinks } from "./link-actors.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";

export interface EventTime {
  /** ISO days. */
  readonly first: string;
  readonly last: string;
  /** TIMEX3 value. */
  readonly value: string;
}

/** An event of one report with what comparing needs. */
export interface EventNode {
  readonly source: StorySource;
  readonly event: Event;
  readonly trigger: ReadonlySet<string>;
  readonly when: EventTime | null;
  /** Story actors by what they did: agents and patients apart, others together. */
  readonly agents: ReadonlySet<string>;
  readonly patients: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Content words of its sentence, the trigger left out. */
  readonly context: ReadonlySet<string>;
  readonly sentence: number;
}

export function makeEventNode(
  source: StorySource,
  event: Event,
  actors: ActorLinks,
  times: ReadonlyMap<string, Record["timeExpressions"][number]>,
): EventNode {
  const { text } = source.record.report;
  const time = event.time === null ? undefined : times.get(event.time);
  const inRole = (...roles: string[]) =>
    new Set(
      event.participants.flatMap(({ role, actor }) => (roles.includes(role) ? (actors.of(source, actor) ?? []) : [])),
    );
  const sentence = sentenceAt(source, event.trigger.start);
  const trigger = new Set(contentWordsOf(text.slice(event.trigger.start, event.trigger.end)));
  const words = source.sentences[sentence]?.words ?? [];
  return {
    source,
    event,
    trigger,
    when: time?.range && time.value !== null ? { ...time.range, value: time.value } : null,
    agents: inRole("agent"),
    patients: inRole("patient"),
    others: inRole("forum", "topic", "other"),
    places: new Set(event.places.map(({ name }) => normaliseName(name))),
    context: new Set([...words].filter((word) => !trigger.has(word))),
    sentence,
  };
}

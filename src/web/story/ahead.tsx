import { evidenceAddress } from "../addresses.ts";
import { formatEventTime, formatShortDay } from "../format/dates.ts";
import { label } from "../format/labels.ts";
import { count } from "../format/numbers.ts";
import { Badge } from "../parts/badge.tsx";
import { Context } from "../parts/evidence.tsx";
import { Section } from "../parts/section.tsx";
import { ActorNames } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead, useStory } from "../parts/story-context.ts";
import type { StoryEvent, StoryRecord, StoryReport } from "../records.ts";
import { latestDay } from "./latest-day.ts";
import { tellingActors } from "./telling-actors.ts";

const MOST_ROWS = 12;

/** What is planned: for a day after the latest report, for no day, and for a day gone by of which no report says that it came true. */
export function Ahead({ story }: { readonly story: StoryRecord }) {
  const latest = latestDay(story);
  const planned = story.timeline.filter(({ status }) => status === "planned");
  const isAfter = ({ when }: StoryEvent) => when !== null && (latest === null || when.last > latest);
  const dated = planned.filter(isAfter);
  const undated = planned.filter(({ when }) => when === null);
  const passed = planned.filter((event) => event.when !== null && !isAfter(event)).reverse();
  return (
    <Section id="ahead" title="What comes next">
      {dated.length + undated.length === 0 ? (
        <Nothing>Nothing planned for after the latest report was found in {reportsRead(story)}.</Nothing>
      ) : (
        <div class="ahead">
          <PlanList story={story} events={dated} />
          <PlanList story={story} events={undated} />
        </div>
      )}
      {passed.length === 0 ? null : (
        <>
          <h3>Planned for a day gone by</h3>
          <div class="ahead">
            <PlanList story={story} events={passed} />
          </div>
        </>
      )}
    </Section>
  );
}

function PlanList({ story, events }: { readonly story: StoryRecord; readonly events: readonly StoryEvent[] }) {
  if (events.length === 0) return null;
  const matters = new Map(
    story.matters.flatMap((matter) => matter.steps.map(({ event, step }) => [event, { matter, step }] as const)),
  );
  const orderOf = new Map(story.reports.map(({ id }, at) => [id, at]));
  return (
    <ul class="rows">
      {events.slice(0, MOST_ROWS).map((event) => {
        const last = Math.max(...event.evidence.map(({ report }) => orderOf.get(report) ?? 0));
        const since = story.reports.length - 1 - last;
        return (
          <Plan
            key={event.id}
            event={event}
            told={story.reports[last]}
            since={since}
            latest={latestDay(story)}
            step={matters.get(event.id)}
          />
        );
      })}
      {events.length <= MOST_ROWS ? null : (
        <li class="muted">{count(events.length - MOST_ROWS, "more plan is", "more plans are")} in the timeline.</li>
      )}
    </ul>
  );
}

function Plan(props: {
  readonly event: StoryEvent;
  /** The latest report that tells of it, and how many came since. */
  readonly told: StoryReport | undefined;
  readonly since: number;
  readonly latest: string | null;
  readonly step: { readonly matter: StoryRecord["matters"][number]; readonly step: string } | undefined;
}) {
  const { event, told, since, latest, step } = props;
  const { actors, events } = useStory();
  const first = event.evidence[0];
  const said = told?.publishedAt?.slice(0, 10);
  const people = tellingActors(
    event.participants.map(({ actor }) => actor),
    `${event.label} ${step?.matter.about ?? ""}`,
    actors,
  ).shown.slice(0, 3);
  const taken = step === undefined ? null : laterStep(event, step.matter, events);
  const isPast = event.when !== null && latest !== null && event.when.last <= latest;
  return (
    <li class="ahead-row">
      <span class="ahead-when">{event.when === null ? "no day given" : formatEventTime(event.when)}</span>
      <span>
        <a href={first === undefined ? `#${event.id}` : evidenceAddress(first)}>{event.label}</a>{" "}
        {event.label.split(" ").length < 3 && first !== undefined ? <Context evidence={first} /> : null}{" "}
        {step === undefined ? null : (
          <>
            <Badge tone="ahead">legal step: {label(step.step)}</Badge>{" "}
            <span class="muted">
              in: <a href={`#${encodeURIComponent(step.matter.id)}`}>{step.matter.about}</a>
            </span>
            {people.length === 0 ? null : " · "}
          </>
        )}
        <span class="muted">
          <ActorNames actors={people} />
        </span>
        <span class="ahead-since">
          {said === undefined ? null : `as told ${formatShortDay(said)}`}
          {!isPast ? null : taken === null ? (
            `; whether it took place was not found in the ${count(since, "report")} since`
          ) : (
            <>
              ; a later step of the matter is told of:{" "}
              <a href={`#${encodeURIComponent(taken.id)}`}>
                {label(taken.type)}
                {taken.when === null ? null : `, ${formatEventTime(taken.when)}`}
              </a>
            </>
          )}
        </span>
      </span>
    </li>
  );
}

/** A step of the matter that was taken on the planned day or after it: then the plan may well have come true. */
function laterStep(
  { when }: StoryEvent,
  matter: StoryRecord["matters"][number],
  events: ReadonlyMap<string, StoryEvent>,
): StoryEvent | null {
  for (const { event: id } of matter.steps) {
    const step = events.get(id);
    if (when !== null && step?.status === "occurred" && step.when !== null && step.when.first >= when.first)
      return step;
  }
  return null;
}

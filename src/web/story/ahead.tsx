import { evidenceAddress } from "../addresses.ts";
import { formatShortDay, formatTimex } from "../format/dates.ts";
import { label } from "../format/labels.ts";
import { count } from "../format/numbers.ts";
import { Badge } from "../parts/badge.tsx";
import { Context } from "../parts/evidence.tsx";
import { Section } from "../parts/section.tsx";
import { ActorNames } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead, useStory } from "../parts/story-context.ts";
import type { StoryEvent, StoryRecord } from "../records.ts";
import { latestDay } from "./latest-day.ts";

const MOST_ROWS = 12;

/** What is planned: for a day after the latest report, for no day, and for a day gone by that no report has told of since. */
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
          <h3>Planned for a day gone by, and not told of since</h3>
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
        const last = event.history.at(-1)?.report ?? event.evidence[0]?.report ?? "";
        const since = story.reports.length - 1 - (orderOf.get(last) ?? 0);
        return (
          <Plan key={event.id} event={event} since={since} latest={latestDay(story)} step={matters.get(event.id)} />
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
  readonly since: number;
  readonly latest: string | null;
  readonly step: { readonly matter: StoryRecord["matters"][number]; readonly step: string } | undefined;
}) {
  const { event, since, latest, step } = props;
  const { reports } = useStory();
  const first = event.evidence[0];
  const said = reports.get(event.history.at(-1)?.report ?? "")?.publishedAt?.slice(0, 10);
  const isPast = event.when !== null && latest !== null && event.when.last <= latest;
  return (
    <li class="ahead-row">
      <span class="ahead-when">{event.when === null ? "no day given" : formatTimex(event.when.value)}</span>
      <span>
        <a href={first === undefined ? `#${event.id}` : evidenceAddress(first)}>{event.label}</a>{" "}
        {event.label.split(" ").length < 3 && first !== undefined ? <Context evidence={first} /> : null}{" "}
        {step === undefined ? null : (
          <>
            <Badge tone="ahead">legal step: {label(step.step)}</Badge>{" "}
            <a class="muted" href={`#${encodeURIComponent(step.matter.id)}`}>
              {step.matter.about}
            </a>
            {event.participants.length === 0 ? null : " · "}
          </>
        )}
        <span class="muted">
          <ActorNames actors={[...new Set(event.participants.map(({ actor }) => actor))].slice(0, 3)} />
        </span>
        <span class="ahead-since">
          {said === undefined ? null : `as told ${formatShortDay(said)}`}
          {isPast ? `; nothing of it found in the ${count(since, "report")} since` : null}
        </span>
      </span>
    </li>
  );
}

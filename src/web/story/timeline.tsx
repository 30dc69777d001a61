import { evidenceAddress } from "../addresses.ts";
import { formatDayInMonth, formatEventTime, formatRange, formatShortDay, formatStretch } from "../format/dates.ts";
import { label } from "../format/labels.ts";
import { Badge, statusTone } from "../parts/badge.tsx";
import { Context, EvidenceLinks } from "../parts/evidence.tsx";
import { ShowMore, useLimit } from "../parts/limited.tsx";
import { Row } from "../parts/row.tsx";
import { Section } from "../parts/section.tsx";
import { ActorNames, SpeakerName } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead, useStory } from "../parts/story-context.ts";
import type { StoryEvent, StoryRecord } from "../records.ts";
import { latestDay } from "./latest-day.ts";
import { tellingActors } from "./telling-actors.ts";
import { firstReport, undatedWords } from "./undated-words.ts";

const FIRST_ROWS = 40;
const idOf = ({ id }: StoryEvent) => id;

export function Timeline({ story }: { readonly story: StoryRecord }) {
  return (
    <Section
      id="timeline"
      title="Timeline"
      note="By the time of the event, not of the report. A broken mark stands for what is planned or not established."
    >
      <EventList events={story.timeline} latest={latestDay(story)} />
    </Section>
  );
}

/** Events by month, with a line at the latest report, and the undated ones apart. */
export function EventList({
  events,
  latest,
}: {
  readonly events: readonly StoryEvent[];
  readonly latest: string | null;
}) {
  const { shown, rest, showMore } = useLimit(events, FIRST_ROWS, idOf);
  const { reports } = useStory();
  const read = reports.size === 0 ? null : [...reports.values()];
  if (events.length === 0) {
    return (
      <Nothing>
        No events were found in {read === null ? "the reports read" : reportsRead({ reports: read })}. Reports name
        events by words such as “arrested” or “banned”.
      </Nothing>
    );
  }
  const dated = shown.filter(({ when }) => when !== null);
  const undated = shown.filter(({ when }) => when === null);
  const stretches = Map.groupBy(dated, ({ when }) => (when === null ? "" : formatStretch(when.first, when.last)));
  return (
    <>
      {[...stretches].map(([stretch, rows]) => (
        <div key={stretch} class="stretch">
          <h3>{stretch}</h3>
          <ol class="rows timeline">
            {rows.map((event, index) => (
              <EventRow
                key={event.id}
                event={event}
                opensFuture={latest !== null && isFirstAfter(latest, rows, index, dated)}
                latest={latest}
              />
            ))}
          </ol>
        </div>
      ))}
      {undated.length === 0 ? null : (
        <div class="stretch">
          <h3>Undated</h3>
          <ul class="rows timeline">
            {undated.map((event) => (
              <EventRow key={event.id} event={event} opensFuture={false} latest={latest} />
            ))}
          </ul>
        </div>
      )}
      <ShowMore rest={rest} showMore={showMore} noun="event" />
    </>
  );
}

function EventRow(props: {
  readonly event: StoryEvent;
  readonly opensFuture: boolean;
  readonly latest: string | null;
}) {
  const { event, opensFuture, latest } = props;
  const { actors } = useStory();
  const first = event.evidence[0];
  const people = tellingActors(
    event.participants.map(({ actor }) => actor),
    event.label,
    actors,
  );
  const tone = statusTone(event.status);
  return (
    <Row
      id={event.id}
      href={first === undefined ? "#timeline" : evidenceAddress(first)}
      class={`event event-${tone} ${opensFuture ? "opens-future" : ""}`}
    >
      {opensFuture && latest !== null ? <p class="latest-line">latest report, {formatShortDay(latest)}</p> : null}
      <p class="event-when">
        <When event={event} />
      </p>
      <div class="event-what">
        <p class="event-label">
          <span class="words">{event.label}</span>{" "}
          {event.type === "other" || event.label.toLowerCase() === label(event.type) ? null : (
            <Badge>{label(event.type)}</Badge>
          )}{" "}
          {event.status === "occurred" ? null : <Badge tone={tone}>{label(event.status)}</Badge>}
        </p>
        {first !== undefined && event.label.split(" ").length < 3 ? (
          <p>
            <Context evidence={first} />
          </p>
        ) : null}
        <p class="event-detail">
          {people.shown.length === 0 ? null : (
            <span>
              <ActorNames actors={people.shown} />
              {people.rest === 0 ? null : ` and ${people.rest} more`}
            </span>
          )}
          {event.places.length === 0 ? null : <span class="place">{event.places.join(", ")}</span>}
          <OnWhoseWord event={event} />
        </p>
        <History event={event} />
        <p class="row-foot">
          <EvidenceLinks evidence={event.evidence} />
        </p>
      </div>
    </Row>
  );
}

/** The day, or the stretch with a sign that the day itself is not known. */
function When({ event }: { readonly event: StoryEvent }) {
  const { reports } = useStory();
  if (event.when === null) return <>{undatedWords(firstReport(event, reports))}</>;
  const { first, last, value, bound } = event.when;
  const isDay = first === last;
  const isCertain = bound === null || (bound === "about" && value.includes("T"));
  if (isCertain && isDay) return <time dateTime={first}>{formatDayInMonth(first)}</time>;
  return (
    <span class="imprecise">
      {isCertain ? null : `${bound} `}
      {isDay ? (
        <time dateTime={first}>{formatDayInMonth(first)}</time>
      ) : (
        formatEventTime({ ...event.when, bound: null })
      )}
      <span class="precision">{precisionOf(event.when)}</span>
    </span>
  );
}

/** How surely the day is known. */
function precisionOf({ first, last, value, bound }: NonNullable<StoryEvent["when"]>): string {
  if (bound === "about") return "day not exact";
  if (bound === "since") return "from then on";
  if (bound !== null || /^\d{4}(?:-\d\d)?$/.test(value)) return "day not known";
  return value.includes("/") ? "within these days" : `between ${formatRange(first, last)}`;
}

function OnWhoseWord({ event }: { readonly event: StoryEvent }) {
  const { statements } = useStory();
  // Only when no report tells it, as it stands, in its own voice.
  const asItStands = event.history.filter(({ status }) => status === event.status);
  const last = asItStands.at(-1);
  if (last === undefined || asItStands.some(({ accordingTo }) => accordingTo === null)) return null;
  const statement = statements.get(last.accordingTo ?? "") ?? statements.get(`${last.report}/${last.accordingTo}`);
  return (
    <span class="on-word">
      on the word of {statement === undefined ? "one statement" : <SpeakerName speaker={statement.speaker} />}
    </span>
  );
}

/** How the status moved from report to report, when it did. */
function History({ event }: { readonly event: StoryEvent }) {
  const { reports, statements } = useStory();
  const moves = event.history.filter((step, index) => step.status !== event.history[index - 1]?.status);
  if (moves.length < 2) return null;
  return (
    <p class="history">
      {moves.map(({ status, report, accordingTo, evidence }, index) => {
        const said =
          accordingTo === null
            ? undefined
            : (statements.get(accordingTo) ?? statements.get(`${report}/${accordingTo}`));
        const day = reports.get(report)?.publishedAt?.slice(0, 10);
        return (
          <span key={evidence.report + status}>
            {index === 0 ? null : " → "}
            <a href={evidenceAddress(evidence)}>{label(status)}</a>
            <span class="muted">
              {" "}
              (
              {[reports.get(report)?.outlet, day === undefined ? "undated" : formatShortDay(day)]
                .filter((one) => one != null)
                .join(", ")}
              {said === undefined ? null : (
                <>
                  ; by <SpeakerName speaker={said.speaker} />
                </>
              )}
              )
            </span>
          </span>
        );
      })}
    </p>
  );
}

function isFirstAfter(
  latest: string,
  rows: readonly StoryEvent[],
  index: number,
  dated: readonly StoryEvent[],
): boolean {
  const event = rows[index];
  if (event?.when == null || event.when.first <= latest) return false;
  const before = dated[dated.indexOf(event) - 1];
  return before?.when != null && before.when.first <= latest;
}

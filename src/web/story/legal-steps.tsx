import { evidenceAddress } from "../addresses.ts";
import { formatEventTime } from "../format/dates.ts";
import { capital, label } from "../format/labels.ts";
import { Badge, statusTone } from "../parts/badge.tsx";
import { EvidenceLink } from "../parts/evidence.tsx";
import { Section } from "../parts/section.tsx";
import { ActorNames } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead, useStory } from "../parts/story-context.ts";
import type { StoryRecord } from "../records.ts";
import { tellingActors } from "./telling-actors.ts";
import { firstReport, undatedWords } from "./undated-words.ts";

/** Each matter as the sequence of its steps, in the order of law and time. */
export function LegalSteps({ story }: { readonly story: StoryRecord }) {
  const { events, reports } = useStory();
  return (
    <Section id="matters" title="Legal steps">
      {story.matters.length === 0 ? (
        <Nothing>No arrests, charges, hearings, rulings or bans were found in {reportsRead(story)}.</Nothing>
      ) : null}
      {story.matters.map((matter) => (
        <div key={matter.id} id={matter.id} class="matter">
          <h3>
            {capital(matter.about)}
            <a class="permalink" href={`#${encodeURIComponent(matter.id)}`} aria-label="Link to this matter">
              #
            </a>
          </h3>
          <Parties matter={matter} />
          <ol class="steps">
            {matter.steps.map(({ event: id, step, reason }) => {
              const event = events.get(id);
              const evidence = event?.evidence[0];
              const status = event?.status ?? "occurred";
              const lacking = matter.missing.filter(({ before }) => before === id);
              return [
                ...lacking.map((missing) => (
                  <li key={`${missing.step} ${id}`} class="step step-missing">
                    <p class="step-name">{capital(label(missing.step))}</p>
                    <p class="step-when">not found in {reportsRead(story)}</p>
                    <p class="muted">{capital(missing.reason)}.</p>
                  </li>
                )),
                <li
                  key={id}
                  class={`step step-${statusTone(status)}`}
                  data-href={evidence === undefined ? undefined : evidenceAddress(evidence)}
                  title={`In this matter by: ${reason}`}
                >
                  <p class="step-name">{step === "other" ? "Other step" : capital(label(step))}</p>
                  <p class="step-when">
                    {event?.when == null ? undatedWords(firstReport(event, reports)) : formatEventTime(event.when)}
                  </p>
                  <p class="words">{event?.label}</p>
                  {status === "occurred" ? null : (
                    <p>
                      <Badge tone={statusTone(status)}>{label(status)}</Badge>
                    </p>
                  )}
                  {evidence === undefined ? null : (
                    <p class="row-foot">
                      <EvidenceLink evidence={evidence} />
                    </p>
                  )}
                </li>,
              ];
            })}
          </ol>
        </div>
      ))}
    </Section>
  );
}

/** Whom the heading does not name. */
function Parties({ matter: { parties, about } }: { readonly matter: StoryRecord["matters"][number] }) {
  const { actors } = useStory();
  const { shown, rest } = tellingActors(parties, about, actors);
  return shown.length === 0 ? null : (
    <p class="meta">
      <ActorNames actors={shown} />
      {rest === 0 ? null : ` and ${rest} more`}
    </p>
  );
}

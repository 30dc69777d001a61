import { evidenceAddress } from "../addresses.ts";
import { capital } from "../format/labels.ts";
import { EvidenceLink } from "../parts/evidence.tsx";
import { Section } from "../parts/section.tsx";
import { SpeakerName } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { useStory } from "../parts/story-context.ts";
import type { StoryRecord } from "../records.ts";

/** Rows that cannot both hold, side by side; which of them is right is not for the record to say. */
export function Disagreements({ story }: { readonly story: StoryRecord }) {
  const { events } = useStory();
  const figures = new Map(story.figures.map((series) => [series.id, series.label]));
  return (
    <Section id="disagreements" title="Where reports disagree">
      {story.discrepancies.length === 0 ? (
        <Nothing>No two reports contradict each other on a figure or a date.</Nothing>
      ) : null}
      {story.discrepancies.map((discrepancy) => (
        <div key={discrepancy.id} id={discrepancy.id} class="discrepancy">
          <h3>
            <a href={`#${encodeURIComponent(discrepancy.row)}`}>
              {capital(figures.get(discrepancy.row) ?? events.get(discrepancy.row)?.label ?? discrepancy.kind)}
            </a>
            <a class="permalink" href={`#${encodeURIComponent(discrepancy.id)}`} aria-label="Link to this disagreement">
              #
            </a>
          </h3>
          <ul class="sides">
            {discrepancy.sides.map(({ label: words, giver, evidence }) => (
              <li
                key={`${evidence.report}/${evidence.row}/${words}`}
                class="side"
                data-href={evidenceAddress(evidence)}
              >
                <p class="side-label">{words}</p>
                <p>{giver === null ? <span class="muted">the report itself</span> : <SpeakerName speaker={giver} />}</p>
                <p class="row-foot">
                  <EvidenceLink evidence={evidence} />
                </p>
              </li>
            ))}
          </ul>
          <p class="meta">{capital(discrepancy.reason)}.</p>
        </div>
      ))}
    </Section>
  );
}

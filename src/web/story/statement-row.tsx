import { evidenceAddress } from "../addresses.ts";
import { formatTimex } from "../format/dates.ts";
import { label } from "../format/labels.ts";
import { isSameWording, markChanges } from "../format/word-changes.ts";
import { Badge } from "../parts/badge.tsx";
import { EvidenceLink, EvidenceLinks, Quoted } from "../parts/evidence.tsx";
import { Row } from "../parts/row.tsx";
import { ActorName, SpeakerName } from "../parts/speaker.tsx";
import type { Speaker, StoryStatement } from "../records.ts";
import { attributionWords } from "./attribution-words.ts";

/** Not on a known speaker's own word, or not put as a fact. */
export function isDoubtful({ alleged, act, speaker }: StoryStatement): boolean {
  return alleged || act === "allegation" || speaker.kind !== "resolved";
}

export function StatementRow({ statement }: { readonly statement: StoryStatement }) {
  const { evidence, renderings, speaker, act, alleged, medium, addressee, saidAt } = statement;
  return (
    <Row
      id={statement.id}
      href={evidenceAddress(evidence)}
      class={`statement ${isDoubtful(statement) ? "doubtful" : ""}`}
    >
      <p class="statement-head">
        <SpeakerName speaker={speaker} />
        {alleged || act === "allegation" ? <Badge tone="doubt">allegation</Badge> : null}
        {act === "assertion" || act === "allegation" ? null : <Badge>{label(act)}</Badge>}
        {medium === null ? null : <Badge>{label(medium)}</Badge>}
        {addressee === null ? null : (
          <span class="addressee">
            to <ActorName actor={addressee} />
          </span>
        )}
      </p>
      <Quoted evidence={evidence} />
      <p class="row-foot">
        <Attribution statement={statement} />
        {saidAt === null ? null : <span>said {formatTimex(saidAt)}</span>}
        <EvidenceLinks evidence={[evidence, ...renderings]} />
      </p>
      <Renderings statement={statement} />
    </Row>
  );
}

/** The ways in which reports have one statement, side by side: other words, cut quotations, another speaker. */
function Renderings({ statement }: { readonly statement: StoryStatement }) {
  const { evidence, renderings, speaker } = statement;
  const others = renderings.filter(
    (one) => !isSameWording(one.exact, evidence.exact) || isOtherSpeaker(one.speaker, speaker),
  );
  if (others.length === 0) return null;
  return (
    <details class="renderings">
      <summary>
        {others.length === 1 ? "Worded otherwise in another report" : `Worded otherwise ${others.length} times`}
      </summary>
      <ul>
        {others.map((one) => (
          <li
            key={`${one.report}/${one.row}/${one.spans[0]?.start}`}
            class="rendering"
            data-href={evidenceAddress(one)}
          >
            <p class="statement-head">
              <EvidenceLink evidence={one} />
              {isOtherSpeaker(one.speaker, speaker) && one.speaker !== null ? (
                <span>
                  <Badge tone="doubt">given to</Badge> <SpeakerName speaker={one.speaker} />
                </span>
              ) : null}
              {one.form === null || one.form === statement.form ? null : <Badge>{label(one.form)}</Badge>}
              {isCut(one.exact, evidence.exact) ? <Badge>cut</Badge> : null}
            </p>
            <blockquote class="words">
              {markChanges(one.exact, evidence.exact).map(({ words, shared }, at) => [
                at === 0 ? null : " ",
                shared ? words : <mark key={words}>{words}</mark>,
              ])}
            </blockquote>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Words that only point back to the statement name no speaker of their own. */
function isOtherSpeaker(one: Speaker | null, speaker: Speaker): boolean {
  return one !== null && one.kind === "resolved" && (speaker.kind !== "resolved" || speaker.actor !== one.actor);
}

/** All its words are in the longer one, in order. */
function isCut(words: string, whole: string): boolean {
  return words.length < whole.length && markChanges(words, whole).every(({ shared }) => shared);
}

/** The report's own words for who said it and how: “Organisers Keep Marrowby Moored … put”. */
function Attribution({ statement }: { readonly statement: StoryStatement }) {
  const words = attributionWords(statement);
  return words === null ? null : (
    <span class="attribution">
      in the report: <q>{words}</q>
    </span>
  );
}

import { evidenceAddress } from "../addresses.ts";
import { formatTimex } from "../format/dates.ts";
import { label } from "../format/labels.ts";
import { Badge } from "../parts/badge.tsx";
import { EvidenceLinks, Quoted } from "../parts/evidence.tsx";
import { Row } from "../parts/row.tsx";
import { ActorName, SpeakerName } from "../parts/speaker.tsx";
import type { StoryStatement } from "../records.ts";

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
    </Row>
  );
}

/** The report's own words for who said it and how: “Organisers Keep Marrowby Moored … put”. */
function Attribution({ statement }: { readonly statement: StoryStatement }) {
  const words = [statement.source, statement.cue].filter((part) => part !== null);
  return words.length === 0 ? null : (
    <span class="attribution">
      in the report: <q>{words.join(" … ")}</q>
    </span>
  );
}

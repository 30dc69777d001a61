import { evidenceAddress } from "../addresses.ts";
import { capital, label } from "../format/labels.ts";
import { count } from "../format/numbers.ts";
import { Badge, statusTone } from "../parts/badge.tsx";
import { EvidenceLink, EvidenceLinks } from "../parts/evidence.tsx";
import { ShowMore, useLimit } from "../parts/limited.tsx";
import { Row } from "../parts/row.tsx";
import { Section } from "../parts/section.tsx";
import { ActorName, SpeakerName } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import type { StoryRecord, StoryRequest } from "../records.ts";

const FIRST_ROWS = 20;
const idOf = ({ id }: StoryRequest) => id;

export function Requests({ story }: { readonly story: StoryRecord }) {
  return (
    <Section id="requests" title="What was asked, and how it was answered">
      {story.requests.length === 0 ? (
        <Nothing>No request was found in the {count(story.reports.length, "report")} read.</Nothing>
      ) : (
        <RequestList requests={openFirst(story.requests)} />
      )}
      <CommentSought story={story} />
    </Section>
  );
}

export function RequestList({ requests }: { readonly requests: readonly StoryRequest[] }) {
  const { shown, rest, showMore } = useLimit(requests, FIRST_ROWS, idOf);
  return (
    <>
      <ul class="rows">
        {shown.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
      <ShowMore rest={rest} showMore={showMore} noun="request" />
    </>
  );
}

function RequestRow({ request }: { readonly request: StoryRequest }) {
  const first = request.asks[0];
  return (
    <Row id={request.id} href={first === undefined ? "#requests" : evidenceAddress(first)} class="request">
      <p class="statement-head">
        <SpeakerName speaker={request.asker} /> <span class="muted">asked</span> <SpeakerName speaker={request.asked} />
        <Badge tone={statusTone(request.status)}>
          {request.status === "open" ? "no answer reported" : label(request.status)}
        </Badge>
      </p>
      <blockquote class="words">{request.about ?? first?.exact}</blockquote>
      <p class="row-foot">
        <EvidenceLinks evidence={request.asks} />
      </p>
      {request.answers.length === 0 ? (
        <p class="answers none">
          {request.status === "open"
            ? `None reported in the ${count(request.reportsSince, "report")} since.`
            : `${capital(label(request.status))}, as the report words it.`}
        </p>
      ) : (
        <ul class="answers">
          {request.answers.map((answer) => (
            <li
              key={`${answer.evidence.report}/${answer.evidence.row}/${answer.evidence.spans[0]?.start}`}
              data-href={evidenceAddress(answer.evidence)}
            >
              <p class="statement-head">
                <Badge tone={toneOf(answer.kind)}>{label(answer.kind)}</Badge>
                <SpeakerName speaker={answer.speaker} />
              </p>
              <blockquote class="words">{answer.evidence.exact}</blockquote>
              <p class="row-foot">
                <EvidenceLink evidence={answer.evidence} /> <span>joined by: {answer.reason}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}

/** What still waits for an answer comes first. */
function openFirst(requests: readonly StoryRequest[]): readonly StoryRequest[] {
  return requests.toSorted((a, b) => Number(b.status === "open") - Number(a.status === "open"));
}

function CommentSought({ story }: { readonly story: StoryRecord }) {
  if (story.commentSought.length === 0) return null;
  return (
    <div class="comment-sought">
      <h3>Comment sought by the reporters</h3>
      <ul class="rows">
        {story.commentSought.map(({ actor, answered, evidence }) => (
          <Row
            key={`${evidence.report}-${evidence.spans[0]?.start}`}
            id={`c-${evidence.report}-${evidence.spans[0]?.start}`}
            href={evidenceAddress(evidence)}
          >
            <p class="statement-head">
              {actor === null ? "Somebody" : <ActorName actor={actor} />}
              <Badge tone={answered ? "good" : "doubt"}>{answered ? "answered" : "not answered"}</Badge>
            </p>
            <p class="words">{evidence.exact}</p>
            <p class="row-foot">
              <EvidenceLink evidence={evidence} />
            </p>
          </Row>
        ))}
      </ul>
    </div>
  );
}

/** A reply that neither grants nor refuses is no good news. */
function toneOf(kind: StoryRequest["answers"][number]["kind"]) {
  if (kind === "refusal") return "bad";
  return kind === "no-comment" || kind === "reply" ? "doubt" : "good";
}

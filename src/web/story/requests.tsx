import { useMemo } from "preact/hooks";
import { quotableWords } from "../../core/text/quotable-words.ts";
import { evidenceAddress } from "../addresses.ts";
import { capital, label } from "../format/labels.ts";
import { count } from "../format/numbers.ts";
import { Badge, statusTone } from "../parts/badge.tsx";
import { Context, EvidenceLink, EvidenceLinks } from "../parts/evidence.tsx";
import { ShowMore, useLimit } from "../parts/limited.tsx";
import { Row } from "../parts/row.tsx";
import { Section } from "../parts/section.tsx";
import { ActorName, SpeakerName } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead } from "../parts/story-context.ts";
import type { Evidence, StoryRecord, StoryRequest } from "../records.ts";

const FIRST_ROWS = 20;
const idOf = ({ id }: StoryRequest) => id;

export function Requests({ story }: { readonly story: StoryRecord }) {
  const open = story.requests.filter(({ status }) => status === "open");
  const answered = story.requests.filter(({ status }) => status !== "open").reverse();
  return (
    <Section id="requests" title="Who answered, and who has not">
      {story.requests.length === 0 ? <Nothing>No request was found in {reportsRead(story)}.</Nothing> : null}
      {open.length === 0 ? null : (
        <>
          <h3>Neither granted nor refused so far</h3>
          <RequestList requests={open} />
        </>
      )}
      {answered.length === 0 ? null : (
        <>
          <h3>Granted, promised or refused, the latest first</h3>
          <RequestList requests={answered} />
        </>
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
        <Badge tone={statusTone(request.status)}>{standingOf(request)}</Badge>
      </p>
      <blockquote class="words">
        {request.about ?? (first === undefined ? null : <Context evidence={first} />)}
      </blockquote>
      <p class="row-foot">
        <EvidenceLinks evidence={request.asks} />
      </p>
      {request.answers.length === 0 ? (
        <p class="answers none">
          {request.status === "open"
            ? request.reportsSince === 0
              ? "No answer found; no report has come since."
              : `No answer found in the ${count(request.reportsSince, "report")} since.`
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
                <Badge tone={toneOf(answer.kind)}>
                  {answer.kind === "no-comment" ? "no answer given" : label(answer.kind)}
                </Badge>
                <SpeakerName speaker={answer.speaker} />
              </p>
              <blockquote class="words">
                {/[“"]/.test(answer.evidence.exact) ? answer.evidence.exact : <Context evidence={answer.evidence} />}
              </blockquote>
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

/** Silence that a report tells of is no answer, and a reply that settles nothing is one. */
function standingOf({ status, answers }: StoryRequest): string {
  if (status !== "open") return label(status);
  if (answers.length === 0) return "no answer found";
  return answers.every(({ kind }) => kind === "no-comment") ? "no answer given" : "not settled";
}

interface Sought {
  readonly actor: string | null;
  readonly asked: string | null;
  readonly answered: boolean;
  readonly evidence: readonly Evidence[];
  readonly later: StoryRecord["commentSought"][number]["later"];
  readonly reportsSince: number;
}

/** Whom reporters asked for comment: one row for each, as the latest report that says so leaves it. */
function CommentSought({ story }: { readonly story: StoryRecord }) {
  const { shown, rest, showMore } = useLimit(
    useMemo(() => joinByActor(story), [story]),
    FIRST_ROWS,
    idOfSought,
  );
  if (shown.length === 0) return null;
  return (
    <div class="comment-sought">
      <h3>Asked for comment by the reporters</h3>
      <ul class="rows">
        {shown.map((one) => (
          <SoughtRow key={idOfSought(one)} sought={one} />
        ))}
      </ul>
      <ShowMore rest={rest} showMore={showMore} noun="row" />
    </div>
  );
}

function SoughtRow({ sought }: { readonly sought: Sought }) {
  const { actor, asked, answered, evidence, later, reportsSince } = sought;
  const first = evidence[0];
  const declined = answered && DECLINES.test(evidence.at(-1)?.exact ?? "");
  return (
    <Row id={idOfSought(sought)} href={first === undefined ? "#requests" : evidenceAddress(first)}>
      <p class="statement-head">
        {actor === null ? (
          <SpeakerName speaker={{ kind: "unnamed", description: asked ?? "" }} />
        ) : (
          <ActorName actor={actor} />
        )}
        <Badge tone={answered && !declined ? "good" : "doubt"}>
          {declined
            ? "declined to comment"
            : answered
              ? "answered"
              : later === null
                ? "no comment found"
                : "spoke later"}
        </Badge>
      </p>
      {[...Map.groupBy(evidence, ({ exact }) => exact)].map(([words, places]) => (
        <div key={words} class="sought-words">
          <p class="words">{words}</p>
          <p class="row-foot">
            <EvidenceLinks evidence={places} />
          </p>
        </div>
      ))}
      {answered ? null : later === null ? (
        <p class="answers none">
          {reportsSince === 0
            ? "No answer found; no report has come since."
            : `Nothing said by them was found in the ${count(reportsSince, "report")} since.`}
        </p>
      ) : (
        <div class="answers" data-href={evidenceAddress(later.evidence)}>
          <p class="muted">The first words of theirs found after that:</p>
          <blockquote class="words">{quotableWords(later.evidence)}</blockquote>
          <p class="row-foot">
            <EvidenceLink evidence={later.evidence} />
          </p>
        </div>
      )}
    </Row>
  );
}

function idOfSought({ evidence: [first] }: Sought): string {
  return `c-${first?.report}-${first?.spans[0]?.start}`;
}

/** An answer all the same, but none to what was asked. */
const DECLINES = /\b(?:declin|refus)(?:ed|es|ing)\b|\b(?:would|will|could|did) not\b|\bno comment\b/i;

function joinByActor(story: StoryRecord): readonly Sought[] {
  const byActor = Map.groupBy(
    story.commentSought,
    ({ actor, evidence }) => actor ?? `${evidence.report} ${evidence.exact}`,
  );
  return [...byActor.values()]
    .flatMap((rows) => {
      const last = rows.at(-1);
      return last === undefined ? [] : [{ ...last, evidence: rows.map(({ evidence }) => evidence) }];
    })
    .reverse();
}

/** A reply that neither grants nor refuses is no good news. */
function toneOf(kind: StoryRequest["answers"][number]["kind"]) {
  if (kind === "refusal") return "bad";
  return kind === "no-comment" || kind === "reply" ? "doubt" : "good";
}

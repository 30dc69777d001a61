import { useMemo } from "preact/hooks";
import { countedWords } from "../../core/text/counted-words.ts";
import { quotableWords } from "../../core/text/quotable-words.ts";
import { evidenceAddress } from "../addresses.ts";
import { formatPrinted, formatShortDay } from "../format/dates.ts";
import { capital, label } from "../format/labels.ts";
import { count, formatAmount } from "../format/numbers.ts";
import { Badge } from "../parts/badge.tsx";
import { Decide } from "../parts/decide.tsx";
import { Context, EvidenceLink } from "../parts/evidence.tsx";
import { ShowMore, useLimit } from "../parts/limited.tsx";
import { Row } from "../parts/row.tsx";
import { Section } from "../parts/section.tsx";
import { SpeakerName } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead, type StoryIndex, useStory } from "../parts/story-context.ts";
import type { Discrepancy, FigureSeries, StatementChange, StoryRecord } from "../records.ts";

const FIRST_ROWS = 10;
const idOf = ({ id }: Discrepancy) => id;
const rowOf = ({ evidence }: Discrepancy["sides"][number]) => `${evidence.report}/${evidence.row}`;

/** Rows that cannot both hold, side by side; which of them is right is for a person to say. What moved stands apart. */
export function Disagreements({ story }: { readonly story: StoryRecord }) {
  const settled = new Map(story.settled.map((one) => [one.discrepancy, one]));
  const open = story.discrepancies.filter(({ id }) => !settled.has(id));
  const closed = story.discrepancies.filter(({ id }) => settled.has(id));
  const { shown, rest, showMore } = useLimit(open, FIRST_ROWS, idOf);
  return (
    <Section
      id="disagreements"
      title="What is disputed"
      note={
        open.length === 0
          ? undefined
          : "Which side is right is for a person to say: “Settle” asks for the reason and can be taken back."
      }
    >
      {open.length === 0 ? (
        <Nothing>
          {closed.length === 0
            ? `No figure, date or claim that anybody contradicts was found in ${reportsRead(story)}.`
            : "What reports disagree on has been settled; see below."}
        </Nothing>
      ) : null}
      {shown.map((discrepancy) => (
        <Dispute key={discrepancy.id} story={story} discrepancy={discrepancy}>
          <Decide label="Settle" request={{ kind: "settle", story: story.id, discrepancy: discrepancy.id }} />
        </Dispute>
      ))}
      <ShowMore rest={rest} showMore={showMore} noun="disagreement" />
      <Updates story={story} />
      <Changes changes={story.changes} />
      {closed.length === 0 ? null : (
        <details class="settled">
          <summary>{count(closed.length, "disagreement")} settled</summary>
          {closed.map((discrepancy) => (
            <Dispute key={discrepancy.id} story={story} discrepancy={discrepancy}>
              <Settlement settlement={settled.get(discrepancy.id)} />
            </Dispute>
          ))}
        </details>
      )}
    </Section>
  );
}

function Dispute(props: {
  readonly story: StoryRecord;
  readonly discrepancy: Discrepancy;
  readonly children: preact.ComponentChildren;
}) {
  const { story, discrepancy } = props;
  const { events, reports } = useStory();
  const sides = useLimit(discrepancy.sides, FIRST_ROWS, rowOf);
  const series = story.figures.find(({ id }) => id === discrepancy.row);
  const held = useMemo(() => holdingsOf(series, reports), [series, reports]);
  const event = events.get(series?.event ?? discrepancy.row);
  // What is counted is named by no side's number; where no event tells more, the words around the first do.
  const first = discrepancy.sides[0];
  const isClaim = discrepancy.kind === "claim";
  return (
    <div id={discrepancy.id} class="discrepancy">
      <h3>
        {isClaim ? (
          "Claimed, and denied"
        ) : discrepancy.kind === "time" ? (
          "The time of day"
        ) : (
          <a href={`#${encodeURIComponent(discrepancy.row)}`}>
            {series === undefined ? "The day" : nameOf(series)}
            {event === undefined ? null : `: ${event.label}`}
          </a>
        )}{" "}
        {event === undefined && first !== undefined && !isClaim ? <Context evidence={first.evidence} /> : null}
        <a class="permalink" href={`#${encodeURIComponent(discrepancy.id)}`} aria-label="Link to this disagreement">
          #
        </a>
      </h3>
      <ul class="sides">
        {sides.shown.map((side) => {
          const { label: words, giver, evidence } = side;
          return (
            <li key={`${evidence.report}/${evidence.row}/${words}`} class="side" data-href={evidenceAddress(evidence)}>
              {isClaim ? null : <p class="side-label">{discrepancy.kind === "date" ? formatShortDay(words) : words}</p>}
              <p>
                {giver === null ? (
                  <span class="muted">in the report’s own voice</span>
                ) : (
                  <SpeakerName speaker={giver} />
                )}
              </p>
              {isClaim ? <blockquote class="words">{quotableWords(evidence)}</blockquote> : null}
              <p class="row-foot">
                <EvidenceLink evidence={evidence} />
                <Reach held={held} side={side} />
              </p>
            </li>
          );
        })}
      </ul>
      <ShowMore rest={sides.rest} showMore={sides.showMore} noun="side" />
      <p class="meta">{capital(discrepancy.reason)}.</p>
      {props.children}
    </div>
  );
}

function nameOf(series: FigureSeries): string {
  return capital(countedWords(series.counts, series.label));
}

/** In how many reports a giver's figure stands, and of how many origins these are: copies add no witness. */
function Reach({
  held,
  side,
}: {
  readonly held: ReadonlyMap<string, Held>;
  readonly side: Discrepancy["sides"][number];
}) {
  const { evidence } = side;
  const found = held.get(`${evidence.report}/${evidence.row}`);
  return found === undefined || found.reports.size < 2 ? null : (
    <span>
      {count(found.reports.size, "report")} of {count(found.origins.size, "origin")}
    </span>
  );
}

interface Held {
  readonly reports: Set<string>;
  readonly origins: Set<string>;
}

/** For each value of a series, by its report and row, where its giver's same figure stands. */
function holdingsOf(series: FigureSeries | undefined, reports: StoryIndex["reports"]): ReadonlyMap<string, Held> {
  const byFigure = new Map<string, Held>();
  const byRow = new Map<string, Held>();
  for (const { giver, min, max, report, evidence } of series?.values ?? []) {
    const key = JSON.stringify([giver, min, max]);
    const held = byFigure.get(key) ?? { reports: new Set(), origins: new Set() };
    held.reports.add(report);
    held.origins.add(reports.get(report)?.origin ?? report);
    byFigure.set(key, held);
    byRow.set(`${report}/${evidence.row}`, held);
  }
  return byRow;
}

function Settlement({ settlement }: { readonly settlement: StoryRecord["settled"][number] | undefined }) {
  if (settlement === undefined) return null;
  const { reason, by, at, decision } = settlement;
  return (
    <>
      <p>
        <Badge tone="good">settled</Badge> {reason}{" "}
        <span class="muted">
          ({by}, {formatPrinted(at)})
        </span>
      </p>
      <Decide label="Take back" request={{ kind: "undo", decision }} />
    </>
  );
}

function updateId({ series, giver }: Pick<StoryRecord["updates"][number], "series" | "giver">): string {
  return `u-${series}-${giver.kind === "resolved" ? giver.actor : ""}`;
}

/** Figures that one giver has moved since: no disagreement. */
function Updates({ story }: { readonly story: StoryRecord }) {
  const { events, reports } = useStory();
  const updates = useLimit(story.updates, FIRST_ROWS, updateId);
  if (story.updates.length === 0) return null;
  const series = new Map(story.figures.map((one) => [one.id, one]));
  return (
    <div class="updates">
      <h3>Moved since, by who gives it</h3>
      <ul class="rows">
        {story.updates.map(({ series: id, giver, values }) => {
          const one = series.get(id);
          const moved = values.flatMap((at) => one?.values[at] ?? []);
          const last = moved.at(-1);
          if (one === undefined || last === undefined) return null;
          return (
            <Row
              key={updateId({ series: id, giver })}
              id={updateId({ series: id, giver })}
              href={evidenceAddress(last.evidence)}
            >
              <p class="statement-head">
                <SpeakerName speaker={giver} />{" "}
                <a href={`#${encodeURIComponent(id)}`}>
                  {nameOf(one)}
                  {one.event === null || !events.has(one.event) ? null : `: ${events.get(one.event)?.label}`}
                </a>
              </p>
              <p class="moves">
                {moved.map((value, at) => (
                  <span key={`${value.report}/${value.evidence.row}`}>
                    {at === 0 ? null : " → "}
                    <a href={evidenceAddress(value.evidence)}>{formatAmount(value, one.unit) ?? value.words}</a>{" "}
                    <span class="muted">({dayOf(reports.get(value.report))})</span>
                  </span>
                ))}
              </p>
            </Row>
          );
        })}
      </ul>
      <ShowMore rest={updates.rest} showMore={updates.showMore} noun="figure" />
    </div>
  );
}

function dayOf(
  report: { readonly publishedAt: string | null; readonly modifiedAt: string | null } | undefined,
): string {
  const at = report?.modifiedAt ?? report?.publishedAt;
  return at == null ? "undated" : formatShortDay(at.slice(0, 10));
}

/** What a speaker said of one thing, and said otherwise on another day. */
function Changes({ changes }: { readonly changes: readonly StatementChange[] }) {
  if (changes.length === 0) return null;
  return (
    <div class="changes">
      <h3>Said otherwise later</h3>
      {changes.map(({ speaker, from, to, reason }) => (
        <div key={`${from.statement}/${to.statement}`} class="discrepancy">
          <p class="statement-head">
            <SpeakerName speaker={speaker} />
          </p>
          <ul class="sides">
            {[from, to].map((side, at) => (
              <li key={side.statement} class="side" data-href={evidenceAddress(side.evidence)}>
                <p>
                  <span class="muted">{at === 0 ? "first" : "later"}</span> <Badge>{label(side.act)}</Badge>
                </p>
                <blockquote class="words">{quotableWords(side.evidence)}</blockquote>
                <p class="row-foot">
                  <EvidenceLink evidence={side.evidence} />
                </p>
              </li>
            ))}
          </ul>
          <p class="meta">{capital(reason)}.</p>
        </div>
      ))}
    </div>
  );
}

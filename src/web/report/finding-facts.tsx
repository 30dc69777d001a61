import type { ComponentChildren } from "preact";
import { reportActorAddress } from "../addresses.ts";
import { formatRange, formatTimex } from "../format/dates.ts";
import { confidenceLabel, label } from "../format/labels.ts";
import { count, formatAmount } from "../format/numbers.ts";
import { Badge, statusTone } from "../parts/badge.tsx";

import type { Span, Speaker, StoredReport } from "../records.ts";
import { FindingButton } from "./finding-button.tsx";
import { type Finding, KIND_NAMES } from "./findings.ts";

interface FactsProps {
  readonly stored: StoredReport;
  readonly finding: Finding;
  readonly findings: readonly Finding[];
  readonly open: (finding: Finding) => void;
}

/** What the record says of a finding: one form for each kind. */
export function FindingFacts(props: FactsProps) {
  const { stored, finding } = props;
  const { record } = stored;
  switch (finding.kind) {
    case "statement":
      return <StatementFacts {...props} />;
    case "request":
      return <RequestFacts {...props} />;
    case "event":
      return <EventFacts {...props} />;
    case "figure":
      return <FigureFacts {...props} />;
    case "time":
      return <TimeFacts {...props} />;
    case "actor":
      return <ActorFacts {...props} />;
    case "comment": {
      const row = record.commentSought.find(({ span }) => `c${span.start}` === finding.id);
      if (row === undefined) return null;
      return (
        <Facts
          kind={finding}
          badges={<Badge tone={row.answered ? "good" : "doubt"}>{row.answered ? "answered" : "not answered"}</Badge>}
        >
          <Fact name="Asked by the reporters">
            {row.actor !== null ? (
              <ActorLink {...props} actor={row.actor} />
            ) : row.asked === null ? (
              "somebody not named"
            ) : (
              <q>{record.report.text.slice(row.asked.start, row.asked.end)}</q>
            )}
          </Fact>
        </Facts>
      );
    }
    case "quoted": {
      const row = record.quotedWords.find(({ span }) => `q${span.start}` === finding.id);
      return (
        <Facts kind={finding}>
          <Fact name="Kept as">{row === undefined ? "quoted words" : label(row.kind)}</Fact>
          <Fact name="Said by">nobody: the marks are the writer’s</Fact>
        </Facts>
      );
    }
  }
}

function StatementFacts(props: FactsProps) {
  const { stored, finding } = props;
  const { record } = stored;
  const row = record.statements.find(({ id }) => id === finding.id);
  if (row === undefined) return null;
  const words = attributionOf(row, record.report.text);
  return (
    <Facts
      kind={finding}
      badges={
        <>
          {row.alleged || row.act === "allegation" ? (
            <Badge tone="doubt">allegation</Badge>
          ) : (
            <Badge>{label(row.act)}</Badge>
          )}
          <Badge>{label(row.form)}</Badge>
          {row.medium === null ? null : <Badge>{label(row.medium)}</Badge>}
        </>
      }
    >
      <Fact name="Speaker">
        <SpeakerFact {...props} speaker={row.speaker} />
      </Fact>
      {words === null ? null : (
        <Fact name="Attributed by">
          <q>{words}</q>
        </Fact>
      )}
      {row.addressee === null ? null : (
        <Fact name="To">
          <ActorLink {...props} actor={row.addressee} />
        </Fact>
      )}
      {row.saidAt === null ? null : <Fact name="Said">{formatTimex(row.saidAt)}</Fact>}
      {row.within === null ? null : (
        <Fact name="Within">
          <OpenRow {...props} row={row.within} />
        </Fact>
      )}
      <Fact name="Confidence">{confidenceLabel(row.confidence)}</Fact>
      <ProducedBy by={row.producedBy} />
    </Facts>
  );
}

/** Who and how, as printed; with a sign of omission where words lie between the two. */
function attributionOf({ source, cue }: { readonly source: Span | null; readonly cue: Span | null }, text: string) {
  const parts = [source, cue]
    .filter((span) => span !== null)
    // A transcript's mark after the name says nothing.
    .filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end)))
    .sort((a, b) => a.start - b.start);
  const [first, second] = parts;
  if (first === undefined) return null;
  const words = text.slice(first.start, first.end);
  if (second === undefined || second.start < first.end) return words;
  const between = text.slice(first.end, second.start);
  return `${words}${/[\p{L}\p{N}\n]/u.test(between) ? " … " : between}${text.slice(second.start, second.end)}`;
}

function RequestFacts(props: FactsProps) {
  const { stored, finding } = props;
  const row = stored.record.requests.find(({ id }) => id === finding.id);
  if (row === undefined) return null;
  return (
    <Facts
      kind={finding}
      badges={
        <Badge tone={statusTone(row.status)}>
          {row.status === "open" ? "no answer in this report" : label(row.status)}
        </Badge>
      }
    >
      <Fact name="Asked by">
        <SpeakerFact {...props} speaker={row.asker} />
      </Fact>
      <Fact name="Asked of">
        <SpeakerFact {...props} speaker={row.asked} />
      </Fact>
      {row.about === null ? null : (
        <Fact name="To">
          <span class="words">{stored.record.report.text.slice(row.about.start, row.about.end)}</span>
        </Fact>
      )}
      {row.statement === null ? null : (
        <Fact name="Statement">
          <OpenRow {...props} row={row.statement} />
        </Fact>
      )}
      {row.answers.map(({ statement, kind }) => (
        <Fact key={statement} name={`Answer: ${label(kind)}`}>
          <OpenRow {...props} row={statement} />
        </Fact>
      ))}
      <ProducedBy by={row.producedBy} />
    </Facts>
  );
}

function EventFacts(props: FactsProps) {
  const { stored, finding } = props;
  const row = stored.record.events.find(({ id }) => id === finding.id);
  if (row === undefined) return null;
  const { text } = stored.record.report;
  const time = stored.record.timeExpressions.find(({ id }) => id === row.time);
  const end = stored.record.timeExpressions.find(({ id }) => id === row.until);
  return (
    <Facts
      kind={finding}
      badges={
        <>
          <Badge>{label(row.type)}</Badge>
          <Badge tone={statusTone(row.status)}>{label(row.status)}</Badge>
        </>
      }
    >
      <Fact name="When">
        {row.time === null ? (
          "not said"
        ) : (
          <>
            {row.bound === null ? null : `${row.bound} `}
            <OpenRow {...props} row={row.time} words={time?.value == null ? undefined : formatTimex(time.value)} />
            {row.until === null ? null : (
              <>
                {" until "}
                <OpenRow {...props} row={row.until} words={end?.value == null ? undefined : formatTimex(end.value)} />
              </>
            )}
          </>
        )}
      </Fact>
      {row.participants.map(({ role, actor, span }) => (
        <Fact key={`${role}/${span.start}`} name={ROLE_NAMES[role]}>
          {actor === null ? (
            <span class="words">{text.slice(span.start, span.end)}</span>
          ) : (
            <ActorLink {...props} actor={actor} />
          )}
        </Fact>
      ))}
      {row.places.length === 0 ? null : <Fact name="Where">{row.places.map(({ name }) => name).join(", ")}</Fact>}
      <OnWhoseWord {...props} statement={row.accordingTo} />
      {row.mentions.length === 0 ? null : (
        <Fact name="Also named as">{row.mentions.map((span) => text.slice(span.start, span.end)).join(", ")}</Fact>
      )}
      <ProducedBy by={row.producedBy} />
    </Facts>
  );
}

const ROLE_NAMES = {
  agent: "By",
  patient: "To",
  forum: "Before",
  topic: "About",
  place: "Where",
  other: "With",
} as const;

function FigureFacts(props: FactsProps) {
  const { stored, finding } = props;
  const row = stored.record.figures.find(({ id }) => id === finding.id);
  if (row === undefined) return null;
  return (
    <Facts
      kind={finding}
      badges={<Badge tone={row.quantity === "vague" ? "doubt" : "plain"}>{label(row.quantity)}</Badge>}
    >
      <Fact name="Amount">
        {formatAmount({ ...row, words: stored.record.report.text.slice(row.span.start, row.span.end) }, row.unit) ??
          "no number"}
      </Fact>
      <Fact name="Counts">{label(row.counts)}</Fact>
      {row.event === null ? null : (
        <Fact name="Of">
          <OpenRow {...props} row={row.event} />
        </Fact>
      )}
      <OnWhoseWord {...props} statement={row.accordingTo} />
      <ProducedBy by={row.producedBy} />
    </Facts>
  );
}

function TimeFacts({ stored, finding }: FactsProps) {
  const row = stored.record.timeExpressions.find(({ id }) => id === finding.id);
  if (row === undefined) return null;
  return (
    <Facts kind={finding} badges={<Badge>{label(row.type)}</Badge>}>
      <Fact name="Means">
        {row.value === null ? <Badge tone="doubt">not known</Badge> : formatTimex(row.value)}
        {row.range === null || row.range.first === row.range.last ? null : (
          <span class="muted"> ({formatRange(row.range.first, row.range.last)})</span>
        )}
      </Fact>
      {row.value === null ? null : (
        <Fact name="TIMEX3">
          <code>{row.value}</code>
        </Fact>
      )}
      {row.stated === null ? null : (
        <Fact name="Stated">
          <code>{row.stated}</code>
        </Fact>
      )}
      <Fact name="Inferred">{row.inferred ?? "nothing"}</Fact>
    </Facts>
  );
}

function ActorFacts(props: FactsProps) {
  const { stored, finding } = props;
  const row = stored.record.actors.find(({ id }) => id === finding.id);
  if (row === undefined) return null;
  const aliases = row.aliases.filter((alias) => alias !== row.name);
  return (
    <Facts kind={finding} badges={<Badge>{label(row.kind)}</Badge>} title={row.name}>
      {aliases.length === 0 ? null : <Fact name="Also called">{aliases.join(", ")}</Fact>}
      {row.roles.map(({ title, of, span }) => (
        <Fact key={span.start} name="Role">
          {title}
          {of === null ? "" : `, ${stored.record.actors.find(({ id }) => id === of)?.name ?? of}`}
        </Fact>
      ))}
      <Fact name="Mentions">{count(row.mentions.length, "mention")} in this report</Fact>
      {stored.story === null ? null : (
        <Fact name="In the story">
          <a href={reportActorAddress(stored.story, stored.record.report.id, row.id)}>
            Everything on record about {row.name}
          </a>
        </Fact>
      )}
    </Facts>
  );
}

function SpeakerFact(props: FactsProps & { readonly speaker: Speaker }) {
  const { speaker } = props;
  switch (speaker.kind) {
    case "resolved":
      return <ActorLink {...props} actor={speaker.actor} />;
    case "unnamed":
      return (
        <>
          {speaker.description || "not named at all"} <Badge tone="doubt">unnamed</Badge>
        </>
      );
    case "ambiguous":
      return (
        <>
          {speaker.candidates.map((actor, index) => (
            <span key={actor}>
              {index === 0 ? null : " or "}
              <ActorLink {...props} actor={actor} />
            </span>
          ))}{" "}
          <Badge tone="doubt">unclear who</Badge>
        </>
      );
  }
}

/** The actor's name; a press lights its mentions. */
function ActorLink({ stored, findings, open, actor }: FactsProps & { readonly actor: string }) {
  const name = stored.record.actors.find(({ id }) => id === actor)?.name ?? actor;
  const finding = findings.find(({ id }) => id === actor);
  return finding === undefined ? (
    <span>{name}</span>
  ) : (
    <button type="button" class="plain-button" onClick={() => open(finding)}>
      {name}
    </button>
  );
}

function OnWhoseWord(props: FactsProps & { readonly statement: string | null }) {
  const { stored, statement } = props;
  if (statement === null) return <Fact name="On whose word">the report’s own</Fact>;
  const row = stored.record.statements.find(({ id }) => id === statement);
  return (
    <>
      <Fact name="On whose word">
        {row === undefined ? "a statement’s" : <SpeakerFact {...props} speaker={row.speaker} />}
      </Fact>
      <Fact name="Statement">
        <OpenRow {...props} row={statement} />
      </Fact>
    </>
  );
}

/** Leads to another row of this report; a row whose kind is not shown now is named without a way to it. */
function OpenRow(props: FactsProps & { readonly row: string; readonly words?: string | undefined }) {
  const finding = props.findings.find(({ id }) => id === props.row);
  if (finding === undefined) return <span class="muted">{props.words ?? props.row}</span>;
  return (
    <FindingButton record={props.stored.record} finding={finding} open={props.open}>
      {props.words}
    </FindingButton>
  );
}

function Facts(props: {
  readonly kind: Finding;
  readonly title?: string;
  readonly badges?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <h2 class="finding-title">
        {props.title ?? KIND_NAMES[props.kind.kind][0]} {props.badges}
      </h2>
      <dl class="facts-list">{props.children}</dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function ProducedBy({ by }: { readonly by: string }) {
  return (
    <Fact name="Found by">
      <code>{by}</code>
    </Fact>
  );
}

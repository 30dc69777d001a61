import { useMemo } from "preact/hooks";
import { reportAddress, storyAddress } from "../addresses.ts";
import { useApi } from "../api.ts";
import { capital, label } from "../format/labels.ts";
import { count } from "../format/numbers.ts";
import { useArrival } from "../parts/arrive.ts";
import { EvidenceLink } from "../parts/evidence.tsx";
import { ShowMore, useLimit } from "../parts/limited.tsx";
import { Section } from "../parts/section.tsx";
import { Answered, Nothing } from "../parts/states.tsx";
import { indexStory, StoryContext, useStory } from "../parts/story-context.ts";
import { useTitle } from "../parts/title.ts";
import type { ActorDossier, StoryActor, StoryRecord, StoryStatement } from "../records.ts";
import { FigureList } from "../story/figures.tsx";
import { latestDay } from "../story/latest-day.ts";
import { RequestList } from "../story/requests.tsx";
import { StatementRow } from "../story/statement-row.tsx";
import { EventList } from "../story/timeline.tsx";

const FIRST_ROWS = 30;
const idOf = ({ id }: StoryStatement) => id;

export function ActorPage({ story, actor }: { readonly story: string; readonly actor: string }) {
  const base = `/api/stories/${encodeURIComponent(story)}`;
  const dossier = useApi<ActorDossier>(`${base}/actors/${encodeURIComponent(actor)}`);
  // The dossier names other actors and reports by id; the story knows their names.
  const record = useApi<StoryRecord>(base);
  useArrival(dossier.kind === "done" && record.kind === "done");
  return (
    <Answered answer={dossier}>
      {(found) => <Answered answer={record}>{(whole) => <Dossier dossier={found} story={whole} />}</Answered>}
    </Answered>
  );
}

function Dossier({ dossier, story }: { readonly dossier: ActorDossier; readonly story: StoryRecord }) {
  const { actor } = dossier;
  useTitle(`${actor.name}: ${story.title}`);
  const index = useMemo(() => indexStory(story), [story]);
  const statements = useLimit(dossier.statements, FIRST_ROWS, idOf);
  const aliases = actor.aliases.filter((alias) => alias !== actor.name);
  return (
    <StoryContext.Provider value={index}>
      <div class="page page-narrow">
        <header class="story-head">
          <p class="crumb">
            <a href={storyAddress(story.id)}>{story.title}</a>
          </p>
          <h1>{actor.name}</h1>
          <p class="meta">
            {capital(label(actor.kind))} · {count(actor.mentionCount, "mention")} ·{" "}
            {count(new Set(actor.members.map(({ report }) => report)).size, "report")}
          </p>
          {aliases.length === 0 ? null : <p>Also called {aliases.join(", ")}.</p>}
        </header>
        <Roles actor={actor} />
        <Section id="statements" title="Said">
          {dossier.statements.length === 0 ? <Nothing>No statement is on this actor’s word.</Nothing> : null}
          <ol class="rows">
            {statements.shown.map((statement) => (
              <StatementRow key={statement.id} statement={statement} />
            ))}
          </ol>
          <ShowMore rest={statements.rest} showMore={statements.showMore} noun="statement" />
        </Section>
        {dossier.requestsMade.length === 0 ? null : (
          <Section id="asked" title="Asked others">
            <RequestList requests={dossier.requestsMade} />
          </Section>
        )}
        {dossier.requestsReceived.length === 0 ? null : (
          <Section id="was-asked" title="Was asked">
            <RequestList requests={dossier.requestsReceived} />
          </Section>
        )}
        {dossier.timeline.length === 0 ? null : (
          <Section id="timeline" title="Took part in">
            <EventList events={dossier.timeline} latest={latestDay(story)} />
          </Section>
        )}
        {dossier.figuresGiven.length === 0 ? null : (
          <Section id="figures" title="Figures given">
            <FigureList figures={dossier.figuresGiven} />
          </Section>
        )}
        <Members actor={actor} index={index.reports} />
      </div>
    </StoryContext.Provider>
  );
}

function Roles({ actor }: { readonly actor: StoryActor }) {
  const { actors } = useStory();
  // "Ms" says how a report addresses somebody, and not what she does.
  const roles = actor.roles.filter(({ title }) => !FORMS_OF_ADDRESS.test(title));
  if (roles.length === 0) return null;
  // The body is an actor of the story where it could be resolved, else the report's words for it.
  const nameOf = (of: string) => actors.get(of)?.name ?? of;
  return (
    <Section id="roles" title="Roles as reported">
      <ul class="rows">
        {roles.map(({ title, of, evidence }) => (
          <li key={`${evidence.report}/${title}/${evidence.spans[0]?.start}`} class="row">
            <span class="words">
              {title}
              {of === null ? null : `, ${nameOf(of)}`}
            </span>{" "}
            <EvidenceLink evidence={evidence} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const FORMS_OF_ADDRESS = /^(?:mr|mrs|ms|miss|mx|mister|madam|monsieur|madame|herr|frau|señora?|mme|mlle)\.?$/i;

/** Why the reports' names were taken for one actor: the first thing to check when a dossier looks wrong. */
function Members(props: {
  readonly actor: StoryActor;
  readonly index: ReadonlyMap<string, StoryRecord["reports"][number]>;
}) {
  const { actor, index } = props;
  const [only] = actor.members;
  if (only !== undefined && actor.members.length === 1) {
    return (
      <Section id="members" title="Named in">
        <p>
          <a href={reportAddress(only.report, only.actor)}>{index.get(only.report)?.headline ?? only.report}</a>
        </p>
      </Section>
    );
  }
  return (
    <Section id="members" title="Why these mentions are one actor">
      <details>
        <summary>{count(actor.members.length, "report’s actor is joined", "reports’ actors are joined")}</summary>
        <ul class="members">
          {actor.members.map((member) => (
            <li key={`${member.report}/${member.actor}`}>
              <a href={reportAddress(member.report, member.actor)}>
                {index.get(member.report)?.headline ?? member.report}
              </a>{" "}
              <span class="meta">{member.reason}</span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

import { useMemo } from "preact/hooks";
import { storyAddress } from "../addresses.ts";
import { useApi } from "../api.ts";
import { formatShortRange } from "../format/dates.ts";
import { count } from "../format/numbers.ts";
import { useArrival } from "../parts/arrive.ts";
import { Badge } from "../parts/badge.tsx";
import { outletOf } from "../parts/report-name.ts";
import { useStages } from "../parts/stages.ts";
import { Answered } from "../parts/states.tsx";
import { indexStory, StoryContext } from "../parts/story-context.ts";
import { useTitle } from "../parts/title.ts";
import { withVersions } from "../parts/versions.ts";
import type { StoryRecord } from "../records.ts";
import type { Place } from "../router.ts";
import { Actors } from "./actors.tsx";
import { Ahead } from "./ahead.tsx";
import { Disagreements } from "./disagreements.tsx";
import { Figures } from "./figures.tsx";
import { LegalSteps } from "./legal-steps.tsx";
import { Reports } from "./reports.tsx";
import { Requests } from "./requests.tsx";
import { Statements } from "./statements.tsx";
import { Timeline } from "./timeline.tsx";
import { WhatIsNew } from "./what-is-new.tsx";

export function StoryPage({ id, place }: { readonly id: string; readonly place: Place }) {
  const answer = useApi<StoryRecord>(`/api/stories/${encodeURIComponent(id)}`);
  useArrival(answer.kind === "done");
  return <Answered answer={answer}>{(story) => <Story story={story} place={place} />}</Answered>;
}

/** Parts that are shown at once; the others follow when the browser is idle. */
const AT_ONCE = 2;
/** Where the statements stand among the parts. */
const STATEMENTS = 5;

function Story({ story, place }: { readonly story: StoryRecord; readonly place: Place }) {
  useTitle(story.title);
  const index = useMemo(() => indexStory(story), [story]);
  // One node each for as long as the record is the same: a change of filter renders the statements alone.
  const parts = useMemo(
    () => [
      <WhatIsNew key="new" story={story} />,
      <Requests key="requests" story={story} />,
      <Disagreements key="disagreements" story={story} />,
      <Ahead key="ahead" story={story} />,
      <Timeline key="timeline" story={story} />,
      null,
      <Figures key="figures" story={story} />,
      <LegalSteps key="matters" story={story} />,
      <Reports key="reports" story={story} />,
      <Actors key="actors" story={story} />,
    ],
    [story],
  );
  const stage = useStages(AT_ONCE, parts.length);
  return (
    <StoryContext.Provider value={index}>
      <div class="page story">
        <header class="story-head">
          <h1 class={story.title.length > 80 ? "long" : ""}>{story.title}</h1>
          <p class="meta">{reach(story)}</p>
          {story.reports.every(({ unread }) => unread) ? (
            <p>
              <Badge tone="doubt">not in English</Badge> Onrecord reads English alone: the words are kept and searched,
              and nothing is read out of them.
            </p>
          ) : null}
        </header>
        <SectionNav story={story} />
        <div class="story-body">
          {parts.slice(0, Math.min(stage, STATEMENTS))}
          {stage > STATEMENTS ? <Statements story={story} place={place} /> : null}
          {parts.slice(STATEMENTS + 1, stage)}
        </div>
      </div>
    </StoryContext.Provider>
  );
}

function SectionNav({ story }: { readonly story: StoryRecord }) {
  const sections: readonly (readonly [id: string, name: string, rows: number])[] = [
    ["new", "What is new", story.news.length],
    ["requests", "Who answered", story.requests.length],
    ["disagreements", "What is disputed", story.discrepancies.length - story.settled.length],
    ["ahead", "What comes next", story.timeline.filter(({ status }) => status === "planned").length],
    ["timeline", "Timeline", story.timeline.length],
    ["statements", "Who said what", story.statements.length],
    ["figures", "Figures", story.figures.length],
    ["matters", "Legal steps", story.matters.length],
    ["reports", "Reports", story.reports.length],
    ["actors", "Actors", story.actors.length],
  ];
  return (
    <nav class="sections" aria-label="Parts of this record">
      <ul>
        {sections.map(([id, name, rows]) => (
          <li key={id}>
            <a href={storyAddress(story.id, id)} class={rows === 0 ? "none" : ""}>
              {name} <span class="count">{rows}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How far the story reaches: outlets and origins are counted apart, since copies add no witness. */
function reach(story: StoryRecord): string {
  const outlets = new Set(story.reports.flatMap(({ outlet }) => outlet ?? []));
  const days = story.reports.flatMap(({ publishedAt }) => publishedAt ?? []).map((at) => at.slice(0, 10));
  days.sort();
  const [first, last] = [days[0], days.at(-1)];
  const [only] = story.reports.length === 1 ? story.reports : [];
  return [
    withVersions(story.reports),
    ...(only !== undefined
      ? [outletOf(only) ?? "outlet not named"]
      : [
          outlets.size === 0 ? "outlets not named" : count(outlets.size, "outlet"),
          count(story.origins.length, "origin"),
        ]),
    first === undefined || last === undefined ? "undated" : formatShortRange(first, last),
  ].join(" · ");
}

import { useState } from "preact/hooks";
import { storyAddress } from "../addresses.ts";
import { useApi } from "../api.ts";
import { formatShortRange } from "../format/dates.ts";
import { count } from "../format/numbers.ts";
import { Answered, Nothing } from "../parts/states.tsx";
import { useTitle } from "../parts/title.ts";
import type { StoryList } from "../records.ts";

type StorySummary = StoryList["items"][number];

export function StoriesPage() {
  useTitle("");
  return (
    <div class="page page-narrow">
      <h1>Stories</h1>
      <StoriesFrom after={null} />
    </div>
  );
}

function StoriesFrom({ after }: { readonly after: string | null }) {
  const answer = useApi<StoryList>(
    `/api/stories?limit=100${after === null ? "" : `&after=${encodeURIComponent(after)}`}`,
  );
  const [more, setMore] = useState(false);
  return (
    <Answered answer={answer}>
      {({ items, next }) => (
        <>
          {items.length === 0 && after === null ? (
            <Nothing>
              The store holds no reports yet. Add some with <code>onrecord add FILE…</code>, then load this page again.
            </Nothing>
          ) : null}
          <ol class="stories">
            {items.map((story) => (
              <StoryRow key={story.id} story={story} />
            ))}
          </ol>
          {next === null ? null : more ? (
            <StoriesFrom after={next} />
          ) : (
            <p class="show-more">
              <button type="button" onClick={() => setMore(true)}>
                Show more
              </button>{" "}
              <span class="muted">more are not shown</span>
            </p>
          )}
        </>
      )}
    </Answered>
  );
}

function StoryRow({ story }: { readonly story: StorySummary }) {
  const { firstPublished, lastPublished, openRequests, discrepancies } = story;
  const facts = [
    openRequests > 0 ? count(openRequests, "request without an answer", "requests without an answer") : null,
    discrepancies > 0 ? count(discrepancies, "disagreement") : null,
  ].filter((fact) => fact !== null);
  return (
    <li class="row story-row" data-href={storyAddress(story.id)}>
      <h2>
        <a href={storyAddress(story.id)}>{story.title}</a>
      </h2>
      <p class="meta">
        {count(story.reportCount, "report")}
        {story.outlets.length === 0 ? null : ` · ${outlets(story.outlets)}`}
        {" · "}
        <span class="days">
          {firstPublished === null ? "undated" : days(firstPublished, lastPublished ?? firstPublished)}
        </span>
      </p>
      {facts.length === 0 ? null : <p class="facts">{facts.join(" · ")}</p>}
    </li>
  );
}

function outlets(names: readonly string[]): string {
  return names.length <= 4 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

function days(first: string, last: string): string {
  return formatShortRange(first.slice(0, 10), last.slice(0, 10));
}

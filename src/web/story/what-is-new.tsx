import { evidenceAddress } from "../addresses.ts";
import { formatPrinted, formatTimex } from "../format/dates.ts";
import { Badge } from "../parts/badge.tsx";
import { Context, EvidenceLink } from "../parts/evidence.tsx";
import { Row } from "../parts/row.tsx";
import { Section } from "../parts/section.tsx";
import { ActorNames } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { useStory } from "../parts/story-context.ts";
import type { StoryRecord } from "../records.ts";
import { latestDay } from "./latest-day.ts";

type News = StoryRecord["news"][number];

/** The first thing a reporter asks: what do the latest reports add, and what comes next. */
export function WhatIsNew({ story }: { readonly story: StoryRecord }) {
  const { reports } = useStory();
  const at = (report: string) => reports.get(report)?.modifiedAt ?? reports.get(report)?.publishedAt ?? "";
  const byReport = [...Map.groupBy(story.news, ({ evidence }) => evidence.report)].sort(([a], [b]) =>
    at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0,
  );
  return (
    <Section id="new" title="What is new">
      {story.news.length === 0 ? (
        <Nothing>The latest reports repeat what was known. The reports are listed below.</Nothing>
      ) : (
        byReport.map(([id, news]) => {
          const report = reports.get(id);
          return (
            <div key={id} class="news">
              <h3 class="news-source">
                {report?.outlet ?? "Report"}
                <span class="muted">
                  {report?.publishedAt == null ? ", undated" : `, ${formatPrinted(report.publishedAt)}`}
                  {report?.modifiedAt == null ? null : `, changed ${formatPrinted(report.modifiedAt)}`}
                </span>
              </h3>
              <ul class="rows">
                {news.map((one) => (
                  <NewsRow key={newsId(one)} news={one} />
                ))}
              </ul>
            </div>
          );
        })
      )}
      <Ahead story={story} />
    </Section>
  );
}

function NewsRow({ news }: { readonly news: News }) {
  return (
    <Row id={newsId(news)} href={evidenceAddress(news.evidence)} class="news-row">
      <p class="words">
        {news.kind === "updates" ? <Badge tone="good">update</Badge> : null} {news.evidence.exact}
      </p>
      <p class="row-foot">
        <EvidenceLink evidence={news.evidence} />
      </p>
    </Row>
  );
}

/** What is planned for after the latest report. */
function Ahead({ story }: { readonly story: StoryRecord }) {
  const latest = latestDay(story);
  const ahead = story.timeline.filter(
    ({ status, when }) => status === "planned" && when !== null && (latest === null || when.last > latest),
  );
  if (ahead.length === 0) return null;
  return (
    <div class="ahead">
      <h3>What is ahead</h3>
      <ul class="rows">
        {ahead.slice(0, 8).map((event) => (
          <li key={event.id} class="ahead-row">
            <span class="ahead-when">{event.when === null ? null : formatTimex(event.when.value)}</span>
            <span>
              <a href={`#${encodeURIComponent(event.id)}`}>{event.label}</a>{" "}
              {event.label.split(" ").length < 3 && event.evidence[0] !== undefined ? (
                <Context evidence={event.evidence[0]} />
              ) : null}{" "}
              <span class="muted">
                <ActorNames actors={[...new Set(event.participants.map(({ actor }) => actor))].slice(0, 3)} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function newsId({ evidence }: News): string {
  return `n-${evidence.report}-${evidence.spans[0]?.start ?? 0}`;
}

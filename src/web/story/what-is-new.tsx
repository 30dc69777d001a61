import { evidenceAddress, reportAddress } from "../addresses.ts";
import { formatPrinted } from "../format/dates.ts";
import { Badge } from "../parts/badge.tsx";
import { outletOf } from "../parts/report-name.ts";
import { Row } from "../parts/row.tsx";
import { Section } from "../parts/section.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead, useStory } from "../parts/story-context.ts";
import type { StoryRecord } from "../records.ts";

type News = StoryRecord["news"][number];

/** The first thing a reporter asks: what do the latest reports add. */
export function WhatIsNew({ story }: { readonly story: StoryRecord }) {
  const { reports } = useStory();
  const at = (report: string) => reports.get(report)?.modifiedAt ?? reports.get(report)?.publishedAt ?? "";
  const byReport = [...Map.groupBy(story.news, ({ evidence }) => evidence.report)].sort(([a], [b]) =>
    at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0,
  );
  return (
    <Section id="new" title="What is new">
      {story.news.length === 0 ? (
        <Nothing>
          Nothing new was found in the latest of {reportsRead(story)}: they repeat what was known.{" "}
          <a href="#reports">The reports</a> are listed below.
        </Nothing>
      ) : (
        byReport.map(([id, news]) => {
          const report = reports.get(id);
          return (
            <div key={id} class="news">
              <h3 class="news-source">
                {outletOf(report) ?? "Report"}
                <span class="muted">
                  {report?.publishedAt == null ? ", undated" : `, ${formatPrinted(report.publishedAt)}`}
                  {report?.modifiedAt == null ? null : `, changed ${formatPrinted(report.modifiedAt)}`}
                  {report?.headline == null ? null : (
                    <>
                      {": "}
                      <a href={reportAddress(id)}>{report.headline}</a>
                    </>
                  )}
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
    </Section>
  );
}

function NewsRow({ news }: { readonly news: News }) {
  return (
    <Row id={newsId(news)} href={evidenceAddress(news.evidence)} class="news-row">
      <p class="words">
        {news.kind === "updates" ? <Badge tone="good">update</Badge> : null}{" "}
        <a class="news-line" href={evidenceAddress(news.evidence)}>
          {news.evidence.exact}
        </a>
      </p>
    </Row>
  );
}

function newsId({ evidence }: News): string {
  return `n-${evidence.report}-${evidence.spans[0]?.start ?? 0}`;
}

import { reportAddress } from "../addresses.ts";
import { formatPrinted } from "../format/dates.ts";
import { count } from "../format/numbers.ts";
import { Badge } from "../parts/badge.tsx";
import { ShowMore, useLimit } from "../parts/limited.tsx";
import { outletOf, reportName } from "../parts/report-name.ts";
import { Row } from "../parts/row.tsx";
import { Section } from "../parts/section.tsx";
import { withVersions } from "../parts/versions.ts";
import type { StoryRecord, StoryReport } from "../records.ts";
import { Regrouping } from "./regrouping.tsx";

const FIRST_ROWS = 20;
const idOf = ({ id }: StoryReport) => id;

export function Reports({ story }: { readonly story: StoryRecord }) {
  // Latest first: the morning's question is about the last of them.
  const reports = story.reports.toSorted(
    (a, b) => compareText(b.publishedAt ?? "", a.publishedAt ?? "") || b.revision - a.revision,
  );
  const { shown, rest, showMore } = useLimit(reports, FIRST_ROWS, idOf);
  const origins = new Map(story.origins.map((origin) => [origin.id, origin]));
  const byId = new Map(story.reports.map((report) => [report.id, report]));
  return (
    <Section
      id="reports"
      title="Reports and their origins"
      note={
        story.reports.length > story.origins.length
          ? `${withVersions(story.reports)}; ${count(story.origins.length, "origin")}, since copies of one text and its versions count as one.`
          : "Every report is of its own origin."
      }
    >
      <ol class="rows reports">
        {shown.map((report) => {
          const origin = origins.get(report.origin);
          // Another version of the page is no copy of it.
          const copies = (origin?.reports ?? []).filter((id) => byId.get(id)?.revision === 1 && id !== report.id);
          const isCopy = report.revision === 1 && copies.length > 0 && origin?.reports[0] !== report.id;
          return (
            <Row key={report.id} id={report.id} href={reportAddress(report.id)} class="report-row">
              <p class="report-title">
                <a href={reportAddress(report.id)}>
                  {report.headline ?? reportName(report.outlet, report.publishedAt)}
                </a>
              </p>
              <p class="meta">
                {outletOf(report) === null ? null : `${outletOf(report)} · `}{" "}
                {report.publishedAt === null ? (
                  "undated"
                ) : (
                  <time dateTime={report.publishedAt}>{formatPrinted(report.publishedAt)}</time>
                )}
                {report.modifiedAt === null ? null : ` · changed ${formatPrinted(report.modifiedAt)}`}
                {report.unread ? <Badge tone="doubt">not in English, so not read</Badge> : null}
                {report.revision > 1 ? <Badge>version {report.revision}</Badge> : null}
                {isCopy ? <Badge>copy{origin?.credited == null ? "" : ` of ${origin.credited}`}</Badge> : null}
                {!isCopy && report.revision === 1 && copies.length > 0 ? (
                  <Badge>carried by {count(copies.length, "other")}</Badge>
                ) : null}
              </p>
              <Novelty report={report} />
            </Row>
          );
        })}
      </ol>
      <ShowMore rest={rest} showMore={showMore} noun="report" />
      <Regrouping story={story} />
    </Section>
  );
}

/** How much of the report is new to the story, in sentences. */
function Novelty({ report: { novelty } }: { readonly report: StoryReport }) {
  const total = novelty.new + novelty.updates + novelty.repeats;
  if (total === 0) return null;
  const width = (n: number) => `${(n / total) * 100}%`;
  return (
    <p class="novelty">
      <svg class="novelty-bar" aria-hidden="true" focusable="false">
        <rect class="novelty-new" width={width(novelty.new)} height="100%" />
        <rect class="novelty-updates" x={width(novelty.new)} width={width(novelty.updates)} height="100%" />
      </svg>{" "}
      <span>
        {novelty.new} new, {count(novelty.updates, "update")}, {novelty.repeats} known of {count(total, "sentence")}
      </span>
    </p>
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { evidenceAddress } from "../addresses.ts";
import { formatTimex } from "../format/dates.ts";
import { capital, label } from "../format/labels.ts";
import { formatAmount, formatNumber } from "../format/numbers.ts";
import { Badge } from "../parts/badge.tsx";
import { EvidenceLink, EvidenceLinks } from "../parts/evidence.tsx";
import { ShowMore, useLimit } from "../parts/limited.tsx";
import { Row } from "../parts/row.tsx";
import { SpeakerName } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { useStory } from "../parts/story-context.ts";
import type { FigureSeries, FigureValue, StoryRecord } from "../records.ts";
import { RangeMark, scaleOf } from "./range-mark.tsx";
import { Section } from "./story-page.tsx";

const FIRST_ROWS = 20;
const idOf = ({ id }: FigureSeries) => id;

/** Figures that several give, or that move, as charts; the rest as a plain list. */
export function Figures({ story }: { readonly story: StoryRecord }) {
  return (
    <Section
      id="figures"
      title="Figures, by who gives them"
      note="Vague numbers are ranges by one rule (“hundreds” is 200 or more) and keep their words."
    >
      {story.figures.length === 0 ? (
        <Nothing>No figures were found in the reports read.</Nothing>
      ) : (
        <FigureList figures={story.figures} />
      )}
    </Section>
  );
}

export function FigureList({ figures }: { readonly figures: readonly FigureSeries[] }) {
  const compared = figures.filter(({ values }) => values.length > 1);
  const single = figures.filter(({ values }) => values.length === 1);
  const charts = useLimit(compared, FIRST_ROWS, idOf);
  const rows = useLimit(single, FIRST_ROWS, idOf);
  return (
    <>
      {charts.shown.map((series) => (
        <SeriesChart key={series.id} series={series} />
      ))}
      <ShowMore rest={charts.rest} showMore={charts.showMore} noun="figure" />
      {single.length === 0 ? null : (
        <>
          {compared.length === 0 ? null : <h3>Given once</h3>}
          <ul class="rows">
            {rows.shown.map((series) => (
              <SingleFigure key={series.id} series={series} />
            ))}
          </ul>
          <ShowMore rest={rows.rest} showMore={rows.showMore} noun="figure" />
        </>
      )}
    </>
  );
}

function SeriesChart({ series }: { readonly series: FigureSeries }) {
  const { events } = useStory();
  const event = series.event === null ? undefined : events.get(series.event);
  const scale = scaleOf(series.values);
  return (
    <div id={series.id} class="series">
      <table class="figures">
        <caption>
          {capital(series.label)}
          {event === undefined ? null : (
            <>
              {" "}
              <a class="series-event" href={`#${encodeURIComponent(event.id)}`}>
                {event.label}
              </a>
            </>
          )}
          <a class="permalink" href={`#${encodeURIComponent(series.id)}`} aria-label="Link to this figure">
            #
          </a>
        </caption>
        <thead>
          <tr>
            <th scope="col">Given by</th>
            <th scope="col">Amount</th>
            <th scope="col" class="chart-head">
              <span class="unseen">Range from 0 to {formatNumber(scale)}</span>
              <span aria-hidden="true" class="axis">
                <span>0</span>
                <span>{formatNumber(scale)}</span>
              </span>
            </th>
            <th scope="col">Report</th>
          </tr>
        </thead>
        <tbody>
          {mergeValues(series.values).map(({ value, evidence }) => (
            <tr key={`${value.report}/${value.evidence.row}`} data-href={evidenceAddress(value.evidence)}>
              <th scope="row">
                <Giver value={value} />
              </th>
              <td class="amount">
                {formatAmount(value, series.unit) ?? "no number"}
                {value.words === formatAmount(value, series.unit) ? null : <span class="as-worded">{value.words}</span>}
              </td>
              <td class="chart" aria-hidden="true">
                <RangeMark value={value} scale={scale} />
              </td>
              <td class="row-foot">
                <EvidenceLinks evidence={evidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SingleFigure({ series }: { readonly series: FigureSeries }) {
  const { reports } = useStory();
  const value = series.values[0];
  if (value === undefined) return null;
  const amount = formatAmount(value, series.unit);
  return (
    <Row id={series.id} href={evidenceAddress(value.evidence)} class="single-figure">
      <p class="statement-head">
        <span class="words">{value.words}</span>
        {value.quantity === "exact" || amount === null ? null : <span class="muted amount">{amount}</span>}
        {series.label === value.words ? null : <span class="muted">{series.label}</span>}
      </p>
      <p class="row-foot">
        <span>
          <Giver value={value} />
        </span>
        {value.asOf === null || value.asOf === reports.get(value.report)?.publishedAt?.slice(0, 10) ? null : (
          <span>as of {formatTimex(value.asOf)}</span>
        )}
        <EvidenceLink evidence={value.evidence} />
      </p>
    </Row>
  );
}

interface MergedValue {
  readonly value: FigureValue;
  readonly evidence: readonly FigureValue["evidence"][];
}

/** One row for a giver's same number in the same words, with every report that has it. */
function mergeValues(values: readonly FigureValue[]): readonly MergedValue[] {
  const keyOf = ({ giver, min, max, quantity, words }: FigureValue) =>
    JSON.stringify([giver, min, max, quantity, words]);
  return [...Map.groupBy(values, keyOf).values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ value: same[0], evidence: same.map(({ evidence }) => evidence) }],
  );
}

function Giver({ value }: { readonly value: FigureValue }) {
  return (
    <>
      {value.giver === null ? <span class="muted">the report itself</span> : <SpeakerName speaker={value.giver} />}
      {value.quantity === "vague" ? (
        <>
          {" "}
          <Badge tone="doubt">{label("vague")}</Badge>
        </>
      ) : null}
    </>
  );
}

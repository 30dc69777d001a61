import { useMemo } from "preact/hooks";
import { countedWords } from "../../core/text/counted-words.ts";
import { foldRestated } from "../../core/text/restated-figure.ts";
import { evidenceAddress } from "../addresses.ts";
import { formatShortDay, formatTimex } from "../format/dates.ts";
import { capital, label } from "../format/labels.ts";
import { formatAmount } from "../format/numbers.ts";
import { Badge } from "../parts/badge.tsx";
import { Context, EvidenceLinks } from "../parts/evidence.tsx";
import { ShowMore, useLimit } from "../parts/limited.tsx";
import { Row } from "../parts/row.tsx";
import { Section } from "../parts/section.tsx";
import { SpeakerName } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead, useStory } from "../parts/story-context.ts";
import type { FigureSeries, FigureValue, StoryRecord } from "../records.ts";
import { SeriesChart } from "./series-chart.tsx";

const FIRST_ROWS = 12;
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
        <Nothing>No figures were found in {reportsRead(story)}.</Nothing>
      ) : (
        <FigureList figures={story.figures} />
      )}
    </Section>
  );
}

export function FigureList({ figures }: { readonly figures: readonly FigureSeries[] }) {
  const { compared, single } = useMemo(() => sortFigures(figures), [figures]);
  const charts = useLimit(compared, FIRST_ROWS, idOf);
  const rows = useLimit(single, FIRST_ROWS, idOf);
  return (
    <>
      {charts.shown.map((series) => (
        <ComparedFigures key={series.id} series={series} />
      ))}
      <ShowMore rest={charts.rest} showMore={charts.showMore} noun="figure" />
      {single.length === 0 ? null : (
        <>
          {compared.length === 0 ? null : <h3>One figure only</h3>}
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

/** What can be compared, by how many give it; and what cannot, as the record has it. */
function sortFigures(figures: readonly FigureSeries[]) {
  const compared: { readonly series: FigureSeries; readonly givers: number }[] = [];
  const single: FigureSeries[] = [];
  for (const series of figures) {
    if (mergeValues(series.values).length < 2) single.push(series);
    else compared.push({ series, givers: new Set(series.values.map(({ giver }) => JSON.stringify(giver))).size });
  }
  return { compared: compared.sort((a, b) => b.givers - a.givers).map(({ series }) => series), single };
}

function ComparedFigures({ series }: { readonly series: FigureSeries }) {
  const { reports } = useStory();
  const merged = mergeValues(series.values);
  return (
    <div id={series.id} class="series">
      <h3>
        <SeriesTitle series={series} />
        <a class="permalink" href={`#${encodeURIComponent(series.id)}`} aria-label="Link to this figure">
          #
        </a>
      </h3>
      <SeriesChart series={series} values={merged.map(({ value }) => value)} />
      <table class="figures">
        <caption class="unseen">{series.label}, by who gives it</caption>
        <thead>
          <tr>
            <th scope="col">Given by</th>
            <th scope="col">Amount</th>
            <th scope="col">As of</th>
            <th scope="col">Report</th>
          </tr>
        </thead>
        <tbody>
          {merged.map(({ value, evidence }) => (
            <tr key={`${value.report}/${value.evidence.row}`} data-href={evidenceAddress(value.evidence)}>
              <th scope="row">
                <Giver value={value} />
              </th>
              <td class="amount">
                {formatAmount(value, series.unit) ?? "no number"}
                {value.words === formatAmount(value, series.unit) ? null : <span class="as-worded">{value.words}</span>}
              </td>
              <td class="as-of">{asOf(value, reports.get(value.report)?.publishedAt ?? null)}</td>
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

function asOf(value: FigureValue, publishedAt: string | null): string {
  const day = value.asOf ?? publishedAt?.slice(0, 10);
  return day === undefined ? "undated" : /^\d{4}-\d\d-\d\d$/.test(day) ? formatShortDay(day) : formatTimex(day);
}

/** What is counted, and of which event or among which words: a title that held one giver's number would take a side. */
function SeriesTitle({ series }: { readonly series: FigureSeries }) {
  const { events } = useStory();
  const event = series.event === null ? undefined : events.get(series.event);
  const first = series.values[0];
  const counted = capital(countedWords(series.counts, series.label));
  if (event !== undefined) {
    return (
      <>
        {counted}{" "}
        <a class="series-event" href={`#${encodeURIComponent(event.id)}`}>
          {event.label}
        </a>
      </>
    );
  }
  return (
    <>
      {counted} {first === undefined ? null : <Context evidence={first.evidence} />}
    </>
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
        {value.quantity === "exact" || amount === null || amount === value.words ? null : (
          <span class="muted amount">{amount}</span>
        )}
        {isBare(value.words) ? <Context evidence={value.evidence} /> : null}
        {series.label === value.words ? null : <span class="muted">{series.label}</span>}
      </p>
      <p class="row-foot">
        <span>
          <Giver value={value} />
        </span>
        {value.asOf === null || value.asOf === reports.get(value.report)?.publishedAt?.slice(0, 10) ? null : (
          <span>as of {formatTimex(value.asOf)}</span>
        )}
        <EvidenceLinks evidence={series.values.map(({ evidence }) => evidence)} />
      </p>
    </Row>
  );
}

/** Words that do not say what they count: "3,000", "perhaps 80". */
function isBare(words: string): boolean {
  return words.split(" ").length < 3 && !/[£$€%]/.test(words);
}

interface MergedValue {
  readonly value: FigureValue;
  readonly evidence: readonly FigureValue["evidence"][];
}

/** One row for a giver's same number, "5" or "five", with every report that has it and the words of the first. */
function mergeValues(values: readonly FigureValue[]): readonly MergedValue[] {
  const keyOf = ({ giver, min, max, quantity }: FigureValue) => JSON.stringify([giver, min, max, quantity]);
  return [...Map.groupBy(foldRestated(values), keyOf).values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ value: same[0], evidence: same.map(({ evidence }) => evidence) }],
  );
}

function Giver({ value }: { readonly value: FigureValue }) {
  return (
    <>
      {value.giver === null ? (
        <span class="muted">in the report’s own voice</span>
      ) : (
        <SpeakerName speaker={value.giver} />
      )}
      {value.quantity === "vague" ? (
        <>
          {" "}
          <Badge tone="doubt">{label("vague")}</Badge>
        </>
      ) : null}
    </>
  );
}

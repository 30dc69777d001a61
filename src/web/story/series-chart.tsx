import { useEffect, useRef, useState } from "preact/hooks";
import { evidenceAddress } from "../addresses.ts";
import { formatShortDay } from "../format/dates.ts";
import { formatAmount, formatNumber } from "../format/numbers.ts";
import { speakerWords } from "../parts/speaker.tsx";
import { useStory } from "../parts/story-context.ts";
import type { FigureSeries, FigureValue } from "../records.ts";
import type { ChartValue } from "./figure-chart.ts";

/** The chart of a series, above the table that says the same. What one report gives of one day needs none. */
export function SeriesChart({
  series,
  values,
}: {
  readonly series: FigureSeries;
  readonly values: readonly FigureValue[];
}) {
  const { actors, reports } = useStory();
  const dated = values.flatMap((value) =>
    toChart(value, series.unit, reports.get(value.report), (id) => actors.get(id)?.name),
  );
  const days = new Set(dated.map(({ at }) => at.getTime())).size;
  const told = new Set(series.values.map(({ report }) => report)).size;
  return days < 2 && told < 2 ? null : <DrawnSeries series={series} dated={dated} />;
}

/** The code that draws is asked for when a chart comes near the window, so that a page of hundreds opens no later. */
function DrawnSeries({ series, dated }: { readonly series: FigureSeries; readonly dated: readonly ChartValue[] }) {
  const holder = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const givers = [...new Set(dated.map(({ giver }) => giver))];
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && setNear(true), {
      rootMargin: "600px",
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const element = holder.current;
    if (!near || element === null) return;
    let gone = false;
    const draw = async () => {
      const { drawFigures } = await import("./figure-chart.ts");
      if (gone) return;
      element.replaceChildren(
        drawFigures(dated, {
          width: Math.max(280, element.clientWidth),
          formatValue: (value) =>
            formatAmount({ min: value, max: value, quantity: "exact", words: null }, currencyOf(series.unit)) ??
            formatNumber(value),
          formatDay: (day) => formatShortDay(day.toISOString().slice(0, 10)),
        }),
      );
    };
    void draw();
    const resized = new ResizeObserver(() => void draw());
    resized.observe(element);
    return () => {
      gone = true;
      resized.disconnect();
    };
    // The values stay the same while the record does
  }, [near, series]);
  const amounts = new Set(dated.map(({ min, max }) => `${min} ${max}`));
  // Where all say the same there is nothing to see.
  if (amounts.size < 2) return null;
  return (
    <figure class="series-chart" aria-label={`Chart: ${series.label}, by giver and day; the table below says the same`}>
      <ul class="chart-key">
        {givers.map((giver, at) => (
          <li key={giver}>
            <svg
              class={`chart-sign chart-sign-${Math.min(at, SIGNS.length - 1)}`}
              viewBox="-6 -6 12 12"
              aria-hidden="true"
            >
              <path d={SIGNS[Math.min(at, SIGNS.length - 1)]} />
            </svg>{" "}
            {giver}
          </li>
        ))}
      </ul>
      <div ref={holder} class="chart-holder" />
    </figure>
  );
}

/** The signs of `figure-chart.ts`, which is not loaded yet when the key is shown. */
const SIGNS = [
  "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
  "M-4 -4h8v8h-8z",
  "M0 -5L5 4H-5z",
  "M0 -5L5 0L0 5L-5 0z",
  "M0 -5L1.5 -1.5L5 -1.5L2.3 1L3.3 5L0 2.7L-3.3 5L-2.3 1L-5 -1.5L-1.5 -1.5z",
  "M-1.5 0L-5 -2L-3 -5L0 -2.5L3 -5L5 -2L1.5 0V5H-1.5z",
] as const;

/** Units stand in the table; an axis has room for a sign of money or a percentage. */
function currencyOf(unit: string | null): string | null {
  return unit === "GBP" || unit === "USD" || unit === "EUR" || unit === "percent" ? unit : null;
}

function toChart(
  value: FigureValue,
  unit: string | null,
  report: { readonly publishedAt: string | null; readonly modifiedAt: string | null } | undefined,
  nameOf: (actor: string) => string | undefined,
): ChartValue[] {
  const day = /^\d{4}-\d\d-\d\d/.exec(value.asOf ?? report?.modifiedAt ?? report?.publishedAt ?? "")?.[0];
  if (day === undefined || (value.min === null && value.max === null)) return [];
  const giver = value.giver === null ? "the report’s own voice" : speakerWords(value.giver, nameOf);
  const amount = formatAmount(value, unit) ?? value.words;
  return [
    {
      giver,
      at: new Date(`${day}T00:00:00Z`),
      min: value.min,
      max: value.max,
      exact: value.quantity === "exact",
      words: `${amount}${amount === value.words ? "" : ` (“${value.words}”)`}, ${giver}, ${formatShortDay(day)}`,
      href: evidenceAddress(value.evidence),
    },
  ];
}

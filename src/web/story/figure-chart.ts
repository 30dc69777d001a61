import { dot, gridY, line, plot, ruleX, ruleY } from "@observablehq/plot";

/** One value as it is drawn. A bound that is null is open. */
export interface ChartValue {
  readonly giver: string;
  readonly at: Date;
  readonly min: number | null;
  readonly max: number | null;
  readonly exact: boolean;
  /** The amount, who gives it, and when, in words. */
  readonly words: string;
  readonly href: string;
}

export interface ChartOptions {
  readonly width: number;
  readonly formatValue: (value: number) => string;
  readonly formatDay: (day: Date) => string;
}

/** Signs of givers, by their place in the key; the styles name as many colours (`--giver-0` …). */
export const SYMBOLS = ["circle", "square", "triangle", "diamond2", "star", "wye"] as const;

const DAY = 86_400_000;

/**
 * Draws a series by giver and time: a dot for a number, a bar for a range, a broken line towards an end that is left
 * open; hollow for what is about or vague. Each dot leads to its words and says in words what it shows. Its colours are
 * those of the page.
 */
export function drawFigures(values: readonly ChartValue[], options: ChartOptions): SVGElement {
  const givers = [...new Set(values.map(({ giver }) => giver))];
  const top = Math.max(1, ...values.flatMap(({ min, max }) => [min ?? 0, max ?? 0])) * 1.15;
  const bottom = Math.min(0, ...values.flatMap(({ min, max }) => [min ?? 0, max ?? 0]));
  const days = [...new Set(values.map(({ at }) => at.getTime()))].sort((a, b) => a - b).map((time) => new Date(time));
  const [first, last] = [days[0] ?? new Date(0), days.at(-1) ?? new Date(0)];
  const room = Math.max(DAY, (last.getTime() - first.getTime()) * 0.08);
  const figure = plot({
    className: "figure-plot",
    width: options.width,
    height: 220,
    marginLeft: 64,
    marginRight: 16,
    x: {
      type: "utc",
      domain: [new Date(first.getTime() - room), new Date(last.getTime() + room)],
      label: null,
      ...(days.length <= options.width / 90 ? { ticks: days } : {}),
      tickFormat: options.formatDay,
    },
    y: { domain: [bottom, top], label: null, ticks: 4, tickFormat: options.formatValue },
    marks: [
      gridY({ ticks: 4 }),
      ruleY([0]),
      ...givers.flatMap((giver, at) => marksOf(values, giver, at, givers.length, top)),
    ],
  });
  // The page allows no styles but its own files'; they hold what this rule says.
  figure.querySelector("style")?.remove();
  if (!(figure instanceof SVGElement)) throw new TypeError("A plot without a key of its own is one drawing");
  return figure;
}

function marksOf(values: readonly ChartValue[], giver: string, at: number, givers: number, top: number) {
  const own = values
    .filter((value) => value.giver === giver)
    .map((value) => ({ ...value, point: value.max ?? value.min }));
  // Givers of one day stand side by side.
  const dx = (at - (givers - 1) / 2) * 10;
  const color = `var(--giver-${Math.min(at, SYMBOLS.length - 1)})`;
  const symbol = SYMBOLS[Math.min(at, SYMBOLS.length - 1)] ?? "circle";
  const bounded = own.filter(({ min, max }) => min !== null && max !== null && min !== max);
  const open = own.filter(({ min, max }) => (min === null) !== (max === null));
  const dots = [...own, ...bounded.map((value) => ({ ...value, point: value.min }))].filter(
    ({ point }) => point !== null,
  );
  return [
    line(
      own.filter(({ min, max }) => min !== null && min === max),
      { x: "at", y: "point", dx, stroke: color, strokeOpacity: 0.5 },
    ),
    ruleX(bounded, { x: "at", y1: "min", y2: "max", dx, stroke: color, strokeWidth: 5, strokeOpacity: 0.45 }),
    ruleX(open, {
      x: "at",
      y1: ({ min }: ChartValue) => min ?? 0,
      y2: ({ max }: ChartValue) => max ?? top,
      dx,
      stroke: color,
      strokeWidth: 2,
      strokeDasharray: "2 4",
    }),
    ...[true, false].map((exact) =>
      dot(
        dots.filter((value) => value.exact === exact),
        {
          ...{ x: "at", y: "point", dx, r: 5, symbol, stroke: color, strokeWidth: 2 },
          ...{ fill: exact ? color : "var(--paper)", href: "href", title: "words", ariaLabel: "words" },
        },
      ),
    ),
  ];
}

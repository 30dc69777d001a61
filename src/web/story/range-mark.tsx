import type { FigureValue } from "../records.ts";

/** The end of the shared scale: the greatest number given, with room for an open end. */
export function scaleOf(values: readonly FigureValue[]): number {
  const greatest = values.reduce((most, { min, max }) => Math.max(most, min ?? 0, max ?? 0), 0);
  return roundUp(greatest * 1.1) || 1;
}

/** A point for one number, a bar for two, and a broken line towards an end that is left open. */
export function RangeMark({ value, scale }: { readonly value: FigureValue; readonly scale: number }) {
  const at = (number: number) => `${((Math.min(Math.max(number, 0), scale) / scale) * 96 + 2).toFixed(2)}%`;
  const { min, max } = value;
  return (
    <svg class={`range range-${value.quantity}`} role="presentation" focusable="false">
      <line class="range-base" x1="2%" x2="98%" y1="50%" y2="50%" />
      {min !== null && max === null ? <line class="range-open" x1={at(min)} x2="100%" y1="50%" y2="50%" /> : null}
      {min === null && max !== null ? <line class="range-open" x1="2%" x2={at(max)} y1="50%" y2="50%" /> : null}
      {min !== null && max !== null && min !== max ? (
        <line class="range-bar" x1={at(min)} x2={at(max)} y1="50%" y2="50%" />
      ) : null}
      {min === null ? null : <circle class="range-point" cx={at(min)} cy="50%" r="5" />}
      {max === null || max === min ? null : <circle class="range-point" cx={at(max)} cy="50%" r="5" />}
    </svg>
  );
}

/** 1,320 → 1,400: two leading digits are enough for an axis. */
function roundUp(number: number): number {
  if (number <= 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(number)) - 1);
  return Math.ceil(number / step) * step;
}

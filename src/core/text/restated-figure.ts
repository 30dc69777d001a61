/** A value of a series of figures, as far as this needs it. */
export interface GivenValue {
  readonly report: string;
  /** Null in the report's own voice. */
  readonly giver: unknown;
  readonly min: number | null;
  readonly max: number | null;
  readonly evidence: { readonly prefix: string };
}

/**
 * Puts a figure that a report only looks back to beside the one whom it is from, where an earlier value of one giver has
 * the very number: the report itself gives no such figure on that day. Values are in the order of the reports.
 *
 * > | The board now puts it at £310,000, down from the £400,000 it gave last week.
 *                                                     ^^^^^^^^ the board's, of last week
 */
export function foldRestated<Value extends GivenValue>(values: readonly Value[]): readonly Value[] {
  return values.map((value, index) => {
    if (value.giver !== null || value.min === null || !LOOKS_BACK.test(value.evidence.prefix)) return value;
    const same = values
      .slice(0, index)
      .filter(({ giver, min, max }) => giver !== null && min === value.min && max === value.max);
    const [first] = same;
    const isOfOne = new Set(same.map(({ giver }) => JSON.stringify(giver))).size === 1;
    return first === undefined || !isOfOne ? value : { ...first, report: value.report, evidence: value.evidence };
  });
}

const LOOKS_BACK =
  /\b(?:from|than|compared (?:with|to)|instead of|earlier|previous|original|initial|first)(?:\s+(?:an?|the|its|their|his|her|earlier|previous|original|initial|first|estimate of|figure of))*\s*$/i;

import type { SegmentedReport } from "../segment/segmented-report.ts";

/** Index of the first token that starts at or after the offset; the number of tokens when none does. Logarithmic. */
export function firstTokenFrom({ tokens }: SegmentedReport, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Span } from "../src/core/text/span.ts";

/**
 * Maps spans of a data set's text onto `report.text`, which keeps every character but line ends and blanks: offsets are
 * carried over by counting the characters that are not blank. Throws RangeError when the two differ in anything else.
 */
export function alignByCharacters(original: string, reportText: string): (span: Span) => Span {
  if (original === reportText) return (span) => span;
  const positions: number[] = [];
  for (let i = 0; i < reportText.length; i++) if (!isBlank(reportText[i]!)) positions.push(i);
  const rank = new Int32Array(original.length + 1);
  let count = 0;
  for (let i = 0; i < original.length; i++) {
    rank[i] = count;
    if (!isBlank(original[i]!)) {
      if (reportText[positions[count]!] !== original[i]) {
        throw new RangeError(`The texts differ at ${i}: ${JSON.stringify(original.slice(i - 20, i + 20))}`);
      }
      count++;
    }
  }
  rank[original.length] = count;
  return ({ start, end }) => ({ start: positions[rank[start]!]!, end: positions[rank[end]! - 1]! + 1 });
}

function isBlank(character: string): boolean {
  return /[\s\u200b\ufeff\u00ad]/.test(character);
}

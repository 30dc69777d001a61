import type { SourcePlace } from "../../core/read/report.ts";
import type { Span } from "../../core/text/span.ts";
import { byteOffsets } from "../byte-offsets.ts";
import type { Line } from "./main-text.ts";
import { locate, makeXpaths, mapLine } from "./source-map.ts";

/** Where each paragraph stands in the page; those whose words stand in no element (JSON-LD) have no place. */
export function placesOf(
  lines: readonly Line[],
  paragraphs: readonly Span[],
  bytes: Uint8Array,
  encoding: string,
): SourcePlace[] {
  const xpathOf = makeXpaths();
  const found = lines.flatMap((line, index) => {
    const span = paragraphs[index];
    const range = span === undefined ? null : locate(mapLine(line), { start: 0, end: span.end - span.start });
    return span === undefined || range === null ? [] : [{ span, ...range }];
  });
  const offsets = byteOffsets(
    bytes,
    encoding,
    found.flatMap(({ from, to }) => [from.at, to.at]),
  );
  return found.map(({ span, from, to }, index) => ({
    ...span,
    xpath: xpathOf(from.node),
    offset: from.offset,
    endXpath: xpathOf(to.node),
    endOffset: to.offset,
    bytes: { start: offsets[2 * index] ?? 0, end: offsets[2 * index + 1] ?? 0 },
  }));
}

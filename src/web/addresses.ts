import type { Evidence, Span } from "./records.ts";

/** Every address of the web UI, made in one place. */
export const storyAddress = (story: string, row = "") =>
  `/stories/${encodeURIComponent(story)}${row === "" ? "" : `#${encodeURIComponent(row)}`}`;

export const actorAddress = (story: string, actor: string) =>
  `/stories/${encodeURIComponent(story)}/actors/${encodeURIComponent(actor)}`;

/** Finds the story's actor behind an actor of one report. */
export const reportActorAddress = (story: string, report: string, actor: string) =>
  `/stories/${encodeURIComponent(story)}/actors?${new URLSearchParams({ report, actor })}`;

export const actorsAddress = (story: string) => `/stories/${encodeURIComponent(story)}/actors`;

export const reportAddress = (report: string, row = "") =>
  `/reports/${encodeURIComponent(report)}${row === "" ? "" : `#${encodeURIComponent(row)}`}`;

export const sourceAddress = (report: string) => `/api/reports/${encodeURIComponent(report)}/source`;

/** The page that the report was read from, made safe, with the spans lit. */
export function pageAddress(report: string, spans: readonly Span[]): string {
  const lit = spans.slice(0, 100).map(({ start, end }) => `${start}-${end}`);
  return `/api/reports/${encodeURIComponent(report)}/page${lit.length === 0 ? "#report" : `?lit=${lit.join(",")}#lit`}`;
}

/** The report with the words lit: by the row when there is one, else by the words' place. */
export function evidenceAddress({ report, row, spans }: Evidence): string {
  const first = spans[0];
  const last = spans.at(-1);
  if (row !== null || first === undefined || last === undefined) return reportAddress(report, row ?? "");
  return reportAddress(report, wordsHash({ start: first.start, end: last.end }));
}

const wordsHash = ({ start, end }: Span) => `w${start}-${end}`;

export function readWordsHash(hash: string): Span | null {
  const match = /^w(\d{1,9})-(\d{1,9})$/.exec(hash);
  const span = match === null ? null : { start: Number(match[1]), end: Number(match[2]) };
  return span !== null && span.start < span.end ? span : null;
}

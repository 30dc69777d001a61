import type { StoryReport } from "../core/link/story-record.ts";

/** What to call a report beside its date: its outlet, else the site that it came from, else its headline, else its id. */
export function reportName({ id, outlet, url, headline }: StoryReport): string {
  if (outlet !== null) return outlet;
  const host = url === null ? null : /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url);
  if (host?.[1] !== undefined) return host[1];
  if (headline === null) return id;
  const short = headline.length <= LONGEST ? headline : `${headline.slice(0, LONGEST).replace(/\s+\S*$/u, "")} …`;
  return `“${short}”`;
}

const LONGEST = 48;

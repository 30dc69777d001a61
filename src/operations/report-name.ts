import type { StoryReport } from "../core/link/story-record.ts";
import { siteName } from "../core/text/site-name.ts";

/** What to call a report beside its date: its outlet, else the site that it came from, else its headline, else its id. */
export function reportName({ id, outlet, url, headline }: StoryReport): string {
  if (outlet !== null) return outlet;
  const site = url === null ? null : siteName(url);
  if (site !== null) return site;
  if (headline === null) return id;
  const short = headline.length <= LONGEST ? headline : `${headline.slice(0, LONGEST).replace(/\s+\S*$/u, "")} …`;
  return `“${short}”`;
}

const LONGEST = 48;

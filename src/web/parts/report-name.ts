import { siteName } from "../../core/text/site-name.ts";
import { formatShortDay } from "../format/dates.ts";

/** What to call a report that has no headline: "Marrowby Packet, 9 Apr 2032", "Report of 9 Apr 2032", "Undated report". */
export function reportName(outlet: string | null, publishedAt: string | null): string {
  const day = publishedAt === null ? null : formatShortDay(publishedAt.slice(0, 10));
  if (outlet !== null) return `${outlet}, ${day ?? "undated"}`;
  return day === null ? "Undated report" : `Report of ${day}`;
}

/** The outlet, or the site of a report that names none. */
export function outletOf(
  report: { readonly outlet: string | null; readonly url: string | null } | undefined,
): string | null {
  if (report === undefined) return null;
  return report.outlet ?? (report.url === null ? null : siteName(report.url));
}

import { hash } from "node:crypto";
import type { Record } from "../core/record/record.ts";

/**
 * Gives a record the id that tells its report from every other: "r-" and 16 hex digits of SHA-256 over the text, the
 * headline and the address. The same copy at two addresses, or from two outlets when no address is known, is two
 * reports; a changed headline is a revision.
 */
export function identifyReport(record: Record): Record {
  const { text, headline, url, outlet } = record.report;
  const digest = hash("sha256", JSON.stringify([text, headline, url ?? outlet]), "hex");
  return { ...record, report: { ...record.report, id: `r-${digest.slice(0, 16)}` } };
}

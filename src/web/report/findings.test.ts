import { describe, expect, it } from "vitest";
import { recordOf } from "../../../test/browser/story/fake-record.ts";
import { REPORTS } from "../../../test/browser/story/reports.ts";
import { recordSchema } from "../../schema/record.ts";
import { findingsOf } from "./findings.ts";

describe("findingsOf(record)", () => {
  it.each(REPORTS.map((report) => [report.id, recordSchema.parse(recordOf(report))] as const))(
    "makes every row of %s a finding with its words, in text order",
    (_id, record) => {
      const findings = findingsOf(record);
      const rows =
        record.statements.length +
        record.requests.length +
        record.events.length +
        record.figures.length +
        record.timeExpressions.length +
        record.actors.filter(({ mentions }) => mentions.length > 0).length +
        record.commentSought.length +
        record.quotedWords.length;
      expect(findings).toHaveLength(rows);
      expect(new Set(findings.map(({ id }) => id)).size).toBe(rows);
      const starts = findings.map(({ spans }) => spans[0]?.start ?? -1);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    },
  );
});

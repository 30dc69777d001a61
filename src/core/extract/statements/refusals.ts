import type { AnnotatedReport } from "../../annotate/layers.ts";
import { textOf } from "../../text/span.ts";
import type { StatementCandidate } from "../candidates.ts";

const GOES_AHEAD =
  /\b(?:will|would|shall|is going to|are going to|’ll|'ll)\s+(?:still\s+|now\s+|simply\s+)?(?:(?:go|press|push|carry|forge)\s+(?:ahead|on)|proceed|continue|take place|not\s+(?:be\s+)?(?:call|cancel|postpone|stop|delay|move|back|comply|leave|resign|withdraw|apologi[sz]e|hand|pay|meet|negotiate))/;

/**
 * Reads "said the march “will go ahead as planned”" as a refusal where the report has told of a plea to stop before it: an
 * answer by deed is still an answer. Without a plea it stays what its verb says.
 */
export function readRefusals(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
): StatementCandidate[] {
  let asked = false;
  return statements.map((statement) => {
    const answers =
      asked &&
      (statement.act === "assertion" || statement.act === "promise") &&
      statement.content.some((span) => isShort(span) && GOES_AHEAD.test(textOf(annotated.report.text, span)));
    asked ||= statement.act === "refusal" || (statement.act === "request" && asksToStop(annotated, statement));
    return answers ? { ...statement, act: "refusal" } : statement;
  });
}

const STOPPING =
  /\b(?:(?:call|put)(?:ed|ing)?\b.{0,40}\boff|cancel|postpone|stop|halt|delay|suspend|withdraw|abandon|scrap|reconsider|resign|not (?:to )?(?:go|hold|march|proceed|take))/;

function asksToStop(annotated: AnnotatedReport, { content }: StatementCandidate): boolean {
  return content.some((span) => STOPPING.test(textOf(annotated.report.text, span)));
}

/** A long quotation may hold such words without being an answer as a whole. */
function isShort({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return end - start < 200;
}

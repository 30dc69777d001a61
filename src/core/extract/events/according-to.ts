import type { Span } from "../../text/span.ts";
import { isWithin } from "../../text/span.ts";
import type { StatementCandidate } from "../candidates.ts";

/** The innermost statement in whose content the span lies, or null. */
export function statementAround(statements: readonly StatementCandidate[], span: Span): StatementCandidate | null {
  let innermost: StatementCandidate | null = null;
  let length = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    for (const part of statement.content) {
      if (isWithin(span, part) && part.end - part.start < length) {
        innermost = statement;
        length = part.end - part.start;
      }
    }
  }
  return innermost;
}

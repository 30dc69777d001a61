import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isWithin } from "../../text/span.ts";
import type { AnswerKind, RequestCandidate, StatementAct, StatementCandidate } from "../candidates.ts";
import type { Ask } from "./requests.ts";

type Answer = RequestCandidate["answers"][number];

const KIND_OF_ACT: Partial<Readonly<Record<StatementAct, AnswerKind>>> = {
  refusal: "refusal",
  agreement: "agreement",
  promise: "promise",
  "no-comment": "no-comment",
};

/** Statements of the report that answer the ask: those whose content is the ask itself ("refused a plea by …"). */
export function answersOf(_annotated: AnnotatedReport, ask: Ask, statements: readonly StatementCandidate[]): Answer[] {
  const answers: Answer[] = [];
  for (const statement of statements) {
    const kind = KIND_OF_ACT[statement.act];
    if (kind === undefined || statement === ask.statement) continue;
    if (ask.statement.cue !== null && statement.content.some((part) => isWithin(ask.statement.cue!, part))) {
      answers.push({ statement: statement.id, kind });
    }
  }
  return answers;
}

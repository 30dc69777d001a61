import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { RequestCandidate, StatementCandidate } from "../candidates.ts";
import { answersOf, prepareAnswers } from "./answers.ts";
import { asksOfStatements } from "./asks.ts";
import { asksInWords } from "./asks-in-words.ts";
import { addressedLetters } from "./letters.ts";
import { isNoAsk } from "./not-asks.ts";

/**
 * Finds requests in text order with the statements of the same report that answer them.
 *
 * > | Organisers have refused a plea by the harbour board to call it off.
 *     ^^^^^^^^^^ asked          ^^^^ cue ^^^^^^^^^^^^^^^^^ asker
 *
 * A question that only wants to know ("asked when") is no request. Whether two wordings are one request is for
 * resolving to say.
 */
export function extractRequests(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
): RequestCandidate[] {
  const letters = addressedLetters(annotated);
  const stated = asksOfStatements(annotated, statements, letters);
  const asks = [...stated, ...asksInWords(annotated, statements, stated, letters)]
    .filter((ask) => !isNoAsk(annotated, ask))
    .sort((a, b) => a.cue.start - b.cue.start);
  const search = prepareAnswers(annotated, statements);
  return asks.map((ask, index) => ({
    id: `q${index + 1}`,
    asker: ask.asker?.span ?? null,
    askerHead: ask.asker?.head ?? null,
    asked: ask.asked?.span ?? null,
    askedHead: ask.asked?.head ?? null,
    statement: ask.statement?.id ?? null,
    span: ask.span,
    about: ask.about,
    answers: answersOf(annotated, ask, search),
    producedBy: ask.producedBy,
  }));
}

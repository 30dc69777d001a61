import type { AnnotatedReport } from "../../annotate/layers.ts";
import { ASKING_NOUNS, ASKING_VERBS } from "../../lexicons/request-words.ts";
import { isWithin, type Span } from "../../text/span.ts";
import type { RequestCandidate, StatementCandidate } from "../candidates.ts";
import { lemmaOf, wordOf } from "../events/grammar.ts";
import { answersOf } from "./answers.ts";
import { tokensWithin } from "./tokens-within.ts";

/** A request before its answers are looked for. */
export interface Ask {
  readonly asker: Span | null;
  readonly askerHead: number | null;
  readonly asked: Span | null;
  readonly askedHead: number | null;
  readonly statement: StatementCandidate;
  readonly span: Span;
  readonly about: Span | null;
  readonly producedBy: string;
}

/**
 * Finds requests in text order with the statements of the same report that answer them.
 *
 * > | Organisers have refused a plea by the harbour board to call it off.
 *                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ span
 *                                       ^^^^^^^^^^^^^^^^^ asker            asked: the refuser
 */
export function extractRequests(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
): RequestCandidate[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const asks = statements.flatMap((statement) => readAsk(annotated, statement, byId) ?? []);
  return asks.map((ask, index) => ({
    id: `q${index + 1}`,
    asker: ask.asker,
    askerHead: ask.askerHead,
    asked: ask.asked,
    askedHead: ask.askedHead,
    statement: ask.statement.id,
    span: ask.span,
    about: ask.about,
    answers: answersOf(annotated, ask, statements),
    producedBy: ask.producedBy,
  }));
}

function readAsk(
  annotated: AnnotatedReport,
  statement: StatementCandidate,
  byId: ReadonlyMap<string, StatementCandidate>,
): Ask | null {
  if (statement.act !== "request" || statement.cue === null) return null;
  const cueTokens = tokensWithin(annotated, statement.cue);
  const verbal = cueTokens.some(
    (token) => annotated.upos[token] === "VERB" && ASKING_VERBS.has(lemmaOf(annotated, token)),
  );
  const nominal = cueTokens.some(
    (token) => annotated.upos[token] === "NOUN" && ASKING_NOUNS.has(lemmaOf(annotated, token)),
  );
  if (!verbal && !nominal) return null;
  const outer = statement.within === null ? null : (byId.get(statement.within) ?? null);
  const asker = speakerOfAsk(annotated, statement, outer);
  const asked = addresseeOfAsk(annotated, statement, outer);
  const about = statement.content[0] ?? null;
  const parts = [
    statement.cue,
    ...(statement.source === null ? [] : [statement.source]),
    ...(about === null ? [] : [about]),
  ];
  return {
    asker: asker?.span ?? null,
    askerHead: asker?.head ?? null,
    asked: asked?.span ?? null,
    askedHead: asked?.head ?? null,
    statement,
    span: spanOver(annotated, statement.cue, parts),
    about,
    producedBy: verbal ? "requests/verb" : "requests/noun",
  };
}

interface Party {
  readonly span: Span;
  readonly head: number;
}

/** "We urge you" inside a quotation: the quotation's speaker asks, its addressee is asked. */
function speakerOfAsk(
  annotated: AnnotatedReport,
  statement: StatementCandidate,
  outer: StatementCandidate | null,
): Party | null {
  if (statement.source === null || statement.sourceHead === null) return null;
  const own = { span: statement.source, head: statement.sourceHead };
  if (outer?.source && outer.sourceHead !== null && /^(?:we|i)$/.test(wordOf(annotated, own.head))) {
    return { span: outer.source, head: outer.sourceHead };
  }
  return own;
}

function addresseeOfAsk(
  annotated: AnnotatedReport,
  statement: StatementCandidate,
  outer: StatementCandidate | null,
): Party | null {
  const own =
    statement.addressee !== null && statement.addresseeHead !== null
      ? { span: statement.addressee, head: statement.addresseeHead }
      : null;
  if (outer === null) return own;
  if (own !== null && wordOf(annotated, own.head) === "you") {
    return outer.addressee !== null && outer.addresseeHead !== null
      ? { span: outer.addressee, head: outer.addresseeHead }
      : null;
  }
  // "have refused a plea by the board": those who refuse are those who were asked.
  if (
    own === null &&
    (outer.act === "refusal" || outer.act === "agreement") &&
    outer.source !== null &&
    outer.sourceHead !== null
  ) {
    return { span: outer.source, head: outer.sourceHead };
  }
  return own;
}

/** The stretch from the first to the last part of the sentence in which the cue stands. */
function spanOver(annotated: AnnotatedReport, cue: Span, parts: readonly Span[]): Span {
  const sentence = annotated.sentences.find((one) => isWithin(cue, one));
  const near = sentence === undefined ? [cue] : parts.filter((part) => isWithin(part, sentence));
  return { start: Math.min(...near.map((part) => part.start)), end: Math.max(...near.map((part) => part.end)) };
}

import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import { textOf } from "../../text/span.ts";
import type { StatementCandidate } from "../candidates.ts";

const GOES_AHEAD =
  /\b(?:will|would|shall|is going to|are going to|’ll|'ll)\s+(?:still\s+|now\s+|simply\s+)?(?:(?:go|press|push|carry|forge)\s+(?:ahead|on)|proceed|continue|take place|not\s+(?:be\s+)?(?:call|cancel|postpone|stop|delay|move|back|comply|leave|resign|withdraw|apologi[sz]e|hand|pay|meet|negotiate))/;

/**
 * Reads "said the march “will go ahead as planned”" as a refusal where the report has told of a plea to stop before it: an
 * answer by deed is still an answer. Without a plea it stays what its verb says, unless somebody says what those whom they speak
 * for will not do.
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
    if (statement.act === "assertion" && refusesForThem(annotated, statement)) return { ...statement, act: "refusal" };
    asked ||= statement.act === "refusal" || (statement.act === "request" && asksToStop(annotated, statement));
    return answers ? { ...statement, act: "refusal" } : statement;
  });
}

/** "The owner of the quarry will not give them the log, | its lawyer | said" */
function refusesForThem(annotated: AnnotatedReport, { source, content }: StatementCandidate): boolean {
  const { report, tokens, upos, lemmas } = annotated;
  const [first] = content;
  if (source === null || first === undefined || content.length > 1) return false;
  if (!SPEAKING_FOR.test(textOf(report.text, source))) return false;
  for (
    let token = firstTokenFrom(annotated, first.start);
    token < tokens.length && tokens[token]!.end <= first.end;
    token++
  ) {
    if (upos[token] === "PUNCT" || upos[token] === "VERB") return false;
    if (!/^(?:will|would|wo)$/i.test(tokens[token]!.text)) continue;
    const isNot = /^(?:not|n[’']t)$/i.test(tokens[token + 1]?.text ?? "");
    let verb = token + 2;
    while (upos[verb] === "ADV") verb++;
    return isNot && upos[verb] === "VERB" && !INVOLUNTARY.test(lemmas[verb]!);
  }
  return false;
}

const SPEAKING_FOR =
  /^(?:(?:its|his|her|their) (?:\p{L}+ )?(?:lawyers?|solicitors?|attorneys?|barristers?|spokes\p{L}+|office|aides?|secretary|representatives?|agent|counsel|department|chair(?:man|woman)?|executive)|an? (?:\p{L}+ )?spokes\p{L}+)$/iu;
/** What befalls people, and what nobody can help. */
const INVOLUNTARY =
  /^(?:be|have|fail|happen|occur|cause|affect|lead|suffer|lose|need|work|last|matter|become|face|feel|seem|fall|collapse|rain|die|recover|survive|know|see|get)$/;

const STOPPING =
  /\b(?:(?:call|put)(?:ed|ing)?\b.{0,40}\boff|cancel|postpone|stop|halt|delay|suspend|withdraw|abandon|scrap|reconsider|resign|not (?:to )?(?:go|hold|march|proceed|take))/;

function asksToStop(annotated: AnnotatedReport, { content }: StatementCandidate): boolean {
  return content.some((span) => STOPPING.test(textOf(annotated.report.text, span)));
}

/** A long quotation may hold such words without being an answer as a whole. */
function isShort({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return end - start < 200;
}

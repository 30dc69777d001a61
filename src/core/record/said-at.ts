import type { AnnotatedReport } from "../annotate/layers.ts";
import type { StatementCandidate, TimeExpression } from "../extract/candidates.ts";
import { headWithin, tokenAt } from "../resolve/phrase-heads.ts";
import type { Span } from "../text/span.ts";

/**
 * Finds the day on which something was said: the date that hangs on the cue by syntax, or on the verb that the cue
 * completes. Never the day of publication.
 *
 * > | On Friday, DOR said …        appeared at court on Thursday to deny …
 *        ^^^^^^ ──────▶ ^^^^       ^^^^^^^^ ◀────── ^^^^^^^^    ^^^^
 */
export function makeSaidAt(
  annotated: AnnotatedReport,
  times: readonly TimeExpression[],
): (statement: StatementCandidate) => string | null {
  const { tokens, heads } = annotated;
  const timesByGovernor = new Map<number, TimeExpression[]>();
  for (const time of times) {
    if (time.type !== "DATE" && time.type !== "TIME") continue;
    const first = tokenAt(annotated, time.span.start);
    let head = first;
    for (let i = first; i < tokens.length && tokens[i]!.start < time.span.end; i++) {
      const governor = heads[i]!;
      if (governor < first || governor < 0 || tokens[governor]!.start >= time.span.end) {
        head = i;
        break;
      }
    }
    const governor = governorOf(annotated, head);
    if (governor < 0) continue;
    const list = timesByGovernor.get(governor);
    if (list === undefined) timesByGovernor.set(governor, [time]);
    else list.push(time);
  }
  return (statement) => {
    if (statement.cue === null) return null;
    const verb = headWithin(annotated, statement.cue);
    for (const governor of governorsOf(annotated, verb)) {
      const dated = (timesByGovernor.get(governor) ?? []).filter((time) => !isInside(time.span, statement.content));
      const days = dated.map(dayOf).filter((day) => day !== null);
      if (days.length === 1 || (days.length > 1 && days.every((day) => day === days[0]))) {
        return isLater(days[0]!, annotated.report.publishedAt) ? null : days[0]!;
      }
      if (days.length > 1) return null;
    }
    return null;
  };
}

/** The cue's own verb, then the verb it completes: "appeared … to deny". */
function governorsOf(annotated: AnnotatedReport, verb: number): readonly number[] {
  const { deprels, heads, upos } = annotated;
  const governors = [verb];
  let at = verb;
  for (let depth = 0; depth < 3; depth++) {
    const deprel = deprels[at]!;
    const head = heads[at]!;
    const isNoun = upos[at] === "NOUN";
    if (head < 0) break;
    if (
      deprel === "xcomp" ||
      (deprel === "advcl" && isInfinitive(annotated, at)) ||
      (isNoun && /^(?:obj|obl|nmod)/.test(deprel))
    ) {
      governors.push(head);
      at = head;
    } else break;
  }
  return governors;
}

function isInfinitive(annotated: AnnotatedReport, verb: number): boolean {
  const { children, tokens, xpos } = annotated;
  return xpos[verb] === "VBG" || children[verb]!.some((child) => tokens[child]!.text.toLowerCase() === "to");
}

/** The verb that a date hangs on, through nouns ("in a letter on Monday") but not through another clause. */
function governorOf(annotated: AnnotatedReport, token: number): number {
  const { heads, deprels, upos } = annotated;
  let at = token;
  for (let depth = 0; depth < 4; depth++) {
    const deprel = deprels[at]!;
    const head = heads[at]!;
    if (head < 0) return upos[at] === "VERB" ? at : -1;
    if (!/^(?:obl|nmod|advmod|appos|flat|compound|obj|nummod|conj)/.test(deprel)) return -1;
    if (upos[head] === "VERB" || upos[head] === "AUX") return head;
    at = head;
  }
  return -1;
}

function isInside(span: Span, content: readonly Span[]): boolean {
  return content.some((one) => span.start >= one.start && span.end <= one.end);
}

/** ISO day, month or year of a TIMEX3 value; null for weeks, seasons and what is not known. */
function dayOf(time: TimeExpression): string | null {
  const match = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)/.exec(time.value ?? "");
  return match === null ? null : match[0];
}

function isLater(day: string, publishedAt: string | null): boolean {
  return publishedAt !== null && day > publishedAt.slice(0, day.length);
}

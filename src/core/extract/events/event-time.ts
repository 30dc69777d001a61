import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { TimeExpression } from "../candidates.ts";
import { headOf, isPredicate, relationOf } from "./grammar.ts";
import type { Trigger } from "./triggers.ts";

/** A time expression with the token that heads it. */
export interface TimeHead {
  readonly time: TimeExpression;
  readonly head: number;
  readonly sentence: number;
}

/** Heads of the expressions that can date an event (dates and times of day), by sentence. */
export function timeHeads(
  annotated: AnnotatedReport,
  times: readonly TimeExpression[],
): ReadonlyMap<number, readonly TimeHead[]> {
  const bySentence = new Map<number, TimeHead[]>();
  let token = 0;
  for (const time of [...times].sort((a, b) => a.span.start - b.span.start)) {
    if (time.type !== "DATE" && time.type !== "TIME") continue;
    while (token < annotated.tokens.length && annotated.tokens[token]!.end <= time.span.start) token++;
    let end = token;
    while (end < annotated.tokens.length && annotated.tokens[end]!.start < time.span.end) end++;
    if (end === token) continue;
    const head = headAmong(annotated, token, end);
    const sentence = annotated.sentenceOf[head]!;
    const list = bySentence.get(sentence) ?? [];
    list.push({ time, head, sentence });
    bySentence.set(sentence, list);
  }
  return bySentence;
}

function headAmong(annotated: AnnotatedReport, first: number, end: number): number {
  for (let token = first; token < end; token++) {
    const head = headOf(annotated, token);
    if (
      (head < first || head >= end) &&
      relationOf(annotated, token) !== "case" &&
      relationOf(annotated, token) !== "punct"
    )
      return token;
  }
  return first;
}

/**
 * The time that dates each trigger of a sentence: one that hangs on the trigger itself, else one of the clause whose
 * argument the trigger is. Nothing is taken over from another clause or sentence.
 */
export function timesOfTriggers(
  annotated: AnnotatedReport,
  triggers: readonly Trigger[],
  heads: readonly TimeHead[],
): ReadonlyMap<Trigger, TimeExpression> {
  const found = new Map<Trigger, TimeExpression>();
  if (heads.length === 0) return found;
  const byHead = new Map<number, Trigger>();
  for (const trigger of triggers)
    for (let token = trigger.first; token <= trigger.last; token++) byHead.set(token, trigger);
  for (const trigger of triggers) byHead.set(trigger.head, trigger);
  const byClause = new Map<number, TimeExpression>();
  for (const { time, head } of heads) {
    let at = headOf(annotated, head);
    let direct = true;
    for (let steps = 0; at >= 0 && steps < 12; steps++) {
      const trigger = byHead.get(at);
      if (trigger !== undefined && direct) {
        if (!found.has(trigger)) found.set(trigger, time);
        if (isPredicate(annotated, at) && !byClause.has(at)) byClause.set(at, time);
        break;
      }
      if (isPredicate(annotated, at)) {
        if (!byClause.has(at)) byClause.set(at, time);
        break;
      }
      at = headOf(annotated, at);
    }
    direct = false;
  }
  for (const trigger of triggers) {
    if (found.has(trigger)) continue;
    const time = clauseTime(annotated, trigger, byClause);
    if (time !== null) found.set(trigger, time);
  }
  return found;
}

const ARGUMENTS = new Set(["nsubj", "obj", "obl", "xcomp", "nmod", "conj", "iobj"]);

function clauseTime(
  annotated: AnnotatedReport,
  trigger: Trigger,
  byClause: ReadonlyMap<number, TimeExpression>,
): TimeExpression | null {
  const own = byClause.get(trigger.head);
  if (own !== undefined) return own;
  let at = trigger.head;
  for (let steps = 0; steps < 6; steps++) {
    const relation = relationOf(annotated, at);
    if (!ARGUMENTS.has(relation)) break;
    at = headOf(annotated, at);
    if (at < 0) break;
    const time = byClause.get(at);
    if (time !== undefined) return time;
    if (isPredicate(annotated, at) && relation !== "xcomp" && relation !== "conj") break;
  }
  // "which took place on Thursday", "held on Monday": a clause that describes the noun.
  for (const child of annotated.children[trigger.head] ?? []) {
    if (
      relationOf(annotated, child) === "acl" &&
      /^(?:take|occur|happen|hold|stage|plan|schedule|issue|announce)$/.test(annotated.lemmas[child] ?? "")
    ) {
      const time = byClause.get(child);
      if (time !== undefined) return time;
    }
  }
  return null;
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import { MOVED_WORDS } from "../../lexicons/event-status-words.ts";
import { textOf } from "../../text/span.ts";
import type { EventType, TimeExpression } from "../candidates.ts";
import { carryingVerb } from "./clause-arguments.ts";
import {
  childrenOf,
  firstDependent,
  headOf,
  isPredicate,
  lemmaOf,
  prepositionOf,
  relationOf,
  wordOf,
} from "./grammar.ts";
import { isDefinite } from "./noun-status.ts";
import { sharedDay } from "./shared-day.ts";
import type { Trigger } from "./triggers.ts";

/** A time expression with the token that heads it. */
export interface TimeHead {
  readonly time: TimeExpression;
  readonly head: number;
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
    list.push({ time, head });
    bySentence.set(sentence, list);
  }
  return bySentence;
}

function headAmong(annotated: AnnotatedReport, first: number, end: number): number {
  for (let token = first; token < end; token++) {
    const head = headOf(annotated, token);
    const relation = relationOf(annotated, token);
    if ((head < first || head >= end) && relation !== "case" && relation !== "punct") return token;
  }
  return first;
}

/** "a sit-down planned for Saturday": the occasion that a participle behind it plans or holds. */
function occasionHeld(
  annotated: AnnotatedReport,
  participle: number,
  byToken: ReadonlyMap<number, Trigger>,
): Trigger | null {
  if (annotated.xpos[participle] !== "VBN" || !HOLDING.test(lemmaOf(annotated, participle))) return null;
  // Right behind the noun, whatever a parser makes of it.
  const noun = relationOf(annotated, participle) === "acl" ? headOf(annotated, participle) : participle - 1;
  const trigger = byToken.get(noun);
  return trigger?.shape === "noun" ? trigger : null;
}

const HOLDING = /^(?:plan|schedule|set|hold|call|fix|arrange|expect|list|slate|stage|organi[sz]e|pencil)$/;

/**
 * The time that dates each trigger of a sentence: one that hangs on the trigger itself, else one of the clause that
 * carries it. Nothing is taken over from another clause or sentence, with one exception: what somebody says they have
 * done, a letter sent or a suit filed, is dated by the day they say it.
 */
export function timesOfTriggers(
  annotated: AnnotatedReport,
  triggers: readonly Trigger[],
  heads: readonly TimeHead[],
): ReadonlyMap<Trigger, TimeExpression> {
  const found = new Map<Trigger, TimeExpression>();
  if (heads.length === 0) return found;
  const byToken = new Map<number, Trigger>();
  for (const trigger of triggers) {
    for (let token = trigger.first; token <= trigger.last; token++) byToken.set(token, trigger);
    byToken.set(trigger.head, trigger);
  }
  const byClause = new Map<number, TimeExpression>();
  for (const { time, head } of heads) {
    const put = movedTo(annotated, time, head, triggers) ?? startingOn(annotated, time, head, triggers);
    if (put !== null) {
      found.set(put, time);
      continue;
    }
    const near = occasionRightBefore(annotated, head, time, byToken);
    if (near !== null) {
      if (!found.has(near)) found.set(near, time);
      continue;
    }
    let at = headOf(annotated, head);
    if (at >= 0 && annotated.upos[at] === "PUNCT") at = triggerRightBefore(annotated, head, byToken);
    const isEnd = isEndpoint(annotated, head, time);
    const subject = subjectOnDay(annotated, head, byToken);
    if (subject !== null && !found.has(subject)) found.set(subject, time);
    dateWhenClause(annotated, head, byClause, time);
    for (let steps = 0; at >= 0 && steps < 12; steps++) {
      const trigger = byToken.get(at);
      if (trigger !== undefined && isKnownThingAside(annotated, trigger, head)) {
        at = headOf(annotated, at);
        continue;
      }
      if (isEnd && (trigger !== undefined || isPredicate(annotated, at)) && !isMovedTo(annotated, at, trigger)) break;
      if (trigger !== undefined) {
        const dated = occasionBefore(annotated, trigger, triggers, head);
        if (!found.has(dated)) found.set(dated, time);
      }
      const held = occasionHeld(annotated, at, byToken);
      if (held !== null && !found.has(held)) found.set(held, time);
      if (isPredicate(annotated, at) && !byClause.has(at)) byClause.set(at, time);
      if (trigger !== undefined || isPredicate(annotated, at)) break;
      at = headOf(annotated, at);
    }
  }
  for (const trigger of triggers) {
    if (found.has(trigger)) continue;
    const time = clauseTime(annotated, trigger, byClause) ?? saidTime(annotated, trigger, byClause);
    if (time !== null) found.set(trigger, time);
  }
  const dated = { triggers: new Map(found), clauses: byClause, byToken, heads: heads.map(({ head }) => head) };
  for (const trigger of triggers) {
    const time = found.has(trigger) ? null : sharedDay(annotated, trigger, dated);
    if (time !== null) found.set(trigger, time);
  }
  return found;
}

/** "remanded until September", "extended to 12 December": the day on which it ends. */
function isEndpoint(annotated: AnnotatedReport, head: number, time: TimeExpression): boolean {
  let first = head;
  while (first > 0 && annotated.tokens[first - 1]!.start >= time.span.start) first--;
  if (wordOf(annotated, first - 1) === "the") first--;
  const preposition = wordOf(annotated, first - 1);
  if (preposition === "until" || preposition === "till") return true;
  const verb = headOf(annotated, head);
  return preposition === "to" && verb >= 0 && LENGTHENING.test(wordOf(annotated, verb));
}

const LENGTHENING = /^(?:extend|prolong|renew|lengthen)(?:s|ed|ing)?$/;

/** What is put off until a day takes place on it. */
function isMovedTo(annotated: AnnotatedReport, token: number, trigger: Trigger | undefined): boolean {
  if (trigger !== undefined && SCHEDULED.has(trigger.type)) return true;
  // "suspended until October": who is kept from work is not put off.
  if (trigger?.type === "sanction") return false;
  return /^(?:postpone|adjourn|delay|defer|put|move|push|suspend|reschedule)$/.test(lemmaOf(annotated, token));
}

/** "put off a vigil from Thursday to Sunday", "put back its meeting by five days, to Tuesday": where an occasion is moved to. */
function movedTo(
  annotated: AnnotatedReport,
  time: TimeExpression,
  head: number,
  triggers: readonly Trigger[],
): Trigger | null {
  const { text } = annotated.report;
  const sentence = annotated.sentences[annotated.sentenceOf[head] ?? 0]!;
  const before = text.slice(annotated.tokens[sentence.firstToken]!.start, time.span.start);
  if (!MOVED_TO.test(before)) return null;
  return triggers.findLast(({ shape, type, last }) => shape === "noun" && SCHEDULED.has(type) && last < head) ?? null;
}

/** "a single trial for both firms starting 9 September": the occasion before, with no other verb between. */
function startingOn(
  annotated: AnnotatedReport,
  time: TimeExpression,
  head: number,
  triggers: readonly Trigger[],
): Trigger | null {
  let first = head;
  while (first > 0 && annotated.tokens[first - 1]!.start >= time.span.start) first--;
  const opening = /^(?:on|from)$/.test(wordOf(annotated, first - 1)) ? first - 2 : first - 1;
  if (!/^(?:starting|beginning|opening)$/.test(wordOf(annotated, opening))) return null;
  const occasion = triggers.findLast(
    ({ shape, type, last }) => shape === "noun" && SCHEDULED.has(type) && last < opening,
  );
  if (occasion === undefined) return null;
  for (let token = occasion.last + 1; token < opening; token++)
    if (/^(?:VERB|AUX|PUNCT)$/.test(annotated.upos[token] ?? "")) return null;
  return occasion;
}

const MOVED_TO = new RegExp(
  `\\b${MOVED_WORDS}\\b[^.;:]{0,70}(?:,| (?:from [^.;:,]{3,30}|by [^.;:,]{3,30}|days|week|hours))? to (?:the )?$`,
  "iu",
);

/** "The trial is on 9 September", read as "the trial is 9"; "the march is on for Saturday". */
function subjectOnDay(annotated: AnnotatedReport, head: number, byToken: ReadonlyMap<number, Trigger>): Trigger | null {
  const above = headOf(annotated, head);
  const predicate = above >= 0 && wordOf(annotated, above) === "on" ? above : head;
  const subject = firstDependent(annotated, predicate, "nsubj");
  if (subject === null || firstDependent(annotated, predicate, "cop") === null) return null;
  return byToken.get(subject) ?? null;
}

/** "until Tuesday, when the court will hear it": a clause that opens with "when" right after the day has that day. */
function dateWhenClause(
  annotated: AnnotatedReport,
  head: number,
  byClause: Map<number, TimeExpression>,
  time: TimeExpression,
): void {
  let token = head + 1;
  while (token < annotated.tokens.length && annotated.tokens[token]!.end <= time.span.end) token++;
  if (annotated.upos[token] === "PUNCT") token++;
  if (wordOf(annotated, token) !== "when" || annotated.sentenceOf[token] !== annotated.sentenceOf[head]) return;
  let clause = headOf(annotated, token);
  for (let steps = 0; clause >= 0 && steps < 3; steps++) {
    if (!byClause.has(clause)) byClause.set(clause, time);
    const next = firstDependent(annotated, clause, "xcomp");
    if (next === null) return;
    clause = next;
  }
}

/** Tokens that a day tied to nothing may stand behind its verb: "appear before the town's magistrates on 11 June". */
const REACH = 8;

/** A day that a parser tied to a mark: the trigger before it, with no other verb, mark or clause between; -1 for none. */
function triggerRightBefore(annotated: AnnotatedReport, head: number, byToken: ReadonlyMap<number, Trigger>): number {
  for (let token = head - 1; token >= Math.max(0, head - REACH); token--) {
    if (byToken.has(token)) return token;
    if (
      annotated.upos[token] === "PUNCT" ||
      annotated.upos[token] === "SCONJ" ||
      /^VB[DPGN]$/.test(annotated.xpos[token] ?? "")
    )
      return -1;
  }
  return -1;
}

/**
 * "postponed in light of the attack on Thursday": a noun deep inside a phrase, right before the day, keeps it. The object
 * of a verb does not, because its clause may be dated ("condemned the attack on Thursday").
 */
function occasionRightBefore(
  annotated: AnnotatedReport,
  head: number,
  time: TimeExpression,
  byToken: ReadonlyMap<number, Trigger>,
): Trigger | null {
  let first = head;
  while (first > 0 && annotated.tokens[first - 1]!.start >= time.span.start) first--;
  const reason = byToken.get(first - 1);
  if (reason !== undefined && isReason(annotated, reason)) return reason;
  const preposition = first - 1;
  const isOf = wordOf(annotated, preposition) === "of";
  if (preposition < 1 || (!isOf && wordOf(annotated, preposition) !== "on")) return null;
  const trigger = byToken.get(preposition - 1);
  // "quashed the order of 11 March"
  if (isOf && trigger?.shape === "noun" && /\d/.test(textOf(annotated.report.text, time.span))) return trigger;
  if (trigger === undefined || trigger.shape !== "noun" || BACKGROUND.has(trigger.type)) return null;
  const relation = relationOf(annotated, trigger.head);
  // "pick the team after trials on May 17"
  const isOccasion = relation === "obl" && SCHEDULED.has(trigger.type);
  return relation === "nmod" || isOccasion || isEndOfInfinitive(annotated, trigger) ? trigger : null;
}

/** "attacked in retaliation for air strikes last week", "after the crash last month": the day of what came before. */
function isReason(annotated: AnnotatedReport, { shape, head }: Trigger): boolean {
  if (shape !== "noun") return false;
  const preposition = prepositionOf(annotated, head) ?? "";
  if (/^(?:after|following|since)$/.test(preposition)) return true;
  const above = headOf(annotated, head);
  return above >= 0 && /^(?:for|to)$/.test(preposition) && IN_RETURN.test(lemmaOf(annotated, above));
}

const IN_RETURN = /^(?:retaliation|response|revenge|reprisal|reaction|answer|reply|protest)$/;

/** "asked them to postpone a march on Saturday": what is to be done to an occasion is not dated, the occasion is. */
function isEndOfInfinitive(annotated: AnnotatedReport, trigger: Trigger): boolean {
  const verb = headOf(annotated, trigger.head);
  if (verb < 0 || !SCHEDULED.has(trigger.type) || relationOf(annotated, trigger.head) !== "obj") return false;
  const mark = firstDependent(annotated, verb, "mark");
  return mark !== null && wordOf(annotated, mark) === "to";
}

/** "a challenge to the ban at the High Court on Wednesday": the day, further on, is that of the deed and not of the ban. */
function isKnownThingAside(annotated: AnnotatedReport, trigger: Trigger, time: number): boolean {
  if (trigger.shape !== "noun" || !BACKGROUND.has(trigger.type) || !isDefinite(annotated, trigger.head)) return false;
  return relationOf(annotated, trigger.head) === "nmod" && time - trigger.last > 3;
}

const BACKGROUND: ReadonlySet<EventType> = new Set([
  "law",
  "ruling",
  "charge",
  "sentence",
  "verdict",
  "agreement",
  "lawsuit",
]);
const SCHEDULED: ReadonlySet<EventType> = new Set([
  "protest",
  "meeting",
  "hearing",
  "strike",
  "talks",
  "vote",
  "visit",
]);

/**
 * "a rally against the ban on Saturday": the day belongs to the occasion and not to the known thing that it is about,
 * whichever of the two a parser ties it to.
 */
function occasionBefore(
  annotated: AnnotatedReport,
  trigger: Trigger,
  triggers: readonly Trigger[],
  time: number,
): Trigger {
  if (
    trigger.shape !== "noun" ||
    !BACKGROUND.has(trigger.type) ||
    !isDefinite(annotated, trigger.head) ||
    time < trigger.head
  ) {
    return trigger;
  }
  for (let index = triggers.indexOf(trigger) - 1; index >= 0; index--) {
    const other = triggers[index]!;
    if (other.shape !== "noun" || trigger.head - other.head > 12) return trigger;
    if (!SCHEDULED.has(other.type)) continue;
    for (let token = other.head; token < trigger.head; token++)
      if (/^VB[DZP]$|^MD$/.test(annotated.xpos[token] ?? "")) return trigger;
    return other;
  }
  return trigger;
}

/**
 * "At a Tuesday meeting, the board picked its 2035 team": where the day read is impossible, the one other time of the
 * sentence, before the trigger with no verb between; else null.
 */
export function timeBefore(
  annotated: AnnotatedReport,
  trigger: number,
  wrong: TimeExpression | null,
  heads: readonly TimeHead[],
): TimeExpression | null {
  const others = heads.filter(({ time, head }) => time !== wrong && head < trigger);
  const [only] = others;
  const published = annotated.report.publishedAt?.slice(0, 10);
  if (only === undefined || others.length > 1 || published === undefined) return null;
  for (let token = only.head + 1; token < trigger; token++) if (annotated.upos[token] === "VERB") return null;
  return only.time.range !== null && only.time.range.last <= published ? only.time : null;
}

const HAPPENING =
  /^(?:take|occur|happen|hold|stage|plan|schedule|issue|announce|begin|start|set|serve|lodge|file|sign|make|agree|reach|strike|publish|release|date|come|deliver|submit|grant|impose|obtain|secure)$/;

function clauseTime(
  annotated: AnnotatedReport,
  trigger: Trigger,
  byClause: ReadonlyMap<number, TimeExpression>,
): TimeExpression | null {
  const own = byClause.get(trigger.head);
  if (own !== undefined) return own;
  if (trigger.shape === "verb")
    return linkedVerbTime(annotated, trigger.head, byClause) ?? resultTime(annotated, trigger, byClause);
  const carrying = carryingVerb(annotated, trigger);
  if (carrying !== null && !isEnding(annotated, trigger, carrying)) {
    const time = byClause.get(carrying) ?? linkedVerbTime(annotated, carrying, byClause);
    if (time !== null) return time;
  }
  // "the attack that took place on Thursday", "a vigil held on Monday": a clause that describes the noun.
  for (const child of childrenOf(annotated, trigger.head)) {
    if (relationOf(annotated, child) === "acl" && HAPPENING.test(lemmaOf(annotated, child))) {
      const time = byClause.get(child);
      if (time !== undefined) return time;
    }
  }
  return null;
}

/** What goes on for a time, or holds until it is lifted: the day on which it ends is not its own. */
const LASTING: ReadonlySet<EventType> = new Set(["law", "ruling", "sanction", "search", "evacuation", "outbreak"]);
const OCCUPATION = /^(?:occup|sit-?in|blockade|encamp|siege|lock-?in)/;

/** "lifted its ban on Tuesday", "the curfew ended on Friday". */
function isEnding(annotated: AnnotatedReport, { type, head }: Trigger, verb: number): boolean {
  const isLasting = LASTING.has(type) || OCCUPATION.test(lemmaOf(annotated, head));
  return isLasting && ENDING.test(lemmaOf(annotated, verb));
}

const ENDING = /^(?:end|lift|expire|lapse|cease|stop|quash|overturn|revoke|rescind|scrap|drop)$/;

/** "is due on Friday to appear": the time of a verb that only leads up to this one. */
function linkedVerbTime(
  annotated: AnnotatedReport,
  verb: number,
  byClause: ReadonlyMap<number, TimeExpression>,
): TimeExpression | null {
  let at = verb;
  for (let steps = 0; steps < 3 && relationOf(annotated, at) === "xcomp"; steps++) {
    at = headOf(annotated, at);
    if (at < 0 || !LEADING.test(lemmaOf(annotated, at))) return null;
    const time = byClause.get(at);
    if (time !== undefined) return time;
  }
  return null;
}

const HARM: ReadonlySet<EventType> = new Set(["death", "injury", "damage"]);

/** "struck the consulate late on Thursday, killing two and wounding 90": what a deed does at once is of its day. */
function resultTime(
  annotated: AnnotatedReport,
  { head, type }: Trigger,
  byClause: ReadonlyMap<number, TimeExpression>,
): TimeExpression | null {
  if (!HARM.has(type)) return null;
  let verb = head;
  while (relationOf(annotated, verb) === "conj" && annotated.xpos[verb] === "VBG") verb = headOf(annotated, verb);
  const isResult = relationOf(annotated, verb) === "advcl" && annotated.xpos[verb] === "VBG";
  const deed = headOf(annotated, verb);
  if (!isResult || deed < 0 || deed > verb || firstDependent(annotated, verb, "mark") !== null) return null;
  return byClause.get(deed) ?? null;
}

const LEADING = /^(?:due|set|schedule|expect|begin|start|continue|go|have|force|plan|list)$/;

/** Deeds that are made known by those who do them, mostly on the day. */
const DECLARED: ReadonlySet<EventType> = new Set([
  "letter",
  "publish",
  "lawsuit",
  "appeal",
  "resign",
  "appoint",
  "agreement",
  "launch",
]);

/** "On Friday, the group said it has sent a letter": present perfect, and the sayer is the doer. */
function saidTime(
  annotated: AnnotatedReport,
  trigger: Trigger,
  byClause: ReadonlyMap<number, TimeExpression>,
): TimeExpression | null {
  const verb = trigger.shape === "verb" ? trigger.head : headOf(annotated, trigger.head);
  if (!DECLARED.has(trigger.type) || verb < 0 || relationOf(annotated, verb) !== "ccomp") return null;
  const perfect = childrenOf(annotated, verb).some((child) => /^(?:has|have|['’]ve)$/.test(wordOf(annotated, child)));
  const subject = firstDependent(annotated, verb, "nsubj");
  if (!perfect || subject === null || !/^(?:it|he|she|they|we|i)$/.test(wordOf(annotated, subject))) return null;
  return byClause.get(headOf(annotated, verb)) ?? null;
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { EventType, TimeExpression } from "../candidates.ts";
import { childrenOf, firstDependent, headOf, lemmaOf, prepositionOf, relationOf, wordOf } from "./grammar.ts";
import type { Trigger } from "./triggers.ts";

/** What the times of a sentence date so far: triggers, and clauses by their verbs. */
export interface Dated {
  readonly triggers: ReadonlyMap<Trigger, TimeExpression>;
  readonly clauses: ReadonlyMap<number, TimeExpression>;
  /** The trigger that a token is part of. */
  readonly byToken: ReadonlyMap<number, Trigger>;
  /** Tokens that head the times. */
  readonly heads: readonly number[];
}

/**
 * The time of a trigger that has none of its own, where grammar says that it was on the day of another deed of its sentence:
 *
 * - "shot and killed a man late on Saturday", "declared them in contempt on Monday and imposed a fine": one subject, two verbs;
 * - "killed when the deck came down on Tuesday": what comes of an accident;
 * - "arrested at last Sunday’s sit-in": what is done at an occasion;
 * - "at a hearing on Friday he pleaded guilty": the other way round.
 */
export function sharedDay(annotated: AnnotatedReport, trigger: Trigger, dated: Dated): TimeExpression | null {
  const verb = trigger.shape === "verb" ? trigger.head : verbOfObject(annotated, trigger);
  if (verb === null || !isTold(annotated, verb)) return null;
  const time =
    coordinateDay(annotated, verb, dated) ??
    accidentsDay(annotated, trigger, dated) ??
    occasionsDay(annotated, verb, dated);
  return time !== null && isShort(time) ? time : null;
}

/** In a year a man is arrested, tried and sentenced; in a month most of what one sentence joins. */
function isShort({ range }: TimeExpression): boolean {
  return range !== null && range.first.slice(0, 7) === range.last.slice(0, 7);
}

/** "imposed | a fine": the verb that brings the thing about. */
function verbOfObject(annotated: AnnotatedReport, { head }: Trigger): number | null {
  const verb = headOf(annotated, head);
  if (verb < 0 || relationOf(annotated, head) !== "obj") return null;
  return MAKING.test(lemmaOf(annotated, verb)) ? verb : null;
}

const MAKING =
  /^(?:impose|issue|make|file|lodge|sign|serve|grant|deliver|hand|announce|bring|win|reach|strike|launch)$/;

/** In the past tense, or a bare participle: what is planned has a day of its own. */
function isTold(annotated: AnnotatedReport, verb: number): boolean {
  const xpos = annotated.xpos[verb];
  if (xpos !== "VBD" && xpos !== "VBN") return false;
  return !childrenOf(annotated, verb).some((child) =>
    /^(?:has|have|had|not|never|n['’]t|will|would|could|may|might|be|later|then|since|earlier|soon|eventually|finally|afterwards?|previously|subsequently|already)$/.test(
      wordOf(annotated, child),
    ),
  );
}

/** The verb that this one is joined to, or that is joined to it, where both have one subject and one tense. */
function coordinateDay(annotated: AnnotatedReport, verb: number, dated: Dated): TimeExpression | null {
  const first = relationOf(annotated, verb) === "conj" ? headOf(annotated, verb) : null;
  if (first !== null && first >= 0) {
    const time = isJoined(annotated, first, verb) ? timeOf(first, dated) : null;
    // "postponed it last week and on Friday signed": another day stands nearer.
    const others = dated.heads.filter((head) => head > first && head < verb);
    if (time !== null && others.length < 2) return time;
  }
  // "shot and killed a man late on Saturday": a day behind both that a parser ties to the second.
  for (const child of childrenOf(annotated, verb)) {
    if (relationOf(annotated, child) !== "conj" || child - verb > 3 || !isJoined(annotated, verb, child)) continue;
    const time = timeOf(child, dated);
    if (time !== null) return time;
  }
  return null;
}

function isJoined(annotated: AnnotatedReport, first: number, second: number): boolean {
  const { xpos } = annotated;
  if (!isTold(annotated, first) || !isTold(annotated, second) || xpos[first] !== xpos[second]) return false;
  const own = firstDependent(annotated, second, "nsubj");
  // "11 people were hurt and 14 arrested": one clause of which only the count is new.
  return own === null || annotated.upos[own] === "NUM";
}

function timeOf(verb: number, { clauses, triggers, byToken }: Dated): TimeExpression | null {
  const trigger = byToken.get(verb);
  return clauses.get(verb) ?? (trigger === undefined ? undefined : triggers.get(trigger)) ?? null;
}

const HARM: ReadonlySet<EventType> = new Set(["death", "injury", "damage"]);

/** "were killed and 31 injured when a flyover came down on Tuesday evening". */
function accidentsDay(annotated: AnnotatedReport, { type, head }: Trigger, dated: Dated): TimeExpression | null {
  if (!HARM.has(type)) return null;
  let verb = head;
  if (relationOf(annotated, verb) === "conj") verb = headOf(annotated, verb);
  for (const harmed of new Set([verb, head])) {
    for (const child of childrenOf(annotated, harmed)) {
      const opening = relationOf(annotated, child) === "advcl" ? firstOf(annotated, child) : null;
      if (opening !== null && /^(?:when|as)$/.test(opening)) {
        const time = timeOf(child, dated);
        if (time !== null) return time;
      }
    }
  }
  return null;
}

/** "when" of "when it came down". */
function firstOf(annotated: AnnotatedReport, clause: number): string | null {
  const opening = firstDependent(annotated, clause, "mark", "advmod");
  return opening === null || opening > clause ? null : wordOf(annotated, opening);
}

/** What somebody is hurt or held in, and what is said and done at. */
const OCCASIONS: ReadonlySet<EventType> = new Set([
  "protest",
  "meeting",
  "hearing",
  "clash",
  "attack",
  "accident",
  "disaster",
  "vote",
]);

function occasionsDay(annotated: AnnotatedReport, verb: number, dated: Dated): TimeExpression | null {
  for (const child of childrenOf(annotated, verb)) {
    if (relationOf(annotated, child) !== "obl") continue;
    const occasion = dated.byToken.get(child);
    if (occasion?.shape !== "noun" || !OCCASIONS.has(occasion.type)) continue;
    if (!/^(?:at|in|during)$/.test(prepositionOf(annotated, child) ?? "")) continue;
    const time = dated.triggers.get(occasion);
    if (time !== undefined) return time;
  }
  return null;
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf } from "../../annotate/tree.ts";
import { ALLEGED_MODIFIERS, LASTING_NOUNS } from "../../lexicons/event-status-words.ts";
import { textOf } from "../../text/span.ts";
import type { EventStatus, EventType, StatementCandidate, TimeExpression } from "../candidates.ts";
import {
  childrenOf,
  firstDependent,
  headOf,
  isPassive,
  lemmaOf,
  prepositionOf,
  relationOf,
  subjectOf,
  wordOf,
} from "./grammar.ts";
import { isRetracted } from "./held-status.ts";
import { isDefinite, nounStatus, WRONGS } from "./noun-status.ts";
import { occasionStatus } from "./occasion-status.ts";
import { isPersonal } from "./personal.ts";
import type { Trigger } from "./triggers.ts";
import { verbStatus } from "./verb-status.ts";

export interface ReadStatus {
  readonly status: EventStatus;
  /** False when nothing in the words says so and the status is only the usual one. */
  readonly shown: boolean;
}

/** The status of a trigger by tense, modals, negation and the words that plan, deny, doubt or call off. */
export function statusOf(
  annotated: AnnotatedReport,
  trigger: Trigger,
  time: TimeExpression | null,
  statement: StatementCandidate | null,
): ReadStatus {
  const read =
    trigger.shape === "verb"
      ? verbStatus(annotated, trigger.head, 0)
      : (nounStatus(annotated, trigger.head, trigger.type) ?? occasionStatus(annotated, trigger.head, trigger.type));
  const status = read ?? "occurred";
  if (
    (status === "occurred" || status === "ongoing") &&
    !UNPLANNED.has(trigger.type) &&
    isAfterPublication(annotated, time)
  )
    return { status: "planned", shown: true };
  if (status === "occurred" && trigger.shape === "verb" && CALLING_OFF.has(lemmaOf(annotated, trigger.head))) {
    return { status: "cancelled", shown: true };
  }
  const known = trigger.shape === "noun" && isDefinite(annotated, trigger.head);
  if (
    status === "occurred" &&
    trigger.shape === "verb" &&
    (trigger.type === "attack" || isDeedOfSomebody(annotated, trigger.head)) &&
    isHearsay(annotated, trigger.head)
  )
    return { status: "alleged", shown: true };
  if (status === "occurred" && !known && !isBackground(annotated, trigger.head) && isRetracted(annotated, trigger.head))
    return { status: "denied", shown: true };
  const isCharged = statement?.act === "allegation" || isOfProsecution(annotated, statement);
  if (status === "occurred" && isCharged && !known && isChargedWith(annotated, trigger))
    return { status: "alleged", shown: true };
  if (
    status === "occurred" &&
    trigger.shape === "verb" &&
    isWrongdoing(trigger) &&
    isBySuspect(annotated, trigger.head)
  )
    return { status: "alleged", shown: true };
  if ((status === "occurred" || status === "ongoing") && !known && isUnsaid(annotated, statement))
    return { status: "possible", shown: true };
  if (read === null && trigger.shape === "noun" && !known && isCalledFor(annotated, trigger.head))
    return { status: "possible", shown: true };
  if (
    read === null &&
    trigger.shape === "noun" &&
    LASTING_NOUNS.has(lemmaOf(annotated, trigger.head)) &&
    !isLongPast(annotated, time)
  ) {
    return { status: "ongoing", shown: false };
  }
  return { status, shown: read !== null || isBeforePublication(annotated, time) };
}

/** "would not confirm that it had shot him"; who would not say "who had shot him" takes it as known. */
function isUnsaid({ report }: AnnotatedReport, statement: StatementCandidate | null): boolean {
  const [first] = statement?.content ?? [];
  if (statement?.act !== "no-comment" || first === undefined) return false;
  return !/^[“"‘']?(?:who|whom|whose|why|how|where|when|what|which)\b/i.test(textOf(report.text, first));
}

/** Tokens that the call may stand before what it is for: "a call by the local MP, Farida Noakes, for a public inquiry". */
const CALL_REACH = 12;

/** "a call by the MP for an inquiry", whatever a parser makes of what stands between. */
function isCalledFor(annotated: AnnotatedReport, noun: number): boolean {
  const first = annotated.sentences[annotated.sentenceOf[noun]!]!.firstToken;
  const isFor = prepositionOf(annotated, noun) === "for" || isParticleFor(annotated, noun);
  for (let token = noun - 1; isFor && token >= Math.max(first, noun - CALL_REACH); token--) {
    if (annotated.upos[token] === "VERB")
      return /^(?:call|ask|push|campaign|press|plead|beg)$/.test(lemmaOf(annotated, token));
    if (
      annotated.upos[token] === "NOUN" &&
      /^(?:call|demand|request|plea|campaign|petition)$/.test(lemmaOf(annotated, token))
    )
      return true;
  }
  return false;
}

/** "called | for | a public inquiry", where a parser ties the "for" to the verb. */
function isParticleFor(annotated: AnnotatedReport, noun: number): boolean {
  let before = noun - 1;
  while (/^(?:DET|ADJ|NOUN|PROPN)$/.test(annotated.upos[before] ?? "")) before--;
  return wordOf(annotated, before) === "for";
}

/** Triggers that themselves say that something else does not take place. */
const CALLING_OFF: ReadonlySet<string> = new Set(["cancel", "scrap", "call"]);

/** Types that nobody puts on a calendar: a day ahead of publication is then a wrong reading of the day. */
const UNPLANNED: ReadonlySet<EventType> = new Set([
  "attack",
  "clash",
  "accident",
  "disaster",
  "death",
  "injury",
  "damage",
  "outbreak",
]);

function isWrongdoing({ type }: Trigger): boolean {
  return WRONGS.has(type);
}

/** What is charged, and not what its words take as known. */
function isChargedWith(annotated: AnnotatedReport, trigger: Trigger): boolean {
  return trigger.shape === "noun" ? isWrongdoing(trigger) : !isBackground(annotated, trigger.head);
}

/** What the words take as known: "drew a pistol where the man fell", "before the board voted". */
function isBackground(annotated: AnnotatedReport, head: number): boolean {
  const relation = annotated.deprels[head]!;
  return (
    childrenOf(annotated, head).some((child) => child < head && BACKGROUND.test(wordOf(annotated, child))) ||
    relation === "acl:relcl" ||
    (relation.startsWith("acl") && lemmaOf(annotated, headOf(annotated, head)) === "news")
  );
}

const BACKGROUND = /^(?:before|after|when|while|where|since|because|once|as|who|which)$/;

/** What prosecutors, indictments and suits say is a charge, whatever verb they say it with. */
function isOfProsecution({ report }: AnnotatedReport, statement: StatementCandidate | null): boolean {
  return statement?.source != null && PROSECUTION.test(textOf(report.text, statement.source));
}

const PROSECUTION = /\b(?:prosecut(?:ors?|ion|ing)|indictments?|lawsuits?|plaintiffs?|claimants?|charge sheet)\b/i;

/** "The alleged gunman killed three people": he did if he is the one. */
function isBySuspect(annotated: AnnotatedReport, verb: number): boolean {
  const agent = isPassive(annotated, verb) ? null : firstDependent(annotated, verb, "nsubj");
  return (
    agent !== null && childrenOf(annotated, agent).some((child) => ALLEGED_MODIFIERS.has(wordOf(annotated, child)))
  );
}

/** "A man is thought to have burned down | two barns": not so "a blast is reported to have killed twelve". */
function isDeedOfSomebody(annotated: AnnotatedReport, verb: number): boolean {
  const agent = subjectOf(annotated, verb);
  return agent !== null && childOf(annotated, verb, "obj") !== null && isPersonal(annotated, agent);
}

/** "Young men are said to have robbed him": a wrong on nobody’s word. */
function isHearsay(annotated: AnnotatedReport, verb: number): boolean {
  const head = headOf(annotated, verb);
  if (head < 0 || !/^(?:xcomp|ccomp)$/.test(relationOf(annotated, verb))) return false;
  // "came forward claiming to have been robbed"
  if (lemmaOf(annotated, head) === "claim") return true;
  if (!isPassive(annotated, head)) return false;
  return (
    HEARSAY.test(lemmaOf(annotated, head)) &&
    childrenOf(annotated, verb).some((child) => wordOf(annotated, child) === "have")
  );
}

const HEARSAY = /^(?:say|claim|rumou?r|report|believe|think|understand|presume)$/;

/** A year or month that was over when the report was printed. */
function isLongPast(annotated: AnnotatedReport, time: TimeExpression | null): boolean {
  return isBeforePublication(annotated, time) && /^\d{4}(?:-\d\d)?$/.test(time?.value ?? "");
}

function isBeforePublication(annotated: AnnotatedReport, time: TimeExpression | null): boolean {
  const published = annotated.report.publishedAt;
  return published !== null && time !== null && time.range !== null && time.range.last < published.slice(0, 10);
}

/**
 * A day ahead of publication that cannot be the event’s: nobody plans a crash, and "met" did not take place tomorrow. The
 * day was read wrongly or is something else’s.
 */
export function isImpossibleDay(
  annotated: AnnotatedReport,
  trigger: Trigger,
  time: TimeExpression | null,
  statement: StatementCandidate | null,
): boolean {
  if (!isAfterPublication(annotated, time)) return false;
  const isPast = trigger.shape === "verb" && annotated.xpos[trigger.head] === "VBD" && trigger.first === trigger.last;
  if (!isPast && !UNPLANNED.has(trigger.type)) return false;
  const { status } = statusOf(annotated, trigger, null, statement);
  return status === "occurred" || (status === "ongoing" && !isPast);
}

function isAfterPublication(annotated: AnnotatedReport, time: TimeExpression | null): boolean {
  const published = annotated.report.publishedAt;
  if (published === null || time === null || time.range === null) return false;
  return time.range.first > published.slice(0, 10);
}

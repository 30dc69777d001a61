import type { AnnotatedReport } from "../../annotate/layers.ts";
import { MONTHS } from "../../lexicons/time-words.ts";
import type { EventStatus, EventType } from "../candidates.ts";
import { childrenOf, headOf, isPassive, lemmaOf, prepositionOf, relationOf, wordOf } from "./grammar.ts";

/** Types that are put on a calendar. */
export const SCHEDULED_TYPES: ReadonlySet<EventType> = new Set([
  "protest",
  "strike",
  "election",
  "visit",
  "launch",
  "meeting",
  "talks",
  "vote",
  "hearing",
]);

const OCCASIONS: ReadonlySet<EventType> = new Set<EventType>([...SCHEDULED_TYPES, "other"]);

/**
 * What the words beside an occasion say of its coming, where neither its modifiers nor its verb do: a day set for it, a court
 * asked for it, a promise of it, a change of its day, and that it is off. Null where they say nothing.
 *
 * > | fixed 12 May for the | hearing |.   applied for | bail |.   the | talks | that she undertook to hold.   The | march | is off.
 */
export function occasionStatus(annotated: AnnotatedReport, noun: number, type: EventType): EventStatus | null {
  return (
    (isOff(annotated, noun) ? "cancelled" : null) ??
    (isNotUnder(annotated, noun) || isTakenBack(annotated, noun) ? "denied" : null) ??
    (isAskedFor(annotated, noun) ? "possible" : null) ??
    (OCCASIONS.has(type) && (isSetFor(annotated, noun) || isMoved(annotated, noun) || isOn(annotated, noun))
      ? "planned"
      : null) ??
    clauseOf(annotated, noun)
  );
}

/** "Saturday’s march is off", "called off Saturday’s march" where a parser makes the march no object. */
export function isOff(annotated: AnnotatedReport, noun: number): boolean {
  const head = headOf(annotated, noun);
  if (head < 0) return false;
  const relation = relationOf(annotated, noun);
  if (relation === "nsubj") {
    const isBe = lemmaOf(annotated, head) === "be";
    return (
      wordOf(annotated, head) === "off" || (isBe && childrenOf(annotated, head).some((child) => isWord(child, "off")))
    );
  }
  const isBare = relation === "obl" && prepositionOf(annotated, noun) === null;
  return isBare && lemmaOf(annotated, head) === "call" && wordOf(annotated, head + 1) === "off";

  function isWord(token: number, word: string): boolean {
    return wordOf(annotated, token) === word;
  }
}

/** "The march is on for Saturday", "the rally is still on". */
function isOn(annotated: AnnotatedReport, noun: number): boolean {
  const head = headOf(annotated, noun);
  if (head < 0 || relationOf(annotated, noun) !== "nsubj" || wordOf(annotated, head) !== "on") return false;
  return childrenOf(annotated, head).some((child) => /^(?:is|are|['’]s)$/.test(wordOf(annotated, child)));
}

/** "is not under arrest" */
function isNotUnder(annotated: AnnotatedReport, noun: number): boolean {
  return wordOf(annotated, noun - 1) === "under" && /^(?:not|n[’']t)$/.test(wordOf(annotated, noun - 2));
}

/** "withdrew its report of a second death" */
function isTakenBack(annotated: AnnotatedReport, noun: number): boolean {
  const report = headOf(annotated, noun);
  if (report < 0 || prepositionOf(annotated, noun) !== "of") return false;
  const verb = headOf(annotated, report);
  return (
    verb >= 0 &&
    /^(?:report|claim|account|announcement|news)$/.test(lemmaOf(annotated, report)) &&
    /^(?:withdraw|retract)$/.test(lemmaOf(annotated, verb))
  );
}

/** "applied to the court for an order", "plans to apply for bail", "to choose between an appeal and a new start" */
function isAskedFor(annotated: AnnotatedReport, noun: number): boolean {
  const verb = headOf(annotated, noun);
  if (verb < 0) return false;
  const preposition = prepositionOf(annotated, noun);
  const lemma = lemmaOf(annotated, verb);
  if (preposition === "for") return /^(?:apply|petition|bid|bargain|negotiate|lobby|campaign)$/.test(lemma);
  if (preposition === "between") return /^(?:choose|decide|pick)$/.test(lemma);
  // "leave to appeal", "permission to appeal": whether it is given or not, there is none yet.
  return wordOf(annotated, noun - 1) === "to" && /^(?:leave|permission)$/.test(wordOf(annotated, noun - 2));
}

const SETTING = /^(?:set|fix|schedule|list|adjourn|remand|bail|send|name|pencil|choose|order|call|summon|transfer)$/;

/** "set 17 July for a hearing", "sent to the Crown Court for a hearing", "a day for the talks", "until his arraignment" */
function isSetFor(annotated: AnnotatedReport, noun: number): boolean {
  const head = headOf(annotated, noun);
  if (head < 0) return false;
  const preposition = prepositionOf(annotated, noun);
  if (preposition === "until" || preposition === "till") return !isLongOver(annotated, noun);
  if (preposition !== "for") return false;
  if (SETTING.test(lemmaOf(annotated, head))) return true;
  const lemma = lemmaOf(annotated, head).toLowerCase();
  return /^(?:date|day|time|slot|week|month)$/.test(lemma) || MONTHS.has(lemma) || annotated.upos[head] === "NUM";
}

/** "was held until his trial in 2019" */
function isLongOver(annotated: AnnotatedReport, noun: number): boolean {
  return childrenOf(annotated, noun).some((child) => /^(?:19|20)\d\d$/.test(wordOf(annotated, child)));
}

/** "was moved to 30 September", "has put back its meeting by five days" */
function isMoved(annotated: AnnotatedReport, noun: number): boolean {
  const verb = headOf(annotated, noun);
  if (verb < 0) return false;
  const relation = relationOf(annotated, noun);
  if (relation !== "obj" && !(relation === "nsubj" && isPassive(annotated, verb)) && relation !== "nsubj:pass")
    return false;
  const lemma = lemmaOf(annotated, verb);
  const own = childrenOf(annotated, verb).map((child) => wordOf(annotated, child));
  const isBack =
    own.some((word) => /^(?:back|forward)$/.test(word)) || /^(?:back|forward)$/.test(wordOf(annotated, verb + 1));
  if (/^(?:put|push|bring)$/.test(lemma)) return isBack;
  if (!/^(?:move|shift|reschedule)$/.test(lemma)) return false;
  return childrenOf(annotated, verb).some(
    (child) =>
      prepositionOf(annotated, child) === "to" &&
      (annotated.upos[child] === "NUM" || isDayOrMonth(annotated.tokens[child]!.text)),
  );
}

/** "Friday", "a later day", "May", "Sept.", "next week"; "may" and "march" are months with a capital only. */
function isDayOrMonth(word: string): boolean {
  const isMonth = /^\p{Lu}/u.test(word) && MONTHS.has(word.toLowerCase().replace(/\.$/, ""));
  return isMonth || /day$|^(?:week|month|year)$/.test(word);
}

/** "talks that she undertook to hold", "the meeting that they requested": by the clause that says which. */
function clauseOf(annotated: AnnotatedReport, noun: number): EventStatus | null {
  const above = headOf(annotated, noun);
  // "The strike that they threatened began on Monday", "granted the order that they sought"
  if (above >= 0 && /^(?:nsubj|obj)/.test(relationOf(annotated, noun)) && /^VB[DN]$/.test(annotated.xpos[above] ?? ""))
    return null;
  for (const clause of childrenOf(annotated, noun)) {
    if (annotated.deprels[clause] !== "acl:relcl" || !/^VB[DNPZ]$/.test(annotated.xpos[clause] ?? "")) continue;
    const lemma = lemmaOf(annotated, clause);
    if (/^(?:promise|undertake|pledge|propose|intend|schedule|arrange)$/.test(lemma)) return "planned";
    if (/^(?:request|seek|demand|want|urge)$/.test(lemma)) return "possible";
  }
  return null;
}

import { behindDateline } from "../../annotate/dateline.ts";
import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Span } from "../../text/span.ts";
import type { EventCandidate, EventType, StatementCandidate, TimeExpression } from "../candidates.ts";
import { indexStatements } from "./according-to.ts";
import { deriveTriggers, withoutCallingOff } from "./derived-triggers.ts";
import { timeBefore, timeHeads, timesOfTriggers } from "./event-time.ts";
import { contextOfReport, type ReportContext } from "./features.ts";
import { firstDependent, lemmaOf, spanOfTokens } from "./grammar.ts";
import { isDefinite } from "./noun-status.ts";
import { isOtherSense } from "./other-senses.ts";
import { participantsOf } from "./participants.ts";
import { placesOf, placeWords } from "./places.ts";
import { isReportedEvent } from "./score.ts";
import { standingStatuses } from "./standing-status.ts";
import { isImpossibleDay, statusOf } from "./status.ts";
import { boundTime } from "./time-bound.ts";
import { proposeTriggers, type Trigger } from "./triggers.ts";

/**
 * Finds mentions of events of public life in text order: trigger, type, status, who took part, where and when.
 *
 * > | Two men were arrested at the rally in Ayr on Friday.
 *                  ^^^^^^^^        ^^^^^
 *
 * A trigger inside a statement's content carries that statement in `accordingTo` and keeps its own status. Mentions of
 * the same event are joined later, when the report is resolved.
 */
export function extractEvents(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
  times: readonly TimeExpression[],
): EventCandidate[] {
  const found: EventCandidate[] = [];
  const index = indexStatements(annotated, statements);
  const known = placeWords(annotated);
  const standing = standingStatuses(annotated);
  const heads = timeHeads(
    annotated,
    times.filter(({ span }) => !isInDateline(annotated, span)),
  );
  const timeTokens = new Set([...heads.values()].flatMap((list) => list.map(({ head }) => head)));
  const proposed = annotated.sentences.map((sentence) => proposeTriggers(annotated, sentence));
  const context = contextOfReport(annotated, proposed.flat());
  proposed.forEach((candidates, sentence) => {
    const scored = candidates.filter(
      (trigger) => !isOtherSense(annotated, trigger) && isReportedEvent(annotated, trigger, context),
    );
    const kept = withoutCallingOff(annotated, scored);
    const triggers = [...kept, ...deriveTriggers(annotated, kept)].sort((a, b) => a.first - b.first);
    if (triggers.length === 0) return;
    const dated = timesOfTriggers(annotated, triggers, heads.get(sentence) ?? []);
    for (const trigger of triggers) {
      const span = spanOfTokens(annotated, trigger.first, trigger.last + 1);
      const statement = index.around(span);
      const near = dated.get(trigger) ?? null;
      const time = isImpossibleDay(annotated, trigger, near, statement)
        ? timeBefore(annotated, trigger.head, near, heads.get(sentence) ?? [])
        : near;
      let at = time === null ? null : boundTime(annotated.report.text, time, times);
      if (at?.bound === "since" && isRecord(annotated.report.text, at.time.span.start)) at = null;
      found.push({
        id: `e${found.length + 1}`,
        type: typeIn(annotated, trigger, context),
        trigger: span,
        triggerHead: trigger.head,
        status: standing.settle(trigger, statusOf(annotated, trigger, time, statement)),
        participants: participantsOf(annotated, trigger, timeTokens),
        places: placesOf(annotated, trigger, known),
        time: at?.time.id ?? null,
        bound: at?.bound ?? null,
        until: at?.until?.id ?? null,
        accordingTo: statement?.id ?? null,
        producedBy: trigger.producedBy,
      });
    }
  });
  return withOrdersOfCourts(annotated, found);
}

/** "MERLE, May 13 (ANS) - A fire": the day on which it was written, and not that of the fire. */
function isInDateline(annotated: AnnotatedReport, { start }: Span): boolean {
  const token = firstTokenFrom(annotated, start);
  const sentence = annotated.sentenceOf[token];
  return sentence !== undefined && token < behindDateline(annotated, sentence);
}

/** "the first walkout since 2001", "the worst flood since records began": it was not then. */
function isRecord(text: string, start: number): boolean {
  return /\b(?:first|worst|biggest|largest|deadliest|highest|lowest|longest|last|most \p{L}+) [^.;:]{0,50}since $/iu.test(
    text.slice(Math.max(0, start - 90), start),
  );
}

/**
 * A strike among airstrikes is one of them; what leaks from a firm of lawyers is papers; an explosion where bombers are told
 * of, and what a bomber crashes, is no accident; a race that is won is no election, and play is stopped without a strike.
 */
function typeIn(annotated: AnnotatedReport, { type, head }: Trigger, context: ReportContext): EventType {
  if (context.military && type === "strike") return "strike-military";
  if (context.sport && type === "election") return WON.test(lemmaOf(annotated, head)) ? "award" : "other";
  if (context.sport && type === "strike") return "other";
  if (type !== "accident") return type;
  const lemma = lemmaOf(annotated, head);
  if (context.papers && lemma === "leak") return "publish";
  if (context.bombs && EXPLODING.test(lemma)) return "attack";
  const agent = firstDependent(annotated, head, "nsubj");
  return agent !== null && ATTACKERS.test(lemmaOf(annotated, agent)) ? "attack" : type;
}

const WON = /^(?:win|victory)$/;
const EXPLODING = /^(?:explosion|explode|blast)$/;
const ATTACKERS =
  /^(?:shell|missile|rocket|drone|mortar|bomb|airstrike|gunfire|bullet|bomber|attacker|assailant|gunman|militant|terrorist|insurgent)$/;

/** "A judge ordered a recount. The order gives them a week": the order is what the judge made, and no measure of an office. */
function withOrdersOfCourts(annotated: AnnotatedReport, found: readonly EventCandidate[]): EventCandidate[] {
  const ruled = new Set<string>();
  return found.map((event) => {
    const lemma = (annotated.lemmas[event.triggerHead] ?? "").toLowerCase();
    const isNoun = annotated.upos[event.triggerHead] === "NOUN";
    if (event.type === "ruling" && !isNoun) ruled.add(lemma);
    if (event.type !== "law" || !isNoun || lemma !== "order" || !ruled.has(lemma)) return event;
    return isDefinite(annotated, event.triggerHead) ? { ...event, type: "ruling" } : event;
  });
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { EventType } from "../candidates.ts";
import { childrenOf, headOf, lemmaOf, patientOf, prepositionOf, wordOf } from "./grammar.ts";
import { isPlaceHead } from "./places.ts";
import type { Trigger } from "./triggers.ts";

/**
 * Triggers that stand on the other triggers of their sentence: "for 1,000 to take part in the square" beside a
 * demonstration, "decided not to arrest anybody" beside an arrest.
 */
export function deriveTriggers(annotated: AnnotatedReport, triggers: readonly Trigger[]): Trigger[] {
  const derived: Trigger[] = [];
  const taken = new Set<number>();
  for (const { first, last } of triggers) for (let token = first; token <= last; token++) taken.add(token);
  const first = triggers[0];
  if (first === undefined) return derived;
  const sentence = annotated.sentences[annotated.sentenceOf[first.head]!]!;
  const occasion = triggers.find(({ type }) => type === "protest" || type === "strike");
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    if (taken.has(token) || annotated.upos[token] !== "VERB") continue;
    const lemma = lemmaOf(annotated, token);
    if (
      lemma === "take" &&
      !hasOccasion(annotated, token, triggers) &&
      wordOf(annotated, token + 1) === "part" &&
      occasion !== undefined &&
      isPlaced(annotated, token)
    ) {
      derived.push({
        first: token,
        last: token + 1,
        head: token,
        type: occasion.type,
        shape: "verb",
        producedBy: "events/taking-part",
      });
    }
    if (lemma === "decide" && hasDecided(annotated, token, triggers)) {
      derived.push({
        first: token,
        last: token,
        head: token,
        type: "other",
        shape: "verb",
        producedBy: "events/decision",
      });
    }
  }
  return derived;
}

function isPlaced(annotated: AnnotatedReport, verb: number): boolean {
  const part = verb + 1;
  return [...childrenOf(annotated, verb), ...childrenOf(annotated, part)].some(
    (child) =>
      (prepositionOf(annotated, child) === "in" || prepositionOf(annotated, child) === "at") &&
      isPlaceHead(annotated, child),
  );
}

/** A decision taken, on something that is itself an event. */
function hasDecided(annotated: AnnotatedReport, verb: number, triggers: readonly Trigger[]): boolean {
  if (!/^VB[DN]$/.test(annotated.xpos[verb] ?? "")) return false;
  const negated = childrenOf(annotated, verb).some((child) =>
    /^(?:not|n't|n’t|never|yet)$/.test(wordOf(annotated, child)),
  );
  if (negated) return false;
  const to = wordOf(annotated, verb + 1) === "not" ? verb + 2 : verb + 1;
  return wordOf(annotated, to) === "to" && triggers.some(({ head }) => head === to + 1);
}

/** "take part in a rally": the rally is the trigger. */
function hasOccasion(annotated: AnnotatedReport, verb: number, triggers: readonly Trigger[]): boolean {
  return triggers.some(({ head, shape }) => {
    const above = headOf(annotated, head);
    return shape === "noun" && (above === verb || above === verb + 1);
  });
}

/** What a court or an office orders to be held: the order and the occasion are one event. */
const ORDERED: ReadonlySet<EventType> = new Set<EventType>(["hearing", "vote", "election", "sentence"]);

/** "The march was cancelled" is one event: the march. The verb stands alone only where no trigger is called off. */
export function withoutCallingOff(annotated: AnnotatedReport, triggers: readonly Trigger[]): Trigger[] {
  const heads = new Set(triggers.map(({ head }) => head));
  return triggers.filter((trigger) => {
    const lemma = trigger.shape === "verb" ? lemmaOf(annotated, trigger.head) : "";
    if (!/^(?:cancel|scrap|call|order)$/.test(lemma)) return true;
    const patient = patientOf(annotated, trigger.head);
    if (patient === null || !heads.has(patient)) return true;
    return lemma === "order" && !triggers.some(({ head, type }) => head === patient && ORDERED.has(type));
  });
}

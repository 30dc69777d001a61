import type { AnnotatedReport } from "../../annotate/layers.ts";
import { actOfLemma, isReportingLemma } from "../../lexicons/acts.ts";
import { CANCELLING_VERBS, CARRYING_VERBS, SCHEDULING_VERBS } from "../../lexicons/event-status-words.ts";
import type { EventType } from "../candidates.ts";
import { headOf, lemmaOf, prepositionOf, relationOf } from "./grammar.ts";
import type { Trigger } from "./triggers.ts";

/** Types that take up time of their own, so that what is done at them is done when and where they are. */
const OCCASIONS: ReadonlySet<EventType> = new Set([
  "protest",
  "meeting",
  "hearing",
  "talks",
  "vote",
  "election",
  "strike",
  "visit",
  "clash",
  "launch",
]);

/** Types that come about by being announced or issued. */
const PRONOUNCED: ReadonlySet<EventType> = new Set([
  "charge",
  "law",
  "ruling",
  "resign",
  "verdict",
  "sentence",
  "agreement",
  "sanction",
  "launch",
  "appoint",
  "ceasefire",
  "publish",
]);
const PRONOUNCING = new Set([
  "announce",
  "issue",
  "unveil",
  "declare",
  "hand",
  "deliver",
  "publish",
  "tender",
  "sign",
  "grant",
  "slap",
]);

/**
 * The verb whose clause also places and dates a noun: "attend a rally on Saturday", "the rally was held in Ayr". Null for
 * verbs that only talk about the event ("condemned the attack on Friday").
 */
export function carryingVerb(annotated: AnnotatedReport, trigger: Trigger): number | null {
  if (trigger.shape === "verb") return null;
  const relation = relationOf(annotated, trigger.head);
  const verb = headOf(annotated, trigger.head);
  if (verb < 0 || annotated.upos[verb] !== "VERB") return null;
  const lemma = lemmaOf(annotated, verb);
  if (relation === "obl") {
    const preposition = prepositionOf(annotated, trigger.head);
    // "come back on Monday for a hearing"
    if (preposition === "for" && OCCASIONS.has(trigger.type) && /^(?:come|return|gather|reconvene)$/.test(lemma))
      return verb;
    if (
      preposition !== "in" &&
      preposition !== "at" &&
      preposition !== "during" &&
      preposition !== "to" &&
      preposition !== "with" &&
      preposition !== "on"
    )
      return null;
    // "filed an affidavit in the lawsuit": the day is that of the filing.
    if (preposition === "in" && trigger.type === "lawsuit") return null;
    return OCCASIONS.has(trigger.type) || CARRYING_VERBS.has(lemma) ? verb : null;
  }
  if (relation !== "obj" && relation !== "nsubj") return null;
  if (PRONOUNCING.has(lemma)) return PRONOUNCED.has(trigger.type) || OCCASIONS.has(trigger.type) ? verb : null;
  if (CARRYING_VERBS.has(lemma) || CARRIED_BY.has(lemma)) return verb;
  if (SCHEDULING_VERBS.has(lemma) && relation === "nsubj") return verb;
  // "set his sentencing for 17 May"
  if (/^(?:set|schedule|list|fix)$/.test(lemma)) return verb;
  if (CANCELLING_VERBS.has(lemma)) return null;
  if (isReportingLemma(lemma) && actOfLemma(lemma) !== "ruling") return null;
  return OCCASIONS.has(trigger.type) ? verb : null;
}

const CARRIED_BY = new Set([
  "proceed",
  "pursue",
  "plan",
  "send",
  "strike",
  "hit",
  "suffer",
  "resume",
  "erupt",
  "follow",
  "come",
  "pronounce",
  "mourn",
  "continue",
  "carry",
]);

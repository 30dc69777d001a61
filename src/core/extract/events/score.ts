import type { AnnotatedReport } from "../../annotate/layers.ts";
import { EVENT_WEIGHTS } from "../../lexicons/event-weights.ts";
import type { EventType } from "../candidates.ts";
import { indexWeights, WeightSum } from "../feature-weights.ts";
import { confidenceOf, FROM_WORDS } from "./event-words.ts";
import { addFeatures, EVENT_TEMPLATES, type ReportContext } from "./features.ts";
import { childrenOf, headOf, relationOf, wordOf } from "./grammar.ts";
import type { Trigger } from "./triggers.ts";

const WEIGHTS = indexWeights(EVENT_TEMPLATES, EVENT_WEIGHTS);

/** Below it a word is taken for generic talk ("elections are important"). Set on the training reports, in four folds. */
const LEAST = 0.35;

/** Steps of law are told in few words and missed most; their words are seldom talk. */
const LEGAL_STEPS: ReadonlySet<EventType> = new Set<EventType>([
  "ruling",
  "plea",
  "verdict",
  "sentence",
  "appeal",
  "lawsuit",
]);
const LEAST_LEGAL = 0.25;

/**
 * Where the annotator looks for events too, what it says is weighed beside the features, and what it alone proposes for
 * itself, where it is likelier than not. Fitted on the annotated Wikinews reports' development set and the practice stories,
 * with an annotator that had seen neither.
 */
const JOINED = { features: 0.49, words: 0.36, bias: 0.29, least: 0.35 } as const;
const JOINED_WORDS = { features: 0.23, words: 0.29, bias: -0.54, least: 0.5 } as const;

/** What the annotator is taken to say of words that it passes over. */
const LEAST_CONFIDENCE = 0.03;

/** True when the words name an event that is reported: logistic regression over binary features. */
export function isReportedEvent(annotated: AnnotatedReport, trigger: Trigger, context: ReportContext): boolean {
  if (isGeneric(annotated, trigger)) return false;
  // Letters are a type of our own that no training report marks; only plain wordings propose them.
  if (trigger.type === "letter") return true;
  const sum = new WeightSum(WEIGHTS);
  addFeatures(annotated, trigger, context, sum);
  if (annotated.eventWords === null) return shareOf(sum.total) >= (LEGAL_STEPS.has(trigger.type) ? LEAST_LEGAL : LEAST);
  const { features, words, bias, least } = trigger.producedBy === FROM_WORDS ? JOINED_WORDS : JOINED;
  return shareOf(features * sum.total + words * oddsOf(confidenceOf(annotated, trigger)) + bias) >= least;
}

function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function oddsOf(share: number): number {
  const held = Math.min(Math.max(share, LEAST_CONFIDENCE), 1 - 1e-6);
  return Math.log(held / (1 - held));
}

/** "Elections are important": a bare plural that a present tense says something of. */
function isGeneric(annotated: AnnotatedReport, { head, shape, type }: Trigger): boolean {
  if (shape === "verb" && (type === "vote" || type === "election")) return isAbility(annotated, head);
  if (shape !== "noun" || annotated.xpos[head] !== "NNS" || relationOf(annotated, head) !== "nsubj") return false;
  if (childrenOf(annotated, head).some((child) => relationOf(annotated, child) !== "punct")) return false;
  const predicate = headOf(annotated, head);
  if (predicate < 0) return false;
  if (annotated.xpos[predicate] === "VBZ" || annotated.xpos[predicate] === "VBP") return true;
  return (
    annotated.upos[predicate] !== "VERB" &&
    childrenOf(annotated, predicate).some(
      (child) => relationOf(annotated, child) === "cop" && /^(?:is|are)$/.test(wordOf(annotated, child)),
    )
  );
}

/** "Members may vote by post": what voters are allowed or bound to do. */
function isAbility(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some(
    (child) => relationOf(annotated, child) === "aux" && /^(?:may|can|must|should)$/.test(wordOf(annotated, child)),
  );
}

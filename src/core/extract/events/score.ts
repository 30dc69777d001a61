import type { AnnotatedReport } from "../../annotate/layers.ts";
import { EVENT_WEIGHTS } from "../../lexicons/event-weights.ts";
import type { EventType } from "../candidates.ts";
import { indexWeights, WeightSum } from "../feature-weights.ts";
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

/** True when the words name an event that is reported: logistic regression over binary features. */
export function isReportedEvent(annotated: AnnotatedReport, trigger: Trigger, context: ReportContext): boolean {
  if (isGeneric(annotated, trigger)) return false;
  // Letters are a type of our own that no training report marks; only plain wordings propose them.
  if (trigger.type === "letter") return true;
  const sum = new WeightSum(WEIGHTS);
  addFeatures(annotated, trigger, context, sum);
  return 1 / (1 + Math.exp(-sum.total)) >= (LEGAL_STEPS.has(trigger.type) ? LEAST_LEGAL : LEAST);
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

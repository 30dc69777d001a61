import { isReportingLemma } from "./acts.ts";
import {
  CANCELLING_VERBS,
  CARRYING_VERBS,
  FAILING_VERBS,
  FULFILLED_VERBS,
  PLANNING_VERBS,
  UNCERTAIN_VERBS,
} from "./event-status-words.ts";
import { VERB_SENSES } from "./event-verbs.ts";
import { AUTHORING_VERBS } from "./nominals.ts";
import {
  ASKING_VERBS,
  CONTACT_VERBS,
  GRANTING_VERBS,
  PUTTING_VERBS,
  RAISING_VERBS,
  REFUSING_VERBS,
  STOPPING_VERBS,
  TELLING_VERBS,
} from "./request-words.ts";

const LISTS: readonly { has(lemma: string): boolean }[] = [
  VERB_SENSES,
  ASKING_VERBS,
  TELLING_VERBS,
  CONTACT_VERBS,
  PUTTING_VERBS,
  REFUSING_VERBS,
  GRANTING_VERBS,
  STOPPING_VERBS,
  RAISING_VERBS,
  AUTHORING_VERBS,
  PLANNING_VERBS,
  UNCERTAIN_VERBS,
  FULFILLED_VERBS,
  FAILING_VERBS,
  CANCELLING_VERBS,
  CARRYING_VERBS,
];

/** Verbs by which something is said, asked or done in the record: the words that rules look verbs up by. */
export function isKnownVerb(lemma: string): boolean {
  return isReportingLemma(lemma) || LISTS.some((list) => list.has(lemma));
}

import type { AnnotatedReport } from "../../annotate/layers.ts";
import {
  ALLEGED_MODIFIERS,
  ALLEGING_NOUNS,
  CANCELLED_MODIFIERS,
  CANCELLING_VERBS,
  CARRYING_VERBS,
  CHARGING_VERBS,
  DOUBTING_VERBS,
  FOILING_VERBS,
  LASTING_NOUNS,
  ONGOING_MODIFIERS,
  PLANNED_MODIFIERS,
  PLANNING_NOUNS,
  POSSIBLE_MODIFIERS,
  SCHEDULING_VERBS,
  UNCERTAIN_NOUNS,
  UNCERTAIN_VERBS,
} from "../../lexicons/event-status-words.ts";
import type { EventStatus, EventType } from "../candidates.ts";
import { childrenOf, headOf, isPassive, lemmaOf, prepositionOf, relationOf, wordOf } from "./grammar.ts";
import { isUnconfirmed } from "./held-status.ts";
import { isOff, SCHEDULED_TYPES } from "./occasion-status.ts";
import { formOf, hasNo } from "./verb-form.ts";
import { isDemanded, verbStatus } from "./verb-status.ts";

/** What somebody may be charged with having done. */
export const WRONGS: ReadonlySet<EventType> = new Set(["attack", "death", "damage", "injury", "clash"]);

/** Status that a noun’s modifiers and what governs it show; null when it is plainly told of. */
export function nounStatus(
  annotated: AnnotatedReport,
  noun: number,
  type: EventType,
  depth: number = 0,
): EventStatus | null {
  const modified = modifierStatus(annotated, noun, type);
  if (modified === "planned") return whatBecame(annotated, noun, type);
  // "denied any attack"
  if (modified === "possible" && lemmaOf(annotated, headOf(annotated, noun)) === "deny") return "denied";
  if (modified !== null) return modified;
  const asPredicate = underCopula(annotated, noun);
  if (asPredicate !== null) return asPredicate;
  const head = headOf(annotated, noun);
  if (head < 0) return null;
  const relation = relationOf(annotated, noun);
  if (relation === "conj") return depth < 8 ? nounStatus(annotated, head, type, depth + 1) : null;
  const isPredicate = annotated.upos[head] === "ADJ" || /^(?:sight|reach)$/.test(wordOf(annotated, head));
  if (annotated.upos[head] === "VERB" || (isPredicate && /^(?:nsubj|obl)$/.test(relation))) {
    return underPredicate(annotated, noun, head, relation, type);
  }
  // "Accidents could be on the verge of unfolding"
  if (relation === "nsubj" && !isDefinite(annotated, noun)) {
    const form = formOf(annotated, head);
    if (form.modal) return "possible";
    if (form.future) return "planned";
  }
  // "Thousands of deaths could be prevented": what is said of the number is said of them.
  if (relation === "nmod" && COUNTS.test(lemmaOf(annotated, head)) && prepositionOf(annotated, noun) === "of")
    return depth < 8 ? nounStatus(annotated, head, type, depth + 1) : null;
  if (relation === "nmod" || relation === "compound") return underNominal(annotated, noun, head, type);
  return null;
}

/** "The cause was not a gas leak", "that would be a verdict". */
function underCopula(annotated: AnnotatedReport, noun: number): EventStatus | null {
  const own = childrenOf(annotated, noun);
  const has = (relation: string) => own.find((child) => relationOf(annotated, child) === relation);
  const article = has("det");
  if (has("cop") === undefined || article === undefined || !/^an?$/.test(wordOf(annotated, article))) return null;
  const { negated, modal } = formOf(annotated, noun);
  if (negated) return "denied";
  return modal ? "possible" : null;
}

/** "The march planned for Saturday was called off", "the planned march never took place". */
function whatBecame(annotated: AnnotatedReport, noun: number, type: EventType): EventStatus {
  if (isOff(annotated, noun)) return "cancelled";
  const verb = headOf(annotated, noun);
  if (verb < 0 || annotated.upos[verb] !== "VERB") return "planned";
  const relation = relationOf(annotated, noun);
  const status = underPredicate(annotated, noun, verb, relation, type);
  if (status === "cancelled" || status === "denied") return status;
  return relation === "nsubj" && comesToNothing(annotated, verb) ? "denied" : "planned";
}

/** "never took place", "did not go ahead" */
function comesToNothing(annotated: AnnotatedReport, verb: number): boolean {
  const lemma = lemmaOf(annotated, verb);
  const next = wordOf(annotated, verb + 1);
  const isOfIt =
    /^(?:happen|occur|materiali[sz]e)$/.test(lemma) ||
    (lemma === "take" && next === "place") ||
    (lemma === "go" && next === "ahead");
  return isOfIt && formOf(annotated, verb).negated;
}

const COUNTS =
  /^(?:hundred|thousand|million|dozen|score|number|majority|handful|series|wave|string|spate|day|night|week|weekend|month|round|hundreds|thousands|millions|dozens|scores)$/;

/** "ahead of elections", "in the run-up to a vote" */
function isAheadOf(annotated: AnnotatedReport, mark: number): boolean {
  const next = wordOf(annotated, mark + 1);
  const before = wordOf(annotated, mark - 1);
  switch (wordOf(annotated, mark)) {
    case "ahead":
      return next === "of";
    case "of":
      return before === "ahead";
    case "to":
      return before === "run-up";
    default:
      return false;
  }
}

function modifierStatus(annotated: AnnotatedReport, noun: number, type: EventType): EventStatus | null {
  for (const child of childrenOf(annotated, noun)) {
    const relation = relationOf(annotated, child);
    const word = wordOf(annotated, child);
    if (relation === "amod" || relation === "compound" || relation === "det") {
      if (ALLEGED_MODIFIERS.has(word)) return "alleged";
      if (PLANNED_MODIFIERS.has(word)) return "planned";
      if (POSSIBLE_MODIFIERS.has(word) && !(word === "any" && tookPlace(annotated, noun))) return "possible";
      if (ONGOING_MODIFIERS.has(word)) return "ongoing";
      if (CANCELLED_MODIFIERS.has(word)) return "cancelled";
      if (word === "no") return isUnderIf(annotated, noun) ? "possible" : "denied";
    }
    if (relation === "case" && word === "without") return "denied";
    if (relation === "case" && isAheadOf(annotated, child) && SCHEDULED_TYPES.has(type) && !isDefinite(annotated, noun))
      return "planned";
    if (relation === "case" && word === "pending") return "ongoing";
    if (relation === "case" && (word === "following" || word === "since" || word === "amid")) return "occurred";
    if (relation === "acl") {
      const lemma = lemmaOf(annotated, child);
      const described = formOf(annotated, child);
      if (described.alleged) return "alleged";
      if (CANCELLING_VERBS.has(lemma)) return described.infinitive ? "planned" : "cancelled";
      if (SCHEDULING_VERBS.has(lemma) && (isPassive(annotated, child) || annotated.xpos[child] === "VBN"))
        return "planned";
    }
  }
  return null;
}

/** "if no deal is reached" */
function isUnderIf(annotated: AnnotatedReport, noun: number): boolean {
  const verb = headOf(annotated, noun);
  return verb >= 0 && /^(?:if|unless|whether)$/.test(formOf(annotated, verb).mark);
}

/** "worse than any attack that struck the town" */
function tookPlace(annotated: AnnotatedReport, noun: number): boolean {
  return childrenOf(annotated, noun).some(
    (child) =>
      annotated.deprels[child] === "acl:relcl" &&
      annotated.xpos[child] === "VBD" &&
      /^(?:strike|hit|happen|occur|take|kill|injure|leave|plague|follow|shake|rock|claim)$/.test(
        lemmaOf(annotated, child),
      ),
  );
}

function underPredicate(
  annotated: AnnotatedReport,
  noun: number,
  verb: number,
  relation: string,
  type: EventType,
): EventStatus | null {
  const lemma = presentLemma(annotated, verb);
  const form = formOf(annotated, verb);
  const status = verbStatus(annotated, verb, 0);
  const core =
    relation === "obj" || relation === "nsubj" || (relation === "obl" && prepositionOf(annotated, noun) === "off");
  if (core && (CANCELLING_VERBS.has(lemma) || isCallingOff(annotated, verb, lemma))) {
    if (relation === "nsubj" && !isPassive(annotated, verb)) return null;
    // "asked that the charge be dropped": it has been brought.
    if (FILED.has(type) && status === "possible") return null;
    if (isDemanded(annotated, verb) || (status === "possible" && isPassive(annotated, verb))) return "planned";
    const stands = !form.perfect && (status === "denied" || status === "possible");
    if (!stands) return "cancelled";
    // "refused to suspend the injunction": it has been made.
    const isMade = HANDED_DOWN.has(type) && !/^(?:delay|postpone|defer|reschedule)$/.test(lemma);
    return isMade && isDefinite(annotated, noun) ? null : "planned";
  }
  // "suspected of setting fire to it"
  if (lemma === "set" && relation === "obj" && /^(?:fire|light)$/.test(lemmaOf(annotated, noun))) return status;
  // "ordered the killing" is no plan.
  const isScheduled = SCHEDULING_VERBS.has(lemma) && !(lemma === "order" && WRONGS.has(type));
  if (core && isScheduled && (relation === "obj" || isPassive(annotated, verb)))
    return isThenStopped(annotated, verb) ? "cancelled" : "planned";
  if (core && lemma === "announce" && SCHEDULED_TYPES.has(type)) return "planned";
  if (relation === "obj" && UNCERTAIN_VERBS.has(lemma) && (DEMANDING.has(lemma) || !isDefinite(annotated, noun)))
    return "possible";
  const undergoes = relation === "obj" || (relation === "nsubj" && isPassive(annotated, verb));
  if (undergoes && FOILING_VERBS.has(lemma)) return status === null ? "denied" : status;
  if (undergoes && /^(?:suspect|fear|rumou?r)$/.test(lemma) && !isDefinite(annotated, noun)) return "possible";
  if (relation === "xcomp" && DOUBTING_VERBS.has(lemma)) return "possible";
  const definite = isDefinite(annotated, noun);
  if (undergoes && /^(?:avoid|prevent|escape|evade|rule|deny|refuse|reject|waive)$/.test(lemma)) {
    // Charges that somebody denies have been brought, and an appeal that is refused.
    if (definite || (/^(?:deny|refuse|reject)$/.test(lemma) && FILED.has(type))) return null;
    if (form.negated) return lemma === "rule" ? "possible" : null;
    return status === "possible" || status === "planned" ? "possible" : "denied";
  }
  // "reserved judgment until Friday"
  if (undergoes && lemma === "reserve" && type === "ruling") return "planned";
  if (
    relation === "nsubj" &&
    (lemma === "continue" || lemma === "underway") &&
    /^VB[PZ]$/.test(annotated.xpos[verb] ?? "")
  )
    return "ongoing";
  const due = relation === "nsubj" ? DUE.get(wordOf(annotated, verb)) : undefined;
  if (due !== undefined) return due;
  // "a trial would answer that", "the launch would break a treaty"
  const isAhead = status === "possible" || status === "planned";
  if (relation === "nsubj" && form.would && !form.perfect && isAhead) {
    if (!definite) return "possible";
    if (type !== "strike" && SCHEDULED_TYPES.has(type) && !LASTING_NOUNS.has(lemmaOf(annotated, noun)))
      return "planned";
  }
  // "Applications will be heard in May" have been made.
  if (FILED.has(type) && /^(?:hear|consider|decide|review)$/.test(lemma)) return null;
  const faced = relation === "obj" && lemma === "face" ? FACED.get(type) : undefined;
  if (faced !== undefined && (status === null || status === "ongoing")) return faced;
  if (!definite && /^(?:if|unless|whether)$/.test(form.mark)) return "possible";
  // "After elections, we will …"
  if (!definite && form.future && SCHEDULED_TYPES.has(type) && prepositionOf(annotated, noun) === "after")
    return "planned";
  if (relation === "obl") return underOblique(annotated, noun, lemma, status, type);
  if (!core || (lemma === "make" && isMadeSo(annotated, verb, noun))) return null;
  // "accused of causing the deaths of six people": they died, whoever caused it.
  // "charged with breaking an order": it was made.
  if (status === "alleged" && CARRYING_VERBS.has(lemma) && (definite || lemma === "break")) return null;
  if (relation === "nsubj" && comesToNothing(annotated, verb)) return "denied";
  // "is to return its verdict on Thursday"
  if (undergoes && HANDED_DOWN.has(type) && /^(?:return|deliver|announce|hand)$/.test(lemma)) return status;
  if (CARRYING_VERBS.has(lemma)) return status === "denied" && definite && relation === "nsubj" ? null : status;
  if (status === "ongoing") return definite ? null : status;
  // "Further charges may be laid"
  return definite || !undergoes ? null : status;
}

/** "had been planned for Sunday | but was banned" */
function isThenStopped(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some((next) => {
    if (relationOf(annotated, next) !== "conj" || formOf(annotated, next).negated) return false;
    const lemma = lemmaOf(annotated, next);
    return (
      CANCELLING_VERBS.has(lemma) || isCallingOff(annotated, next, lemma) || /^(?:ban|prohibit|forbid)$/.test(lemma)
    );
  });
}

/** "postpones", which a tagger may leave as it is. */
function presentLemma(annotated: AnnotatedReport, verb: number): string {
  const lemma = lemmaOf(annotated, verb);
  return lemma.endsWith("s") && lemma === wordOf(annotated, verb) && CANCELLING_VERBS.has(lemma.slice(0, -1))
    ? lemma.slice(0, -1)
    : lemma;
}

/** "The decision is pending", "a strike is likely". */
const DUE: ReadonlyMap<string, EventStatus> = new Map(
  Object.entries<readonly string[]>({
    planned: ["pending", "due", "imminent", "forthcoming", "loom", "looms", "looming"],
    // "An agreement was in sight", "within reach"
    possible: ["likely", "likelier", "unlikely", "probable", "possible", "sight", "reach"],
  }).flatMap(([status, words]) => words.map((word) => [word, status as EventStatus])),
);

/** What a court or jury gives. */
const HANDED_DOWN: ReadonlySet<EventType> = new Set<EventType>(["verdict", "ruling", "sentence"]);

/** What is demanded has not come, be it "a" or "the resignation of the minister". */
const DEMANDING: ReadonlySet<string> = new Set(["demand", "request", "seek", "urge", "propose"]);

/** "Faces a life sentence", "faces trial": charges that somebody faces have been brought. */
const FACED: ReadonlyMap<EventType, EventStatus> = new Map([
  ["sentence", "possible"],
  ["sanction", "possible"],
  ["other", "possible"],
  ["hearing", "planned"],
]);

const FILED: ReadonlySet<EventType> = new Set(["lawsuit", "appeal", "charge"]);

/** "did not make the ballot unlawful" says something of the ballot, and not that there was none. */
function isMadeSo(annotated: AnnotatedReport, verb: number, noun: number): boolean {
  return childrenOf(annotated, verb).some((child) => child > noun && relationOf(annotated, child) === "xcomp");
}

/** Verbs that lay a wrong at somebody's door before a court has found it. */
const CHARGING: ReadonlySet<string> = new Set([...CHARGING_VERBS, "arrest", "try"]);

function underOblique(
  annotated: AnnotatedReport,
  noun: number,
  lemma: string,
  status: EventStatus | null,
  type: EventType,
): EventStatus | null {
  const preposition = prepositionOf(annotated, noun);
  if (preposition === "for" && (lemma === "call" || lemma === "ask" || lemma === "push" || lemma === "campaign"))
    return "possible";
  if (/^(?:for|against)$/.test(preposition ?? "") && /^(?:vote|ballot)$/.test(lemma)) return "possible";
  if (preposition === "of" && lemma === "warn") return "possible";
  if (preposition === "to" && /^(?:invite|summon|bid)$/.test(lemma) && SCHEDULED_TYPES.has(type)) return "possible";
  if (preposition === "with" && lemma === "threaten") return "possible";
  // "subject to a fine", "subject to agreement"
  if (preposition === "to" && lemma === "subject" && !isDefinite(annotated, noun)) return "possible";
  // "could develop into a hurricane"
  if (preposition === "into" && /^(?:develop|turn|escalate|grow|erupt|spill)$/.test(lemma)) return status;
  // "a warrant was issued for his arrest"
  if (preposition === "for" && lemma === "issue") return "possible";
  // "bring drivers out on strike", "voted in favour of a strike"
  if (preposition === "on" && type === "strike" && (status === "possible" || status === "planned")) return status;
  if (preposition === "for" && (lemma === "run" || lemma === "prepare" || lemma === "plan" || lemma === "schedule"))
    return "planned";
  if (preposition === "for" && AWAITING.test(lemma) && SCHEDULED_TYPES.has(type) && status !== "denied")
    return "planned";
  if (preposition === "before" && status === "planned" && SCHEDULED_TYPES.has(type)) return "planned";
  if (preposition === "for" && RETURNING.test(lemma) && status !== null && status !== "denied") return "planned";
  // "asked them to return to talks", "is open to talks"
  if (preposition === "to" && !isDefinite(annotated, noun)) {
    if (/^(?:open|willing|ready|receptive|agreeable|averse)$/.test(lemma)) return "possible";
    if (/^(?:return|resume|go|come)$/.test(lemma) && (status === "possible" || status === "planned")) return status;
  }
  if (preposition === "on" && lemma === "vote") return status;
  const isOfWrong = preposition === "of" || preposition === "with" || preposition === "for";
  if (isOfWrong && CHARGING.has(lemma)) return isDefinite(annotated, noun) || !WRONGS.has(type) ? null : "alleged";
  if (preposition === "by" && !isDefinite(annotated, noun) && (status === "planned" || status === "possible"))
    return status;
  if (preposition !== "in" && preposition !== "to" && preposition !== "at" && preposition !== "with") return null;
  return CARRYING_VERBS.has(lemma) ? (status === "denied" ? null : status) : null;
}

/** "large crowds are expected for the launch" */
const AWAITING = /^(?:expect|brace|wait|await)$/;

/** "told them to come back in June for a full hearing" */
const RETURNING = /^(?:come|return|gather|meet|reconvene|travel|fly|go|head|arrive|leave|visit|convene|assemble|sit)$/;

/** "A charge of assault", "murder charges", "threat of a strike", "strike threat". */
function underNominal(annotated: AnnotatedReport, noun: number, head: number, type: EventType): EventStatus | null {
  const lemma = lemmaOf(annotated, head);
  const preposition = relationOf(annotated, noun) === "compound" ? "of" : prepositionOf(annotated, noun);
  if (ALLEGING_NOUNS.has(lemma) && preposition === "of")
    return isDefinite(annotated, noun) || (relationOf(annotated, noun) === "compound" && !WRONGS.has(type))
      ? null
      : "alleged";
  if (preposition !== "for" && preposition !== "of" && preposition !== "to" && preposition !== "against") return null;
  // "a request by the campaign for an order": the parser hangs the order on who asks.
  const above = headOf(annotated, head);
  if (preposition === "for" && /^(?:by|from)$/.test(prepositionOf(annotated, head) ?? "") && above >= 0) {
    if (UNCERTAIN_NOUNS.has(lemmaOf(annotated, above))) return "possible";
  }
  if (UNCERTAIN_NOUNS.has(lemma) && hasNo(annotated, head)) return "denied";
  // "waiting for possible victims of assault"
  if (childrenOf(annotated, head).some((child) => /^(?:possible|potential)$/.test(wordOf(annotated, child))))
    return "possible";
  if (preposition === "of" && isUnconfirmed(annotated, head)) return "possible";
  if (preposition === "of" && /^(?:favour|favor|support)$/.test(lemma) && !isDefinite(annotated, noun))
    return "possible";
  if (preposition === "for" && lemma === "warrant") return "possible";
  if (preposition === "for" && lemma === "negotiation" && !isDefinite(annotated, noun)) return "possible";
  if (preposition === "to" && lemma === "right") return "possible";
  if (
    preposition === "against" &&
    /^(?:petition|campaign|protest|objection|case|plea)$/.test(lemma) &&
    PUT_TO.has(type) &&
    !(type === "law" && isDefinite(annotated, noun))
  )
    return "possible";
  if (PLANNING_NOUNS.has(lemma)) return "planned";
  if (UNCERTAIN_NOUNS.has(lemma) || (preposition === "for" && /^(?:way|stage|door)$/.test(lemma))) return "possible";
  return null;
}

/** What may be planned and fought before it comes: a closure, a sale. */
const PUT_TO: ReadonlySet<EventType> = new Set<EventType>(["other", "law", "agreement"]);

function isCallingOff(annotated: AnnotatedReport, verb: number, lemma: string): boolean {
  if (lemma !== "call" && lemma !== "put") return false;
  return (
    wordOf(annotated, verb + 1) === "off" ||
    childrenOf(annotated, verb).some((child) => wordOf(annotated, child) === "off")
  );
}

/** "the rally", "that vote", "their strike", "September’s ballot": a mention of what was named or is known. */
export function isDefinite(annotated: AnnotatedReport, noun: number): boolean {
  return childrenOf(annotated, noun).some(
    (child) =>
      annotated.deprels[child] === "nmod:poss" || /^(?:the|this|that|these|those)$/.test(wordOf(annotated, child)),
  );
}

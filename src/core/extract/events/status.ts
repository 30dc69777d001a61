import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { EventStatus, StatementCandidate, TimeExpression } from "../candidates.ts";
import {
  childrenOf,
  firstDependent,
  headOf,
  isPredicate,
  lemmaOf,
  predicateAbove,
  prepositionOf,
  relationOf,
  wordOf,
} from "./grammar.ts";
import type { Trigger } from "./triggers.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const POSSIBLE_MODALS = words("may might could can should would must");
const PLANNING = words(
  "plan set due schedule expect intend hope vow want prepare aim seek promise pledge threaten agree decide announce arrange offer consider propose bid slate ready try attempt call urge ask invite tell order continue about likely",
);
const UNREAL = words(
  "threaten consider propose likely seek try attempt ask urge call invite want hope offer bid demand request refuse",
);
const CANCELLING = words("cancel postpone scrap abandon delay suspend call shelve defer halt");
const REFUSING = words("refuse decline fail reject avoid prevent avert stop deny rule");
const HOLDING = words(
  "hold stage organise organize plan attend join schedule have make launch begin start go take face see cause lead mark call carry conduct continue end follow host",
);
const PLANNED_ADJECTIVES = words("planned upcoming forthcoming scheduled proposed future next coming intended looming");
const POSSIBLE_ADJECTIVES = words("possible potential threatened likely prospective hypothetical further");
const ALLEGED_ADJECTIVES = words("alleged suspected supposed purported accused");
const ONGOING_ADJECTIVES = words("ongoing continuing current continued");
const ALLEGING = words("accuse allege suspect charge");
const NEGATIONS = words("not n't n’t never no neither nobody none without nor");

/** The status of a trigger by tense, modals, negation and the words that plan, deny, doubt or call off. */
export function statusOf(
  annotated: AnnotatedReport,
  trigger: Trigger,
  time: TimeExpression | null,
  statement: StatementCandidate | null,
): EventStatus {
  const token = trigger.head;
  const verbal = annotated.upos[token] === "VERB" || annotated.upos[token] === "AUX";
  const status = verbal ? statusOfVerb(annotated, token, 0) : statusOfNoun(annotated, token);
  if (status === "occurred" && isAfterPublication(annotated, time)) return "planned";
  if (status === "occurred" && statement !== null && statement.act === "allegation" && isWrongdoing(trigger))
    return "alleged";
  return status;
}

function isWrongdoing(trigger: Trigger): boolean {
  return ["attack", "death", "damage", "injury", "clash"].includes(trigger.type);
}

function isAfterPublication(annotated: AnnotatedReport, time: TimeExpression | null): boolean {
  const published = annotated.report.publishedAt;
  if (published === null || time === null || time.range === null) return false;
  return time.range.first > published.slice(0, 10);
}

export function statusOfVerb(annotated: AnnotatedReport, verb: number, depth: number): EventStatus {
  const helpers = helpersOf(annotated, verb);
  if (isAllegedAt(annotated, verb)) return "alleged";
  if (isNegated(annotated, verb)) return "denied";
  const mark = firstDependent(annotated, verb, "mark");
  const markWord = mark === null ? "" : lemmaOf(annotated, mark);
  if (markWord === "if" || markWord === "unless" || markWord === "whether") return "possible";
  if (helpers.has("will") || helpers.has("’ll") || helpers.has("'ll") || helpers.has("shall")) return "planned";
  for (const modal of POSSIBLE_MODALS) if (helpers.has(modal)) return "possible";
  const relation = relationOf(annotated, verb);
  const head = headOf(annotated, verb);
  if (relation === "xcomp" && head >= 0 && depth < 4) return underVerb(annotated, verb, head, depth);
  if (
    relation === "conj" &&
    head >= 0 &&
    depth < 4 &&
    helpers.size === 0 &&
    isPredicate(annotated, head) &&
    annotated.xpos[verb] === annotated.xpos[head]
  ) {
    return statusOfVerb(annotated, head, depth + 1);
  }
  const infinitive = markWord === "to" || annotated.xpos[verb] === "VB";
  if (infinitive && (relation === "acl" || relation === "advcl" || relation === "ccomp" || relation === "conj"))
    return "possible";
  if (
    annotated.xpos[verb] === "VBG" &&
    (helpers.has("is") ||
      helpers.has("are") ||
      helpers.has("am") ||
      helpers.has("’re") ||
      helpers.has("'re") ||
      helpers.has("been"))
  )
    return "ongoing";
  return "occurred";
}

/** "set to appeal", "threatened to strike", "refused to resign": the governing verb says whether it happens. */
function underVerb(annotated: AnnotatedReport, verb: number, head: number, depth: number): EventStatus {
  const lemma = lemmaOf(annotated, head);
  if (isAllegedAt(annotated, head) || ALLEGING.has(lemma)) return "alleged";
  if (REFUSING.has(lemma)) return "denied";
  if (CANCELLING.has(lemma) && lemma !== "call") return "cancelled";
  const infinitive = firstDependent(annotated, verb, "mark") !== null || annotated.xpos[verb] === "VB";
  if (lemma === "go" && infinitive) return "planned";
  if (UNREAL.has(lemma)) return "possible";
  if (PLANNING.has(lemma)) return isNegated(annotated, head) ? "denied" : "planned";
  const upper = statusOfVerb(annotated, head, depth + 1);
  return upper === "occurred" &&
    infinitive &&
    !["begin", "start", "continue", "come", "help", "manage", "force", "have"].includes(lemma)
    ? "possible"
    : upper;
}

function isAllegedAt(annotated: AnnotatedReport, token: number): boolean {
  return childrenOf(annotated, token).some((child) => {
    const word = wordOf(annotated, child);
    return word === "allegedly" || word === "reportedly" ? word === "allegedly" : false;
  });
}

function helpersOf(annotated: AnnotatedReport, verb: number): ReadonlySet<string> {
  const helpers = new Set<string>();
  for (const child of childrenOf(annotated, verb)) {
    if (relationOf(annotated, child) === "aux" || relationOf(annotated, child) === "cop")
      helpers.add(wordOf(annotated, child));
  }
  return helpers;
}

function isNegated(annotated: AnnotatedReport, token: number): boolean {
  return childrenOf(annotated, token).some((child) => {
    const relation = relationOf(annotated, child);
    if (
      NEGATIONS.has(wordOf(annotated, child)) &&
      (relation === "advmod" ||
        relation === "det" ||
        relation === "cc" ||
        relation === "case" ||
        relation === "nsubj" ||
        relation === "mark")
    )
      return true;
    return (
      relation === "nsubj" &&
      childrenOf(annotated, child).some(
        (inner) => wordOf(annotated, inner) === "no" && relationOf(annotated, inner) === "det",
      )
    );
  });
}

function statusOfNoun(annotated: AnnotatedReport, noun: number): EventStatus {
  for (const child of childrenOf(annotated, noun)) {
    const lemma = lemmaOf(annotated, child);
    const word = wordOf(annotated, child);
    const relation = relationOf(annotated, child);
    if (relation === "amod" || relation === "compound") {
      if (ALLEGED_ADJECTIVES.has(word)) return "alleged";
      if (PLANNED_ADJECTIVES.has(word)) return "planned";
      if (POSSIBLE_ADJECTIVES.has(word)) return "possible";
      if (ONGOING_ADJECTIVES.has(word)) return "ongoing";
      if (word === "cancelled" || word === "canceled" || word === "postponed") return "cancelled";
    }
    if (relation === "det" && lemma === "no") return "denied";
    if (relation === "case" && lemma === "without") return "denied";
  }
  const head = headOf(annotated, noun);
  const relation = relationOf(annotated, noun);
  if (head < 0) return "occurred";
  if (annotated.upos[head] === "VERB" && (relation === "obj" || relation === "nsubj" || relation === "obl")) {
    return statusUnderVerb(annotated, noun, head, relation);
  }
  if (
    relation === "nmod" &&
    ["plan", "call", "threat", "possibility", "risk", "proposal", "bid", "attempt", "calls"].includes(
      lemmaOf(annotated, head),
    )
  ) {
    const preposition = prepositionOf(annotated, noun);
    if (preposition === "for" || preposition === "of")
      return lemmaOf(annotated, head) === "plan" ? "planned" : "possible";
  }
  if (relation === "nmod" && ["suspicion", "charge", "accusation", "allegation"].includes(lemmaOf(annotated, head)))
    return "alleged";
  const predicate = predicateAbove(annotated, noun);
  if (predicate !== null && prepositionOf(annotated, noun) === "on" && lemmaOf(annotated, head) === "suspicion")
    return "alleged";
  return "occurred";
}

function statusUnderVerb(annotated: AnnotatedReport, noun: number, verb: number, relation: string): EventStatus {
  const lemma = lemmaOf(annotated, verb);
  if (CANCELLING.has(lemma) && relation !== "obl") {
    const called =
      lemma === "call" ? childrenOf(annotated, verb).some((child) => wordOf(annotated, child) === "off") : true;
    if (called) return statusOfVerb(annotated, verb, 0) === "occurred" ? "cancelled" : "planned";
  }
  if (relation !== "obl" && (lemma === "plan" || lemma === "schedule" || lemma === "announce")) return "planned";
  if (
    relation === "obj" &&
    (lemma === "threaten" ||
      lemma === "propose" ||
      lemma === "consider" ||
      lemma === "demand" ||
      lemma === "avoid" ||
      lemma === "prevent")
  )
    return "possible";
  if (relation === "obl") {
    const preposition = prepositionOf(annotated, noun);
    if (preposition === "for" && lemma === "call") return "possible";
    if (!HOLDING.has(lemma)) return "occurred";
    if (preposition !== "in" && preposition !== "to" && preposition !== "at" && preposition !== "on") return "occurred";
  }
  const definite = childrenOf(annotated, noun).some((child) =>
    ["the", "this", "that"].includes(wordOf(annotated, child)),
  );
  const status = statusOfVerb(annotated, verb, 0);
  if (status === "denied" && definite) return "occurred";
  if (HOLDING.has(lemma)) return status;
  return (status === "planned" || status === "possible") && relation === "nsubj"
    ? "occurred"
    : definite
      ? "occurred"
      : status;
}
